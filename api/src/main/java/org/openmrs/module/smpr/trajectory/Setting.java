/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Optional;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.CommonQuestions;

/** What surrounded a person when he was assessed. Between two settings a difference of ratings is described, and not tested. */
@Value
public class Setting {

    /** The code of the context that the ratings hold for: institution or community; null where the record does not say. */
    String context;

    /** Whether he had a place in the therapeutic flat-share, as far as the record says. */
    boolean flatShare;

    /** The code of the phase of care; null where the record does not say. */
    String phase;

    /** The code of the context that he himself was in, which need not be the one that is rated for; null where the record does not say. */
    String whereabouts;

    /** @return what the assessment says of it; a faulty answer says nothing */
    public static Setting of(Assessment assessment) {
        String phase = assessment.phase().orElse(null);
        String context = assessment.stated(CommonQuestions.CONTEXT).orElse(null);
        return new Setting(
                context,
                CommonQuestions.UCTI.equals(phase),
                phase,
                assessment.getInstrument().isContextOfRatings() && phase != null ? contextOf(phase) : context);
    }

    /** @return where a phase of care was spent; empty of the time after care, of which nobody says */
    public static Optional<Setting> ofPhase(String phase) {
        return CommonQuestions.AFTER_CARE.equals(phase)
                ? Optional.empty()
                : Optional.of(
                        new Setting(contextOf(phase), CommonQuestions.UCTI.equals(phase), phase, contextOf(phase)));
    }

    private static String contextOf(String phase) {
        return CommonQuestions.CUSTODY.equals(phase) || CommonQuestions.PRE_RELEASE.equals(phase)
                ? CommonQuestions.INSTITUTION
                : CommonQuestions.COMMUNITY;
    }

    public boolean isKnown() {
        return CommonQuestions.INSTITUTION.equals(context) || CommonQuestions.COMMUNITY.equals(context);
    }

    /** @return whether the ratings hold for the community, wherever he was */
    boolean isForCommunity() {
        return CommonQuestions.COMMUNITY.equals(context);
    }

    /** @return whether he was in an institution */
    boolean isCustody() {
        return CommonQuestions.INSTITUTION.equals(whereabouts);
    }

    /** @return whether he was in the community */
    boolean isCommunity() {
        return CommonQuestions.COMMUNITY.equals(whereabouts);
    }

    /** @return whether care after prison had ended */
    boolean isAfterCare() {
        return CommonQuestions.AFTER_CARE.equals(phase);
    }

    /**
     * @return whether the two say enough to tell whether they are alike: in the community one that states no phase may be in
     *     the flat-share beside one that states one. Where neither does, the site charts no phases
     */
    public boolean isKnownBeside(Setting other) {
        return isKnown()
                && other.isKnown()
                && (!context.equals(other.context)
                        || !isForCommunity()
                        || isPerhapsInFlatShare() == other.isPerhapsInFlatShare());
    }

    /** @return whether he was in the community in a phase that is not stated */
    boolean isPerhapsInFlatShare() {
        return isForCommunity() && phase == null;
    }

    /** @return whether the other is the same as far as comparing goes */
    public boolean isLike(Setting other) {
        return isKnown() && compared().equals(other.compared());
    }

    /** @return what of it matters to comparing: a phase within one setting is none of its own */
    Setting compared() {
        return new Setting(context, flatShare, flatShare ? phase : null, null);
    }
}
