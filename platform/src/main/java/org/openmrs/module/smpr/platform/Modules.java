/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.io.File;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.aopalliance.aop.Advice;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.AdvicePoint;
import org.openmrs.module.Module;
import org.openmrs.module.ModuleClassLoader;
import org.openmrs.module.ModuleException;
import org.openmrs.module.ModuleFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and stops module files in the platform's order. */
final class Modules {
    private static final String[] CONTEXTS = {
        "classpath:openmrs-servlet.xml",
        "classpath*:moduleApplicationContext.xml",
        "classpath*:webModuleApplicationContext.xml"
    };

    private final Platform platform;
    private final List<Module> started = new ArrayList<>();
    private ClassLoader loader = Modules.class.getClassLoader();

    Modules(Platform platform) {
        this.platform = platform;
    }

    void start(List<File> files) {
        Module rest = new Module("Rest Web Services OMOD");
        rest.setModuleId("webservices.rest");
        rest.setPackageName("org.openmrs.module.webservices.rest");
        rest.setVersion("3.4.1");
        ModuleFactory.startModule(ModuleFactory.loadModule(rest, true));
        List<String> mappings = new ArrayList<>();
        for (File file : files) {
            Module module = ModuleFactory.startModule(ModuleFactory.loadModule(file));
            started.add(module);
            loader = ModuleFactory.getModuleClassLoader(module);
            updateDatabase(module);
            mappings.addAll(module.getMappingFiles());
        }
        asDaemon(() -> {
            started.forEach(Modules::addPrivilegesAndProperties);
            started.forEach(m -> m.getModuleActivator().willStart());
            started.forEach(m -> m.getModuleActivator().willRefreshContext());
        });
        platform.refresh(loader, mappings, CONTEXTS);
        started.forEach(Modules::advise);
        asDaemon(() -> {
            started.forEach(m -> m.getModuleActivator().contextRefreshed());
            started.forEach(m -> m.getModuleActivator().started());
        });
    }

    private static void updateDatabase(Module module) {
        ModuleClassLoader loader = ModuleFactory.getModuleClassLoader(module);
        if (loader.findResource("liquibase.xml") == null) {
            return;
        }
        try (Connection connection = Database.current().dataSource().getConnection()) {
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                Liquibase liquibase = new Liquibase(
                        "liquibase.xml", new ClassLoaderResourceAccessor(loader), new JdbcConnection(connection));
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.update(new Contexts(), new LabelExpression());
            });
        } catch (Exception e) {
            throw new ModuleException("The liquibase.xml of module " + module + " fails", e);
        }
    }

    private static void addPrivilegesAndProperties(Module module) {
        for (Privilege privilege : module.getPrivileges()) {
            if (Context.getUserService().getPrivilege(privilege.getPrivilege()) == null) {
                Context.getUserService().savePrivilege(privilege);
            }
        }
        AdministrationService settings = Context.getAdministrationService();
        for (GlobalProperty property : module.getGlobalProperties()) {
            if (settings.getGlobalPropertyObject(property.getProperty()) == null) {
                settings.saveGlobalProperty(property);
            }
        }
        settings.saveGlobalProperty(new GlobalProperty(module.getModuleId() + ".started", "true"));
    }

    private static void advise(Module module) {
        for (AdvicePoint point : module.getAdvicePoints()) {
            try {
                ClassLoader loader = ModuleFactory.getModuleClassLoader(module);
                Object advice = BeanUtils.instantiateClass(loader.loadClass(point.getClassName()));
                Context.addAdvice(loader.loadClass(point.getPoint()), (Advice) advice);
            } catch (ClassNotFoundException e) {
                throw new ModuleException("The advice of module " + module + " fails", e);
            }
        }
    }

    private void asDaemon(Runnable work) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        caller.setContextClassLoader(loader);
        try {
            Daemon.runInNewDaemonThread(() -> {
                        try {
                            work.run();
                        } catch (RuntimeException | Error e) {
                            failure.set(e);
                        }
                    })
                    .join();
        } catch (InterruptedException e) {
            caller.interrupt();
        } finally {
            caller.setContextClassLoader(before);
        }
        if (failure.get() != null) {
            throw new ModuleException("A module fails to start or stop", failure.get());
        }
    }

    ClassLoader loader() {
        return loader;
    }

    ConfigurableApplicationContext context() {
        return platform.context();
    }

    void stop() {
        try {
            if (platform.context().isActive()) {
                asDaemon(() -> started.forEach(m -> m.getModuleActivator().willStop()));
            }
        } finally {
            platform.stop();
            started.forEach(m -> m.getModuleActivator().stopped());
            for (Module module : ModuleFactory.getLoadedModules()) {
                ModuleFactory.stopModule(module);
                ModuleFactory.unloadModule(module);
            }
        }
    }
}
