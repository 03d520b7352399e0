/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Map;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Answer;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Cause;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Certainty;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Conviction;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Qualification;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Severity;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Victim;
import org.openmrs.module.smpr.site.OutcomeSource;

/** The row of an event. */
@Getter
@Setter
public class OutcomeEventRow extends RegisterRow<OutcomeEvent> {

    private String kind;

    private String date;

    private String from;

    private String to;

    private String informed;

    private String conviction;

    private String convicted;

    private String violent;

    private String violentBy;

    private String severity;

    private String victim;

    private String qualification;

    private String cause;

    private String source;

    private String certainty;

    @Override
    void fill(OutcomeEvent event) {
        kind = Codes.text(event.getKind());
        date = Codes.text(event.getDate());
        from = Codes.text(event.getFrom());
        to = Codes.text(event.getTo());
        informed = Codes.text(event.getInformed());
        conviction = Codes.text(event.getConviction());
        convicted = Codes.text(event.getConvicted());
        violent = Codes.text(event.getViolent());
        violentBy = event.getViolentBy();
        severity = Codes.text(event.getSeverity());
        victim = Codes.text(event.getVictim());
        qualification = Codes.text(event.getQualification());
        cause = Codes.text(event.getCause());
        source = Codes.text(event.getSource());
        certainty = Codes.text(event.getCertainty());
    }

    @Override
    OutcomeEvent entry(String patient, Map<Integer, String> users) {
        return OutcomeEvent.builder()
                .uuid(getUuid())
                .patient(patient)
                .version(String.valueOf(getVersion()))
                .kind(Codes.constant(kind, Kind.class))
                .date(date == null ? null : PartialDate.of(date).orElse(null))
                .from(Codes.day(from))
                .to(Codes.day(to))
                .informed(Codes.day(informed))
                .conviction(Codes.constant(conviction, Conviction.class))
                .convicted(Codes.day(convicted))
                .violent(Codes.constant(violent, Answer.class))
                .violentBy(violentBy)
                .severity(Codes.constant(severity, Severity.class))
                .victim(Codes.constant(victim, Victim.class))
                .qualification(Codes.constant(qualification, Qualification.class))
                .cause(Codes.constant(cause, Cause.class))
                .source(Codes.constant(source, OutcomeSource.class))
                .certainty(Codes.constant(certainty, Certainty.class))
                .audit(audit(users))
                .build();
    }
}
