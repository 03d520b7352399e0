/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.response;

import lombok.experimental.StandardException;

/** An answer by exception. */
@StandardException
public abstract class ResponseException extends RuntimeException {}
