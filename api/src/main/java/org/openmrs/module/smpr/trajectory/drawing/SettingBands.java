/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws what surrounded the assessments as bands over their columns, one for each run of which the same is said. Where a
 * name does not fit into its band, the bands are numbered and the names stand under them: shortened they would be alike.
 */
final class SettingBands {

    private static final double BAND = 20;

    private static final double LINE = 13;

    private static final int SIZE = 11;

    private static final int MOST_LINES = 3;

    private final ChartSheet sheet;

    SettingBands(ChartSheet sheet) {
        this.sheet = sheet;
    }

    /** @param said what is said of the assessment in a column */
    void draw(String label, IntFunction<String> said) {
        List<Integer> starts = IntStream.range(0, sheet.getColumns().size())
                .filter(i -> i == 0 || !said.apply(i).equals(said.apply(i - 1)))
                .boxed()
                .collect(Collectors.toList());
        List<String> names = starts.stream().map(said::apply).distinct().collect(Collectors.toList());
        List<Integer> counts = IntStream.range(0, starts.size())
                .mapToObj(
                        i -> lines(said.apply(starts.get(i)), width(starts, i)).size())
                .collect(Collectors.toList());
        boolean fits = !counts.contains(0);
        double height = fits ? BAND + (Collections.max(counts) - 1) * LINE : BAND;
        sheet.label(sheet.getY() + height / 2 + 5, label);
        for (int i = 0; i < starts.size(); i++) {
            String name = said.apply(starts.get(i));
            List<String> lines = fits
                    ? lines(name, width(starts, i))
                    : Collections.singletonList(String.valueOf(names.indexOf(name) + 1));
            draw(name, lines, sheet.getGutter() + starts.get(i) * sheet.getColumn(), width(starts, i), height, i);
        }
        sheet.down(height + 4);
        if (!fits) {
            drawNames(names);
        }
    }

    private double width(List<Integer> starts, int index) {
        int end = index + 1 < starts.size()
                ? starts.get(index + 1)
                : sheet.getColumns().size();
        return (end - starts.get(index)) * sheet.getColumn();
    }

    /** The name in a few lines; none where it takes more, or has a word that is wider. */
    private static List<String> lines(String name, double width) {
        List<String> lines = Lettering.wrapped(name, width - 8, SIZE);
        return lines.size() > MOST_LINES || !String.join(" ", lines).equals(name) ? Collections.emptyList() : lines;
    }

    private void draw(String name, List<String> lines, double left, double width, double height, int index) {
        sheet.getSvg()
                .start("g")
                .leaf("title", name)
                .rectangle(left + 1, sheet.getY(), width - 2, height, index % 2 == 0 ? "#eef3f6" : "#ffffff", Svg.SOFT);
        double y = sheet.getY() + (height - lines.size() * LINE) / 2 - 3;
        for (String line : lines) {
            y += LINE;
            sheet.getSvg().text(left + width / 2, y, "middle", SIZE, Svg.INK, line);
        }
        sheet.getSvg().end("g");
    }

    private void drawNames(List<String> names) {
        sheet.down(-6);
        sheet.paragraph(sheet.getLanguage()
                .parted(IntStream.range(0, names.size())
                        .mapToObj(i -> sheet.getLanguage().pair(String.valueOf(i + 1), names.get(i)))
                        .collect(Collectors.toList())));
        sheet.down(8);
    }
}
