/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.Getter;
import org.openmrs.Concept;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.ProgramWorkflowState;
import org.openmrs.api.ConceptService;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;

/** Installs the program of the care pathway with its phases and its ends, on concepts that are there already. */
final class ProgramInstaller {

    private static final String NAME = "SMPR";

    private static final String DESCRIPTION =
            "A stay in the care of the SMPR: in custody, before release, after prison";

    private static final List<String> PHASES =
            Arrays.asList(CommonQuestions.CUSTODY, CommonQuestions.PRE_RELEASE, CommonQuestions.APC);

    private final ProgramWorkflowService service;

    private final ConceptService concepts;

    private final Installation installation;

    @Getter
    private int created;

    ProgramInstaller(ProgramWorkflowService service, ConceptService concepts, Installation installation) {
        this.service = service;
        this.concepts = concepts;
        this.installation = installation;
    }

    void install() {
        if (installation.install("Program \"" + NAME + "\"", this::installProgram)) {
            created++;
        }
    }

    private boolean installProgram() {
        Program program = service.getProgramByUuid(PathwayProgram.UUID);
        if (program == null) {
            Optional<Program> other = service.getAllPrograms(true).stream()
                    .filter(p -> p.getName().equalsIgnoreCase(NAME))
                    .findFirst();
            if (other.isPresent()) {
                installation.leaveOut("Program \"" + NAME + "\" (" + PathwayProgram.UUID + ") is left out: program "
                        + other.get().getUuid() + " has its name");
                return false;
            }
            program = new Program();
            program.setUuid(PathwayProgram.UUID);
            program.setName(NAME);
            program.setDescription(DESCRIPTION);
            program.setConcept(concept(PathwayProgram.CODE));
        }
        boolean changed = program.getProgramId() == null;
        ProgramWorkflow workflow = program.getAllWorkflows().stream()
                .filter(w -> w.getUuid().equals(PathwayProgram.WORKFLOW))
                .findFirst()
                .orElse(null);
        if (workflow == null) {
            workflow = new ProgramWorkflow();
            workflow.setUuid(PathwayProgram.WORKFLOW);
            workflow.setConcept(concept(CommonQuestions.NAMESPACE + "." + CommonQuestions.PHASE));
            program.addWorkflow(workflow);
            changed = true;
        }
        for (String phase : PHASES) {
            changed |= addState(
                    workflow,
                    PathwayProgram.stateOf(phase),
                    CommonQuestions.NAMESPACE + "." + CommonQuestions.PHASE + "." + phase,
                    !phase.equals(CommonQuestions.APC),
                    false);
        }
        for (Choice end : ends()) {
            changed |= addState(workflow, PathwayProgram.endOf(end.getCode()), end.getConceptCode(), false, true);
        }
        if (changed) {
            service.saveProgram(program);
        }
        return changed;
    }

    private static List<Choice> ends() {
        return Definitions.recordType("END").known("reason").getChoices();
    }

    private boolean addState(
            ProgramWorkflow workflow, String uuid, String conceptCode, boolean initial, boolean terminal) {
        if (workflow.getStates(true).stream().anyMatch(state -> state.getUuid().equals(uuid))) {
            return false;
        }
        ProgramWorkflowState state = new ProgramWorkflowState();
        state.setUuid(uuid);
        state.setConcept(concept(conceptCode));
        state.setInitial(initial);
        state.setTerminal(terminal);
        workflow.addState(state);
        return true;
    }

    private Concept concept(String code) {
        Concept concept = concepts.getConceptByUuid(StableUuid.ofConcept(code));
        if (concept == null) {
            throw new IllegalStateException("its concept " + code + " is not there");
        }
        return concept;
    }
}
