/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.Test;

public class StudyCodeTest {

    private static final String SIGNS = "23456789CFHJKLMNPRTVWXY";

    @Test
    public void shouldBeShortAndOfSignsThatDoNotLookAlike() {
        for (int i = 0; i < 1000; i++) {
            String code = StudyCode.draw();
            assertTrue(code, code.matches("[" + SIGNS + "]{3}-[" + SIGNS + "]{4}"));
            assertTrue(code, StudyCode.isOne(code));
        }
    }

    /** (1·0 + 2·1 + 3·2 + 4·3 + 5·4 + 6·5) mod 23 = 70 mod 23 = 1, which is the sign 3. */
    @Test
    public void shouldEndWithTheCheckSignThatIsDocumented() {
        assertTrue(StudyCode.isOne("234-5673"));
        assertFalse(StudyCode.isOne("234-5674"));
        assertTrue(StudyCode.isOne("4KT-7PX9"));
    }

    @Test
    public void shouldTellEachSignThatWasMisheard() {
        String code = StudyCode.draw();
        for (int i = 0; i < code.length(); i++) {
            for (char sign : SIGNS.toCharArray()) {
                if (code.charAt(i) != '-' && code.charAt(i) != sign) {
                    String misheard = code.substring(0, i) + sign + code.substring(i + 1);
                    assertFalse(code + " and " + misheard, StudyCode.isOne(misheard));
                }
            }
        }
    }

    @Test
    public void shouldTellTwoSignsThatWereExchanged() {
        for (int n = 0; n < 200; n++) {
            String code = StudyCode.draw();
            for (int i = 0; i < code.length(); i++) {
                for (int j = i + 1; j < code.length(); j++) {
                    char[] exchanged = code.toCharArray();
                    exchanged[i] = code.charAt(j);
                    exchanged[j] = code.charAt(i);
                    if (i != 3 && j != 3 && code.charAt(i) != code.charAt(j)) {
                        assertFalse(code, StudyCode.isOne(new String(exchanged)));
                    }
                }
            }
        }
    }

    @Test
    public void shouldRefuseWhatHasAnotherForm() {
        for (String text : new String[] {"", "2345673", "234-567", "234-56733", "234_5673", "2O4-5673", "234-567x"}) {
            assertFalse(text, StudyCode.isOne(text));
        }
    }

    /** Of 148 million, a thousand are all different but for one time in three hundred; that five of them are not has no chance. */
    @Test
    public void shouldBeDrawnAtRandom() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            drawn.add(StudyCode.draw());
        }
        assertTrue(drawn.size() > 995);
        assertEquals(23, drawn.stream().map(code -> code.charAt(0)).distinct().count());
    }
}
