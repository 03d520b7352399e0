/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.site.SiteSettings;

/**
 * Knows which ratings a user must not see yet. Two ratings of one person with one instrument, no further apart than the
 * site has set, one of them at least an independent second rating, are a blind pair until both are complete; whoever is
 * a rater of one of them alone does not see the other. A rater of a rating is who has charted it, and who is named as one.
 */
public class BlindRatings {

    private static final String STATUS = CommonQuestions.NAMESPACE + "." + CommonQuestions.STATUS;

    private static final String ROLE = CommonQuestions.NAMESPACE + "." + CommonQuestions.RATER_ROLE;

    private final BlindRatingDao dao;

    private final DictionaryDao dictionaryDao;

    private final SiteService siteService;

    private final Clock clock;

    public BlindRatings(BlindRatingDao dao, DictionaryDao dictionaryDao, SiteService siteService, Clock clock) {
        this.dao = dao;
        this.dictionaryDao = dictionaryDao;
        this.siteService = siteService;
        this.clock = clock;
    }

    /**
     * Takes one statement where there is no second rating, two where the user has rated nobody of whom there is one; else two more.
     *
     * @param user null for nobody, from whom nothing is hidden: work of the server's own
     * @param patients uuids; null for everybody
     * @return by id of the encounter, voided ones too
     */
    Map<Integer, HiddenRating> hiddenFrom(User user, Collection<String> patients, Dictionary dictionary) {
        if (user == null || patients != null && patients.isEmpty()) {
            return Collections.emptyMap();
        }
        if (codes(dictionary).getIndependent().isEmpty()) {
            return Collections.emptyMap();
        }
        List<PairedRating> ratings = dao.ratings(user, patients, types(), codes(dictionary));
        if (ratings.isEmpty()) {
            return Collections.emptyMap();
        }
        Integer withinDays = siteService.getSettings().getDoubleRatingWithinDays();
        Map<Integer, HiddenRating> hidden = new LinkedHashMap<>();
        ratings.stream()
                .collect(Collectors.groupingBy(rating -> rating.getPatient() + rating.getType()))
                .values()
                .forEach(ofOnePerson -> hidden.putAll(hidden(ofOnePerson, withinDays)));
        return hidden;
    }

    /** The encounter types of all assessments. */
    private List<String> types() {
        return siteService.getInstruments().stream()
                .map(instrument -> StableUuid.ofEncounterType(instrument.getCode()))
                .collect(Collectors.toList());
    }

    /** @return uuids of what is hidden, of those patients, from who is signed in */
    public Set<String> hiddenFromReader(Collection<String> patients) {
        return hiddenFrom(Context.getAuthenticatedUser(), patients, dictionaryDao.getDictionary()).values().stream()
                .map(HiddenRating::getUuid)
                .collect(Collectors.toSet());
    }

    /** The same, while the session may hold what it must not write yet: amid the platform's own work. */
    Map<Integer, HiddenRating> hiddenAmidChanges(User user, Collection<String> patients) {
        return dao.withoutWriting(() -> hiddenFrom(user, patients, dictionaryDao.getDictionary()));
    }

    private Map<Integer, HiddenRating> hidden(List<PairedRating> ofOnePerson, Integer withinDays) {
        List<PairedRating> own = ofOnePerson.stream()
                .filter(rating -> rating.isOwn() && !rating.isVoided())
                .collect(Collectors.toList());
        Map<Integer, HiddenRating> hidden = new LinkedHashMap<>();
        for (PairedRating other : ofOnePerson) {
            if (!other.isOwn()) {
                List<PairedRating> near = own.stream()
                        .filter(rating -> isNear(rating, other, withinDays))
                        .collect(Collectors.toList());
                if (near.stream()
                        .anyMatch(rating ->
                                isBlindPair(rating, other) && !isOpenedBefore(rating, other, near, withinDays))) {
                    hidden.put(other.getEncounter(), other.hidden());
                }
            }
        }
        return hidden;
    }

    private static BlindRatingDao.Codes codes(Dictionary dictionary) {
        return new BlindRatingDao.Codes(
                dictionary.ids(ROLE),
                dictionary.ids(ROLE + "." + CommonQuestions.INDEPENDENT),
                dictionary.ids(STATUS),
                dictionary.ids(STATUS + "." + CommonQuestions.COMPLETE));
    }

    /**
     * @return whether the second rating and those it makes a pair with were made blind: as {@link PairReading#blind} says;
     *     empty for what is no second rating
     */
    Optional<Boolean> wasBlind(Assessment assessment) {
        return Optional.ofNullable(
                wereBlind(Collections.singletonList(assessment)).get(assessment.getUuid()));
    }

    /**
     * Takes as many statements for many as for one, and asks nobody for a privilege.
     *
     * @param seconds second ratings
     * @return the same of each, by its uuid; those of which it is not known, and what is no second rating, are not in it
     */
    public Map<String, Boolean> wereBlind(Collection<Assessment> seconds) {
        if (seconds.isEmpty()) {
            return Collections.emptyMap();
        }
        Set<String> patients = seconds.stream().map(Assessment::getPatient).collect(Collectors.toSet());
        Set<String> types = seconds.stream()
                .map(second -> StableUuid.ofEncounterType(second.getInstrument().getCode()))
                .collect(Collectors.toSet());
        Map<String, List<BlindRatingDao.Paired>> ofOnePerson =
                dao.ofPeople(patients, types, codes(dictionaryDao.getDictionary())).stream()
                        .collect(Collectors.groupingBy(
                                paired -> paired.getRating().getPatient()
                                        + paired.getRating().getType()));
        Set<String> raters = ofOnePerson.values().stream()
                .flatMap(List::stream)
                .flatMap(paired -> paired.getReading().getRaters().stream())
                .collect(Collectors.toSet());
        Map<String, List<PairReading.Reading>> readings = dao.readings(patients, raters);
        SiteSettings settings = siteService.getSettings();
        Map<String, Boolean> blind = new HashMap<>();
        for (List<BlindRatingDao.Paired> ratings : ofOnePerson.values()) {
            ratings.stream()
                    .filter(paired -> paired.getRating().isIndependent())
                    .forEach(second -> wasBlind(
                                    second,
                                    ratings,
                                    readings.getOrDefault(second.getRating().getPatient(), Collections.emptyList()),
                                    settings)
                            .ifPresent(so -> blind.put(second.getRating().getUuid(), so)));
        }
        return blind;
    }

    private Optional<Boolean> wasBlind(
            BlindRatingDao.Paired second,
            List<BlindRatingDao.Paired> ofOnePerson,
            List<PairReading.Reading> readings,
            SiteSettings settings) {
        Integer keptDays = settings.getReadLogDays();
        return PairReading.blind(
                second.getReading(),
                ofOnePerson.stream()
                        .filter(paired -> paired != second)
                        .filter(paired ->
                                isNear(second.getRating(), paired.getRating(), settings.getDoubleRatingWithinDays()))
                        .map(BlindRatingDao.Paired::getReading)
                        .collect(Collectors.toList()),
                readings,
                keptDays == null ? null : clock.instant().minus(keptDays, ChronoUnit.DAYS));
    }

    private boolean isNear(PairedRating one, PairedRating other, Integer withinDays) {
        return withinDays == null || daysApart(one, other) <= withinDays;
    }

    private long daysApart(PairedRating one, PairedRating other) {
        return Math.abs(ChronoUnit.DAYS.between(
                Times.day(one.getDate(), clock.getZone()), Times.day(other.getDate(), clock.getZone())));
    }

    /** What is voided is completed by nobody, so that it is waited for by nobody either; nor is it shown to one who still rates. */
    private static boolean isBlindPair(PairedRating own, PairedRating other) {
        return (own.isIndependent() || other.isIndependent())
                && (!own.isComplete() || !other.isVoided() && !other.isComplete());
    }

    /**
     * Once a pair is complete, both of it are known: a draft of the first rater's that is begun later and brings the two
     * together does not hide the second again. One that was begun before is a rating that may be the second's pair itself.
     */
    private boolean isOpenedBefore(PairedRating own, PairedRating other, List<PairedRating> near, Integer withinDays) {
        return !own.isIndependent()
                && other.isComplete()
                && !other.isVoided()
                && other.getCompleted().before(own.getBegun())
                && near.stream()
                        .anyMatch(rating -> rating.isComplete()
                                && !rating.isIndependent()
                                && rating.getCompleted().before(own.getBegun())
                                // Where everything is near, a rating of years ago makes a pair with it in form alone.
                                && (withinDays != null || daysApart(rating, other) <= daysApart(own, other)));
    }
}
