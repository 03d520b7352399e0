/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import org.openmrs.Concept;
import org.openmrs.ConceptAnswer;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptMap;
import org.openmrs.ConceptMapType;
import org.openmrs.ConceptName;
import org.openmrs.ConceptNumeric;
import org.openmrs.ConceptReferenceTerm;
import org.openmrs.ConceptSet;
import org.openmrs.ConceptSource;
import org.openmrs.api.ConceptNameType;
import org.openmrs.api.ConceptService;
import org.openmrs.api.ConceptsLockedException;
import org.openmrs.module.smpr.instrument.Label;

/**
 * Installs the planned concepts. A concept that stands for a code already, by its uuid or by a mapping, gets what it
 * lacks of answers, members and mapping, and keeps everything else as the site has it.
 */
final class ConceptInstaller {

    private final ConceptService service;

    private final DictionaryDao dao;

    private final Installation installation;

    /** By code, the uuid of the concept that stands for it. */
    private final Map<String, String> standing = new HashMap<>();

    /** By language and name in lower case, the concepts that have a name which is to be given: asked once, because it takes a look at every name. */
    private final Map<String, Map<String, List<String>>> named = new HashMap<>();

    private Map<String, Set<String>> answers;

    private Map<String, Set<String>> members;

    private Dictionary dictionary;

    @Getter
    private int created;

    @Getter
    private int completed;

    ConceptInstaller(ConceptService service, DictionaryDao dao, Installation installation) {
        this.service = service;
        this.dao = dao;
        this.installation = installation;
    }

    void install(Collection<PlannedConcept> plan) {
        installation.install("Concept source " + ConceptSourceSmpr.NAME, this::installSource);
        if (!installation.install("The dictionary", () -> lookUp(plan))) {
            return;
        }
        int closed = 0;
        for (PlannedConcept planned : plan) {
            try {
                install(planned);
            } catch (ConceptsLockedException e) {
                closed++;
            }
        }
        if (closed > 0) {
            installation.leaveOut(closed + " of " + plan.size()
                    + " concepts are left out: the dictionary is locked (global property concepts.locked)");
        }
    }

    private boolean installSource() {
        if (source() != null) {
            return false;
        }
        ConceptSource source = new ConceptSource();
        source.setUuid(ConceptSourceSmpr.UUID);
        source.setName(ConceptSourceSmpr.NAME);
        source.setDescription("Codes of the risk instruments and of the care pathway of the module SMPR");
        service.saveConceptSource(source);
        return true;
    }

    private ConceptSource source() {
        ConceptSource own = service.getConceptSourceByUuid(ConceptSourceSmpr.UUID);
        return own != null ? own : service.getConceptSourceByName(ConceptSourceSmpr.NAME);
    }

    private boolean lookUp(Collection<PlannedConcept> plan) {
        dictionary = dao.getDictionary();
        Set<String> uuids = plan.stream().map(PlannedConcept::getUuid).collect(Collectors.toSet());
        plan.forEach(planned -> dictionary.uuid(planned.getCode()).ifPresent(uuids::add));
        Map<String, Object[]> existing =
                dao.concepts(uuids).stream().collect(Collectors.toMap(row -> (String) row[0], row -> row));
        plan.forEach(planned -> lookUp(planned, existing));
        for (String language : Label.LANGUAGES) {
            Set<String> names = plan.stream()
                    .filter(planned -> !standing.containsKey(planned.getCode()))
                    .map(planned -> planned.getName().texts().get(language))
                    .filter(Objects::nonNull)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            named.put(
                    language,
                    names.isEmpty()
                            ? Collections.emptyMap()
                            : dao.conceptsNamed(names, Locale.forLanguageTag(language)));
        }
        answers = dao.answers(uuids);
        members = dao.members(uuids);
        return source() != null;
    }

    /** A concept that the site has mapped serves if it can be charted with: neither retired nor of another datatype. */
    private void lookUp(PlannedConcept planned, Map<String, Object[]> existing) {
        if (existing.containsKey(planned.getUuid())) {
            standing.put(planned.getCode(), planned.getUuid());
            return;
        }
        Object[] mapped = dictionary.uuid(planned.getCode()).map(existing::get).orElse(null);
        if (mapped != null && datatypeOf(planned).equals(mapped[1]) && !Boolean.TRUE.equals(mapped[2])) {
            standing.put(planned.getCode(), (String) mapped[0]);
        }
    }

    private void install(PlannedConcept planned) {
        String uuid = standing.get(planned.getCode());
        String what = "Concept " + planned.getCode();
        if (uuid == null) {
            if (installation.install(what, () -> create(planned))) {
                standing.put(planned.getCode(), planned.getUuid());
                created++;
            }
        } else if (lacksSomething(planned, uuid) && installation.install(what, () -> complete(planned, uuid))) {
            completed++;
        }
    }

    private boolean lacksSomething(PlannedConcept planned, String uuid) {
        return lacks(planned.getAnswers(), answers.get(uuid))
                || lacks(planned.getMembers(), members.get(uuid))
                || lacksMapping(planned, uuid);
    }

    private boolean lacks(List<String> codes, Set<String> parts) {
        return codes.stream()
                .map(standing::get)
                .anyMatch(uuid -> uuid != null && (parts == null || !parts.contains(uuid)));
    }

    /** The module's own concept comes first in the dictionary, so that another standing for the code means that it has no mapping. */
    private boolean lacksMapping(PlannedConcept planned, String uuid) {
        return !dictionary.uuid(planned.getCode()).equals(Optional.of(uuid));
    }

    private boolean create(PlannedConcept planned) {
        service.checkIfLocked();
        for (Map.Entry<String, String> name : planned.getName().texts().entrySet()) {
            List<String> others = named.get(name.getKey()).get(name.getValue().toLowerCase(Locale.ROOT));
            if (others != null) {
                installation.leaveOut("Concept " + planned.getCode() + " (" + planned.getUuid()
                        + ") is left out: concept " + others.get(0) + " has its name \"" + name.getValue() + "\" ("
                        + name.getKey() + ")");
                return false;
            }
        }
        Concept concept = planned.getSort() == PlannedConcept.Sort.NUMERIC ? numeric(planned) : new Concept();
        concept.setUuid(planned.getUuid());
        concept.setConceptClass(classOf(planned));
        concept.setDatatype(service.getConceptDatatypeByUuid(datatypeOf(planned)));
        concept.setSet(planned.getSort() == PlannedConcept.Sort.SET);
        addNames(concept, planned.getCode(), planned.getName(), ConceptNameType.FULLY_SPECIFIED);
        addNames(concept, planned.getCode(), planned.getShortName(), ConceptNameType.SHORT);
        addParts(concept, planned);
        service.saveConcept(concept);
        return true;
    }

    private boolean complete(PlannedConcept planned, String uuid) {
        service.checkIfLocked();
        Concept concept = service.getConceptByUuid(uuid);
        addParts(concept, planned);
        service.saveConcept(concept);
        return true;
    }

    private static Concept numeric(PlannedConcept planned) {
        ConceptNumeric numeric = new ConceptNumeric();
        numeric.setLowAbsolute(planned.getMin());
        numeric.setHiAbsolute(planned.getMax());
        numeric.setAllowDecimal(false);
        return numeric;
    }

    private static void addNames(Concept concept, String code, Label label, ConceptNameType type) {
        label.texts().forEach((language, text) -> {
            ConceptName name = new ConceptName(text, Locale.forLanguageTag(language));
            name.setConceptNameType(type);
            name.setUuid(StableUuid.of("conceptname", code + ":" + language + ":" + type));
            concept.addName(name);
        });
    }

    private void addParts(Concept concept, PlannedConcept planned) {
        // Looked up before the concept is touched: a query in between would have it written half done.
        Map<String, Concept> parts = new HashMap<>();
        Stream.concat(planned.getAnswers().stream(), planned.getMembers().stream())
                .filter(standing::containsKey)
                .forEach(code -> parts.put(code, service.getConceptByUuid(standing.get(code))));
        ConceptMap map = lacksMapping(planned, concept.getUuid()) ? mapping(planned.getCode()) : null;
        addAnswers(concept, planned, parts);
        addMembers(concept, planned, parts);
        if (map != null) {
            concept.addConceptMapping(map);
        }
    }

    private ConceptMap mapping(String code) {
        ConceptMap map =
                new ConceptMap(term(code), service.getConceptMapTypeByUuid(ConceptMapType.SAME_AS_MAP_TYPE_UUID));
        map.setUuid(StableUuid.of("conceptmap", code));
        return map;
    }

    private ConceptReferenceTerm term(String code) {
        ConceptSource source = source();
        ConceptReferenceTerm known = service.getConceptReferenceTermByCode(code, source);
        if (known != null) {
            return known;
        }
        ConceptReferenceTerm term = new ConceptReferenceTerm(source, code, null);
        term.setUuid(StableUuid.of("conceptreferenceterm", code));
        return service.saveConceptReferenceTerm(term);
    }

    private void addAnswers(Concept concept, PlannedConcept planned, Map<String, Concept> parts) {
        Map<String, Double> weights = new HashMap<>();
        concept.getAnswers(true)
                .forEach(answer -> weights.put(answer.getAnswerConcept().getUuid(), answer.getSortWeight()));
        addMissing(planned.getAnswers(), weights, (code, weight) -> {
            ConceptAnswer answer = new ConceptAnswer(parts.get(code));
            answer.setUuid(StableUuid.of("conceptanswer", planned.getCode() + ":" + code));
            answer.setSortWeight(weight);
            concept.addAnswer(answer);
        });
    }

    private void addMembers(Concept concept, PlannedConcept planned, Map<String, Concept> parts) {
        Map<String, Double> weights = new HashMap<>();
        concept.getConceptSets()
                .forEach(member -> weights.put(member.getConcept().getUuid(), member.getSortWeight()));
        addMissing(planned.getMembers(), weights, (code, weight) -> {
            ConceptSet member = new ConceptSet(parts.get(code), weight);
            member.setUuid(StableUuid.of("conceptset", planned.getCode() + ":" + code));
            member.setConceptSet(concept);
            concept.getConceptSets().add(member);
        });
    }

    /**
     * Puts each missing part behind the one it follows in the definition and before what the site has there, for parts
     * of one weight have no order and, in a set, no place.
     */
    private void addMissing(List<String> codes, Map<String, Double> weights, BiConsumer<String, Double> add) {
        TreeSet<Double> taken = new TreeSet<>();
        weights.values().stream().filter(Objects::nonNull).forEach(taken::add);
        double last = taken.isEmpty() ? 0 : taken.first() - 1;
        for (String code : codes) {
            String uuid = standing.get(code);
            if (uuid == null) {
                continue;
            }
            if (!weights.containsKey(uuid)) {
                Double next = taken.higher(last);
                double weight = next == null ? last + 1 : (last + next) / 2;
                add.accept(code, weight);
                weights.put(uuid, weight);
                taken.add(weight);
            }
            if (weights.get(uuid) != null) {
                last = weights.get(uuid);
            }
        }
    }

    private ConceptClass classOf(PlannedConcept planned) {
        switch (planned.getSort()) {
            case ANSWER:
                return conceptClass(ConceptClass.MISC_UUID, "Misc");
            case SET:
                return conceptClass(ConceptClass.CONVSET_UUID, "ConvSet");
            default:
                return conceptClass(ConceptClass.QUESTION_UUID, "Question");
        }
    }

    /** By name where the class has another uuid, as in a dictionary older than the platform's own uuids. */
    private ConceptClass conceptClass(String uuid, String name) {
        ConceptClass known = service.getConceptClassByUuid(uuid);
        return known != null ? known : service.getConceptClassByName(name);
    }

    private static String datatypeOf(PlannedConcept planned) {
        switch (planned.getSort()) {
            case CODED:
                return ConceptDatatype.CODED_UUID;
            case NUMERIC:
                return ConceptDatatype.NUMERIC_UUID;
            case DATE:
                return ConceptDatatype.DATE_UUID;
            case TEXT:
                return ConceptDatatype.TEXT_UUID;
            default:
                return ConceptDatatype.N_A_UUID;
        }
    }
}
