/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openmrs.module.smpr.assessment.AnswerRules;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.RecordType;

/** What must hold within one record of the pathway, whether it is being charted or stands in the record. */
final class RecordRules {

    private static final String SPIP = "SPIP";

    private final RecordType type;

    private final Map<String, List<Object>> answers;

    private final List<Fault> faults = new ArrayList<>();

    private RecordRules(RecordType type, Map<String, List<Object>> answers) {
        this.type = type;
        this.answers = answers;
    }

    /**
     * @param day of the encounter; null where it is not known
     * @param today at the site
     * @return everything that is wrong
     */
    static List<Fault> faults(RecordType type, Map<String, List<Object>> answers, LocalDate day, LocalDate today) {
        RecordRules rules = new RecordRules(type, answers);
        AnswerRules general = new AnswerRules(type, answers);
        rules.faults.addAll(general.outOfRange());
        rules.faults.addAll(general.contradictions());
        rules.faults.addAll(general.incomplete(question -> true));
        rules.refuseFuture(today);
        if (day != null) {
            rules.refuseBefore(day);
        }
        rules.refuseOthers();
        return Collections.unmodifiableList(rules.faults);
    }

    private void refuseFuture(LocalDate today) {
        type.getQuestions().stream()
                .filter(Question::isPast)
                .filter(question -> days(question.getCode()).anyMatch(day -> day.isAfter(today)))
                .forEach(question -> faults.add(Fault.of(Fields.of(question), "inTheFuture")));
    }

    private void refuseBefore(LocalDate day) {
        switch (type.getCode()) {
            case Records.ACTION:
                refuseBefore(day, Records.TO);
                break;
            case Records.RELAY:
                refuseBefore(day, "answered");
                refuseBefore(day, "firstVisit");
                break;
            case Records.ENTRY:
                if (days("ecrou").anyMatch(ecrou -> ecrou.isAfter(day))) {
                    faults.add(Fault.of("ecrou", "afterEntry"));
                }
                break;
            default:
        }
    }

    private void refuseBefore(LocalDate day, String question) {
        if (days(question).anyMatch(other -> other.isBefore(day))) {
            faults.add(Fault.of(question, "beforeRecord"));
        }
    }

    private void refuseOthers() {
        switch (type.getCode()) {
            case Records.ACTION:
                if (values(Records.RISK).isEmpty() && values(Records.GOAL).isEmpty()) {
                    faults.add(Fault.of(Records.RISK, "noItem"));
                }
                break;
            case Records.RELAY:
                if (values(Records.TO).contains(SPIP)
                        && !values("agreement").equals(Collections.singletonList("YES"))) {
                    faults.add(Fault.of("agreement", "spipWithoutAgreement"));
                }
                break;
            case Records.RELEASE:
                if (Stream.of(Records.PLANNED, Records.LEFT_BUILDING, Records.ECROU_LIFTED)
                        .allMatch(question -> values(question).isEmpty())) {
                    faults.add(Fault.of(Records.PLANNED, "noDayOfRelease"));
                }
                break;
            default:
        }
    }

    private List<Object> values(String question) {
        return answers.getOrDefault(question, Collections.emptyList());
    }

    private Stream<LocalDate> days(String question) {
        return values(question).stream().filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
    }
}
