/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The uuid of a piece of metadata: the version-5 uuid (RFC 9562, section 5.5) of its kind and code in the module's
 * namespace, so that two sites agree without a list of random ids.
 */
public final class StableUuid {

    /** The module's namespace: the version-5 uuid of {@code org.openmrs.module.smpr} in the DNS namespace of the RFC. */
    static final UUID NAMESPACE =
            of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "org.openmrs.module.smpr");

    private static final Pattern VERSION_5 = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private StableUuid() {}

    /** @return the uuid of the concept of that code in the concept source */
    public static String ofConcept(String code) {
        return of("concept", code);
    }

    /** @return the uuid of the encounter type of the instrument, or other record, of that code */
    public static String ofEncounterType(String code) {
        return of("encountertype", code);
    }

    /** @return whether it can be one of these at all, whatever its code: most of what others make has a random uuid */
    public static boolean canBe(String uuid) {
        return VERSION_5.matcher(uuid).matches();
    }

    /** @return the uuid of the metadata of that kind (as REST names it) and code */
    public static String of(String kind, String code) {
        return of(NAMESPACE, kind + ":" + code).toString();
    }

    static UUID of(UUID namespace, String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
