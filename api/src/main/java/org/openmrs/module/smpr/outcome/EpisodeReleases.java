/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeReading;
import org.openmrs.module.smpr.pathway.record.Records;

/** Releases as people's episodes of care have them. */
public class EpisodeReleases implements Releases {

    private final EpisodeReading reading;

    public EpisodeReleases(EpisodeReading reading) {
        this.reading = reading;
    }

    @Override
    public Collection<String> getPatients() {
        return reading.patients();
    }

    @Override
    public Map<String, List<Release>> getReleases(Collection<String> patients) {
        return reading.read(patients, false).stream()
                .filter(episode -> episode.released().isPresent())
                .sorted(Comparator.comparing(episode -> episode.released().get()))
                .collect(Collectors.groupingBy(
                        Episode::getPatient, Collectors.mapping(EpisodeReleases::of, Collectors.toList())));
    }

    /** @return the release out of that episode, whose days may not be known yet */
    public static Release of(Episode episode) {
        return Release.builder()
                .episode(episode.getUuid())
                .leftBuilding(charted(episode, Records.LEFT_BUILDING))
                .ecrouLifted(charted(episode, Records.ECROU_LIFTED))
                .endOfCare(episode.getEnded())
                .build();
    }

    private static LocalDate charted(Episode episode, String day) {
        return episode.getRelease() == null
                ? null
                : episode.getRelease().day(day).orElse(null);
    }
}
