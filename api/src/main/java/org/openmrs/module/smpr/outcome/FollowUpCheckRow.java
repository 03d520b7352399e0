/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Map;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.outcome.FollowUpCheck.CareContact;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Housing;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Kind;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Result;
import org.openmrs.module.smpr.outcome.FollowUpCheck.SubstanceUse;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Ties;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Work;
import org.openmrs.module.smpr.site.OutcomeSource;

/** The row of a check. */
@Getter
@Setter
public class FollowUpCheckRow extends RegisterRow<FollowUpCheck> {

    private String day;

    private String kind;

    private String source;

    private String result;

    private String coversUntil;

    private String housing;

    private String work;

    private String ties;

    private String substanceUse;

    private String careContact;

    private String note;

    @Override
    void fill(FollowUpCheck check) {
        day = Codes.text(check.getDay());
        kind = Codes.text(check.getKind());
        source = Codes.text(check.getSource());
        result = Codes.text(check.getResult());
        coversUntil = Codes.text(check.getCoversUntil());
        housing = Codes.text(check.getHousing());
        work = Codes.text(check.getWork());
        ties = Codes.text(check.getTies());
        substanceUse = Codes.text(check.getSubstanceUse());
        careContact = Codes.text(check.getCareContact());
        note = check.getNote();
    }

    @Override
    FollowUpCheck entry(String patient, Map<Integer, String> users) {
        return FollowUpCheck.builder()
                .uuid(getUuid())
                .patient(patient)
                .version(String.valueOf(getVersion()))
                .day(Codes.day(day))
                .kind(Codes.constant(kind, Kind.class))
                .source(Codes.constant(source, OutcomeSource.class))
                .result(Codes.constant(result, Result.class))
                .coversUntil(Codes.day(coversUntil))
                .housing(Codes.constant(housing, Housing.class))
                .work(Codes.constant(work, Work.class))
                .ties(Codes.constant(ties, Ties.class))
                .substanceUse(Codes.constant(substanceUse, SubstanceUse.class))
                .careContact(Codes.constant(careContact, CareContact.class))
                .note(note)
                .audit(audit(users))
                .build();
    }
}
