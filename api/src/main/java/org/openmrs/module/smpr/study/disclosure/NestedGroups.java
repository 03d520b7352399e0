/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.study.result.Described;

/**
 * Finds groups that must not be described, so that nobody can tell what a few are like: the mean of eleven people and that of ten of them
 * give the value of the eleventh, and so do the means of two groups that share nobody with that of a third, which has them and one more.
 */
final class NestedGroups {

    private final int least;

    /** How many numbers each takes with it that is not described. */
    private final Map<Described, Integer> numbers = new LinkedHashMap<>();

    /** @param least the smallest number of people who are described */
    NestedGroups(int least) {
        this.least = least;
    }

    /** @param rest how many numbers describe them */
    void add(Described described, int rest) {
        numbers.merge(described, rest, Integer::sum);
    }

    /** @return one that must not be described: that which costs the fewest numbers for what it ends; empty where all may be */
    Optional<Described> worst() {
        Map<Described, Long> in = telling().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return in.keySet().stream()
                .min(Comparator.comparingDouble(group -> (double) numbers.get(group) / in.get(group)));
    }

    /** @return groups that together tell what a few are like */
    private List<List<Described>> telling() {
        List<List<Described>> telling = new ArrayList<>();
        numbers.keySet().stream()
                .collect(Collectors.groupingBy(Described::getWhat, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(groups -> groups.forEach(whole -> addParts(telling, whole, groups)));
        return telling;
    }

    private void addParts(List<List<Described>> telling, Described whole, List<Described> groups) {
        List<Described> parts = groups.stream()
                .filter(part ->
                        !part.equals(whole) && without(part.getPeople(), whole).isEmpty())
                .collect(Collectors.toList());
        for (int i = 0; i < parts.size(); i++) {
            Described part = parts.get(i);
            if (isFew(without(whole.getPeople(), part))) {
                telling.add(Arrays.asList(whole, part));
            }
            for (Described other : parts.subList(i + 1, parts.size())) {
                if (!part.getPeople().intersects(other.getPeople()) && isFew(without(whole.getPeople(), part, other))) {
                    telling.add(Arrays.asList(whole, part, other));
                }
            }
        }
    }

    private static BitSet without(BitSet people, Described... groups) {
        BitSet rest = (BitSet) people.clone();
        Arrays.stream(groups).map(Described::getPeople).forEach(rest::andNot);
        return rest;
    }

    private boolean isFew(BitSet people) {
        return !people.isEmpty() && people.cardinality() < least;
    }
}
