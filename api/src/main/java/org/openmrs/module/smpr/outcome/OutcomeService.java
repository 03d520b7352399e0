/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * The outcome register: what became of people after release, apart from their care. Every method throws an
 * {@link OutcomeRegisterOffException} until the site has recorded its legal basis, and writes and reads nothing then.
 */
public interface OutcomeService extends OpenmrsService {

    /** @return the event, voided or not; empty where there is none */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    Optional<OutcomeEvent> getEvent(String uuid);

    /**
     * @return the person's events, in the order of their dates, those without one first
     * @throws FaultsException where no patient is named, or there is none such
     */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    List<OutcomeEvent> getEvents(OutcomeSearch search);

    /**
     * Records an event, or amends one.
     *
     * @throws FaultsException naming every fault: nothing was written
     * @throws ChangedMeanwhileException where the event is no longer of the version that the input names
     */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(
            value = {SmprPrivileges.GET_OUTCOMES, SmprPrivileges.MANAGE_OUTCOMES},
            requireAll = true)
    OutcomeEvent saveEvent(RegisterInput input);

    /**
     * Voids the event, if it is not yet. The platform takes methods called "void…" for those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or the event is not found
     */
    @Authorized(
            value = {SmprPrivileges.GET_OUTCOMES, SmprPrivileges.MANAGE_OUTCOMES},
            requireAll = true)
    void deleteEvent(OutcomeEvent event, String reason);

    /** @return the check, voided or not; empty where there is none */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    Optional<FollowUpCheck> getCheck(String uuid);

    /**
     * @return the person's checks, in the order of their days
     * @throws FaultsException where no patient is named, or there is none such
     */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    List<FollowUpCheck> getChecks(OutcomeSearch search);

    /**
     * Records a check, or amends one.
     *
     * @throws FaultsException naming every fault: nothing was written
     * @throws ChangedMeanwhileException where the check is no longer of the version that the input names
     */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(
            value = {SmprPrivileges.GET_OUTCOMES, SmprPrivileges.MANAGE_OUTCOMES},
            requireAll = true)
    FollowUpCheck saveCheck(RegisterInput input);

    /**
     * Voids the check, if it is not yet.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or the check is not found
     */
    @Authorized(
            value = {SmprPrivileges.GET_OUTCOMES, SmprPrivileges.MANAGE_OUTCOMES},
            requireAll = true)
    void deleteCheck(FollowUpCheck check, String reason);

    /** @return what is known of the person since his index release; empty where there is no such patient */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    Optional<FollowUp> getFollowUp(OutcomeSearch search);

    /**
     * Gives those of whom a check is due today or overdue. Everybody who may have a release is read for a page, in a number
     * of statements that does not depend on how many.
     *
     * @param startIndex how many are passed over, 0 or more
     * @param limit how many are given at most
     * @return the longest due first
     */
    @ReadOfPeople(ReadOfPeople.OUTCOME)
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    List<FollowUp> getFollowUpsDue(int startIndex, int limit);

    /** @return of how many people a check is due today or overdue */
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    long countFollowUpsDue();

    /**
     * Reads many people at once, in a number of statements that does not depend on how many.
     *
     * @param patients uuids of patients; one of whom there is none is passed over
     */
    @ReadOfPeople(ReadOfPeople.COHORT)
    @Authorized(SmprPrivileges.GET_OUTCOMES)
    List<FollowUp> getFollowUps(Collection<String> patients);
}
