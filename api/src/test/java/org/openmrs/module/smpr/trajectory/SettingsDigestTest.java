/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.SiteSettingsReader;

public class SettingsDigestTest {

    private static final Instrument HCR20V3 = TestInstruments.HCR20V3;

    private static final Instrument SAPROF = TestInstruments.SAPROF;

    @Test
    public void shouldDifferWithWhateverDecidesWhatIsSaid() {
        List<String> documents = List.of(
                saprof("\"omissionLimits\": {\"total\": 2}"),
                saprof("\"omissionLimits\": {\"total\": 3}"),
                saprof("\"reliability\": {\"total\": {\"sd\": 2.1, \"reliability\": 0.8, \"source\": \"ours\"}}"),
                saprof("\"reliability\": {\"total\": {\"sd\": 2.1, \"reliability\": 0.9, \"source\": \"ours\"}}"),
                saprof("\"options\": [\"five-levels\"]"),
                saprof("\"indices\": {\"hcr20-saprof\": {\"withinDays\": 30}}"),
                document("\"labels\": {\"SAPROF.05\": {\"fr\": \"Maîtrise de soi\"}}"));
        Set<String> digests = new HashSet<>(List.of(of(SAPROF, SiteSettings.NONE)));
        documents.forEach(document -> digests.add(of(SAPROF, document)));
        assertEquals(documents.size() + 1, digests.size());

        assertNotEquals(
                of(HCR20V3, SiteSettings.NONE),
                of(
                        HCR20V3,
                        document("\"instruments\": {\"HCR20V3\": {\"notAskedWhere\":"
                                + " {\"relevance\": {\"presence\": [\"OMIT\"]}}}}")));
    }

    @Test
    public void shouldBeTheSameHoweverTheDocumentIsWrittenAndWhateverElseItSets() {
        String written = of(
                SAPROF,
                document("\"labels\": {\"SAPROF.05\": {\"en\": \"a\", \"fr\": \"b\"}, \"SAPROF.06\": {\"fr\": \"c\"}},"
                        + " \"instruments\": {\"SAPROF\": {\"options\": [\"five-levels\", \"refinement\"],"
                        + " \"omissionLimits\": {\"internal\": 1, \"total\": 2}}}"));
        assertEquals(
                written,
                of(
                        SAPROF,
                        document("\"readLog\": {\"keepDays\": 9}, \"sameField\": {},"
                                + " \"instruments\": {\"CAPP\": {\"omissionLimits\": {\"total\": 1}},"
                                + " \"SAPROF\": {\"omissionLimits\": {\"total\": 2, \"internal\": 1},"
                                + " \"options\": [\"refinement\", \"five-levels\"]}},"
                                + " \"labels\": {\"SAPROF.06\": {\"fr\": \"c\"}, \"HCR20V3.H1\": {\"fr\": \"d\"},"
                                + " \"SAPROF.05\": {\"fr\": \"b\", \"en\": \"a\"}}")));
        assertEquals(of(SAPROF, SiteSettings.NONE), of(SAPROF, saprof("\"omissionLimits\": {}")));
    }

    /** Which of the figures' sources is printed decides no verdict. */
    @Test
    public void shouldNotDifferWithWhereTheMeasurementErrorIsFrom() {
        String with = "\"reliability\": {\"total\": {\"sd\": 2.1, \"reliability\": 0.8, \"source\": \"%s\"}}";
        assertEquals(
                of(SAPROF, saprof(String.format(with, "ours"))), of(SAPROF, saprof(String.format(with, "our own"))));
    }

    @Test
    public void shouldDifferWithTheItemsOfTheSameFieldWhereTargetsAreShown() {
        String none = document("\"sameField\": {}");
        String one = document("\"sameField\": {\"HCR20V3.C1\": [\"SAPROF.06\"]}");
        assertEquals(
                3, new HashSet<>(List.of(of(HCR20V3, SiteSettings.NONE), of(HCR20V3, none), of(HCR20V3, one))).size());
        assertEquals(of(SAPROF, SiteSettings.NONE), of(SAPROF, one));
    }

    /** What is filed today is compared by versions to come: these settings have this digest for good. */
    @Test
    public void shouldStayTheSameFromVersionToVersion() {
        assertEquals("44136fa355b3678a", of(SAPROF, SiteSettings.NONE));
        assertEquals(
                "5acf95e0e11191d7",
                of(
                        SAPROF,
                        saprof(
                                "\"omissionLimits\": {\"total\": 2},"
                                        + " \"reliability\": {\"total\": {\"sd\": 2.1, \"reliability\": 0.8, \"source\": \"s\"}}")));
    }

    private static String of(Instrument instrument, String document) {
        return of(instrument, new SiteSettingsReader(Definitions.shipped()).read("a test", document));
    }

    @Test
    public void shouldChangeWithTheDefinitionOfAnInstrumentOfTheSite() {
        Instrument one = TestInstruments.SAPROF.toBuilder().definition("{}").build();
        Instrument other = TestInstruments.SAPROF.toBuilder().definition("{ }").build();

        assertNotEquals(of(one, SiteSettings.NONE), of(other, SiteSettings.NONE));
        assertEquals(of(one, SiteSettings.NONE), of(one.toBuilder().inUse(false).build(), SiteSettings.NONE));
    }

    private static String of(Instrument instrument, SiteSettings settings) {
        return SettingsDigest.of(instrument, settings);
    }

    private static String saprof(String settings) {
        return document("\"instruments\": {\"SAPROF\": {" + settings + "}}");
    }

    private static String document(String entries) {
        return "{\"format\": 1, " + entries + "}";
    }
}
