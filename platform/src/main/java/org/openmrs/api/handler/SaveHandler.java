/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.handler;

import org.openmrs.OpenmrsObject;

/** Runs before an object is stored. */
public interface SaveHandler<O extends OpenmrsObject> extends RequiredDataHandler<O> {}
