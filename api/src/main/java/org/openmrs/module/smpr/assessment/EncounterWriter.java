/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.EncounterProvider;
import org.openmrs.EncounterRole;
import org.openmrs.Obs;
import org.openmrs.Provider;
import org.openmrs.api.EncounterService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Questionnaire;
import org.openmrs.module.smpr.metadata.Dictionary;

/** Writes an assessment, or another record, as an encounter with one obs an answer; in an amendment, touches only what differs. */
public final class EncounterWriter {

    private static final String OWN = "SMPR: ";

    private static final String DRAFT = OWN + "draft saved again";

    private static final String AMENDMENT = OWN + "amended: ";

    private final AssessmentDao dao;

    private final Dictionary dictionary;

    private final ZoneId zone;

    private final Date now;

    public EncounterWriter(AssessmentDao dao, Dictionary dictionary, Clock clock) {
        this.dao = dao;
        this.dictionary = dictionary;
        this.zone = clock.getZone();
        this.now = Date.from(clock.instant());
    }

    /** @return whether this is what the writer leaves with an obs that it voids */
    static boolean isOwnReason(String voidReason) {
        return voidReason != null && voidReason.startsWith(OWN);
    }

    /**
     * First everything is looked up, then what no longer holds is voided, then the rest is changed: a query, or voiding
     * an obs, would have the platform write an encounter that is half changed.
     *
     * @param amended the uuid of the encounter that is changed; null for a new one
     */
    public Encounter write(EncounterInput input, String amended) {
        EncounterService encounters = Context.getEncounterService();
        EncounterRole role = encounters.getEncounterRoleByUuid(EncounterRole.UNKNOWN_ENCOUNTER_ROLE_UUID);
        Map<String, Concept> concepts = concepts(input.getQuestionnaire(), input.getAnswers());
        Encounter encounter = amended == null ? new Encounter() : encounters.getEncounterByUuid(amended);
        List<Runnable> edits = new ArrayList<>();
        String reason = input.getReason() == null ? DRAFT : AMENDMENT + input.getReason();
        for (Question question : input.getQuestionnaire().getQuestions()) {
            writeAnswers(
                    encounter,
                    question,
                    input.getAnswers().getOrDefault(question.getCode(), Collections.emptyList()),
                    concepts,
                    reason,
                    edits);
        }
        if (amended == null) {
            if (input.getNewUuid() != null) {
                encounter.setUuid(input.getNewUuid());
            }
            encounter.setPatient(input.getPatient());
            encounter.setEncounterType(input.getType());
            encounter.setLocation(input.getLocation());
        }
        if (amended == null
                || encounter.getEncounterDatetime().getTime() != input.getDate().getTime()) {
            encounter.setEncounterDatetime(input.getDate());
        }
        if (input.getRaters() != null) {
            writeRaters(encounter, input.getRaters(), role);
        }
        edits.forEach(Runnable::run);
        Encounter saved = encounters.saveEncounter(encounter);
        Context.flushSession();
        if (!Objects.equals(saved.getLocation(), input.getLocation())) {
            // Platform 2.8 fails to save a location with an encounter that had none, and would replace every obs for
            // another.
            dao.setLocation(saved, input.getLocation(), Context.getAuthenticatedUser(), now);
        }
        return saved;
    }

    private static void writeRaters(Encounter encounter, List<Provider> raters, EncounterRole role) {
        Set<Provider> charted = new HashSet<>();
        for (EncounterProvider present : encounter.getActiveEncounterProviders()) {
            if (raters.contains(present.getProvider())) {
                charted.add(present.getProvider());
            } else {
                encounter.removeProvider(present.getEncounterRole(), present.getProvider());
            }
        }
        raters.stream().filter(rater -> !charted.contains(rater)).forEach(rater -> encounter.addProvider(role, rater));
    }

    private Map<String, Concept> concepts(Questionnaire questionnaire, Map<String, List<Object>> answers) {
        Set<String> uuids = new LinkedHashSet<>();
        for (Question question : questionnaire.getQuestions()) {
            uuids.add(uuid(question.getConceptCode()));
            for (Object value : answers.getOrDefault(question.getCode(), Collections.emptyList())) {
                if (question.getKind() == Question.Kind.CODED) {
                    uuids.add(uuid(question.choice((String) value).get().getConceptCode()));
                }
            }
        }
        uuids.remove(null);
        return dao.concepts(uuids);
    }

    private String uuid(String code) {
        return dictionary.uuid(code).orElse(null);
    }

    private Concept concept(String code, Map<String, Concept> concepts) {
        Concept concept = concepts.get(uuid(code));
        if (concept == null) {
            throw new FaultsException(Collections.singletonList(Fault.of(code, "noConcept", code)));
        }
        return concept;
    }

    /** Values that stand as they are stay; the others are voided, and each new value follows one of them while there are any. */
    private void writeAnswers(
            Encounter encounter,
            Question question,
            List<Object> values,
            Map<String, Concept> concepts,
            String reason,
            List<Runnable> edits) {
        List<Obs> charted = encounter.getObs().stream()
                .filter(obs -> means(obs.getConcept(), question.getConceptCode()))
                .collect(Collectors.toList());
        List<Object> open = new ArrayList<>(values);
        charted.removeIf(obs -> open.stream()
                .filter(value -> stands(obs, question, value))
                .findFirst()
                .map(open::remove)
                .orElse(false));
        charted.forEach(obs -> Context.getObsService().voidObs(obs, reason));
        Iterator<Obs> replaced = charted.iterator();
        for (Object value : open) {
            Obs obs = new Obs();
            obs.setConcept(concept(question.getConceptCode(), concepts));
            setValue(obs, question, value, concepts);
            if (replaced.hasNext()) {
                obs.setPreviousVersion(replaced.next());
            }
            // All of one save at one moment: that is how its history is told.
            obs.setCreator(Context.getAuthenticatedUser());
            obs.setDateCreated(now);
            edits.add(() -> {
                obs.setPerson(encounter.getPatient());
                encounter.addObs(obs);
            });
        }
    }

    /** Whatever concept of this server it was charted with. */
    private boolean means(Concept concept, String code) {
        return dictionary.code(concept.getUuid()).filter(code::equals).isPresent();
    }

    private boolean stands(Obs obs, Question question, Object value) {
        switch (question.getKind()) {
            case CODED:
                return obs.getValueCoded() != null
                        && means(
                                obs.getValueCoded(),
                                question.choice((String) value).get().getConceptCode());
            case NUMBER:
                return value.equals(obs.getValueNumeric());
            case DATE:
                return obs.getValueDatetime() != null
                        && Times.day(obs.getValueDatetime(), zone).equals(value);
            default:
                return value.equals(obs.getValueText());
        }
    }

    private void setValue(Obs obs, Question question, Object value, Map<String, Concept> concepts) {
        switch (question.getKind()) {
            case CODED:
                obs.setValueCodedName(null);
                obs.setValueCoded(concept(question.choice((String) value).get().getConceptCode(), concepts));
                break;
            case NUMBER:
                obs.setValueNumeric((Double) value);
                break;
            case DATE:
                obs.setValueDatetime(Times.start((LocalDate) value, zone));
                break;
            default:
                obs.setValueText((String) value);
        }
    }
}
