/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.BlindRatings;
import org.openmrs.module.smpr.pathway.Episode;
import org.springframework.transaction.annotation.Transactional;

/** Asks the plan of the people whose episodes are given, because an assessment belongs to one episode of a person alone. */
@Transactional
public class PlanServiceImpl extends BaseOpenmrsService implements PlanService {

    private final PlanSource source;

    private final BlindRatings blindRatings;

    private final Clock clock;

    public PlanServiceImpl(PlanSource source, BlindRatings blindRatings, Clock clock) {
        this.source = source;
        this.blindRatings = blindRatings;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<EpisodePlan> getPlans(List<Episode> episodes) {
        Set<String> patients = episodes.stream().map(Episode::getPatient).collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        Map<String, EpisodePlan> plans = source.read(patients).values().stream()
                .flatMap(plan -> plan.on(today).stream())
                .collect(Collectors.toMap(EpisodePlan::getUuid, Function.identity()));
        Set<String> hidden = blindRatings.hiddenFromReader(patients);
        return episodes.stream()
                .map(episode -> plans.get(episode.getUuid()))
                .filter(Objects::nonNull)
                .map(plan -> plan.hiding(hidden))
                .collect(Collectors.toList());
    }
}
