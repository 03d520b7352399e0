/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;

/** Which second ratings were made blind, as far as the access log goes, and who made them and those beside them. */
@RequiredArgsConstructor
public final class RatedTwice {

    public static final RatedTwice NONE = new RatedTwice(Collections.emptyMap(), Collections.emptyMap());

    /** By uuid of the second rating; none where it is not known. */
    private final Map<String, Boolean> blind;

    /** By uuid of the rating. */
    private final Map<String, Set<String>> raters;

    /**
     * @param second the uuid of a second rating
     * @return whether neither its rater nor one of a rating that it makes a pair with had read the other's before his own was complete;
     *     empty where that is not known
     */
    public Optional<Boolean> wasBlind(String second) {
        return Optional.ofNullable(blind.get(second));
    }

    /** @return the uuids of the users who made the rating of that uuid; empty where nobody knows */
    public Set<String> raters(String rating) {
        return Collections.unmodifiableSet(raters.getOrDefault(rating, Collections.emptySet()));
    }
}
