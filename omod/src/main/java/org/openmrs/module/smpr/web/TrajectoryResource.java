/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;

/** The trajectory of a person, found by the uuid of the patient. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/trajectory",
        supportedClass = Trajectory.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class TrajectoryResource extends ViewResource<Trajectory> {

    public TrajectoryResource() {
        super(TrajectoryView.VIEW);
    }

    /**
     * @param instrument the code of an instrument; null for all
     * @throws ObjectNotFoundException where there is no such patient
     */
    static Trajectory find(String patient, String instrument, Parameters parameters) {
        return Context.getService(TrajectoryService.class)
                .getTrajectory(search(patient, instrument, parameters))
                .orElseThrow(ObjectNotFoundException::new);
    }

    /** @return what the request asks for */
    static TrajectorySearch search(String patient, String instrument, Parameters parameters) {
        TrajectorySearch search = TrajectorySearch.builder()
                .patient(patient)
                .instrument(instrument)
                .phase(parameters.phase())
                .from(parameters.from())
                .to(parameters.to())
                .compare(parameters.uuids("compare"))
                .build();
        parameters.refuseFaults();
        return search;
    }

    @Override
    public Object retrieve(String patient, RequestContext context) {
        TrajectoryView.VIEW.refuseUnknown(context.getRepresentation());
        Parameters parameters = new Parameters(context::getParameter);
        Trajectory trajectory = ReadRoute.through(
                TrajectoryView.VIEW.route() + "/{patient}", () -> find(patient, parameters.instrument(), parameters));
        return asRepresentation(trajectory, context.getRepresentation());
    }

    @Override
    public Trajectory getByUniqueId(String patient) {
        return find(patient, null, new Parameters(name -> null));
    }
}
