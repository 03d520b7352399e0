/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.statistics.Description;
import org.openmrs.module.smpr.statistics.balance.StandardizedDifference;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Described;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Describes those who were not rated at both waves as they were at first, beside those who were; by instrument. */
final class UnpairedTables {

    private final TwoWaves waves;

    UnpairedTables(TwoWaves waves) {
        this.waves = waves;
    }

    List<ResultTable> tables() {
        return waves.instruments().stream().map(this::table).collect(Collectors.toList());
    }

    private ResultTable table(String instrument) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("variable"),
                Column.count("nTwice"),
                Column.number("meanTwice", 2).restingOn("nTwice"),
                Column.number("sdTwice", 2).restingOn("nTwice"),
                Column.count("nNotTwice"),
                Column.number("meanNotTwice", 2).restingOn("nNotTwice"),
                Column.number("sdNotTwice", 2).restingOn("nNotTwice"),
                Column.number("standardizedDifference", 2));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        List<Rated> rated = waves.rated(instrument);
        long twice = rated.stream().filter(Rated::isTwice).count();
        String nTwice = waves.quantity(instrument, "twice");
        String nNotTwice = waves.quantity(instrument, "notTwice");
        rows.add(
                Cell.of(Term.of("variable", "participants")),
                Cell.count(nTwice, twice),
                Cell.empty(),
                Cell.empty(),
                Cell.count(nNotTwice, rated.size() - twice),
                Cell.empty(),
                Cell.empty(),
                Cell.empty());
        sums.add(Sum.of(Quantities.ANALYSED, nTwice, nNotTwice));
        add(
                rows,
                overlaps,
                instrument,
                rated,
                Term.of("variable", Quantities.AGE),
                waves.quantity(instrument, Quantities.AGE),
                Quantities.notKnown(Quantities.AGE),
                Quantities.AGE,
                subject -> subject.getAge() == null ? Double.NaN : subject.getAge());
        for (Measure measure : waves.getMeasures()) {
            if (measure.getInstrument().equals(instrument)) {
                add(
                        rows,
                        overlaps,
                        instrument,
                        rated,
                        TwoWaves.term(measure),
                        waves.quantity(measure.getCode(), "first"),
                        Quantities.noValues(waves.getFrom(), measure),
                        Quantities.value(waves.getFrom(), measure),
                        subject -> subject.value(
                                waves.getFrom(), measure, waves.getData().getMeasures()));
            }
        }
        return rows.as("changeUnpaired")
                .about(Collections.singletonList(waves.getData().instrument(instrument)))
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(Collections.singletonList(Term.of("note", "changeUnpaired")))
                .build();
    }

    private void add(
            ResultTable.Rows rows,
            Overlaps overlaps,
            String instrument,
            List<Rated> rated,
            Term variable,
            String quantity,
            String missing,
            String what,
            ToDoubleFunction<Subject> value) {
        List<Rated> known = rated.stream()
                .filter(one -> !Double.isNaN(value.applyAsDouble(one.getSubject())))
                .collect(Collectors.toList());
        Description twice = describe(known, true, value);
        Description notTwice = describe(known, false, value);
        boolean[] isNotTwice = new boolean[known.size()];
        double[] values = new double[known.size()];
        for (int i = 0; i < values.length; i++) {
            isNotTwice[i] = !known.get(i).isTwice();
            values[i] = value.applyAsDouble(known.get(i).getSubject());
        }
        String nTwice = quantity + ".twice";
        String nNotTwice = quantity + ".notTwice";
        rows.add(
                Cell.of(variable),
                Cell.count(nTwice, twice.getN()).describing(describing(what, known, true)),
                Cell.number(twice.getMean()),
                Cell.number(twice.getSd()),
                Cell.count(nNotTwice, notTwice.getN()).describing(describing(what, known, false)),
                Cell.number(notTwice.getMean()),
                Cell.number(notTwice.getSd()),
                Cell.number(StandardizedDifference.continuous(isNotTwice, values)));
        // Of those rated twice, and of the others, how many have no value: that is what these counts differ by from
        // those above.
        long all = rated.stream().filter(Rated::isTwice).count();
        String twiceWithout = nTwice + ".without";
        String notTwiceWithout = nNotTwice + ".without";
        overlaps.split(waves.quantity(instrument, "twice"), nTwice, twice.getN(), twiceWithout, all - twice.getN())
                .split(
                        waves.quantity(instrument, "notTwice"),
                        nNotTwice,
                        notTwice.getN(),
                        notTwiceWithout,
                        rated.size() - all - notTwice.getN())
                .split(
                        missing,
                        twiceWithout,
                        all - twice.getN(),
                        notTwiceWithout,
                        rated.size() - all - notTwice.getN());
    }

    private Described[] describing(String what, List<Rated> known, boolean twice) {
        return waves.getData()
                .describing(
                        known.stream()
                                .filter(one -> one.isTwice() == twice)
                                .map(Rated::getSubject)
                                .collect(Collectors.toList()),
                        what);
    }

    private static Description describe(List<Rated> known, boolean twice, ToDoubleFunction<Subject> value) {
        return Description.of(known.stream()
                .filter(one -> one.isTwice() == twice)
                .mapToDouble(one -> value.applyAsDouble(one.getSubject()))
                .toArray());
    }
}
