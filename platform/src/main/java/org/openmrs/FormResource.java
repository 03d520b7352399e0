/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import lombok.Getter;
import org.hibernate.annotations.Type;
import org.openmrs.module.smpr.platform.NotNull;

/** Something that belongs to a form: its schema, or its translations; here only by reference. */
@Entity
@Getter
public class FormResource extends BaseOpenmrsObject {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer formResourceId;

    @Override
    public Integer getId() {
        return getFormResourceId();
    }

    @Override
    public void setId(Integer id) {
        setFormResourceId(id);
    }

    @ManyToOne
    @JoinColumn(name = "form_id")
    @NotNull
    private Form form;

    @NotNull
    private String name;

    @Type(type = "text")
    @NotNull
    private String valueReference;

    @Column(name = "datatype")
    private String datatypeClassname;

    @Type(type = "text")
    private String datatypeConfig;

    @Column(name = "preferred_handler")
    private String preferredHandlerClassname;

    @Type(type = "text")
    private String handlerConfig;

    private Date dateChanged;

    @ManyToOne
    @JoinColumn(name = "changed_by")
    private User changedBy;

    public void setFormResourceId(Integer formResourceId) {
        this.formResourceId = formResourceId;
    }

    public void setForm(Form form) {
        this.form = form;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setValueReferenceInternal(String valueReference) {
        this.valueReference = valueReference;
    }

    public void setDatatypeClassname(String datatypeClassname) {
        this.datatypeClassname = datatypeClassname;
    }
}
