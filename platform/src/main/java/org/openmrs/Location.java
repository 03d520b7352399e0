/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Set;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import lombok.Getter;
import lombok.Setter;

/** A place where care is given. */
@Entity
@Getter
@Setter
public class Location extends BaseChangeableOpenmrsMetadata {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer locationId;

    @Override
    public Integer getId() {
        return getLocationId();
    }

    @Override
    public void setId(Integer id) {
        setLocationId(id);
    }

    @ManyToOne
    @JoinColumn(name = "parent_location")
    private Location parentLocation;

    @OneToMany(mappedBy = "parentLocation")
    private Set<Location> childLocations;

    private String address1;
    private String cityVillage;
    private String country;

    public Location() {}

    public Location(Integer locationId) {
        this.locationId = locationId;
    }

    @Override
    public String toString() {
        return getName();
    }
}
