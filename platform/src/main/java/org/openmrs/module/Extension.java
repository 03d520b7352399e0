/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

/** What a module adds to a page of a user interface, of which the stand-in has none. */
public abstract class Extension {

    public enum MEDIA_TYPE {
        html
    }

    public abstract MEDIA_TYPE getMediaType();

    public String getOverrideContent(String bodyContent) {
        throw new UnsupportedOperationException("The stand-in shows no extension");
    }
}
