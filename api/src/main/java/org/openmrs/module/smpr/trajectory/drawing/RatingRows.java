/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Mark;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Scale;

/** Draws the ratings: a row an item, under the scale that it belongs to, and once for each context that was rated where it is rated so. */
final class RatingRows {

    private static final double ROW = 21;

    private final ChartSheet sheet;

    private final Instrument instrument;

    private final RatingSigns signs;

    RatingRows(ChartSheet sheet) {
        this.sheet = sheet;
        this.instrument = sheet.instrument();
        this.signs = new RatingSigns(sheet);
    }

    void draw() {
        List<Item> drawn = new ArrayList<>();
        for (Scale scale : instrument.getScales()) {
            List<Item> items = instrument.getItems().stream()
                    .filter(item -> scale.getItems().contains(item.getCode()) && !drawn.contains(item))
                    .collect(Collectors.toList());
            draw(items, scale);
            drawn.addAll(items);
        }
        instrument.getItems().stream().filter(item -> !drawn.contains(item)).forEach(item -> drawRow(item, null));
    }

    private void draw(List<Item> items, Scale scale) {
        List<Item> shared = items.stream().filter(item -> !item.isPerContext()).collect(Collectors.toList());
        if (!shared.isEmpty()) {
            drawGroup(sheet.text(scale.getLabel()), shared, null);
        }
        if (shared.size() < items.size()) {
            for (Choice context : sheet.contextsInUse()) {
                drawGroup(
                        sheet.inContext(scale.getLabel(), context.getCode()),
                        items.stream().filter(Item::isPerContext).collect(Collectors.toList()),
                        context.getCode());
            }
        }
    }

    private void drawGroup(String heading, List<Item> items, String context) {
        sheet.heading(heading);
        items.forEach(item -> drawRow(item, context));
        sheet.down(6);
    }

    private void drawRow(Item item, String context) {
        String label = item.getCode() + " " + sheet.text(item.getLabel())
                + (item.isFixed() ? " " + sheet.say("smpr.chart.static") : "");
        List<Question> ratings = ratings(item, context);
        double middle = sheet.getY() + ROW / 2;
        sheet.label(sheet.getY() + 15, label);
        sheet.getSvg().line(sheet.getGutter(), middle, sheet.right(), middle, "#ececec", null);
        for (int i = 0; i < sheet.getColumns().size(); i++) {
            if (sheet.rates(i, ratings.get(0))) {
                drawCell(i, middle, item, ratings, label + inContext(context));
            }
        }
        sheet.down(ROW);
    }

    private String inContext(String context) {
        return instrument.contexts().stream()
                .filter(choice -> choice.getCode().equals(context))
                .map(choice -> " – " + sheet.text(choice.getLabel()))
                .findFirst()
                .orElse("");
    }

    private List<Question> ratings(Item item, String context) {
        return instrument.getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.RATING)
                .filter(q -> item.getCode().equals(q.getItem()) && q.getSubItem() == null)
                .filter(q -> q.getContext() == null || q.getContext().equals(context))
                .collect(Collectors.toList());
    }

    private void drawCell(int index, double middle, Item item, List<Question> ratings, String label) {
        Assessment assessment = sheet.getColumns().get(index);
        StringBuilder title = new StringBuilder(label + " – " + sheet.day(index));
        List<Question> asked =
                ratings.stream().filter(q -> isAsked(assessment, q)).collect(Collectors.toList());
        asked.forEach(q -> title.append(" – ").append(said(assessment, q)));
        sheet.getSvg().start("g").leaf("title", title + marks(assessment, item, true));
        double right = sheet.x(index);
        for (Question question : asked) {
            Dimension dimension = instrument.dimension(question.getDimension()).get();
            double x = sheet.x(index) + signs.offset(dimension);
            drawRating(x, middle, assessment, question, dimension);
            right = x + RatingSigns.RADIUS + 2 + (signs.isNumbered(dimension) ? 9 : 0);
        }
        sheet.getSvg()
                .text(
                        right,
                        middle + 4.5,
                        "start",
                        sheet.getColumn() < 40 ? 8 : 11,
                        Svg.INK,
                        marks(assessment, item, false))
                .end("g");
    }

    /** A rating that another excludes is not drawn, unless the record has it nevertheless. */
    private static boolean isAsked(Assessment assessment, Question question) {
        return !assessment.values(question.getCode()).isEmpty()
                || question.getNotAskedWhere().entrySet().stream()
                        .noneMatch(where -> assessment
                                .choice(where.getKey())
                                .filter(where.getValue()::contains)
                                .isPresent());
    }

    private void drawRating(double x, double middle, Assessment assessment, Question question, Dimension dimension) {
        Choice rating = rating(assessment, question);
        if (assessment.isFaulty(question) || rating == null) {
            sheet.getSvg().text(x, middle + 4.5, "middle", 13, Svg.INK, assessment.isFaulty(question) ? "!" : "?");
        } else {
            signs.draw(x, middle, rating, dimension);
        }
    }

    private static Choice rating(Assessment assessment, Question question) {
        return assessment.choice(question.getCode()).flatMap(question::choice).orElse(null);
    }

    private String said(Assessment assessment, Question question) {
        Choice rating = rating(assessment, question);
        String said = assessment.isFaulty(question)
                ? sheet.say("smpr.chart.faulty")
                : rating == null ? sheet.say("smpr.chart.missing") : sheet.text(rating.getLabel());
        Dimension dimension = instrument.dimension(question.getDimension()).get();
        return instrument.getDimensions().size() == 1
                ? said
                : sheet.say("smpr.chart.dimension", sheet.text(dimension.getLabel()), said);
    }

    private String marks(Assessment assessment, Item item, boolean inWords) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < instrument.getMarks().size(); i++) {
            Mark mark = instrument.getMarks().get(i);
            if (assessment.values(mark.getCode()).contains(item.getCode())) {
                marks.append(inWords ? " – " + sheet.text(mark.getLabel()) : RatingSigns.ofMark(i));
            }
        }
        return marks.toString();
    }
}
