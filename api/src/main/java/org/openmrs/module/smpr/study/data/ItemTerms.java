/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.study.result.Term;

/** What items of instruments are called in results: as raters know them, by their number and their name. */
public final class ItemTerms {

    private ItemTerms() {}

    /** @return "HCR-20 V3 C1 Insight", under the code that names it among all instruments */
    public static Term of(Instrument instrument, Item item) {
        return Term.of("term", "itemOf", instrument.getLabel(), item.getCode(), item.getLabel())
                .withCode(instrument.getCode() + "." + item.getCode());
    }

    /** @return "C1 Insight (presence)", under the code of the question */
    public static Term of(Question question) {
        Term term = question.getQualifier() == null
                ? Term.of("term", "ratedItem", question.getItem(), question.getLabel())
                : Term.of("term", "ratedItemIn", question.getItem(), question.getLabel(), question.getQualifier());
        return term.withCode(question.getCode());
    }
}
