/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A name of a person. */
@Entity
@Getter
@Setter
public class PersonName extends BaseChangeableOpenmrsData {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer personNameId;

    @Override
    public Integer getId() {
        return getPersonNameId();
    }

    @Override
    public void setId(Integer id) {
        setPersonNameId(id);
    }

    @NotNull
    @ManyToOne
    private Person person;

    @NotNull
    private Boolean preferred = Boolean.FALSE;

    private String prefix;
    private String givenName;
    private String middleName;
    private String familyNamePrefix;
    private String familyName;
    private String familyName2;
    private String familyNameSuffix;
    private String degree;

    public PersonName() {}

    public PersonName(String givenName, String middleName, String familyName) {
        this.givenName = givenName;
        this.middleName = middleName;
        this.familyName = familyName;
    }

    public Boolean isPreferred() {
        return getPreferred();
    }

    public String getFullName() {
        return Stream.of(
                        prefix,
                        givenName,
                        middleName,
                        familyNamePrefix,
                        familyName,
                        familyName2,
                        familyNameSuffix,
                        degree)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    public boolean equalsContent(PersonName other) {
        return Objects.equals(getFullName(), other.getFullName());
    }

    @Override
    public String toString() {
        return getFullName();
    }
}
