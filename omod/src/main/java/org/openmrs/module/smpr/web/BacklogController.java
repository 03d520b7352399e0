/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.study.backlog.BacklogInput;
import org.openmrs.module.smpr.study.backlog.BacklogService;
import org.openmrs.module.smpr.study.backlog.BacklogServiceImpl;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** Takes in a table of assessments that were made before; what becomes of it is the {@linkplain JobResource job} that it answers with. */
@Controller
public class BacklogController implements ErrorResponses {

    private static final String PATH = "/rest/" + RestConstants.VERSION_1 + "/smpr/study/import";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** As JSON, a text can be twice as long as it is: what is longer than that is not even read. */
    private static final long MOST_BYTES_OF_JSON = 2L * BacklogService.MOST_BYTES + 10_000;

    /** Looks at every request before it is read. */
    @ModelAttribute
    public void refuseFaults(@RequestParam Map<String, String> request, @RequestHeader HttpHeaders headers) {
        JsonOnly.refuseUnreadableBodies(headers);
        Parameters.ofOneSignedIn(request).refuseFaults();
        if (headers.getContentLength() > MOST_BYTES_OF_JSON) {
            throw new FaultsException(Collections.singletonList(BacklogServiceImpl.tooLarge()));
        }
    }

    @Override
    public boolean isToldFaults() {
        return Context.hasPrivilege(SmprPrivileges.IMPORT_ASSESSMENTS);
    }

    @PostMapping(PATH)
    public ResponseEntity<SimpleObject> importBacklog(
            @RequestBody SimpleObject body, @RequestHeader HttpHeaders headers) {
        JsonOnly.refuseOtherAnswers(headers);
        // First, so that one who may not do this learns nothing of how it is done.
        Context.requirePrivilege(SmprPrivileges.IMPORT_ASSESSMENTS);
        PostedFields fields = new PostedFields(body);
        BacklogInput.BacklogInputBuilder input = BacklogInput.builder()
                .instrument(fields.text(Fields.INSTRUMENT))
                .file(fields.text("file"))
                .dryRun(fields.flag("dryRun"))
                .faults(fields.faults());
        return ErrorResponses.answer(
                HttpStatus.ACCEPTED,
                ReadRoute.through(
                        "smpr/study/import",
                        () -> JobView.VIEW.of(service().importBacklog(input.build()), Level.DEFAULT)));
    }

    @GetMapping(PATH + "/template")
    public ResponseEntity<String> template(@RequestParam Map<String, String> request) {
        Parameters parameters = new Parameters(request::get);
        String instrument = parameters.required(Fields.INSTRUMENT);
        parameters.instrument();
        parameters.refuseFaults();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + instrument + ".csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(service().getTemplate(instrument).orElseThrow(ObjectNotFoundException::new));
    }

    /** The platform's reader of JSON takes no longer text than a file may have. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    public ResponseEntity<SimpleObject> unreadable(HttpMessageNotReadableException e, WebRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > BacklogService.MOST_BYTES
                ? refuse(new FaultsException(Collections.singletonList(BacklogServiceImpl.tooLarge())))
                : ErrorResponses.answer(HttpStatus.BAD_REQUEST, ErrorResponses.error("smpr.error.unreadable"));
    }

    private static BacklogService service() {
        return Context.getService(BacklogService.class);
    }
}
