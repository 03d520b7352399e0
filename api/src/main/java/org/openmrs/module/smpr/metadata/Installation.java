/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openmrs.api.ConceptsLockedException;
import org.openmrs.api.EncounterTypeLockedException;
import org.openmrs.api.FormsLockedException;
import org.openmrs.api.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Installs one thing at a time, each in a transaction of its own, and goes on with the next where one cannot be: so
 * that a start that is killed, or refused in part, has done what it could, and the next one does the rest.
 */
public final class Installation {

    private static final Logger log = LoggerFactory.getLogger(Installation.class);

    private final TransactionTemplate transaction;

    private final Runnable keepAlive;

    private final List<String> leftOut = new ArrayList<>();

    /** @param keepAlive called before each thing */
    public Installation(PlatformTransactionManager transactionManager, Runnable keepAlive) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.keepAlive = keepAlive;
    }

    /**
     * @param what what is to be installed, for the report
     * @param work installs it, and says whether there was anything to do
     * @return what {@code work} says, or false where it failed
     * @throws ConceptsLockedException where the site keeps its dictionary closed
     * @throws EncounterTypeLockedException where the site keeps its encounter types closed
     * @throws FormsLockedException where the site keeps its forms closed
     */
    public boolean install(String what, BooleanSupplier work) {
        keepAlive.run();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean done = work.getAsBoolean();
                Context.flushSession();
                return done;
            }));
        } catch (ConceptsLockedException | EncounterTypeLockedException | FormsLockedException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("SMPR: {} is left out", what, e);
            leftOut.add(what + " is left out: " + e.getMessage());
            return false;
        } finally {
            // Each query of the next thing would look through all that is loaded for changes.
            Context.clearSession();
        }
    }

    /** Notes what is not installed and why, in a sentence. */
    public void leaveOut(String sentence) {
        log.warn("SMPR: {}", sentence);
        leftOut.add(sentence);
    }

    public List<String> getLeftOut() {
        return leftOut;
    }
}
