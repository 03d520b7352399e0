/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.openmrs.Form;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.openmrs.module.ModuleFactory;

/** Reads and writes what the module HTML Form Entry keeps of a form; by reflection, for that module need not be there. */
final class HtmlFormStore {

    static final String MODULE = "htmlformentry";

    private static final String PACKAGE = "org.openmrs.module.htmlformentry.";

    private final Class<?> serviceType;

    private final Class<?> htmlFormType;

    private final Object service;

    private HtmlFormStore(Class<?> serviceType, Class<?> htmlFormType, Object service) {
        this.serviceType = serviceType;
        this.htmlFormType = htmlFormType;
        this.service = service;
    }

    /** @return that of the module, where it is there and started */
    static Optional<HtmlFormStore> find() {
        if (!ModuleFactory.isModuleStarted(MODULE)) {
            return Optional.empty();
        }
        try {
            Class<?> serviceType = Context.loadClass(PACKAGE + "HtmlFormEntryService");
            Class<?> htmlFormType = Context.loadClass(PACKAGE + "HtmlForm");
            return Optional.of(new HtmlFormStore(serviceType, htmlFormType, Context.getService(serviceType)));
        } catch (ClassNotFoundException | APIException e) {
            return Optional.empty();
        }
    }

    /** @return the XML of the form, where it has some */
    Optional<String> xml(Form form) {
        return find(form).map(found -> (String) call(htmlFormType, found, "getXmlData"));
    }

    /** Keeps the XML, and the form with it. @param uuid of the XML, where the form has none yet */
    void write(Form form, String uuid, String xml) {
        Optional<Object> found = form.getFormId() == null ? Optional.empty() : find(form);
        Object htmlForm = found.orElseGet(() -> create(form, uuid));
        call(htmlFormType, htmlForm, "setXmlData", String.class, xml);
        call(serviceType, service, "saveHtmlForm", htmlFormType, htmlForm);
    }

    private Optional<Object> find(Form form) {
        return Optional.ofNullable(call(serviceType, service, "getHtmlFormByForm", Form.class, form));
    }

    private Object create(Form form, String uuid) {
        try {
            Object htmlForm = htmlFormType.getDeclaredConstructor().newInstance();
            call(htmlFormType, htmlForm, "setForm", Form.class, form);
            call(htmlFormType, htmlForm, "setUuid", String.class, uuid);
            return htmlForm;
        } catch (ReflectiveOperationException e) {
            throw another(e);
        }
    }

    private static Object call(Class<?> type, Object object, String method) {
        return call(type, object, method, new Class<?>[0]);
    }

    private static Object call(Class<?> type, Object object, String method, Class<?> parameter, Object argument) {
        return call(type, object, method, new Class<?>[] {parameter}, argument);
    }

    private static Object call(
            Class<?> type, Object object, String method, Class<?>[] parameters, Object... arguments) {
        try {
            return type.getMethod(method, parameters).invoke(object, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            throw another(e);
        } catch (ReflectiveOperationException e) {
            throw another(e);
        }
    }

    private static IllegalStateException another(ReflectiveOperationException e) {
        return new IllegalStateException("HTML Form Entry is another than is known: " + e, e);
    }
}
