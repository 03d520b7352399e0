/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.pathway.plan.BreakInCare;
import org.openmrs.module.smpr.pathway.plan.CareGiven;
import org.openmrs.module.smpr.pathway.plan.DueReason;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.plan.MadeAssessment;
import org.openmrs.module.smpr.pathway.plan.WaveDue;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of the plan of waves in an episode, and of the care given. */
final class PlanView {

    private PlanView() {}

    /** @return null for a voided episode, as in all that follows */
    static Object waves(EpisodeOnPage episode) {
        return episode.plan() == null ? null : Shown.each(episode.plan().getWaves(), due -> due(due, episode));
    }

    static Object unscheduled(EpisodeOnPage episode) {
        return episode.plan() == null ? null : Shown.each(episode.plan().getUnscheduled(), made -> made(made, episode));
    }

    static Object care(EpisodeOnPage episode) {
        return episode.plan() == null ? null : care(episode.plan().getCare());
    }

    static SimpleObject wave(Wave wave) {
        return Shown.coded(wave.getCode(), wave.getLabel(), Level.DEFAULT);
    }

    private static SimpleObject instrument(String code, EpisodeOnPage episode) {
        return episode.instrument(code).map(Shown::instrument).orElse(null);
    }

    static SimpleObject status(DueStatus status) {
        return Shown.named(status, "smpr.due." + status.name());
    }

    /** @param day null for none */
    static String day(Object day) {
        return day == null ? null : day.toString();
    }

    private static SimpleObject due(WaveDue due, EpisodeOnPage episode) {
        DueReason reason = due.getReason();
        return new SimpleObject()
                .add("wave", wave(due.getWave()))
                .add("instrument", instrument(due.getInstrument(), episode))
                .add("secondRating", due.isSecond())
                .add("status", status(due.getStatus()))
                .add("reason", reason == null ? null : Shown.named(reason, "smpr.dueReason." + reason.name()))
                .add("due", day(due.getDue()))
                .add("from", day(due.getFrom()))
                .add("to", day(due.getTo()))
                .add("overdueSince", day(due.getOverdueSince()))
                .add("assessment", due.getAssessment() == null ? null : made(due.getAssessment(), episode))
                .add("inWindow", due.getAssessment() == null ? null : due.isInWindow());
    }

    private static SimpleObject made(MadeAssessment made, EpisodeOnPage episode) {
        return new SimpleObject()
                .add("uuid", made.getUuid())
                .add("instrument", instrument(made.getInstrument(), episode))
                .add("day", day(made.getDay()))
                .add("secondRating", made.isIndependent());
    }

    private static SimpleObject care(CareGiven care) {
        return new SimpleObject()
                .add("lastKept", day(care.getLastKept()))
                .add("daysSince", care.getDaysSince())
                .add("broken", care.getBroken())
                .add("brokenSince", day(care.getBrokenSince()))
                .add("breaks", Shown.each(care.getBreaks(), PlanView::broken))
                .add("firstContactAfterRelease", day(care.getFirstContact()))
                .add("daysFromReleaseToFirstContact", care.getReleaseToFirstContact());
    }

    /** @return a time without a kept contact, with its first and last day */
    static SimpleObject broken(BreakInCare broken) {
        return new SimpleObject()
                .add("from", day(broken.getFrom()))
                .add("to", day(broken.getTo()))
                .add("days", broken.getDays());
    }
}
