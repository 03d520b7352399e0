/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.type.TimestampType;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** Builds what a rater would send. */
public final class TestAssessments {

    /** Why the tests amend, until one says otherwise. */
    public static final String REASON = "an invented reason";

    private final Map<String, Object> answers = new LinkedHashMap<>();

    private final AssessmentInput.AssessmentInputBuilder input = AssessmentInput.builder();

    private TestAssessments() {}

    /** A complete SAPROF in custody with every item rated 1. */
    public static TestAssessments saprof(Patient patient, String day) {
        return complete(TestInstruments.SAPROF, patient, day)
                .with("edition", "2012")
                .with("horizon", 12)
                .with("judgements.FPJ", "MODERATE")
                .rated(TestInstruments.SAPROF, "rating", null, "1");
    }

    /** A complete HCR-20 V3 in custody, for custody: every item possibly present and of moderate relevance, and no sub-item. */
    public static TestAssessments hcr20(Patient patient, String day) {
        return complete(TestInstruments.HCR20V3, patient, day)
                .with("edition", "V3")
                .with("windowStart", windowStart(day))
                .with("windowEnd", day)
                .with("horizon", 12)
                .rated(TestInstruments.HCR20V3, "presence", null, "P")
                .rated(TestInstruments.HCR20V3, "relevance", null, "MODERATE")
                .ratedFor("IN");
    }

    /** A complete CAPP in custody over the shortest window that is long enough, with every symptom rated 3. */
    public static TestAssessments capp(Patient patient, String day) {
        return complete(TestInstruments.CAPP, patient, day)
                .with("edition", "IRS")
                .with("windowStart", windowStart(day))
                .with("windowEnd", day)
                .rated(TestInstruments.CAPP, "severity", null, "3");
    }

    /** A draft that says nothing but whose it is and of which instrument. */
    public static TestAssessments draft(Instrument instrument, Patient patient) {
        TestAssessments built = new TestAssessments();
        built.input.patient(patient.getUuid()).instrument(instrument.getCode());
        return built.with("status", "DRAFT");
    }

    private static TestAssessments complete(Instrument instrument, Patient patient, String day) {
        return draft(instrument, patient)
                .date(day)
                .with("informant", List.of("FILE", "INTERVIEW"))
                .with("context", "IN")
                .with("raterRole", "CONSENSUS")
                .with("status", "COMPLETE");
    }

    /** The first of the days of six months that end with that day, which is one of them. */
    private static String windowStart(String day) {
        return LocalDate.parse(day).plusDays(1).minusMonths(6).toString();
    }

    /** The HCR-20's items R1 to R5 and its final opinions in one context more, rated as the others are. */
    public TestAssessments ratedFor(String context) {
        rated(TestInstruments.HCR20V3, "presence", context, "P");
        rated(TestInstruments.HCR20V3, "relevance", context, "MODERATE");
        for (String opinion : List.of("CP", "SPH", "IV")) {
            with("judgements." + opinion + "." + context, "MODERATE");
        }
        return this;
    }

    private TestAssessments rated(Instrument instrument, String dimension, String context, String rating) {
        instrument.getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.RATING && q.getSubItem() == null)
                .filter(q -> dimension.equals(q.getDimension()) && Objects.equals(context, q.getContext()))
                .forEach(q -> with(Fields.of(q), rating));
        return this;
    }

    /** An amendment that changes nothing yet, for {@link #REASON}. */
    public static TestAssessments amendmentOf(Assessment assessment) {
        TestAssessments built = new TestAssessments();
        built.input.uuid(assessment.getUuid()).reason(REASON);
        return built;
    }

    /** Lets ten minutes pass since the assessment was last saved, as far as the record tells: saves of one moment are one. */
    public static void tenMinutesPass(Assessment assessment) {
        tenMinutesPass(assessment.getUuid());
    }

    /** The same, by the uuid of the assessment. */
    public static void tenMinutesPass(String uuid) {
        Context.flushSession();
        Context.clearSession();
        Session session = Context.getRegisteredComponent("sessionFactory", SessionFactory.class)
                .getCurrentSession();
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(uuid);
        session.createQuery("update Encounter set dateVoided = :voided where encounterId = :id")
                .setParameter("voided", tenMinutesBefore(encounter.getDateVoided()), TimestampType.INSTANCE)
                .setParameter("id", encounter.getEncounterId())
                .executeUpdate();
        for (Object[] obs : session.createQuery(
                        "select o.obsId, o.dateCreated, o.dateVoided from Obs o where o.encounter.uuid = :uuid",
                        Object[].class)
                .setParameter("uuid", uuid)
                .list()) {
            session.createQuery("update Obs set dateCreated = :created, dateVoided = :voided where obsId = :id")
                    .setParameter("created", tenMinutesBefore(obs[1]), TimestampType.INSTANCE)
                    .setParameter("voided", tenMinutesBefore(obs[2]), TimestampType.INSTANCE)
                    .setParameter("id", obs[0])
                    .executeUpdate();
        }
        Context.clearSession();
    }

    private static Date tenMinutesBefore(Object date) {
        return date == null ? null : new Date(((Date) date).getTime() - 600_000);
    }

    public TestAssessments with(String field, Object answer) {
        answers.put(field, answer);
        return this;
    }

    public TestAssessments without(String field) {
        answers.remove(field);
        return this;
    }

    public TestAssessments version(String version) {
        input.version(version);
        return this;
    }

    public TestAssessments reason(String reason) {
        input.reason(reason);
        return this;
    }

    public TestAssessments date(String day) {
        input.date(day);
        return this;
    }

    public TestAssessments location(String uuid) {
        input.location(uuid);
        return this;
    }

    public TestAssessments raters(String... uuids) {
        input.raters(List.of(uuids));
        return this;
    }

    public AssessmentInput input() {
        return input.answers(new LinkedHashMap<>(answers)).build();
    }
}
