/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Language;

/** Results in words and figures of the reader's language. */
public final class Wording {

    /** Stands where the data do not define a number. */
    static final String NOTHING = "–";

    private final Language language;

    public Wording(Language language) {
        this.language = language;
    }

    Language getLanguage() {
        return language;
    }

    public String say(Term term) {
        return term.getLabel() != null
                ? language.text(term.getLabel())
                : language.say(
                        term.getMessageKey(),
                        term.getArguments().stream().map(this::argument).toArray());
    }

    /** @return each in words, parted so that a comma within one parts none */
    String say(List<Term> terms) {
        return language.parted(terms.stream().map(this::say).collect(Collectors.toList()));
    }

    private Object argument(Object argument) {
        if (argument instanceof Term) {
            return say((Term) argument);
        }
        if (argument instanceof Label) {
            return language.text((Label) argument);
        }
        if (argument instanceof LocalDate) {
            return language.day((LocalDate) argument);
        }
        if (argument instanceof Date) {
            return language.day((Date) argument);
        }
        if (argument instanceof Double) {
            return language.decimal((Double) argument, 2);
        }
        if (argument instanceof Collection) {
            return language.parted(((Collection<?>) argument)
                    .stream().map(this::argument).map(String::valueOf).collect(Collectors.toList()));
        }
        // A number is written as it is: the message format would group its digits.
        return String.valueOf(argument);
    }

    /** @return the title of a finding, a table or a figure, with what it is about */
    public String title(String kind, String code, List<Term> about) {
        String title = language.say("smpr.study." + kind + "." + code);
        return about.isEmpty() ? title : language.pair(title, say(about));
    }

    public String heading(Column column) {
        return language.say("smpr.study.column." + column.getCode());
    }

    /** @return what stands in the cell, as people read it */
    String cell(Cell cell, Column column) {
        if (cell.isSuppressed()) {
            return language.say("smpr.study.suppressed");
        }
        if (cell.getTerm() != null) {
            return say(cell.getTerm());
        }
        if (cell.getCount() != null) {
            return String.valueOf(cell.getCount());
        }
        return cell.getNumber() == null ? NOTHING : number(cell.getNumber(), column);
    }

    private String number(double number, Column column) {
        switch (column.getKind()) {
            case SHARE:
                return percentage(number, column.getDecimals());
            case P_VALUE:
                return probability(number, column.getDecimals());
            default:
                return decimal(number, column.getDecimals());
        }
    }

    /** @return "3.4", with as many digits even where the last are 0 */
    String decimal(double number, int decimals) {
        String text = String.format(language.getLocale(), "%." + decimals + "f", number);
        // What is rounded to nothing has no sign; a sign is longer than a hyphen.
        return text.matches("-0([.,]0*)?") ? text.substring(1) : text.replace('-', '\u2212');
    }

    String percentage(double share, int decimals) {
        return decimal(100 * share, decimals) + (language.isFrench() ? "\u00a0%" : "%");
    }

    /** @return "0.012", or that it is less than can be shown: never 0 */
    private String probability(double p, int decimals) {
        double least = Math.pow(10, -decimals);
        return p < least
                ? "<\u00a0" + String.format(language.getLocale(), "%." + decimals + "f", least)
                : decimal(p, decimals);
    }

    /** @return whether it was planned, and by which plan or why not, in sentences */
    String standing(Finding finding) {
        return finding.getStanding().stream().map(this::say).collect(Collectors.joining(" "));
    }

    Locale getLocale() {
        return language.getLocale();
    }
}
