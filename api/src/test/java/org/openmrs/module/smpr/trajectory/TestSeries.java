/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.HiddenRating;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.SameField;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.pathway.PersonPathway;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;

/** One man's assessments as they are read from a record, without one; and the trajectory that they make. */
public final class TestSeries {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** The day of reading, until a test says otherwise. */
    public static final String TODAY = "2026-06-01";

    private final List<Charted> charted = new ArrayList<>();

    private final Map<String, Map<String, Reliability>> reliability = new LinkedHashMap<>();

    private final Map<String, Map<String, Integer>> omissionLimits = new LinkedHashMap<>();

    private final Map<String, Integer> indexWithinDays = new LinkedHashMap<>();

    private SameField sameField = Definitions.sameField();

    private List<Instrument> instruments = Definitions.shipped();

    private String today = TODAY;

    private final List<HiddenRating> hidden = new ArrayList<>();

    /** Lets a blind rating hide an assessment from the reader. */
    public TestSeries hiding(Instrument instrument, String day, boolean counted) {
        hidden.add(new HiddenRating(
                1,
                "hidden",
                StableUuid.ofEncounterType(instrument.getCode()),
                Times.start(LocalDate.parse(day), ZONE),
                false,
                counted));
        return this;
    }

    /** A complete HCR-20 V3 of consensus in custody, for custody: every item possibly present, of moderate relevance. */
    public Charted hcr20(String day) {
        return charted(TestInstruments.HCR20V3, day, "V3", "P").with("horizon", 12.0);
    }

    /** A complete SAPROF of consensus, for custody: every item rated 1, key and goal items and an opinion given. */
    public Charted saprof(String day) {
        return charted(TestInstruments.SAPROF, day, "2012", "1")
                .with("horizon", 12.0)
                .with("FPJ", "MODERATE")
                .with("key", "05", "07")
                .with("goal", "05", "06");
    }

    /** A complete CAPP of consensus in custody, by the institution's edition: every symptom rated 3. */
    public Charted capp(String day) {
        return charted(TestInstruments.CAPP, day, "IRS", "3");
    }

    private Charted charted(Instrument instrument, String day, String edition, String rating) {
        Charted one = new Charted(instrument, instrument.getCode() + " " + day, day)
                .with("edition", edition)
                .with("informant", "FILE", "INTERVIEW")
                .with("context", "IN")
                .with("windowStart", LocalDate.parse(day).plusDays(1).minusMonths(6))
                .with("windowEnd", LocalDate.parse(day))
                .with("raterRole", "CONSENSUS")
                .with("status", "COMPLETE")
                .ratedFor("IN")
                .rated(rating);
        charted.add(one);
        return one;
    }

    /** States a scale's measurement error, as a site does. */
    public TestSeries reliability(Instrument instrument, String scale, double sd, double coefficient) {
        reliability
                .computeIfAbsent(instrument.getCode(), code -> new LinkedHashMap<>())
                .put(scale, new Reliability(sd, coefficient, "an illustration"));
        return this;
    }

    public TestSeries omissionLimit(Instrument instrument, String scale, int items) {
        omissionLimits
                .computeIfAbsent(instrument.getCode(), code -> new LinkedHashMap<>())
                .put(scale, items);
        return this;
    }

    /** Lets the two assessments of the HCR-20 − SAPROF index lie so many days apart. */
    public TestSeries indexWithin(int days) {
        indexWithinDays.put("hcr20-saprof", days);
        return this;
    }

    /** Puts a site's own map of items in the same field in force. */
    public TestSeries sameField(Map<String, List<String>> items) {
        sameField = new SameField(items, true);
        return this;
    }

    public TestSeries readOn(String day) {
        today = day;
        return this;
    }

    /** Leaves the reader no other instrument. */
    public TestSeries visible(Instrument... seen) {
        instruments = Arrays.asList(seen);
        return this;
    }

    /** @return the assessments, in order of their moments */
    public List<Assessment> assessments() {
        return charted.stream()
                .map(this::read)
                .sorted(Comparator.comparing(Assessment::getDate))
                .collect(Collectors.toList());
    }

    private Assessment read(Charted one) {
        String code = one.instrument.getCode();
        return Assessment.builder()
                .uuid(one.uuid)
                .version(String.valueOf(one.answers.hashCode()))
                .instrument(one.instrument)
                .settings(InstrumentSettings.builder()
                        .reliability(reliability.getOrDefault(code, Collections.emptyMap()))
                        .omissionLimits(omissionLimits.getOrDefault(code, Collections.emptyMap()))
                        .indexWithinDays(indexWithinDays)
                        .build())
                .date(Times.moment(one.date, ZONE).get())
                .answers(Collections.unmodifiableMap(new LinkedHashMap<>(one.answers)))
                .faults(Collections.unmodifiableList(new ArrayList<>(one.faults)))
                .warnings(Collections.unmodifiableList(new ArrayList<>(one.warnings)))
                .amended(one.amended)
                .build();
    }

    /** @return what a researcher is given */
    public Trajectory trajectory() {
        return trajectory(TrajectorySearch.builder().build(), true);
    }

    public Trajectory trajectory(TrajectorySearch search, boolean sums) {
        List<Instrument> asked = instruments.stream()
                .filter(i ->
                        search.getInstrument() == null || search.getInstrument().equals(i.getCode()))
                .collect(Collectors.toList());
        List<Assessment> read = assessments().stream()
                .filter(assessment -> instruments.contains(assessment.getInstrument()))
                .collect(Collectors.toList());
        Clock clock =
                Clock.fixed(LocalDate.parse(today).atTime(9, 0).atZone(ZONE).toInstant(), ZONE);
        return new TrajectoryComposer(
                        SiteSettings.builder().sameField(sameField).build(), clock)
                .compose(search, asked, read, PersonPathway.NONE, hidden, sums);
    }

    /** @return what a researcher is given of one instrument */
    public InstrumentTrajectory of(Instrument instrument) {
        return trajectory().getInstruments().stream()
                .filter(trajectory -> trajectory.getInstrument().equals(instrument))
                .findFirst()
                .get();
    }

    /** @return the two assessments compared for that reason, with one instrument */
    public Comparison comparison(Instrument instrument, Comparison.Kind kind) {
        return of(instrument).getComparisons().stream()
                .filter(comparison -> comparison.getKinds().contains(kind))
                .findFirst()
                .get();
    }

    /** One assessment, which a test can still change. */
    public static final class Charted {

        private final Instrument instrument;

        private final Map<String, List<Object>> answers = new LinkedHashMap<>();

        private final List<Fault> faults = new ArrayList<>();

        private final List<Fault> warnings = new ArrayList<>();

        private String uuid;

        private String date;

        private Set<String> contexts = new LinkedHashSet<>();

        private boolean amended;

        private Charted(Instrument instrument, String uuid, String date) {
            this.instrument = instrument;
            this.uuid = uuid;
            this.date = date;
        }

        public String uuid() {
            return uuid;
        }

        /** Charts it at another moment of the day, under a uuid of its own. */
        public Charted at(String moment) {
            date = moment;
            uuid = instrument.getCode() + " " + moment;
            return this;
        }

        public Charted with(String question, Object... values) {
            answers.put(question, List.of(values));
            return this;
        }

        public Charted without(String... questions) {
            Arrays.asList(questions).forEach(answers::remove);
            return this;
        }

        /** Was changed after it was complete. */
        public Charted amended() {
            amended = true;
            return this;
        }

        /** In the community, and rated for it alone where items are rated for a context. */
        public Charted outside() {
            return with("context", "OUT").ratedFor("OUT");
        }

        /** In the community, in that phase. */
        public Charted outside(String phase) {
            return outside().with("phase", phase);
        }

        /** Rates what is rated for a context for these, as it was rated before; every opinion is high. */
        public Charted ratedFor(String... rated) {
            Map<String, List<Object>> before = new LinkedHashMap<>();
            instrument.getQuestions().stream()
                    .filter(q -> q.getContext() != null && answers.containsKey(q.getCode()))
                    .forEach(q -> before.put(q.getItem() + q.getDimension(), answers.remove(q.getCode())));
            contexts = new LinkedHashSet<>(Arrays.asList(rated));
            for (Question question : instrument.getQuestions()) {
                if (contexts.contains(question.getContext())) {
                    if (question.getPart() == Question.Part.JUDGEMENT) {
                        with(question.getCode(), "HIGH");
                    } else if (before.containsKey(question.getItem() + question.getDimension())) {
                        answers.put(question.getCode(), before.get(question.getItem() + question.getDimension()));
                    }
                }
            }
            return this;
        }

        /** Rates every item so. */
        public Charted rated(String rating) {
            instrument.getItems().forEach(item -> rated(item.getCode(), rating));
            return this;
        }

        /** Rates the item so in every context that is rated, of moderate relevance where that is asked. */
        public Charted rated(String item, String rating) {
            deciding()
                    .filter(q -> q.getItem().equals(item))
                    .filter(q -> q.getContext() == null || contexts.contains(q.getContext()))
                    .forEach(q -> with(q.getCode(), rating));
            instrument.getQuestions().stream()
                    .filter(q ->
                            item.equals(q.getItem()) && !q.getNotAskedWhere().isEmpty() && q.getSubItem() == null)
                    .forEach(q -> {
                        boolean asked = q.getNotAskedWhere().entrySet().stream()
                                .allMatch(where -> answers.containsKey(where.getKey())
                                        && !where.getValue()
                                                .contains(answers.get(where.getKey())
                                                        .get(0)));
                        if (asked) {
                            answers.putIfAbsent(q.getCode(), List.of("MODERATE"));
                        } else {
                            answers.remove(q.getCode());
                        }
                    });
            return this;
        }

        /** Rates the items of a scale one by one: {@code "YYPNN"} the first two of five as present. */
        public Charted scale(String scale, String ratings) {
            List<String> items = instrument.scale(scale).get().getItems();
            for (int i = 0; i < items.size(); i++) {
                rated(items.get(i), ratings.substring(i, i + 1));
            }
            return this;
        }

        public Charted relevance(String item, String level) {
            instrument.getQuestions().stream()
                    .filter(q -> item.equals(q.getItem()) && "relevance".equals(q.getDimension()))
                    .filter(q -> answers.containsKey(q.getCode()))
                    .forEach(q -> with(q.getCode(), level));
            return this;
        }

        public Charted fault(String field, String code) {
            faults.add(Fault.of(field, code));
            return this;
        }

        /** Has looked back over too short a time. */
        public Charted shortWindow() {
            warnings.add(Fault.of("windowStart", "shortWindow", "6"));
            return this;
        }

        private Stream<Question> deciding() {
            String dimension = instrument.getDimensions().get(0).getCode();
            return instrument.getQuestions().stream()
                    .filter(q -> q.getPart() == Question.Part.RATING && q.getSubItem() == null)
                    .filter(q -> dimension.equals(q.getDimension()));
        }
    }
}
