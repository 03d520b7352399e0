/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.person;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.Type;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Person;
import org.openmrs.module.smpr.platform.NotNull;

@Entity
@Getter
@Setter
public class PersonMergeLog extends BaseChangeableOpenmrsData {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer personMergeLogId;

    @Override
    public Integer getId() {
        return getPersonMergeLogId();
    }

    @Override
    public void setId(Integer id) {
        setPersonMergeLogId(id);
    }

    @ManyToOne
    @JoinColumn(name = "winner_person_id")
    @NotNull
    private Person winner;

    @ManyToOne
    @JoinColumn(name = "loser_person_id")
    @NotNull
    private Person loser;

    @Type(type = "text")
    @Column(name = "merged_data")
    @NotNull
    private String serializedMergedData;
}
