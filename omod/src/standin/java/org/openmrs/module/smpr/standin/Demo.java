/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.openmrs.module.smpr.platform.Server;
import org.springframework.util.FileSystemUtils;

/** The demonstration: the packaged module in the stand-in, with an invented cohort, until it is stopped. */
public final class Demo {

    private Demo() {}

    /** @return the stand-in's own, in memory, but for the plans of queries, which are kept: H2 takes longer over a plan than over the query */
    static String database(String name) {
        return "jdbc:h2:mem:" + name + ";MODE=MariaDB;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=50000;QUERY_CACHE_SIZE=512";
    }

    /**
     * @param args the {@code .omod} file, the port where it is not 8080, the data folder where it is not a temporary one,
     *     and the database where it is not one in memory
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("usage: OMOD-FILE [PORT [DATA-FOLDER [DATABASE]]]");
            System.exit(2);
        }
        boolean given = args.length > 2 && !args[2].isEmpty();
        Path data = given ? Path.of(args[2]) : Files.createTempDirectory("smpr-demo");
        File temporary = given ? null : data.toFile();
        DemoSettings.putInto(data);
        Server server;
        try {
            server = Server.start(options(args).data(data));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            FileSystemUtils.deleteRecursively(temporary);
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.stop();
            } finally {
                // At the end of the process an embedded database may be gone first, and then stopping fails.
                FileSystemUtils.deleteRecursively(temporary);
            }
        }));
        DemoCohort cohort = DemoCohort.read(LocalDate.now());
        String page = server.url().replace("127.0.0.1", "localhost") + "/moduleResources/smpr/index.html";
        System.out.printf(
                "Charting %d invented men with %d assessments, which takes about a minute.%n",
                cohort.people().size(), cohort.countAssessments());
        try {
            DemoStaff staff = DemoStaff.hire(cohort);
            new DemoLoader(server.url(), staff).load(cohort);
            DemoPast.chart(cohort.studyPlanned());
        } catch (IOException | SQLException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.out.printf(
                "%n  page           %s"
                        + "%n  rater          %s / %s"
                        + "%n  second rater   %s / %s (rates some of the men, and others a second time, blind)"
                        + "%n  follower       %s / %s (a nurse or social worker: care and places, no ratings)"
                        + "%n  secretary      %s / %s (places alone, GET …/ws/rest/v1/smpr/placement)"
                        + "%n  registrar      %s / %s (GET …/ws/rest/v1/smpr/followup/<patient>)"
                        + "%n  reader         %s / %s (sees no sums)"
                        + "%n  coordinator    %s / %s (who takes part in the study)"
                        + "%n  analyst        %s / %s (what the study finds, and nobody's name)"
                        + "%n  auditor        %s / %s (GET …/ws/rest/v1/smpr/accesslog)"
                        + "%n  administrator  %s / %s"
                        + "%n  look for       Altaïr, or INV-101 and any other of the %d invented men by his name or number;"
                        + "%n                 omod/src/standin/resources/demo-cohort says what each is there to show"
                        + "%n  stop           Ctrl-C%n%n",
                page,
                DemoStaff.USER,
                DemoStaff.PASSWORD,
                DemoStaff.SECOND_RATER,
                DemoStaff.SECOND_RATER_PASSWORD,
                DemoStaff.FOLLOWER,
                DemoStaff.FOLLOWER_PASSWORD,
                DemoStaff.SECRETARY,
                DemoStaff.SECRETARY_PASSWORD,
                DemoStaff.REGISTRAR,
                DemoStaff.REGISTRAR_PASSWORD,
                DemoStaff.READER,
                DemoStaff.READER_PASSWORD,
                DemoStaff.COORDINATOR,
                DemoStaff.COORDINATOR_PASSWORD,
                DemoStaff.ANALYST,
                DemoStaff.ANALYST_PASSWORD,
                DemoStaff.AUDITOR,
                DemoStaff.AUDITOR_PASSWORD,
                DemoStaff.ADMINISTRATOR,
                DemoStaff.ADMINISTRATOR_PASSWORD,
                cohort.people().size());
        Thread.currentThread().join();
    }

    private static Server.Options options(String[] args) {
        return new Server.Options()
                .module(Path.of(args[0]))
                .port(args.length > 1 ? Integer.parseInt(args[1]) : 8080)
                .database(args.length > 3 ? args[3] : database("demo"))
                .adminPassword(DemoStaff.ADMINISTRATOR_PASSWORD);
    }
}
