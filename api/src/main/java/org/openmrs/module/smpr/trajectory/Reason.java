/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

/** Why a difference is not tested. */
public enum Reason {
    /** It contains static items, which cannot change. */
    STATIC_ITEMS,
    /** A static item of it was rated otherwise, because more is known. */
    REINFORMED,
    /** No reliability of the scale is known. */
    NO_RELIABILITY,
    /** Only one of the two rates the context. */
    OTHER_CONTEXT,
    /** Made with two editions. */
    OTHER_EDITION,
    /** One rests on the file alone, the other does not. */
    OTHER_SOURCES,
    /** One is by a single rater, the other a consensus. */
    OTHER_RATER_ROLE,
    /** One looks back over too short a window. */
    SHORT_WINDOW,
    /** Setting, edition, sources, raters or, where it decides, the rating window of one are not stated: they may be others. */
    NOT_STATED,
    /** Too many items are omitted in one, or any, where the site has set no limit. */
    TOO_MANY_OMITTED,
    /** One of the two has no value for another reason: an item does not apply, has no answer or is to be checked. */
    NO_VALUE,
    /** Between custody and community, or into or out of the flat-share. */
    SETTING_CHANGED
}
