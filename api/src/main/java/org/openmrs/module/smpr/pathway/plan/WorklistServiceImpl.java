/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import org.openmrs.api.impl.BaseOpenmrsService;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the worklist from what is kept of what is due. */
@Transactional
public class WorklistServiceImpl extends BaseOpenmrsService implements WorklistService {

    private final DueProjection projection;

    public WorklistServiceImpl(DueProjection projection) {
        this.projection = projection;
    }

    /** In transactions of the projection's own: read-only here, so that nothing is written where there is none. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Worklist getWorklist(WorklistSearch search) {
        return projection.read(search);
    }
}
