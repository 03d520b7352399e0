/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.CommonQuestions;

/** How an assessment is marked on a time axis: by shape, so that it reads in black and white. */
enum AssessmentSign {
    SINGLE {
        @Override
        void draw(Svg svg, double x, double y, double radius) {
            svg.circle(x, y, radius, Svg.BLUE);
        }
    },
    CONSENSUS {
        @Override
        void draw(Svg svg, double x, double y, double radius) {
            double half = 1.3 * radius;
            svg.path(polygon(x, y - half, x + half, y, x, y + half, x - half, y), Svg.BLUE, "#ffffff", null);
        }
    },
    INDEPENDENT {
        @Override
        void draw(Svg svg, double x, double y, double radius) {
            double half = 0.9 * radius;
            svg.rectangle(x - half, y - half, 2 * half, 2 * half, "#ffffff", Svg.BLUE);
        }
    },
    DRAFT {
        @Override
        void draw(Svg svg, double x, double y, double radius) {
            String left = Svg.number(x - radius) + " " + Svg.number(y);
            String right = Svg.number(x + radius) + " " + Svg.number(y);
            String arc = "A" + Svg.number(radius) + " " + Svg.number(radius) + " 0 0 1 ";
            svg.path("M" + left + arc + right + arc + left, "#ffffff", Svg.SOFT, "2 2");
        }
    },
    FAULTY {
        @Override
        void draw(Svg svg, double x, double y, double radius) {
            double half = 1.3 * radius;
            svg.path(polygon(x, y - half, x + half, y + radius, x - half, y + radius), "#ffffff", Svg.INK, null)
                    .line(x, y - radius / 3, x, y + radius / 3, Svg.INK, null)
                    .line(x, y + radius * 0.5, x, y + radius * 0.8, Svg.INK, null);
        }
    };

    static final double RADIUS = 4.5;

    /** Draws it around a point. */
    abstract void draw(Svg svg, double x, double y, double radius);

    private static String polygon(double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? "M" : "L")
                    .append(Svg.number(corners[i]))
                    .append(" ")
                    .append(Svg.number(corners[i + 1]));
        }
        return path + "Z";
    }

    static AssessmentSign of(Assessment assessment) {
        if (!assessment.isComplete()) {
            return DRAFT;
        }
        if (assessment.isIndependent()) {
            return INDEPENDENT;
        }
        if (!assessment.getFaults().isEmpty()) {
            return FAULTY;
        }
        return assessment
                        .choice(CommonQuestions.RATER_ROLE)
                        .filter(CONSENSUS.name()::equals)
                        .isPresent()
                ? CONSENSUS
                : SINGLE;
    }

    String messageKey() {
        return "smpr.chart.sign." + name();
    }
}
