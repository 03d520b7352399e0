/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the module is asked, and with which parameters: a further path or parameter is a further line here. */
final class Addresses {

    static final String ROOT = "/openmrs/ws/rest/v1/smpr/";

    /** Every path below {@code smpr/}: what is not there yet is answered 404. */
    private static final List<String> PATHS = List.of(
            "instrument",
            "instrument/{id}",
            "assessment",
            "assessment/{id}",
            "trajectory",
            "trajectory/{id}",
            "trajectory/{id}/chart",
            "trajectory/{id}/report",
            "summary",
            "summary/{id}",
            "episode",
            "episode/{id}",
            "contact",
            "contact/{id}",
            "action",
            "action/{id}",
            "relay",
            "relay/{id}",
            "outcomeevent",
            "outcomeevent/{id}",
            "followupcheck",
            "followupcheck/{id}",
            "followup",
            "followup/{id}",
            "site",
            "site/{id}",
            "accesslog",
            "accesslog/{id}",
            "ratertraining",
            "ratertraining/{id}",
            "projection",
            "projection/{id}",
            "worklist",
            "worklist/{id}",
            "study/participant",
            "study/participant/{id}",
            "study/plan",
            "study/job",
            "study/flow",
            "study/survival",
            "study/change",
            "study/validity",
            "study/report",
            "unit",
            "unit/{id}",
            "placement",
            "placement/{id}",
            "{id}",
            "assessment/{id}/{id}",
            "trajectory/{id}/chart/{id}");

    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("v", List.of("ref", "default", "full", "custom:(uuid)", "custom:(uuid,display:(x))", "custom:(targets,gaps,instruments:(comparisons))")),
            Map.entry("limit", List.of("1", "10")),
            Map.entry("startIndex", List.of("0", "5", "2147483647")),
            Map.entry("from", List.of("2024-01-01", "2024-01-01T00:00:00.000+0100")),
            Map.entry("to", List.of("2024-12-31", "1901-01-01")),
            Map.entry("patient", List.of("{patient}")),
            Map.entry("compare", List.of("{id}", "{id},{id}", "{id},{id},{id}", "{id},,", "{patient},{id}")),
            Map.entry("instrument", List.of("SAPROF", "HCR20V3", "CAPP")),
            Map.entry("width", List.of("560", "2400")),
            Map.entry("reason", List.of("a reason")),
            Map.entry("includeAll", List.of("true", "false")),
            Map.entry("totalCount", List.of("true", "false")),
            Map.entry("user", List.of("demo")),
            Map.entry("provider", List.of("{id}", "{patient}")),
            Map.entry("what", List.of("assessment")),
            Map.entry("outcome", List.of("ALLOWED")),
            Map.entry("unit", List.of("{id}")),
            Map.entry("inCharge", List.of("{id}")),
            Map.entry("kind", List.of("ASSESSMENT", "CONTACT")),
            Map.entry("status", List.of("WAITING", "RESERVED,ENTERED", "ENTERED,")),
            Map.entry("phase", List.of("APC", "AFTER-CARE")),
            Map.entry("counted", List.of("ANY_BY_FACTS", "VIOLENT_BY_CONVICTION", "ANY")),
            Map.entry("horizon", List.of("12", "END_OF_CARE,12", "12,,", "-1")),
            Map.entry("measures", List.of("HCR20V3.scale.C", "SAPROF.FPJ,", ",")),
            Map.entry("leave", List.of("true", "perhaps")),
            Map.entry("q", List.of("x")));

    private static final List<String> PARAMETER_NAMES =
            PARAMETERS.keySet().stream().sorted().collect(Collectors.toList());

    /** None of them is one. */
    static final List<String> REPRESENTATIONS = List.of(
            "",
            " ",
            "nope",
            "custom:",
            "custom:()",
            "custom:(uuid",
            "custom:(uuid))",
            "custom:(nope)",
            "custom:(uuid,,display)",
            "custom:(uuid:(uuid:(uuid:(",
            "custom:" + "(uuid:".repeat(500),
            "custom:((uuid))");

    /** What may follow a path, and belongs to none. */
    private static final List<String> ODD =
            List.of("%zz", "%", "%C3", "[", "\"", "é", "/..", "/../../..", ";x=1", "//", "?%zz=%", "?=&&=");

    /** What a container reads of a request before its body, less what is in its headers. */
    private static final int LONGEST = 7_000;

    /** In a path: half an escape, an escaped slash or zero, no UTF-8, a way up; or a character that is no address's. */
    private static final Pattern UNREADABLE = Pattern.compile(
            "[^?]*(%(?![0-9A-F]{2})|%2F|%5C|%00|%ED%|%C3(?!%)|\\.\\.)|.*[^!#-;=?-Z_a-z~]");

    private final List<String> ids;

    private final String patient;

    private final Dice dice;

    /** @param ids of what there is to be asked for */
    Addresses(List<String> ids, String patient, Dice dice) {
        this.ids = ids;
        this.patient = patient;
        this.dice = dice;
    }

    /** @return an address to read from; what it names is there or not, and what is asked for makes sense or not */
    String any() {
        StringBuilder address = new StringBuilder(ROOT).append(filled(dice.oneOf(PATHS), 50));
        if (dice.chance(4)) {
            address.append(dice.oneOf(ODD));
        }
        String separator = address.indexOf("?") < 0 ? "?" : "&";
        for (int i = dice.below(5); i > 0; i--) {
            String name = dice.oneOf(PARAMETER_NAMES);
            address.append(separator).append(name).append('=').append(encoded(value(name)));
            separator = "&";
        }
        return address.toString();
    }

    /** @return an address of something there is, if it is any of an assessment */
    String present(String... templates) {
        return ROOT + filled(dice.oneOf(templates), 0);
    }

    /** @return an address where nothing can be posted or put, whatever it is */
    String presentButOfAssessments() {
        return present(PATHS.stream().filter(path -> !path.startsWith("assessment")).toArray(String[]::new));
    }

    private String filled(String template, int nonsenseOfHundred) {
        String path = template;
        while (path.contains("{id}")) {
            String id = dice.chance(nonsenseOfHundred) ? dice.nonsense() : dice.oneOf(ids);
            path = path.replaceFirst("\\{id}", encoded(id));
        }
        return path;
    }

    private String value(String parameter) {
        if (dice.chance(40)) {
            return ofSomething(dice.oneOf(PARAMETERS.get(parameter)));
        }
        return parameter.equals("v") && dice.chance(70) ? dice.oneOf(REPRESENTATIONS) : dice.nonsense();
    }

    private String ofSomething(String template) {
        String value = template.replace("{patient}", patient);
        while (value.contains("{id}")) {
            value = value.replaceFirst("\\{id}", dice.oneOf(ids));
        }
        return value;
    }

    /** @return whether a container may answer by itself that it cannot read the address */
    static boolean isUnreadable(String address) {
        return address.length() > LONGEST || UNREADABLE.matcher(address).lookingAt();
    }

    /** Each byte of UTF-8 but letters and digits; half an emoji as the three bytes that it would be. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> {
            byte[] bytes = Character.isSurrogate((char) c) && c < 0x10000
                    ? new byte[] {(byte) 0xED, (byte) (0x80 | c >> 6 & 0x3F), (byte) (0x80 | c & 0x3F)}
                    : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8);
            for (byte b : bytes) {
                encoded.append(
                        Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0
                                ? String.valueOf((char) b)
                                : String.format("%%%02X", b));
            }
        });
        return encoded.toString();
    }
}
