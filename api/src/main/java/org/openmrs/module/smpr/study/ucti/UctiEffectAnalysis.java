/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.ucti;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.data.NoNumbers;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.WavesBeforeFollowUp;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedUctiEffect;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Term;

/** Those who entered the flat-share beside those who did not: who they were, and what became of them, with no time counted for nothing. */
public final class UctiEffectAnalysis implements StudyAnalysis {

    public static final String CODE = "uctieffect";

    private static final int USUAL_LANDMARK_DAYS = 60;

    private static final int USUAL_HORIZON = 12;

    /** Beside the age, where there is no plan; those that the site has. */
    private static final List<String> USUAL_MEASURES = Collections.unmodifiableList(
            Arrays.asList("HCR20V3.scale.total." + CommonQuestions.COMMUNITY, "SAPROF.scale.total"));

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return asked instanceof PlannedUctiEffect;
    }

    /**
     * As planned; else entry by two months after the index day and any new offence by the day of the facts within the year after that, with
     * the age, the total of the HCR-20 for the community and that of the SAPROF of the last wave before follow-up.
     */
    @Override
    public List<Finding> usual(StudyData data) {
        if (!data.isRegisterOn()) {
            return Collections.singletonList(NoNumbers.finding(Finding.builder().code(CODE), data, "registerOff"));
        }
        PlannedUctiEffect planned =
                data.getPlan() == null ? null : data.getPlan().getPlan().getUctiEffect();
        return Collections.singletonList(finding(data, planned == null ? ofSite(data) : planned));
    }

    private static PlannedUctiEffect ofSite(StudyData data) {
        List<Measure> measures = USUAL_MEASURES.stream()
                .map(code -> data.getMeasures().find(code).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
        Optional<Wave> wave = WavesBeforeFollowUp.last(
                data, measures.stream().map(Measure::getInstrument).collect(Collectors.toList()));
        Set<String> covariates = new LinkedHashSet<>();
        covariates.add(PlannedUctiEffect.AGE);
        if (wave.isPresent()) {
            measures.forEach(measure -> covariates.add(measure.getCode()));
        }
        return new PlannedUctiEffect(
                USUAL_LANDMARK_DAYS,
                Collections.unmodifiableSet(covariates),
                covariates.size() > 1 ? wave.get().getCode() : null,
                Counted.ANY_BY_FACTS,
                USUAL_HORIZON);
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        return Collections.singletonList(finding(data, (PlannedUctiEffect) asked));
    }

    private static Finding finding(StudyData data, PlannedUctiEffect asked) {
        Finding.FindingBuilder finding = data.finding(CODE, asked)
                .about(Collections.unmodifiableList(Arrays.asList(
                        OutcomeTerms.of(asked.getCounted()),
                        OutcomeTerms.of(StudyHorizon.ofMonths(asked.getHorizon())))));
        Optional<String> why = NoNumbers.why(data, asked);
        if (why.isPresent()) {
            return NoNumbers.finding(finding, data, why.get());
        }
        String quantity = String.join(
                        ".",
                        CODE,
                        String.valueOf(asked.getLandmarkDays()),
                        asked.getCounted().name(),
                        String.valueOf(asked.getHorizon()),
                        String.join("+", asked.getCovariates()),
                        String.valueOf(asked.getWave()))
                + ".";
        List<Covariate> covariates = Covariate.of(data, asked);
        PlaceGroups groups = new PlaceGroups(quantity, data, covariates, asked.getLandmarkDays());
        LandmarkGroups landmark = new LandmarkGroups(quantity, data, asked, covariates);
        EntryOverTime overTime = new EntryOverTime(quantity, data, asked, covariates);
        return finding.n(landmark.n())
                .missing(landmark.missing())
                .sums(landmark.sums())
                .definitions(definitions(data, asked, covariates))
                .tables(Collections.unmodifiableList(Arrays.asList(
                        groups.places(notes("places")),
                        groups.covariates(notes("uctiCovariates", "uctiNotCompared")),
                        landmark.landmark(notes("uctiLandmark")),
                        landmark.balance(notes("uctiBalance", "uctiNotCompared")),
                        landmark.incidence(notes("uctiIncidence", "uctiNotCompared")),
                        landmark.difference(notes("uctiDifference", "uctiNotCompared")),
                        overTime.table(notes("uctiEntryOverTime", "uctiNotCompared")))))
                .notes(warnings(data, asked))
                .build();
    }

    private static List<Term> definitions(StudyData data, PlannedUctiEffect asked, List<Covariate> covariates) {
        List<Term> definitions = new ArrayList<>(OutcomeTerms.definitions(data, asked.getCounted()));
        Term horizon = OutcomeTerms.of(StudyHorizon.ofMonths(asked.getHorizon()));
        definitions.add(Term.of("definition", "uctiLandmark", asked.getLandmarkDays(), horizon));
        definitions.add(Term.of(
                "definition",
                "uctiCovariates",
                covariates.stream().map(Covariate::term).collect(Collectors.toList())));
        asked.onWaves()
                .forEach(code -> data.wave(code)
                        .ifPresent(wave -> definitions.add(
                                Term.of("definition", "uctiWave", Term.of(wave.getCode(), wave.getLabel())))));
        definitions.add(Term.of("definition", "uctiWeights"));
        definitions.add(Term.of("definition", "uctiEntryOverTime", horizon));
        return Collections.unmodifiableList(definitions);
    }

    /** What has to be known first comes first. */
    private static List<Term> warnings(StudyData data, PlannedUctiEffect asked) {
        boolean provisional = data.getSubjects().stream()
                .filter(subject -> subject.getIndexDay() != null)
                .flatMap(subject -> Stream.of(subject.at(
                        subject.getIndexDay().plusDays(asked.getLandmarkDays()).plusMonths(asked.getHorizon()),
                        asked.getCounted())))
                .anyMatch(status -> status.filter(HorizonStatus::isProvisional).isPresent());
        return provisional
                ? notes("uctiWarning", "provisional", "eventsFromAnySource")
                : notes("uctiWarning", "eventsFromAnySource");
    }

    private static List<Term> notes(String... codes) {
        return Collections.unmodifiableList(
                Stream.of(codes).map(code -> Term.of("note", code)).collect(Collectors.toList()));
    }
}
