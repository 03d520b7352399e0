/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.CascadeType;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A patient's enrolment in a program, and the states gone through. */
@Entity
@Getter
@Setter
public class PatientProgram extends BaseChangeableOpenmrsData {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer patientProgramId;

    @NotNull
    @ManyToOne
    private Patient patient;

    @NotNull
    @ManyToOne
    private Program program;

    private Date dateEnrolled;
    private Date dateCompleted;

    @ManyToOne
    private Location location;

    @ManyToOne
    @JoinColumn(name = "outcome_concept_id")
    private Concept outcome;

    @OneToMany(mappedBy = "patientProgram", cascade = CascadeType.ALL)
    private Set<PatientState> states = new HashSet<>();

    public PatientProgram() {}

    public PatientProgram(Integer id) {
        this.patientProgramId = id;
    }

    @Override
    public Integer getId() {
        return getPatientProgramId();
    }

    @Override
    public void setId(Integer id) {
        setPatientProgramId(id);
    }

    public boolean getActive() {
        return getActive(null);
    }

    /** From enrolment, until before completion; without a date, now. */
    public boolean getActive(Date onDate) {
        return !getVoided() && covers(dateEnrolled, dateCompleted, onDate);
    }

    static boolean covers(Date from, Date until, Date onDate) {
        Date at = onDate == null ? new Date() : onDate;
        return (from == null || !at.before(from)) && (until == null || at.before(until));
    }

    /** Those that hold now, of any workflow. */
    public Set<PatientState> getCurrentStates() {
        return states.stream().filter(PatientState::getActive).collect(Collectors.toSet());
    }

    /** The one that holds now; without a workflow, one of any. */
    public PatientState getCurrentState(ProgramWorkflow workflow) {
        return getCurrentStates().stream()
                .filter(s ->
                        workflow == null || s.getState().getProgramWorkflow().equals(workflow))
                .findFirst()
                .orElse(null);
    }

    /** In the order of their starts. */
    public List<PatientState> statesInWorkflow(ProgramWorkflow workflow, boolean includeVoided) {
        return states.stream()
                .filter(s -> s.getState().getProgramWorkflow().equals(workflow) && (includeVoided || !s.getVoided()))
                .sorted()
                .toList();
    }

    /** Ends the workflow's current state and begins another; a terminal one completes the enrolment. */
    public void transitionToState(ProgramWorkflowState next, Date onDate) {
        PatientState current = getCurrentState(next.getProgramWorkflow());
        if (current != null) {
            requireLeavable(current, onDate);
            if (!next.getProgramWorkflow().isLegalTransition(current.getState(), next)) {
                throw new IllegalArgumentException("You can't change from state " + current.getState() + " to " + next);
            }
            current.setEndDate(onDate);
        }
        PatientState begun = new PatientState();
        begun.setPatientProgram(this);
        begun.setState(next);
        begun.setStartDate(onDate);
        begun.setEndDate(dateCompleted);
        states.add(begun);
        if (next.getTerminal()) {
            setDateCompleted(onDate);
        }
    }

    private static void requireLeavable(PatientState current, Date onDate) {
        if (onDate == null) {
            throw new IllegalArgumentException("You can't change from a non-null state without giving a change date");
        }
        if (current.getEndDate() != null) {
            throw new IllegalArgumentException("You can't change out of a state that has an end date already");
        }
        if (current.getStartDate() != null && current.getStartDate().after(onDate)) {
            throw new IllegalArgumentException("You can't change out of a state before that state started");
        }
    }

    /** The one before is open again, or ends with the enrolment; what a terminal state completed stays completed. */
    public void voidLastState(ProgramWorkflow workflow, User voidedBy, Date dateVoided, String reason) {
        List<PatientState> kept = statesInWorkflow(workflow, false);
        if (kept.isEmpty()) {
            return;
        }
        PatientState last = kept.get(kept.size() - 1);
        last.setVoided(true);
        last.setVoidedBy(voidedBy);
        last.setDateVoided(dateVoided);
        last.setVoidReason(reason);
        if (kept.size() > 1) {
            kept.get(kept.size() - 2).setEndDate(dateCompleted);
        }
    }
}
