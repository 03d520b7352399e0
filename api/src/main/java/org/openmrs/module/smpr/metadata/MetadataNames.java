/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.DefinitionCheck;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.RecordType;

/**
 * Looks whether the concepts and the encounter type of a site's own instrument can stand in the dictionary beside the
 * module's and those of the site's other instruments: under codes and names of their own, which the platform has room for.
 */
public class MetadataNames implements DefinitionCheck {

    /** What the platform has room for. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_CODE = 255;

    private static final int LONGEST_ENCOUNTER_TYPE = 50;

    @Override
    public void check(Instrument instrument, List<Instrument> others, Faults faults) {
        List<Instrument> beside = others.stream()
                .filter(other -> !other.getCode().equals(instrument.getCode()))
                .collect(Collectors.toList());
        if (isTaken(instrument.getCode(), beside, faults)) {
            return;
        }
        checkEncounterType(instrument, beside, faults);
        checkConcepts(plan(Collections.singletonList(instrument)), plan(beside), faults);
    }

    /** A code is what all others of the instrument begin with: no two may differ in small and capital letters alone. */
    private static boolean isTaken(String code, List<Instrument> others, Faults faults) {
        Set<String> ofModule = plan(Definitions.shipped()).stream()
                .map(concept -> concept.getCode().split("\\.")[0].toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        Definitions.recordTypes().forEach(type -> ofModule.add(type.getCode().toLowerCase(Locale.ROOT)));
        if (ofModule.contains(code.toLowerCase(Locale.ROOT))) {
            faults.note("", FaultReason.CODE_OF_MODULE, code);
            return true;
        }
        for (Instrument other : others) {
            if (other.getCode().equalsIgnoreCase(code)) {
                faults.note("", FaultReason.CODE_OF_ANOTHER, other.getCode());
                return true;
            }
        }
        return false;
    }

    private static void checkEncounterType(Instrument instrument, List<Instrument> others, Faults faults) {
        Set<String> taken = Definitions.recordTypes().stream()
                .map(RecordType::getLabel)
                .map(label -> key(label.in(Locale.ENGLISH)))
                .collect(Collectors.toCollection(HashSet::new));
        others.forEach(other -> taken.add(key(EncounterTypeInstaller.nameOf(other))));
        String name = EncounterTypeInstaller.nameOf(instrument);
        if (taken.contains(key(name))) {
            faults.note(instrument.getCode(), FaultReason.NAME_TAKEN, name);
        }
        if (name.length() > LONGEST_ENCOUNTER_TYPE) {
            faults.note(instrument.getCode(), FaultReason.NAME_TOO_LONG, LONGEST_ENCOUNTER_TYPE, name);
        }
    }

    private static void checkConcepts(
            Collection<PlannedConcept> own, Collection<PlannedConcept> others, Faults faults) {
        Set<String> known = others.stream().map(PlannedConcept::getCode).collect(Collectors.toSet());
        for (String language : Label.LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            Map<String, String> taken = new HashMap<>();
            others.forEach(concept -> taken.put(key(concept.getName().in(locale)), concept.getCode()));
            for (PlannedConcept concept : own) {
                if (!known.contains(concept.getCode())) {
                    String name = concept.getName().in(locale);
                    if (taken.putIfAbsent(key(name), concept.getCode()) != null) {
                        faults.note(concept.getCode(), FaultReason.NAME_TAKEN, name);
                    }
                    if (name.length() > LONGEST_NAME) {
                        faults.note(concept.getCode(), FaultReason.NAME_TOO_LONG, LONGEST_NAME, name);
                    }
                    if (concept.getCode().length() > LONGEST_CODE) {
                        faults.note(concept.getCode(), FaultReason.MAPPING_TOO_LONG, concept.getCode(), LONGEST_CODE);
                    }
                }
            }
        }
    }

    /** With every option in use: a site can use one later. */
    private static Collection<PlannedConcept> plan(List<Instrument> instruments) {
        return ConceptPlan.of(
                instruments.stream()
                        .map(i -> i.asUsedWith(
                                Collections.emptyMap(), i.getOptions().keySet(), Collections.emptyMap()))
                        .collect(Collectors.toList()),
                Definitions.commonQuestions(),
                Definitions.recordTypes());
    }

    /** Databases compare names without regard to small and capital letters. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
