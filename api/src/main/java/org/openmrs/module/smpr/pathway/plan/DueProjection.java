/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.Wave;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is due of everybody who is followed, a row a thing, for the worklist. It is brought up to date before it is read,
 * whatever way the record has changed: a number a person is compared with his rows in the database, and what is due of him
 * is computed anew where they differ. Days pass without a change: whether a row is due or overdue follows from its days.
 */
public class DueProjection {

    /** How many people are read and written in one transaction. */
    private static final int AT_ONCE = 500;

    /** How often what is much is computed in parts, before whatever is left is computed at once. */
    private static final int ROUNDS = 3;

    /** To be raised when the plan comes to be computed otherwise than before. */
    private static final int READING = 2;

    private final DueDao dao;

    private final PlanSource source;

    private final DictionaryDao dictionaryDao;

    private final SiteService siteService;

    private final NodeLocks locks;

    private final TransactionTemplate transaction;

    private final Clock clock;

    public DueProjection(
            DueDao dao,
            PlanSource source,
            DictionaryDao dictionaryDao,
            SiteService siteService,
            NodeLocks locks,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.dao = dao;
        this.source = source;
        this.dictionaryDao = dictionaryDao;
        this.siteService = siteService;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    Worklist read(WorklistSearch search) {
        LocalDate today = LocalDate.now(clock);
        return upToDate(today, () -> {
            Map<DueKind, Long> byKind = new LinkedHashMap<>();
            Map<String, Long> byPhase = new LinkedHashMap<>();
            long total = 0;
            long overdue = 0;
            for (Object[] row : dao.counts(search, today)) {
                long count = (Long) row[2];
                byKind.merge(DueKind.valueOf((String) row[0]), count, Long::sum);
                byPhase.merge((String) row[1], count, Long::sum);
                total += count;
                overdue += ((Number) row[3]).longValue();
            }
            Map<DueStatus, Long> byStatus = new LinkedHashMap<>();
            byStatus.put(DueStatus.OVERDUE, overdue);
            byStatus.put(DueStatus.DUE, total - overdue);
            return new Worklist(rows(dao.page(search, today), today), total, byStatus, byKind, byPhase);
        });
    }

    private List<WorklistRow> rows(List<Object[]> page, LocalDate today) {
        Set<String> providers = page.stream()
                .map(row -> ((DueRow) row[1]).getInCharge())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Reference> named = dao.providers(providers);
        Map<String, Wave> waves = siteService.getSettings().getWaves().getWaves().stream()
                .collect(Collectors.toMap(Wave::getCode, Function.identity()));
        Map<String, Instrument> instruments = siteService.getInstruments().stream()
                .collect(Collectors.toMap(Instrument::getCode, Function.identity()));
        return page.stream()
                .map(row -> {
                    DueRow due = (DueRow) row[1];
                    return row(due, named, today)
                            .patient((String) row[0])
                            .wave(waves.get(due.getWave()))
                            .instrument(instruments.get(due.getInstrument()))
                            .build();
                })
                .collect(Collectors.toList());
    }

    private static WorklistRow.WorklistRowBuilder row(DueRow due, Map<String, Reference> providers, LocalDate today) {
        boolean overdue = !due.getOverdueFrom().isAfter(today);
        return WorklistRow.builder()
                .uuid(StableUuid.of(
                        "due",
                        String.join(
                                " ",
                                due.getEpisode(),
                                due.getKind(),
                                String.valueOf(due.getWave()),
                                String.valueOf(due.getInstrument()))))
                .episode(due.getEpisode())
                .phase(due.getPhase())
                .inCharge(
                        due.getInCharge() == null
                                ? null
                                : providers.getOrDefault(due.getInCharge(), new Reference(due.getInCharge(), null)))
                .kind(DueKind.valueOf(due.getKind()))
                .status(overdue ? DueStatus.OVERDUE : DueStatus.DUE)
                .due(due.getDue())
                .from(due.getWindowFrom())
                .to(due.getWindowTo())
                .overdueSince(overdue ? due.getOverdueFrom() : null);
    }

    /**
     * What is little is computed anew in the transaction that then reads the rows. What is more is computed in parts before,
     * so that no node waits long for another.
     */
    private <T> T upToDate(LocalDate today, Supplier<T> reading) {
        for (int round = 0; ; round++) {
            boolean last = round == ROUNDS;
            List<StalePerson> many = new ArrayList<>();
            T read = transaction.execute(status -> {
                // The first statement: a database that reads as of its first one would miss what others have left.
                locks.holdUntilTheTransactionEnds(NodeLock.DUE);
                Basis basis = basis(today);
                dao.deleteOrphans(basis.program, basis.since);
                List<StalePerson> stale =
                        dao.stale(basis.program, basis.since, basis.types, basis.concepts, basis.readWith);
                if (stale.size() > AT_ONCE && !last) {
                    many.addAll(stale);
                    return null;
                }
                inParts(stale, part -> compute(part, basis.readWith, today));
                return reading.get();
            });
            if (many.isEmpty()) {
                return read;
            }
            inParts(
                    many,
                    part -> transaction.execute(status -> {
                        locks.holdUntilTheTransactionEnds(NodeLock.DUE);
                        compute(part, basis(today).readWith, today);
                        return null;
                    }));
        }
    }

    private static void inParts(List<StalePerson> stale, Consumer<List<StalePerson>> computing) {
        for (int i = 0; i < stale.size(); i += AT_ONCE) {
            computing.accept(stale.subList(i, Math.min(stale.size(), i + AT_ONCE)));
        }
    }

    private Basis basis(LocalDate today) {
        Dictionary dictionary = dictionaryDao.getDictionary();
        CourseReader reader = source.reader(dictionary);
        SiteSettings settings = siteService.getSettings();
        String settled = String.join(
                " ",
                reader.types().toString(),
                settings.getWaves().getWaves().toString(),
                String.valueOf(settings.getCareGap()),
                String.valueOf(settings.getAheadDays()),
                clock.getZone().getId());
        return new Basis(
                dao.program(),
                since(settings, today),
                dao.types(reader.types()),
                reader.concepts(),
                READING + dictionary.fingerprint() + settled.hashCode());
    }

    /** @return the first day such that of an episode that ended on it a wave counted from its end may still be made */
    private static LocalDate since(SiteSettings settings, LocalDate today) {
        LocalDate since = today;
        for (Wave wave : settings.getWaves().getWaves()) {
            if (wave.getCountedFrom() == CountedFrom.END_OF_CARE) {
                // Months have not one length: a few days more do no harm.
                LocalDate ended = today.minusDays(wave.getDaysAfter())
                        .minus(wave.getOffset())
                        .minusDays(3);
                since = ended.isBefore(since) ? ended : since;
            }
        }
        return since;
    }

    private void compute(List<StalePerson> stale, int readWith, LocalDate today) {
        if (stale.isEmpty()) {
            return;
        }
        List<Integer> ids = stale.stream().map(StalePerson::getPatientId).collect(Collectors.toList());
        Map<Integer, String> uuids = dao.uuids(ids);
        Map<String, PlanOfCare> plans = source.read(uuids.values());
        int aheadDays = siteService.getSettings().getAheadDays();
        List<DueRow> rows = new ArrayList<>();
        List<DuePerson> people = new ArrayList<>();
        for (StalePerson person : stale) {
            PlanOfCare plan = plans.get(uuids.get(person.getPatientId()));
            if (plan != null) {
                plan.open(aheadDays).stream()
                        // What can be done no more never comes back but by a change of the record.
                        .filter(due -> due.getTerm().getLast() == null
                                || !due.getTerm().getLast().isBefore(today))
                        .map(due -> row(person.getPatientId(), due))
                        .forEach(rows::add);
            }
            people.add(person(person, readWith));
        }
        dao.delete(ids);
        dao.save(rows, people);
    }

    private static DueRow row(Integer patient, Due due) {
        DueRow row = new DueRow();
        row.setPatientId(patient);
        row.setEpisode(due.getEpisode().getUuid());
        row.setPhase(due.getEpisode().phase().orElse(null));
        row.setInCharge(due.getEpisode().inCharge().map(Reference::getUuid).orElse(null));
        row.setKind(due.getKind().name());
        row.setWave(due.getWave());
        row.setInstrument(due.getInstrument());
        row.setDue(due.getTerm().getDue());
        row.setWindowFrom(due.getTerm().getFrom());
        row.setWindowTo(due.getTerm().getTo());
        row.setOpens(due.getTerm().getOpens());
        row.setOverdueFrom(due.getTerm().overdueFrom());
        row.setLast(due.getTerm().getLast());
        return row;
    }

    private static DuePerson person(StalePerson stale, int readWith) {
        DuePerson person = new DuePerson();
        person.setPatientId(stale.getPatientId());
        person.setParts(stale.getParts());
        person.setChecksum(stale.getChecksum());
        person.setReadWith(readWith);
        return person;
    }

    /** With what the record is compared. */
    @Value
    private static class Basis {

        int program;

        LocalDate since;

        /** Ids of encounter types, by uuid. */
        Map<String, Integer> types;

        Set<Integer> concepts;

        int readWith;
    }
}
