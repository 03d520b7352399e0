/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.ArrayList;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;

/** Nothing found. */
public class EmptySearchResult implements PageableResult {
    @Override
    public SimpleObject toSimpleObject(Converter<?> preferredConverter) {
        return new SimpleObject().add("results", new ArrayList<>());
    }
}
