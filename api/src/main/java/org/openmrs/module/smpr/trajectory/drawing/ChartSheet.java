/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.Getter;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Setting;
import org.openmrs.module.smpr.trajectory.words.Language;

/** The sheet that what one instrument says is drawn on: which assessment stands in which column. */
@Getter(AccessLevel.PACKAGE)
final class ChartSheet extends Sheet {

    /** Room for the longest label, and the least that is left of it where the columns need the rest. */
    private static final double WIDEST_GUTTER = 340;

    private static final double NARROWEST_GUTTER = 220;

    /** Room to the right of the last column for its slanted date. */
    private static final double SLANT = 62;

    private static final double WIDEST_COLUMN = 150;

    private final InstrumentTrajectory trajectory;

    /** The assessments that are drawn, a column each. */
    private final List<Assessment> columns;

    /** By column, the codes of the contexts that the assessment rates. */
    private final List<Set<String>> rated;

    /** Where the first column begins, and how wide each is. */
    private final double gutter;

    private final double column;

    ChartSheet(InstrumentTrajectory trajectory, int width, Language language) {
        super(width, language);
        this.trajectory = trajectory;
        columns = trajectory.counted();
        rated = columns.stream().map(Assessment::contexts).collect(Collectors.toList());
        double needed = columns.size() * RatingSigns.roomOf(instrument());
        gutter = Math.max(NARROWEST_GUTTER, Math.min(WIDEST_GUTTER, width - SLANT - needed));
        column = columns.isEmpty() ? 0 : Math.min(WIDEST_COLUMN, (width - gutter - SLANT) / columns.size());
    }

    Instrument instrument() {
        return trajectory.getInstrument();
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

    /** A label left of the columns, smaller where there is little room, and shortened where that does not help. */
    void label(double at, String text) {
        double room = gutter - MARGIN - 14;
        int size = Lettering.width(text, 12) <= room ? 12 : Lettering.width(text, 11) <= room ? 11 : 10;
        getSvg().text(
                        MARGIN,
                        at,
                        "start",
                        size,
                        Svg.INK,
                        getLanguage().capitalized(Lettering.fitting(text, room, size)));
    }

    /** A small text that ends where the columns begin: a level, an end of a scale. */
    void tick(double at, String text) {
        getSvg().text(gutter - 12, at + 4, "end", 11, Svg.SOFT, text);
    }

    String inContext(Label label, String context) {
        return getLanguage().inContext(label, instrument(), context);
    }

    /** @return the context that the assessment in the column was made in, in words */
    String context(int index) {
        return getLanguage().context(columns.get(index));
    }

    /** @return whether the setting is another than in the column before, as far as both say */
    boolean changesSetting(int index) {
        if (index == 0) {
            return false;
        }
        Setting before = Setting.of(columns.get(index - 1));
        Setting after = Setting.of(columns.get(index));
        return before.isKnownBeside(after) && !before.isLike(after);
    }

    /** @return whether it is another anywhere */
    boolean changesSetting() {
        return IntStream.range(1, columns.size()).anyMatch(this::changesSetting);
    }

    /** Divides, between two heights, the columns in different settings. */
    void divide(double top, double bottom) {
        for (int i = 1; i < columns.size(); i++) {
            if (changesSetting(i)) {
                SettingDivider.draw(getUnder(), x(i) - column / 2, top, bottom);
            }
        }
    }

    Question contextQuestion() {
        return instrument()
                .question(CommonQuestions.CONTEXT)
                .orElseThrow(() -> new IllegalStateException(instrument() + " asks for no context"));
    }

    String day(int index) {
        return getLanguage().day(columns.get(index));
    }
}
