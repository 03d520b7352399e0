/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.List;
import org.openmrs.module.webservices.rest.web.RequestContext;

/** Everything that was found, to be cut into a page. */
public class NeedsPaging<T> extends BasePageableResult<T> {
    private final List<T> unpagedResults;

    public NeedsPaging(List<T> unpagedResults, RequestContext context) {
        this.unpagedResults = unpagedResults;
        this.context = context;
    }

    @Override
    public List<T> getPageOfResults() {
        return unpagedResults.subList(
                context.getStartIndex(), Math.min(unpagedResults.size(), context.getStartIndex() + context.getLimit()));
    }

    @Override
    public boolean hasMoreResults() {
        return unpagedResults.size() > context.getStartIndex() + context.getLimit();
    }

    @Override
    public Long getTotalCount() {
        return (long) unpagedResults.size();
    }
}
