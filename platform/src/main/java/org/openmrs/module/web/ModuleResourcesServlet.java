/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.module.Module;
import org.openmrs.module.ModuleFactory;
import org.springframework.util.StreamUtils;

/** Serves what a module has under web/module/resources, as moduleResources/(module id)/… */
public class ModuleResourcesServlet extends HttpServlet {
    private static JarURLConnection find(HttpServletRequest request) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        for (Module module : ModuleFactory.getStartedModules()) {
            String folder = "/" + module.getModuleIdAsPath() + "/";
            if (module.getFile() != null && path.startsWith(folder)) {
                URL found = ModuleFactory.getModuleClassLoader(module)
                        .findResource("web/module/resources/" + path.substring(folder.length()));
                if (found != null && !path.endsWith("/")) {
                    JarURLConnection connection = (JarURLConnection) found.openConnection();
                    connection.setUseCaches(false);
                    return connection;
                }
            }
        }
        return null;
    }

    @Override
    protected long getLastModified(HttpServletRequest request) {
        try {
            JarURLConnection found = find(request);
            return found == null ? -1 : modified(found);
        } catch (IOException e) {
            return -1;
        }
    }

    private static long modified(JarURLConnection found) throws IOException {
        // The entry is read through a stream, which would otherwise keep the file open.
        long time = found.getJarEntry().getTime() / 1000 * 1000;
        found.getInputStream().close();
        return time;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        JarURLConnection found = find(request);
        if (found == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream in = found.getInputStream()) {
            response.setContentType(getServletContext().getMimeType(request.getPathInfo()));
            response.setContentLengthLong(found.getJarEntry().getSize());
            StreamUtils.copy(in, response.getOutputStream());
        }
    }
}
