/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Form;
import org.openmrs.FormResource;
import org.openmrs.GlobalProperty;
import org.openmrs.api.context.Context;
import org.openmrs.api.db.ClobDatatypeStorage;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

public class FormInstallerTest extends SmprContextTest {

    private static final String SAPROF = "\"SMPR SAPROF\"";

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormInstaller installer;

    @Before
    public void findInstaller() {
        installer = Context.getRegisteredComponent("smpr.formInstaller", FormInstaller.class);
    }

    @Test
    public void shouldInstallEachFormPublishedWhereOpenmrs3LooksForIt() throws Exception {
        FormReport report = installer.install();

        assertEquals(GeneratedForms.plans().size(), report.getCreated().size());
        assertEquals(List.of(), report.getLeftOut());
        for (FormPlan plan : GeneratedForms.plans()) {
            Form form = form(plan, 1);
            assertTrue(form.getPublished());
            assertFalse(form.getRetired());
            assertEquals("1", form.getVersion());
            assertEquals(
                    StableUuid.ofEncounterType(plan.getQuestionnaire().getCode()),
                    form.getEncounterType().getUuid());
            assertEquals(
                    new TreeSet<>(List.of(
                            "JSON schema", form.getName() + "_translations_en", form.getName() + "_translations_fr")),
                    Context.getFormService().getFormResourcesForForm(form).stream()
                            .map(FormResource::getName)
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertEquals(
                    "AmpathJsonSchema",
                    Context.getFormService()
                            .getFormResource(form, "JSON schema")
                            .getDatatypeClassname());
            JsonNode schema = JSON.readTree(storage(form, "JSON schema").getValue());
            assertEquals(form.getName(), schema.get("name").asText());
            assertEquals(form.getUuid(), schema.get("uuid").asText());
            assertEquals(
                    form.getEncounterType().getUuid(),
                    schema.get("encounterType").asText());
            assertEquals(
                    "fr",
                    JSON.readTree(storage(form, form.getName() + "_translations_fr")
                                    .getValue())
                            .get("language")
                            .asText());
        }
    }

    @Test
    public void shouldInstallThemWhoeverIsSignedIn() {
        TestPeople.signInWith(List.of(), List.of());

        assertEquals(
                GeneratedForms.plans().size(), installer.install().getCreated().size());

        assertFalse(Context.hasPrivilege("Manage Forms"));
    }

    @Test
    public void shouldWriteNothingTheNextTime() {
        installer.install();
        Form before = form("SAPROF", 1);
        Object changed = before.getDateChanged();
        Context.clearSession();

        FormReport again = installer.install();

        assertTrue(again.changedNothing());
        assertEquals(List.of("forms complete"), again.lines());
        assertEquals(changed, form("SAPROF", 1).getDateChanged());
    }

    @Test
    public void shouldKeepAFormThatNobodyEditedUpToDate() {
        installer.install();
        relabel("Self-restraint");

        FormReport report = installer.install();

        assertEquals(List.of(SAPROF), report.getRenewed());
        assertEquals(List.of(), report.getBesides());
        assertTrue(schema("SAPROF", 1).contains("Self-restraint"));
        assertNull(form("SAPROF", 2));
        assertTrue(installer.install().changedNothing());
    }

    @Test
    public void shouldTakeAFormForUneditedThatWasOnlyWrittenInAnotherOrder() throws Exception {
        installer.install();
        ObjectNode schema = (ObjectNode) JSON.readTree(schema("SAPROF", 1));
        ObjectNode turned = JSON.createObjectNode();
        turned.set("pages", schema.remove("pages"));
        turned.setAll(schema);
        turned.put("version", "1.0");
        turned.put("published", true);
        write("SAPROF", "JSON schema", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(turned));
        relabel("Self-restraint");

        assertEquals(List.of(SAPROF), installer.install().getRenewed());
    }

    @Test
    public void shouldNeverOverwriteAFormThatTheSiteHasEdited_AndPutAnotherBesideIt() {
        installer.install();
        String edited = schema("SAPROF", 1).replace("Self-control", "Our words");
        write("SAPROF", "JSON schema", edited);

        assertTrue("There is nothing new to offer", installer.install().changedNothing());
        assertNull(form("SAPROF", 2));
        relabel("Self-restraint");
        FormReport report = installer.install();

        assertEquals(List.of(SAPROF), report.getBesides());
        assertEquals(List.of(), report.getRenewed());
        assertTrue(report.lines().get(0).contains("was edited here and stays as it is"));
        assertEquals(edited, schema("SAPROF", 1));
        assertTrue(form("SAPROF", 1).getPublished());
        assertTrue(schema("SAPROF", 2).contains("Self-restraint"));
        assertFalse(form("SAPROF", 2).getPublished());
        assertEquals("2", form("SAPROF", 2).getVersion());
        assertTrue(installer.install().changedNothing());

        relabel("Self-command");
        assertEquals(List.of(SAPROF), installer.install().getRenewed());
        assertTrue(schema("SAPROF", 2).contains("Self-command"));
        assertEquals(edited, schema("SAPROF", 1));
        assertNull(form("SAPROF", 3));
    }

    @Test
    public void shouldTakeAFormForEditedWhoseTranslationsWere() {
        installer.install();
        String translations =
                storage(form("SAPROF", 1), "SMPR SAPROF_translations_fr").getValue();
        write("SAPROF", "SMPR SAPROF_translations_fr", translations.replace("Maîtrise de soi", "Nos mots"));
        relabel("Self-restraint");

        assertEquals(List.of(SAPROF), installer.install().getBesides());
    }

    @Test
    public void shouldTakeAFormForEditedWhoseDescriptionNoLongerSaysWhatItWas() {
        installer.install();
        Form form = form("SAPROF", 1);
        form.setDescription("Ours");
        Context.getFormService().saveForm(form);
        flush();

        assertEquals(List.of(SAPROF), installer.install().getBesides());
        assertEquals("Ours", form("SAPROF", 1).getDescription());
    }

    @Test
    public void shouldLeaveItToTheSiteWhetherAFormIsPublished() {
        installer.install();
        Form form = form("SAPROF", 1);
        form.setPublished(false);
        Context.getFormService().saveForm(form);
        flush();
        relabel("Self-restraint");

        installer.install();

        assertFalse(form("SAPROF", 1).getPublished());
    }

    @Test
    public void shouldOfferNoFormOfAnInstrumentThatIsNotInUse() {
        installer.install();
        String edited = schema("SAPROF", 1).replace("Self-control", "Our words");
        write("SAPROF", "JSON schema", edited);

        use("HCR20V3", "CAPP");
        FormReport report = installer.install();

        assertEquals(List.of(SAPROF), report.getRetired());
        assertTrue(form("SAPROF", 1).getRetired());
        assertEquals(edited, schema("SAPROF", 1));
        assertTrue(installer.install().changedNothing());

        use("HCR20V3", "SAPROF", "CAPP");
        assertEquals(List.of(SAPROF), installer.install().getRestored());
        assertFalse(form("SAPROF", 1).getRetired());
        assertEquals(edited, schema("SAPROF", 1));
        assertTrue(installer.install().changedNothing());
    }

    @Test
    public void shouldMakeNoFormOfAnInstrumentThatWasNeverInUse() {
        use("HCR20V3", "CAPP");

        assertEquals(
                GeneratedForms.plans().size() - 1,
                installer.install().getCreated().size());
        assertNull(form("SAPROF", 1));
    }

    @Test
    public void shouldLeaveAFormRetiredThatTheSiteHasRetired() {
        installer.install();
        Context.getFormService().retireForm(form("SAPROF", 1), "We chart it on paper");
        flush();
        relabel("Self-restraint");

        installer.install();

        assertTrue(form("SAPROF", 1).getRetired());
    }

    @Test
    public void shouldSayWhichFormsItCouldNotInstall() {
        Context.getAdministrationService().saveGlobalProperty(new GlobalProperty("forms.locked", "true"));

        FormReport report = installer.install();

        assertTrue(report.changedNothing());
        assertEquals(GeneratedForms.plans().size(), report.getLeftOut().size());
        assertTrue(report.getLeftOut().get(0).contains("forms.locked"));
        assertNull(form("SAPROF", 1));
        Context.getAdministrationService().saveGlobalProperty(new GlobalProperty("forms.locked", "false"));
        assertEquals(
                GeneratedForms.plans().size(), installer.install().getCreated().size());
    }

    private static void relabel(String label) {
        Context.getService(SiteService.class)
                .acceptSettings("a test", "{\"format\": 1, \"labels\": {\"SAPROF.05\": {\"en\": \"" + label + "\"}}}");
        flush();
    }

    private static void use(String... codes) {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test", "{\"format\": 1, \"instrumentsInUse\": [\"" + String.join("\", \"", codes) + "\"]}");
        flush();
    }

    private static Form form(String code, int version) {
        return form(GeneratedForms.plan(code), version);
    }

    private static Form form(FormPlan plan, int version) {
        return Context.getFormService().getFormByUuid(FormGenerator.uuid(plan, version));
    }

    private static String schema(String code, int version) {
        return storage(form(code, version), "JSON schema").getValue();
    }

    private static ClobDatatypeStorage storage(Form form, String name) {
        FormResource resource = Context.getFormService().getFormResource(form, name);
        assertNotNull(name, resource);
        return Context.getDatatypeService().getClobDatatypeStorageByUuid(resource.getValueReference());
    }

    /** As a form builder does. */
    private static void write(String code, String name, String text) {
        ClobDatatypeStorage storage = storage(form(code, 1), name);
        storage.setValue(text);
        Context.getDatatypeService().saveClobDatatypeStorage(storage);
        flush();
    }

    private static void flush() {
        Context.flushSession();
        Context.clearSession();
    }
}
