/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.Type;

/** A setting of the server. */
@Entity
@Getter
@Setter
public class GlobalProperty extends BaseOpenmrsObject {
    @Id
    private String property;

    @Type(type = "text")
    private String propertyValue = "";

    @Type(type = "text")
    private String description = "";

    @ManyToOne
    private User changedBy;

    private Date dateChanged;

    public GlobalProperty() {}

    public GlobalProperty(String property) {
        this.property = property;
    }

    public GlobalProperty(String property, String value) {
        this.property = property;
        this.propertyValue = value;
    }

    public GlobalProperty(String property, String value, String description) {
        this(property, value);
        this.description = description;
    }

    @Override
    public Integer getId() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setId(Integer id) {
        throw new UnsupportedOperationException();
    }
}
