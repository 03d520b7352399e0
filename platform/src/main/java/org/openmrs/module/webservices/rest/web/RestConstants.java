/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web;

import java.util.Set;

/** Names and limits of the REST module. */
public class RestConstants {
    public static final String MODULE_ID = "webservices.rest";
    public static final String VERSION_1 = "v1";
    public static final String URI_PREFIX_GLOBAL_PROPERTY_NAME = MODULE_ID + ".uriPrefix";
    public static String URI_PREFIX = "/ws/rest/";
    public static String REQUEST_PROPERTY_FOR_LIMIT = "limit";
    public static String REQUEST_PROPERTY_FOR_START_INDEX = "startIndex";
    public static String REQUEST_PROPERTY_FOR_REPRESENTATION = "v";
    public static final String REQUEST_PROPERTY_FOR_TYPE = "t";
    public static final String REQUEST_PROPERTY_FOR_INCLUDE_ALL = "includeAll";
    public static final String REQUEST_PROPERTY_FOR_SEARCH_ID = "s";
    public static final String REQUEST_PROPERTY_FOR_JSESSIONID = "jsessionid";
    public static String REPRESENTATION_REF = "ref";
    public static String REPRESENTATION_DEFAULT = "default";
    public static String REPRESENTATION_FULL = "full";
    public static String REPRESENTATION_CUSTOM_PREFIX = "custom:";
    public static Integer MAX_RESULTS_DEFAULT = 50;
    public static Integer MAX_RESULTS_ABSOLUTE = 100;
    public static String MAX_RESULTS_DEFAULT_GLOBAL_PROPERTY_NAME = MODULE_ID + ".maxResultsDefault";
    public static String MAX_RESULTS_ABSOLUTE_GLOBAL_PROPERTY_NAME = MODULE_ID + ".maxResultsAbsolute";
    public static final String PROPERTY_UUID = "uuid";
    public static final String PROPERTY_FOR_TYPE = "type";
    public static final String PROPERTY_FOR_RESOURCE_VERSION = "resourceVersion";
    public static final String PROPERTY_FOR_RESOURCE_VERSION_DEFAULT_VALUE = "1.8";
    public static final Set<String> SPECIAL_REQUEST_PARAMETERS = Set.of(
            REQUEST_PROPERTY_FOR_LIMIT,
            REQUEST_PROPERTY_FOR_START_INDEX,
            REQUEST_PROPERTY_FOR_REPRESENTATION,
            REQUEST_PROPERTY_FOR_TYPE,
            REQUEST_PROPERTY_FOR_INCLUDE_ALL,
            REQUEST_PROPERTY_FOR_SEARCH_ID,
            REQUEST_PROPERTY_FOR_JSESSIONID);
}
