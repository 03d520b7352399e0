/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.handler;

import org.openmrs.Retireable;

/** Runs before an object is unretired. */
public interface UnretireHandler<R extends Retireable> extends RequiredDataHandler<R> {}
