/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;

/** A module as its config.xml describes it. */
@Getter
@Setter
public final class Module {
    private String moduleId;
    private String name;
    private String version;
    private String packageName;
    private String author;
    private String description;
    private String activatorName;
    private String requireOpenmrsVersion;
    private Map<String, String> requiredModulesMap = new LinkedHashMap<>();
    private List<AdvicePoint> advicePoints = new ArrayList<>();
    private List<Privilege> privileges = new ArrayList<>();
    private List<GlobalProperty> globalProperties = new ArrayList<>();
    private List<String> mappingFiles = new ArrayList<>();
    private File file;
    private ModuleActivator moduleActivator;

    public Module(String name) {
        this.name = name;
    }

    public String getModuleIdAsPath() {
        return moduleId.replace('.', '/');
    }

    public List<String> getRequiredModules() {
        return new ArrayList<>(requiredModulesMap.keySet());
    }

    public boolean isStarted() {
        return ModuleFactory.isModuleStarted(this);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Module && moduleId.equals(((Module) obj).moduleId);
    }

    @Override
    public int hashCode() {
        return moduleId.hashCode();
    }

    @Override
    public String toString() {
        return moduleId;
    }
}
