/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.JsonNodeReader;

/** Which assessments are due when in the course of an episode of care: the module's suggestion, or what the site has put in its place. */
@Value
public class WavePlan {

    private static final String FILE = "waves.json";

    private static final String WAVES = "waves";

    private static final int LONGEST_CODE = 20;

    /** Ten years: beyond them an offset or a window is a slip of the pen. */
    private static final int MOST_DAYS = 3660;

    private static final int MOST_MONTHS = 120;

    private static final List<String> PHASES = Collections.unmodifiableList(
            Arrays.asList(CommonQuestions.CUSTODY, CommonQuestions.PRE_RELEASE, CommonQuestions.APC));

    /** In the order in which they follow each other; empty where the site wants none. */
    List<Wave> waves;

    /** Whether the site has set it; it is the module's suggestion else. */
    boolean ofSite;

    /** @return the module's suggestion */
    public static WavePlan suggested() {
        return Suggested.PLAN;
    }

    /** @return the module's suggestion as far as the site uses its instruments and phases */
    static WavePlan suggestedFor(SiteSettings settings) {
        List<Wave> waves = new ArrayList<>();
        for (Wave wave : suggested().waves) {
            Wave used = wave.toBuilder()
                    .instruments(only(wave.getInstruments(), settings::isInUse))
                    .phases(only(wave.getPhases(), settings.getPhasesInUse()::contains))
                    .build();
            if (!used.getInstruments().isEmpty()
                    && used.getPhases().isEmpty() == wave.getPhases().isEmpty()) {
                waves.add(used);
            }
        }
        return new WavePlan(Collections.unmodifiableList(waves), false);
    }

    private static Set<String> only(Set<String> codes, Predicate<String> inUse) {
        Set<String> only = new LinkedHashSet<>(codes);
        only.removeIf(inUse.negate());
        return Collections.unmodifiableSet(only);
    }

    /** @return the key of what has to be known of it in the message files */
    public String messageKey() {
        return ofSite ? "smpr.waves.ofSite" : "smpr.waves.suggested";
    }

    /**
     * Reads the entry {@code waves}, noting its faults.
     *
     * @param instruments of which it can speak
     * @param used codes of those in use
     * @param phases codes of the phases in use
     */
    static WavePlan read(
            JsonNodeReader json, List<Instrument> instruments, Set<String> used, Set<String> phases, boolean ofSite) {
        Set<String> known = instruments.stream().map(Instrument::getCode).collect(Collectors.toSet());
        Set<String> codes = new LinkedHashSet<>();
        List<Wave> waves = json.objects(WAVES, entry -> wave(entry, known, used, phases, codes));
        return new WavePlan(Collections.unmodifiableList(waves), ofSite);
    }

    private static Wave wave(
            JsonNodeReader json, Set<String> known, Set<String> used, Set<String> phasesInUse, Set<String> codes) {
        String code = json.text("code");
        if (!code.isEmpty() && !code.matches("[A-Za-z0-9.-]{1," + LONGEST_CODE + "}")) {
            json.fault("code", FaultReason.NO_WAVE_CODE, LONGEST_CODE);
        } else if (!code.isEmpty() && !codes.add(code)) {
            json.fault("code", FaultReason.WAVE_TWICE, code);
        }
        Set<String> instruments = codes(json, "instruments", known, FaultReason.NO_INSTRUMENT);
        instruments.stream()
                .filter(due -> known.contains(due) && !used.contains(due))
                .forEach(due -> json.fault("instruments", FaultReason.NOT_IN_USE, due));
        if (instruments.isEmpty()) {
            json.fault("instruments", FaultReason.NOTHING_DUE);
        }
        Set<String> doubleRatings = codes(json, "doubleRatings", instruments, FaultReason.NO_INSTRUMENT_OF_WAVE);
        Integer secondWithinDays = json.optionalInteger("secondWithinDays");
        if (secondWithinDays != null) {
            inRange(json, "secondWithinDays", secondWithinDays, 0, MOST_DAYS);
            if (doubleRatings.isEmpty()) {
                json.fault("secondWithinDays", FaultReason.NO_SECOND_RATING);
            }
        }
        Wave.WaveBuilder wave = Wave.builder()
                .code(code)
                .label(json.label("label"))
                .instruments(instruments)
                .countedFrom(countedFrom(json))
                .doubleRatings(doubleRatings)
                .secondWithinDays(secondWithinDays)
                .phases(phases(json, phasesInUse));
        readOffset(json, wave);
        readWindow(json, wave);
        return wave.build();
    }

    /** @return the phases of an episode that the entry {@code phases} names; empty where it is absent */
    static Set<String> phases(JsonNodeReader json, Set<String> inUse) {
        Set<String> phases = codes(json, "phases", PHASES, FaultReason.NONE_OF);
        phases.stream()
                .filter(phase -> PHASES.contains(phase) && !inUse.contains(phase))
                .forEach(phase -> json.fault("phases", FaultReason.NOT_IN_USE, phase));
        return phases;
    }

    private static CountedFrom countedFrom(JsonNodeReader json) {
        return CountedFrom.valueOf(json.oneOf(
                "countedFrom", CountedFrom.ENTRY.name(), CountedFrom.RELEASE.name(), CountedFrom.END_OF_CARE.name()));
    }

    private static void readOffset(JsonNodeReader json, Wave.WaveBuilder wave) {
        JsonNodeReader offset = json.has("offset") ? json.object("offset") : null;
        if (offset != null) {
            int months = number(offset, "months", -MOST_MONTHS, MOST_MONTHS);
            int days = number(offset, "days", -MOST_DAYS, MOST_DAYS);
            offset.refuseUnread();
            wave.offset(Period.of(0, months, days));
        }
    }

    private static void readWindow(JsonNodeReader json, Wave.WaveBuilder wave) {
        JsonNodeReader window = json.object("window");
        if (window != null) {
            wave.daysBefore(number(window, "daysBefore", 0, MOST_DAYS));
            wave.daysAfter(number(window, "daysAfter", 0, MOST_DAYS));
            window.refuseUnread();
        }
    }

    /** @return 0 where it is absent */
    private static int number(JsonNodeReader json, String key, int min, int max) {
        Integer number = json.optionalInteger(key);
        if (number == null) {
            return 0;
        }
        inRange(json, key, number, min, max);
        return number;
    }

    private static void inRange(JsonNodeReader json, String key, int number, int min, int max) {
        if (number < min || number > max) {
            json.fault(key, FaultReason.OUT_OF_RANGE, min, max);
        }
    }

    private static Set<String> codes(JsonNodeReader json, String key, Collection<String> known, FaultReason otherwise) {
        Set<String> codes = new LinkedHashSet<>(json.texts(key));
        codes.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> json.fault(key, otherwise, code, String.join(", ", known)));
        return Collections.unmodifiableSet(codes);
    }

    /** Read once: what is shipped cannot change while the module runs. */
    private static final class Suggested {

        static final WavePlan PLAN = JsonNodeReader.read(FILE, text(), json -> {
            json.integer("format");
            json.text("about");
            return WavePlan.read(
                    json,
                    Definitions.shipped(),
                    Definitions.shipped().stream().map(Instrument::getCode).collect(Collectors.toSet()),
                    new LinkedHashSet<>(PHASES),
                    false);
        });

        private static String text() {
            try (InputStream in = WavePlan.class.getClassLoader().getResourceAsStream(FILE);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines().collect(Collectors.joining("\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
