/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collections;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.DocumentFault;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A plan of analysis as it is posted, to be checked or frozen. */
final class StudyPlanOffer {

    private final String document;

    private final boolean check;

    /** The version that was in force when the writer looked; null for none. */
    private final Integer inPlaceOf;

    /** @throws FaultsException where the request itself is wrong */
    StudyPlanOffer(SimpleObject body) {
        // First, so that one who may not do this learns nothing of how it is done.
        Context.requirePrivilege(SmprPrivileges.GET_STUDY);
        Context.requirePrivilege(SmprPrivileges.MANAGE_STUDY);
        PostedFields fields = new PostedFields(body);
        document = fields.text(DocumentFaults.DOCUMENT);
        check = fields.flag("check");
        inPlaceOf = fields.number("inPlaceOf");
        List<Fault> faults = fields.faults();
        if (document == null
                && faults.stream().noneMatch(fault -> fault.getField().equals(DocumentFaults.DOCUMENT))) {
            faults.add(Fault.of(DocumentFaults.DOCUMENT, "missing"));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    /** @return the plan in force now, or every fault of the one that was posted */
    ResponseEntity<SimpleObject> answer() {
        StudyPlanService service = Context.getService(StudyPlanService.class);
        try {
            if (check) {
                service.check(document);
                return ErrorResponses.answer(HttpStatus.OK, answer(false, Collections.emptyList()));
            }
            return ErrorResponses.answer(
                    HttpStatus.OK,
                    answer(true, Collections.emptyList())
                            .add("plan", StudyPlanView.VIEW.of(service.accept(inPlaceOf, document), Level.DEFAULT)));
        } catch (DefinitionException e) {
            SimpleObject answer = answer(false, e.getFaults());
            return check
                    ? ErrorResponses.answer(HttpStatus.OK, answer)
                    : ErrorResponses.answer(
                            HttpStatus.BAD_REQUEST, answer.add("error", DocumentFaults.error(e.getFaults())));
        }
    }

    private static SimpleObject answer(boolean accepted, List<DocumentFault> faults) {
        return new SimpleObject().add("accepted", accepted).add("faults", DocumentFaults.shown(faults));
    }
}
