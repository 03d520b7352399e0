/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.plan.PlanStanding.Reason;

/** A plan that is accepted stays as it is, whatever comes after it. */
public class StudyPlanServiceTest extends SmprContextTest {

    private static final String OTHER_WAVES = "{\"format\": 1, \"waves\": [{\"code\": \"T0\","
            + " \"label\": {\"en\": \"x\", \"fr\": \"x\"}, \"instruments\": [\"SAPROF\"], \"countedFrom\": \"ENTRY\","
            + " \"window\": {\"daysAfter\": 5}}]}";

    /** By {@code sha256sum} of the text in a file. */
    private static final String SHA256_OF_LEAST = "ec795f0a97790e48d7af79fa32464bfe36154d33e0591f3f639e51a023a404d6";

    private StudyPlanService service;

    @Before
    public void setUp() {
        service = Context.getService(StudyPlanService.class);
    }

    @Test
    public void shouldFreezeAPlanWithItsTextItsFingerprintAndWhoAcceptedIt() {
        assertEquals(Optional.empty(), service.getPlanInForce());
        FrozenPlan accepted = service.accept(null, TestPlans.WHOLE);
        reload();

        FrozenPlan read = service.getPlanInForce().get();
        assertEquals(accepted, read);
        assertEquals(1, read.getVersion());
        assertEquals(TestPlans.WHOLE, read.getDocument());
        assertEquals("admin", read.getAcceptedBy().getName());
        assertEquals(TestPlans.read(TestPlans.WHOLE), read.getPlan());
        assertTrue(read.getSha256(), read.getSha256().matches("[0-9a-f]{64}"));
    }

    @Test
    public void shouldGiveTheSha256OfTheTextInUtf8() {
        assertEquals(SHA256_OF_LEAST, service.accept(null, TestPlans.LEAST).getSha256());
    }

    @Test
    public void shouldPutANewerVersionInThePlaceOfTheOldAndKeepBoth() {
        service.accept(null, TestPlans.LEAST);
        service.accept(1, TestPlans.WHOLE);
        assertEquals(2, service.getPlanInForce().get().getVersion());
        assertEquals(
                List.of(TestPlans.WHOLE, TestPlans.LEAST),
                service.getPlans().stream().map(FrozenPlan::getDocument).collect(Collectors.toList()));
    }

    @Test
    public void shouldMakeNoNewVersionOfTheSameText() {
        service.accept(null, TestPlans.LEAST);
        assertEquals(1, service.accept(1, TestPlans.LEAST).getVersion());
        assertEquals(1, service.getPlans().size());
    }

    @Test
    public void shouldRefuseOneWhoLookedAtAnotherVersion() {
        service.accept(null, TestPlans.LEAST);
        assertThrows(StudyPlanChangedException.class, () -> service.accept(null, TestPlans.WHOLE));
        assertThrows(StudyPlanChangedException.class, () -> service.accept(2, TestPlans.WHOLE));
        assertEquals(1, service.getPlans().size());
    }

    @Test
    public void shouldRefuseAFaultyPlanAndKeepTheOneInForce() {
        service.accept(null, TestPlans.LEAST);
        assertThrows(DefinitionException.class, () -> service.accept(1, TestPlans.with("date", "\"soon\"")));
        assertThrows(DefinitionException.class, () -> service.check(TestPlans.with("date", "\"soon\"")));
        assertEquals(TestPlans.read(TestPlans.WHOLE), service.check(TestPlans.WHOLE));
        assertEquals(1, service.getPlans().size());
    }

    @Test
    public void shouldReadAPlanAsItWasAcceptedWhateverTheSiteSetsLater() {
        FrozenPlan accepted = service.accept(null, TestPlans.WHOLE);
        SiteService site = Context.getService(SiteService.class);
        site.acceptSettings("test", OTHER_WAVES);
        reload();

        assertEquals(accepted.getPlan(), service.getPlanInForce().get().getPlan());
        assertThrows(DefinitionException.class, () -> service.check(TestPlans.WHOLE));
        assertTrue(PlanStanding.of(
                        service.getPlanInForce().get(),
                        site.getSite(),
                        accepted.getPlan().getChange().get(0))
                .getReasons()
                .contains(Reason.WAVES_DIFFER));
    }

    @Test
    public void shouldLetNothingCountAsPlannedWhereItCannotReadTheNewestPlan() {
        FrozenPlan readable = service.accept(null, TestPlans.LEAST);
        assertTrue(readable.isInForce());
        StudyPlanRow ofALaterVersion = new StudyPlanRow();
        ofALaterVersion.setVersion(2);
        ofALaterVersion.setDocument("{\"format\": 2}");
        ofALaterVersion.setSha256(readable.getSha256());
        ofALaterVersion.setDateAccepted(readable.getDateAccepted());
        ofALaterVersion.setAcceptedBy(Context.getAuthenticatedUser());
        applicationContext.getBean("smpr.studyPlanDao", StudyPlanDao.class).save(ofALaterVersion);
        reload();

        assertEquals(Optional.empty(), service.getPlanInForce());
        List<FrozenPlan> plans = service.getPlans();
        assertEquals("{\"format\": 2}", plans.get(0).getDocument());
        assertNull(plans.get(0).getPlan());
        assertFalse(plans.get(0).isInForce());
        assertFalse(plans.get(1).isInForce());
        assertEquals(3, service.accept(2, TestPlans.LEAST).getVersion());
    }

    @Test
    public void shouldShowAPlanToThoseWhoReadTheStudyAndTakeNoneFromThoseWhoDoNotManageIt() {
        service.accept(null, TestPlans.LEAST);
        TestPeople.signInWith(List.of(), List.of(SmprPrivileges.MANAGE_STUDY));
        assertThrows(APIAuthenticationException.class, () -> service.getPlanInForce());
        assertThrows(APIAuthenticationException.class, () -> service.accept(1, TestPlans.WHOLE));
        authenticate();
        TestPeople.signInWith(List.of("SMPR: Study analyst"), List.of());
        assertEquals(1, service.getPlans().size());
        assertThrows(APIAuthenticationException.class, () -> service.check(TestPlans.WHOLE));
        assertThrows(APIAuthenticationException.class, () -> service.accept(1, TestPlans.WHOLE));
    }

    @Test
    public void shouldTakeAPlanFromOneWhoReadsAndManagesTheStudy() {
        service.accept(null, TestPlans.LEAST);
        TestPeople.signInWith(List.of("SMPR: Study analyst"), List.of(SmprPrivileges.MANAGE_STUDY));
        assertEquals(2, service.accept(1, TestPlans.WHOLE).getVersion());
    }

    private static void reload() {
        Context.flushSession();
        Context.clearSession();
    }
}
