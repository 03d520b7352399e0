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
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.EncounterType;
import org.openmrs.Form;
import org.openmrs.api.FormsLockedException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.Installation;
import org.openmrs.module.smpr.metadata.Installations;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.util.PrivilegeConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs a form for each instrument and each record of the pathway: one for OpenMRS 3, and one for the module HTML Form Entry
 * where that is there. One that nobody has edited follows the definitions and the site's settings. One that the site has edited
 * stays as it is, and where there is anything new another version is put beside it, unpublished: which of the two is used, the
 * site decides. Those of an instrument that the site has taken out of use are retired until it is in use again.
 */
public class FormInstaller {

    private static final Logger log = LoggerFactory.getLogger(FormInstaller.class);

    private static final List<String> PRIVILEGES = Arrays.asList(
            PrivilegeConstants.GET_FORMS,
            PrivilegeConstants.MANAGE_FORMS,
            PrivilegeConstants.GET_ENCOUNTER_TYPES,
            PrivilegeConstants.GET_CONCEPTS,
            PrivilegeConstants.GET_GLOBAL_PROPERTIES);

    /** The reason that is kept with a form, by which it is known again. */
    private static final String NOT_IN_USE = "SMPR: the site has taken the instrument out of use";

    private enum Outcome {
        AS_IT_WAS,
        CREATED,
        RENEWED,
        BESIDE,
        RETIRED,
        RESTORED
    }

    private final SiteService siteService;

    private final DictionaryDao dao;

    private final Installations installations;

    public FormInstaller(SiteService siteService, DictionaryDao dao, Installations installations) {
        this.siteService = siteService;
        this.dao = dao;
        this.installations = installations;
    }

    /**
     * Installs what is missing, while no other node does. It needs no privileges of whoever runs it.
     *
     * @return what was done, and what was left out and why; the log says the same
     * @throws IllegalStateException where other nodes kept it waiting too long
     */
    public FormReport install() {
        FormReport report = installations.runAlone(PRIVILEGES, this::install);
        report(report);
        return report;
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
        List<FormEngine> engines = new ArrayList<>();
        List<FormPlan> plans = new ArrayList<>();
        installation.install("The forms' dictionary", () -> {
            FormGenerator generator = FormGenerator.on(dao.getDictionary());
            engines.add(new O3Engine(generator));
            HtmlFormStore.find().ifPresent(store -> engines.add(new HtmlFormEngine(generator, store)));
            return plans.addAll(FormPlan.all(siteService.getInstruments()));
        });
        for (FormEngine engine : engines) {
            for (FormPlan plan : plans) {
                install(engine, plan, installation, done);
            }
        }
        return new FormReport(
                done.get(Outcome.CREATED),
                done.get(Outcome.RENEWED),
                done.get(Outcome.BESIDE),
                done.get(Outcome.RETIRED),
                done.get(Outcome.RESTORED),
                Collections.unmodifiableList(installation.getLeftOut()));
    }

    private static void install(
            FormEngine engine, FormPlan plan, Installation installation, Map<Outcome, List<String>> done) {
        String name = "\"" + engine.name(plan) + "\"";
        Outcome[] outcome = new Outcome[1];
        try {
            if (installation.install("Form " + name, () -> {
                outcome[0] = plan.isInUse() ? install(engine, plan) : retire(engine, plan);
                return outcome[0] != Outcome.AS_IT_WAS;
            })) {
                done.get(outcome[0]).add(name);
            }
        } catch (FormsLockedException e) {
            installation.leaveOut("Form " + name + " is left out: forms are locked (global property forms.locked)");
        }
    }

    private static Outcome install(FormEngine engine, FormPlan plan) {
        List<Form> versions = versions(engine, plan);
        int version = versions.size();
        if (versions.isEmpty()) {
            engine.write(form(engine, plan, 1, true), plan, 1);
            return Outcome.CREATED;
        }
        List<Form> outOfUse = versions.stream()
                .filter(form -> form.getRetired() && NOT_IN_USE.equals(form.getRetireReason()))
                .collect(Collectors.toList());
        outOfUse.forEach(Context.getFormService()::unretireForm);
        Form last = versions.get(version - 1);
        String generated = engine.generated(plan, version);
        String stated = engine.stated(last);
        if (generated.equals(stated)) {
            // As generated, or edited from what would be generated today.
            return outOfUse.isEmpty() ? Outcome.AS_IT_WAS : Outcome.RESTORED;
        }
        if (engine.kept(last).equals(stated)) {
            engine.write(last, plan, version);
            return Outcome.RENEWED;
        }
        engine.write(form(engine, plan, version + 1, false), plan, version + 1);
        return Outcome.BESIDE;
    }

    /** What is not in use is not offered for charting. Nothing is changed in its forms, and what the site has retired itself stays so. */
    private static Outcome retire(FormEngine engine, FormPlan plan) {
        List<Form> offered = versions(engine, plan).stream()
                .filter(form -> !form.getRetired())
                .collect(Collectors.toList());
        offered.forEach(form -> Context.getFormService().retireForm(form, NOT_IN_USE));
        return offered.isEmpty() ? Outcome.AS_IT_WAS : Outcome.RETIRED;
    }

    /** @return those that are there, in their order */
    private static List<Form> versions(FormEngine engine, FormPlan plan) {
        List<Form> versions = new ArrayList<>();
        for (Form form = existing(engine, plan, 1); form != null; form = existing(engine, plan, versions.size() + 1)) {
            versions.add(form);
        }
        return versions;
    }

    private static Form existing(FormEngine engine, FormPlan plan, int version) {
        return Context.getFormService().getFormByUuid(engine.uuid(plan, version));
    }

    private static Form form(FormEngine engine, FormPlan plan, int version, boolean published) {
        String type = StableUuid.ofEncounterType(plan.getQuestionnaire().getCode());
        EncounterType encounterType = Context.getEncounterService().getEncounterTypeByUuid(type);
        if (encounterType == null) {
            throw new IllegalStateException("its encounter type " + type + " is not there");
        }
        Form form = new Form();
        form.setUuid(engine.uuid(plan, version));
        form.setName(engine.name(plan));
        form.setVersion(String.valueOf(version));
        form.setEncounterType(encounterType);
        form.setPublished(published);
        return form;
    }
}
