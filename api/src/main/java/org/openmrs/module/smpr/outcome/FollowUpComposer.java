/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.outcome.FollowUp.NoIndex;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.IndexRelease;

/** Puts together what is known of a person since his index release. */
final class FollowUpComposer {

    private final OutcomeRegisterSettings settings;

    private final LocalDate today;

    FollowUpComposer(OutcomeRegisterSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    /**
     * @param releases in order
     * @param events none voided
     * @param checks none voided
     */
    FollowUp compose(String patient, List<Release> releases, List<OutcomeEvent> events, List<FollowUpCheck> checks) {
        FollowUp.FollowUpBuilder followUp = FollowUp.builder()
                .patient(patient)
                .asOf(today)
                .settings(settings)
                .horizons(Collections.emptyList())
                .checksDue(Collections.emptyList())
                .events(events)
                .checks(checks);
        if (settings.getIndexRelease() == null) {
            return followUp.noIndex(NoIndex.INDEX_RELEASE_NOT_SET).build();
        }
        if (settings.getClock() == null) {
            return followUp.noIndex(NoIndex.CLOCK_NOT_SET).build();
        }
        Release release = index(releases);
        if (release == null) {
            return followUp.noIndex(NoIndex.NOT_RELEASED).build();
        }
        LocalDate index = release.start(settings.getClock());
        if (index == null || index.isAfter(today)) {
            return followUp.noIndex(NoIndex.CLOCK_NOT_STARTED).build();
        }
        StatusAtHorizon status = new StatusAtHorizon(index, events, checks, settings, today);
        return followUp.indexRelease(release)
                .indexDay(index)
                .now(status.at(today, Counted.ANY_BY_FACTS))
                .horizons(horizons(status, index, release.getEndOfCare()))
                .checksDue(new ChecksDue(status, settings.getConvictionLagYears(), today)
                        .from(index, release.getEndOfCare()))
                .build();
    }

    /** @return the index release; null for none that has happened */
    private Release index(List<Release> releases) {
        List<Release> past = releases.stream()
                .filter(release -> release.getLeftBuilding() == null
                        || !release.getLeftBuilding().isAfter(today))
                .collect(Collectors.toList());
        if (past.isEmpty()) {
            return null;
        }
        return past.get(settings.getIndexRelease() == IndexRelease.FIRST ? 0 : past.size() - 1);
    }

    /** The end of care is one where it lies within the follow-up. */
    private List<Horizon> horizons(StatusAtHorizon status, LocalDate index, LocalDate endOfCare) {
        List<Horizon> horizons = new ArrayList<>();
        settings.getHorizons().forEach(months -> horizons.add(horizon(status, months, index.plusMonths(months))));
        if (endOfCare != null && endOfCare.isAfter(index)) {
            horizons.add(horizon(status, null, endOfCare));
        }
        horizons.sort(Comparator.comparing(Horizon::getDay));
        return Collections.unmodifiableList(horizons);
    }

    private Horizon horizon(StatusAtHorizon status, Integer months, LocalDate day) {
        return new Horizon(
                months,
                day,
                Arrays.stream(Counted.values())
                        .filter(counted -> !counted.isViolent() || settings.getViolentDefinition() != null)
                        .map(counted -> status.at(day, counted))
                        .collect(Collectors.toList()));
    }
}
