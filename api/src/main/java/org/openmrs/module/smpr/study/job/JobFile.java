/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import lombok.Value;

/** A file that a job has made, kept in the database in parts, so that any node can give it. */
@Value
public class JobFile {

    /** How many bytes a part has at the most. */
    public static final int PART_BYTES = 512 * 1024;

    String name;

    String mediaType;

    /** In bytes. */
    long size;

    /** The SHA-256 of the whole, in hexadecimal digits. */
    String sha256;

    /** How many parts it has, numbered from 1. */
    int parts;
}
