/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.drawing.TimelineChart;
import org.openmrs.module.smpr.trajectory.drawing.TrajectoryChart;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The drawing of a trajectory, which pages and reports show as it is. */
@Controller
public class TrajectoryChartController implements ErrorResponses {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    /** @return the drawing of one instrument, else of everything on one time axis; 404 where there is no such patient or instrument */
    @GetMapping("/rest/" + RestConstants.VERSION_1 + "/smpr/trajectory/{patient}/chart")
    public ResponseEntity<String> chart(
            @PathVariable("patient") String patient, @RequestParam Map<String, String> request) {
        Parameters parameters = Parameters.ofOneSignedIn(request);
        int width =
                parameters.number("width", TrajectoryChart.WIDTH, TrajectoryChart.NARROWEST, TrajectoryChart.WIDEST);
        String code = parameters.text("instrument");
        Trajectory trajectory = ReadRoute.through(
                "smpr/trajectory/{patient}/chart", () -> TrajectoryResource.find(patient, code, parameters));
        return SelfContained.unstyled(SVG)
                .body(
                        code == null
                                ? new TimelineChart(Messages.language()).svg(trajectory, width)
                                : new TrajectoryChart(Messages.language()).svg(instrument(trajectory, code), width));
    }

    private static InstrumentTrajectory instrument(Trajectory trajectory, String code) {
        return trajectory.getInstruments().stream()
                .filter(i -> i.getInstrument().getCode().equals(code))
                .findFirst()
                .orElseThrow(ObjectNotFoundException::new);
    }
}
