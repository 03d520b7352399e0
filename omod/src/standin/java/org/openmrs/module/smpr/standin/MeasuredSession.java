/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import lombok.Value;

/** One user's session with a server, on one connection, as a browser keeps them: signed in once, and recognized by its cookie. */
final class MeasuredSession {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private final String address;

    /** @param server its address, context path included */
    MeasuredSession(String server, String authorization) throws IOException, InterruptedException {
        address = server + "/ws/rest/v1/";
        send(request("session").header("Authorization", authorization));
    }

    /** @return how long all of the paths took, one after the other, until the last byte was there */
    Answer get(List<String> paths) throws IOException, InterruptedException {
        long bytes = 0;
        long start = System.nanoTime();
        for (String path : paths) {
            bytes += send(request(path)).length;
        }
        return new Answer((System.nanoTime() - start) / 1e6, bytes);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode());
        }
        return answer.body();
    }

    @Value
    static class Answer {

        double millis;

        long bytes;
    }
}
