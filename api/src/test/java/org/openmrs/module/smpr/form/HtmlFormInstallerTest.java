/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Form;
import org.openmrs.GlobalProperty;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ServiceContext;
import org.openmrs.module.Module;
import org.openmrs.module.ModuleFactory;
import org.openmrs.module.htmlformentry.HtmlForm;
import org.openmrs.module.htmlformentry.HtmlFormEntryService;
import org.openmrs.module.htmlformentry.HtmlFormsInMemory;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

/** The forms for HTML Form Entry, with a service in memory in the place of that module's, which other tests do without. */
public class HtmlFormInstallerTest extends SmprContextTest {

    private static final String SAPROF = "\"SMPR SAPROF (HTML Form Entry)\"";

    private static final String FOR_O3 = "\"SMPR SAPROF\"";

    private final HtmlFormsInMemory htmlForms = new HtmlFormsInMemory();

    private FormInstaller installer;

    @Before
    public void startModule() {
        ModuleFactory.getStartedModulesMap().put(HtmlFormStore.MODULE, new Module(HtmlFormStore.MODULE));
        ServiceContext.getInstance().setModuleService(Arrays.asList(HtmlFormEntryService.class.getName(), htmlForms));
        installer = Context.getRegisteredComponent("smpr.formInstaller", FormInstaller.class);
    }

    @After
    public void stopModule() {
        ModuleFactory.getStartedModulesMap().remove(HtmlFormStore.MODULE);
    }

    @Test
    public void shouldInstallEachFormPublishedBesideThatForOpenmrs3() {
        FormReport report = installer.install();

        assertEquals(2 * GeneratedForms.plans().size(), report.getCreated().size());
        assertEquals(List.of(), report.getLeftOut());
        for (FormPlan plan : GeneratedForms.plans()) {
            Form form = form(plan, 1);
            assertEquals(plan.getName().in(Locale.ENGLISH) + " (HTML Form Entry)", form.getName());
            assertTrue(form.getPublished());
            assertEquals("1", form.getVersion());
            assertEquals(
                    StableUuid.ofEncounterType(plan.getQuestionnaire().getCode()),
                    form.getEncounterType().getUuid());
            HtmlForm htmlForm = htmlForms.getHtmlFormByForm(form);
            assertEquals(GeneratedForms.html(plan).getXml(), htmlForm.getXmlData());
            assertEquals(GeneratedForms.html(plan).getUuid(), htmlForm.getUuid());
        }
    }

    @Test
    public void shouldWriteNothingTheNextTime() {
        installer.install();
        int saved = htmlForms.saved();

        assertTrue(installer.install().changedNothing());

        assertEquals(saved, htmlForms.saved());
    }

    @Test
    public void shouldKeepAFormThatNobodyEditedUpToDate() {
        installer.install();
        relabel("Self-restraint");

        FormReport report = installer.install();

        assertEquals(List.of(FOR_O3, SAPROF), report.getRenewed());
        assertTrue(xml(1).contains("Self-restraint"));
        assertNull(form(GeneratedForms.plan("SAPROF"), 2));
        assertTrue(installer.install().changedNothing());
    }

    @Test
    public void shouldTakeAFormForUneditedThatAnEditorHasBrokenIntoOtherLines() {
        installer.install();
        edit(xml(1).replace("\n", "\r\n") + "<!-- seen by us -->");
        relabel("Self-restraint");

        assertEquals(List.of(FOR_O3, SAPROF), installer.install().getRenewed());
    }

    @Test
    public void shouldNeverOverwriteAFormThatTheSiteHasEdited_AndPutAnotherBesideIt() {
        installer.install();
        String edited = xml(1).replace("Self-control", "Our words");
        edit(edited);

        assertTrue("There is nothing new to offer", installer.install().changedNothing());
        relabel("Self-restraint");
        FormReport report = installer.install();

        assertEquals(List.of(SAPROF), report.getBesides());
        assertEquals(List.of(FOR_O3), report.getRenewed());
        assertEquals(edited, xml(1));
        assertTrue(form(GeneratedForms.plan("SAPROF"), 1).getPublished());
        assertTrue(xml(2).contains("Self-restraint"));
        assertFalse(form(GeneratedForms.plan("SAPROF"), 2).getPublished());
        assertTrue(installer.install().changedNothing());
    }

    @Test
    public void shouldTakeAFormForEditedThatNoLongerSaysWhatItWas() {
        installer.install();
        edit(xml(1).replaceAll("<!--.*?-->", ""));

        assertEquals(List.of(SAPROF), installer.install().getBesides());
    }

    @Test
    public void shouldSayWhichFormsItCouldNotInstall() {
        Context.getAdministrationService().saveGlobalProperty(new GlobalProperty("forms.locked", "true"));

        FormReport report = installer.install();

        assertEquals(2 * GeneratedForms.plans().size(), report.getLeftOut().size());
        assertTrue(
                report.getLeftOut().stream().anyMatch(line -> line.contains(SAPROF) && line.contains("forms.locked")));
        Context.getAdministrationService().saveGlobalProperty(new GlobalProperty("forms.locked", "false"));
    }

    private static void relabel(String label) {
        Context.getService(SiteService.class)
                .acceptSettings("a test", "{\"format\": 1, \"labels\": {\"SAPROF.05\": {\"en\": \"" + label + "\"}}}");
        Context.flushSession();
        Context.clearSession();
    }

    private String xml(int version) {
        return htmlForms
                .getHtmlFormByForm(form(GeneratedForms.plan("SAPROF"), version))
                .getXmlData();
    }

    private void edit(String xml) {
        htmlForms.getHtmlFormByForm(form(GeneratedForms.plan("SAPROF"), 1)).setXmlData(xml);
    }

    private static Form form(FormPlan plan, int version) {
        return Context.getFormService().getFormByUuid(org.openmrs.module.smpr.form.HtmlForm.formUuid(plan, version));
    }
}
