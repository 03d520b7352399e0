/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PersonName;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.HiddenRating;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.pathway.PersonPathwayReader;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.transaction.annotation.Transactional;

/** Reads the assessments of a person, and puts together what follows from them. */
@Transactional(readOnly = true)
public class TrajectoryServiceImpl extends BaseOpenmrsService implements TrajectoryService {

    private final TrajectoryDao dao;

    private final AssessmentService assessmentService;

    private final PersonPathwayReader pathways;

    private final FiledSummaryReader filedSummaries;

    private final SiteService siteService;

    private final Clock clock;

    public TrajectoryServiceImpl(
            TrajectoryDao dao,
            AssessmentService assessmentService,
            PersonPathwayReader pathways,
            FiledSummaryReader filedSummaries,
            SiteService siteService,
            Clock clock) {
        this.dao = dao;
        this.assessmentService = assessmentService;
        this.pathways = pathways;
        this.filedSummaries = filedSummaries;
        this.siteService = siteService;
        this.clock = clock;
    }

    @Override
    public Optional<Trajectory> getTrajectory(TrajectorySearch search) {
        return read(search, Context.hasPrivilege(SmprPrivileges.GET_RESEARCH_VALUES));
    }

    @Override
    public Optional<Report> getReport(TrajectorySearch search) {
        return read(search, false).map(trajectory -> {
            if (trajectory.isWithheld()) {
                throw new FaultsException(Collections.singletonList(Fault.of(Fields.PATIENT, "blindRating")));
            }
            Patient patient = Context.getPatientService().getPatientByUuid(search.getPatient());
            PatientIdentifier identifier = patient.getPatientIdentifier();
            return Report.builder()
                    .trajectory(trajectory)
                    .name(patient.getPersonName().getFullName())
                    .identifier(identifier == null ? null : identifier.getIdentifier())
                    .birthdate(patient.getBirthdate())
                    .birthdateEstimated(Boolean.TRUE.equals(patient.getBirthdateEstimated()))
                    .readBy(reader())
                    .build();
        });
    }

    private static String reader() {
        User user = Context.getAuthenticatedUser();
        PersonName name = user.getPersonName();
        return name == null ? user.getUsername() : name.getFullName();
    }

    private Optional<Trajectory> read(TrajectorySearch search, boolean sums) {
        if (search.getPatient() == null || !dao.isPatient(search.getPatient())) {
            return Optional.empty();
        }
        List<Instrument> asked = assessmentService.getVisibleInstruments().stream()
                .filter(i ->
                        search.getInstrument() == null || search.getInstrument().equals(i.getCode()))
                .collect(Collectors.toList());
        // An index takes an assessment with another instrument, whenever and in whatever phase it was made.
        boolean everything =
                sums && asked.stream().anyMatch(i -> !i.getIndices().isEmpty());
        List<Assessment> read = assessmentService.getAssessments(everything ? everythingOf(search) : only(search));
        List<HiddenRating> hidden = assessmentService.getHiddenRatings(
                everythingOf(search).toBuilder().includeVoided(true).build());
        Trajectory trajectory = new TrajectoryComposer(siteService.getSettings(), clock)
                .compose(search, asked, read, pathways.of(search.getPatient()), told(search, hidden, everything), sums);
        return Optional.of(trajectory.getBasis() == null ? trajectory : withFiled(trajectory, asked, hidden));
    }

    /**
     * What of a phase is hidden is not known without reading it: it is told as if it were asked for.
     *
     * @param everything whether more is read than is asked for
     */
    private static List<HiddenRating> told(TrajectorySearch search, List<HiddenRating> hidden, boolean everything) {
        return hidden.stream()
                .filter(rating -> !rating.isVoided())
                .filter(rating -> everything || search.mayAskFor(rating))
                .collect(Collectors.toList());
    }

    private Trajectory withFiled(Trajectory trajectory, List<Instrument> visible, Collection<HiddenRating> hidden) {
        List<FiledSummary> filed =
                filedSummaries.newestFirst(trajectory.getPatient(), visible, hidden, trajectory.getBasis());
        return trajectory
                .withFiled(filed.stream()
                        .filter(FiledSummary::isIntact)
                        .findFirst()
                        .orElse(null))
                .withFiledNotIntact(filed.stream()
                        .findFirst()
                        .filter(newest -> !newest.isIntact())
                        .orElse(null));
    }

    private static AssessmentSearch everythingOf(TrajectorySearch search) {
        return AssessmentSearch.builder().patient(search.getPatient()).build();
    }

    private static AssessmentSearch only(TrajectorySearch search) {
        return everythingOf(search).toBuilder()
                .instrument(search.getInstrument())
                .phase(search.getPhase())
                .from(search.getFrom())
                .to(search.getTo())
                .build();
    }
}
