/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture of a page in few colours, as a repository can hold many of. */
final class Picture {

    private static final int COLOURS = 256;

    private Picture() {}

    /**
     * @param png as the browser takes it
     * @return the same in its most frequent colours, each other as the nearest of them
     */
    static byte[] small(byte[] png) throws IOException {
        BufferedImage taken = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = taken.getRGB(0, 0, taken.getWidth(), taken.getHeight(), null, 0, taken.getWidth());
        int[] palette = mostFrequent(pixels);
        Map<Integer, Byte> nearest = new HashMap<>();
        byte[] indexed = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexed[i] = nearest.computeIfAbsent(pixels[i], colour -> nearest(colour, palette));
        }
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage small = new BufferedImage(
                taken.getWidth(), taken.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        small.getRaster().setDataElements(0, 0, taken.getWidth(), taken.getHeight(), indexed);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(small, "png", written);
        return written.toByteArray();
    }

    private static int[] mostFrequent(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static byte nearest(int colour, int[] palette) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(colour, palette[i]) < distance(colour, palette[best])) {
                best = i;
            }
        }
        return (byte) best;
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> (one >> shift & 0xff) - (other >> shift & 0xff))
                .map(difference -> difference * difference)
                .sum();
    }
}
