/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.function.BooleanSupplier;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.FailureTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of this node in which jobs run, from the start of the module until it stops. What it works with is looked up
 * each time, because the platform makes it anew whenever another module starts.
 */
public final class JobThread {

    private static final Logger log = LoggerFactory.getLogger(JobThread.class);

    private static final long PAUSE_MILLIS = 2_000;

    /** How long a stop waits for the step at which a job is left. */
    private static final long PATIENCE_MILLIS = 20_000;

    private final Thread thread = new Thread(this::run, "SMPR jobs");

    private final Object pause = new Object();

    private boolean stopping;

    private JobThread() {
        thread.setDaemon(true);
    }

    public static JobThread start() {
        JobThread started = new JobThread();
        started.thread.start();
        return started;
    }

    /** Has the job that runs left to another node, or to the next start, at its next step; no thread is interrupted, which some databases do not survive. */
    public void stop() {
        synchronized (pause) {
            stopping = true;
            pause.notifyAll();
        }
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        synchronized (pause) {
            return stopping;
        }
    }

    private void run() {
        BooleanSupplier stop = this::isStopping;
        String failure = null;
        while (!isStopping()) {
            boolean busy = false;
            try {
                busy = Context.getRegisteredComponent("smpr.jobRunner", JobRunner.class)
                        .runNext(stop);
                failure = null;
            } catch (RuntimeException | LinkageError e) {
                // While the platform makes its context anew, or the database is away: told once, and tried again.
                String trace = FailureTrace.of(e);
                if (!trace.equals(failure)) {
                    log.warn("SMPR: looking for jobs has failed: {}", trace);
                    failure = trace;
                }
            }
            if (!busy) {
                rest();
            }
        }
    }

    private void rest() {
        synchronized (pause) {
            if (!stopping) {
                try {
                    pause.wait(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    stopping = true;
                }
            }
        }
    }
}
