/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;

/**
 * What is said of a person rests on this: his counted assessments, each in the version that was read. In the record it
 * is a text, a line an assessment in order of their days: {@code SAPROF 2026-03-01 <uuid> <version>}.
 */
@Value
public class Basis {

    static final Basis NONE = new Basis(Collections.emptyList());

    /** In order of their days. */
    List<Entry> entries;

    private Basis(List<Entry> entries) {
        this.entries = Collections.unmodifiableList(entries);
    }

    /** One assessment, as it was. */
    @Value
    public static class Entry {

        /** The code of its instrument. */
        String instrument;

        /** The day at the site. */
        LocalDate day;

        /** Its uuid. */
        String assessment;

        String version;

        private static Optional<Entry> read(String line) {
            String[] parts = line.split(" ");
            return parts.length == 4
                    ? Times.day(parts[1]).map(day -> new Entry(parts[0], day, parts[2], parts[3]))
                    : Optional.empty();
        }

        private String line() {
            return String.join(" ", instrument, day.toString(), assessment, version);
        }
    }

    /**
     * @param assessments of one person; those that make no series are left out
     * @param zone the site's time zone, in which days are counted
     */
    public static Basis of(Collection<Assessment> assessments, ZoneId zone) {
        return new Basis(assessments.stream()
                .filter(InstrumentTrajectory::counts)
                .map(assessment -> new Entry(
                        assessment.getInstrument().getCode(),
                        Times.day(assessment.getDate(), zone),
                        assessment.getUuid(),
                        assessment.getVersion()))
                .sorted(Comparator.comparing(Entry::getDay).thenComparing(Entry::getAssessment))
                .collect(Collectors.toList()));
    }

    /** @return the basis whose text this is; empty where it is none */
    static Optional<Basis> read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Optional<Entry> entry = Entry.read(line);
            if (!entry.isPresent()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return Optional.of(new Basis(entries));
    }

    /** @return as it stands in the record; empty where there is no assessment */
    String text() {
        return entries.stream().map(Entry::line).collect(Collectors.joining("\n"));
    }

    /** @return changes with every change of what is counted: whoever names it has seen the assessments as they are */
    public String version() {
        return Digest.of(entries.stream()
                .map(entry -> entry.getAssessment() + ":" + entry.getVersion())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    /** @return whether each of its assessments is one with those instruments */
    boolean isOf(Set<String> instruments) {
        return entries.stream().allMatch(entry -> instruments.contains(entry.getInstrument()));
    }

    /** @return whether one of its assessments is one of those */
    boolean namesAny(Set<String> assessments) {
        return entries.stream().anyMatch(entry -> assessments.contains(entry.getAssessment()));
    }

    /**
     * @param instruments those that the assessments, then and now, were made with
     * @return what is different now, in order of the assessments' days; empty where nothing is
     */
    public List<BasisChange> changesTo(Basis now, Collection<Instrument> instruments) {
        Map<String, Entry> then = byAssessment(this);
        Map<String, Entry> current = byAssessment(now);
        Map<String, Instrument> byCode =
                instruments.stream().collect(Collectors.toMap(Instrument::getCode, Function.identity()));
        List<BasisChange> changes = new ArrayList<>();
        for (Entry entry : now.entries) {
            Entry before = then.get(entry.getAssessment());
            if (before == null || !before.getVersion().equals(entry.getVersion())) {
                changes.add(new BasisChange(
                        before == null ? BasisChange.Kind.NEW : BasisChange.Kind.CHANGED,
                        byCode.get(entry.getInstrument()),
                        entry));
            }
        }
        for (Entry entry : entries) {
            if (!current.containsKey(entry.getAssessment())) {
                changes.add(new BasisChange(BasisChange.Kind.GONE, byCode.get(entry.getInstrument()), entry));
            }
        }
        changes.sort(Comparator.comparing(change -> change.getEntry().getDay()));
        return Collections.unmodifiableList(changes);
    }

    private static Map<String, Entry> byAssessment(Basis basis) {
        return basis.entries.stream()
                .collect(Collectors.toMap(Entry::getAssessment, Function.identity(), (first, again) -> first));
    }
}
