/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.thing;

import org.openmrs.BaseOpenmrsData;
import org.openmrs.Patient;

/** What a module might store. */
public class Thing extends BaseOpenmrsData {
    private Integer thingId;
    private String label;
    private String plainName;
    private Patient patient;

    public Integer getThingId() {
        return thingId;
    }

    public void setThingId(Integer thingId) {
        this.thingId = thingId;
    }

    @Override
    public Integer getId() {
        return getThingId();
    }

    @Override
    public void setId(Integer id) {
        setThingId(id);
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getPlainName() {
        return plainName;
    }

    public void setPlainName(String plainName) {
        this.plainName = plainName;
    }

    public Patient getPatient() {
        return patient;
    }

    public void setPatient(Patient patient) {
        this.patient = patient;
    }
}
