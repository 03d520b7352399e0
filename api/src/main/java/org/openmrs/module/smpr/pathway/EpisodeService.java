/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * Episodes of care: enrolments in the program, with what was charted of them. Whoever edits programs in the platform's
 * own widgets edits episodes. Writing takes the platform's own privileges on programs, encounters and obs too.
 */
public interface EpisodeService extends OpenmrsService {

    /** @return the episode of that enrolment, voided or not; empty where there is none */
    @ReadOfPeople(ReadOfPeople.PATHWAY)
    @Authorized(SmprPrivileges.GET_PATHWAY)
    Optional<Episode> getEpisode(String uuid);

    /** @return the episodes in order of their beginning; of everybody where no patient is named */
    @ReadOfPeople(ReadOfPeople.PATHWAY)
    @Authorized(SmprPrivileges.GET_PATHWAY)
    List<Episode> getEpisodes(EpisodeSearch search);

    /** @return how many there are, whatever the page */
    @Authorized(SmprPrivileges.GET_PATHWAY)
    long countEpisodes(EpisodeSearch search);

    /**
     * Begins an episode, or moves one on, charts about it and ends it.
     *
     * @throws FaultsException naming every fault, such as what cannot follow what: nothing was written
     * @throws ChangedMeanwhileException where the episode is no longer of the version that the input names
     */
    @ReadOfPeople(ReadOfPeople.PATHWAY)
    @Authorized(
            value = {SmprPrivileges.GET_PATHWAY, SmprPrivileges.MANAGE_PATHWAY},
            requireAll = true)
    Episode saveEpisode(EpisodeInput input);

    /**
     * Voids the enrolment, if it is not yet; what was charted of it stays. The platform takes methods called "void…" for
     * those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or the episode is not found
     */
    @Authorized(
            value = {SmprPrivileges.GET_PATHWAY, SmprPrivileges.MANAGE_PATHWAY},
            requireAll = true)
    void deleteEpisode(Episode episode, String reason);
}
