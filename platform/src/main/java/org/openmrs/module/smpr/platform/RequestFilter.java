/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.api.context.UserContext;
import org.openmrs.web.WebConstants;

/** Opens a persistence session for the request, as the user of the HTTP session or of the Basic header. */
final class RequestFilter extends HttpFilter {
    private final ClassLoader loader;

    RequestFilter(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        String attribute = WebConstants.OPENMRS_USER_CONTEXT_HTTPSESSION_ATTR;
        UserContext user = (UserContext) request.getSession().getAttribute(attribute);
        if (user == null) {
            user = new UserContext(Context.getAuthenticationScheme());
            request.getSession().setAttribute(attribute, user);
        }
        Context.openSession();
        Context.setUserContext(user);
        try {
            authenticate(request.getHeader("Authorization"));
            chain.doFilter(request, response);
        } finally {
            Context.closeSession();
            thread.setContextClassLoader(before);
        }
    }

    private static void authenticate(String header) {
        if (header == null || !header.startsWith("Basic ") || Context.isAuthenticated()) {
            return;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(header.substring("Basic ".length()).trim());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            Context.authenticate(parts[0], parts.length < 2 ? "" : parts[1]);
        } catch (IllegalArgumentException | ContextAuthenticationException e) {
            // The request goes on as nobody.
        }
    }
}
