/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import static org.junit.Assert.assertEquals;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.RFixture;

public class MarginalHomogeneityTest {

    @Test
    public void shouldAgreeWithR() {
        JsonNode tables = RFixture.of("marginal-homogeneity").results().get("tables");
        assertEquals(6, tables.size());
        for (Iterator<String> names = tables.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode expected = tables.get(name);
            ShiftTable table = ShiftTable.of(RFixture.table(expected.get("table")));
            MarginalHomogeneity found = MarginalHomogeneity.of(table);
            assertFound(name, expected.get("rose"), table.getRose());
            assertFound(name, expected.get("fell"), table.getFell());
            assertFound(name, expected.get("stayed"), table.getStayed());
            assertFound(name, expected.get("statistic"), found.getStatistic());
            assertFound(name, expected.get("df"), found.getDegreesOfFreedom());
            assertFound(name, expected.get("p"), found.getPValue());
            assertFound(name, expected.get("sign"), found.getSignTestPValue());
            if (expected.has("mcnemar")) {
                assertFound(name, expected.get("mcnemar").get("statistic"), found.getStatistic());
                assertFound(name, expected.get("mcnemar").get("p"), found.getPValue());
            }
        }
    }

    /** Stuart (1955, Biometrika 42:412-416): vision of the right eye and the left of 7477 women, best to worst, χ² 11.96. */
    @Test
    public void shouldAgreeWithTheExampleOfStuart() {
        MarginalHomogeneity found =
                of(new int[][] {{1520, 266, 124, 66}, {234, 1512, 432, 78}, {117, 362, 1772, 205}, {36, 82, 179, 492}});
        assertEquals(11.96, found.getStatistic(), 0.005);
        assertEquals(3, found.getDegreesOfFreedom());
        assertEquals(0.0075, found.getPValue(), 0.00005);
    }

    /** Agresti (1990, p. 350) in R's help on mcnemar.test: approval of the president, without correction (150 − 86)² / 236. */
    @Test
    public void shouldBeMcNemarsTestForTwoLevels() {
        MarginalHomogeneity found = of(new int[][] {{794, 86}, {150, 570}});
        assertEquals(64.0 * 64 / 236, found.getStatistic(), 1e-12);
        assertEquals(1, found.getDegreesOfFreedom());
    }

    @Test
    public void shouldTestExactlyHowManyRoseAndFell() {
        // 1 rose, 5 fell: 2 × (1 + 6) / 64
        assertEquals(14 / 64.0, of(new int[][] {{3, 1}, {5, 2}}).getSignTestPValue(), 1e-15);
        // as many of both
        assertEquals(1, of(new int[][] {{3, 2}, {2, 2}}).getSignTestPValue(), 0);
        assertEquals(1, of(new int[][] {{3, 1}, {0, 2}}).getSignTestPValue(), 0);
    }

    @Test
    public void shouldDropLevelsThatNobodyHas() {
        MarginalHomogeneity without = of(new int[][] {{3, 4, 1}, {6, 2, 2}, {5, 7, 1}});
        MarginalHomogeneity with =
                of(new int[][] {{0, 0, 0, 0, 0}, {0, 3, 4, 0, 1}, {0, 6, 2, 0, 2}, {0, 0, 0, 0, 0}, {0, 5, 7, 0, 1}});
        assertEquals(without.getStatistic(), with.getStatistic(), 1e-12);
        assertEquals(2, with.getDegreesOfFreedom());
        assertEquals(without.getPValue(), with.getPValue(), 1e-12);
    }

    @Test
    public void shouldDropLevelsThatNobodyEnteredOrLeft() {
        MarginalHomogeneity found = of(new int[][] {{9, 0, 0}, {0, 2, 6}, {0, 1, 4}});
        assertEquals(25 / 7.0, found.getStatistic(), 1e-12);
        assertEquals(1, found.getDegreesOfFreedom());
    }

    @Test
    public void shouldHaveNothingToTestWhereNobodyMoved() {
        for (int[][] counts : new int[][][] {{{0}}, {{7}}, {{0, 0}, {0, 0}}, {{4, 0, 0}, {0, 2, 0}, {0, 0, 0}}}) {
            MarginalHomogeneity found = of(counts);
            assertEquals(Double.NaN, found.getStatistic(), 0);
            assertEquals(0, found.getDegreesOfFreedom());
            assertEquals(Double.NaN, found.getPValue(), 0);
            assertEquals(Double.NaN, found.getSignTestPValue(), 0);
        }
    }

    @Test
    public void shouldFindNoDifferenceWhereMarginsAreTheSame() {
        MarginalHomogeneity found = of(new int[][] {{5, 3, 0}, {0, 4, 3}, {3, 0, 2}});
        assertEquals(0, found.getStatistic(), 1e-12);
        assertEquals(1, found.getPValue(), 1e-12);
    }

    @Test
    public void shouldTestOnePerson() {
        MarginalHomogeneity found = of(new int[][] {{0, 1}, {0, 0}});
        assertEquals(1, found.getStatistic(), 1e-15);
        assertEquals(1, found.getSignTestPValue(), 0);
        MarginalHomogeneity two = of(new int[][] {{0, 2}, {0, 0}});
        assertEquals(2, two.getStatistic(), 1e-15);
        assertEquals(0.5, two.getSignTestPValue(), 1e-15);
    }

    /** Not the order of the levels, but that who rose would have fallen, changes with the order. */
    @Test
    public void shouldNotDependOnTheOrderOfLevels() {
        MarginalHomogeneity up = of(new int[][] {{3, 4, 1}, {6, 2, 2}, {5, 7, 1}});
        MarginalHomogeneity turned = of(new int[][] {{1, 7, 5}, {2, 2, 6}, {1, 4, 3}});
        assertEquals(up.getStatistic(), turned.getStatistic(), 1e-12);
        assertEquals(up.getSignTestPValue(), turned.getSignTestPValue(), 1e-12);
    }

    @Test
    public void shouldManageAsManyPersonsAsThereMightBe() {
        MarginalHomogeneity found = of(new int[][] {{40_000, 30_200}, {29_800, 50_000}});
        assertEquals(400.0 * 400 / 60_000, found.getStatistic(), 1e-9);
        // The sign test with its correction is normal by now.
        assertEquals(found.getPValue(), found.getSignTestPValue(), 0.001);
    }

    private static MarginalHomogeneity of(int[][] counts) {
        return MarginalHomogeneity.of(ShiftTable.of(counts));
    }
}
