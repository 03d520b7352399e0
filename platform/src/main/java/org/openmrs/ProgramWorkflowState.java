/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import lombok.Getter;
import lombok.Setter;

/** A state of a workflow; see platform.hbm.xml. */
@Getter
@Setter
public class ProgramWorkflowState extends BaseChangeableOpenmrsMetadata {
    private Integer programWorkflowStateId;
    private ProgramWorkflow programWorkflow;
    private Concept concept;
    private Boolean initial;
    private Boolean terminal;

    public ProgramWorkflowState() {}

    public ProgramWorkflowState(Integer id) {
        this.programWorkflowStateId = id;
    }

    @Override
    public Integer getId() {
        return getProgramWorkflowStateId();
    }

    @Override
    public void setId(Integer id) {
        setProgramWorkflowStateId(id);
    }
}
