/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.User;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.springframework.http.HttpMethod;

/** Who may do nothing at an address of the study learns nothing there, however he asks. */
public class StudyRefusalTest extends SmprRestTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** By path that is asked wrongly, the privilege that it takes to be told what is wrong. */
    private static Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String analysis : List.of(
                "flow", "baseline", "survival", "change", "validity", "reliability", "implementation", "uctieffect")) {
            wrong.put("study/" + analysis + "?v=full", SmprPrivileges.GET_STUDY);
            wrong.put("study/" + analysis + "?foo=1", SmprPrivileges.GET_STUDY);
        }
        wrong.put("study/report?leave=maybe", SmprPrivileges.GET_STUDY);
        wrong.put("study/report?foo=1", SmprPrivileges.GET_STUDY);
        wrong.put("study/plan?foo=1", SmprPrivileges.GET_STUDY);
        wrong.put("study/plan?v=custom:(foo)", SmprPrivileges.GET_STUDY);
        wrong.put("study/plan/" + NOBODY + "?v=", SmprPrivileges.GET_STUDY);
        wrong.put("study/participant?state=HALF", SmprPrivileges.GET_STUDY_PARTICIPANTS);
        wrong.put("study/participant?limit=0", SmprPrivileges.GET_STUDY_PARTICIPANTS);
        wrong.put("study/participant?v=custom:(foo)", SmprPrivileges.GET_STUDY_PARTICIPANTS);
        wrong.put("study/participant/" + NOBODY + "?foo=1", SmprPrivileges.GET_STUDY_PARTICIPANTS);
        wrong.put("study/job?state=HALF", SmprPrivileges.EXPORT_STUDY);
        wrong.put("study/job?foo=1", SmprPrivileges.IMPORT_ASSESSMENTS);
        wrong.put("study/job/" + NOBODY + "?v=custom:(foo)", SmprPrivileges.MANAGE_STUDY);
        wrong.put("study/job/" + NOBODY + "/part/1?foo=1", SmprPrivileges.EXPORT_STUDY);
        wrong.put("study/import/template?foo=1", SmprPrivileges.IMPORT_ASSESSMENTS);
        wrong.put("study/import/template", SmprPrivileges.IMPORT_ASSESSMENTS);
        return wrong;
    }

    @Test
    public void shouldSayNothingOfWhatIsWrongToOneWhoMayNotReadIt() {
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        wrong().keySet().forEach(path -> assertRefused(path, get(path)));
    }

    @Test
    public void shouldSayWhatIsWrongToOneWhoMay() {
        Map<String, User> users = wrong().values().stream()
                .distinct()
                .collect(Collectors.toMap(privilege -> privilege, TestPeople::userWith));
        wrong().forEach((path, privilege) -> {
            TestPeople.signIn(users.get(privilege));
            Answer answer = get(path);
            assertEquals(path, 400, answer.status());
            assertFalse(path, answer.faults().isEmpty());
        });
    }

    @Test
    public void shouldSayNothingOfWhatIsWrongToOneWhoMayNotWriteIt() {
        TestPeople.signInWith(List.of(), List.of(SmprPrivileges.GET_STUDY, SmprPrivileges.GET_STUDY_PARTICIPANTS));
        for (String path : List.of("study/export", "study/import", "study/plan", "study/participant")) {
            assertRefused(path, post(path, Map.of("foo", 1)));
        }
        for (String path : List.of("study/export?foo=1", "study/import?foo=1")) {
            assertRefused(path, post(path, Map.of()));
        }
        assertRefused("a large file", send(HttpMethod.POST, "study/import", "{}", "Content-Length", "50000000"));
    }

    private static void assertRefused(String path, Answer answer) {
        assertEquals(path + " " + answer.text(), 403, answer.status());
        assertFalse(answer.text(), answer.text().contains("fieldErrors"));
        assertFalse(answer.text(), answer.text().contains("smpr.fault"));
    }
}
