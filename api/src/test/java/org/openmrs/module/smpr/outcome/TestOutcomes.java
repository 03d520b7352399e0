/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.UUID;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Answer;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Certainty;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Conviction;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.site.LegalBasis;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.IndexRelease;
import org.openmrs.module.smpr.site.OutcomeSource;
import org.openmrs.module.smpr.site.ViolentDefinition;

/** Invented entries of the register, without a record behind them. */
public final class TestOutcomes {

    public static final String DEFINITION = "Invented definition";

    private TestOutcomes() {}

    /** As a site that has decided everything, with a lag of three years. */
    public static OutcomeRegisterSettings.OutcomeRegisterSettingsBuilder settings() {
        return OutcomeRegisterSettings.builder()
                .legalBasis(new LegalBasis(Label.inEveryLanguage("Invented"), day("2020-01-01"), "Nobody"))
                .indexRelease(IndexRelease.FIRST)
                .clock(ClockStart.LEFT_BUILDING)
                .violentDefinition(new ViolentDefinition(DEFINITION, Label.inEveryLanguage("Invented")))
                .convictionLagYears(3);
    }

    /** An established offence of which no conviction has come yet, violent or not not being known. */
    public static OutcomeEvent.OutcomeEventBuilder offence(String date) {
        return event(Kind.NEW_OFFENCE)
                .date(date == null ? null : PartialDate.of(date).get())
                .conviction(Conviction.NOT_YET)
                .violent(Answer.NOT_KNOWN);
    }

    public static OutcomeEvent.OutcomeEventBuilder convicted(String date, String day) {
        return offence(date).conviction(Conviction.FINAL).convicted(day(day));
    }

    public static OutcomeEvent.OutcomeEventBuilder death(String date) {
        return event(Kind.DEATH).date(date == null ? null : PartialDate.of(date).get());
    }

    public static OutcomeEvent.OutcomeEventBuilder stay(Kind kind, String from, String to) {
        return event(kind).from(day(from)).to(to == null ? null : day(to));
    }

    private static OutcomeEvent.OutcomeEventBuilder event(Kind kind) {
        return OutcomeEvent.builder()
                .uuid(UUID.randomUUID().toString())
                .kind(kind)
                .source(OutcomeSource.SPIP)
                .certainty(Certainty.ESTABLISHED);
    }

    /** No event known to the judicial register until that day, on which it was looked at. */
    public static FollowUpCheck.FollowUpCheckBuilder registerFreeUntil(String day) {
        return FollowUpCheck.builder()
                .uuid(UUID.randomUUID().toString())
                .kind(FollowUpCheck.Kind.YEARLY)
                .day(day(day))
                .coversUntil(day(day))
                .source(OutcomeSource.JUDICIAL_REGISTER)
                .result(FollowUpCheck.Result.NO_EVENT_KNOWN);
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
