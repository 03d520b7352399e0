/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.study.export.StudyExportService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Has an export of the study made; what becomes of it is the {@linkplain JobResource job} that it answers with. */
@Controller
@RequestMapping("/rest/" + RestConstants.VERSION_1 + "/smpr/study/export")
public class StudyExportController implements ErrorResponses {

    /** Looks at every request before it is read. */
    @ModelAttribute
    public void refuseFaults(@RequestParam Map<String, String> request, @RequestHeader HttpHeaders headers) {
        JsonOnly.refuseUnreadableBodies(headers);
        Parameters.ofOneSignedIn(request).refuseFaults();
    }

    @Override
    public boolean isToldFaults() {
        return Context.hasPrivilege(SmprPrivileges.EXPORT_STUDY);
    }

    @PostMapping
    public ResponseEntity<SimpleObject> export(@RequestBody SimpleObject body, @RequestHeader HttpHeaders headers) {
        JsonOnly.refuseOtherAnswers(headers);
        // First, so that one who may not do this learns nothing of how it is done.
        Context.requirePrivilege(SmprPrivileges.EXPORT_STUDY);
        PostedFields fields = new PostedFields(body);
        boolean texts = fields.flag("texts");
        List<Fault> faults = fields.faults();
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return ErrorResponses.answer(
                HttpStatus.ACCEPTED,
                ReadRoute.through(
                        "smpr/study/export",
                        () -> JobView.VIEW.of(
                                Context.getService(StudyExportService.class).askExport(texts, Context.getLocale()),
                                Level.DEFAULT)));
    }
}
