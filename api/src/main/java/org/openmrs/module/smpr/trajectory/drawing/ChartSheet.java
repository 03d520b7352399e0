/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.words.Language;

/**
 * The sheet that one trajectory is drawn on: which assessment stands in which column, how far down the drawing has come,
 * and in whose language it speaks. Numbers are pixels.
 */
@Getter(AccessLevel.PACKAGE)
final class ChartSheet {

    static final double MARGIN = 16;

    /** Room for the longest label, and the least that is left of it where the columns need the rest. */
    private static final double WIDEST_GUTTER = 340;

    private static final double NARROWEST_GUTTER = 220;

    /** Room to the right of the last column for its slanted date. */
    private static final double SLANT = 62;

    private static final double WIDEST_COLUMN = 150;

    private final Svg svg = new Svg();

    private final InstrumentTrajectory trajectory;

    private final Language language;

    /** The assessments that are drawn, a column each. */
    private final List<Assessment> columns;

    /** By column, the codes of the contexts that the assessment rates. */
    private final List<Set<String>> rated;

    private final double width;

    /** Where the first column begins, and how wide each is. */
    private final double gutter;

    private final double column;

    /** How far down the drawing has come. */
    private double y;

    ChartSheet(InstrumentTrajectory trajectory, int width, Language language) {
        this.trajectory = trajectory;
        this.width = width;
        this.language = language;
        columns = trajectory.counted();
        rated = columns.stream()
                .map(assessment ->
                        instrument().contextsOf(assessment.getAnswers().keySet()))
                .collect(Collectors.toList());
        double needed = columns.size() * RatingSigns.roomOf(instrument());
        gutter = Math.max(NARROWEST_GUTTER, Math.min(WIDEST_GUTTER, width - SLANT - needed));
        column = columns.isEmpty() ? 0 : Math.min(WIDEST_COLUMN, (width - gutter - SLANT) / columns.size());
    }

    Instrument instrument() {
        return trajectory.getInstrument();
    }

    void down(double by) {
        y += by;
    }

    /** The middle of a column, and the right end of the last. */
    double x(int index) {
        return gutter + (index + 0.5) * column;
    }

    double right() {
        return gutter + columns.size() * column;
    }

    int indexOf(Assessment assessment) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getUuid().equals(assessment.getUuid())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column for " + assessment.getUuid());
    }

    /** @return whether the assessment in the column rates the question's context; what has none is always rated */
    boolean rates(int index, Question question) {
        return question.getContext() == null || rated.get(index).contains(question.getContext());
    }

    /** @return the contexts that any of the assessments has rated; all of them where none has */
    List<Choice> contextsInUse() {
        List<Choice> used = instrument().contexts().stream()
                .filter(context -> rated.stream().anyMatch(codes -> codes.contains(context.getCode())))
                .collect(Collectors.toList());
        return used.isEmpty() ? instrument().contexts() : used;
    }

    /** @return whether one of the assessments rates fewer contexts than are drawn */
    boolean leavesContextsOut() {
        return instrument().getQuestions().stream().anyMatch(q -> q.getContext() != null)
                && rated.stream()
                        .anyMatch(codes -> codes.size() < contextsInUse().size());
    }

    void heading(String text) {
        y += 12;
        svg.heading(MARGIN, y, 13, language.capitalized(text));
        y += 6;
    }

    /** A label left of the columns, shortened to the room there is. */
    void label(double at, String text) {
        svg.text(MARGIN, at, "start", 12, Svg.INK, language.capitalized(fitting(text, gutter - MARGIN - 14)));
    }

    /** A small text that ends where the columns begin: a level, an end of a scale. */
    void tick(double at, String text) {
        svg.text(gutter - 12, at + 4, "end", 11, Svg.SOFT, text);
    }

    void paragraph(String text) {
        y += 4;
        for (String line : wrapped(text, (int) ((width - 2 * MARGIN) / 5.8))) {
            y += 15;
            svg.text(MARGIN, y, "start", 11, Svg.SOFT, line);
        }
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

    static String fitting(String text, double width) {
        int letters = (int) (width / 6);
        return text.length() <= letters
                ? text
                : letters < 4 ? "" : text.substring(0, letters - 3).trim() + "…";
    }

    String say(String key, Object... arguments) {
        return language.say(key, arguments);
    }

    String text(Label label) {
        return language.text(label);
    }

    String inContext(Label label, String context) {
        return language.inContext(label, instrument(), context);
    }

    /** @return the context that the assessment in the column was made in, in words */
    String context(int index) {
        return language.context(columns.get(index));
    }

    Question contextQuestion() {
        return instrument()
                .question(CommonQuestions.CONTEXT)
                .orElseThrow(() -> new IllegalStateException(instrument() + " asks for no context"));
    }

    String day(int index) {
        return language.day(columns.get(index));
    }

    String decimal(double value) {
        return language.decimal(value);
    }
}
