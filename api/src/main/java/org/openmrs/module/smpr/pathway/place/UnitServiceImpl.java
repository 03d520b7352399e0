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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.assessment.Texts;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads in the transaction of the call; writes alone, by {@link PlaceTransactions}. */
@Transactional(readOnly = true)
public class UnitServiceImpl extends BaseOpenmrsService implements UnitService {

    private static final int LONGEST_NAME = 100;

    private final UnitDao dao;

    private final PlacementDao placementDao;

    private final NightDao nightDao;

    private final Bookings bookings;

    private final PlaceTransactions transactions;

    private final Clock clock;

    public UnitServiceImpl(
            UnitDao dao,
            PlacementDao placementDao,
            NightDao nightDao,
            Bookings bookings,
            PlaceTransactions transactions,
            Clock clock) {
        this.dao = dao;
        this.placementDao = placementDao;
        this.nightDao = nightDao;
        this.bookings = bookings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Unit> getUnit(String uuid, Span span) {
        return Optional.ofNullable(dao.row(uuid)).map(row -> occupied(row, span));
    }

    @Override
    public List<Unit> getUnits(Span span, boolean includeRetired) {
        return dao.rows(includeRetired).stream().map(row -> occupied(row, span)).collect(Collectors.toList());
    }

    private Unit occupied(UnitRow row, Span asked) {
        LocalDate today = LocalDate.now(clock);
        Span span = asked == null ? Span.usual(today) : asked;
        LocalDate earliest = span.getFrom().isBefore(today) ? span.getFrom() : today;
        Occupancy occupancy = nightDao.occupancy(row.getId(), row.getUnit().getCapacity(), earliest, today, null);
        return row.getUnit().toBuilder()
                .today(occupancy.on(today))
                .freeFrom(occupancy.firstFree(today, 1))
                .span(span)
                .freeForSpan(occupancy.firstFree(span.getFrom(), span.getNights()))
                .nights(occupancy.over(span))
                .build();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Unit saveUnit(UnitInput input) {
        return transactions.alone(() -> {
            UnitRecord unit = input.getUuid() == null ? newUnit() : existing(input.getUuid());
            if (input.getVersion() != null && !input.getVersion().equals(String.valueOf(unit.getVersion()))) {
                throw new ChangedMeanwhileException();
            }
            List<Fault> faults = new ArrayList<>(input.getFaults());
            String name = name(input.getName(), unit.getName(), faults);
            Location location = location(input.getLocation(), unit.getLocation(), faults);
            int capacity = capacity(input.getCapacity(), unit.getCapacity(), faults);
            if (!faults.isEmpty()) {
                throw new FaultsException(faults);
            }
            if (unit.getId() != null && capacity < unit.getCapacity()) {
                bookings.fitInto(unit, capacity, LocalDate.now(clock));
            }
            unit.setName(name);
            unit.setLocation(location);
            unit.setCapacity(capacity);
            return saved(unit);
        });
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void deleteUnit(Unit unit, String reason) {
        Reasons.require(reason);
        change(unit, record -> {
            if (placementDao.hasOpen(record.getId())) {
                throw PlaceConflictException.of(PlaceConflictException.Kind.UNIT_IN_USE);
            }
            if (!record.isRetired()) {
                record.setRetired(true);
                record.setRetiredBy(Context.getAuthenticatedUser());
                record.setDateRetired(now());
                record.setRetireReason(reason);
            }
        });
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Unit undeleteUnit(Unit unit) {
        return change(unit, record -> {
            record.setRetired(false);
            record.setRetiredBy(null);
            record.setDateRetired(null);
            record.setRetireReason(null);
        });
    }

    private Unit change(Unit unit, Consumer<UnitRecord> change) {
        return transactions.alone(() -> {
            UnitRecord record = existing(unit.getUuid());
            change.accept(record);
            return saved(record);
        });
    }

    private UnitRecord existing(String uuid) {
        UnitRecord record = dao.record(uuid);
        if (record == null) {
            throw new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownUnit")));
        }
        record.setChangedBy(Context.getAuthenticatedUser());
        record.setDateChanged(now());
        return record;
    }

    private UnitRecord newUnit() {
        UnitRecord unit = new UnitRecord();
        unit.setUuid(UUID.randomUUID().toString());
        unit.setCapacity(Unit.DEFAULT_CAPACITY);
        unit.setCreator(Context.getAuthenticatedUser());
        unit.setDateCreated(now());
        return unit;
    }

    private Unit saved(UnitRecord unit) {
        unit.setVersion(unit.getVersion() + 1);
        dao.save(unit);
        return occupied(dao.row(unit.getUuid()), null);
    }

    private static String name(String given, String before, List<Fault> faults) {
        String name = given == null ? before : given.trim();
        if (name == null || name.isEmpty()) {
            require(PlacementFields.NAME, null, faults);
        } else if (name.length() > LONGEST_NAME) {
            faults.add(Fault.of(PlacementFields.NAME, "tooLong", String.valueOf(LONGEST_NAME)));
        } else if (!Texts.canBeKept(name)) {
            faults.add(Fault.of(PlacementFields.NAME, "unwritable"));
        }
        return name;
    }

    private Location location(String given, Location before, List<Fault> faults) {
        Location location = given == null ? before : dao.location(given);
        if (given != null && location == null) {
            faults.add(Fault.of(Fields.LOCATION, "unknownLocation"));
        } else {
            require(Fields.LOCATION, location, faults);
        }
        return location;
    }

    private static int capacity(Integer given, int before, List<Fault> faults) {
        if (given != null && (given < 1 || given > Unit.LARGEST_CAPACITY)) {
            faults.add(Fault.of(PlacementFields.CAPACITY, "outOfRange", "1", String.valueOf(Unit.LARGEST_CAPACITY)));
        }
        return given == null ? before : given;
    }

    private static void require(String field, Object given, List<Fault> faults) {
        if (given == null && faults.stream().noneMatch(fault -> fault.getField().equals(field))) {
            faults.add(Fault.of(field, "missing"));
        }
    }

    /** To the second, which is what every database keeps of it. */
    private Date now() {
        return Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
