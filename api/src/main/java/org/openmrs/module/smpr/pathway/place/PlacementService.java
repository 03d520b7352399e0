/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * Who waits for a place in a unit, is to come, lives there or has. Never more places are booked for a night than a unit
 * has, whoever books at the same moment, on whatever server.
 */
public interface PlacementService extends OpenmrsService {

    /** @return the placement of that uuid, voided or not */
    @ReadOfPeople(ReadOfPeople.PLACEMENT)
    @Authorized(SmprPrivileges.GET_PLACES)
    Optional<Placement> getPlacement(String uuid);

    /** @return the placements asked for in the order of the waiting list: by priority, then by day of the request */
    @ReadOfPeople(ReadOfPeople.PLACEMENT)
    @Authorized(SmprPrivileges.GET_PLACES)
    List<Placement> getPlacements(PlacementSearch search);

    /** @return how many there are, whatever page the search asks for */
    @Authorized(SmprPrivileges.GET_PLACES)
    long countPlacements(PlacementSearch search);

    /**
     * Charts a new placement, or the next step of one. Works in transactions of its own, so that it can try again what
     * the database breaks off; within one of the caller's it does not.
     *
     * @return the placement as it now stands
     * @throws FaultsException naming every fault, also a step that cannot follow; nothing was written
     * @throws ChangedMeanwhileException where the input names a version that is no longer the record's
     * @throws PlaceConflictException where no place is free, or the person has another open placement; nothing was written
     */
    @ReadOfPeople(ReadOfPeople.PLACEMENT)
    @Authorized(
            value = {SmprPrivileges.GET_PLACES, SmprPrivileges.MANAGE_PLACES},
            requireAll = true)
    Placement savePlacement(PlacementInput input);

    /**
     * Voids the placement, if it is not yet, and gives its nights back. The platform takes methods called "void…" for
     * those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing
     */
    @Authorized(
            value = {SmprPrivileges.GET_PLACES, SmprPrivileges.MANAGE_PLACES},
            requireAll = true)
    void deletePlacement(Placement placement, String reason);
}
