/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.study.StudyService;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.StudyReportWriter;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;

/** What the study finds: one analysis at an address, as data or as a page to be read, and all of them as a report. */
@Controller
@RequestMapping("/rest/" + RestConstants.VERSION_1 + StudyFindingsController.PLACE)
public class StudyFindingsController implements ErrorResponses {

    static final String PLACE = "/smpr/study";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** Each is named, since what names none is a resource's. */
    @GetMapping({
        "/flow",
        "/baseline",
        "/survival",
        "/change",
        "/validity",
        "/reliability",
        "/implementation",
        "/uctieffect"
    })
    public ResponseEntity<?> find(
            @RequestParam Map<String, String> request, @RequestHeader HttpHeaders headers, WebRequest web) {
        // Which names it takes the analysis says.
        Parameters parameters = Parameters.ofOneSignedIn(request, request.keySet());
        boolean page =
                "html".equals(parameters.oneOf(RestConstants.REQUEST_PROPERTY_FOR_REPRESENTATION, "default", "html"));
        parameters.refuseFaults();
        if (!page) {
            JsonOnly.refuseOtherAnswers(headers);
        }
        Map<String, String> asked = new TreeMap<>(request);
        asked.remove(RestConstants.REQUEST_PROPERTY_FOR_REPRESENTATION);
        String analysis = lastOf((String)
                web.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        StudyService service = Context.getService(StudyService.class);
        if (!service.getAnalyses().contains(analysis)) {
            throw new ObjectNotFoundException();
        }
        StudyReport found = read(analysis, () -> service.getFindings(analysis, asked));
        return page
                ? SelfContained.unstyled(HTML).body(new StudyReportWriter(Messages.language()).findings(found))
                : ErrorResponses.answer(HttpStatus.OK, FindingsView.of(found));
    }

    @Override
    public boolean isToldFaults() {
        return Context.hasPrivilege(SmprPrivileges.GET_STUDY);
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** @return all of them; to leave the service, without small numbers, which takes that the site has said what those are */
    @GetMapping("/report")
    public ResponseEntity<String> report(@RequestParam Map<String, String> request) {
        Parameters parameters = Parameters.ofOneSignedIn(request, Parameters.only("leave", "unfolded"));
        boolean leave = "true".equals(parameters.oneOf("leave", "true", "false"));
        boolean unfolded = "true".equals(parameters.oneOf("unfolded", "true", "false"));
        parameters.refuseFaults();
        StudyService service = Context.getService(StudyService.class);
        StudyReport report = read("report", leave ? service::getReportToLeave : service::getReport);
        return SelfContained.styled(HTML).body(new StudyReportWriter(Messages.language()).html(report, unfolded));
    }

    private static StudyReport read(String what, Supplier<StudyReport> reading) {
        return ReadRoute.through(PLACE.substring(1) + "/" + what, reading);
    }
}
