/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.util.OpenmrsConstants;
import org.springframework.beans.BeanUtils;

/** The modules of this server, in the order of their start; each sees the classes of those before it. */
public class ModuleFactory {
    private static final Map<String, Module> LOADED = new LinkedHashMap<>();
    private static final Map<String, Module> STARTED = new LinkedHashMap<>();
    private static final Map<Module, ModuleClassLoader> LOADERS = new LinkedHashMap<>();

    private ModuleFactory() {}

    public static Module loadModule(File moduleFile) throws ModuleException {
        return loadModule(ModuleFile.read(moduleFile), true);
    }

    public static Module loadModule(Module module, Boolean replaceIfExists) throws ModuleException {
        if (LOADED.containsKey(module.getModuleId()) && !replaceIfExists) {
            throw new ModuleException("A module " + module + " is loaded already");
        }
        LOADED.put(module.getModuleId(), module);
        return module;
    }

    /** Checks what the module requires and makes its class loader and activator; the server does the rest. */
    public static Module startModule(Module module) throws ModuleException {
        String platform = OpenmrsConstants.OPENMRS_VERSION_SHORT;
        if (!ModuleUtil.matchRequiredVersions(platform, module.getRequireOpenmrsVersion())) {
            throw new ModuleException("Module " + module + " requires OpenMRS " + module.getRequireOpenmrsVersion()
                    + ", this is " + platform);
        }
        module.getRequiredModulesMap().forEach((name, version) -> {
            Module required = getModuleByPackage(name);
            if (required == null
                    || !required.isStarted()
                    || !ModuleUtil.matchRequiredVersions(required.getVersion(), version)) {
                throw new ModuleException("Module " + module + " requires module " + name + " " + version);
            }
        });
        if (module.getFile() != null) {
            ClassLoader parent = ModuleFactory.class.getClassLoader();
            for (ModuleClassLoader earlier : LOADERS.values()) {
                parent = earlier;
            }
            ModuleClassLoader loader = new ModuleLoader(module, parent);
            LOADERS.put(module, loader);
            module.setModuleActivator(activator(module, loader));
        }
        STARTED.put(module.getModuleId(), module);
        return module;
    }

    private static ModuleActivator activator(Module module, ClassLoader loader) {
        try {
            return (ModuleActivator) BeanUtils.instantiateClass(loader.loadClass(module.getActivatorName()));
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            throw new ModuleException("Module " + module + " has no activator " + module.getActivatorName(), e);
        }
    }

    public static void stopModule(Module module) {
        STARTED.remove(module.getModuleId());
        ModuleClassLoader loader = LOADERS.remove(module);
        if (loader != null) {
            loader.dispose();
        }
    }

    public static void unloadModule(Module module) {
        LOADED.remove(module.getModuleId());
    }

    public static Collection<Module> getLoadedModules() {
        return new ArrayList<>(LOADED.values());
    }

    public static Collection<Module> getStartedModules() {
        return new ArrayList<>(STARTED.values());
    }

    /** As with the platform, whoever changes it changes what is started. */
    public static Map<String, Module> getStartedModulesMap() {
        return STARTED;
    }

    public static List<Module> getStartedModulesInOrder() {
        return new ArrayList<>(STARTED.values());
    }

    public static Module getModuleById(String moduleId) {
        return LOADED.get(moduleId);
    }

    public static Module getStartedModuleById(String moduleId) {
        return STARTED.get(moduleId);
    }

    public static Module getModuleByPackage(String modulePackage) {
        return LOADED.values().stream()
                .filter(m -> m.getPackageName().equals(modulePackage))
                .findFirst()
                .orElse(null);
    }

    public static boolean isModuleStarted(String moduleId) {
        return STARTED.containsKey(moduleId);
    }

    public static boolean isModuleStarted(Module mod) {
        return STARTED.containsValue(mod);
    }

    public static ModuleClassLoader getModuleClassLoader(Module mod) throws ModuleException {
        ModuleClassLoader loader = LOADERS.get(mod);
        if (loader == null) {
            throw new ModuleException("Module not found: " + mod);
        }
        return loader;
    }
}
