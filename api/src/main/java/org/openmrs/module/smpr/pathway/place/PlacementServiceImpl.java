/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Reasons;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads in the transaction of the call; writes alone, by {@link PlaceTransactions}. */
@Transactional(readOnly = true)
public class PlacementServiceImpl extends BaseOpenmrsService implements PlacementService {

    private final PlacementDao dao;

    private final UnitDao unitDao;

    private final Bookings bookings;

    private final PlaceTransactions transactions;

    private final PathwayDays pathway;

    private final Clock clock;

    public PlacementServiceImpl(
            PlacementDao dao,
            UnitDao unitDao,
            Bookings bookings,
            PlaceTransactions transactions,
            PathwayDays pathway,
            Clock clock) {
        this.dao = dao;
        this.unitDao = unitDao;
        this.bookings = bookings;
        this.transactions = transactions;
        this.pathway = pathway;
        this.clock = clock;
    }

    @Override
    public Optional<Placement> getPlacement(String uuid) {
        return Optional.ofNullable(dao.placement(uuid, LocalDate.now(clock)));
    }

    @Override
    public List<Placement> getPlacements(PlacementSearch search) {
        return dao.placements(search, LocalDate.now(clock));
    }

    @Override
    public long countPlacements(PlacementSearch search) {
        return dao.count(search);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Placement savePlacement(PlacementInput input) {
        return transactions.alone(() -> save(input));
    }

    private Placement save(PlacementInput input) {
        LocalDate today = LocalDate.now(clock);
        List<Fault> faults = new ArrayList<>(input.getFaults());
        PlacementRecord placement = input.getUuid() == null ? newPlacement(input, faults) : existing(input, faults);
        PlacementStep step = new PlacementStep(placement, input, today, faults);
        step.take(care(placement.getPatient()));
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        placement.become(placement.status());
        if (placement.getOpenPatientId() != null
                && dao.hasAnotherOpen(placement.getOpenPatientId(), placement.getId())) {
            throw PlaceConflictException.of(PlaceConflictException.Kind.ALREADY_OPEN);
        }
        bookings.releasePassed(placement.getUnit(), today);
        Optional<Span> booked = step.booked();
        step.offered().ifPresent(span -> bookings.refuseFull(placement, span, today));
        step.comesToBeThere().ifPresent(there -> bookings.refuseTooManyPeople(placement, there, booked.get(), today));
        BookingPlan plan = bookings.plan(placement, booked, step.isExtension(), today);
        placement.setVersion(placement.getVersion() + 1);
        dao.save(placement);
        bookings.write(placement, plan);
        return dao.placement(placement.getUuid(), today);
    }

    private PlacementRecord newPlacement(PlacementInput input, List<Fault> faults) {
        PlacementRecord placement = new PlacementRecord();
        placement.setUuid(UUID.randomUUID().toString());
        placement.setCreator(Context.getAuthenticatedUser());
        placement.setDateCreated(now());
        placement.setPatient(patient(input.getPatient(), faults));
        if (require(PlacementFields.UNIT, input.getUnit(), faults)) {
            placement.setUnit(unitDao.record(input.getUnit()));
            if (placement.getUnit() == null || placement.getUnit().isRetired()) {
                faults.add(Fault.of(PlacementFields.UNIT, "unknownUnit"));
            }
        }
        return placement;
    }

    private PlacementRecord existing(PlacementInput input, List<Fault> faults) {
        PlacementRecord placement = record(input.getUuid());
        placement.setUnit(unitDao.record(placement.getUnit().getUuid()));
        if (input.getVersion() != null && !input.getVersion().equals(String.valueOf(placement.getVersion()))) {
            throw new ChangedMeanwhileException();
        }
        if (input.getUnit() != null
                && !input.getUnit().equals(placement.getUnit().getUuid())) {
            faults.add(Fault.of(PlacementFields.UNIT, "otherUnit"));
        }
        if (input.getPatient() != null
                && !input.getPatient().equals(placement.getPatient().getUuid())) {
            follow(input.getPatient(), placement, faults);
        }
        placement.setChangedBy(Context.getAuthenticatedUser());
        placement.setDateChanged(now());
        return placement;
    }

    /** Where the record of a person was merged into another, his placement stays with the one that is voided until somebody says whose it is. */
    private void follow(String patient, PlacementRecord placement, List<Fault> faults) {
        if (!placement.getPatient().getVoided()) {
            faults.add(Fault.of(Fields.PATIENT, "otherPatient"));
        } else {
            placement.setPatient(patient(patient, faults));
        }
    }

    private Patient patient(String uuid, List<Fault> faults) {
        Patient patient = uuid == null ? null : dao.patient(uuid);
        if (require(Fields.PATIENT, uuid, faults) && patient == null) {
            faults.add(Fault.of(Fields.PATIENT, "unknownPatient"));
        }
        return patient;
    }

    private Function<LocalDate, CareOnDay> care(Patient patient) {
        return patient == null ? null : day -> pathway.on(patient.getUuid(), day);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void deletePlacement(Placement placement, String reason) {
        Reasons.require(reason);
        transactions.alone(() -> {
            PlacementRecord record = dao.record(placement.getUuid());
            if (record != null) {
                bookings.release(record);
                record.setVoided(true);
                record.setVoidedBy(Context.getAuthenticatedUser());
                record.setDateVoided(now());
                record.setVoidReason(reason);
                record.become(record.status());
                record.setVersion(record.getVersion() + 1);
                dao.save(record);
            }
            return null;
        });
    }

    private PlacementRecord record(String uuid) {
        PlacementRecord record = dao.record(uuid);
        if (record == null) {
            throw new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownPlacement")));
        }
        return record;
    }

    /** @return whether it was given; where it was not, nor refused already, that is a fault */
    private static boolean require(String field, Object given, List<Fault> faults) {
        if (given == null && faults.stream().noneMatch(fault -> fault.getField().equals(field))) {
            faults.add(Fault.of(field, "missing"));
        }
        return given != null;
    }

    /** To the second, which is what every database keeps of it. */
    private Date now() {
        return Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
