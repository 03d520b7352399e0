/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import lombok.experimental.Delegate;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.plan.EpisodePlan;
import org.openmrs.module.smpr.pathway.plan.PlanService;
import org.openmrs.module.smpr.site.SiteService;

/** An episode of care and, if anybody wants to know, how it stands with its plan: asked once for all episodes of a page. */
@Value
class EpisodeOnPage {

    @Delegate
    Episode episode;

    Page page;

    static EpisodeOnPage alone(Episode episode) {
        return episode == null ? null : all(Collections.singletonList(episode)).get(0);
    }

    static List<EpisodeOnPage> all(List<Episode> episodes) {
        Page page = new Page(new ArrayList<>(episodes));
        return episodes.stream()
                .map(episode -> new EpisodeOnPage(episode, page))
                .collect(Collectors.toList());
    }

    /** @return null for a voided one, which has none */
    EpisodePlan plan() {
        return page.plans().get(episode.getUuid());
    }

    /** @return as the site uses it */
    Optional<Instrument> instrument(String code) {
        return page.instruments().stream()
                .filter(instrument -> instrument.getCode().equals(code))
                .findFirst();
    }

    @RequiredArgsConstructor(access = AccessLevel.PRIVATE)
    private static final class Page {

        private final List<Episode> episodes;

        private Map<String, EpisodePlan> plans;

        private List<Instrument> instruments;

        Map<String, EpisodePlan> plans() {
            if (plans == null) {
                plans = Context.getService(PlanService.class).getPlans(episodes).stream()
                        .collect(Collectors.toMap(EpisodePlan::getUuid, Function.identity()));
            }
            return plans;
        }

        List<Instrument> instruments() {
            if (instruments == null) {
                instruments = Context.getService(SiteService.class).getInstruments();
            }
            return instruments;
        }
    }
}
