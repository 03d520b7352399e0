/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.site.WavePlan;

/** Builds the way of one invented man through care, and asks how it stands with it. */
final class TestCourse {

    static final String PATIENT = "an invented patient";

    private final List<Episode> episodes = new ArrayList<>();

    private final List<MadeAssessment> assessments = new ArrayList<>();

    private final List<StatedDay> stated = new ArrayList<>();

    private final List<KeptContact> contacts = new ArrayList<>();

    private List<Wave> waves = WavePlan.suggested().getWaves();

    private CareGap careGap;

    /** In custody from that day on. */
    static TestCourse begun(String day) {
        return new TestCourse().again(day);
    }

    /** Another episode. */
    TestCourse again(String day) {
        LocalDate begun = LocalDate.parse(day);
        episodes.add(Episode.builder()
                .uuid("episode " + (episodes.size() + 1))
                .patient(PATIENT)
                .begun(begun)
                .phases(List.of(new PhaseSpan("CUSTODY", begun, null)))
                .faults(Collections.emptyList())
                .build());
        return this;
    }

    private Episode last() {
        return episodes.get(episodes.size() - 1);
    }

    private TestCourse change(Episode.EpisodeBuilder changed) {
        episodes.set(episodes.size() - 1, changed.build());
        return this;
    }

    /** A day of release is charted as planned, for the first time or instead of another, on that day. */
    TestCourse plansRelease(String day, String chartedOn) {
        LocalDate charted = LocalDate.parse(chartedOn);
        replace(CountedFrom.RELEASE, charted);
        stated.add(new StatedDay(CountedFrom.RELEASE, last().getBegun(), LocalDate.parse(day), charted, null));
        return change(last().toBuilder().release(record(Records.RELEASE, Records.PLANNED, day)));
    }

    /** He leaves the building and post-prison care begins. */
    TestCourse released(String day) {
        return phase("APC", day)
                .change(last().toBuilder().release(record(Records.RELEASE, Records.LEFT_BUILDING, day)));
    }

    TestCourse phase(String phase, String day) {
        LocalDate from = LocalDate.parse(day);
        List<PhaseSpan> spans = new ArrayList<>(last().getPhases());
        PhaseSpan before = spans.remove(spans.size() - 1);
        spans.add(new PhaseSpan(before.getPhase(), before.getFrom(), from));
        spans.add(new PhaseSpan(phase, from, null));
        return change(last().toBuilder().phases(spans));
    }

    TestCourse extended(String until, String chartedOn) {
        LocalDate charted = LocalDate.parse(chartedOn);
        replace(CountedFrom.END_OF_CARE, charted);
        stated.add(new StatedDay(CountedFrom.END_OF_CARE, charted, LocalDate.parse(until), charted, null));
        return change(last().toBuilder().extension(record(Records.EXTENSION, Records.UNTIL, until)));
    }

    private void replace(CountedFrom of, LocalDate on) {
        stated.replaceAll(s -> s.getOf() == of && s.getTo() == null
                ? new StatedDay(of, s.getRecorded(), s.getDay(), s.getFrom(), on)
                : s);
    }

    TestCourse ended(String day, String reason) {
        LocalDate ended = LocalDate.parse(day);
        List<PhaseSpan> spans = new ArrayList<>(last().getPhases());
        PhaseSpan now = spans.remove(spans.size() - 1);
        spans.add(new PhaseSpan(now.getPhase(), now.getFrom(), ended.plusDays(1)));
        return change(last().toBuilder().ended(ended).endReason(reason).phases(spans));
    }

    TestCourse assessed(String instrument, String... days) {
        for (String day : days) {
            assessments.add(new MadeAssessment(instrument + " " + day, instrument, LocalDate.parse(day), false, false));
        }
        return this;
    }

    TestCourse agreed(String instrument, String day) {
        assessments.add(new MadeAssessment(
                "consensus " + instrument + " " + day, instrument, LocalDate.parse(day), false, true));
        return this;
    }

    TestCourse secondRated(String instrument, String day) {
        assessments.add(
                new MadeAssessment("second " + instrument + " " + day, instrument, LocalDate.parse(day), true, false));
        return this;
    }

    TestCourse seen(String... days) {
        for (String day : days) {
            contacts.add(new KeptContact("contact " + day, LocalDate.parse(day), false));
        }
        return this;
    }

    TestCourse seenInCustody(String day) {
        contacts.add(new KeptContact("contact " + day, LocalDate.parse(day), true));
        return this;
    }

    TestCourse by(Wave... plan) {
        waves = List.of(plan);
        return this;
    }

    TestCourse careGap(int days, String... phases) {
        careGap = new CareGap(days, java.util.Set.of(phases));
        return this;
    }

    private static PathwayRecord record(String type, String question, String day) {
        return PathwayRecord.builder()
                .type(Definitions.recordType(type))
                .answers(Collections.singletonMap(question, List.of(LocalDate.parse(day))))
                .faults(Collections.emptyList())
                .providers(Collections.emptyList())
                .build();
    }

    List<EpisodePlan> on(String today) {
        return plan().on(LocalDate.parse(today));
    }

    private PlanOfCare plan() {
        return new PlanOfCare(
                Course.builder()
                        .episodes(episodes)
                        .assessments(assessments)
                        .stated(stated)
                        .contacts(contacts)
                        .build(),
                waves,
                careGap);
    }

    /** Of the last episode, the HCR-20 of each wave: "T0 DONE 2025-02-01", "T1 OVERDUE 2025-03-02", … */
    List<String> hcr20(String today) {
        return hcr20(today, episodes.size());
    }

    List<String> hcr20(String today, int episode) {
        return on(today).get(episode - 1).getWaves().stream()
                .filter(due -> due.getInstrument().equals("HCR20V3"))
                .map(TestCourse::told)
                .collect(Collectors.toList());
    }

    /** What of it would be on the worklist, with the days between which it would. */
    List<String> worklist(int aheadDays, String today) {
        LocalDate day = LocalDate.parse(today);
        return plan().open(aheadDays).stream()
                .filter(due ->
                        due.getInstrument() == null || due.getInstrument().equals("HCR20V3"))
                .filter(due -> !due.getTerm().getOpens().isAfter(day)
                        && (due.getTerm().getLast() == null
                                || !due.getTerm().getLast().isBefore(day)))
                .map(due -> due.getKind() + (due.getWave() == null ? "" : " " + due.getWave()) + " "
                        + due.getTerm().on(day) + " " + due.getTerm().getDue())
                .collect(Collectors.toList());
    }

    private static String told(WaveDue due) {
        StringBuilder told = new StringBuilder(due.getWave().getCode())
                .append(due.isSecond() ? " second " : " ")
                .append(due.getStatus());
        if (due.getReason() != null) {
            told.append(' ').append(due.getReason());
        }
        switch (due.getStatus()) {
            case DONE:
                told.append(' ').append(due.getAssessment().getDay()).append(due.isInWindow() ? "" : " late");
                break;
            case OVERDUE:
                told.append(' ').append(due.getOverdueSince());
                break;
            case NOT_YET:
                told.append(due.getFrom() == null ? "" : " " + due.getFrom());
                break;
            default:
        }
        return told.toString();
    }
}
