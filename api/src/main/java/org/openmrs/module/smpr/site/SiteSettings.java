/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Collections;
import java.util.Map;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.SameField;

/** What one site sets differently from the definitions. What a site has not set is not set, unless said otherwise here. */
@Value
@Builder
public class SiteSettings {

    static final int AHEAD_DAYS = 30;

    public static final SiteSettings NONE = builder().build();

    /** Labels that replace the definitions', by code, in the languages given. */
    @Builder.Default
    Map<String, Label> labels = Collections.emptyMap();

    /** Settings by instrument code. */
    @Builder.Default
    Map<String, InstrumentSettings> instruments = Collections.emptyMap();

    /** Which items are shown beside which: the module's suggestion where the site has set nothing. */
    @Builder.Default
    SameField sameField = Definitions.sameField();

    /** Which assessments are due when: the module's suggestion where the site has set nothing. */
    @Builder.Default
    WavePlan waves = WavePlan.suggested();

    /** When care counts as broken off for a time; null where nothing is set, and then nothing is said of it. */
    CareGap careGap;

    /** How many days before its day a release or an end of care is on the worklist; {@value #AHEAD_DAYS} where the site has set nothing. */
    @Builder.Default
    int aheadDays = AHEAD_DAYS;

    /** For how many days it is kept who read what; null where nothing is set, and then it is kept for good. */
    Integer readLogDays;

    /** How the outcome register is kept; off where nothing is set. */
    @Builder.Default
    OutcomeRegisterSettings outcomeRegister = OutcomeRegisterSettings.NONE;
    /** How many days two ratings of one person may lie apart and still be a pair; null where nothing is set, and then they are, whatever lies between. */
    Integer doubleRatingWithinDays;

    /** @return what is set for the instrument; {@link InstrumentSettings#NONE} where nothing is */
    public InstrumentSettings forInstrument(String code) {
        return instruments.getOrDefault(code, InstrumentSettings.NONE);
    }
}
