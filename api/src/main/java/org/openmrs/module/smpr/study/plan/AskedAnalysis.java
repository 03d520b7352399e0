/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.GivenAnswers;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measures;

/**
 * Reads what somebody asks of an analysis beside the plan, noting every fault. It may speak of any wave of the site and of any horizon; what no
 * plan can ask, nobody can ask here.
 */
public final class AskedAnalysis {

    /** Years enough for whoever is followed for life. */
    private static final int MOST_MONTHS = 600;

    private static final int MOST_DAYS = 3660;

    private final GivenAnswers given;

    private final List<Fault> faults = new ArrayList<>();

    private final Site site;

    private final Measures measures;

    private AskedAnalysis(Map<String, String> asked, Site site) {
        this.given = new GivenAnswers(asked, faults);
        this.site = site;
        this.measures = new Measures(site.getInstruments());
    }

    /**
     * @param analysis its code, as in the address of its results
     * @param asked by name, as in that address; what has several parts has commas between them
     * @param site whose waves, instruments and definitions it can speak of
     * @return what is asked; empty where nothing particular is
     * @throws FaultsException naming every fault
     */
    public static Optional<PlannedAnalysis> read(String analysis, Map<String, String> asked, Site site) {
        AskedAnalysis reading = new AskedAnalysis(asked, site);
        PlannedAnalysis read = asked.isEmpty() ? null : reading.read(analysis);
        reading.given.refuseUnread();
        if (!reading.faults.isEmpty()) {
            throw new FaultsException(reading.faults);
        }
        return Optional.ofNullable(read);
    }

    /** @return null where nothing can be asked of it, or not like this, which is noted then */
    private PlannedAnalysis read(String analysis) {
        switch (analysis) {
            case "survival":
                return new PlannedSurvival(counted(), horizons(true));
            case "change":
                return change();
            case "validity":
                return given.names("base") || given.names("added") ? addedValue() : validity();
            case "reliability":
                return new PlannedReliability(known("measures", some("measures")));
            case "implementation":
                return new PlannedImplementation(waves());
            case "uctieffect":
                return uctiEffect();
            default:
                return null;
        }
    }

    private PlannedChange change() {
        boolean judgements = "true".equals(word("judgements", "true", "false"));
        PlannedChange change = new PlannedChange(
                wave("from"),
                wave("to"),
                judgements && !given.has("measures") ? Collections.emptySet() : known("measures", some("measures")),
                judgements);
        List<String> order = codes();
        if (order.contains(change.getFrom())
                && order.contains(change.getTo())
                && order.indexOf(change.getTo()) <= order.indexOf(change.getFrom())) {
            faults.add(Fault.of("to", "noLaterWave"));
        }
        change.getMeasures()
                .forEach(code -> measures.find(code).ifPresent(measure -> {
                    if (measure.getKind() == Measure.Kind.JUDGEMENT) {
                        faults.add(Fault.of("measures", "measureIsJudgement", code));
                    } else if (measure.isWithFixedItems()) {
                        faults.add(Fault.of("measures", "measureNeverChanges", code));
                    }
                }));
        return change;
    }

    private PlannedValidity validity() {
        String code = measure("measure");
        Direction higher = direction();
        Direction defined = code == null
                ? null
                : measures.find(code).map(Measure::getHigher).orElse(null);
        if (higher != null && defined != null && defined != Direction.SEVERITY && defined != higher) {
            faults.add(Fault.of("higher", "otherDirection", code, defined.name()));
        }
        Set<Integer> months = new LinkedHashSet<>();
        horizons(false).forEach(horizon -> months.add(horizon.getMonths()));
        return new PlannedValidity(code, higher, wave("wave"), counted(), Collections.unmodifiableSet(months));
    }

    private Direction direction() {
        String word = word("higher", Direction.RISK.name(), Direction.PROTECTION.name());
        if (word == null) {
            missing("higher");
            return null;
        }
        return Direction.valueOf(word);
    }

    private PlannedAddedValue addedValue() {
        for (String other : Arrays.asList("measure", "higher")) {
            // Asked for, so that it is not called unknown.
            if (given.text(other, null) != null) {
                faults.add(Fault.of(other, "notAskedTogether", "base, added"));
            }
        }
        PlannedAddedValue value =
                new PlannedAddedValue(measure("base"), measure("added"), wave("wave"), counted(), horizon());
        if (value.getAdded() != null && value.getAdded().equals(value.getBase())) {
            faults.add(Fault.of("added", "sameMeasure"));
        }
        return value;
    }

    private PlannedUctiEffect uctiEffect() {
        Set<String> covariates = some("covariates");
        Set<String> measured = new LinkedHashSet<>(covariates);
        measured.remove(PlannedUctiEffect.AGE);
        known("covariates", measured);
        return new PlannedUctiEffect(
                number("landmarkDays", 0, MOST_DAYS),
                covariates,
                measured.isEmpty() && !given.has("wave") ? null : wave("wave"),
                counted(),
                horizon());
    }

    private Set<String> waves() {
        Set<String> waves = some("waves");
        waves.forEach(wave -> refuseUnknownWave("waves", wave));
        return waves;
    }

    private List<String> codes() {
        return site.getSettings().getWaves().getWaves().stream()
                .map(Wave::getCode)
                .collect(Collectors.toList());
    }

    private String wave(String field) {
        String wave = required(field);
        if (wave != null) {
            refuseUnknownWave(field, wave);
        }
        return wave;
    }

    private void refuseUnknownWave(String field, String wave) {
        if (!codes().contains(wave)) {
            faults.add(Fault.of(field, "notOneOf", String.join(", ", codes())));
        }
    }

    private String measure(String field) {
        String code = required(field);
        if (code != null) {
            known(field, Collections.singleton(code));
        }
        return code;
    }

    private Set<String> known(String field, Set<String> codes) {
        codes.stream()
                .filter(code -> !measures.find(code).isPresent())
                .forEach(code -> faults.add(Fault.of(field, "unknownMeasure", code)));
        return codes;
    }

    private Counted counted() {
        Counted counted = given.code("counted", Counted.class, null);
        if (counted == null) {
            missing("counted");
        } else if (counted.isViolent()
                && site.getSettings().getOutcomeRegister().getViolentDefinition() == null) {
            faults.add(Fault.of("counted", "violenceNotDefined"));
        }
        return counted;
    }

    private Set<StudyHorizon> horizons(boolean endOfCareToo) {
        Set<StudyHorizon> horizons = new LinkedHashSet<>();
        for (String word : some("horizon")) {
            if (endOfCareToo && StudyHorizon.END_OF_CARE.getCode().equals(word)) {
                horizons.add(StudyHorizon.END_OF_CARE);
            } else {
                int months = number("horizon", word, 1, MOST_MONTHS);
                if (months > 0) {
                    horizons.add(StudyHorizon.ofMonths(months));
                }
            }
        }
        return Collections.unmodifiableSet(horizons);
    }

    private int horizon() {
        return number("horizon", 1, MOST_MONTHS);
    }

    private int number(String field, int min, int max) {
        String word = required(field);
        return word == null ? 0 : number(field, word, min, max);
    }

    /** @return 0 where it is no number, or none that can be */
    private int number(String field, String word, int min, int max) {
        try {
            int number = Integer.parseInt(word);
            if (number >= min && number <= max) {
                return number;
            }
            faults.add(Fault.of(field, "outOfRange", String.valueOf(min), String.valueOf(max)));
        } catch (NumberFormatException e) {
            faults.add(Fault.of(field, "notANumber"));
        }
        return 0;
    }

    /** @return one of the words; null where none is given */
    private String word(String field, String... words) {
        String word = given.text(field, null);
        if (word != null && !Arrays.asList(words).contains(word)) {
            faults.add(Fault.of(field, "notOneOf", String.join(", ", words)));
            return null;
        }
        return word;
    }

    private Set<String> some(String field) {
        String words = required(field);
        return words == null
                ? Collections.emptySet()
                : Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(words.split(",", -1))));
    }

    private String required(String field) {
        String text = given.text(field, null);
        if (text == null) {
            missing(field);
        }
        return text;
    }

    /** What was given and is wrong is not said to be missing. */
    private void missing(String field) {
        if (faults.stream().noneMatch(fault -> fault.getField().equals(field))) {
            faults.add(Fault.of(field, "missing"));
        }
    }
}
