/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads assessments through projections, and writes them through the platform's own encounter service. */
@Transactional
public class AssessmentServiceImpl extends BaseOpenmrsService implements AssessmentService {

    private final AssessmentDao dao;

    private final DictionaryDao dictionaryDao;

    private final SiteService siteService;

    private final AssessmentProjection projection;

    private final PhasesOfCare phasesOfCare;
    private final BlindRatings blindRatings;

    private final Clock clock;

    public AssessmentServiceImpl(
            AssessmentDao dao,
            DictionaryDao dictionaryDao,
            SiteService siteService,
            AssessmentProjection projection,
            PhasesOfCare phasesOfCare,
            BlindRatings blindRatings,
            Clock clock) {
        this.blindRatings = blindRatings;
        this.projection = projection;
        this.phasesOfCare = phasesOfCare;
        this.dao = dao;
        this.dictionaryDao = dictionaryDao;
        this.siteService = siteService;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Instrument> getVisibleInstruments() {
        return new ArrayList<>(visible(siteService.getInstruments()).values());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Assessment> getAssessment(String uuid) {
        Map<String, Instrument> visible = visible(siteService.getInstruments());
        EncounterRow encounter = encounter(uuid, visible);
        if (encounter == null) {
            return Optional.empty();
        }
        Dictionary dictionary = dictionaryDao.getDictionary();
        return isHidden(encounter, dictionary) ? Optional.empty() : Optional.of(read(encounter, visible, dictionary));
    }

    /** @return the encounter, hidden or not; null where there is none that the user may see */
    private EncounterRow encounter(String uuid, Map<String, Instrument> visible) {
        return uuid == null || visible.isEmpty() ? null : dao.encounter(uuid, visible.keySet());
    }

    private boolean isHidden(EncounterRow encounter, Dictionary dictionary) {
        return hidden(Collections.singleton(encounter.getPatient()), dictionary).containsKey(encounter.getId());
    }

    /** What a blind rating hides from the user. */
    private Map<Integer, HiddenRating> hidden(Collection<String> patients, Dictionary dictionary) {
        return blindRatings.hiddenFrom(Context.getAuthenticatedUser(), patients, dictionary);
    }

    private Map<Integer, HiddenRating> hidden(AssessmentSearch search, Dictionary dictionary) {
        return hidden(
                search.getPatient() == null ? search.getPatients() : Collections.singleton(search.getPatient()),
                dictionary);
    }

    private Restriction restriction(AssessmentSearch search, Dictionary dictionary) {
        return PhaseRestriction.of(search.getPhase(), () -> dictionary, phasesOfCare)
                .and(EncounterRestriction.without(hidden(search, dictionary).keySet()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Assessment> getAssessments(AssessmentSearch search) {
        Map<String, Instrument> visible = visible(search);
        if (visible.isEmpty()) {
            return Collections.emptyList();
        }
        Dictionary dictionary = dictionaryDao.getDictionary();
        return read(dao.encounters(search, restriction(search, dictionary), visible.keySet()), visible, dictionary);
    }

    @Override
    @Transactional(readOnly = true)
    public List<HiddenRating> getHiddenRatings(AssessmentSearch search) {
        Dictionary dictionary = dictionaryDao.getDictionary();
        Map<Integer, HiddenRating> hidden = hidden(search, dictionary);
        Map<String, Instrument> visible = hidden.isEmpty() ? Collections.emptyMap() : visible(search);
        if (visible.isEmpty()) {
            return Collections.emptyList();
        }
        Restriction restriction = PhaseRestriction.of(search.getPhase(), () -> dictionary, phasesOfCare)
                .and(EncounterRestriction.only(hidden.keySet()));
        AssessmentSearch all = search.toBuilder().startIndex(0).limit(null).build();
        return dao.encounters(all, restriction, visible.keySet()).stream()
                .map(encounter -> hidden.get(encounter.getId()))
                .collect(Collectors.toList());
    }

    /** In transactions of the projection's own: read-only here, so that nothing is written where there is none. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Assessment> getCohortAssessments(AssessmentSearch search) {
        Map<String, Instrument> visible = visible(search);
        return visible.isEmpty()
                ? Collections.emptyList()
                : projection.read(search, () -> restriction(search, dictionaryDao.getDictionary()), visible);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public ProjectionState getProjectionState() {
        return projection.state();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public ProjectionState rebuildProjection() {
        projection.rebuild();
        return projection.state();
    }

    @Override
    @Transactional(readOnly = true)
    public long countAssessments(AssessmentSearch search) {
        Map<String, Instrument> visible = visible(search);
        return visible.isEmpty()
                ? 0
                : dao.count(search, restriction(search, dictionaryDao.getDictionary()), visible.keySet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ScaleScore> getScores(Assessment assessment) {
        return new Scoring(assessment.getSettings()).scores(assessment);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Amendment> getHistory(Assessment assessment) {
        Map<String, Instrument> visible = visible(siteService.getInstruments());
        EncounterRow encounter = encounter(assessment.getUuid(), visible);
        Dictionary dictionary = dictionaryDao.getDictionary();
        if (encounter == null || isHidden(encounter, dictionary)) {
            return Collections.emptyList();
        }
        Instrument instrument = visible.get(encounter.getType());
        AnswerReader answers = new AnswerReader(instrument, dictionary, clock.getZone());
        return new HistoryReader(instrument, answers).read(encounter, dao.history(encounter.getId()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Boolean> isRatedBlind(Assessment assessment) {
        return getAssessment(assessment.getUuid())
                .filter(Assessment::isIndependent)
                .filter(found -> !found.isVoided())
                .flatMap(blindRatings::wasBlind);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fault> checkAssessment(AssessmentInput input) {
        List<Fault> faults = new ArrayList<>(input.getFaults());
        EncounterInput encounter = read(input, input.getUuid() == null ? null : amendedBy(input), faults);
        if (faults.isEmpty()) {
            EncounterPrivileges.requireEdit(encounter.getType());
        }
        return faults;
    }

    private Assessment amendedBy(AssessmentInput input) {
        Assessment amended = getAssessment(input.getUuid())
                .filter(found -> !found.isVoided())
                .orElseThrow(
                        () -> new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownAssessment"))));
        if (input.getVersion() != null && !input.getVersion().equals(amended.getVersion())) {
            throw new ChangedMeanwhileException();
        }
        return amended;
    }

    private EncounterInput read(AssessmentInput input, Assessment amended, List<Fault> faults) {
        return new EncounterInputReader(siteService.getInstruments(), clock, faults, this::completeDays)
                .read(input, amended);
    }

    @Override
    public Assessment saveAssessment(AssessmentInput input) {
        Assessment amended = null;
        if (input.getUuid() != null) {
            // The first statement of the transaction: a database that reads as of its first one would miss what others,
            // who held the lock until now, have left.
            dao.lock(input.getUuid());
            amended = amendedBy(input);
        }
        List<Fault> faults = new ArrayList<>(input.getFaults());
        EncounterInput encounter = read(input, amended, faults);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        EncounterPrivileges.requireEdit(encounter.getType());
        if (!encounter.isChanged()) {
            return amended;
        }
        Encounter written = new EncounterWriter(dao, dictionaryDao.getDictionary(), clock)
                .write(encounter, amended == null ? null : amended.getUuid());
        // Whoever has written it has seen it, also where what it now is would hide it from him.
        Map<String, Instrument> visible = visible(siteService.getInstruments());
        EncounterRow read = encounter(written.getUuid(), visible);
        if (read == null) {
            throw new IllegalStateException("What was just charted cannot be read");
        }
        return read(read, visible, dictionaryDao.getDictionary());
    }

    @Override
    public void deleteAssessment(Assessment assessment, String reason) {
        Reasons.require(reason);
        dao.lock(assessment.getUuid());
        Encounter encounter = encounter(assessment);
        if (!encounter.getVoided()) {
            Context.getEncounterService().voidEncounter(encounter, reason);
        }
    }

    @Override
    public Assessment undeleteAssessment(Assessment assessment) {
        dao.lock(assessment.getUuid());
        Encounter encounter = encounter(assessment);
        if (!encounter.getVoided()) {
            return getAssessment(assessment.getUuid()).orElse(assessment);
        }
        Optional<Assessment> voided = getAssessment(assessment.getUuid());
        if (voided.filter(found -> found.isIndependent() && !found.isComplete()).isPresent()) {
            throw new FaultsException(Collections.singletonList(Fault.of("uuid", "blindDraftStaysVoided")));
        }
        Map<Obs, Obs> amendedBefore = new LinkedHashMap<>();
        for (Obs obs : encounter.getAllObs(true)) {
            if (obs.getVoided() && !Objects.equals(obs.getVoidReason(), encounter.getVoidReason())) {
                Obs asItWas = new Obs();
                asItWas.setVoidReason(obs.getVoidReason());
                asItWas.setVoidedBy(obs.getVoidedBy());
                asItWas.setDateVoided(obs.getDateVoided());
                amendedBefore.put(obs, asItWas);
            }
        }
        Context.getEncounterService().unvoidEncounter(encounter);
        // The platform brings back all that was voided in the same second, what an amendment had replaced included.
        amendedBefore.forEach((obs, asItWas) -> {
            if (!obs.getVoided()) {
                // With these set the platform sets no others, and the history stays as it was.
                obs.setVoidedBy(asItWas.getVoidedBy());
                obs.setDateVoided(asItWas.getDateVoided());
                Context.getObsService().voidObs(obs, asItWas.getVoidReason());
            }
        });
        Context.flushSession();
        return getAssessment(assessment.getUuid()).orElse(assessment);
    }

    @Override
    public void purgeAssessment(Assessment assessment) {
        // Whoever may purge assessments need not be able to purge every encounter.
        Context.addProxyPrivilege(PrivilegeConstants.PURGE_ENCOUNTERS);
        Context.addProxyPrivilege(PrivilegeConstants.DELETE_OBS);
        try {
            dao.lock(assessment.getUuid());
            Encounter encounter = encounter(assessment);
            projection.forget(encounter.getEncounterId());
            // The newest first: each may follow an older one that it replaced.
            encounter.getAllFlattenedObs(true).stream()
                    .sorted(Comparator.comparing(Obs::getObsId).reversed())
                    .forEach(obs -> {
                        encounter.removeObs(obs);
                        Context.getObsService().purgeObs(obs);
                        Context.flushSession();
                    });
            Context.getEncounterService().purgeEncounter(encounter);
        } finally {
            Context.removeProxyPrivilege(PrivilegeConstants.DELETE_OBS);
            Context.removeProxyPrivilege(PrivilegeConstants.PURGE_ENCOUNTERS);
        }
    }

    /** Looked up anew: an assessment is a plain value, and nobody shall void or purge another encounter through it. */
    private Encounter encounter(Assessment assessment) {
        if (!getAssessment(assessment.getUuid()).isPresent()) {
            throw new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownAssessment")));
        }
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(assessment.getUuid());
        EncounterPrivileges.requireEdit(encounter.getEncounterType());
        return encounter;
    }

    private Map<String, Instrument> visible(AssessmentSearch search) {
        return visible(siteService.getInstruments().stream()
                .filter(i ->
                        search.getInstrument() == null || search.getInstrument().equals(i.getCode()))
                .collect(Collectors.toList()));
    }

    /** The instruments whose assessments the user may see, by uuid of their encounter type. */
    private Map<String, Instrument> visible(Collection<Instrument> instruments) {
        if (instruments.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<String, Instrument> byType = instruments.stream()
                .collect(Collectors.toMap(
                        i -> StableUuid.ofEncounterType(i.getCode()),
                        Function.identity(),
                        (a, b) -> a,
                        LinkedHashMap::new));
        Map<String, String> privileges = dao.viewPrivileges(byType.keySet());
        byType.keySet()
                .removeIf(type -> !privileges.containsKey(type)
                        || privileges.get(type) != null && !Context.hasPrivilege(privileges.get(type)));
        return byType;
    }

    private Assessment read(EncounterRow encounter, Map<String, Instrument> instruments, Dictionary dictionary) {
        return read(Collections.singletonList(encounter), instruments, dictionary)
                .get(0);
    }

    private List<Assessment> read(
            List<EncounterRow> encounters, Map<String, Instrument> instruments, Dictionary dictionary) {
        List<Integer> ids = encounters.stream().map(EncounterRow::getId).collect(Collectors.toList());
        Map<Integer, List<ObsRow>> obs = dao.obs(ids, dictionary);
        Map<Integer, List<RaterRow>> raters = dao.raters(ids);
        SiteSettings settings = siteService.getSettings();
        Set<String> patients = encounters.stream().map(EncounterRow::getPatient).collect(Collectors.toSet());
        AssessmentReader reader =
                new AssessmentReader(settings, dictionary, clock.getZone(), phasesOfCare.of(patients));
        CompleteDays completeDays = new CompleteDays(dao, dictionary, clock.getZone(), patients);
        return encounters.stream()
                .map(encounter -> reader.read(
                        instruments.get(encounter.getType()),
                        encounter,
                        obs.getOrDefault(encounter.getId(), Collections.emptyList()),
                        raters.getOrDefault(encounter.getId(), Collections.emptyList()),
                        other -> completeDays.of(encounter.getPatient(), other)))
                .collect(Collectors.toList());
    }

    private Set<LocalDate> completeDays(String patient, String instrument) {
        return new CompleteDays(dao, dictionaryDao.getDictionary(), clock.getZone(), Collections.singleton(patient))
                .of(patient, instrument);
    }
}
