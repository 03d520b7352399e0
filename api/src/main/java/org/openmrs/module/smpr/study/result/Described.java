/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.BitSet;
import lombok.Value;

/**
 * In what the numbers of a row describe which people: whoever has them of a group, and of all but a few of that group, can tell what the
 * few are like.
 */
@Value
public class Described {

    /** Names the thing: the age, a measure at a wave, how far that lies from another wave. */
    String what;

    /** The places of the people among the participants: for comparing groups, and never told. Nobody changes it. */
    BitSet people;
}
