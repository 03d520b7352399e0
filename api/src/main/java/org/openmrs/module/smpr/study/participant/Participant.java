/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.outcome.RegisterAudit;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.site.AboutPerson;

/** Somebody who is, or was, considered for the study, with what follows from what is recorded of it. */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class Participant implements AboutPerson {

    /** An answer to a criterion, or to whether all of them are met. */
    public enum Answer {
        YES,
        NO,
        NOT_KNOWN
    }

    String uuid;

    /** The uuid of the patient whom it is told of: the one who was kept, where patients were merged. */
    String patient;

    /** What has to be named where it is amended. */
    String version;

    /** As {@link StudyCode} has it; it never changes. */
    String studyCode;

    /** The uuid of the episode of care whose release is his index release. */
    String indexEpisode;

    /** That episode; null where it is there no more, which is a fault. */
    Episode episode;

    /** By code of the criterion; those that were not answered are not in it. */
    @Builder.Default
    Map<String, Answer> criteria = Collections.emptyMap();

    /** The day on which he was told of the study; null where he was not. */
    LocalDate informed;

    /** The user who told him; null where nobody did. */
    Reference informedBy;

    /** The day on which he did not oppose; null where that is not recorded. */
    LocalDate notOpposed;

    /** The user who recorded that; null where nobody has. */
    Reference notOpposedRecordedBy;

    /** The day from which on he takes part; null where he does not. */
    LocalDate included;

    /** In the order in which they were recorded, the voided ones among them. */
    @Builder.Default
    List<Opposition> oppositions = Collections.emptyList();

    /** What he opposes under other codes, where he turned out to have several and stands under this one: it holds here too. */
    @Builder.Default
    List<Opposition> opposedElsewhere = Collections.emptyList();

    ParticipantState state;

    /** Whether the criteria and bounds of the plan in force are met, by what is known today; of one who is included, on the day of that. */
    Answer eligible;

    /** Whether he counts: of two who turned out to be one person, only one does. */
    boolean standing;

    /** What is wrong with it as it stands; empty where nothing is. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();

    RegisterAudit audit;

    /** @return the last opposition that stands under this code; empty where none does */
    public Optional<Opposition> opposition() {
        return oppositions.stream().filter(opposition -> !opposition.isVoided()).reduce((earlier, later) -> later);
    }

    /** @return the first day from which on nothing is collected of him; empty where he does not oppose that */
    public Optional<LocalDate> stoppedCollecting() {
        return everyOpposition().map(Opposition::getDay).min(Comparator.naturalOrder());
    }

    /** @return the first day from which on nothing of him is used; empty where he does not oppose that */
    public Optional<LocalDate> stoppedUsing() {
        return everyOpposition()
                .filter(opposition -> opposition.getKind() == Opposition.Kind.STOP_USING)
                .map(Opposition::getDay)
                .min(Comparator.naturalOrder());
    }

    private Stream<Opposition> everyOpposition() {
        return Stream.concat(oppositions.stream(), opposedElsewhere.stream())
                .filter(opposition -> !opposition.isVoided());
    }

    /** @return whether what stands under this code leaves nothing allowed that any of those forbids */
    boolean covers(List<Opposition> others) {
        return others.stream()
                .filter(other -> !other.isVoided())
                .allMatch(other -> oppositions.stream().anyMatch(own -> !own.isVoided() && own.covers(other)));
    }

    /** @return whether he is in the analyses of today: included, and not opposed to the use of what was collected */
    public boolean isAnalysed() {
        return state == ParticipantState.INCLUDED || state == ParticipantState.STOPPED_COLLECTING;
    }
}
