/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.htmlformentry;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.Form;

/** What the module finds by reflection where HTML Form Entry is there: as much of it as it calls. */
@Getter
@Setter
public class HtmlForm {

    private Form form;

    private String uuid;

    private String xmlData;
}
