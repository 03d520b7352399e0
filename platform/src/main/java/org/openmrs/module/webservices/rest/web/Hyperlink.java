/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web;

import lombok.Getter;
import lombok.Setter;

/** A link to another representation or page. */
@Getter
@Setter
public class Hyperlink {
    private String rel;
    private String uri;
    private String resourceAlias;

    public Hyperlink(String rel, String uri) {
        this.rel = rel;
        this.uri = uri;
    }
}
