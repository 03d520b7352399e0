/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

/** A stored object that must not change was changed. */
public class UnchangeableObjectException extends InvalidOperationOnObjectException {
    public UnchangeableObjectException(String message) {
        super(message);
    }
}
