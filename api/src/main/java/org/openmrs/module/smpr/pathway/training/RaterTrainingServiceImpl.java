/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.assessment.Texts;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the trainings of raters. */
@Transactional
public class RaterTrainingServiceImpl extends BaseOpenmrsService implements RaterTrainingService {

    private static final String PROVIDER = "provider";

    private static final String LEVEL = "level";

    private static final String NOTE = "note";

    private static final int LONGEST_NOTE = 1000;

    private final RaterTrainingDao dao;

    private final SiteService siteService;

    private final Clock clock;

    public RaterTrainingServiceImpl(RaterTrainingDao dao, SiteService siteService, Clock clock) {
        this.dao = dao;
        this.siteService = siteService;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RaterTraining> getTraining(String uuid) {
        return uuid == null ? Optional.empty() : dao.byUuid(uuid);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RaterTraining> getTrainings(RaterTrainingSearch search) {
        return dao.trainings(search);
    }

    @Override
    @Transactional(readOnly = true)
    public long countTrainings(RaterTrainingSearch search) {
        return dao.count(search);
    }

    @Override
    public RaterTraining saveTraining(RaterTrainingInput input) {
        List<Fault> faults = new ArrayList<>(input.getFaults());
        if (isGiven(PROVIDER, input.getProvider(), faults) && !dao.isProvider(input.getProvider())) {
            faults.add(Fault.of(PROVIDER, "unknownRater"));
        }
        if (isGiven(Fields.INSTRUMENT, input.getInstrument(), faults)
                && !siteService.getInstrument(input.getInstrument()).isPresent()) {
            faults.add(Fault.of(Fields.INSTRUMENT, "unknownInstrument", input.getInstrument()));
        }
        LocalDate day = day(input.getDate(), faults);
        List<String> levels =
                Arrays.stream(TrainingLevel.values()).map(Enum::name).collect(Collectors.toList());
        if (isGiven(LEVEL, input.getLevel(), faults) && !levels.contains(input.getLevel())) {
            faults.add(Fault.of(LEVEL, "notOneOf", String.join(", ", levels)));
        }
        String note = input.getNote() == null || input.getNote().trim().isEmpty()
                ? null
                : input.getNote().trim();
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(Fault.of(NOTE, "tooLong", String.valueOf(LONGEST_NOTE)));
        }
        if (note != null && !Texts.canBeKept(note)) {
            faults.add(Fault.of(NOTE, "unwritable"));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        RaterTraining training = new RaterTraining();
        training.setProvider(input.getProvider());
        training.setInstrument(input.getInstrument());
        training.setDate(java.sql.Date.valueOf(day));
        training.setLevel(input.getLevel());
        training.setNote(note);
        training.setCreator(Context.getAuthenticatedUser());
        training.setDateCreated(now());
        dao.save(training);
        return getTraining(training.getUuid())
                .orElseThrow(() -> new IllegalStateException("What was just charted cannot be read"));
    }

    /** Looked up anew: nobody shall void what he has made himself. */
    @Override
    public void deleteTraining(RaterTraining training, String reason) {
        Reasons.require(reason);
        RaterTraining found = getTraining(training.getUuid())
                .orElseThrow(() -> new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownTraining"))));
        if (!found.isVoided()) {
            found.setVoided(true);
            found.setVoidedBy(Context.getAuthenticatedUser());
            found.setDateVoided(now());
            found.setVoidReason(reason.trim());
        }
    }

    private LocalDate day(String given, List<Fault> faults) {
        if (!isGiven(Fields.DATE, given, faults)) {
            return null;
        }
        LocalDate day = Times.day(given).orElse(null);
        if (day == null) {
            faults.add(Fault.of(Fields.DATE, "notADate"));
        } else if (day.isAfter(LocalDate.now(clock))) {
            faults.add(Fault.of(Fields.DATE, "inTheFuture"));
        }
        return day;
    }

    /** @return whether it was given; where it was not, nor refused already, that is a fault */
    private static boolean isGiven(String field, String given, List<Fault> faults) {
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
