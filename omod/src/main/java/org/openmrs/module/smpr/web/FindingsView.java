/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Date;
import java.util.List;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.Wording;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.webservices.rest.SimpleObject;

/**
 * What REST shows of what the study finds: values as they are, unrounded, and each row of a table as an object with the same names, so that
 * a table is a data frame at once.
 */
final class FindingsView {

    private final Wording wording = new Wording(Messages.language());

    private FindingsView() {}

    static SimpleObject of(StudyReport report) {
        FindingsView view = new FindingsView();
        return new SimpleObject()
                .add("asOf", Shown.moment(Date.from(report.getAsOf())))
                .add("softwareVersion", report.getSoftwareVersion())
                .add("plan", report.getPlan() == null ? null : plan(report.getPlan()))
                .add("findings", Shown.each(report.getFindings(), view::finding));
    }

    private static SimpleObject plan(FrozenPlan plan) {
        return new SimpleObject()
                .add("version", plan.getVersion())
                .add("date", Shown.day(plan.getDateAccepted()))
                .add("sha256", plan.getSha256());
    }

    private SimpleObject finding(Finding finding) {
        return new SimpleObject()
                .add("code", finding.getCode())
                .add("title", wording.title("finding", finding.getCode(), finding.getAbout()))
                .add("about", Shown.each(finding.getAbout(), this::term))
                .add("planned", finding.getPlanned())
                .add("standing", sentences(finding.getStanding()))
                .add("n", cell(finding.getN()))
                .add("missing", cell(finding.getMissing()))
                .add("definitions", sentences(finding.getDefinitions()))
                .add("notes", sentences(finding.getNotes()))
                .add("tables", Shown.each(finding.getTables(), this::table))
                .add("figures", Shown.each(finding.getFigures(), this::figure));
    }

    private SimpleObject table(ResultTable table) {
        return new SimpleObject()
                .add("code", table.getCode())
                .add("title", wording.title("table", table.getCode(), table.getAbout()))
                .add("about", Shown.each(table.getAbout(), this::term))
                .add("columns", Shown.each(table.getColumns(), this::column))
                .add("rows", Shown.each(table.getRows(), row -> row(table.getColumns(), row)))
                .add("notes", sentences(table.getNotes()));
    }

    private SimpleObject column(Column column) {
        return new SimpleObject()
                .add("code", column.getCode())
                .add("heading", wording.heading(column))
                .add("kind", column.getKind().name())
                .add("decimals", column.getDecimals());
    }

    private SimpleObject row(List<Column> columns, List<Cell> row) {
        SimpleObject shown = new SimpleObject();
        for (int i = 0; i < row.size(); i++) {
            shown.add(columns.get(i).getCode(), cell(row.get(i)));
        }
        return shown;
    }

    private Object cell(Cell cell) {
        if (cell.isSuppressed()) {
            return new SimpleObject().add("suppressed", true);
        }
        if (cell.getTerm() != null) {
            return term(cell.getTerm());
        }
        // Of the one or the other, which a conditional would make one of numbers.
        if (cell.getCount() != null) {
            return cell.getCount();
        }
        return cell.getNumber();
    }

    private SimpleObject figure(Figure figure) {
        return new SimpleObject()
                .add("code", figure.getCode())
                .add("title", wording.title("figure", figure.getCode(), figure.getAbout()))
                .add("curves", Shown.each(figure.getCurves(), this::curve))
                .add("notes", sentences(figure.getNotes()));
    }

    private SimpleObject curve(Curve curve) {
        return new SimpleObject()
                .add("of", term(curve.getOf()))
                .add("times", curve.getTimes())
                .add("estimates", numbers(curve.getEstimates()))
                .add("lower", numbers(curve.getLower()))
                .add("upper", numbers(curve.getUpper()))
                .add("ticks", curve.getTicks())
                .add("atRisk", curve.getAtRisk())
                .add("events", curve.getEvents());
    }

    /** JSON has no word for what is not defined but null. */
    private static List<Object> numbers(List<Double> numbers) {
        return Shown.each(numbers, number -> number.isNaN() || number.isInfinite() ? null : number);
    }

    private List<Object> sentences(List<Term> terms) {
        return Shown.each(terms, wording::say);
    }

    private SimpleObject term(Term term) {
        return new SimpleObject().add("code", term.getCode()).add("display", wording.say(term));
    }
}
