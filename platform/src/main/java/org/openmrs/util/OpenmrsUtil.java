/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.util;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.Date;
import java.util.Objects;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ServiceContext;

/** What modules share in small change. */
public class OpenmrsUtil {
    private static volatile String applicationDataDirectory;

    private OpenmrsUtil() {}

    public static String getApplicationDataDirectory() {
        return applicationDataDirectory + File.separator;
    }

    public static void setApplicationDataDirectory(String directory) {
        applicationDataDirectory = directory;
    }

    public static File getApplicationDataDirectoryAsFile() {
        return new File(applicationDataDirectory);
    }

    public static File getDirectoryInApplicationDataDirectory(String name) {
        File directory = new File(name).isAbsolute() ? new File(name) : new File(applicationDataDirectory, name);
        if (!directory.isDirectory() && !directory.mkdirs()) {
            throw new APIException("Cannot make the directory " + directory);
        }
        return directory;
    }

    public static String getMessage(String code, Object... arguments) {
        return ServiceContext.getInstance().getApplicationContext() == null || !Context.isSessionOpen()
                ? code
                : Context.getMessageSourceService().getMessage(code, arguments, Context.getLocale());
    }

    public static <Arg1, Arg2 extends Arg1> boolean nullSafeEquals(Arg1 one, Arg2 other) {
        return one instanceof Date a && other instanceof Date b ? compare(a, b) == 0 : Objects.equals(one, other);
    }

    public static int compare(Date one, Date other) {
        return Long.compare(one.getTime(), other.getTime());
    }

    public static void closeStream(Closeable stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new APIException(e);
            }
        }
    }
}
