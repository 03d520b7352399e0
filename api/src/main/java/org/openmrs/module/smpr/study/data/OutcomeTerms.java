/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Term;

/** What an outcome means, in words: said with every result that rests on one. */
public final class OutcomeTerms {

    private OutcomeTerms() {}

    public static Term of(Counted counted) {
        return Term.ofMessage(counted.name(), "smpr.outcome.counted." + counted.name());
    }

    /** Without a day: it is told of many, who were last known of on different ones. */
    public static Term of(Status status) {
        return status == Status.NOT_KNOWN_SINCE
                ? Term.of("term", "notKnown").withCode(status.name())
                : Term.ofMessage(status.name(), "smpr.outcome.status." + status.name());
    }

    public static Term of(StudyHorizon horizon) {
        return horizon.isEndOfCare()
                ? Term.of("horizon", horizon.getCode())
                : Term.of("horizon", "MONTHS", horizon.getMonths()).withCode(horizon.getCode());
    }

    /** @return what counts as an event, from when, by which sources and with which lag */
    public static List<Term> definitions(StudyData data, Counted counted) {
        OutcomeRegisterSettings register = data.getRegister();
        List<Term> definitions = new ArrayList<>();
        definitions.add(Term.of("definition", "counted", of(counted)));
        if (counted.isViolent() && register.getViolentDefinition() != null) {
            definitions.add(Term.of(
                    "definition", "violent", register.getViolentDefinition().getName()));
        }
        definitions.add(Term.of("definition", "indexRelease"));
        definitions.add(
                register.getClock() == null
                        ? Term.of("definition", "noOrigin")
                        : Term.of(
                                "definition",
                                "origin",
                                Term.ofMessage(
                                        register.getClock().name(),
                                        "smpr.outcome.clock."
                                                + register.getClock().name())));
        definitions.add(Term.of(
                "definition",
                "sources",
                register.getSufficientSources().stream()
                        .map(source -> Term.ofMessage(source.name(), "smpr.outcome.source." + source.name()))
                        .collect(Collectors.toList())));
        definitions.add(
                register.getConvictionLagYears() == null
                        ? Term.of("definition", "noLag")
                        : Term.of("definition", "lag", register.getConvictionLagYears()));
        definitions.add(Term.of("definition", "notAtRisk"));
        return definitions;
    }
}
