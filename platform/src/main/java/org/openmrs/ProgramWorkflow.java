/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.Setter;

/** The states that the patients of a program go through one after another; see platform.hbm.xml. */
@Getter
@Setter
public class ProgramWorkflow extends BaseChangeableOpenmrsMetadata {
    private Integer programWorkflowId;
    private Program program;
    private Concept concept;
    private Set<ProgramWorkflowState> states = new HashSet<>();

    public ProgramWorkflow() {}

    public ProgramWorkflow(Integer id) {
        this.programWorkflowId = id;
    }

    @Override
    public Integer getId() {
        return getProgramWorkflowId();
    }

    @Override
    public void setId(Integer id) {
        setProgramWorkflowId(id);
    }

    public Set<ProgramWorkflowState> getStates(boolean includeRetired) {
        return states.stream().filter(s -> includeRetired || !s.isRetired()).collect(Collectors.toSet());
    }

    public ProgramWorkflowState getState(Concept named) {
        return states.stream()
                .filter(s -> s.getConcept().equals(named))
                .findFirst()
                .orElse(null);
    }

    public ProgramWorkflowState getStateByName(String name) {
        return states.stream()
                .filter(s -> s.getConcept().getNames().stream()
                        .anyMatch(n -> n.getName().equalsIgnoreCase(name)))
                .findFirst()
                .orElse(null);
    }

    public void addState(ProgramWorkflowState state) {
        state.setProgramWorkflow(this);
        states.add(state);
    }

    public void removeState(ProgramWorkflowState state) {
        if (states.remove(state)) {
            state.setProgramWorkflow(null);
        }
    }

    /** In the order of their names. */
    public List<ProgramWorkflowState> getPossibleNextStates(PatientProgram enrolment) {
        PatientState current = enrolment.getCurrentState(this);
        ProgramWorkflowState from = current == null ? null : current.getState();
        return getStates(false).stream()
                .filter(to -> isLegalTransition(from, to))
                .sorted(Comparator.comparing(s -> s.getConcept().getName().getName()))
                .toList();
    }

    /** What comes first is an initial state; after that, any other than the one before. */
    public boolean isLegalTransition(ProgramWorkflowState from, ProgramWorkflowState to) {
        return from == null ? to.getInitial() : !from.equals(to);
    }
}
