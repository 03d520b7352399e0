/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** @return one that must not be described: that of which the fewest numbers go for each way of telling that ends with it; empty where all may be */
    Optional<Described> worst() {
        Map<Described, Long> in = telling().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return in.keySet().stream()
                .min(Comparator.comparingDouble(group -> (double) numbers.get(group) / in.get(group)));
    }

    /** @return groups that together tell what a few are like, by the sums over their people */
    private Set<List<Described>> telling() {
        Set<List<Described>> telling = new LinkedHashSet<>();
        numbers.keySet().stream()
                .collect(Collectors.groupingBy(Described::getWhat, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(groups -> {
                    for (int i = 0; i < groups.size(); i++) {
                        addWithOne(telling, groups, groups.get(i));
                        for (Described other : groups.subList(i + 1, groups.size())) {
                            addWithTwo(telling, groups, groups.get(i), other);
                        }
                    }
                    addSolved(telling, groups);
                });
        return telling;
    }

    /** A group and one that has all of it and a few more. */
    private void addWithOne(Set<List<Described>> telling, List<Described> groups, Described part) {
        groups.stream()
                .filter(whole -> isFewMore(whole.getPeople(), part.getPeople()))
                .forEach(whole -> telling.add(Arrays.asList(part, whole)));
    }

    /** Two groups that share nobody, and one that has all of them and a few more, or all of them but a few. */
    private void addWithTwo(Set<List<Described>> telling, List<Described> groups, Described one, Described two) {
        if (!one.getPeople().intersects(two.getPeople())) {
            BitSet both = (BitSet) one.getPeople().clone();
            both.or(two.getPeople());
            groups.stream()
                    .map(Described::getPeople)
                    .filter(third -> isFewMore(third, both) || isFewMore(both, third))
                    .forEach(third -> telling.add(Arrays.asList(one, two, new Described(one.getWhat(), third))));
        }
    }

    /** However many groups it takes: those who are in the same of them have a sum, and a mean of few follows from the groups' where they can be added and taken away so that few are left. */
    private void addSolved(Set<List<Described>> telling, List<Described> groups) {
        Map<BitSet, Integer> sizes = alike(groups);
        List<BitSet> alike = new ArrayList<>(sizes.keySet());
        double[][] system = new double[groups.size()][alike.size() + groups.size()];
        for (int i = 0; i < system.length; i++) {
            for (int j = 0; j < alike.size(); j++) {
                system[i][j] = alike.get(j).get(i) ? 1 : 0;
            }
            system[i][alike.size() + i] = 1;
        }
        Elimination.reduce(system, alike.size());
        for (double[] row : system) {
            int people = IntStream.range(0, alike.size())
                    .filter(j -> !Elimination.isNothing(row[j]))
                    .map(j -> sizes.get(alike.get(j)))
                    .sum();
            boolean isMean =
                    IntStream.range(0, alike.size()).allMatch(j -> row[j] > 0 || Elimination.isNothing(row[j]));
            if (isMean && isFew(people)) {
                telling.add(IntStream.range(0, groups.size())
                        .filter(i -> !Elimination.isNothing(row[alike.size() + i]))
                        .mapToObj(groups::get)
                        .collect(Collectors.toList()));
            }
        }
    }

    /** @return by the places of the groups that they are in, how many are in these and in no other */
    private static Map<BitSet, Integer> alike(List<Described> groups) {
        BitSet all = new BitSet();
        groups.forEach(group -> all.or(group.getPeople()));
        Map<BitSet, Integer> sizes = new LinkedHashMap<>();
        all.stream().forEach(person -> {
            BitSet in = new BitSet(groups.size());
            for (int i = 0; i < groups.size(); i++) {
                in.set(i, groups.get(i).getPeople().get(person));
            }
            sizes.merge(in, 1, Integer::sum);
        });
        return Collections.unmodifiableMap(sizes);
    }

    /** @return whether the first has all of the second, and from 1 to fewer than the least more */
    private boolean isFewMore(BitSet whole, BitSet part) {
        BitSet beyond = (BitSet) part.clone();
        beyond.andNot(whole);
        return beyond.isEmpty() && isFew(whole.cardinality() - part.cardinality());
    }

    private boolean isFew(int people) {
        return people > 0 && people < least;
    }
}
