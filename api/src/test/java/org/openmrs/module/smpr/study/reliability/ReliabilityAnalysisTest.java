/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.SiteSettingsReader;
import org.openmrs.module.smpr.site.StudySettings;
import org.openmrs.module.smpr.study.data.RatingPair;
import org.openmrs.module.smpr.study.data.RatingPair.Blind;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.disclosure.Recomputed;
import org.openmrs.module.smpr.study.disclosure.SmallNumbers;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.plan.PlannedChange;
import org.openmrs.module.smpr.study.plan.PlannedReliability;
import org.openmrs.module.smpr.study.plan.TestPlans;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.StudyReportWriter;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

/** Reliability from double ratings, in a small cohort whose numbers are reckoned by hand or by R. */
public class ReliabilityAnalysisTest {

    private static final String C = "HCR20V3.scale.C";

    /** The five items of C, whose sums are 10, 6, 3, 3, 0, 8. */
    private static final String[] FIRSTS = {"YYYYY", "YYPPN", "PPPNN", "YPNNN", "NNNNN", "YYYPP"};

    /** 9, 5, 4, 2, 1, 8. */
    private static final String[] SECONDS = {"YYYYP", "YYPNN", "PPPPN", "PPNNN", "PNNNN", "YYYYN"};

    private final ReliabilityAnalysis analysis = new ReliabilityAnalysis();

    @Test
    public void shouldTellHowFarSumsAgreeOneWay() {
        Finding finding = find(TestStudy.data(sixMen()), C);

        assertEquals(6, (long) finding.getN().getCount());
        assertEquals(0, (long) finding.getMissing().getCount());
        // a <- c(10, 6, 3, 3, 0, 8); b <- c(9, 5, 4, 2, 1, 8); psych::ICC(cbind(a, b), lmer = FALSE)
        assertEquals(6, count(finding, "reliabilitySums", "pairs", C, "ONE_WAY_SINGLE"));
        assertNumber(0.964838255977, finding, "reliabilitySums", "icc", C, "ONE_WAY_SINGLE");
        assertNumber(0.806439283206, finding, "reliabilitySums", "iccLower", C, "ONE_WAY_SINGLE");
        assertNumber(0.994883784917, finding, "reliabilitySums", "iccUpper", C, "ONE_WAY_SINGLE");
        assertNumber(0.982104509664, finding, "reliabilitySums", "icc", C, "ONE_WAY_MEAN");
        assertNumber(0.892849586148, finding, "reliabilitySums", "iccLower", C, "ONE_WAY_MEAN");
        assertFalse(table(finding, "reliabilitySums")
                .cell("icc", C, "AGREEMENT_SINGLE")
                .isPresent());
        assertTrue(notes(table(finding, "reliabilitySums")).contains("reliabilityNotCrossed"));
        // The mean square within men is 5 × 0.5 / 6; its root is the error.
        assertNumber(Math.sqrt(2.5 / 6), finding, "reliabilityErrors", "sem", C);
        assertNumber(1.78919414372, finding, "reliabilityErrors", "mdc", C);
    }

    @Test
    public void shouldTellHowFarItemsAgree() {
        Finding finding = find(TestStudy.data(sixMen()), C);

        // C1: Y Y P Y N Y and Y Y P P P Y. Chance alone would miss 1/3 with linear weights, 5/24 with quadratic ones.
        String item = "C1.presence";
        assertEquals(6, count(finding, "reliabilityItems", "pairs", item));
        assertEquals(4, count(finding, "reliabilityItems", "sameN", item));
        assertNumber(4 / 6.0, finding, "reliabilityItems", "agreement", item);
        // prop.test(4, 6, correct = FALSE)$conf.int
        assertNumber(0.299993315138, finding, "reliabilityItems", "agreementLower", item);
        assertNumber(0.903228588894, finding, "reliabilityItems", "agreementUpper", item);
        assertNumber(0.5, finding, "reliabilityItems", "kappaLinear", item);
        assertNumber(0.6, finding, "reliabilityItems", "kappaQuadratic", item);
        // All are P: nothing to tell chance from.
        assertNumber(1, finding, "reliabilityItems", "agreement", "H1.presence");
        assertTrue(
                cell(finding, "reliabilityItems", "kappaLinear", "H1.presence").isEmpty());
        assertTrue(cell(finding, "reliabilityItemCorrelations", "icc", "H1.presence")
                .isEmpty());
        // Mean squares of 0.8 between men and 1/6 within them.
        assertNumber(19 / 29.0, finding, "reliabilityItemCorrelations", "icc", item);
        assertNumber(19 / 24.0, finding, "reliabilityItemCorrelations", "iccMean", item);
        // Only custody was rated for.
        assertEquals(0, count(finding, "reliabilityItems", "pairs", "R1.OUT.presence"));
        assertEquals(6, count(finding, "reliabilityItems", "neither", "R1.OUT.presence"));
    }

    @Test
    public void shouldTellHowFarOpinionsAgreeAndCountWhatOneDidNotRate() {
        // Levels 2 2 1 0 and 2 1 1 0: 3 of 4 the same; the fifth is of one rater alone.
        String[] firsts = {"HIGH", "HIGH", "MODERATE", "LOW", "LOW"};
        String[] seconds = {"HIGH", "MODERATE", "MODERATE", "LOW", null};
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            TestSeries record = new TestSeries();
            record.saprof("2020-01-20").with("raterRole", "SINGLE").with("FPJ", firsts[i]);
            TestSeries.Charted second = record.saprof("2020-01-22").with("raterRole", "INDEPENDENT");
            if (seconds[i] == null) {
                second.without("FPJ");
            } else {
                second.with("FPJ", seconds[i]);
            }
            subjects.add(subject("s" + i, pair(record, Blind.YES, "a" + i, "b" + i)));
        }

        Finding finding = find(data(subjects), "SAPROF.FPJ");

        assertEquals(4, count(finding, "reliabilityJudgements", "pairs", "SAPROF.FPJ"));
        assertEquals(1, count(finding, "reliabilityJudgements", "oneOnly", "SAPROF.FPJ"));
        assertEquals(0, count(finding, "reliabilityJudgements", "neither", "SAPROF.FPJ"));
        assertNumber(0.75, finding, "reliabilityJudgements", "agreement", "SAPROF.FPJ");
        // One of four misses by half; chance, with these margins, by (2 + 1 + 4) / 16.
        // linear weights.
        assertNumber(1 - (1 / 8.0) / (7 / 16.0), finding, "reliabilityJudgements", "kappaLinear", "SAPROF.FPJ");
        // Less and more 1.96 times 0.254 by Fleiss, Cohen and Everitt's variance, which would end at 1.21.
        assertEquals(0.2163, number(finding, "reliabilityJudgements", "kappaLinearLower", "SAPROF.FPJ"), 1e-4);
        assertNumber(1, finding, "reliabilityJudgements", "kappaLinearUpper", "SAPROF.FPJ");
        assertTrue(table(finding, "reliabilitySums").getRows().isEmpty());
    }

    @Test
    public void shouldUseOnlyWhatIsKnownToBeBlindAndOnePairAMan() {
        Subject[] subjects = {
            subject("used", pair("YYYYY", "YYYYP", Blind.YES), pair("YYPPN", "YYPNN", Blind.YES)),
            subject("seen", pair("YYYYY", "YYYYP", Blind.NO)),
            subject("unknown", pair("YYYYY", "YYYYP", Blind.NOT_KNOWN)),
            subject("consensus", pair("CONSENSUS", "YYYYY", "YYYYP")),
            subject("later", pair("YYYYY", "YYYYP", Blind.NO), pair("YYPPN", "YYPNN", Blind.YES)),
            subject("nothing")
        };

        Finding finding = find(TestStudy.data(subjects), C);

        Map<String, Long> uses =
                Map.of("USED", 2L, "NOT_BLIND", 2L, "BLIND_NOT_KNOWN", 1L, "CONSENSUS", 1L, "FURTHER", 1L, "ALL", 7L);
        uses.forEach((use, n) ->
                assertEquals(use, n.longValue(), count(finding, "reliabilityPairs", "pairs", "HCR20V3", use)));
        assertEquals(2, (long) finding.getN().getCount());
        assertEquals(3, (long) finding.getMissing().getCount());
    }

    @Test
    public void shouldNotUseWhatIsNotAlike() {
        TestSeries edition = new TestSeries();
        edition.capp("2020-01-20").with("raterRole", "SINGLE");
        edition.capp("2020-01-22").with("raterRole", "INDEPENDENT").with("edition", "SRS");
        TestSeries sources = new TestSeries();
        sources.capp("2020-01-20").with("raterRole", "SINGLE").with("informant", "FILE");
        sources.capp("2020-01-22").with("raterRole", "INDEPENDENT");
        TestSeries setting = new TestSeries();
        setting.capp("2020-03-09").with("raterRole", "SINGLE");
        setting.capp("2020-03-11").with("raterRole", "INDEPENDENT").outside("APC");

        Finding finding = find(
                TestStudy.data(
                        subject("edition", pair(edition, Blind.YES, "a", "b")),
                        subject("sources", pair(sources, Blind.YES, "a", "b")),
                        subject("setting", pair(setting, Blind.YES, "a", "b"))),
                "CAPP.scale.A");

        for (String use : List.of("OTHER_EDITION", "OTHER_SOURCES", "SETTING_CHANGED")) {
            assertEquals(use, 1, count(finding, "reliabilityPairs", "pairs", "CAPP", use));
        }
        assertEquals(0, (long) finding.getN().getCount());
        assertTrue(finding.getNotes().stream().anyMatch(note -> note.getCode().equals("reliabilityNone")));
        assertTrue(
                finding.getTables().stream().noneMatch(table -> table.getCode().equals("reliabilityItems")));
    }

    @Test
    public void shouldTellTwoWayFormsWhereTheSameTwoRateEverybody() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < FIRSTS.length; i++) {
            // Every other time it is the second rater who is first: his ratings are to be kept together.
            boolean turned = i % 2 == 1;
            subjects.add(subject(
                    "s" + i,
                    pair(
                            record("SINGLE", turned ? SECONDS[i] : FIRSTS[i], turned ? FIRSTS[i] : SECONDS[i]),
                            Blind.YES,
                            turned ? "b" : "a",
                            turned ? "a" : "b")));
        }

        Finding finding = find(data(subjects), C);

        // Between raters 1/12 × … : psych::ICC(cbind(a, b), lmer = FALSE), and the mean squares 23.2833, 0.48333 and
        // 0.08333
        double msb = 23.283333333333;
        double mse = 29 / 60.0;
        double msj = 1 / 12.0;
        assertEquals(
                (msb - mse) / (msb + mse), number(finding, "reliabilitySums", "icc", C, "CONSISTENCY_SINGLE"), 1e-9);
        assertEquals(
                (msb - mse) / (msb + mse + (msj - mse) / 3),
                number(finding, "reliabilitySums", "icc", C, "AGREEMENT_SINGLE"),
                1e-9);
        assertNumber(0.964838255977, finding, "reliabilitySums", "icc", C, "ONE_WAY_SINGLE");
        assertTrue(notes(table(finding, "reliabilitySums")).contains("reliabilityCrossed"));
    }

    @Test
    public void shouldOfferAReliabilityFromTheSitesMinimumOnAndApplyNothing() {
        assertTrue(table(find(data(settings(null), sixMen()), C), "reliabilityOffers")
                .getRows()
                .isEmpty());
        assertTrue(table(find(data(settings(7), sixMen()), C), "reliabilityOffers")
                .getRows()
                .isEmpty());

        Finding finding = find(data(settings(6), sixMen()), C, "HCR20V3.scale.H");

        ResultTable offers = table(finding, "reliabilityOffers");
        assertEquals(1, offers.getRows().size());
        assertEquals(6, count(finding, "reliabilityOffers", "pairs", C));
        // The series: sd(c(2, 4, 9, 5)), of the first values of the four who have one.
        assertEquals(4, count(finding, "reliabilityOffers", "inSeries", C));
        double sd = Math.sqrt(26 / 3.0);
        assertEquals(sd, number(finding, "reliabilityOffers", "sd", C), 1e-4);
        assertEquals(0.9648, number(finding, "reliabilityOffers", "reliability", C), 0);
        assertEquals(sd * Math.sqrt(1 - 0.9648), number(finding, "reliabilityOffers", "sem", C), 1e-4);

        // What is offered is what a site's settings take.
        String offered = offers.cell("siteSettings", C)
                .get()
                .getTerm()
                .getLabel()
                .texts()
                .get("en");
        SiteSettings accepted = new SiteSettingsReader(Definitions.shipped())
                .read("an offer", offered.replaceFirst("\\{", "{\"format\": 1, "));
        Reliability stated = accepted.forInstrument("HCR20V3").getReliability().get("C");
        assertEquals(2.9439, stated.getSd(), 0);
        assertEquals(0.9648, stated.getReliability(), 0);
        assertEquals(
                "our record on 2026-06-01: ICC(1) of one rating, from 6 pairs rated blind; SD of the first values of 4 participants",
                stated.getOrigin().texts().get("en"));
        assertTrue(stated.getOrigin().texts().get("fr").contains("6 paires cotées en aveugle"));
    }

    @Test
    public void shouldTellNoNumberOfAnOfferThatRestsOnTooFew() {
        Finding told = new SmallNumbers(10)
                .suppress(List.of(find(data(settings(6), sixMen()), C)))
                .get(0);

        for (String column : List.of("pairs", "sd", "source", "siteSettings")) {
            assertTrue(column, cell(told, "reliabilityOffers", column, C).isSuppressed());
        }
    }

    /** Of 30 pairs 28 agree on the first item, 20 on the second and all on the third. */
    @Test
    public void shouldTellNoAgreementThatTellsInHowFewPairsTheTwoDiffer() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String first = i % 2 == 0 ? "YYPPN" : "NNPPN";
            String second = (i < 2 ? "P" : first.substring(0, 1)) + (i < 10 ? "P" : first.substring(1, 2)) + "PPN";
            subjects.add(subject("s" + i, pair(first, second, Blind.YES)));
        }
        List<Finding> whole = List.of(find(data(subjects), C));

        List<Finding> told = new SmallNumbers(5).suppress(whole);

        assertEquals(Set.of(), Recomputed.smallCounts(whole, told, 5));
        assertEquals(Set.of(), Recomputed.sharesOfFew(told, 5));
        assertNumber(28 / 30.0, whole.get(0), "reliabilityItems", "agreement", "C1.presence");
        for (String column :
                List.of("sameN", "agreement", "agreementLower", "agreementUpper", "kappaLinear", "kappaQuadratic")) {
            assertTrue(
                    column,
                    cell(told.get(0), "reliabilityItems", column, "C1.presence").isSuppressed());
        }
        assertEquals(30, count(told.get(0), "reliabilityItems", "pairs", "C1.presence"));
        assertEquals(20, count(told.get(0), "reliabilityItems", "sameN", "C2.presence"));
        assertNumber(20 / 30.0, told.get(0), "reliabilityItems", "agreement", "C2.presence");
        assertNumber(1, told.get(0), "reliabilityItems", "agreement", "C3.presence");
    }

    @Test
    public void shouldAskWhatThePlanAsksElseEverything() {
        SiteSettings settings = settings(2);
        FrozenPlan plan = FrozenPlan.builder()
                .version(1)
                .dateAccepted(new Date(0))
                .plan(TestPlans.read(TestPlans.WHOLE))
                .site(TestPlans.site(settings))
                .build();
        Finding planned = analysis.usual(TestStudy.data(settings, plan, Arrays.asList(sixMen())))
                .get(0);
        assertEquals(true, planned.getPlanned());
        assertEquals(
                Set.of(C),
                table(planned, "reliabilitySums").getRows().stream()
                        .map(row -> row.get(0).getTerm().getCode())
                        .collect(Collectors.toSet()));

        Finding all = analysis.usual(TestStudy.data(sixMen())).get(0);
        assertEquals(false, all.getPlanned());
        assertEquals(6, count(all, "reliabilitySums", "pairs", "HCR20V3.scale.total.IN", "ONE_WAY_SINGLE"));
        assertEquals(0, count(all, "reliabilitySums", "pairs", "HCR20V3.scale.R.OUT", "ONE_WAY_SINGLE"));
        assertEquals(6, count(all, "reliabilityJudgements", "pairs", "HCR20V3.CP.IN"));
        assertTrue(analysis.answers(new PlannedReliability(Set.of(C))));
        assertFalse(analysis.answers(new PlannedChange("T0", "T3", Set.of(C), false)));
    }

    @Test
    public void shouldHaveNothingToTellOfNobodyAndNoIndex() {
        Finding nobody = analysis.usual(TestStudy.data()).get(0);
        assertEquals(0, (long) nobody.getN().getCount());
        assertEquals(0, count(nobody, "reliabilityPairs", "pairs", "HCR20V3", "ALL"));

        Finding one = find(TestStudy.data(subject("one", pair("YYYYY", "YYYYP", Blind.YES))), C);
        assertTrue(cell(one, "reliabilitySums", "icc", C, "ONE_WAY_SINGLE").isEmpty());
        assertTrue(cell(one, "reliabilityErrors", "sem", C).isEmpty());

        Finding index = find(TestStudy.data(sixMen()), "SAPROF.index.hcr20-saprof.IN");
        assertTrue(index.getNotes().stream().anyMatch(note -> note.getCode().equals("reliabilityUnknown")));
        assertEquals(0, (long) index.getN().getCount());
    }

    @Test
    public void shouldBeSaidInBothLanguagesAndBeFitToLeave() {
        StudyData data = data(settings(6), sixMen());
        List<Finding> findings = analysis.usual(data);
        new SmallNumbers(5).suppress(findings);
        findings.get(0)
                .getTables()
                .forEach(table -> assertFalse(table.getCode(), table.getNotes().isEmpty()));
        StudyReport report = StudyReport.builder()
                .asOf(data.getAsOf())
                .softwareVersion(data.getSoftwareVersion())
                .findings(findings)
                .build();

        String english = new StudyReportWriter(TestLanguage.ENGLISH).html(report);
        String french = new StudyReportWriter(TestLanguage.FRENCH).html(report);

        assertTrue(english.contains("Nothing is applied by itself"));
        assertTrue(french.contains("Rien ne s’applique tout seul"));
        assertFalse(english.contains("smpr."));
        assertFalse(french.contains("smpr."));
    }

    private Finding find(StudyData data, String... measures) {
        return analysis.of(data, new PlannedReliability(Set.of(measures))).get(0);
    }

    private static StudyData data(List<Subject> subjects) {
        return TestStudy.data(subjects.toArray(new Subject[0]));
    }

    private static StudyData data(SiteSettings settings, Subject... subjects) {
        return TestStudy.data(settings, null, Arrays.asList(subjects));
    }

    /** @param least null for none */
    private static SiteSettings settings(Integer least) {
        return SiteSettings.builder()
                .outcomeRegister(TestOutcomes.settings().build())
                .study(StudySettings.builder().reliabilityMinimumPairs(least).build())
                .build();
    }

    /** Each rated blindly by two of his own; four have a value in the series too. */
    private static Subject[] sixMen() {
        double[] series = {2, 4, 9, 5};
        Subject[] subjects = new Subject[FIRSTS.length];
        for (int i = 0; i < subjects.length; i++) {
            Subject.SubjectBuilder subject = TestStudy.subject("s" + i)
                    .ratingPairs(List.of(
                            pair(record("SINGLE", FIRSTS[i], SECONDS[i]), Blind.YES, "rater" + i, "other" + i)));
            if (i < series.length) {
                subject.measurements(List.of(
                        TestStudy.measurement("T0", "HCR20V3", "2020-01-20", Map.of(C, series[i])),
                        TestStudy.measurement("T3", "HCR20V3", "2020-09-01", Map.of(C, 0.0))));
            }
            subjects[i] = subject.build();
        }
        return subjects;
    }

    private static Subject subject(String code, RatingPair... pairs) {
        return TestStudy.subject(code).ratingPairs(Arrays.asList(pairs)).build();
    }

    private static RatingPair pair(String first, String second, Blind blind) {
        return pair(record("SINGLE", first, second), blind, "a", "b");
    }

    private static RatingPair pair(String role, String first, String second) {
        return pair(record(role, first, second), Blind.YES, "a", "b");
    }

    private static TestSeries record(String role, String first, String second) {
        TestSeries record = new TestSeries();
        record.hcr20("2020-01-20").with("raterRole", role).scale("C", first);
        record.hcr20("2020-01-22").with("raterRole", "INDEPENDENT").scale("C", second);
        return record;
    }

    private static RatingPair pair(TestSeries record, Blind blind, String firstRater, String secondRater) {
        List<Assessment> assessments = record.assessments();
        return RatingPair.builder()
                .first(assessments.get(0))
                .second(assessments.get(1))
                .blind(blind)
                .firstRaters(Collections.singleton(firstRater))
                .secondRaters(Collections.singleton(secondRater))
                .build();
    }

    private static ResultTable table(Finding finding, String code) {
        return finding.getTables().stream()
                .filter(table -> table.getCode().equals(code))
                .findFirst()
                .get();
    }

    private static Set<String> notes(ResultTable table) {
        return table.getNotes().stream().map(Term::getCode).collect(Collectors.toSet());
    }

    private static Cell cell(Finding finding, String table, String column, String... terms) {
        return table(finding, table).cell(column, terms).get();
    }

    private static long count(Finding finding, String table, String column, String... terms) {
        return cell(finding, table, column, terms).getCount();
    }

    private static double number(Finding finding, String table, String column, String... terms) {
        return cell(finding, table, column, terms).getNumber();
    }

    private static void assertNumber(double expected, Finding finding, String table, String column, String... terms) {
        assertEquals(table + " " + column, expected, number(finding, table, column, terms), 1e-9);
    }
}
