/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.form.GeneratedFormService;
import org.openmrs.module.smpr.form.HtmlForm;
import org.openmrs.module.smpr.form.O3Form;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of an instrument as it is generated, for those who set up a site: labels, and no blank form to print. */
@Controller
public class InstrumentFormController implements ErrorResponses {

    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    /**
     * @return for OpenMRS 3 its schema, with the translations into the language of the session; for HTML Form Entry its XML, with
     *     all translations; 404 where there is no such instrument
     */
    @GetMapping("/rest/" + RestConstants.VERSION_1 + "/smpr/instrument/{code}/form")
    public ResponseEntity<String> form(@PathVariable("code") String code, @RequestParam Map<String, String> request) {
        Parameters parameters = Parameters.ofOneSignedIn(request);
        String engine = parameters.required("engine");
        parameters.oneOf("engine", "o3", "htmlformentry");
        parameters.refuseFaults();
        return "o3".equals(engine) ? schema(code) : xml(code);
    }

    private static ResponseEntity<String> schema(String code) {
        O3Form form = service().getO3Form(code).orElseThrow(ObjectNotFoundException::new);
        Map<String, Object> schema = new LinkedHashMap<>(form.getSchema());
        schema.put("translations", form.translations(Context.getLocale()));
        return ResponseEntity.ok().contentType(JSON).body(O3Form.json(schema));
    }

    private static ResponseEntity<String> xml(String code) {
        HtmlForm form = service().getHtmlForm(code).orElseThrow(ObjectNotFoundException::new);
        return ResponseEntity.ok().contentType(XML).body(form.getXml());
    }

    private static GeneratedFormService service() {
        return Context.getService(GeneratedFormService.class);
    }
}
