/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import lombok.Getter;
import lombok.Setter;

/** A person, whether patient, user or provider. Mapped in platform.hbm.xml. */
@Getter
@Setter
public class Person extends BaseChangeableOpenmrsData {
    private Integer personId;
    private String gender;
    private Date birthdate;
    private Boolean birthdateEstimated = Boolean.FALSE;
    private Boolean dead = Boolean.FALSE;
    private Date deathDate;
    private Boolean deathdateEstimated = Boolean.FALSE;
    private Concept causeOfDeath;
    private User personCreator;
    private Date personDateCreated;
    private User personChangedBy;
    private Date personDateChanged;
    private Boolean personVoided = Boolean.FALSE;
    private User personVoidedBy;
    private Date personDateVoided;
    private String personVoidReason;
    private Set<PersonName> names = new LinkedHashSet<>();

    public Person() {}

    public Person(Integer personId) {
        this.personId = personId;
    }

    @Override
    public Integer getId() {
        return getPersonId();
    }

    @Override
    public void setId(Integer id) {
        setPersonId(id);
    }

    public Boolean isDead() {
        return getDead();
    }

    public Boolean isBirthdateEstimated() {
        return getBirthdateEstimated();
    }

    public Boolean isPersonVoided() {
        return getPersonVoided();
    }

    public boolean getIsPatient() {
        return this instanceof Patient;
    }

    public PersonName getPersonName() {
        PersonName found = null;
        for (PersonName name : names) {
            if (name.isVoided()) {
                continue;
            }
            if (name.isPreferred()) {
                return name;
            }
            found = found == null ? name : found;
        }
        return found;
    }

    public void addName(PersonName name) {
        name.setPerson(this);
        names.add(name);
    }

    public String getGivenName() {
        return getPersonName() == null ? "" : getPersonName().getGivenName();
    }

    public String getMiddleName() {
        return getPersonName() == null ? "" : getPersonName().getMiddleName();
    }

    public String getFamilyName() {
        return getPersonName() == null ? "" : getPersonName().getFamilyName();
    }

    public Integer getAge() {
        return getAge(null);
    }

    public Integer getAge(Date onDate) {
        if (getBirthdate() == null) {
            return null;
        }
        Date end = onDate == null ? new Date() : onDate;
        end = getDeathDate() != null && end.after(getDeathDate()) ? getDeathDate() : end;
        return Period.between(day(getBirthdate()), day(end)).getYears();
    }

    private static LocalDate day(Date date) {
        return new Date(date.getTime())
                .toInstant()
                .atZone(ZoneId.systemDefault())
                .toLocalDate();
    }

    public void setPersonCreator(User creator) {
        personCreator = creator;
        setCreator(creator);
    }

    public void setPersonDateCreated(Date dateCreated) {
        personDateCreated = dateCreated;
        setDateCreated(dateCreated);
    }

    public void setPersonVoided(Boolean voided) {
        personVoided = voided;
        setVoided(voided);
    }

    @Override
    public String toString() {
        return "Person(personId=" + getPersonId() + ")";
    }
}
