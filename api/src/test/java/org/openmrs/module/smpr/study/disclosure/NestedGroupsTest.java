/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import static org.junit.Assert.assertEquals;

import java.util.BitSet;
import java.util.Optional;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Described;

public class NestedGroupsTest {

    private static final String AGE = "age";

    private final NestedGroups groups = new NestedGroups(5);

    /** The ages of 11 and of 10 of them tell how old the eleventh is. */
    @Test
    public void shouldNotDescribeBothAGroupAndAllButAFewOfIt() {
        Described eleven = add(AGE, 0, 11, 4);
        add(AGE, 0, 10, 5);

        assertEquals(Optional.of(eleven), groups.worst());
    }

    @Test
    public void shouldDescribeAGroupAndAPartOfItWhereTheOthersAreManyEnough() {
        add(AGE, 0, 15, 1);
        add(AGE, 0, 10, 1);
        add(AGE, 0, 15, 1);

        assertEquals(Optional.empty(), groups.worst());
    }

    @Test
    public void shouldDescribeGroupsThatShareSomeAndDifferInFew() {
        add(AGE, 0, 11, 1);
        add(AGE, 1, 12, 1);

        assertEquals(Optional.empty(), groups.worst());
    }

    /** What one thing is like in eleven says nothing of what another is like in the eleventh. */
    @Test
    public void shouldCompareWhatIsSaidOfTheSameThing() {
        add(AGE, 0, 11, 1);
        add("value.T0.HCR20V3.scale.C", 0, 10, 1);

        assertEquals(Optional.empty(), groups.worst());
    }

    /** Of 20, 12 entered and 7 declined: the two means and that of all give the value of the one who did neither. */
    @Test
    public void shouldNotDescribeTwoGroupsAndTheOneThatTheyNearlyMakeUp() {
        add(AGE, 0, 20, 8);
        add(AGE, 0, 12, 9);
        Described seven = add(AGE, 12, 19, 3);

        assertEquals(Optional.of(seven), groups.worst());
    }

    /** Of 12 who entered and 8 who did not, 19 were rated twice. */
    @Test
    public void shouldNotDescribeTwoGroupsAndOneThatHasAllOfThemButAFew() {
        add(AGE, 0, 12, 8);
        add(AGE, 12, 20, 9);
        Described nineteen = add(AGE, 0, 19, 3);

        assertEquals(Optional.of(nineteen), groups.worst());
    }

    /** Three groups of ten make up all but for one. */
    @Test
    public void shouldFindWhatFollowsFromMoreGroups() {
        add(AGE, 0, 10, 5);
        add(AGE, 10, 20, 5);
        add(AGE, 20, 30, 5);
        Described all = add(AGE, 0, 31, 4);

        assertEquals(Optional.of(all), groups.worst());
    }

    /** One that is in the way of two others goes, and not these. */
    @Test
    public void shouldTakeAwayAsFewNumbersAsItCan() {
        add(AGE, 0, 12, 4);
        Described between = add(AGE, 0, 15, 6);
        add(AGE, 0, 18, 4);

        assertEquals(Optional.of(between), groups.worst());
    }

    private Described add(String what, int from, int to, int numbers) {
        BitSet people = new BitSet();
        people.set(from, to);
        Described described = new Described(what, people);
        groups.add(described, numbers);
        return described;
    }
}
