/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.ChoiceList;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Scale;

/**
 * Draws what one instrument says of a person over time: a column an assessment, with its context, its final opinions and
 * every item's rating; the sums below, where the trajectory has them. Only shapes and words carry meaning, so it reads
 * the same in black and white.
 */
public final class TrajectoryChart {

    /** Width of a chart where none is asked for, and the narrowest and widest that can be asked for, in pixels. */
    public static final int WIDTH = 960;

    public static final int NARROWEST = 560;

    public static final int WIDEST = 2400;

    private static final double GUTTER = 340;

    private static final double MARGIN = 16;

    /** Room to the right of the last column for its slanted date. */
    private static final double SLANT = 62;

    private static final double WIDEST_COLUMN = 150;

    private static final double ROW = 21;

    private static final double LEVEL_ROW = 17;

    private static final double PANEL = 74;

    private static final double RADIUS = 6;

    private final Words words;

    private final Locale locale;

    private final DateTimeFormatter day;

    private Svg svg;

    private InstrumentTrajectory trajectory;

    private List<Assessment> columns;

    private double column;

    private double width;

    private double y;

    private double legendX;

    /**
     * @param words the messages in the reader's language
     * @param locale the reader's language
     * @param zone the site's time zone, in which days are counted
     */
    public TrajectoryChart(Words words, Locale locale, ZoneId zone) {
        this.words = words;
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern("d MMM yyyy", locale).withZone(zone);
    }

    /**
     * @param drawn what is drawn
     * @param width in pixels, from {@link #NARROWEST} to {@link #WIDEST}; the height follows from what there is to draw
     * @return the drawing as an SVG document of its own
     */
    public String svg(InstrumentTrajectory drawn, int width) {
        trajectory = drawn;
        this.width = width;
        columns = drawn.counted();
        column = columns.isEmpty() ? 0 : Math.min(WIDEST_COLUMN, (width - GUTTER - SLANT) / columns.size());
        svg = new Svg();
        y = 26;
        String title = words.say("smpr.chart.title", instrument().getLabel().in(locale));
        svg.text(MARGIN, y, "start", 16, Svg.INK, title);
        if (columns.isEmpty()) {
            y += 30;
            svg.text(MARGIN, y, "start", 13, Svg.SOFT, words.say("smpr.chart.none"));
        } else {
            drawDates();
            drawContexts();
            trajectory.getJudgements().forEach(this::drawJudgement);
            drawItems();
            drawScales();
            drawLegend();
        }
        drawNotes();
        y += MARGIN;
        return document(title, width);
    }

    private String document(String title, int width) {
        Svg document = new Svg();
        document.start(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "width",
                        String.valueOf(width),
                        "height",
                        Svg.number(y),
                        "viewBox",
                        "0 0 " + width + " " + Svg.number(y),
                        "role",
                        "img",
                        "aria-labelledby",
                        "smpr-title smpr-description",
                        "lang",
                        locale.getLanguage(),
                        "font-family",
                        "system-ui, 'Helvetica Neue', Arial, sans-serif")
                .leaf("title", title, "id", "smpr-title")
                .leaf("desc", description(), "id", "smpr-description")
                .rectangle(0, 0, width, y, "#ffffff", null);
        return document + svg.toString() + "</svg>\n";
    }

    private String description() {
        return columns.isEmpty()
                ? words.say("smpr.chart.none")
                : words.say(
                        "smpr.chart.description",
                        columns.size(),
                        day(columns.get(0)),
                        day(columns.get(columns.size() - 1)));
    }

    private void drawDates() {
        boolean slanted = column < 86;
        y += slanted ? 66 : 24;
        for (int i = 0; i < columns.size(); i++) {
            String text = day(columns.get(i));
            if (slanted) {
                svg.start(
                        "g", "transform", "translate(" + Svg.number(x(i) + 4) + " " + Svg.number(y) + ") rotate(-45)");
                svg.text(0, 0, "start", 12, Svg.INK, text).end("g");
            } else {
                svg.text(x(i), y, "middle", 12, Svg.INK, text);
            }
        }
        y += 8;
    }

    /** A band for each run of assessments in one context, so that a change of context is seen before any rating is. */
    private void drawContexts() {
        svg.text(
                MARGIN,
                y + 15,
                "start",
                12,
                Svg.INK,
                contextQuestion().getLabel().in(locale));
        int start = 0;
        for (int i = 1; i <= columns.size(); i++) {
            if (i == columns.size() || !context(i).equals(context(start))) {
                double left = x(start) - column / 2;
                double width = (i - start) * column;
                String name = context(start);
                svg.start("g")
                        .leaf("title", name)
                        .rectangle(
                                left + 1,
                                y,
                                width - 2,
                                20,
                                start == 0 || !inAnotherContext(start) ? "#eef3f6" : "#ffffff",
                                Svg.SOFT);
                svg.text(left + width / 2, y + 14, "middle", 11, Svg.INK, fitting(name, width - 8));
                svg.end("g");
                start = i;
            }
        }
        y += 30;
    }

    private boolean inAnotherContext(int index) {
        return !context(index).equals(context(0));
    }

    private void drawJudgement(JudgementSeries series) {
        List<JudgementSeries.Point> points = series.getPoints();
        List<Choice> levels = series.getJudgement().getChoices().stream()
                .filter(choice ->
                        instrument().offers(choice) || points.stream().anyMatch(p -> choice.equals(p.getLevel())))
                .collect(Collectors.toList());
        heading(series.getJudgement().getLabel().in(locale));
        double top = y;
        for (Choice level : levels) {
            double at = levelY(top, levels, level);
            svg.text(GUTTER - 12, at + 4, "end", 11, Svg.SOFT, level.getLabel().in(locale));
            svg.line(GUTTER, at, right(), at, Svg.LINE, null);
        }
        y = top + levels.size() * LEVEL_ROW;
        if (points.stream().anyMatch(p -> p.getLevel() == null)) {
            svg.text(GUTTER - 12, y + 13, "end", 11, Svg.SOFT, words.say("smpr.chart.missing"));
            y += LEVEL_ROW;
        }
        for (int i = 1; i < points.size(); i++) {
            Choice from = points.get(i - 1).getLevel();
            Choice to = points.get(i).getLevel();
            if (from != null && to != null) {
                svg.line(x(i - 1), levelY(top, levels, from), x(i), levelY(top, levels, to), Svg.SOFT, "3 3");
            }
        }
        for (int i = 0; i < points.size(); i++) {
            Choice level = points.get(i).getLevel();
            String said = level == null
                    ? words.say("smpr.chart.missing")
                    : level.getLabel().in(locale);
            svg.start("g").leaf("title", day(columns.get(i)) + " – " + said);
            if (level == null) {
                svg.text(x(i), y - 4, "middle", 12, Svg.INK, "?");
            } else {
                svg.circle(x(i), levelY(top, levels, level), 5, Svg.BLUE);
            }
            svg.end("g");
        }
        y += 12;
    }

    private static double levelY(double top, List<Choice> levels, Choice level) {
        return top + (levels.size() - levels.indexOf(level) - 0.5) * LEVEL_ROW;
    }

    private void drawItems() {
        List<Question> drawn = new ArrayList<>();
        for (Scale scale : instrument().getScales()) {
            List<Question> questions = ratings().stream()
                    .filter(q -> scale.getItems().contains(q.getItem()) && !drawn.contains(q))
                    .collect(Collectors.toList());
            if (!questions.isEmpty()) {
                heading(scale.getLabel().in(locale));
                questions.forEach(this::drawItem);
                drawn.addAll(questions);
                y += 6;
            }
        }
        List<Question> rest = ratings().stream().filter(q -> !drawn.contains(q)).collect(Collectors.toList());
        rest.forEach(this::drawItem);
    }

    private List<Question> ratings() {
        return instrument().getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.RATING && q.getSubItem() == null)
                .collect(Collectors.toList());
    }

    private void drawItem(Question question) {
        boolean fixed = instrument().item(question.getItem()).get().isFixed();
        String label = question.getItem() + " " + question.getLabel().in(locale)
                + (fixed ? " " + words.say("smpr.chart.static") : "");
        svg.text(MARGIN, y + 15, "start", 12, Svg.INK, fitting(label, GUTTER - MARGIN - 14));
        svg.line(GUTTER, y + ROW / 2, right(), y + ROW / 2, "#ececec", null);
        for (int i = 0; i < columns.size(); i++) {
            Assessment assessment = columns.get(i);
            Choice rating = assessment
                    .choice(question.getCode())
                    .flatMap(question::choice)
                    .orElse(null);
            boolean faulty = assessment.isFaulty(question);
            String said = faulty
                    ? words.say("smpr.chart.faulty")
                    : rating == null
                            ? words.say("smpr.chart.missing")
                            : rating.getLabel().in(locale);
            svg.start("g")
                    .leaf("title", label + " – " + day(assessment) + " – " + said + marks(assessment, question, true));
            if (faulty || rating == null) {
                svg.text(x(i), y + 15, "middle", 13, Svg.INK, faulty ? "!" : "?");
            } else {
                drawRating(x(i), y + ROW / 2, rating, question);
            }
            svg.text(
                    x(i) + RADIUS + 2,
                    y + 15,
                    "start",
                    column < 40 ? 8 : 11,
                    Svg.INK,
                    marks(assessment, question, false));
            svg.end("g");
        }
        y += ROW;
    }

    private void drawRating(double x, double middle, Choice rating, Question question) {
        if (rating.getKind() == Choice.Kind.RATING && rating.getValue() != null) {
            ChoiceList scale =
                    ChoiceList.builder().choices(question.getChoices()).build();
            svg.gauge(
                    x,
                    middle,
                    RADIUS,
                    (double) rating.getValue() / scale.highest().get());
        } else {
            svg.text(x, middle + 4.5, "middle", 12, Svg.INK, sign(rating));
        }
    }

    private String sign(Choice rating) {
        switch (rating.getKind()) {
            case OMITTED:
                return "–";
            case NOT_APPLICABLE:
                return "×";
            default:
                return rating.getLabel().in(locale).split("[ \u00a0\u202f]?:")[0];
        }
    }

    /** A star for the first mark of the instrument (key items), an arrow for the second (goal items). */
    private String marks(Assessment assessment, Question question, boolean inWords) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < instrument().getMarks().size(); i++) {
            if (assessment.values(instrument().getMarks().get(i).getCode()).contains(question.getItem())) {
                marks.append(
                        inWords
                                ? " – "
                                        + instrument()
                                                .getMarks()
                                                .get(i)
                                                .getLabel()
                                                .in(locale)
                                : markSign(i));
            }
        }
        return marks.toString();
    }

    private static String markSign(int mark) {
        return mark == 0 ? "★" : "→";
    }

    private void drawScales() {
        if (trajectory.getScales() == null) {
            return;
        }
        heading(words.say("smpr.chart.sums"));
        trajectory.getScales().forEach(this::drawScale);
    }

    private void drawScale(ScaleSeries series) {
        Scale scale = series.getScale();
        double top = y + 8;
        double bottom = top + PANEL - 26;
        svg.text(MARGIN, top + 22, "start", 12, Svg.INK, scale.getLabel().in(locale));
        for (int end : new int[] {scale.getMin(), scale.getMax()}) {
            double at = scaleY(end, scale, top, bottom);
            svg.line(GUTTER, at, right(), at, Svg.LINE, null);
            svg.text(GUTTER - 12, at + 4, "end", 11, Svg.SOFT, String.valueOf(end));
        }
        for (int i = 1; i < series.getPoints().size(); i++) {
            Double from = series.getPoints().get(i - 1).getScore().getValue();
            Double to = series.getPoints().get(i).getScore().getValue();
            if (from != null && to != null) {
                // Dashed across a change of context: the two are not compared like with like.
                String dashes = context(i - 1).equals(context(i)) ? null : "2 4";
                svg.line(
                        x(i - 1),
                        scaleY(from, scale, top, bottom),
                        x(i),
                        scaleY(to, scale, top, bottom),
                        Svg.BLUE,
                        dashes);
            }
        }
        for (int i = 0; i < series.getPoints().size(); i++) {
            drawScore(i, series.getPoints().get(i).getScore(), scale, top, bottom);
        }
        y += PANEL;
    }

    private void drawScore(int index, ScaleScore score, Scale scale, double top, double bottom) {
        svg.start("g")
                .leaf("title", scale.getLabel().in(locale) + " – " + day(columns.get(index)) + " – " + said(score));
        if (score.getValue() == null) {
            svg.text(x(index), bottom - 4, "middle", 12, Svg.INK, "∅");
        } else {
            double at = scaleY(score.getValue(), scale, top, bottom);
            svg.circle(x(index), at, 4.5, score.getProrated() == null ? Svg.BLUE : "#ffffff");
            svg.text(x(index), at - 8, "middle", 11, Svg.INK, decimal(score.getValue()));
        }
        svg.end("g");
    }

    private String said(ScaleScore score) {
        if (score.getValue() == null) {
            return words.say("smpr.noValue." + score.getNoValue());
        }
        return decimal(score.getValue())
                + (score.getProrated() == null
                        ? ""
                        : " – "
                                + words.say(
                                        "smpr.chart.prorated",
                                        String.valueOf(score.getOmitted()),
                                        String.valueOf(score.getRaw())));
    }

    private static double scaleY(double value, Scale scale, double top, double bottom) {
        return bottom - (value - scale.getMin()) / (scale.getMax() - scale.getMin()) * (bottom - top);
    }

    private String decimal(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(locale, "%.1f", value);
    }

    private void drawLegend() {
        y += 14;
        legendX = MARGIN;
        Question first = ratings().get(0);
        instrument().choiceList(instrument().getDimensions().get(0).getChoices()).getChoices().stream()
                .filter(choice -> choice.getValue() != null
                        || choice.getKind() != Choice.Kind.RATING
                        || instrument().offers(choice))
                .forEach(choice ->
                        legend(choice.getLabel().in(locale), () -> drawRating(legendX + RADIUS, y, choice, first)));
        for (int i = 0; i < instrument().getMarks().size(); i++) {
            legend(instrument().getMarks().get(i).getLabel().in(locale), markSign(i));
        }
        legend(words.say("smpr.chart.missing"), "?");
        legend(words.say("smpr.chart.faulty"), "!");
        if (trajectory.getScales() != null) {
            legend(words.say("smpr.chart.noValue"), "∅");
        }
        y += 14;
    }

    private void legend(String text, String sign) {
        legend(text, () -> svg.text(legendX, y + 4, "start", 11, Svg.INK, sign));
    }

    private void legend(String text, Runnable sign) {
        double length = 18 + text.length() * 5.8;
        if (legendX + length > width) {
            legendX = MARGIN;
            y += 18;
        }
        sign.run();
        svg.text(legendX + 18, y + 4, "start", 11, Svg.SOFT, text);
        legendX += length + 18;
    }

    private void drawNotes() {
        List<String> notes = new ArrayList<>();
        if (!columns.isEmpty()) {
            notes.add(words.say("smpr.chart.columns"));
        }
        if (trajectory.getScales() != null) {
            notes.add(words.say("smpr.notice.research"));
        }
        notes.add(words.say("smpr.notice.secrecy"));
        for (String note : notes) {
            y += 4;
            for (String part : wrapped(note, (int) ((width - 2 * MARGIN) / 5.8))) {
                y += 15;
                svg.text(MARGIN, y, "start", 11, Svg.SOFT, part);
            }
        }
    }

    private void heading(String text) {
        y += 12;
        svg.leaf(
                "text",
                text,
                "x",
                Svg.number(MARGIN),
                "y",
                Svg.number(y),
                "font-size",
                "13",
                "font-weight",
                "600",
                "fill",
                Svg.INK);
        y += 6;
    }

    private static List<String> wrapped(String text, int length) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String fitting(String text, double width) {
        int letters = (int) (width / 6);
        return text.length() <= letters ? text : letters < 3 ? "" : text.substring(0, letters - 1) + "…";
    }

    private Instrument instrument() {
        return trajectory.getInstrument();
    }

    private Question contextQuestion() {
        return instrument()
                .question(CommonQuestions.CONTEXT)
                .orElseThrow(() -> new IllegalStateException(instrument() + " asks for no context"));
    }

    private String context(int index) {
        return columns.get(index)
                .choice(CommonQuestions.CONTEXT)
                .flatMap(contextQuestion()::choice)
                .map(choice -> choice.getLabel().in(locale))
                .orElseGet(() -> words.say("smpr.chart.missing"));
    }

    private String day(Assessment assessment) {
        String text = day.format(Times.instant(assessment.getDate()));
        return locale.getLanguage().equals("fr") ? text.replaceFirst("^1 ", "1er ") : text;
    }

    private double x(int index) {
        return GUTTER + (index + 0.5) * column;
    }

    private double right() {
        return GUTTER + columns.size() * column;
    }
}
