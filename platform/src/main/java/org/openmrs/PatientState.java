/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Comparator;
import java.util.Date;
import javax.persistence.Access;
import javax.persistence.AccessType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A time of an enrolled patient in a state; the database keeps its days, without their hours. */
@Entity
@Getter
@Setter
public class PatientState extends BaseFormRecordableOpenmrsData implements Comparable<PatientState> {
    private static final Comparator<PatientState> ORDER = Comparator.comparing(
                    PatientState::getStartDate, Comparator.nullsFirst(PatientState::compareTimes))
            .thenComparing(PatientState::getEndDate, Comparator.nullsLast(PatientState::compareTimes))
            .thenComparing(PatientState::getUuid);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer patientStateId;

    @NotNull
    @ManyToOne
    private PatientProgram patientProgram;

    @ManyToOne
    @JoinColumn(name = "state", nullable = false)
    private ProgramWorkflowState state;

    @Column(columnDefinition = "date")
    private Date startDate;

    @Column(columnDefinition = "date")
    private Date endDate;

    @ManyToOne
    private Encounter encounter;

    public PatientState() {}

    public PatientState(Integer patientStateId) {
        this.patientStateId = patientStateId;
    }

    @Override
    public Integer getId() {
        return getPatientStateId();
    }

    @Override
    public void setId(Integer id) {
        setPatientStateId(id);
    }

    @Override
    @ManyToOne
    @Access(AccessType.PROPERTY)
    public User getChangedBy() {
        return super.getChangedBy();
    }

    @Override
    @Access(AccessType.PROPERTY)
    public Date getDateChanged() {
        return super.getDateChanged();
    }

    public boolean getActive() {
        return getActive(null);
    }

    /** From its start, until before its end; without a date, now. */
    public boolean getActive(Date onDate) {
        return !getVoided() && PatientProgram.covers(startDate, endDate, onDate);
    }

    /** By start, an unknown one first; then by end, an open one last. */
    @Override
    public int compareTo(PatientState other) {
        return ORDER.compare(this, other);
    }

    /** What the database gave is a Timestamp, which does not compare itself with other dates. */
    private static int compareTimes(Date one, Date other) {
        return Long.compare(one.getTime(), other.getTime());
    }
}
