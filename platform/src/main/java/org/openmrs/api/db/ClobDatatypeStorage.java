/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.db;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.Type;
import org.openmrs.BaseOpenmrsObject;
import org.openmrs.module.smpr.platform.NotNull;

/** A long text, which something refers to by its uuid. */
@Entity
@Getter
@Setter
public class ClobDatatypeStorage extends BaseOpenmrsObject {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Type(type = "text")
    @NotNull
    private String value;
}
