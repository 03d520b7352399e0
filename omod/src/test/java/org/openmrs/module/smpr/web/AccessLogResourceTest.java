/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.site.AccessLogEntry;
import org.openmrs.module.smpr.site.AccessLogSearch;
import org.openmrs.module.smpr.site.AccessLogService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Each request that reads leaves the path by which it came, and what became of it. */
public class AccessLogResourceTest extends SmprRestTest {

    @Test
    public void shouldNameThePathOfEachRequest() {
        String uuid = chart(saprof());
        get("assessment/" + uuid + "?v=full");
        get("assessment?patient=" + patient.getUuid());
        get("trajectory/" + patient.getUuid());
        get("trajectory/" + patient.getUuid() + "/chart?instrument=SAPROF");
        post("assessment/" + uuid, Map.of("ratings", Map.of("05", "2"), "reason", "read again"));

        assertEquals(
                Set.of(
                        "smpr/assessment",
                        "smpr/assessment/{uuid}",
                        "smpr/trajectory/{patient}",
                        "smpr/trajectory/{patient}/chart"),
                entries().stream().map(AccessLogEntry::getRoute).collect(Collectors.toSet()));
    }

    @Test
    public void shouldNameTheAssessmentOrTheSummaryThatWasRead() {
        TestPeople.clinician(Context.getAuthenticatedUser().getPerson());
        String assessment = chart(saprof());
        String summary = post(
                        "summary",
                        Map.of(
                                "patient",
                                patient.getUuid(),
                                "language",
                                "en",
                                "text",
                                List.of("A sentence."),
                                "version",
                                get("trajectory/" + patient.getUuid())
                                        .json()
                                        .get("version")
                                        .asText()))
                .json()
                .get("uuid")
                .asText();
        get("assessment/" + assessment);
        get("summary/" + summary);
        get("summary?patient=" + patient.getUuid());
        beginAnew();

        JsonNode found =
                get("accesslog?what=REPORT&patient=" + patient.getUuid()).json().get("results");
        assertEquals(3, found.size());
        assertEquals("smpr/summary", found.at("/0/route").asText());
        assertTrue(found.at("/0/summary").isNull());
        assertEquals("smpr/summary/{uuid}", found.at("/1/route").asText());
        assertEquals(summary, found.at("/1/summary/uuid").asText());
        assertTrue(found.at("/1/assessment").isNull());
        JsonNode read =
                get("accesslog?what=ASSESSMENT&patient=" + patient.getUuid()).first();
        assertEquals(assessment, read.at("/assessment/uuid").asText());
        assertTrue(read.get("summary").isNull());
    }

    @Test
    public void shouldWriteDownRefusedRequests() {
        TestPeople.signInWith(List.of(), List.of());
        for (String path : List.of("", "/chart?instrument=SAPROF")) {
            assertEquals(403, get("trajectory/" + patient.getUuid() + path).status());
        }
        authenticate();

        assertEquals(
                List.of("smpr/trajectory/{patient}/chart REFUSED", "smpr/trajectory/{patient} REFUSED"),
                entries().stream()
                        .map(entry -> entry.getRoute() + " " + entry.getOutcome())
                        .collect(Collectors.toList()));
    }

    /** In a transaction of its own: on MariaDB the test's would not see what was written since it began. */
    private List<AccessLogEntry> entries() {
        TransactionTemplate transaction = new TransactionTemplate(
                applicationContext.getBean("transactionManager", PlatformTransactionManager.class));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transaction.execute(status -> Context.getService(AccessLogService.class)
                .getAccessLog(
                        AccessLogSearch.builder().patient(patient.getUuid()).build()));
    }
}
