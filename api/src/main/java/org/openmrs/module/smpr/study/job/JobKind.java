/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A kind of work that takes longer than a request. Every bean of this type is one: it is found by its code, also by a
 * node that takes up what another has left. It runs in the name of the user who asked for it, with his privileges, in no
 * transaction.
 */
public interface JobKind {

    /** @return what it is called in the table and over REST, such as {@code IMPORT}; its message is {@code smpr.job.kind.<code>} */
    String getCode();

    /** @return the privilege that it takes to ask for it, to see it and to have its file */
    String getPrivilege();

    /** @return what else it takes to have what came of one that was asked for so */
    default Set<String> getPrivilegesOf(Map<String, Object> parameters) {
        return Collections.emptySet();
    }

    /** @return whether it can be run again from the start, or from what it finds done, where the node that ran it has died */
    boolean isResumable();

    /** @return whether no two of the kind run at the same time, on whatever nodes */
    default boolean isAlone() {
        return false;
    }

    /** @return whether what it makes has data of the study's participants, and has to go where one of them opposes their use */
    default boolean isOfParticipants() {
        return false;
    }

    /**
     * Does the work. It calls {@link JobContext#step} often, and lets pass whatever that throws.
     *
     * @return what came of it, to be kept as JSON: texts, numbers, lists, maps
     * @throws JobFailedException where it cannot be done, for a reason that can be told
     */
    Map<String, Object> run(JobContext context) throws IOException;

    /**
     * Takes back what it has written so far, where it was cancelled or failed, or is given up. It may be called again
     * where the node has died meanwhile, and where nothing was written.
     */
    default void takeBack(JobContext context) {}
}
