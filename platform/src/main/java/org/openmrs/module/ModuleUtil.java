/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

import java.util.Arrays;
import org.openmrs.util.OpenmrsConstants;

/** Compares versions. */
public class ModuleUtil {
    private ModuleUtil() {}

    public static boolean isOpenmrsVersionInVersions(String... versions) {
        return Arrays.stream(versions).anyMatch(v -> matchRequiredVersions(OpenmrsConstants.OPENMRS_VERSION_SHORT, v));
    }

    public static boolean matchRequiredVersions(String version, String versionRange) {
        if (versionRange == null || versionRange.trim().isEmpty()) {
            return true;
        }
        for (String range : versionRange.split(",")) {
            String[] ends = range.trim().split("\\s*-\\s*", 2);
            boolean open = ends.length == 1 && !range.contains("*");
            String upper = ends[ends.length - 1].replace("*", "999999");
            if (compareVersion(version, ends[0].replace("*", "0")) >= 0
                    && (open || compareVersion(version, upper) <= 0)) {
                return true;
            }
        }
        return false;
    }

    public static int compareVersion(String version, String value) {
        String[] left = version.replaceFirst("-.*", "").split("\\.");
        String[] right = value.replaceFirst("-.*", "").split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Integer.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int i) {
        String digits = i < parts.length ? parts[i].replaceAll("\\D", "") : "";
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
