/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openmrs.EncounterType;
import org.openmrs.Form;
import org.openmrs.api.FormsLockedException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.Installation;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.util.PrivilegeConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Installs a form for OpenMRS 3 for each instrument and each record of the pathway. One that nobody has edited follows the
 * definitions and the site's settings. One that the site has edited stays as it is, and where there is anything new another
 * version is put beside it, unpublished: which of the two is used, the site decides.
 */
public class FormInstaller {

    private static final Logger log = LoggerFactory.getLogger(FormInstaller.class);

    private static final List<String> PRIVILEGES = Arrays.asList(
            PrivilegeConstants.GET_FORMS,
            PrivilegeConstants.MANAGE_FORMS,
            PrivilegeConstants.GET_ENCOUNTER_TYPES,
            PrivilegeConstants.GET_CONCEPTS,
            PrivilegeConstants.GET_GLOBAL_PROPERTIES);

    private enum Outcome {
        AS_IT_WAS,
        CREATED,
        RENEWED,
        BESIDE
    }

    private final SiteService siteService;

    private final DictionaryDao dao;

    private final NodeLocks locks;

    private final PlatformTransactionManager transactionManager;

    public FormInstaller(
            SiteService siteService,
            DictionaryDao dao,
            NodeLocks locks,
            PlatformTransactionManager transactionManager) {
        this.siteService = siteService;
        this.dao = dao;
        this.locks = locks;
        this.transactionManager = transactionManager;
    }

    /**
     * Installs what is missing, while no other node does. It needs no privileges of whoever runs it.
     *
     * @return what was done, and what was left out and why; the log says the same
     * @throws IllegalStateException where other nodes kept it waiting too long
     */
    public FormReport install() {
        FormReport[] report = new FormReport[1];
        PRIVILEGES.forEach(Context::addProxyPrivilege);
        try {
            locks.runAlone(
                    NodeLock.INSTALLATION,
                    keepAlive -> report[0] = install(new Installation(transactionManager, keepAlive)));
        } finally {
            PRIVILEGES.forEach(Context::removeProxyPrivilege);
        }
        report(report[0]);
        return report[0];
    }

    /** The platform shows a module's warnings only, and what was written into a hospital's forms is to be seen. */
    private static void report(FormReport report) {
        for (String line : report.lines()) {
            if (report.changedNothing()) {
                log.info("SMPR: {}", line);
            } else {
                log.warn("SMPR: {}", line);
            }
        }
    }

    private FormReport install(Installation installation) {
        Map<Outcome, List<String>> done = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            done.put(outcome, new ArrayList<>());
        }
        FormGenerator[] generator = new FormGenerator[1];
        List<FormPlan> plans = new ArrayList<>();
        installation.install("The forms' dictionary", () -> {
            generator[0] = FormGenerator.on(dao.getDictionary());
            return plans.addAll(FormPlan.all(siteService.getInstruments()));
        });
        for (FormPlan plan : plans) {
            String name = "\"" + plan.getName().in(Locale.ENGLISH) + "\"";
            Outcome[] outcome = new Outcome[1];
            try {
                if (installation.install("Form " + name, () -> {
                    outcome[0] = install(plan, generator[0]);
                    return outcome[0] != Outcome.AS_IT_WAS;
                })) {
                    done.get(outcome[0]).add(name);
                }
            } catch (FormsLockedException e) {
                installation.leaveOut("Form " + name + " is left out: forms are locked (global property forms.locked)");
            }
        }
        return new FormReport(
                done.get(Outcome.CREATED),
                done.get(Outcome.RENEWED),
                done.get(Outcome.BESIDE),
                Collections.unmodifiableList(installation.getLeftOut()));
    }

    private static Outcome install(FormPlan plan, FormGenerator generator) {
        FormStore store = new FormStore();
        int version = 1;
        Form last = null;
        for (Optional<Form> form = store.form(FormGenerator.uuid(plan, version));
                form.isPresent();
                form = store.form(FormGenerator.uuid(plan, version))) {
            last = form.get();
            version++;
        }
        if (last == null) {
            store.write(form(plan, version, true), generator.o3(plan, version).documents());
            return Outcome.CREATED;
        }
        FormDocuments current = generator.o3(plan, version - 1).documents();
        String stated = FormDocuments.statedBy(last.getDescription());
        if (current.checkValue().equals(stated)) {
            // As generated, or edited from what would be generated today.
            return Outcome.AS_IT_WAS;
        }
        if (store.documents(last).checkValue().equals(stated)) {
            store.write(last, current);
            return Outcome.RENEWED;
        }
        store.write(form(plan, version, false), generator.o3(plan, version).documents());
        return Outcome.BESIDE;
    }

    private static Form form(FormPlan plan, int version, boolean published) {
        String type = StableUuid.ofEncounterType(plan.getQuestionnaire().getCode());
        EncounterType encounterType = Context.getEncounterService().getEncounterTypeByUuid(type);
        if (encounterType == null) {
            throw new IllegalStateException("its encounter type " + type + " is not there");
        }
        Form form = new Form();
        form.setUuid(FormGenerator.uuid(plan, version));
        form.setName(plan.getName().in(Locale.ENGLISH));
        form.setVersion(String.valueOf(version));
        form.setEncounterType(encounterType);
        form.setPublished(published);
        return form;
    }
}
