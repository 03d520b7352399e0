/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.SiteSettings;

/**
 * What is said of a person rests on this: his counted assessments, each in the version that was read, and what the site
 * had set for their instruments. In the record it is a text, a line an assessment in order of their days ({@code SAPROF
 * 2026-03-01 <uuid> <version>}), then a line an instrument ({@code SAPROF settings <digest>}), which those do not have
 * that were filed before settings were kept.
 */
@Value
public class Basis {

    /** Of no assessment. */
    public static final Basis NONE = new Basis(Collections.emptyList(), Collections.emptyMap());

    private static final String SETTINGS = "settings";

    /** In order of their days. */
    List<Entry> entries;

    /** By the code of an instrument, the digest of what the site had set for it; none for one of which that is not known. */
    Map<String, String> settings;

    private Basis(List<Entry> entries, Map<String, String> settings) {
        this.entries = Collections.unmodifiableList(entries);
        this.settings = Collections.unmodifiableMap(new TreeMap<>(settings));
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
     * @param settings what is in force at the site
     * @param zone the site's time zone, in which days are counted
     */
    public static Basis of(Collection<Assessment> assessments, SiteSettings settings, ZoneId zone) {
        List<Assessment> counted =
                assessments.stream().filter(InstrumentTrajectory::counts).collect(Collectors.toList());
        Map<String, String> digests = new TreeMap<>();
        counted.stream()
                .map(Assessment::getInstrument)
                .forEach(instrument ->
                        digests.computeIfAbsent(instrument.getCode(), code -> SettingsDigest.of(instrument, settings)));
        return new Basis(
                counted.stream()
                        .map(assessment -> new Entry(
                                assessment.getInstrument().getCode(),
                                Times.day(assessment.getDate(), zone),
                                assessment.getUuid(),
                                assessment.getVersion()))
                        .sorted(Comparator.comparing(Entry::getDay).thenComparing(Entry::getAssessment))
                        .collect(Collectors.toList()),
                digests);
    }

    /** @return the basis whose text this is; empty where it is none */
    public static Optional<Basis> read(String text) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> settings = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split(" ");
            Optional<Entry> entry = Entry.read(line);
            if (entry.isPresent()) {
                entries.add(entry.get());
            } else if (parts.length != 3 || !parts[1].equals(SETTINGS) || settings.put(parts[0], parts[2]) != null) {
                return Optional.empty();
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Basis(entries, settings));
    }

    /** @return as it stands in the record; empty where there is no assessment */
    public String text() {
        return Stream.concat(entries.stream().map(Entry::line), settingsLines()).collect(Collectors.joining("\n"));
    }

    private Stream<String> settingsLines() {
        return settings.entrySet().stream()
                .map(digest -> String.join(" ", digest.getKey(), SETTINGS, digest.getValue()));
    }

    /**
     * @return changes with every change of what is counted, and of what the site has set for it: whoever names it has seen
     *     what is said of the assessments as they are
     */
    public String version() {
        return Digest.of(Stream.concat(
                        entries.stream()
                                .map(entry -> entry.getAssessment() + ":" + entry.getVersion())
                                .sorted(),
                        settingsLines())
                .collect(Collectors.joining("\n")));
    }

    /** @return whether each of its assessments is one with those instruments */
    public boolean isOf(Set<String> instruments) {
        return entries.stream().allMatch(entry -> instruments.contains(entry.getInstrument()));
    }

    /** @return whether one of its assessments is one of those */
    public boolean namesAny(Set<String> assessments) {
        return entries.stream().anyMatch(entry -> assessments.contains(entry.getAssessment()));
    }

    /**
     * @param instruments those that the assessments, then and now, were made with
     * @return what is different now, in order of the assessments' days, then settings, where it is known of both what they
     *     are; empty where nothing is
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
        instruments.stream()
                .filter(instrument -> hasOtherSettings(now, instrument.getCode()))
                .forEach(instrument -> changes.add(new BasisChange(BasisChange.Kind.SETTINGS, instrument, null)));
        return Collections.unmodifiableList(changes);
    }

    private boolean hasOtherSettings(Basis now, String instrument) {
        String then = settings.get(instrument);
        String current = now.settings.get(instrument);
        return then != null && current != null && !then.equals(current);
    }

    private static Map<String, Entry> byAssessment(Basis basis) {
        return basis.entries.stream()
                .collect(Collectors.toMap(Entry::getAssessment, Function.identity(), (first, again) -> first));
    }
}
