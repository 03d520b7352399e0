/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * Work that takes longer than a request. Whoever asked for a job sees it while he has the privilege of its kind; all are
 * seen, and can be cancelled, by those with {@link SmprPrivileges#MANAGE_STUDY}. What a job gives takes the privilege of
 * its kind of them too. Whoever has neither that nor the privilege of any kind is refused.
 */
public interface JobService extends OpenmrsService {

    /** @return the newest first */
    @Authorized
    List<Job> getJobs(JobSearch search);

    /** @return the codes of the kinds that there are, in order */
    @Authorized
    List<String> getKinds();

    /** @return how many there are, whatever page the search asks for */
    @Authorized
    long countJobs(JobSearch search);

    /** @return empty where there is none, or none that the user may see */
    @Authorized
    Optional<Job> getJob(String uuid);

    /**
     * Asks that the job be given up: one that runs is so at its next step, one that has ended stays as it is.
     *
     * @return the job as it now is; empty where there is none that the user may see
     */
    @Authorized
    Optional<Job> cancelJob(String uuid);

    /**
     * @param number from 1 on
     * @return a part of the file that the job has made, of {@link JobFile#PART_BYTES} at the most; empty where there is none
     *     that the user may have
     */
    @ReadOfPeople(ReadOfPeople.EXPORT)
    @Authorized
    Optional<byte[]> getPart(String uuid, int number);
}
