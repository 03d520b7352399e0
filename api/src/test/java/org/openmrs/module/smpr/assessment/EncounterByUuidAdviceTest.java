/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.EncounterService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.aop.framework.Advised;

public class EncounterByUuidAdviceTest extends SmprContextTest {

    private final EncounterByUuidAdvice advice = new EncounterByUuidAdvice();

    private String assessment;

    private String summary;

    private String other;

    @Before
    public void advise() {
        Patient patient = TestPeople.patient();
        assessment = TestRecord.service()
                .saveAssessment(TestAssessments.saprof(patient, "2026-03-01").input())
                .getUuid();
        summary = encounter(
                patient, Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType("SUMMARY")));
        other = encounter(
                patient,
                Context.getEncounterService().saveEncounterType(new EncounterType("Invented visit", "For tests")));
        TestRecord.settle();
        Context.addAdvice(EncounterService.class, advice);
    }

    private static String encounter(Patient patient, EncounterType type) {
        Encounter encounter = new Encounter();
        encounter.setPatient(patient);
        encounter.setEncounterType(type);
        encounter.setEncounterDatetime(TestPeople.day("2026-03-02"));
        return Context.getEncounterService().saveEncounter(encounter).getUuid();
    }

    @After
    public void leave() {
        Context.removeProxyPrivilege(PrivilegeConstants.GET_ENCOUNTERS);
        ((Advised) Context.getEncounterService()).removeAdvice(advice);
    }

    private static void signInAsOneWhoReadsEncounters() {
        TestPeople.signInWith(List.of(), List.of());
        Context.addProxyPrivilege(PrivilegeConstants.GET_ENCOUNTERS);
    }

    @Test
    public void shouldAskTheDatabaseNothingToKnowATypeOfOthers() {
        OwnEncounterTypes own = applicationContext.getBean(OwnEncounterTypes.class);
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        assertFalse(own.contains(UUID.randomUUID().toString()));

        assertEquals(0, statistics.getPrepareStatementCount());
    }

    @Test
    public void shouldKeepWhatTheModuleChartsFromOneWhoLacksTheViewPrivilegeOfItsType() {
        signInAsOneWhoReadsEncounters();

        for (String charted : List.of(assessment, summary)) {
            assertThrows(
                    APIAuthenticationException.class,
                    () -> Context.getEncounterService().getEncounterByUuid(charted));
        }
    }

    @Test
    public void shouldGiveItToOneWhoHasThePrivilege() {
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());

        assertEquals(
                assessment,
                Context.getEncounterService().getEncounterByUuid(assessment).getUuid());
    }

    @Test
    public void shouldLeaveOtherEncountersToThePlatform() {
        signInAsOneWhoReadsEncounters();

        assertEquals(
                other, Context.getEncounterService().getEncounterByUuid(other).getUuid());
        assertEquals(null, Context.getEncounterService().getEncounterByUuid("none"));
    }
}
