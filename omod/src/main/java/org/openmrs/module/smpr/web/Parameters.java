/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.pathway.place.Span;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;

/** Reads the parameters of a request, noting every fault. */
final class Parameters {

    /** As the platform's own are: 36 characters, or up to 38. */
    private static final Pattern UUID = Pattern.compile("[0-9A-Za-z-]{36,38}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,30}");

    /** Every parameter that any of our paths, or the REST module, reads. */
    private static final Set<String> KNOWN = new HashSet<>(Arrays.asList(
            "v",
            "limit",
            "startIndex",
            "includeAll",
            "totalCount",
            "s",
            "q",
            "lang",
            "patient",
            "instrument",
            "phase",
            "from",
            "to",
            "reason",
            "purge",
            "width",
            "user",
            "what",
            "outcome",
            "compare",
            "inCharge",
            "kind",
            "unit",
            "status",
            "state",
            "provider",
            "engine"));

    private static final String[] PHASES =
            Definitions.phase().getChoices().stream().map(Choice::getCode).toArray(String[]::new);

    private final UnaryOperator<String> request;

    private final List<Fault> faults = new ArrayList<>();

    /** @param request gives a parameter's value by its name; null where it was not given */
    Parameters(UnaryOperator<String> request) {
        this.request = request;
    }

    /** @throws APIAuthenticationException where nobody is signed in, to whom no fault is named */
    static Parameters ofOneSignedIn(Map<String, String> request) {
        return ofOneSignedIn(request, KNOWN);
    }

    /** @return the names, where a path takes no others */
    static Set<String> only(String... names) {
        return new HashSet<>(Arrays.asList(names));
    }

    /**
     * @param known the names of the parameters that the path takes
     * @throws APIAuthenticationException where nobody is signed in, to whom no fault is named
     */
    static Parameters ofOneSignedIn(Map<String, String> request, Set<String> known) {
        if (!Context.isAuthenticated()) {
            throw new APIAuthenticationException();
        }
        Parameters parameters = new Parameters(request::get);
        // A slip of the pen must not widen what is asked for. What is no name at all, as when a body is sent as a form,
        // is
        // not repeated.
        request.keySet().stream()
                .filter(name -> !known.contains(name) && NAME.matcher(name).matches())
                .forEach(name -> parameters.faults.add(Fault.of(name, "unknownProperty", name)));
        return parameters;
    }

    String text(String name) {
        return request.apply(name);
    }

    String required(String name) {
        if (text(name) == null) {
            faults.add(Fault.of(name, "missing"));
        }
        return text(name);
    }

    /** @return what looks like a uuid, of something that need not be there any more; null where none is given */
    String uuid(String name) {
        String given = text(name);
        if (given != null && !UUID.matcher(given).matches()) {
            faults.add(Fault.of(name, "notAUuid"));
        }
        return given;
    }

    /** @return what look like uuids, parted by commas; empty where none are given */
    List<String> uuids(String name) {
        String given = text(name);
        List<String> uuids = given == null ? Collections.emptyList() : Arrays.asList(given.split(",", -1));
        if (!uuids.stream().allMatch(uuid -> UUID.matcher(uuid).matches())) {
            faults.add(Fault.of(name, "notAUuid"));
        }
        return uuids;
    }

    /** @return the uuid of a patient; null where none is asked for */
    String patient() {
        String uuid = text("patient");
        if (uuid != null && Context.getPatientService().getPatientByUuid(uuid) == null) {
            faults.add(Fault.of("patient", "unknownPatient"));
        }
        return uuid;
    }

    /** @return the code of an instrument; null where none is asked for */
    String instrument() {
        String code = text("instrument");
        if (code != null
                && !Context.getService(SiteService.class).getInstrument(code).isPresent()) {
            faults.add(Fault.of("instrument", "unknownInstrument", code));
        }
        return code;
    }

    /** @return the code of a phase of care; null where none is asked for */
    String phase() {
        return oneOf(CommonQuestions.PHASE, PHASES);
    }

    /** @return one of the words allowed; null where none is given */
    String oneOf(String name, String... allowed) {
        String given = text(name);
        if (given != null && !Arrays.asList(allowed).contains(given)) {
            faults.add(Fault.of(name, "notOneOf", String.join(", ", allowed)));
        }
        return given;
    }

    /** @return the constants that are named, parted by commas; empty where none is given */
    <E extends Enum<E>> List<E> someOf(String name, Class<E> type) {
        List<E> found = new ArrayList<>();
        String given = text(name);
        for (String code : given == null ? new String[0] : given.split(",", -1)) {
            Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(code))
                    .forEach(found::add);
        }
        if (given != null && found.size() != given.split(",", -1).length) {
            faults.add(Fault.of(name, "notOneOf", String.join(", ", Shown.names(type.getEnumConstants()))));
        }
        return found;
    }

    /** @return the nights from the one day until the other, each of which may be left open; null where both are */
    Span span() {
        LocalDate from = day("from");
        LocalDate until = day("to");
        if (from == null && until == null) {
            return null;
        }
        LocalDate first = from == null ? LocalDate.now(Shown.clock()) : from;
        Span span = until == null ? Span.usual(first) : new Span(first, until);
        if (span.getNights() < 1) {
            faults.add(Fault.of("to", "endNotAfterStart"));
        } else if (span.getNights() > Span.LONGEST) {
            faults.add(Fault.of("to", "tooManyNights", String.valueOf(Span.LONGEST)));
        }
        return span;
    }

    /** @return a day; null where none is given */
    LocalDate day(String name) {
        String given = text(name);
        LocalDate day = given == null ? null : Times.day(given).orElse(null);
        if (given != null && day == null) {
            faults.add(Fault.of(name, "notADate"));
        }
        return day;
    }

    /** @return the moment from which on; a day stands for its first moment; null where none is given */
    Date from() {
        return moment("from", text("from"));
    }

    /** @return the moment until which; a day stands for its last moment; null where none is given */
    Date to() {
        String given = text("to");
        Optional<LocalDate> day = given == null ? Optional.empty() : Times.day(given);
        return day.isPresent() ? Times.end(day.get(), Shown.zone()) : moment("to", given);
    }

    private Date moment(String name, String given) {
        Date moment = given == null ? null : Times.moment(given, Shown.zone()).orElse(null);
        if (given != null && moment == null) {
            faults.add(Fault.of(name, "notADate"));
        }
        return moment;
    }

    /** @return a whole number within the limits, inclusive; {@code otherwise} where none is given */
    int number(String name, int otherwise, int min, int max) {
        String given = text(name);
        if (given == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given);
            if (number < min || number > max) {
                faults.add(Fault.of(name, "outOfRange", String.valueOf(min), String.valueOf(max)));
            }
            return number;
        } catch (NumberFormatException e) {
            faults.add(Fault.of(name, "notANumber"));
            return otherwise;
        }
    }

    /** Notes a representation without a name. */
    void representation() {
        String name = text(RestConstants.REQUEST_PROPERTY_FOR_REPRESENTATION);
        if (name != null && name.trim().isEmpty()) {
            faults.add(Fault.of(RestConstants.REQUEST_PROPERTY_FOR_REPRESENTATION, "unknownRepresentation"));
        }
    }

    /** Notes a page that the REST module does not give. */
    void page() {
        if (text(RestConstants.REQUEST_PROPERTY_FOR_LIMIT) != null) {
            number(RestConstants.REQUEST_PROPERTY_FOR_LIMIT, 1, 1, RestUtil.getAbsoluteLimit());
        }
        number(RestConstants.REQUEST_PROPERTY_FOR_START_INDEX, 0, 0, Integer.MAX_VALUE);
    }

    /** @throws FaultsException where anything that was read is not as it should be */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
