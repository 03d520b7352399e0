/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.List;
import lombok.Builder;
import lombok.Value;

/** A factor that the instrument rates. */
@Value
@Builder(toBuilder = true)
public class Item {

    /** Code within the instrument, as the instrument prints it: {@code H1}, {@code 05}. */
    String code;

    Label label;

    /** Whether the factor is historical: it can be re-informed, and is never tested for change. */
    boolean fixed;

    /** Whether it is rated once for each context (institution, community). */
    boolean perContext;

    /** Whether "not applicable" is among its answers. */
    boolean notApplicable;

    /** The option of the instrument that a site must use for "not applicable" to be offered; null for always. */
    String notApplicableOption;

    /** Whether care after prison acts on it directly, so that a gain while it lasts is partly true by construction. */
    boolean carriedBySupport;

    List<SubItem> subItems;
}
