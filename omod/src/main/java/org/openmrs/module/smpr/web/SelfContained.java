/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How a report and a drawing are answered, which have all they need in them: no browser keeps them, takes them for something
 * else, or lets them fetch, run, send or be framed by a stranger, whatever a text in them should ever turn out to be.
 */
final class SelfContained {

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private SelfContained() {}

    /** @return for what is drawn by attributes alone */
    static ResponseEntity.BodyBuilder unstyled(MediaType type) {
        return ok(type, NOTHING);
    }

    /** @return for what has a style sheet in it */
    static ResponseEntity.BodyBuilder styled(MediaType type) {
        return ok(type, NOTHING + "; style-src 'unsafe-inline'");
    }

    private static ResponseEntity.BodyBuilder ok(MediaType type, String policy) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy);
    }
}
