/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.module.smpr.platform.Database;

/**
 * Has the record say of the invented sample that it was charted when it is told of, which no interface offers: for the study a rating that
 * was charted after an offence predicts nothing, a plan that was accepted after the ratings plans nothing, and of one who opposes nothing
 * counts that was recorded later. What was amended, and what was rated twice, keeps the moment at which it was charted: what the module
 * tells of both rests on that.
 */
final class DemoPast {

    private static final String RATED_ONCE = "select e.encounter_id from encounter e join encounter_type t on t.encounter_type_id = e.encounter_type"
            + " where e.voided = false and t.name like 'SMPR % assessment'"
            + " and not exists (select 1 from obs o where o.encounter_id = e.encounter_id and o.voided = true)"
            + " and not exists (select 1 from encounter other where other.patient_id = e.patient_id"
            + " and other.encounter_type = e.encounter_type and other.encounter_id <> e.encounter_id"
            + " and other.encounter_datetime = e.encounter_datetime)";

    private static final List<String> CHARTED = List.of(
            "update obs set date_created = obs_datetime where encounter_id = ?",
            "update encounter set date_created = encounter_datetime where encounter_id = ?");

    private static final List<String> RECORDED = List.of(
            "update smpr_followup_check set date_created = cast(date_checked as datetime)",
            "update smpr_outcome_event set date_created = cast(date_informed as datetime) where date_informed is not null");

    private static final String PLANNED = "update smpr_study_plan set date_accepted = ?";

    private DemoPast() {}

    /** @param planned the day of the plan of analysis */
    static void chart(LocalDate planned) throws SQLException {
        try (Connection connection = Database.current().dataSource().getConnection()) {
            List<Integer> encounters = ratedOnce(connection);
            for (String update : CHARTED) {
                try (PreparedStatement statement = connection.prepareStatement(update)) {
                    for (int encounter : encounters) {
                        statement.setInt(1, encounter);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
            }
            for (String update : RECORDED) {
                try (PreparedStatement statement = connection.prepareStatement(update)) {
                    statement.executeUpdate();
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(PLANNED)) {
                statement.setTimestamp(1, Timestamp.valueOf(planned.atTime(9, 0)));
                statement.executeUpdate();
            }
        }
    }

    private static List<Integer> ratedOnce(Connection connection) throws SQLException {
        List<Integer> encounters = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RATED_ONCE);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                encounters.add(found.getInt(1));
            }
        }
        return encounters;
    }
}
