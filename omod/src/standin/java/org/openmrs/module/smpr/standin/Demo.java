/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.nio.file.Path;
import org.openmrs.module.smpr.platform.Server;

/** The demonstration: the packaged module in the stand-in, with an invented cohort, until it is stopped. */
public final class Demo {

    private Demo() {}

    /** @param args the {@code .omod} file, the port where it is not 8080, and the data folder where it is not a temporary one */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("usage: OMOD-FILE [PORT [DATA-FOLDER]]");
            System.exit(2);
        }
        Server server;
        try {
            server = Server.start(options(args));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        DemoCohort cohort = DemoCohort.read();
        try {
            cohort.load(new RestClient(server.url(), DemoStaff.USER, DemoStaff.PASSWORD), DemoStaff.hire(cohort));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.out.printf(
                "%n  page           %s/moduleResources/smpr/index.html"
                        + "%n  rater          %s / %s"
                        + "%n  reader         %s / %s (sees no sums)"
                        + "%n  administrator  %s / %s"
                        + "%n  look for       INV, which finds all of them: %s; all invented"
                        + "%n  stop           Ctrl-C%n%n",
                server.url().replace("127.0.0.1", "localhost"),
                DemoStaff.USER,
                DemoStaff.PASSWORD,
                DemoStaff.READER,
                DemoStaff.READER_PASSWORD,
                DemoStaff.ADMINISTRATOR,
                DemoStaff.ADMINISTRATOR_PASSWORD,
                String.join(", ", cohort.givenNames()));
        Thread.currentThread().join();
    }

    private static Server.Options options(String[] args) {
        Server.Options options = new Server.Options()
                .module(Path.of(args[0]))
                .port(args.length > 1 ? Integer.parseInt(args[1]) : 8080)
                .adminPassword(DemoStaff.ADMINISTRATOR_PASSWORD);
        return args.length > 2 && !args[2].isEmpty() ? options.data(Path.of(args[2])) : options;
    }
}
