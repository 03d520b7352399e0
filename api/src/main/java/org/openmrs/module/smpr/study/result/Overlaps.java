/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ties counts of which each is of some of the same people: who knows that there were 10 until one horizon and 12 until the next knows that
 * there were 2 between them, and who knows one of two counts of the very same people knows the other.
 */
public final class Overlaps {

    private final Map<String, Long> implied = new LinkedHashMap<>();

    private final Map<String, Long> people = new LinkedHashMap<>();

    private final List<Sum> sums = new ArrayList<>();

    /**
     * @param one names the one count
     * @param ofOne whom it counts
     */
    public <T> Overlaps tie(String one, Collection<T> ofOne, String other, Collection<T> ofOther) {
        Set<T> both = new HashSet<>(ofOne);
        both.retainAll(new HashSet<>(ofOther));
        String name = one + " & " + other;
        split(one, name, both.size(), one + " but not " + other, ofOne.size() - both.size());
        split(other, name, both.size(), other + " but not " + one, ofOther.size() - both.size());
        return this;
    }

    /** Says that whom the part counts the whole counts too, and how many the others are. */
    public Overlaps part(String whole, long ofWhole, String part, long ofPart) {
        return split(whole, part, ofPart, whole + " but not " + part, ofWhole - ofPart);
    }

    /** Says that the one count is the sum of the others, none of which need stand in a cell. */
    public Overlaps split(String total, String part, long ofPart, String rest, long ofRest) {
        implied.put(part, ofPart);
        implied.put(rest, ofRest);
        implied.put(total, ofPart + ofRest);
        sums.add(Sum.of(total, part, rest));
        return this;
    }

    public Overlaps split(String total, Map<String, Long> parts) {
        implied.putAll(parts);
        implied.put(total, parts.values().stream().mapToLong(Long::longValue).sum());
        sums.add(new Sum(total, Collections.unmodifiableList(new ArrayList<>(parts.keySet()))));
        return this;
    }

    /**
     * Says of how many people so many records are: all of them can be one man's.
     *
     * @param of whose each record is
     */
    public <T> Overlaps records(String records, Collection<T> of) {
        implied.put(records, (long) of.size());
        people.put(records, (long) new HashSet<>(of).size());
        return this;
    }

    /** Says that some of the records are those of the part, of which each is somebody's, and the others the rest. */
    public <T> Overlaps partOfRecords(String whole, String part, Collection<T> ofPart, Collection<T> ofRest) {
        return part(whole, (long) ofPart.size() + ofRest.size(), part, ofPart.size())
                .records(part, ofPart)
                .records(whole + " but not " + part, ofRest);
    }

    /** Says that those people have a record each, and who of them has more. */
    public <T> Overlaps recordsOf(String people, String records, Collection<T> of) {
        Set<T> once = new HashSet<>();
        List<T> again = new ArrayList<>(of);
        again.removeIf(once::add);
        return part(records, of.size(), people, once.size())
                .records(records, of)
                .records(records + " but not " + people, again);
    }

    /** @return of how many people counts of records are */
    public Map<String, Long> getPeople() {
        return Collections.unmodifiableMap(people);
    }

    public List<Sum> getSums() {
        return Collections.unmodifiableList(sums);
    }

    /** @return these and those */
    public List<Sum> with(Collection<Sum> others) {
        List<Sum> all = new ArrayList<>(others);
        all.addAll(sums);
        return Collections.unmodifiableList(all);
    }

    public Map<String, Long> getImplied() {
        return Collections.unmodifiableMap(implied);
    }
}
