/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.EncounterPrivileges;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.HiddenRating;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.assessment.Texts;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.trajectory.Basis;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.SummaryWriter;
import org.springframework.transaction.annotation.Transactional;

/** Files what a clinician has validated through the platform's own encounter service. */
@Transactional
public class FiledSummaryServiceImpl extends BaseOpenmrsService implements FiledSummaryService {

    /** The bytes that the platform's column has. */
    private static final int LONGEST_BASIS = 65_535;

    private final FiledSummaries summaries;

    private final AssessmentService assessmentService;

    private final TrajectoryService trajectoryService;

    private final SiteService siteService;

    private final DictionaryDao dictionaryDao;

    private final Clock clock;

    public FiledSummaryServiceImpl(
            FiledSummaries summaries,
            AssessmentService assessmentService,
            TrajectoryService trajectoryService,
            SiteService siteService,
            DictionaryDao dictionaryDao,
            Clock clock) {
        this.summaries = summaries;
        this.assessmentService = assessmentService;
        this.trajectoryService = trajectoryService;
        this.siteService = siteService;
        this.dictionaryDao = dictionaryDao;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FiledSummary> getFiledSummary(String uuid) {
        if (uuid == null) {
            return Optional.empty();
        }
        List<Instrument> visible = assessmentService.getVisibleInstruments();
        return summaries
                .one(uuid, visible, this::hidden)
                .map(found -> compared(found, basis(found.getPatient()), visible, hidden(found.getPatient())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<FiledSummary> getFiledSummaries(FiledSummarySearch search) {
        if (search.getPatient() == null) {
            return Collections.emptyList();
        }
        List<Instrument> visible = assessmentService.getVisibleInstruments();
        Basis now = basis(search.getPatient());
        List<HiddenRating> hidden = hidden(search.getPatient());
        return summaries.all(search, visible, hidden).stream()
                .map(summary -> compared(summary, now, visible, hidden))
                .collect(Collectors.toList());
    }

    @Override
    public FiledSummary fileSummary(FiledSummaryInput input) {
        List<Fault> faults = new ArrayList<>(input.getFaults());
        Optional<Trajectory> trajectory = trajectory(input.getPatient(), faults);
        List<String> sentences = sentences(input.getText(), faults);
        refuseUnknownLanguage(input.getLanguage(), faults);
        require(Fields.VERSION, input.getVersion(), faults);
        EncounterType type = type(faults);
        Optional<Provider> clinician = clinician(faults);
        if (!faults.isEmpty() || !trajectory.isPresent() || !clinician.isPresent()) {
            throw new FaultsException(faults);
        }
        EncounterPrivileges.requireEdit(type);
        Basis basis = trajectory.get().getBasis();
        if (!basis.version().equals(input.getVersion())) {
            throw new ChangedMeanwhileException();
        }
        // To the second, which is what every database keeps of it.
        Date now = Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(SummaryQuestions.TEXT, String.join("\n", sentences));
        answers.put(SummaryQuestions.LANGUAGE, input.getLanguage());
        answers.put(
                SummaryQuestions.WORDING,
                sentences.equals(automatic(trajectory.get(), input.getLanguage()))
                        ? SummaryQuestions.AUTOMATIC
                        : SummaryQuestions.EDITED);
        answers.put(SummaryQuestions.BASIS, basis.text());
        answers.put(SummaryQuestions.SEAL, Seal.of(clinician.get().getUuid(), now, clock.getZone(), answers));
        Encounter filed = new FiledSummaryWriter(dictionaryDao.getDictionary())
                .write(
                        Context.getPatientService().getPatientByUuid(input.getPatient()),
                        type,
                        clinician.get(),
                        now,
                        answers);
        return getFiledSummary(filed.getUuid())
                .orElseThrow(() -> new IllegalStateException("What was just filed cannot be read"));
    }

    /** Looked up anew: a summary is a plain value, and nobody shall void another encounter through it. */
    @Override
    public void deleteFiledSummary(FiledSummary summary, String reason) {
        Reasons.require(reason);
        if (!getFiledSummary(summary.getUuid()).isPresent()) {
            throw new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownSummary")));
        }
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(summary.getUuid());
        EncounterPrivileges.requireEdit(encounter.getEncounterType());
        if (!encounter.getVoided()) {
            Context.getEncounterService().voidEncounter(encounter, reason);
        }
    }

    private List<HiddenRating> hidden(String patient) {
        return assessmentService.getHiddenRatings(
                AssessmentSearch.builder().patient(patient).includeVoided(true).build());
    }

    /** Where an assessment that counts is hidden from the user, it is not known what is different now. */
    private static FiledSummary compared(
            FiledSummary summary, Basis now, List<Instrument> visible, List<HiddenRating> hidden) {
        return hidden.stream().anyMatch(HiddenRating::isCounted)
                ? summary.comparedWithNothing()
                : summary.comparedWith(now, visible);
    }

    private Basis basis(String patient) {
        return Basis.of(
                assessmentService.getAssessments(
                        AssessmentSearch.builder().patient(patient).build()),
                siteService.getSettings(),
                clock.getZone());
    }

    private Optional<Trajectory> trajectory(String patient, List<Fault> faults) {
        if (!require(Fields.PATIENT, patient, faults)) {
            return Optional.empty();
        }
        Optional<Trajectory> trajectory = trajectoryService.getTrajectory(
                TrajectorySearch.builder().patient(patient).build());
        if (!trajectory.isPresent()) {
            faults.add(Fault.of(Fields.PATIENT, "unknownPatient"));
        } else if (trajectory.get().isWithheld()) {
            faults.add(Fault.of(Fields.PATIENT, "blindRating"));
        } else if (trajectory.get().getBasis().getEntries().isEmpty()) {
            faults.add(Fault.of(Fields.PATIENT, "neverAssessed"));
        } else if (trajectory.get().getBasis().text().length() > LONGEST_BASIS) {
            faults.add(Fault.of(Fields.PATIENT, "tooManyAssessments"));
        }
        return trajectory;
    }

    /** @return the sentences, a line each */
    private static List<String> sentences(List<String> given, List<Fault> faults) {
        if (!require(SummaryQuestions.TEXT, given, faults)) {
            return Collections.emptyList();
        }
        List<String> sentences = given.stream()
                .flatMap(text -> Arrays.stream(text.split("\\R")))
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
        String text = String.join("\n", sentences);
        if (sentences.isEmpty()
                || given.stream().anyMatch(sentence -> sentence.trim().isEmpty())) {
            faults.add(Fault.of(SummaryQuestions.TEXT, "missing"));
        }
        if (text.length() > Texts.LONGEST) {
            faults.add(Fault.of(SummaryQuestions.TEXT, "tooLong", String.valueOf(Texts.LONGEST)));
        }
        if (!given.stream().allMatch(Texts::canBeKept)) {
            faults.add(Fault.of(SummaryQuestions.TEXT, "unwritable"));
        }
        return sentences;
    }

    private static void refuseUnknownLanguage(String given, List<Fault> faults) {
        List<Choice> languages =
                SummaryQuestions.question(SummaryQuestions.LANGUAGE).getChoices();
        if (require(SummaryQuestions.LANGUAGE, given, faults)
                && languages.stream().noneMatch(choice -> choice.getCode().equals(given))) {
            faults.add(Fault.of(
                    SummaryQuestions.LANGUAGE,
                    "notOneOf",
                    languages.stream().map(Choice::getCode).collect(Collectors.joining(", "))));
        }
    }

    /** @return whether it was given; where it was not, nor refused already, that is a fault */
    private static boolean require(String field, Object given, List<Fault> faults) {
        if (given == null && faults.stream().noneMatch(fault -> fault.getField().equals(field))) {
            faults.add(Fault.of(field, "missing"));
        }
        return given != null;
    }

    private static EncounterType type(List<Fault> faults) {
        EncounterType type = Context.getEncounterService().getEncounterTypeByUuid(SummaryQuestions.ENCOUNTER_TYPE);
        if (type == null) {
            faults.add(Fault.of("uuid", "notInstalled"));
        }
        return type;
    }

    /** @return the signed-in user's account as a provider; of several the first that is not retired */
    private static Optional<Provider> clinician(List<Fault> faults) {
        Person person = Context.getAuthenticatedUser().getPerson();
        Optional<Provider> clinician = person == null
                ? Optional.empty()
                : Context.getProviderService().getProvidersByPerson(person).stream()
                        .filter(provider -> !provider.getRetired())
                        .min(Comparator.comparing(Provider::getProviderId));
        if (!clinician.isPresent()) {
            faults.add(Fault.of("validator", "notAClinician"));
        }
        return clinician;
    }

    /** What is written automatically, as the user is shown it. */
    private List<String> automatic(Trajectory trajectory, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new SummaryWriter(new Language(
                        (key, arguments) -> Context.getMessageSourceService().getMessage(key, arguments, locale),
                        locale,
                        clock.getZone()))
                .write(trajectory).getSentences().stream()
                        .map(sentence -> sentence.getText().trim())
                        .collect(Collectors.toList());
    }
}
