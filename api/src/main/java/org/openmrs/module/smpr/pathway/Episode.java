/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.AboutPerson;

/** One stay in care, as the record has it: an enrolment in the program, its states, and what was charted between its first and its last day. */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class Episode implements AboutPerson {

    /** Months from release that post-prison care lasts, unless it is extended. */
    public static final int MONTHS_OF_POST_PRISON_CARE = 6;

    /** The uuid of the enrolment. */
    String uuid;

    /** The uuid of the patient. */
    String patient;

    LocalDate begun;

    /** Its last day; null while it lasts. */
    LocalDate ended;

    /** The code of the reason; null while it lasts, or where the record does not say. */
    String endReason;

    /** In custody, pre-release and post-prison care, in order of their days; whether he had a place in the flat-share is said apart. */
    List<PhaseSpan> phases;

    /** What was known at its beginning; null for nothing. */
    PathwayRecord entry;

    /** The newest that was charted of his release; null for nothing. */
    PathwayRecord release;

    /** The newest extension; null for none. */
    PathwayRecord extension;

    /** What was charted of its end; null for nothing. */
    PathwayRecord end;

    /** Who is in charge now, or was last; null where nobody said. */
    PathwayRecord charge;

    /** Whether the platform has the patient as deceased, which ends no episode: somebody has to. */
    boolean dead;

    /** The day of his death as the platform has it; null where it does not say. */
    LocalDate deathDay;

    /** What is wrong with the record, or contradicts; empty where nothing is. */
    List<Fault> faults;

    /** Changes with every change of the enrolment, its states and these records. */
    String version;

    boolean voided;

    /** Who began it: a user name; null where the platform has none. */
    String creator;

    Date dateCreated;

    String voidedBy;

    Date dateVoided;

    String voidReason;

    /** @return the records that it rests on, in no order */
    public Stream<PathwayRecord> records() {
        return Stream.of(entry, release, extension, end, charge).filter(record -> record != null);
    }

    public boolean isOpen() {
        return ended == null;
    }

    /** @return whether the day lies within it, its last day included */
    public boolean contains(LocalDate day) {
        return !day.isBefore(begun) && (ended == null || !day.isAfter(ended));
    }

    /** @return the phase that it is in, or ended in; empty where no state says */
    public Optional<String> phase() {
        return phases.stream().reduce((earlier, later) -> later).map(PhaseSpan::getPhase);
    }

    /** @return the day on which he left the building: as charted, else the first day of post-prison care; empty while he has not */
    public Optional<LocalDate> released() {
        Optional<LocalDate> charted = release == null ? Optional.empty() : release.day(Records.LEFT_BUILDING);
        return charted.isPresent() ? charted : postPrisonCareBegun();
    }

    /** @return the day on which he is to leave the building; empty where he has left, or nobody said */
    public Optional<LocalDate> plannedRelease() {
        return released().isPresent() || release == null ? Optional.empty() : release.day(Records.PLANNED);
    }

    public Optional<LocalDate> postPrisonCareBegun() {
        return phases.stream()
                .filter(span -> span.getPhase().equals(CommonQuestions.APC))
                .map(PhaseSpan::getFrom)
                .findFirst();
    }

    /** @return the day on which post-prison care is to end: as extended, else six months after it began; empty before that */
    public Optional<LocalDate> plannedEnd() {
        Optional<LocalDate> extended = extension == null ? Optional.empty() : extension.day(Records.UNTIL);
        return extended.isPresent()
                ? extended
                : postPrisonCareBegun().map(day -> day.plusMonths(MONTHS_OF_POST_PRISON_CARE));
    }

    /** @return the clinician in charge; empty where nobody said */
    public Optional<Reference> inCharge() {
        return charge == null
                ? Optional.empty()
                : charge.getProviders().stream().findFirst();
    }
}
