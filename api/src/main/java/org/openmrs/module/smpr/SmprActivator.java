/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import org.openmrs.api.context.Context;
import org.openmrs.module.BaseModuleActivator;
import org.openmrs.module.smpr.form.FormInstaller;
import org.openmrs.module.smpr.metadata.MetadataInstaller;
import org.openmrs.module.smpr.site.SiteFiles;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.job.JobThread;
import org.openmrs.util.OpenmrsUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the site's files and installs the metadata and the forms when the module starts. Nothing that goes wrong there stops the server. */
public class SmprActivator extends BaseModuleActivator {

    private static final Logger log = LoggerFactory.getLogger(SmprActivator.class);

    private JobThread jobs;

    @Override
    public void started() {
        attempt("The site's files were not read", SmprActivator::acceptFiles);
        attempt("The metadata were not installed", SmprActivator::installMetadata);
        attempt("The forms were not installed", SmprActivator::installForms);
        if (jobs == null) {
            jobs = JobThread.start();
        }
        log.info("SMPR: started");
    }

    /** While what a job works with is still there. */
    @Override
    public void willStop() {
        if (jobs != null) {
            jobs.stop();
            jobs = null;
        }
    }

    @Override
    public void stopped() {
        log.info("SMPR: stopped");
    }

    private static void acceptFiles() {
        Context.addProxyPrivilege(SmprPrivileges.MANAGE_SETTINGS);
        try {
            new SiteFiles(
                            Context.getService(SiteService.class),
                            OpenmrsUtil.getApplicationDataDirectoryAsFile().toPath())
                    .accept();
        } finally {
            Context.removeProxyPrivilege(SmprPrivileges.MANAGE_SETTINGS);
        }
    }

    private static void installMetadata() {
        Context.getRegisteredComponent("smpr.metadataInstaller", MetadataInstaller.class)
                .install();
    }

    private static void installForms() {
        Context.getRegisteredComponent("smpr.formInstaller", FormInstaller.class)
                .install();
    }

    private static void attempt(String failure, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            log.error("SMPR: {}; the next start tries again", failure, e);
        }
    }
}
