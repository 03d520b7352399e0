/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.htmlformentry;

import java.util.HashMap;
import java.util.Map;
import org.openmrs.Form;
import org.openmrs.api.context.Context;

/** Keeps the XML of forms in memory, and the forms where they belong. */
public class HtmlFormsInMemory implements HtmlFormEntryService {

    private final Map<String, HtmlForm> byForm = new HashMap<>();

    private int saved;

    @Override
    public HtmlForm getHtmlFormByForm(Form form) {
        HtmlForm found = byForm.get(form.getUuid());
        if (found != null) {
            // That of the session, as a database gives it.
            found.setForm(form);
        }
        return found;
    }

    @Override
    public HtmlForm saveHtmlForm(HtmlForm form) {
        Context.getFormService().saveForm(form.getForm());
        byForm.put(form.getForm().getUuid(), form);
        saved++;
        return form;
    }

    /** @return how often something was saved */
    public int saved() {
        return saved;
    }
}
