/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;

/** One request as it goes over the wire, and what may become of it. */
@Value
@Builder
class WireRequest {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    String verb;

    /** What follows the verb in the first line, encoded. */
    String target;

    @Builder.Default
    Caller caller = Caller.RATER;

    @Singular
    List<String> headers;

    /** Null for none. */
    byte[] body;

    /** Whether its address or its body may not be readable at all, so that there is no field to name. */
    boolean unreadable;

    /** Whether it takes away what is not there, for which there may be thanks. */
    boolean idle;

    /** @return whether it may succeed, for it changes nothing */
    boolean isHarmless() {
        return idle || READING.contains(verb);
    }

    /** @param cookie of a session; null for none */
    byte[] bytes(String server, String cookie) {
        StringBuilder head = new StringBuilder();
        head.append(verb).append(' ').append(target).append(" HTTP/1.1\r\nHost: ").append(server);
        if (cookie != null) {
            head.append("\r\nCookie: ").append(cookie);
        } else if (caller.getAuthorization() != null) {
            head.append("\r\nAuthorization: ").append(caller.getAuthorization());
        }
        headers.forEach(header -> head.append("\r\n").append(header));
        if (body != null) {
            head.append("\r\nContent-Length: ").append(body.length);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    /** Adds to what Lombok builds. */
    static class WireRequestBuilder {

        WireRequestBuilder json(String json) {
            return header("Content-Type: application/json").body(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public String toString() {
        String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return caller + " " + verb + " " + shortened(target) + " " + headers + " " + shortened(sent);
    }

    private static String shortened(String text) {
        return text.length() < 1_500 ? text : text.substring(0, 1_500) + "… (" + text.length() + ")";
    }
}
