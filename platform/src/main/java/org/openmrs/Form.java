/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.AttributeOverride;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A form's name card; its content lives with the form engines. */
@Entity
@AttributeOverride(name = "retireReason", column = @Column(name = "retired_reason"))
@Getter
@Setter
public class Form extends BaseChangeableOpenmrsMetadata {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer formId;

    @Override
    public Integer getId() {
        return getFormId();
    }

    @Override
    public void setId(Integer id) {
        setFormId(id);
    }

    @NotNull
    private String version;

    private Integer build;

    @NotNull
    private Boolean published = Boolean.FALSE;

    @ManyToOne
    @JoinColumn(name = "encounter_type")
    private EncounterType encounterType;

    public Form() {}

    public Form(Integer formId) {
        this.formId = formId;
    }
}
