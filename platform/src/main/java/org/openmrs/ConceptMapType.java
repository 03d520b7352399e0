/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** How a concept and a code relate, such as SAME-AS. */
@Entity
@Getter
@Setter
public class ConceptMapType extends BaseChangeableOpenmrsMetadata {
    public static final String SAME_AS_MAP_TYPE_UUID = "35543629-7d8c-11e1-909d-c80aa9edcf4e";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptMapTypeId;

    @Override
    public Integer getId() {
        return getConceptMapTypeId();
    }

    @Override
    public void setId(Integer id) {
        setConceptMapTypeId(id);
    }

    @NotNull
    private Boolean isHidden = Boolean.FALSE;
}
