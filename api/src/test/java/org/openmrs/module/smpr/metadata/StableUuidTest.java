/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.UUID;
import org.junit.Test;

/** The expected values are what Python's {@code uuid.uuid5} gives for the same namespaces and names. */
public class StableUuidTest {

    @Test
    public void shouldBeTheVersion5UuidOfANameInANamespace() {
        assertEquals(
                UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
                StableUuid.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));
    }

    @Test
    public void shouldTakeTheNamespaceFromTheModulesPackage() {
        assertEquals(UUID.fromString("7155eddd-2144-5f37-9798-c54370a66086"), StableUuid.NAMESPACE);
    }

    @Test
    public void shouldFollowFromKindAndCode() {
        assertEquals("280e90fe-8878-568f-92fe-7741b81aa062", StableUuid.ofConcept("SAPROF.05"));
        assertEquals("09841da9-f91e-581d-a2f4-5052ea962733", StableUuid.ofConcept("HCR20V3.R2.OUT.relevance"));
        assertEquals("17cf35e8-614f-5b3b-abd8-f60b827b6321", StableUuid.ofEncounterType("SAPROF"));
        assertEquals("21da5b18-c2a5-5730-8d12-4ca756367516", ConceptSourceSmpr.UUID);
        assertEquals(
                "e13a8add-0997-5dc0-b232-77aff7bee233", StableUuid.of("conceptname", "SAPROF.05:fr:FULLY_SPECIFIED"));
    }

    @Test
    public void shouldTellARandomUuidFromOneThatMayBeOne() {
        assertTrue(StableUuid.canBe(StableUuid.ofEncounterType("DAILY")));
        assertFalse(StableUuid.canBe(UUID.randomUUID().toString()));
        assertFalse(StableUuid.canBe("61ae96f4-6afe-4351-b6f8-cd4fc383cce1"));
        assertFalse(StableUuid.canBe("1234567890AAAAAAAAAAAAAAAAAAAAAAAAAA"));
    }

    @Test
    public void shouldReadNamesAsUtf8() {
        assertEquals("d23ad131-beaa-5761-b5fa-9833d620733d", StableUuid.ofConcept("é"));
    }
}
