/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.SameField;

/** What one site sets differently from the definitions. What a site has not set is not set, unless said otherwise here. */
@Value
@Builder(toBuilder = true)
public class SiteSettings {

    static final int AHEAD_DAYS = 30;

    /** The phases of care that a site may use or not, in order; what comes after care is no phase of it. */
    public static final List<String> PHASES = Collections.unmodifiableList(Arrays.asList(
            CommonQuestions.CUSTODY, CommonQuestions.PRE_RELEASE, CommonQuestions.APC, CommonQuestions.UCTI));

    public static final SiteSettings NONE = builder().build();

    /** The places of the document that say something, to the third level: {@code waves}, {@code instruments/SAPROF/options}. */
    @Builder.Default
    Set<String> given = Collections.emptySet();

    /** Codes of the instruments that the site charts with; empty for all. */
    @Builder.Default
    Set<String> instrumentsInUse = Collections.emptySet();

    /** Codes of the {@link #PHASES} that the site uses, in order; all where it has set nothing. */
    @Builder.Default
    Set<String> phasesInUse = Collections.unmodifiableSet(new LinkedHashSet<>(PHASES));

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

    /** What the site has set of its study. */
    @Builder.Default
    StudySettings study = StudySettings.NONE;

    /** @return whether the site charts with that instrument */
    public boolean isInUse(String instrument) {
        return instrumentsInUse.isEmpty() || instrumentsInUse.contains(instrument);
    }

    /** @return whether the site's document says something at that place */
    public boolean isGiven(String place) {
        return given.contains(place);
    }

    /** @return what is set for the instrument; {@link InstrumentSettings#NONE} where nothing is */
    public InstrumentSettings forInstrument(String code) {
        return instruments.getOrDefault(code, InstrumentSettings.NONE);
    }
}
