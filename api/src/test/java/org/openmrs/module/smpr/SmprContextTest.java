/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import org.junit.Before;
import org.openmrs.test.BaseModuleContextSensitiveTest;

/**
 * Tests that need the platform, signed in as its administrator, with the module's metadata installed. What a test does
 * is rolled back after it.
 */
@SuppressWarnings("deprecation")
public abstract class SmprContextTest extends BaseModuleContextSensitiveTest {

    @Before
    public void installMetadata() {
        TestMetadata.installOnce(applicationContext);
    }
}
