/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.api.APIException;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** What a request asks of a resource beside its object: representation, page, retired and voided ones too. */
@Getter
@Setter
public class RequestContext {
    private HttpServletRequest request;
    private HttpServletResponse response;
    private Representation representation = Representation.DEFAULT;
    private Integer startIndex = 0;
    private Integer limit = RestUtil.getDefaultLimit();
    private Boolean includeAll = false;
    private String type;

    public String getParameter(String name) {
        return request == null ? null : request.getParameter(name);
    }

    public Hyperlink getNextLink() {
        return page("next", startIndex + limit);
    }

    public Hyperlink getPreviousLink() {
        return page("prev", Math.max(0, startIndex - limit));
    }

    public void setLimit(Integer limit) {
        if (limit == null || limit <= 0) {
            throw new APIException("If you specify a number of results to return, it must be >0 and not null");
        } else if (limit > RestUtil.getAbsoluteLimit()) {
            throw new APIException("Administrator has set absolute limit at " + RestUtil.getAbsoluteLimit());
        }
        this.limit = limit;
    }

    private Hyperlink page(String rel, int index) {
        StringBuilder uri = new StringBuilder(request.getRequestURL()).append('?');
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(RestConstants.REQUEST_PROPERTY_FOR_START_INDEX)) {
                for (String value : values) {
                    uri.append(encode(name)).append('=').append(encode(value)).append('&');
                }
            }
        });
        if (index > 0) {
            uri.append(RestConstants.REQUEST_PROPERTY_FOR_START_INDEX)
                    .append('=')
                    .append(index);
        }
        return new Hyperlink(rel, uri.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
