/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;

/**
 * Refuses requests for which JSON is not the language, before the platform fails at them: an error that it cannot write
 * in the language asked for becomes the container's page with the inside of the server on it.
 */
final class JsonOnly {

    private JsonOnly() {}

    /** @throws ResponseStatusException where the answer may not be JSON (406) */
    static void refuseOtherAnswers(HttpHeaders request) {
        try {
            if (request.getAccept().isEmpty() || request.getAccept().stream().anyMatch(JsonOnly::isJson)) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // Nor can this be answered in what it asks for.
        }
        throw new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE);
    }

    private static boolean isJson(MediaType accepted) {
        return accepted.includes(MediaType.APPLICATION_JSON)
                && (accepted.getCharset() == null || accepted.getCharset().equals(StandardCharsets.UTF_8));
    }

    /**
     * A form's fields, which curl sends unless it is told otherwise, would be taken for parameters of the address.
     *
     * @throws ResponseStatusException where the body is a form, or it is not said in what it is written (415)
     */
    static void refuseUnreadableBodies(HttpHeaders request) {
        try {
            MediaType written = request.getContentType();
            if (written == null
                    || written.isConcrete() && !written.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // Nothing can be read of it either.
        }
        throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }
}
