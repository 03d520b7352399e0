/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.outcome.CheckDue;
import org.openmrs.module.smpr.outcome.FollowUp;
import org.openmrs.module.smpr.outcome.Horizon;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.Release;
import org.openmrs.module.smpr.outcome.Span;
import org.openmrs.module.smpr.site.LegalBasis;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.ViolentDefinition;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of what became of a person, with the definitions that it rests on. */
final class FollowUpView {

    static final View<FollowUp> VIEW = new View<FollowUp>("followup", (f, level) -> f.getPatient())
            .ref("display", (f, level) -> Messages.text("smpr.outcome.followUp"))
            .standard(Fields.PATIENT, (f, level) -> new SimpleObject().add("uuid", f.getPatient()))
            .standard("asOf", (f, level) -> f.getAsOf().toString())
            .standard("definitions", (f, level) -> settings(f.getSettings()))
            .standard("indexRelease", (f, level) -> release(f.getIndexRelease()))
            .standard("indexDay", (f, level) -> OutcomeEventView.text(f.getIndexDay()))
            .standard("noIndex", (f, level) -> OutcomeEventView.coded("noIndex", f.getNoIndex()))
            .standard("now", (f, level) -> f.getNow() == null ? null : status(f.getNow()))
            .standard("horizons", (f, level) -> Shown.each(f.getHorizons(), FollowUpView::horizon))
            .standard(
                    "nextCheck",
                    (f, level) -> f.getNextCheck().map(FollowUpView::due).orElse(null))
            .standard("checksDue", (f, level) -> Shown.each(f.getChecksDue(), FollowUpView::due))
            .full(
                    "events",
                    (f, level) -> Shown.each(f.getEvents(), event -> OutcomeEventView.VIEW.of(event, Level.DEFAULT)))
            .full(
                    "checks",
                    (f, level) -> Shown.each(f.getChecks(), check -> FollowUpCheckView.VIEW.of(check, Level.DEFAULT)));

    private FollowUpView() {}

    /** @return how a site keeps the register; what it has not decided is null */
    static SimpleObject settings(OutcomeRegisterSettings settings) {
        return new SimpleObject()
                .add("legalBasis", legalBasis(settings.getLegalBasis()))
                .add("indexRelease", OutcomeEventView.coded("indexRelease", settings.getIndexRelease()))
                .add("clock", OutcomeEventView.coded("clock", settings.getClock()))
                .add("violentDefinition", definition(settings.getViolentDefinition()))
                .add(
                        "sufficientSources",
                        Shown.each(settings.getSufficientSources(), source -> OutcomeEventView.coded("source", source)))
                .add("convictionLagYears", settings.getConvictionLagYears())
                .add("horizons", settings.getHorizons());
    }

    private static SimpleObject legalBasis(LegalBasis basis) {
        return basis == null
                ? null
                : new SimpleObject()
                        .add("text", Shown.text(basis.getText()))
                        .add("date", basis.getDate().toString())
                        .add("who", basis.getWho());
    }

    private static SimpleObject definition(ViolentDefinition definition) {
        return definition == null
                ? null
                : new SimpleObject().add("name", definition.getName()).add("text", Shown.text(definition.getText()));
    }

    private static SimpleObject release(Release release) {
        return release == null
                ? null
                : new SimpleObject()
                        .add("episode", release.getEpisode())
                        .add("leftBuilding", OutcomeEventView.text(release.getLeftBuilding()))
                        .add("ecrouLifted", OutcomeEventView.text(release.getEcrouLifted()))
                        .add("endOfCare", OutcomeEventView.text(release.getEndOfCare()));
    }

    private static SimpleObject horizon(Horizon horizon) {
        return new SimpleObject()
                .add("months", horizon.getMonths())
                .add("endOfCare", horizon.isEndOfCare())
                .add("day", horizon.getDay().toString())
                .add("statuses", Shown.each(horizon.getStatuses(), FollowUpView::status));
    }

    private static SimpleObject status(HorizonStatus status) {
        return new SimpleObject()
                .add("counted", OutcomeEventView.coded("counted", status.getCounted()))
                .add("status", OutcomeEventView.coded("status", status.getStatus()))
                .add("day", status.getDay().toString())
                .add("latestDay", status.getLatestDay().toString())
                .add("provisional", status.isProvisional())
                .add("knownFreeUntil", OutcomeEventView.text(status.getKnownFreeUntil()))
                .add("noEventKnownUntil", OutcomeEventView.text(status.getNoEventKnownUntil()))
                .add("lostSince", OutcomeEventView.text(status.getLostSince()))
                .add("daysNotAtRisk", status.getDaysNotAtRisk())
                .add("notAtRisk", Shown.each(status.getNotAtRisk(), FollowUpView::span))
                .add("notes", Shown.each(status.getNotes(), note -> OutcomeEventView.coded("note", note)));
    }

    private static SimpleObject span(Span span) {
        return new SimpleObject()
                .add("from", span.getFrom().toString())
                .add("to", span.getTo().toString());
    }

    private static SimpleObject due(CheckDue due) {
        return new SimpleObject()
                .add("kind", OutcomeEventView.coded("due", due.getKind()))
                .add("day", due.getDay().toString())
                .add("doneBy", due.getDoneBy() == null ? null : new SimpleObject().add("uuid", due.getDoneBy()))
                .add("overdue", due.isOverdue());
    }
}
