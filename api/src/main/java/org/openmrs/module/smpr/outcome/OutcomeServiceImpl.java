/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.transaction.annotation.Transactional;

/** Opens the register where the site has recorded its legal basis, and tells from it what became of people. */
@Transactional
public class OutcomeServiceImpl extends BaseOpenmrsService implements OutcomeService {

    private final OutcomeReading reading;

    private final EventRegister events;

    private final CheckRegister checks;

    private final Releases releases;

    private final SiteService siteService;

    private final Clock clock;

    public OutcomeServiceImpl(
            OutcomeDao dao,
            MergedPatients mergedPatients,
            Releases releases,
            SiteService siteService,
            NodeLocks locks,
            Clock clock) {
        this.events = new EventRegister(dao, mergedPatients, siteService, locks, clock);
        this.checks = new CheckRegister(dao, mergedPatients, clock);
        this.reading = new OutcomeReading(dao, events, checks);
        this.releases = releases;
        this.siteService = siteService;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OutcomeEvent> getEvent(String uuid) {
        settings();
        return events.find(uuid);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OutcomeEvent> getEvents(OutcomeSearch search) {
        settings();
        return events.of(search);
    }

    @Override
    public OutcomeEvent saveEvent(RegisterInput input) {
        settings();
        return events.save(input);
    }

    @Override
    public void deleteEvent(OutcomeEvent event, String reason) {
        settings();
        events.delete(event.getUuid(), reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FollowUpCheck> getCheck(String uuid) {
        settings();
        return checks.find(uuid);
    }

    @Override
    @Transactional(readOnly = true)
    public List<FollowUpCheck> getChecks(OutcomeSearch search) {
        settings();
        return checks.of(search);
    }

    @Override
    public FollowUpCheck saveCheck(RegisterInput input) {
        settings();
        return checks.save(input);
    }

    @Override
    public void deleteCheck(FollowUpCheck check, String reason) {
        settings();
        checks.delete(check.getUuid(), reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FollowUp> getFollowUp(OutcomeSearch search) {
        OutcomeRegisterSettings settings = settings();
        return search.getPatient() == null
                ? Optional.empty()
                : followUps(Collections.singletonList(search.getPatient()), settings).stream()
                        .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<FollowUp> getFollowUps(Collection<String> patients) {
        return followUps(patients, settings());
    }

    @Override
    @Transactional(readOnly = true)
    public List<FollowUp> getFollowUpsDue(int startIndex, int limit) {
        return due().sorted(Comparator.comparing((FollowUp followUp) ->
                                followUp.getNextCheck().get().getDay())
                        .thenComparing(FollowUp::getPatient))
                .skip(startIndex)
                .limit(limit)
                .collect(Collectors.toList());
    }

    @Override
    @Transactional(readOnly = true)
    public long countFollowUpsDue() {
        return due().count();
    }

    private Stream<FollowUp> due() {
        OutcomeRegisterSettings settings = settings();
        return followUps(releases.getPatients(), settings).stream().filter(FollowUp::isCheckDue);
    }

    /**
     * @return how the register is kept
     * @throws OutcomeRegisterOffException where there is none
     */
    private OutcomeRegisterSettings settings() {
        OutcomeRegisterSettings settings = siteService.getSettings().getOutcomeRegister();
        if (!settings.isOn(LocalDate.now(clock))) {
            throw new OutcomeRegisterOffException();
        }
        return settings;
    }

    private List<FollowUp> followUps(Collection<String> patients, OutcomeRegisterSettings settings) {
        Map<String, Outcomes> outcomes = reading.read(patients);
        if (outcomes.isEmpty()) {
            return Collections.emptyList();
        }
        Map<String, List<Release>> released = releases.getReleases(outcomes.keySet());
        FollowUpComposer composer = new FollowUpComposer(settings, LocalDate.now(clock));
        return outcomes.entrySet().stream()
                .map(person -> composer.compose(
                        person.getKey(),
                        released.getOrDefault(person.getKey(), Collections.emptyList()),
                        person.getValue().getEvents(),
                        person.getValue().getChecks()))
                .collect(Collectors.toList());
    }
}
