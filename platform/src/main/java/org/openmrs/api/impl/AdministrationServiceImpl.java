/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openmrs.GlobalProperty;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.GlobalPropertyListener;
import org.openmrs.api.context.Context;
import org.openmrs.util.LocaleUtility;
import org.openmrs.util.OpenmrsConstants;

class AdministrationServiceImpl extends HibernateService implements AdministrationService {
    private final List<GlobalPropertyListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public String getGlobalProperty(String propertyName) {
        GlobalProperty property = getGlobalPropertyObject(propertyName);
        return property == null ? null : property.getPropertyValue();
    }

    @Override
    public String getGlobalProperty(String propertyName, String defaultValue) {
        String value = getGlobalProperty(propertyName);
        return value == null ? defaultValue : value;
    }

    @Override
    public GlobalProperty getGlobalPropertyObject(String propertyName) {
        return session().get(GlobalProperty.class, propertyName);
    }

    @Override
    public GlobalProperty getGlobalPropertyByUuid(String uuid) {
        return byUuid(GlobalProperty.class, uuid);
    }

    @Override
    public List<GlobalProperty> getAllGlobalProperties() {
        return list(GlobalProperty.class, "from GlobalProperty order by property");
    }

    @Override
    public GlobalProperty saveGlobalProperty(GlobalProperty property) {
        GlobalProperty known = getGlobalPropertyObject(property.getProperty());
        if (known != null && known != property) {
            known.setPropertyValue(property.getPropertyValue());
            known.setDescription(property.getDescription());
        } else {
            save(property);
        }
        told(property).forEach(l -> l.globalPropertyChanged(property));
        return known == null ? property : known;
    }

    @Override
    public void setGlobalProperty(String propertyName, String propertyValue) {
        GlobalProperty property = getGlobalPropertyObject(propertyName);
        if (property == null) {
            property = new GlobalProperty(propertyName);
        }
        property.setPropertyValue(propertyValue);
        saveGlobalProperty(property);
    }

    @Override
    public void purgeGlobalProperty(GlobalProperty property) {
        session().delete(property);
        told(property).forEach(l -> l.globalPropertyDeleted(property.getProperty()));
    }

    private Stream<GlobalPropertyListener> told(GlobalProperty property) {
        return Stream.concat(Context.getRegisteredComponents(GlobalPropertyListener.class).stream(), listeners.stream())
                .filter(l -> l.supportsPropertyName(property.getProperty()));
    }

    @Override
    public void addGlobalPropertyListener(GlobalPropertyListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeGlobalPropertyListener(GlobalPropertyListener listener) {
        listeners.remove(listener);
    }

    @Override
    public List<Locale> getAllowedLocales() {
        Set<Locale> locales = new LinkedHashSet<>();
        for (String allowed : Context.getAdministrationService()
                .getGlobalProperty(OpenmrsConstants.GLOBAL_PROPERTY_LOCALE_ALLOWED_LIST, "en")
                .split(",")) {
            locales.add(LocaleUtility.fromSpecification(allowed));
        }
        return new ArrayList<>(locales);
    }
}
