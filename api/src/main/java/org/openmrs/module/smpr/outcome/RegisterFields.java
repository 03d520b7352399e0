/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

/** How the parts of the register's entries are named where they are exchanged and where faults are reported. */
public final class RegisterFields {

    public static final String KIND = "kind";

    public static final String DATE = "date";

    public static final String FROM = "from";

    public static final String TO = "to";

    public static final String INFORMED = "informed";

    public static final String CONVICTION = "conviction";

    public static final String CONVICTED = "convicted";

    public static final String VIOLENT = "violent";

    public static final String SEVERITY = "severity";

    public static final String VICTIM = "victim";

    public static final String QUALIFICATION = "qualification";

    public static final String CAUSE = "cause";

    public static final String SOURCE = "source";

    public static final String CERTAINTY = "certainty";

    public static final String DAY = "day";

    public static final String RESULT = "result";

    public static final String COVERS_UNTIL = "coversUntil";

    public static final String HOUSING = "housing";

    public static final String WORK = "work";

    public static final String TIES = "ties";

    public static final String SUBSTANCE_USE = "substanceUse";

    public static final String CARE_CONTACT = "careContact";

    public static final String NOTE = "note";

    private RegisterFields() {}
}
