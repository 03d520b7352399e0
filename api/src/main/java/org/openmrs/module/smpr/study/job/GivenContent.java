/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.io.InputStream;
import java.util.function.IntFunction;

/** What a job was given, of which one part at a time is in memory. */
final class GivenContent extends InputStream {

    private final IntFunction<byte[]> parts;

    private byte[] part = {};

    private int number;

    private int position;

    /** @param parts gives a part by its number, from 1 on; null after the last */
    GivenContent(IntFunction<byte[]> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : part[position++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, part.length - position);
        System.arraycopy(part, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean isAtEnd() {
        while (part != null && position == part.length) {
            part = parts.apply(++number);
            position = 0;
        }
        return part == null;
    }
}
