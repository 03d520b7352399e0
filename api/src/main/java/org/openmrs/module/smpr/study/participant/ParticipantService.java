/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;

/** Who is considered for the study, informed, included or opposed. */
public interface ParticipantService extends OpenmrsService {

    /** @return the participant, voided or not; empty where there is none */
    @ReadOfPeople(ReadOfPeople.STUDY)
    @Authorized(SmprPrivileges.GET_STUDY_PARTICIPANTS)
    Optional<Participant> getParticipant(String uuid);

    /** @return those asked for, in the order in which they were recorded */
    @ReadOfPeople(ReadOfPeople.STUDY)
    @Authorized(SmprPrivileges.GET_STUDY_PARTICIPANTS)
    List<Participant> getParticipants(ParticipantSearch search);

    /** @return how many there are, whatever the page */
    @Authorized(SmprPrivileges.GET_STUDY_PARTICIPANTS)
    long countParticipants(ParticipantSearch search);

    /**
     * Records that somebody is considered, with a study code of his own, or what has become of it.
     *
     * @throws FaultsException naming every fault: nothing was written
     * @throws ChangedMeanwhileException where the participant is no longer of the version that the input names
     */
    @ReadOfPeople(ReadOfPeople.STUDY)
    @Authorized(
            value = {SmprPrivileges.GET_STUDY_PARTICIPANTS, SmprPrivileges.MANAGE_STUDY_PARTICIPANTS},
            requireAll = true)
    Participant saveParticipant(ParticipantInput input);

    /**
     * Voids the participant, if he is not yet: he was recorded by mistake, or under another code too. Whoever opposes is not voided: an opposition that was recorded by mistake is taken back first.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or the participant is not found, or opposes: anything, where this is his
     *     only code, else what he does not oppose under the other code under which he goes on
     */
    @Authorized(
            value = {SmprPrivileges.GET_STUDY_PARTICIPANTS, SmprPrivileges.MANAGE_STUDY_PARTICIPANTS},
            requireAll = true)
    void deleteParticipant(Participant participant, String reason);
}
