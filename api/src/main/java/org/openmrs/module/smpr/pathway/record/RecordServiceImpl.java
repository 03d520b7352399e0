/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.Encounter;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.AssessmentDao;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.EncounterInput;
import org.openmrs.module.smpr.assessment.EncounterPrivileges;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.instrument.RecordType;
import org.springframework.transaction.annotation.Transactional;

/** Reads records of the pathway through projections, and writes them through the platform's own encounter service. */
@Transactional
public class RecordServiceImpl extends BaseOpenmrsService implements RecordService {

    private final AssessmentDao dao;

    private final RecordReading reading;

    private final RecordCharting charting;

    public RecordServiceImpl(AssessmentDao dao, RecordReading reading, RecordCharting charting) {
        this.dao = dao;
        this.reading = reading;
        this.charting = charting;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PathwayRecord> getRecord(String uuid) {
        Map<String, RecordType> visible = visible(null);
        return uuid == null ? Optional.empty() : reading.read(uuid, visible);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PathwayRecord> getRecords(RecordSearch search) {
        return reading.read(search, visible(search.getTypes()));
    }

    @Override
    @Transactional(readOnly = true)
    public long countRecords(RecordSearch search) {
        return reading.count(search, visible(search.getTypes()));
    }

    @Override
    public PathwayRecord saveRecord(RecordInput input) {
        PathwayRecord changed = null;
        if (input.getUuid() != null) {
            // The first statement of the transaction, as where assessments are amended.
            dao.lock(input.getUuid());
            changed = getRecord(input.getUuid())
                    .filter(found -> !found.isVoided())
                    .orElseThrow(RecordServiceImpl::unknown);
            if (input.getVersion() != null && !input.getVersion().equals(changed.getVersion())) {
                throw new ChangedMeanwhileException();
            }
        }
        List<Fault> faults = new ArrayList<>(input.getFaults());
        EncounterInput encounter = charting.read(input, changed, faults);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return getRecord(charting.write(encounter, changed))
                .orElseThrow(() -> new IllegalStateException("What was just charted cannot be read"));
    }

    @Override
    public void deleteRecord(PathwayRecord record, String reason) {
        Reasons.require(reason);
        dao.lock(record.getUuid());
        // Looked up anew: a record is a plain value, and nobody shall void another encounter through it.
        if (!getRecord(record.getUuid()).isPresent()) {
            throw unknown();
        }
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(record.getUuid());
        EncounterPrivileges.requireEdit(encounter.getEncounterType());
        if (!encounter.getVoided()) {
            Context.getEncounterService().voidEncounter(encounter, reason);
        }
    }

    private static FaultsException unknown() {
        return new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownRecord")));
    }

    /** The records that the user may see, by uuid of their encounter type. */
    private Map<String, RecordType> visible(Collection<String> codes) {
        Map<String, RecordType> types = Records.byEncounterTypes(codes);
        if (types.isEmpty()) {
            return types;
        }
        Map<String, String> privileges = dao.viewPrivileges(types.keySet());
        types.keySet()
                .removeIf(type -> !privileges.containsKey(type)
                        || privileges.get(type) != null && !Context.hasPrivilege(privileges.get(type)));
        return types;
    }
}
