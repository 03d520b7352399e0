/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.Setter;

/** A kind of care that patients are enrolled in, with the workflows they go through; see platform.hbm.xml. */
@Getter
@Setter
public class Program extends BaseChangeableOpenmrsMetadata {
    private Integer programId;
    private Concept concept;
    private Concept outcomesConcept;
    private Set<ProgramWorkflow> allWorkflows = new HashSet<>();

    public Program() {}

    public Program(Integer programId) {
        this.programId = programId;
    }

    public Program(String name) {
        setName(name);
    }

    @Override
    public Integer getId() {
        return getProgramId();
    }

    @Override
    public void setId(Integer id) {
        setProgramId(id);
    }

    /** Those not retired. */
    public Set<ProgramWorkflow> getWorkflows() {
        return allWorkflows.stream().filter(w -> !w.isRetired()).collect(Collectors.toSet());
    }

    public void addWorkflow(ProgramWorkflow workflow) {
        workflow.setProgram(this);
        allWorkflows.add(workflow);
    }

    public void removeWorkflow(ProgramWorkflow workflow) {
        if (allWorkflows.remove(workflow)) {
            workflow.setProgram(null);
        }
    }

    public ProgramWorkflow getWorkflowByName(String name) {
        return allWorkflows.stream()
                .filter(w -> w.getConcept().getNames().stream()
                        .anyMatch(n -> n.getName().equalsIgnoreCase(name)))
                .findFirst()
                .orElse(null);
    }
}
