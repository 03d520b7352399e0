/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.flow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.study.data.TestStudy.died;
import static org.openmrs.module.smpr.study.data.TestStudy.diedUnseen;
import static org.openmrs.module.smpr.study.data.TestStudy.episode;
import static org.openmrs.module.smpr.study.data.TestStudy.free;
import static org.openmrs.module.smpr.study.data.TestStudy.offended;
import static org.openmrs.module.smpr.study.data.TestStudy.subject;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.StatusAtHorizon;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.study.data.PlaceStep;
import org.openmrs.module.smpr.study.data.Population;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.participant.Participant.Answer;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.TestFindings;

public class FlowAnalysisTest {

    private final StudyData data = TestStudy.data(
                    offended("A", "2020-06-18"),
                    free("B", "2026-01-01"),
                    subject("C")
                            .episode(episode("2020-01-10", null)
                                    .phases(Collections.singletonList(new PhaseSpan(
                                            CommonQuestions.CUSTODY, LocalDate.parse("2020-01-10"), null)))
                                    .build())
                            .indexDay(null)
                            .status(null)
                            .build(),
                    subject("D")
                            .episode(episode("2020-01-10", null).build())
                            .placeSteps(EnumSet.of(PlaceStep.REQUESTED, PlaceStep.OFFERED, PlaceStep.DECLINED))
                            .build())
            .toBuilder()
            .population(population())
            .build();

    /** 20 people: 10 never considered, and of the others one of each state but for five included, of whom one is not eligible by what is known now. */
    private static Population population() {
        return new Population(
                10,
                Arrays.asList(
                        considered(ParticipantState.CONSIDERED, Answer.NOT_KNOWN, false),
                        considered(ParticipantState.NOT_ELIGIBLE, Answer.NO, false),
                        considered(ParticipantState.ELIGIBLE, Answer.YES, false),
                        considered(ParticipantState.INFORMED, Answer.NOT_KNOWN, true),
                        considered(ParticipantState.OPPOSED_BEFORE_INCLUSION, Answer.YES, true),
                        considered(ParticipantState.INCLUDED, Answer.YES, true),
                        considered(ParticipantState.INCLUDED, Answer.YES, true),
                        considered(ParticipantState.INCLUDED, Answer.NO, true),
                        considered(ParticipantState.STOPPED_COLLECTING, Answer.YES, true),
                        considered(ParticipantState.STOPPED_USING, Answer.YES, true)),
                0);
    }

    private static Population.Considered considered(ParticipantState state, Answer eligible, boolean informed) {
        return new Population.Considered(state, eligible, informed);
    }

    @Test
    public void shouldFollowEverybodyFromTheServiceIntoTheStudy() {
        ResultTable flow = table(finding(), "flow");

        assertCount(20, flow, "people");
        assertCount(10, flow, "notConsidered");
        assertCount(10, flow, "considered");
        assertCount(1, flow, "opposedBefore");
        assertCount(5, flow, "included");
        assertCount(1, flow, "stoppedUsing");
        assertCount(4, flow, "analysed");
        assertCount(1, flow, "notReleased");
        assertCount(3, flow, "careAfter");
        assertCount(2, flow, "careAfterEnded");
        assertCount(1, flow, "careAfterLasts");
    }

    @Test
    public void shouldAddUpAtEveryStep() {
        Map<String, Long> counts = new HashMap<>();
        finding()
                .getTables()
                .forEach(table -> table.getRows()
                        .forEach(row -> row.forEach(cell -> {
                            if (cell.getQuantity() != null) {
                                counts.put(cell.getQuantity(), cell.getCount());
                            }
                        })));

        finding().getTables().forEach(table -> counts.putAll(table.getImplied()));

        int sums = 0;
        for (ResultTable table : finding().getTables()) {
            for (Sum sum : table.getSums()) {
                assertEquals(sum.toString(), counts.get(sum.getTotal()), (Long)
                        sum.getParts().stream().mapToLong(counts::get).sum());
                sums++;
            }
        }
        assertTrue("" + sums, sums > 20);
    }

    /** He who stopped has no index episode any more, and is not among those analysed: 4 collect, and not 3. */
    @Test
    public void shouldCountThoseWhoStoppedAmongTheAnalysed() {
        assertCount(0, table(finding(), "flow"), "stoppedCollecting");
        assertCount(4, table(finding(), "flow"), "collecting");

        Finding stopped = new FlowAnalysis()
                .of(TestStudy.data(
                        subject("A").stopped(true).build(), subject("B").build()));

        assertCount(1, table(stopped, "flow"), "stoppedCollecting");
        assertCount(1, table(stopped, "flow"), "collecting");
    }

    @Test
    public void shouldTellHowFarRequestsForAPlaceCame() {
        ResultTable places = table(finding(), "places");

        assertCount(1, places, "declined");
        assertCount(2, places, "notRequested");
        assertCount(0, places, "entered");
    }

    @Test
    public void shouldTellWhatIsKnownOfEverybodyAtEachHorizon() {
        ResultTable horizons = table(finding(), "horizons");

        assertCount(1, horizons, "60", "EVENT");
        assertCount(1, horizons, "60", "FREE_KNOWN");
        assertCount(1, horizons, "60", "NOT_KNOWN_SINCE");
        assertCount(1, horizons, "60", "noIndexDay");
    }

    @Test
    public void shouldTellHowManyWereInformedWhateverBecameOfIt() {
        assertCount(7, table(finding(), "flow"), "informed");
        assertCount(3, table(finding(), "flow"), "notInformed");
    }

    @Test
    public void shouldTellHowManyAreEligibleWhateverBecameOfIt() {
        assertCount(6, table(finding(), "flow"), "eligible");
        assertCount(2, table(finding(), "flow"), "eligibleNot");
        assertCount(2, table(finding(), "flow"), "eligibleNotKnown");
    }

    /** At five years nothing is told of one who said no to more in 2020, and they have passed. */
    @Test
    public void shouldNotSayOfOneWhoIsFollowedNoLongerThatWhatHasPassedIsToCome() {
        LocalDate until = LocalDate.parse("2020-06-01");
        Finding finding = new FlowAnalysis()
                .of(TestStudy.data(subject("A")
                        .stopped(true)
                        .lastDay(until)
                        .status(new StatusAtHorizon(
                                TestStudy.INDEX,
                                Collections.emptyList(),
                                Collections.emptyList(),
                                TestOutcomes.settings().build(),
                                until,
                                TestStudy.TODAY))
                        .build()));

        assertCount(0, table(finding, "horizons"), "60", "NOT_YET_REACHED");
        assertCount(1, table(finding, "horizons"), "60", "NOT_KNOWN_SINCE");
        TestFindings.assertWhole(finding);
    }

    @Test
    public void shouldTellWhoIsLostApartUnlessARegisterStillTellsOfHim() {
        OutcomeEvent loss =
                TestOutcomes.stay(OutcomeEvent.Kind.LOSS, "2020-06-18", null).build();
        Finding finding = new FlowAnalysis()
                .of(TestStudy.data(
                        subject("A", List.of(loss), List.of()),
                        subject(
                                "B",
                                List.of(loss),
                                List.of(TestOutcomes.registerFreeUntil("2026-01-01")
                                        .build())),
                        subject("C").build()));

        assertCount(1, table(finding, "horizons"), "60", "lost");
        assertCount(1, table(finding, "horizons"), "60", "FREE_KNOWN");
        assertCount(1, table(finding, "horizons"), "60", "NOT_KNOWN_SINCE");
        TestFindings.assertWhole(finding);
    }

    @Test
    public void shouldTellTheDeadOfWhomItIsNotKnownApart() {
        Finding finding = new FlowAnalysis().of(TestStudy.data(died("A", "2020-06-18"), diedUnseen("B", "2020-06-18")));

        assertCount(1, table(finding, "horizons"), "60", "DIED");
        assertCount(1, table(finding, "horizons"), "60", "DIED_NOT_KNOWN");
        TestFindings.assertWhole(finding);
    }

    @Test
    public void shouldSayWhereThereIsNoRegister() {
        Finding off = new FlowAnalysis()
                .of(TestStudy.data(
                        OutcomeRegisterSettings.NONE,
                        Collections.singletonList(subject("A").status(null).build())));

        assertEquals("registerOff", off.getNotes().get(0).getCode());
        assertTrue(off.getTables().stream().noneMatch(table -> table.getCode().equals("horizons")));
    }

    private Finding finding() {
        return new FlowAnalysis().of(data);
    }

    private static ResultTable table(Finding finding, String code) {
        return finding.getTables().stream()
                .filter(table -> table.getCode().equals(code))
                .findFirst()
                .get();
    }

    private static void assertCount(long expected, ResultTable table, String... row) {
        Cell cell = table.cell("n", row).get();
        assertEquals(expected, (long) cell.getCount());
    }
}
