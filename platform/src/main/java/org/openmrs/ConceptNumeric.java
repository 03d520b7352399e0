/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.Entity;
import javax.persistence.PrimaryKeyJoinColumn;
import lombok.Getter;
import lombok.Setter;

/** A concept answered by a number, with its limits. */
@Entity
@PrimaryKeyJoinColumn(name = "concept_id")
@Getter
@Setter
public class ConceptNumeric extends Concept {
    private Double hiAbsolute;
    private Double hiCritical;
    private Double hiNormal;
    private Double lowAbsolute;
    private Double lowCritical;
    private Double lowNormal;
    private String units;
    private Boolean allowDecimal = Boolean.FALSE;
    private Integer displayPrecision;

    public Boolean isAllowDecimal() {
        return getAllowDecimal();
    }

    @Override
    public boolean isNumeric() {
        return true;
    }
}
