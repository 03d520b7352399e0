/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.Builder;
import lombok.Value;

/** How one site keeps its outcome register, and whether it does. */
@Value
@Builder
public class OutcomeRegisterSettings {

    /** Off, and nothing decided. */
    public static final OutcomeRegisterSettings NONE = builder().build();

    /** Which of a man's releases his follow-up runs from. */
    public enum IndexRelease {
        FIRST,
        /** It moves with each further release, and what was known from an earlier one is then told from the later. */
        LAST
    }

    /** Which day of the index release is the first of the follow-up. */
    public enum ClockStart {
        LEFT_BUILDING,
        ECROU_LIFTED,
        END_OF_CARE
    }

    /** Null where the site has recorded none: then there is no register. */
    LegalBasis legalBasis;

    /** Null where the site has not decided: then nobody has a status at a horizon. */
    IndexRelease indexRelease;

    /** Null where the site has not decided: then nobody has a status at a horizon. */
    ClockStart clock;

    /** Null where the site has none: then it is not recorded of an offence whether it was violent. */
    ViolentDefinition violentDefinition;

    /** The sources that make a man known to be free of an event; the judicial register where the site names none. */
    @Builder.Default
    Set<OutcomeSource> sufficientSources = Collections.unmodifiableSet(EnumSet.of(OutcomeSource.JUDICIAL_REGISTER));

    /** After how many years the convictions for what happened until a day are taken to be entered; null where not set, and then nothing is final. */
    Integer convictionLagYears;

    /** At which months from the index day a status is told; each year to the fifth where the site sets none. */
    @Builder.Default
    List<Integer> horizons = Collections.unmodifiableList(Arrays.asList(12, 24, 36, 48, 60));

    /** @return whether there is a register on that day: not before the day from which its legal basis holds */
    public boolean isOn(LocalDate today) {
        return legalBasis != null && !legalBasis.getDate().isAfter(today);
    }
}
