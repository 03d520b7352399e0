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

/** Units with places (UCTI) and how they are occupied: numbers of people, and nobody by name. */
public interface UnitService extends OpenmrsService {

    /**
     * @param span the days whose occupancy is told; null for the usual stay from today on
     * @return the unit of that uuid, retired or not
     */
    @Authorized(SmprPrivileges.GET_PLACES)
    Optional<Unit> getUnit(String uuid, Span span);

    /**
     * @param span as above
     * @return the units, by name
     */
    @Authorized(SmprPrivileges.GET_PLACES)
    List<Unit> getUnits(Span span, boolean includeRetired);

    /**
     * Makes a unit, or changes one. Works in transactions of its own, so that it can try again what the database breaks
     * off; within one of the caller's it does not.
     *
     * @throws FaultsException naming every fault; nothing was written
     * @throws ChangedMeanwhileException where the input names a version that is no longer the record's
     * @throws PlaceConflictException where in a night to come more places are taken than the unit is to have
     */
    @Authorized(
            value = {SmprPrivileges.GET_PLACES, SmprPrivileges.MANAGE_SETTINGS},
            requireAll = true)
    Unit saveUnit(UnitInput input);

    /**
     * Retires the unit, if it is not yet. The platform takes methods called "retire…" for those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or there is no such unit
     * @throws PlaceConflictException where it has open placements
     */
    @Authorized(
            value = {SmprPrivileges.GET_PLACES, SmprPrivileges.MANAGE_SETTINGS},
            requireAll = true)
    void deleteUnit(Unit unit, String reason);

    /** @return the unit, in use again */
    @Authorized(
            value = {SmprPrivileges.GET_PLACES, SmprPrivileges.MANAGE_SETTINGS},
            requireAll = true)
    Unit undeleteUnit(Unit unit);
}
