/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.site.SiteService.Acceptance;

public class SiteServiceTest extends SmprContextTest {

    private static final String FIVE_LEVELS = document("five-levels");

    private static final String REFINED = document("refinement");

    private SiteService service;

    @Before
    public void setUp() {
        service = Context.getService(SiteService.class);
    }

    @Test
    public void shouldApplyWhatWasAcceptedAtOnce() {
        service.acceptSettings("a test", """
                {"format": 1, "labels": {"SAPROF.05": {"fr": "Contrôle de soi"}}}""");
        assertEquals("Contrôle de soi", frenchLabelOfItem05());
        service.acceptSettings("a test", FIVE_LEVELS);
        assertEquals("Maîtrise de soi", frenchLabelOfItem05());
        assertEquals(Set.of("five-levels"), inForce());
    }

    @Test
    public void shouldKeepTheLastGoodDocumentWhereAFaultyOneIsRefused() {
        service.acceptSettings("a test", FIVE_LEVELS);
        assertThrows(DefinitionException.class, () -> service.acceptSettings("a test", document("nine-levels")));
        assertEquals(Set.of("five-levels"), inForce());
    }

    @Test
    public void shouldUseTheNewestDocumentThatThisVersionCanRead() {
        service.acceptSettings("a test", FIVE_LEVELS);
        AcceptedDocument ofALaterVersion = new AcceptedDocument();
        ofALaterVersion.setSource("another node");
        ofALaterVersion.setDocument("{\"format\": 2}");
        ofALaterVersion.setDateAccepted(new Date());
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .persist(ofALaterVersion);
        Context.flushSession();
        assertEquals(Set.of("five-levels"), inForce());
        assertEquals(FIVE_LEVELS, service.getDocumentInForce().get().getDocument());
    }

    @Test
    public void shouldTakeAFileAgainOnlyWhereItIsNewerThanTheLastOne() {
        assertEquals(Acceptance.ACCEPTED, service.acceptIfNew(DocumentKind.SETTINGS, "file", FIVE_LEVELS, new Date(0)));
        assertEquals(Acceptance.KNOWN, service.acceptIfNew(DocumentKind.SETTINGS, "file", FIVE_LEVELS, new Date(0)));
        assertEquals(Acceptance.OUTDATED, service.acceptIfNew(DocumentKind.SETTINGS, "file", REFINED, new Date(0)));
        assertEquals(Set.of("five-levels"), inForce());
        Date later = new Date(System.currentTimeMillis() + 60_000);
        assertEquals(Acceptance.ACCEPTED, service.acceptIfNew(DocumentKind.SETTINGS, "file", REFINED, later));
        assertEquals(Set.of("refinement"), inForce());
    }

    @Test
    public void shouldNotUndoWhatCameFromElsewhereSince() {
        service.acceptIfNew(DocumentKind.SETTINGS, "file", FIVE_LEVELS, new Date(0));
        service.acceptSettings("a person", REFINED);
        assertEquals(Acceptance.KNOWN, service.acceptIfNew(DocumentKind.SETTINGS, "file", FIVE_LEVELS, new Date()));
        assertEquals(Set.of("refinement"), inForce());
    }

    @Test
    public void shouldNameWhoAcceptedADocument_AndNobodyWhereTheServerReadItsFile() {
        service.acceptSettings("a person", FIVE_LEVELS);
        assertEquals(
                Context.getAuthenticatedUser(),
                service.getDocumentInForce().get().getAcceptedBy());
        service.acceptIfNew(DocumentKind.SETTINGS, "file", REFINED, new Date());
        assertNull(service.getDocumentInForce().get().getAcceptedBy());
    }

    @Test
    public void shouldSetNothingBeforeAnyDocumentWasAccepted() {
        assertEquals(Optional.empty(), service.getDocumentInForce());
        assertEquals(SiteSettings.NONE, service.getSettings());
    }

    @Test
    public void shouldRefuseWhoeverLacksThePrivilege() {
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        assertTrue(service.getInstrument("SAPROF").isPresent());
        assertThrows(APIAuthenticationException.class, () -> service.getDocumentInForce());
        assertThrows(APIAuthenticationException.class, () -> service.acceptSettings("a person", REFINED));
        assertThrows(
                APIAuthenticationException.class,
                () -> service.acceptIfNew(DocumentKind.SETTINGS, "file", REFINED, new Date()));
    }

    private String frenchLabelOfItem05() {
        return service.getInstrument("SAPROF").get().item("05").get().getLabel().in(Locale.FRENCH);
    }

    private Set<String> inForce() {
        return service.getSettings().forInstrument("SAPROF").getOptions();
    }

    private static String document(String option) {
        return "{\"format\": 1, \"instruments\": {\"SAPROF\": {\"options\": [\"" + option + "\"]}}}";
    }
}
