/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import lombok.Value;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.TheilSen.Interval;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/** What holds of the line through any points, tried on generated ones. A failure is shrunk, and repeated by the seed. */
public class AnyPointsTest {

    private static final long SEED = 20261125;

    /** With whole numbers, halves and quarters are exact, and ties as frequent as among ratings. */
    @Value
    private static class Point {

        int x;

        int y;
    }

    @Test
    public void shouldTurnTheLineByWhatIsAddedToTheSlope() {
        theory().forAll(points(), integers().between(-9, 9)).checkAssert((points, added) -> {
            Optional<TheilSen> line = line(points, Point::getX, Point::getY);
            Optional<TheilSen> turned = line(points, Point::getX, p -> p.getY() + added * p.getX() + 5);
            assertEquals(line.isPresent(), turned.isPresent());
            line.ifPresent(l -> {
                assertEquals(l.getSlope() + added, turned.get().getSlope(), 1e-9);
                assertIntervals(l, turned.get(), slope -> slope + added);
            });
        });
    }

    @Test
    public void shouldFollowTheUnitsOfBothAxesAndTheirOrigins() {
        theory().forAll(points())
                .checkAssert(points -> line(points, Point::getX, Point::getY).ifPresent(line -> {
                    TheilSen other = line(points, p -> 4 * p.getX() - 100, p -> p.getY() / 2.0 + 7)
                            .get();
                    assertEquals(line.getSlope() / 8, other.getSlope(), 0);
                    assertIntervals(line, other, slope -> slope / 8);
                }));
    }

    @Test
    public void shouldTurnRoundWithTheScale() {
        theory().forAll(points())
                .checkAssert(points -> line(points, Point::getX, Point::getY).ifPresent(line -> {
                    TheilSen down = line(points, Point::getX, p -> -p.getY()).get();
                    assertEquals(line.getSlope(), -down.getSlope(), 0);
                    line.interval(0.8).ifPresent(interval -> {
                        assertEquals(
                                interval.getLow(), -down.interval(0.8).get().getHigh(), 0);
                        assertEquals(
                                interval.getHigh(), -down.interval(0.8).get().getLow(), 0);
                    });
                }));
    }

    @Test
    public void shouldNotDependOnTheOrderOfThePoints() {
        theory().forAll(points(), integers().all()).checkAssert((points, seed) -> {
            List<Point> shuffled = new ArrayList<>(points);
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(line(points, Point::getX, Point::getY), line(shuffled, Point::getX, Point::getY));
        });
    }

    @Test
    public void shouldHoldTheSlopeInEveryIntervalAndWidenItWithTheLevel() {
        theory().forAll(points())
                .checkAssert(points -> line(points, Point::getX, Point::getY).ifPresent(line -> {
                    Interval wider = null;
                    for (double level : new double[] {0.99, 0.95, 0.9, 0.8, 0.5, 0.1}) {
                        Interval interval = line.interval(level).orElse(null);
                        if (interval == null) {
                            assertEquals(null, wider);
                            continue;
                        }
                        assertTrue(interval.getCoverage() >= level - 1e-12);
                        assertTrue(interval.getLow() <= line.getSlope() && line.getSlope() <= interval.getHigh());
                        if (wider != null) {
                            assertTrue(wider.getLow() <= interval.getLow());
                            assertTrue(interval.getHigh() <= wider.getHigh());
                            assertTrue(interval.getCoverage() <= wider.getCoverage());
                        }
                        wider = interval;
                    }
                }));
    }

    @Test
    public void shouldBearAnyOneWildPointOfFiveOrMore() {
        theory().forAll(
                        integers().between(5, 12),
                        integers().between(0, 11),
                        integers().between(-1_000_000, 1_000_000),
                        integers().between(-9, 9))
                .checkAssert((n, at, wild, slope) -> {
                    double[] x = new double[n];
                    double[] y = new double[n];
                    for (int i = 0; i < n; i++) {
                        x[i] = i * i;
                        y[i] = i == at % n ? wild : slope * x[i] + 3;
                    }
                    assertEquals(slope, TheilSen.of(x, y).get().getSlope(), 0);
                });
    }

    private static QuickTheory theory() {
        return qt().withFixedSeed(SEED).withExamples(500);
    }

    private static Gen<List<Point>> points() {
        return lists().of(integers().between(0, 12).zip(integers().between(-20, 20), Point::new))
                .ofSizeBetween(0, 12);
    }

    private static Optional<TheilSen> line(List<Point> points, ToDoubleFunction<Point> x, ToDoubleFunction<Point> y) {
        return TheilSen.of(
                points.stream().mapToDouble(x).toArray(),
                points.stream().mapToDouble(y).toArray());
    }

    private static void assertIntervals(TheilSen line, TheilSen other, DoubleUnaryOperator moved) {
        Optional<Interval> expected = line.interval(0.9);
        Optional<Interval> found = other.interval(0.9);
        assertEquals(expected.isPresent(), found.isPresent());
        expected.ifPresent(interval -> {
            assertEquals(moved.applyAsDouble(interval.getLow()), found.get().getLow(), 1e-9);
            assertEquals(moved.applyAsDouble(interval.getHigh()), found.get().getHigh(), 1e-9);
            assertEquals(interval.getCoverage(), found.get().getCoverage(), 0);
        });
    }
}
