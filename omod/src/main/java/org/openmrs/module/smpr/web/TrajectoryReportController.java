/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.trajectory.Report;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.smpr.trajectory.report.ReportWriter;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of a trajectory, to be printed: a document of its own, which fetches nothing. */
@Controller
public class TrajectoryReportController implements ErrorResponses {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** @return the report; 404 where there is no such patient */
    @GetMapping("/rest/" + RestConstants.VERSION_1 + "/smpr/trajectory/{patient}/report")
    public ResponseEntity<String> report(
            @PathVariable("patient") String patient, @RequestParam Map<String, String> request) {
        Parameters parameters = Parameters.ofOneSignedIn(request);
        TrajectorySearch search = TrajectoryResource.search(patient, parameters.instrument(), parameters);
        Report report = ReadRoute.through(
                "smpr/trajectory/{patient}/report",
                () -> Context.getService(TrajectoryService.class)
                        .getReport(search)
                        .orElseThrow(ObjectNotFoundException::new));
        return SelfContained.styled(HTML).body(new ReportWriter(Messages.language()).html(report));
    }
}
