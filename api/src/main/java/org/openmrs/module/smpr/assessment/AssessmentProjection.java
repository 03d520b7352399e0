/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The assessments of everybody, a row each, for whoever reads many. It is brought up to date before it is read, whatever
 * way the record has changed: each row is compared with its encounter and obs in the database, and read anew where they
 * differ.
 */
public class AssessmentProjection {

    /** How many assessments are read and written in one transaction. */
    private static final int AT_ONCE = 500;

    /** How often what is much is read in parts, before whatever is left is read at once. */
    private static final int ROUNDS = 3;

    /** To be raised when obs come to be read otherwise than before. */
    private static final int READING = 1;

    private final ProjectionDao dao;

    private final AssessmentDao assessmentDao;

    private final DictionaryDao dictionaryDao;

    private final SiteService siteService;

    private final NodeLocks locks;

    private final TransactionTemplate transaction;

    private final PhasesOfCare phasesOfCare;

    private final Clock clock;

    public AssessmentProjection(
            ProjectionDao dao,
            AssessmentDao assessmentDao,
            DictionaryDao dictionaryDao,
            SiteService siteService,
            NodeLocks locks,
            PlatformTransactionManager transactionManager,
            PhasesOfCare phasesOfCare,
            Clock clock) {
        this.dao = dao;
        this.assessmentDao = assessmentDao;
        this.dictionaryDao = dictionaryDao;
        this.siteService = siteService;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactionManager);
        this.phasesOfCare = phasesOfCare;
        this.clock = clock;
    }

    /**
     * @param search what it says of voided ones is not looked at: they are not projected
     * @param restriction asked for once everything is up to date
     * @param instruments those that may be seen, by uuid of their encounter type
     * @return the complete assessments asked for as the record has them now, without the words of free texts, places,
     *     raters and versions
     */
    List<Assessment> read(
            AssessmentSearch search, Supplier<Restriction> restriction, Map<String, Instrument> instruments) {
        return upToDate(() -> assembled(dao.rows(search, restriction.get(), instruments.keySet()), instruments));
    }

    /** Brings it up to date, for whoever then reads many people part by part. It works in transactions of its own. */
    public void bringUpToDate() {
        upToDate(() -> null);
    }

    /**
     * Whoever asks: what a user may see is asked before.
     *
     * @param patients uuids
     * @return their complete assessments as they are projected, second ratings too, in order of their dates, then of their
     *     charting, without the words of free texts, places, raters and versions
     */
    public List<Assessment> asProjected(Collection<String> patients) {
        Map<String, Instrument> instruments = instruments();
        AssessmentSearch search = AssessmentSearch.builder().patients(patients).build();
        return patients.isEmpty()
                ? Collections.emptyList()
                : transaction.execute(status ->
                        assembled(dao.rows(search, PhaseRestriction.NONE, instruments.keySet()), instruments));
    }

    /** @return how many assessments are projected, and how many of the record's are not yet as they are */
    ProjectionState state() {
        Map<String, Instrument> instruments = instruments();
        return transaction.execute(status -> new ProjectionState(
                dao.count(), stale(dao.types(instruments.keySet()), instruments).size()));
    }

    /** Drops what is projected of an encounter that is about to be purged. */
    void forget(Integer encounter) {
        dao.delete(Collections.singleton(encounter));
    }

    /** Projects everything anew. */
    void rebuild() {
        transaction.execute(status -> {
            locks.holdUntilTheTransactionEnds(NodeLock.PROJECTION);
            return dao.deleteAll();
        });
        upToDate(() -> null);
    }

    /**
     * What is little is read anew in the transaction that then reads the rows. What is more is read in parts before, so
     * that no node waits long for another.
     */
    private <T> T upToDate(Supplier<T> reading) {
        Map<String, Instrument> instruments = instruments();
        for (int round = 0; ; round++) {
            boolean last = round == ROUNDS;
            List<Fingerprint> many = new ArrayList<>();
            T read = transaction.execute(status -> {
                // The first statement: a database that reads as of its first one would miss what others have left.
                locks.holdUntilTheTransactionEnds(NodeLock.PROJECTION);
                List<Integer> types = dao.types(instruments.keySet());
                dao.deleteOrphans(types);
                List<Fingerprint> stale = stale(types, instruments);
                if (stale.size() > AT_ONCE && !last) {
                    many.addAll(stale);
                    return null;
                }
                projectInParts(stale, part -> project(part, instruments));
                return reading.get();
            });
            if (many.isEmpty()) {
                return read;
            }
            projectInParts(
                    many,
                    part -> transaction.execute(status -> {
                        locks.holdUntilTheTransactionEnds(NodeLock.PROJECTION);
                        project(part, instruments);
                        return null;
                    }));
        }
    }

    private static void projectInParts(List<Fingerprint> stale, Consumer<List<Fingerprint>> projecting) {
        for (int i = 0; i < stale.size(); i += AT_ONCE) {
            projecting.accept(stale.subList(i, Math.min(stale.size(), i + AT_ONCE)));
        }
    }

    private Map<String, Instrument> instruments() {
        return siteService.getInstruments().stream()
                .collect(Collectors.toMap(i -> StableUuid.ofEncounterType(i.getCode()), Function.identity()));
    }

    private List<Fingerprint> stale(List<Integer> types, Map<String, Instrument> instruments) {
        return dao.stale(types, readWith(instruments.values(), dictionaryDao.getDictionary()));
    }

    private void project(List<Fingerprint> stale, Map<String, Instrument> instruments) {
        if (stale.isEmpty()) {
            return;
        }
        Map<Integer, Fingerprint> fingerprints =
                stale.stream().collect(Collectors.toMap(Fingerprint::getEncounter, Function.identity()));
        Dictionary dictionary = dictionaryDao.getDictionary();
        int readWith = readWith(instruments.values(), dictionary);
        AssessmentReader reader =
                new AssessmentReader(siteService.getSettings(), dictionary, clock.getZone(), Collections.emptyMap());
        Map<Integer, List<ObsRow>> obs = assessmentDao.obs(fingerprints.keySet(), dictionary);
        List<ProjectedAssessment> projected = new ArrayList<>();
        for (EncounterRow encounter : assessmentDao.encounters(fingerprints.keySet(), instruments.keySet())) {
            Instrument instrument = instruments.get(encounter.getType());
            AssessmentReader.Answers answers =
                    reader.answers(instrument, encounter, obs.getOrDefault(encounter.getId(), Collections.emptyList()));
            projected.add(projected(fingerprints.get(encounter.getId()), instrument, answers, readWith));
        }
        dao.delete(fingerprints.keySet());
        dao.save(projected);
    }

    private static ProjectedAssessment projected(
            Fingerprint fingerprint, Instrument instrument, AssessmentReader.Answers answers, int readWith) {
        ProjectedAssessment projected = new ProjectedAssessment();
        projected.setEncounterId(fingerprint.getEncounter());
        projected.setPatientId(fingerprint.getPatient());
        projected.setEncounterType(fingerprint.getEncounterType());
        projected.setDate(fingerprint.getDate());
        projected.setObsCount(fingerprint.getObsCount());
        projected.setLastObs(fingerprint.getLastObs());
        projected.setChecksum(fingerprint.getChecksum());
        projected.setReadWith(readWith);
        projected.setComplete(new AssessmentRules(instrument, answers.getByQuestion()).isComplete());
        projected.setAmended(answers.isAmended());
        projected.setAnswers(ProjectedAnswers.write(instrument, answers.getByQuestion()));
        projected.setFaults(ProjectedAnswers.writeFaults(answers.getFaults()));
        return projected;
    }

    private List<Assessment> assembled(List<ProjectedRow> rows, Map<String, Instrument> instruments) {
        Dictionary dictionary = dictionaryDao.getDictionary();
        Set<String> patients = rows.stream().map(ProjectedRow::getPatient).collect(Collectors.toSet());
        AssessmentReader reader =
                new AssessmentReader(siteService.getSettings(), dictionary, clock.getZone(), phasesOfCare.of(patients));
        CompleteDays completeDays = new CompleteDays(assessmentDao, dictionary, clock.getZone(), patients);
        return rows.stream()
                .map(row -> {
                    Instrument instrument = instruments.get(row.getType());
                    AssessmentReader.Answers answers = new AssessmentReader.Answers(
                            ProjectedAnswers.read(instrument, row.getAnswers()),
                            ProjectedAnswers.readFaults(row.getFaults()),
                            row.isAmended());
                    return reader.assembled(
                                    instrument,
                                    row.getPatient(),
                                    row.getDate(),
                                    answers,
                                    other -> completeDays.of(row.getPatient(), other))
                            .uuid(row.getUuid())
                            .patient(row.getPatient())
                            .raters(Collections.emptyList())
                            .build();
                })
                .collect(Collectors.toList());
    }

    /** What an answer means follows from the definitions and from which concepts the server charts with: when they change, everything is read anew. */
    private static int readWith(Collection<Instrument> instruments, Dictionary dictionary) {
        int readWith = READING + dictionary.fingerprint();
        for (Instrument instrument : instruments) {
            StringBuilder known = new StringBuilder();
            for (Question question : instrument.getQuestions()) {
                known.append(question.getConceptCode())
                        .append(question.getKind().name());
                question.getChoices().forEach(choice -> known.append(choice.getConceptCode()));
            }
            readWith += known.toString().hashCode();
        }
        return readWith;
    }
}
