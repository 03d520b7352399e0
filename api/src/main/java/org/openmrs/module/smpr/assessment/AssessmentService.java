/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * Assessments, written strictly and read as they are. An assessment is an encounter; whoever lacks the privilege that
 * its encounter type asks for does not find it. Writing takes the platform's own privileges on encounters and obs too.
 */
public interface AssessmentService extends OpenmrsService {

    /** @return the instruments whose assessments the user may see, in the order in which they are shown */
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    List<Instrument> getVisibleInstruments();

    /** @return the assessment of that encounter, voided or not; empty where there is none, or none that the user may see */
    @ReadOfPeople(ReadOfPeople.ASSESSMENT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    Optional<Assessment> getAssessment(String uuid);

    /** @return the assessments asked for, in order of their dates, then of their charting */
    @ReadOfPeople(ReadOfPeople.ASSESSMENT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    List<Assessment> getAssessments(AssessmentSearch search);

    /**
     * What {@link #getAssessments} and the like leave out because a blind rating hides it from the user: nobody shall take
     * what he is given for the whole.
     *
     * @return one for each of what is asked for, whatever page; nothing that it says, nor when it was made
     */
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    List<HiddenRating> getHiddenRatings(AssessmentSearch search);

    /**
     * The same of many people for less: from the projection, which is brought up to date first. Drafts and voided ones,
     * the words of free texts, places, raters, charting and versions are not in it. It works in transactions of its
     * own, and is not for a caller that has one.
     *
     * @return the complete assessments asked for, in order of their dates, then of their charting
     */
    @ReadOfPeople(ReadOfPeople.COHORT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    List<Assessment> getCohortAssessments(AssessmentSearch search);

    /** @return how far the projection is from the record */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    ProjectionState getProjectionState();

    /** Makes the projection anew, from every assessment in the record. */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    ProjectionState rebuildProjection();

    /** @return how many there are, whatever page the search asks for */
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    long countAssessments(AssessmentSearch search);

    /**
     * @return the sums of the assessment's ratings: research values
     */
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.GET_RESEARCH_VALUES},
            requireAll = true)
    List<ScaleScore> getScores(Assessment assessment);

    /** @return what was changed since the assessment was first charted, in order of time; empty where nothing was */
    @ReadOfPeople(ReadOfPeople.ASSESSMENT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    List<Amendment> getHistory(Assessment assessment);

    /**
     * As far as the access log goes, which does not hold what was read by other ways than the module's.
     *
     * @return whether neither the rater of this independent second rating nor one of a rating that it makes a pair with had
     *     read the other's before his own was complete; empty where that is not known, and for what is no second rating
     */
    @ReadOfPeople(ReadOfPeople.ASSESSMENT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    Optional<Boolean> isRatedBlind(Assessment assessment);

    /**
     * Charts a new assessment, or amends one: what has not changed stays as it is, the rest is voided and replaced. A
     * draft may be as incomplete as it is; what is complete is valid, and amended only with a reason.
     *
     * @return the assessment as it now stands
     * @throws FaultsException naming every fault; nothing was written
     * @throws ChangedMeanwhileException where the input names a version that is no longer the record's
     */
    @ReadOfPeople(ReadOfPeople.ASSESSMENT)
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.MANAGE_ASSESSMENTS},
            requireAll = true)
    Assessment saveAssessment(AssessmentInput input);

    /**
     * What {@link #saveAssessment} would find, and nothing of it is written.
     *
     * @return every fault; empty where it could be charted
     * @throws ChangedMeanwhileException where the input names a version that is no longer the record's
     */
    @ReadOfPeople(ReadOfPeople.ASSESSMENT)
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.MANAGE_ASSESSMENTS},
            requireAll = true)
    List<Fault> checkAssessment(AssessmentInput input);

    /**
     * Voids the assessment, if it is not yet. The platform takes methods called "void…" for those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing
     */
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.MANAGE_ASSESSMENTS},
            requireAll = true)
    void deleteAssessment(Assessment assessment, String reason);

    /**
     * @return the assessment as it now stands
     * @throws FaultsException where it is an independent second rating that was never complete: it does not come back
     */
    @ReadOfPeople(ReadOfPeople.ASSESSMENT)
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.MANAGE_ASSESSMENTS},
            requireAll = true)
    Assessment undeleteAssessment(Assessment assessment);

    /** Removes the assessment from the database, past recovery. */
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.PURGE_ASSESSMENTS},
            requireAll = true)
    void purgeAssessment(Assessment assessment);
}
