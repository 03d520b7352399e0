/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The demonstration that the tests of one run share: started by the first that asks, ended with the run. They read it, and chart for people
 * of their own only. {@code -Ddemo.url=…} names one that runs already.
 */
final class DemoServer {

    private static ServerProcess process;

    private DemoServer() {}

    /** @return its address, once its cohort is charted; before the module is packaged, the test is left out */
    static synchronized String url() {
        String running = System.getProperty("demo.url");
        if (running != null) {
            return running;
        }
        if (process == null) {
            try {
                process = ServerProcess.demo(Demo.database("shared"), ServerProcess.moduleFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        }
        return process.url();
    }
}
