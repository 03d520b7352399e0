/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.outcome.CheckDue;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.FollowUp;
import org.openmrs.module.smpr.outcome.FollowUpCheck;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.pathway.plan.DueKind;
import org.openmrs.module.smpr.pathway.plan.DueReason;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeSource;
import org.openmrs.module.smpr.site.WavePlan;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.JobState;
import org.openmrs.module.smpr.study.participant.Opposition;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.smpr.study.plan.PlanStanding;
import org.openmrs.module.smpr.trajectory.Comparison;
import org.openmrs.module.smpr.trajectory.Expectation;
import org.openmrs.module.smpr.trajectory.Gap;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.Reason;
import org.openmrs.module.smpr.trajectory.Verdict;

public class MessagesTest {

    private static final Path[] SOURCES = {Paths.get("../api/src/main/java"), Paths.get("src/main/java")};

    private static final Pattern FAULT =
            Pattern.compile("Fault\\.of\\(\\s*(?:\"[^\"]*\"|[\\w.]+(?:\\(\\w*\\))?),\\s*\"(\\w+)\"");

    private static final Pattern KEY = Pattern.compile("\"(smpr\\.\\w+(?:\\.\\w+)*)\"");

    /** Names of beans look alike. */
    private static final Set<String> BEANS = Set.of(
            "smpr.blindRatings",
            "smpr.clock",
            "smpr.dictionaryDao",
            "smpr.formInstaller",
            "smpr.installations",
            "smpr.jobRunner",
            "smpr.metadataInstaller",
            "smpr.opposedExports",
            "smpr.ownEncounterTypes");

    @Test
    public void shouldHaveEveryTextInBothLanguages() throws IOException {
        assertEquals(
                messages("messages.properties").keySet(),
                messages("messages_fr.properties").keySet());
    }

    @Test
    public void shouldTakeTheSameArgumentsInBothLanguages() throws IOException {
        Properties french = messages("messages_fr.properties");
        messages("messages.properties")
                .forEach((key, text) -> assertEquals(
                        key.toString(), arguments(text.toString()), arguments(french.getProperty(key.toString()))));
    }

    @Test
    public void shouldNotPartFrenchSignsFromTheirWords() throws IOException {
        messages("messages_fr.properties")
                .forEach((key, text) ->
                        assertFalse(key + ": " + text, text.toString().matches("(?s).*( [:;?!»]|« ).*")));
    }

    @Test
    public void shouldHaveASentenceForEveryFault() throws IOException {
        Set<String> codes = new TreeSet<>();
        int calls = 0;
        for (String source : sources()) {
            calls += source.split("Fault\\.of\\(", -1).length - 1;
            Matcher matcher = FAULT.matcher(source);
            while (matcher.find()) {
                calls--;
                codes.add("smpr.fault." + matcher.group(1));
            }
        }
        assertEquals("A fault whose code is not read here", 0, calls);
        assertEquals(
                codes,
                messages("messages.properties").stringPropertyNames().stream()
                        .filter(key -> key.startsWith("smpr.fault."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    public void shouldSayWhyAScaleHasNoValue() throws IOException {
        for (ScaleScore.NoValue reason : ScaleScore.NoValue.values()) {
            assertTrue(messages("messages.properties").containsKey("smpr.noValue." + reason));
        }
    }

    @Test
    public void shouldHaveWordsForEverythingThatATrajectoryFinds() throws IOException {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys("smpr.comparison.", Comparison.Kind.values()));
        keys.addAll(keys("smpr.verdict.", Verdict.values()));
        keys.addAll(keys("smpr.reason.", Reason.values()));
        keys.addAll(keys("smpr.expectation.", Expectation.values()));
        keys.addAll(keys("smpr.gap.", Gap.Kind.values()));
        for (Movement movement : Movement.values()) {
            for (Dimension.Direction higher : Dimension.Direction.values()) {
                keys.add(movement.messageKey(higher));
            }
        }
        assertEquals(
                keys,
                messages("messages.properties").stringPropertyNames().stream()
                        .filter(key -> key.matches("smpr\\.(comparison|verdict|reason|expectation|gap|movement)\\..*"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    public void shouldHaveWordsForEveryStateOfAJob() throws IOException {
        Set<String> keys = new TreeSet<>(keys("smpr.job.state.", JobState.values()));
        assertEquals(
                keys,
                messages("messages.properties").stringPropertyNames().stream()
                        .filter(key -> key.startsWith("smpr.job.state."))
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (String reason :
                List.of(Job.Reason.ERROR, Job.Reason.NODE_LOST, Job.Reason.NOT_ALLOWED, Job.Reason.NOT_TAKEN_BACK)) {
            assertTrue(messages("messages.properties").containsKey("smpr.job.reason." + reason));
        }
    }

    @Test
    public void shouldHaveWordsForEveryCodeOfTheOutcomeRegister() throws IOException {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys("smpr.outcome.eventKind.", OutcomeEvent.Kind.values()));
        keys.addAll(keys("smpr.outcome.cause.", OutcomeEvent.Cause.values()));
        keys.addAll(keys("smpr.outcome.conviction.", OutcomeEvent.Conviction.values()));
        keys.addAll(keys("smpr.outcome.violent.", OutcomeEvent.Answer.values()));
        keys.addAll(keys("smpr.outcome.severity.", OutcomeEvent.Severity.values()));
        keys.addAll(keys("smpr.outcome.victim.", OutcomeEvent.Victim.values()));
        keys.addAll(keys("smpr.outcome.qualification.", OutcomeEvent.Qualification.values()));
        keys.addAll(keys("smpr.outcome.certainty.", OutcomeEvent.Certainty.values()));
        keys.addAll(keys("smpr.outcome.source.", OutcomeSource.values()));
        keys.addAll(keys("smpr.outcome.checkKind.", FollowUpCheck.Kind.values()));
        keys.addAll(keys("smpr.outcome.result.", FollowUpCheck.Result.values()));
        keys.addAll(keys("smpr.outcome.housing.", FollowUpCheck.Housing.values()));
        keys.addAll(keys("smpr.outcome.work.", FollowUpCheck.Work.values()));
        keys.addAll(keys("smpr.outcome.ties.", FollowUpCheck.Ties.values()));
        keys.addAll(keys("smpr.outcome.substanceUse.", FollowUpCheck.SubstanceUse.values()));
        keys.addAll(keys("smpr.outcome.careContact.", FollowUpCheck.CareContact.values()));
        keys.addAll(keys("smpr.outcome.counted.", Counted.values()));
        keys.addAll(keys("smpr.outcome.status.", HorizonStatus.Status.values()));
        keys.addAll(keys("smpr.outcome.note.", HorizonStatus.Note.values()));
        keys.addAll(keys("smpr.outcome.noIndex.", FollowUp.NoIndex.values()));
        keys.addAll(keys("smpr.outcome.due.", CheckDue.Kind.values()));
        keys.addAll(keys("smpr.outcome.indexRelease.", OutcomeRegisterSettings.IndexRelease.values()));
        keys.addAll(keys("smpr.outcome.clock.", OutcomeRegisterSettings.ClockStart.values()));
        assertEquals(
                keys,
                messages("messages.properties").stringPropertyNames().stream()
                        .filter(key -> key.matches("smpr\\.outcome\\.\\w+\\.[A-Z]\\w*"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** "Récidive" is a word of the law, and stands only where a court used it. */
    @Test
    public void shouldSayNewOffenceAndRecidiveOnlyOfTheQualificationOfACourt() throws IOException {
        for (String file : List.of("messages.properties", "messages_fr.properties")) {
            messages(file).forEach((key, text) -> {
                if (text.toString().matches("(?iu).*r[ée]cidiv.*")) {
                    assertEquals("smpr.outcome.qualification.RECIDIVE_LEGALE", key);
                }
            });
        }
    }

    @Test
    public void shouldHaveWordsForEverythingThatIsDue() throws IOException {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys("smpr.due.", DueStatus.values()));
        keys.addAll(keys("smpr.dueReason.", DueReason.values()));
        keys.addAll(keys("smpr.dueKind.", DueKind.values()));
        keys.add(WavePlan.suggested().messageKey());
        keys.add(new WavePlan(List.of(), true).messageKey());
        assertEquals(
                keys,
                messages("messages.properties").stringPropertyNames().stream()
                        .filter(key -> key.matches("smpr\\.(due|dueReason|dueKind|waves)\\..*"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    public void shouldHaveWordsForEveryValueOfASite() throws IOException {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys("smpr.settings.section.", SiteValue.Section.values()));
        keys.addAll(keys("smpr.settings.origin.", SiteValue.Origin.values()));
        keys.addAll(keys("smpr.settings.countedFrom.", CountedFrom.values()));
        assertEquals(
                keys,
                messages("messages.properties").stringPropertyNames().stream()
                        .filter(key -> key.matches("smpr\\.settings\\.\\w+\\.[A-Z_]+"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    public void shouldHaveWordsForEveryCodeOfTheStudy() throws IOException {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys("smpr.study.state.", ParticipantState.values()));
        keys.addAll(keys("smpr.study.answer.", Participant.Answer.values()));
        keys.addAll(keys("smpr.study.opposition.", Opposition.Kind.values()));
        keys.addAll(keys("smpr.study.standing.", PlanStanding.Kind.values()));
        keys.addAll(keys("smpr.study.standing.", PlanStanding.Reason.values()));
        assertEquals(
                keys,
                messages("messages.properties").stringPropertyNames().stream()
                        .filter(key -> key.matches("smpr\\.study\\.(state|answer|opposition|standing)\\.[A-Z_]+"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    public void shouldSayOfNoSumThatItIsBetterOrWorse() throws IOException {
        for (String file : List.of("messages.properties", "messages_fr.properties")) {
            messages(file)
                    .forEach((key, text) -> assertFalse(
                            key + ": " + text,
                            text.toString().matches("(?iu).*(improv|worsen|deteriorat|amélior|aggrav|dégrad).*")));
        }
    }

    @Test
    public void shouldHaveEveryTextThatTheCodeNames() throws IOException {
        Set<String> keys = messages("messages.properties").stringPropertyNames();
        List<String> missing = new ArrayList<>();
        for (String source : sources()) {
            Matcher matcher = KEY.matcher(source);
            while (matcher.find()) {
                if (!keys.contains(matcher.group(1)) && !BEANS.contains(matcher.group(1))) {
                    missing.add(matcher.group(1));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static Set<String> keys(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> prefix + constant.name())
                .collect(Collectors.toSet());
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(r -> r.group())
                .collect(Collectors.toSet());
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList())) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Paths.get("../api/src/main/resources", file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
