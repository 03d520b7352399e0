/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Generates requests that are wrong: each that would write has a fault, or comes from somebody who may not; the others
 * only read. The number of a request and the seed say all of it.
 */
final class MalformedRequests {

    /** Not readable as an object of JSON, whatever it says. */
    private static final List<String> UNREADABLE = List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "[{}]",
            "null",
            "5",
            "true",
            "\"x\"",
            "{\"ratings\": {\"01\": }}",
            "{\"ratings\": {\"01\": 1,}}",
            "{'patient': 'x'}",
            "{patient: 1}",
            "{\"horizon\": NaN}",
            "{\"horizon\": 01}",
            "{\"horizon\": 0x1}",
            "{\"horizon\": 1e}",
            "{\"patient\": \"\u0001\"}",
            "{\"patient\": \"\\x41\"}",
            "{\"patient\": \"\\uZZZZ\"}",
            "{\"patient\": \"x}",
            "/* */ {}",
            "<assessment/>",
            "patient=x&instrument=SAPROF",
            "{\"ratings\":".repeat(1_200) + "1" + "}".repeat(1_200),
            "[".repeat(100_000),
            "{\"horizon\": " + "9".repeat(2_000) + "}");

    private static final String JSON = "Content-Type: application/json";

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json;charset=UTF-16",
            "application/json;charset=ISO-8859-1",
            "application/json;charset=nope",
            "application/json;charset=\"",
            "application/vnd.x+json",
            "application/*",
            "json",
            "");

    private static final List<String> ACCEPTED = List.of(
            "text/html",
            "image/svg+xml",
            "application/xml",
            "application/json;q=0",
            "application/json;charset=UTF-16",
            "*/*;q=2",
            "nonsense",
            "");

    private final long seed;

    private final List<ValidAssessment> instruments;

    private final String patient;

    /** By uuid, the instrument of assessments that are charted. */
    private final Map<String, ValidAssessment> charted;

    private final List<String> assessments;

    /** Those that are not voided. */
    private final List<String> standing;

    private final List<String> ids;

    MalformedRequests(long seed, MarkedPerson person) {
        this.seed = seed;
        instruments = person.getInstruments();
        patient = person.getPatient();
        charted = person.getCharted();
        assessments = List.copyOf(charted.keySet());
        standing = new ArrayList<>(assessments);
        standing.removeAll(person.getVoided());
        ids = new ArrayList<>(assessments);
        ids.add(patient);
        ids.add(person.getSummary());
        instruments.forEach(instrument -> ids.add(instrument.code()));
    }

    WireRequest get(int number) {
        Dice dice = new Dice(seed + number);
        int kind = dice.below(100);
        if (kind < 36) {
            return reading(dice);
        }
        if (kind < 60) {
            return dice.chance(15) ? newSummary(dice) : newAssessment(dice);
        }
        if (kind < 74) {
            return amendment(dice);
        }
        if (kind < 81) {
            return unreadable(dice);
        }
        if (kind < 86) {
            return wrongParameters(dice);
        }
        if (kind < 91) {
            return removal(dice);
        }
        return kind < 96 ? otherVerb(dice) : forbidden(dice);
    }

    private WireRequest reading(Dice dice) {
        String address = addresses(dice).any();
        return signed(dice)
                .verb(dice.chance(95) ? "GET" : dice.oneOf("HEAD", "OPTIONS", "TRACE"))
                .target(address)
                .unreadable(Addresses.isUnreadable(address))
                .build();
    }

    private WireRequest newAssessment(Dice dice) {
        ValidAssessment valid = dice.oneOf(instruments);
        return posting(Addresses.ROOT + "assessment", spoilt(valid, false, dice), dice);
    }

    /** Whatever else it says, it names no version that anybody was shown. */
    private WireRequest newSummary(Dice dice) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", dice.oneOf(patient, patient, dice.nonsense(), dice.anything()));
        body.put("language", dice.oneOf("en", "fr", dice.nonsense(), dice.anything()));
        body.put(
                "text",
                dice.oneOf(
                        List.of("A sentence."),
                        Arrays.asList("A sentence.", null),
                        List.of("A sentence.", dice.unwritable()),
                        List.of("x".repeat(20_001)),
                        dice.anything()));
        body.put("version", dice.oneOf("0123456789abcdef", dice.nonsense(), dice.noScalar()));
        if (dice.chance(10)) {
            body.put("mood", dice.anything());
        }
        return posting(Addresses.ROOT + "summary", SpoiltBody.json(body), dice);
    }

    private WireRequest amendment(Dice dice) {
        String uuid = dice.oneOf(assessments);
        return posting(Addresses.ROOT + "assessment/" + uuid, spoilt(charted.get(uuid), true, dice), dice);
    }

    private String spoilt(ValidAssessment valid, boolean amendment, Dice dice) {
        return new SpoiltBody(valid.instrument(), body(valid, dice), amendment, dice).json();
    }

    private Map<String, Object> body(ValidAssessment valid, Dice dice) {
        return valid.of(patient, "2024-03-01", dice.oneOf("COMPLETE", "DRAFT"));
    }

    private String valid(Dice dice) {
        return SpoiltBody.json(body(dice.oneOf(instruments), dice));
    }

    private static WireRequest posting(String address, String json, Dice dice) {
        WireRequest.WireRequestBuilder request = signed(dice).verb("POST").target(address);
        if (dice.chance(85)) {
            return request.json(json).build();
        }
        Charset charset = dice.oneOf(
                StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);
        String type = charset.equals(StandardCharsets.UTF_8) ? dice.oneOf(CONTENT_TYPES) : "application/json";
        return request.header("Content-Type: " + type)
                .body(json.getBytes(charset))
                .unreadable(true)
                .build();
    }

    private WireRequest unreadable(Dice dice) {
        WireRequest.WireRequestBuilder request =
                signed(dice).verb("POST").target(addresses(dice).present("assessment", "assessment/{id}"));
        byte[] valid = valid(dice).getBytes(StandardCharsets.UTF_8);
        switch (dice.below(3)) {
            case 0:
                request.header(JSON).body(Arrays.copyOf(valid, dice.below(valid.length)));
                break;
            case 1:
                // No byte of UTF-8.
                valid[1 + dice.below(valid.length - 2)] = (byte) 0xFF;
                request.header(JSON).body(valid);
                break;
            default:
                request.json(dice.oneOf(UNREADABLE));
        }
        return request.unreadable(true).build();
    }

    /** A body that could be written, and around it what must be refused before it is. */
    private WireRequest wrongParameters(Dice dice) {
        String wrong = dice.oneOf(
                "v=" + Addresses.encoded(dice.oneOf(Addresses.REPRESENTATIONS)),
                "limit=" + dice.oneOf("", "0", "-1", "x", "1.5", "99999999999", "1000000"),
                "startIndex=" + dice.oneOf("", "-1", "x", "2147483648"));
        return signed(dice)
                .verb("POST")
                .target(Addresses.ROOT + "assessment?" + wrong)
                .json(valid(dice))
                .build();
    }

    private WireRequest removal(Dice dice) {
        WireRequest.WireRequestBuilder request = signed(dice).verb("DELETE");
        String charted = Addresses.ROOT + "assessment/" + dice.oneOf(standing);
        switch (dice.below(4)) {
            case 0:
                String nothing = Addresses.ROOT + "assessment/" + Addresses.encoded(dice.nonsense());
                return request.target(nothing + dice.oneOf("?reason=x", "?reason=x&purge=true"))
                        .unreadable(Addresses.isUnreadable(nothing))
                        .idle(true)
                        .build();
            case 1:
                return request.target(charted + dice.oneOf("", "?v=full", "?reason=", "?reason=%07", "?reason=%00"))
                        .build();
            case 2:
                return request.target(charted + "?reason=x&purge=" + dice.oneOf("", "false", "TRUE", "1", "true%20"))
                        .build();
            default:
                return request.target(addresses(dice).presentButOfAssessments() + "?reason=x&purge=true")
                        .idle(true)
                        .build();
        }
    }

    private WireRequest otherVerb(Dice dice) {
        String verb = dice.oneOf("PUT", "PATCH", "PUT", "PATCH", "POST", "PROPFIND", "get");
        Addresses addresses = addresses(dice);
        return signed(dice)
                .verb(verb)
                .target(
                        verb.equals("POST")
                                ? addresses.presentButOfAssessments()
                                : addresses.present("assessment", "assessment/{id}", "trajectory/{id}/chart", "site"))
                .json(dice.oneOf("{}", "{\"deleted\": \"false\"}", "{\"rebuild\": 1}", valid(dice)))
                .build();
    }

    /** Nothing is wrong with it, but whose it is. */
    private WireRequest forbidden(Dice dice) {
        WireRequest.WireRequestBuilder request = WireRequest.builder()
                .caller(dice.oneOf(Caller.READER, Caller.WRONG_PASSWORD, Caller.UNKNOWN_USER, Caller.SIGNED_OUT));
        String charted = Addresses.ROOT + "assessment/" + dice.oneOf(standing);
        switch (dice.below(5)) {
            case 0:
                return request.verb("DELETE")
                        .target(charted + dice.oneOf("?reason=x", "?purge=true"))
                        .build();
            case 1:
                // It is not voided, so that there is nothing to bring back.
                return request.verb("POST")
                        .target(charted)
                        .json("{\"deleted\": \"false\"}")
                        .idle(true)
                        .build();
            case 2:
                return request.verb("POST")
                        .target(Addresses.ROOT + "projection")
                        .json("{\"rebuild\": true}")
                        .build();
            default:
                return request.verb("POST")
                        .target(dice.oneOf(charted, Addresses.ROOT + "assessment"))
                        .json(valid(dice))
                        .build();
        }
    }

    private Addresses addresses(Dice dice) {
        return new Addresses(ids, patient, dice);
    }

    private static WireRequest.WireRequestBuilder signed(Dice dice) {
        WireRequest.WireRequestBuilder request =
                WireRequest.builder().caller(dice.chance(70) ? Caller.RATER : dice.oneOf(Caller.values()));
        if (dice.chance(6)) {
            request.header("Accept: " + dice.oneOf(ACCEPTED));
        }
        if (dice.chance(5)) {
            request.header("Accept-Language: " + dice.oneOf("fr", "xx-invalid-!!", "*", "en;q=x", "a".repeat(100)));
        }
        return request;
    }
}
