/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.assessment.AssessmentInput;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.StableUuid;

/** Reads rows as what is to be charted. What is wrong with whom and what they name goes along with the input, as its faults. */
final class BacklogReader {

    /** Parts several answers, and several raters. */
    private static final String SEPARATOR = "\\|";

    /** What a reader of UTF-8 makes of something else. */
    static final String NO_UTF_8 = "\uFFFD";

    private final Instrument instrument;

    private final BacklogColumns columns;

    private final BacklogDao dao;

    private final ZoneId zone;

    BacklogReader(Instrument instrument, BacklogColumns columns, BacklogDao dao, ZoneId zone) {
        this.instrument = instrument;
        this.columns = columns;
        this.dao = dao;
        this.zone = zone;
    }

    /**
     * @param faults what keeps a row from being read is added here
     * @return those of the rows that can be
     */
    List<BacklogEntry> read(List<Row> rows, RowFaults faults) {
        List<Row> whole = rows.stream().filter(row -> isWhole(row, faults)).collect(Collectors.toList());
        BacklogNames names = new BacklogNames(
                dao,
                all(whole, row -> cell(row, Fields.PATIENT)),
                all(whole, row -> raters(row).stream()),
                all(whole, row -> cell(row, Fields.LOCATION)));
        return whole.stream().map(row -> entry(row, names)).collect(Collectors.toList());
    }

    private boolean isWhole(Row row, RowFaults faults) {
        if (row.getCells().size() != columns.count()) {
            faults.add(
                    row.getLine(),
                    Fault.of(
                            null,
                            "backlogCells",
                            String.valueOf(columns.count()),
                            String.valueOf(row.getCells().size())));
            return false;
        }
        for (int place = 0; place < columns.count(); place++) {
            if (row.getCells().get(place).contains(NO_UTF_8)) {
                faults.add(row.getLine(), place + 1, Fault.of(columns.name(place), "backlogNotUtf8"));
            }
        }
        return true;
    }

    private static Set<String> all(List<Row> rows, Function<Row, Stream<String>> names) {
        return rows.stream().flatMap(names).collect(Collectors.toSet());
    }

    private Stream<String> cell(Row row, String field) {
        return columns.cell(row, field).map(Stream::of).orElseGet(Stream::empty);
    }

    private List<String> raters(Row row) {
        return columns.cell(row, Fields.RATERS).map(BacklogReader::parts).orElseGet(ArrayList::new);
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(SEPARATOR, -1)).map(String::trim).collect(Collectors.toList());
    }

    private BacklogEntry entry(Row row, BacklogNames names) {
        List<Fault> faults = new ArrayList<>();
        String patient = patient(row, names, faults);
        String written = columns.cell(row, Fields.DATE).orElse(null);
        Optional<LocalDateTime> local = written == null ? Optional.empty() : localTime(written);
        Date date = local.map(time -> Date.from(time.atZone(zone).toInstant()))
                .orElseGet(() ->
                        written == null ? null : Times.moment(written, zone).orElse(null));
        Map<String, Object> answers = answers(row, faults);
        String role = Objects.toString(answers.get(CommonQuestions.RATER_ROLE), "");
        AssessmentInput input = AssessmentInput.builder()
                .newUuid(patient == null || date == null ? null : uuid(patient, date, role))
                .patient(patient)
                .instrument(instrument.getCode())
                .date(date == null ? written : date)
                .location(location(row, names, faults))
                .raters(raters(row, names, faults))
                .answers(answers)
                .faults(faults)
                .build();
        return new BacklogEntry(
                row.getLine(),
                input,
                date,
                date == null ? null : Times.day(date, zone),
                written != null && !Times.day(written).isPresent(),
                role);
    }

    /** Not of what else the row says: a file that was put right is the same assessments. */
    private String uuid(String patient, Date date, String role) {
        return StableUuid.of(
                "assessment",
                String.join(
                        "|", patient, instrument.getCode(), Times.instant(date).toString(), role));
    }

    /** A time without an offset is the site's. */
    private static Optional<LocalDateTime> localTime(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            // By the rule of days, what is a slip of the pen stays a text that is refused.
            return Times.day(time.toLocalDate().toString()).map(day -> time);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String patient(Row row, BacklogNames names, List<Fault> faults) {
        String name = columns.cell(row, Fields.PATIENT).orElse(null);
        String type = columns.cell(row, BacklogColumns.IDENTIFIER_TYPE).orElse(null);
        if (type != null && !names.isIdentifierType(type)) {
            faults.add(Fault.of(BacklogColumns.IDENTIFIER_TYPE, "backlogIdentifierType"));
            type = null;
        }
        return name == null
                ? null
                : one(
                        names.patients(name, type),
                        Fault.of(Fields.PATIENT, "unknownPatient"),
                        Fault.of(Fields.PATIENT, "backlogPatients"),
                        faults);
    }

    private String location(Row row, BacklogNames names, List<Fault> faults) {
        return columns.cell(row, Fields.LOCATION)
                .map(name -> one(
                        names.locations(name),
                        Fault.of(Fields.LOCATION, "unknownLocation"),
                        Fault.of(Fields.LOCATION, "backlogLocations"),
                        faults))
                .orElse(null);
    }

    private List<String> raters(Row row, BacklogNames names, List<Fault> faults) {
        return raters(row).stream()
                .map(name -> one(
                        names.raters(name),
                        Fault.of(Fields.RATERS, "unknownRater"),
                        Fault.of(Fields.RATERS, "backlogRaters"),
                        faults))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    private static String one(Set<String> uuids, Fault none, Fault several, List<Fault> faults) {
        if (uuids.size() == 1) {
            return uuids.iterator().next();
        }
        faults.add(uuids.isEmpty() ? none : several);
        return null;
    }

    /** A backlog is of complete assessments, and need not say so. */
    private Map<String, Object> answers(Row row, List<Fault> faults) {
        Map<String, Object> answers = new LinkedHashMap<>();
        columns.questions().forEach((field, question) -> {
            if (columns.cell(row, field).isPresent()) {
                answers.put(field, answer(question, columns.text(row, field).get()));
            }
        });
        if (CommonQuestions.DRAFT.equals(answers.get(CommonQuestions.STATUS))) {
            faults.add(Fault.of(CommonQuestions.STATUS, "backlogDraft"));
            answers.remove(CommonQuestions.STATUS);
        }
        answers.putIfAbsent(CommonQuestions.STATUS, CommonQuestions.COMPLETE);
        return answers;
    }

    private static Object answer(Question question, String cell) {
        String text = cell.trim();
        switch (question.getKind()) {
            case CODED:
                List<String> codes = parts(text);
                return codes.size() == 1 ? codes.get(0) : codes;
            case NUMBER:
                return number(text);
            case DATE:
                return text;
            default:
                return cell;
        }
    }

    /** @return what is no number as it is, to be refused */
    private static Object number(String text) {
        return text.matches("[+-]?[0-9]{1,15}([.][0-9]{1,15})?") ? (Object) Double.valueOf(text) : text;
    }

    /** @return uuids of those people of whom the entries are */
    static Set<String> patients(List<BacklogEntry> entries) {
        return entries.stream()
                .map(entry -> entry.getInput().getPatient())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** @return whether it was made on that day: where a row says no time, the day is what it says */
    static boolean isAt(BacklogEntry entry, Date date, LocalDate day) {
        return entry.isTimed()
                ? entry.getDate().getTime() == date.getTime()
                : entry.getDay().equals(day);
    }
}
