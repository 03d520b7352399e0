/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import org.hibernate.SessionFactory;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.context.ApplicationContext;

/** A register that is open, and somebody who may be entered in it; both are taken away again when it is closed, with what was entered. */
final class CommittedRegister implements AutoCloseable {

    private static final String SETTINGS = "simultaneous entries";

    private final ApplicationContext applicationContext;

    private final Patient patient;

    CommittedRegister(ApplicationContext applicationContext) {
        this.applicationContext = applicationContext;
        Context.getService(SiteService.class)
                .acceptSettings(
                        SETTINGS,
                        "{\"format\": 1, \"outcomeRegister\": {\"legalBasis\":"
                                + " {\"text\": \"invented\", \"date\": \"2020-01-01\", \"who\": \"nobody\"}}}");
        patient = TestPeople.patient();
    }

    Patient getPatient() {
        return patient;
    }

    @Override
    public void close() {
        Context.clearSession();
        delete(OutcomeEventRow.class.getName(), "patientId", patient.getPatientId());
        delete("org.openmrs.module.smpr.site.AcceptedDocument", "source", SETTINGS);
        Context.getPatientService().purgePatient(Context.getPatientService().getPatientByUuid(patient.getUuid()));
        Simultaneously.commit();
    }

    private void delete(String entity, String property, Object value) {
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("delete from " + entity + " where " + property + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }
}
