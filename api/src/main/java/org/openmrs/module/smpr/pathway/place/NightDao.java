/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;

/** Reads and writes the nights that are booked. */
public class NightDao {

    private static final String NIGHT = "org.openmrs.module.smpr.pathway.place.Night";

    private static final String RESERVED = PlacementStatus.RESERVED.name();

    private static final int AT_ONCE = 200;

    private final SessionFactory sessionFactory;

    public NightDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /**
     * Takes two statements. A night that passed while it was reserved is nobody's.
     *
     * @param from the first night that is looked at
     * @param except the id of a placement that is left out; null for none
     */
    Occupancy occupancy(int unit, int capacity, LocalDate from, LocalDate today, Integer except) {
        Map<LocalDate, Occupancy.Booked> booked = new HashMap<>();
        session()
                .createQuery(
                        "select n.night, p.status, count(n.id) from " + NIGHT
                                + " n join n.placement p where n.unit.id = :unit and n.night >= :from and p.id <> :except"
                                + " and (p.status <> :reserved or n.night >= :today) group by n.night, p.status",
                        Object[].class)
                .setParameter("unit", unit)
                .setParameter("from", from)
                .setParameter("today", today)
                .setParameter("reserved", RESERVED)
                .setParameter("except", except == null ? 0 : except)
                .list()
                .forEach(row -> booked.merge(
                        (LocalDate) row[0],
                        booked((String) row[1], ((Number) row[2]).intValue()),
                        Occupancy.Booked::plus));
        return new Occupancy(capacity, booked, overstays(unit, from, today, except));
    }

    private static Occupancy.Booked booked(String status, int places) {
        return status.equals(RESERVED) ? new Occupancy.Booked(0, places) : new Occupancy.Booked(places, 0);
    }

    private List<Span> overstays(int unit, LocalDate from, LocalDate today, Integer except) {
        return session()
                .createQuery(
                        "select p.plannedEnd, p.leftOn from org.openmrs.module.smpr.pathway.place.PlacementRecord p"
                                + " where p.unit.id = :unit and p.voided = false and p.enteredOn is not null and p.id <> :except"
                                + " and (p.leftOn is null and p.plannedEnd <= :today"
                                + " or p.leftOn > p.plannedEnd and p.leftOn > :from)",
                        Object[].class)
                .setParameter("unit", unit)
                .setParameter("from", from)
                .setParameter("today", today)
                .setParameter("except", except == null ? 0 : except)
                .list()
                .stream()
                .map(row -> new Span((LocalDate) row[0], row[1] == null ? today.plusDays(1) : (LocalDate) row[1]))
                .collect(Collectors.toList());
    }

    /** @return by night, the places of the unit that are booked in it */
    Map<LocalDate, BitSet> places(int unit, Span span) {
        Map<LocalDate, BitSet> places = new HashMap<>();
        session()
                .createQuery(
                        "select n.night, n.place from " + NIGHT
                                + " n where n.unit.id = :unit and n.night >= :from and n.night < :until",
                        Object[].class)
                .setParameter("unit", unit)
                .setParameter("from", span.getFrom())
                .setParameter("until", span.getUntil())
                .list()
                .forEach(row -> places.computeIfAbsent((LocalDate) row[0], night -> new BitSet())
                        .set((Integer) row[1]));
        return places;
    }

    /** @return what the placement has booked, in order; nothing for null */
    List<Booking> bookings(Integer placement) {
        return placement == null
                ? Collections.emptyList()
                : read(bookings("n.placement.id = :placement").setParameter("placement", placement));
    }

    /** @return what is booked of the unit from tonight on in places above that number */
    List<Booking> bookingsAbove(int unit, int place, LocalDate today) {
        return read(bookings("n.unit.id = :unit and n.place > :place and n.night >= :today")
                .setParameter("unit", unit)
                .setParameter("place", place)
                .setParameter("today", today));
    }

    private Query<Object[]> bookings(String restriction) {
        return session()
                .createQuery(
                        "select n.id, n.place, n.night from " + NIGHT + " n join n.placement p where " + restriction
                                + " order by n.night",
                        Object[].class);
    }

    private static List<Booking> read(Query<Object[]> query) {
        return query.list().stream()
                .map(row -> new Booking((Integer) row[0], (Integer) row[1], (LocalDate) row[2]))
                .collect(Collectors.toList());
    }

    /** Books the places, several nights a statement. */
    void insert(int unit, int placement, List<Booking> bookings) {
        for (int i = 0; i < bookings.size(); i += AT_ONCE) {
            List<Booking> part = bookings.subList(i, Math.min(bookings.size(), i + AT_ONCE));
            NativeQuery<?> insert = session()
                    .createNativeQuery("insert into smpr_night (unit_id, place, night, placement_id) values "
                            + String.join(", ", Collections.nCopies(part.size(), "(?, ?, ?, ?)")));
            int parameter = 1;
            for (Booking booking : part) {
                insert.setParameter(parameter++, unit);
                insert.setParameter(parameter++, booking.getPlace());
                insert.setParameter(parameter++, booking.getNight());
                insert.setParameter(parameter++, placement);
            }
            insert.executeUpdate();
        }
    }

    void move(Booking booking, int place) {
        session()
                .createQuery("update " + NIGHT + " n set n.place = :place where n.id = :id")
                .setParameter("place", place)
                .setParameter("id", booking.getId())
                .executeUpdate();
    }

    /** By their ids, so that no gap between nights is locked. */
    void delete(Collection<Booking> bookings) {
        List<Integer> ids = bookings.stream().map(Booking::getId).collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            session()
                    .createQuery("delete from " + NIGHT + " n where n.id in (:ids)")
                    .setParameterList("ids", ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))
                    .executeUpdate();
        }
    }

    /** Gives back the nights that passed while they were reserved: nobody slept there. */
    void releasePassed(int unit, LocalDate today) {
        delete(read(bookings("n.unit.id = :unit and n.night < :today and p.status = :reserved")
                .setParameter("unit", unit)
                .setParameter("today", today)
                .setParameter("reserved", RESERVED)));
    }

    private Session session() {
        return sessionFactory.getCurrentSession();
    }
}
