/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.EncounterService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.Dictionary;

/** Writes a validated summary as an encounter with one obs an answer. */
final class FiledSummaryWriter {

    private final Dictionary dictionary;

    FiledSummaryWriter(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Everything is looked up first: a query would have the platform write an encounter that is half made. */
    Encounter write(Patient patient, EncounterType type, Provider validator, Date date, Map<String, String> answers) {
        EncounterService encounters = Context.getEncounterService();
        EncounterRole role = encounters.getEncounterRoleByUuid(EncounterRole.UNKNOWN_ENCOUNTER_ROLE_UUID);
        User user = Context.getAuthenticatedUser();
        List<Obs> charted = new ArrayList<>();
        answers.forEach((code, answer) -> charted.add(obs(SummaryQuestions.question(code), answer)));
        Encounter encounter = new Encounter();
        encounter.setPatient(patient);
        encounter.setEncounterType(type);
        encounter.setEncounterDatetime(date);
        encounter.addProvider(role, validator);
        charted.forEach(obs -> {
            obs.setPerson(patient);
            obs.setCreator(user);
            obs.setDateCreated(date);
            encounter.addObs(obs);
        });
        Encounter saved = encounters.saveEncounter(encounter);
        Context.flushSession();
        return saved;
    }

    private Obs obs(Question question, String answer) {
        Obs obs = new Obs();
        obs.setConcept(concept(question.getConceptCode()));
        if (question.getKind() == Question.Kind.CODED) {
            obs.setValueCoded(concept(question.choice(answer).get().getConceptCode()));
        } else {
            obs.setValueText(answer);
        }
        return obs;
    }

    private Concept concept(String code) {
        return dictionary
                .uuid(code)
                .map(Context.getConceptService()::getConceptByUuid)
                .orElseThrow(() -> new FaultsException(Collections.singletonList(Fault.of(code, "noConcept", code))));
    }
}
