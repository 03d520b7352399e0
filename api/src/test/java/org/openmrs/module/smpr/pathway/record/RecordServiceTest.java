/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.metadata.StableUuid;

public class RecordServiceTest extends SmprContextTest {

    private RecordService service;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(RecordService.class);
        patient = TestPeople.patient();
    }

    @Test
    public void shouldGiveBackAVisitAsItWasChartedAndAsAnEncounterOfItsType() {
        Provider nurse = TestPeople.rater();
        PathwayRecord charted = service.saveRecord(input(Records.CONTACT, "kind", "HOME-VISIT", "outcome", "KEPT")
                .providers(Collections.singletonList(nurse.getUuid()))
                .build());
        Context.clearSession();

        PathwayRecord read = service.getRecord(charted.getUuid()).get();
        assertEquals(patient.getUuid(), read.getPatient());
        assertEquals(LocalDate.of(2026, 3, 2), read.getDay());
        assertEquals("Invented Rater", read.getProviders().get(0).getName());
        assertEquals("HOME-VISIT", read.choice("kind").get());
        assertEquals("KEPT", read.choice(Records.OUTCOME).get());
        assertEquals(List.of(), read.getFaults());
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(charted.getUuid());
        assertEquals(
                StableUuid.ofEncounterType(Records.CONTACT),
                encounter.getEncounterType().getUuid());
        assertEquals(2, encounter.getObs().size());
    }

    @Test
    public void shouldSayByWhomACancelledContactWasCancelledAndAskItOfNoOther() {
        assertEquals(
                Set.of("cancelledBy missing"), faults(input(Records.CONTACT, "kind", "PHONE", "outcome", "CANCELLED")));
        assertEquals(
                Set.of("cancelledBy notAsked"),
                faults(input(Records.CONTACT, "kind", "PHONE", "outcome", "KEPT", "cancelledBy", "PERSON")));
        service.saveRecord(input(Records.CONTACT, "kind", "PHONE", "outcome", "CANCELLED", "cancelledBy", "PERSON")
                .build());
    }

    @Test
    public void shouldLinkAnActionToRiskAndProtectiveItemsAndRefuseOneThatIsLinkedToNone() {
        PathwayRecord charted = service.saveRecord(input(
                        Records.ACTION,
                        "risk",
                        Arrays.asList("C5", "R2"),
                        "goal",
                        "16",
                        "what",
                        "viewed a flat together",
                        "result",
                        "ONGOING")
                .build());
        assertEquals(Set.of("C5", "R2"), Set.copyOf(charted.values(Records.RISK)));
        assertEquals(List.of("16"), charted.values(Records.GOAL));

        assertEquals(Set.of("risk noItem"), faults(input(Records.ACTION, "what", "something", "result", "ONGOING")));
        assertEquals(
                "a static item is nothing to act on",
                Set.of("risk unknownAnswer", "to beforeRecord"),
                faults(input(Records.ACTION, "risk", "H1", "what", "x", "result", "ACHIEVED", "to", "2026-03-01")));
    }

    @Test
    public void shouldRelayNothingToTheProbationServiceWithoutHisAgreement() {
        assertEquals(
                Set.of("agreement spipWithoutAgreement"),
                faults(input(Records.RELAY, "to", "SPIP", "answer", "WAITING")));
        assertEquals(
                Set.of("agreement spipWithoutAgreement"),
                faults(input(Records.RELAY, "to", "SPIP", "answer", "WAITING", "agreement", "NO")));
        service.saveRecord(input(Records.RELAY, "to", "SPIP", "answer", "WAITING", "agreement", "YES")
                .build());
        service.saveRecord(
                input(Records.RELAY, "to", "CMP", "answer", "WAITING").build());
    }

    @Test
    public void shouldNameEveryFaultOfARecordAndWriteNothing() {
        assertEquals(
                Set.of(
                        "kind unknownAnswer",
                        "outcome missing",
                        "nonsense unknownQuestion",
                        "date inTheFuture",
                        "providers unknownRater"),
                faults(input(Records.CONTACT, "kind", "DREAM", "nonsense", "x")
                        .date("2199-01-01")
                        .providers(Collections.singletonList("nobody"))));
        assertEquals(List.of(), all());
    }

    @Test
    public void shouldKeepAnAnswerThatStandsByItselfFromOthers() {
        assertEquals(
                Set.of("ties notWithOthers"), faults(input(Records.ENTRY, "ties", Arrays.asList("NONE", "FAMILY"))));
        assertEquals(
                Set.of("incarcerations outOfRange", "ecrou afterEntry"),
                faults(input(Records.ENTRY, "incarcerations", 100, "ecrou", "2026-03-03")));
    }

    @Test
    public void shouldChangeARecordAndKeepWhatStoodBefore() {
        PathwayRecord charted = service.saveRecord(
                input(Records.CONTACT, "kind", "HOME-VISIT", "outcome", "KEPT").build());
        Map<String, Object> answers = new HashMap<>();
        answers.put("outcome", "MISSED");
        PathwayRecord changed = service.saveRecord(RecordInput.builder()
                .uuid(charted.getUuid())
                .version(charted.getVersion())
                .answers(answers)
                .build());
        assertEquals("MISSED", changed.choice("outcome").get());
        assertEquals("HOME-VISIT", changed.choice("kind").get());
        assertNotEquals(charted.getVersion(), changed.getVersion());
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(charted.getUuid());
        assertEquals(
                "the old answer is voided, not lost",
                3,
                encounter.getAllFlattenedObs(true).size());
        assertThrows(
                ChangedMeanwhileException.class,
                () -> service.saveRecord(RecordInput.builder()
                        .uuid(charted.getUuid())
                        .version(charted.getVersion())
                        .answers(answers)
                        .build()));
        assertEquals(
                Set.of("type cannotChange"),
                faults(RecordInput.builder().uuid(charted.getUuid()).type(Records.RELAY)));
    }

    @Test
    public void shouldVoidARecordForAReasonOnly() {
        PathwayRecord charted = service.saveRecord(
                input(Records.CONTACT, "kind", "HOME-VISIT", "outcome", "KEPT").build());
        assertThrows(FaultsException.class, () -> service.deleteRecord(charted, " "));
        service.deleteRecord(charted, "the wrong man");
        assertEquals(List.of(), all());
        assertTrue(service.getRecord(charted.getUuid()).get().isVoided());
    }

    @Test
    public void shouldReadWhatAnyFormLeftWithItsFaults() {
        PathwayRecord charted = service.saveRecord(
                input(Records.CONTACT, "kind", "HOME-VISIT", "outcome", "KEPT").build());
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(charted.getUuid());
        Context.getObsService()
                .voidObs(
                        encounter.getObs().stream()
                                .filter(obs ->
                                        obs.getConcept().getUuid().equals(StableUuid.ofConcept("CONTACT.outcome")))
                                .findFirst()
                                .get(),
                        "by hand");
        Context.flushSession();
        assertEquals(
                Set.of("outcome missing"),
                service.getRecord(charted.getUuid()).get().getFaults().stream()
                        .map(fault -> fault.getField() + " " + fault.getCode())
                        .collect(Collectors.toSet()));
    }

    @Test
    public void shouldNotBeReadByOneWhoMayReadAssessmentsAlone() {
        service.saveRecord(
                input(Records.CONTACT, "kind", "HOME-VISIT", "outcome", "KEPT").build());
        TestPeople.signInWith(
                Collections.singletonList("SMPR: Researcher"),
                Collections.singletonList(SmprPrivileges.GET_ASSESSMENTS));
        assertThrows(APIAuthenticationException.class, this::all);
    }

    private List<PathwayRecord> all() {
        return service.getRecords(
                RecordSearch.builder().patient(patient.getUuid()).build());
    }

    private Set<String> faults(RecordInput.RecordInputBuilder input) {
        return assertThrows(FaultsException.class, () -> service.saveRecord(input.build())).getFaults().stream()
                .map(fault -> fault.getField() + " " + fault.getCode())
                .collect(Collectors.toSet());
    }

    private RecordInput.RecordInputBuilder input(String type, Object... answers) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            map.put((String) answers[i], answers[i + 1]);
        }
        return RecordInput.builder()
                .type(type)
                .patient(patient.getUuid())
                .date("2026-03-02")
                .answers(map);
    }
}
