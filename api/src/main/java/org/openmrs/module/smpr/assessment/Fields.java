/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import org.openmrs.module.smpr.instrument.Question;

/** How the parts of an assessment are named where they are exchanged and where faults are reported. */
public final class Fields {

    public static final String PATIENT = "patient";

    public static final String INSTRUMENT = "instrument";

    public static final String DATE = "date";

    public static final String LOCATION = "location";

    public static final String RATERS = "raters";

    public static final String VERSION = "version";

    public static final String REASON = "reason";

    private Fields() {}

    /** @return the name of the group that answers of this part stand in; null for those that stand by themselves */
    public static String group(Question.Part part) {
        switch (part) {
            case RATING:
                return "ratings";
            case MARK:
                return "marks";
            case JUDGEMENT:
                return "judgements";
            case FIELD:
                return "fields";
            default:
                return null;
        }
    }

    /** @return the field of the answer: {@code context}, {@code ratings.05} */
    public static String of(Question question) {
        String group = group(question.getPart());
        return group == null ? question.getCode() : group + "." + question.getCode();
    }
}
