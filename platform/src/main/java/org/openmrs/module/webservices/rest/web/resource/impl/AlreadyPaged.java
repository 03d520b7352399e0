/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.List;
import org.openmrs.module.webservices.rest.web.RequestContext;

/** A page that the service has cut. */
public class AlreadyPaged<T> extends BasePageableResult<T> {
    private final List<T> results;
    private final boolean moreResults;
    private final Long totalCount;

    public AlreadyPaged(RequestContext context, List<T> results, boolean moreResults) {
        this(context, results, moreResults, null);
    }

    public AlreadyPaged(RequestContext context, List<T> results, boolean moreResults, Long totalCount) {
        this.context = context;
        this.results = results;
        this.moreResults = moreResults;
        this.totalCount = totalCount;
    }

    @Override
    public List<T> getPageOfResults() {
        return results;
    }

    @Override
    public boolean hasMoreResults() {
        return moreResults;
    }

    @Override
    public Long getTotalCount() {
        return totalCount;
    }
}
