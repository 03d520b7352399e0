/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openmrs.Form;
import org.openmrs.FormResource;
import org.openmrs.api.DatatypeService;
import org.openmrs.api.FormService;
import org.openmrs.api.context.Context;
import org.openmrs.api.db.ClobDatatypeStorage;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.metadata.StableUuid;

/** Reads and writes the documents of a form where OpenMRS 3 looks for them: each a resource of the form, whose text is kept apart. */
final class FormStore {

    /** There is no class of this name: a resource of it must not be saved again. */
    private static final String SCHEMA_DATATYPE = "AmpathJsonSchema";

    private static final String TEXT_DATATYPE = "org.openmrs.customdatatype.datatype.LongFreeTextDatatype";

    private final FormService forms = Context.getFormService();

    private final DatatypeService texts = Context.getDatatypeService();

    /** @return those documents of the form that the module knows of */
    FormDocuments documents(Form form) {
        Map<String, String> documents = new LinkedHashMap<>();
        storages(form).forEach((name, storage) -> documents.put(name, storage.getValue()));
        return new FormDocuments(documents);
    }

    /** @param form with everything that it says of itself; new, or as it was */
    void write(Form form, FormDocuments documents) {
        Map<String, ClobDatatypeStorage> storages = form.getFormId() == null ? new LinkedHashMap<>() : storages(form);
        form.setDescription(documents.description());
        Form saved = forms.saveForm(form);
        documents.getTexts().forEach((name, text) -> {
            ClobDatatypeStorage storage = storages.get(name);
            if (storage == null) {
                create(saved, name, text);
            } else {
                storage.setValue(text);
                texts.saveClobDatatypeStorage(storage);
            }
        });
    }

    private void create(Form form, String name, String text) {
        ClobDatatypeStorage storage = new ClobDatatypeStorage();
        storage.setUuid(StableUuid.of("clobdata", form.getUuid() + ":" + name));
        storage.setValue(text);
        texts.saveClobDatatypeStorage(storage);
        boolean schema = name.equals(FormDocuments.SCHEMA);
        FormResource resource = new FormResource();
        resource.setUuid(StableUuid.of("formresource", form.getUuid() + ":" + name));
        resource.setForm(form);
        resource.setName(schema ? name : form.getName() + name);
        resource.setDatatypeClassname(schema ? SCHEMA_DATATYPE : TEXT_DATATYPE);
        resource.setValueReferenceInternal(storage.getUuid());
        forms.saveFormResource(resource);
    }

    /** @return where the text of each document is kept, by the end of its name: what the name begins with is the form's, which a site can change */
    private Map<String, ClobDatatypeStorage> storages(Form form) {
        Map<String, ClobDatatypeStorage> storages = new LinkedHashMap<>();
        for (FormResource resource : forms.getFormResourcesForForm(form)) {
            name(resource.getName())
                    .ifPresent(name -> Optional.ofNullable(
                                    texts.getClobDatatypeStorageByUuid(resource.getValueReference()))
                            .ifPresent(storage -> storages.put(name, storage)));
        }
        return storages;
    }

    private static Optional<String> name(String resource) {
        return resource.equals(FormDocuments.SCHEMA)
                ? Optional.of(resource)
                : Label.LANGUAGES.stream()
                        .map(language -> FormDocuments.TRANSLATIONS + language)
                        .filter(resource::endsWith)
                        .findFirst();
    }
}
