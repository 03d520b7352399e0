/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.pathway.plan.BreakInCare;
import org.openmrs.module.smpr.pathway.plan.CareGiven;
import org.openmrs.module.smpr.pathway.plan.DueReason;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.plan.EpisodePlan;
import org.openmrs.module.smpr.pathway.plan.MadeAssessment;
import org.openmrs.module.smpr.pathway.plan.WaveDue;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of the plan of waves in an episode, and of the care given. */
final class PlanView {

    private PlanView() {}

    /** @param plan null for none */
    static Object waves(EpisodePlan plan) {
        return plan == null ? null : Shown.each(plan.getWaves(), PlanView::due);
    }

    static Object unscheduled(EpisodePlan plan) {
        return plan == null ? null : Shown.each(plan.getUnscheduled(), PlanView::made);
    }

    static Object care(EpisodePlan plan) {
        return plan == null ? null : care(plan.getCare());
    }

    static SimpleObject wave(Wave wave) {
        return Shown.coded(wave.getCode(), wave.getLabel(), Level.DEFAULT);
    }

    /** @return the wave of that code with its label; without one where the plan in force no longer has it */
    static SimpleObject wave(String code) {
        return Context.getService(SiteService.class).getSettings().getWaves().getWaves().stream()
                .filter(wave -> wave.getCode().equals(code))
                .findFirst()
                .map(PlanView::wave)
                .orElseGet(() -> new SimpleObject().add("code", code).add("display", code));
    }

    static SimpleObject instrument(String code) {
        return Context.getService(SiteService.class)
                .getInstrument(code)
                .map(Shown::instrument)
                .orElseGet(() -> new SimpleObject().add("code", code).add("display", code));
    }

    static SimpleObject status(DueStatus status) {
        return Shown.named(status, "smpr.due." + status.name());
    }

    /** @param day null for none */
    static String day(Object day) {
        return day == null ? null : day.toString();
    }

    private static SimpleObject due(WaveDue due) {
        DueReason reason = due.getReason();
        return new SimpleObject()
                .add("wave", wave(due.getWave()))
                .add("instrument", instrument(due.getInstrument()))
                .add("secondRating", due.isSecond())
                .add("status", status(due.getStatus()))
                .add("reason", reason == null ? null : Shown.named(reason, "smpr.dueReason." + reason.name()))
                .add("due", day(due.getDue()))
                .add("from", day(due.getFrom()))
                .add("to", day(due.getTo()))
                .add("overdueSince", day(due.getOverdueSince()))
                .add("assessment", due.getAssessment() == null ? null : made(due.getAssessment()))
                .add("inWindow", due.getAssessment() == null ? null : due.isInWindow());
    }

    private static SimpleObject made(MadeAssessment made) {
        return new SimpleObject()
                .add("uuid", made.getUuid())
                .add("instrument", instrument(made.getInstrument()))
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

    private static SimpleObject broken(BreakInCare broken) {
        return new SimpleObject()
                .add("from", day(broken.getFrom()))
                .add("to", day(broken.getTo()))
                .add("days", broken.getDays());
    }
}
