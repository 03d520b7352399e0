/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.form.FormInstaller;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.DocumentFault;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.MetadataInstaller;
import org.openmrs.module.smpr.site.DocumentKind;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A document as it is posted, to be checked or put in force. */
final class SiteOffer {

    private static final Logger log = LoggerFactory.getLogger(SiteOffer.class);

    private static final String SOURCE = "REST";

    private final String document;

    private final DocumentKind kind;

    private final boolean check;

    /** Whether the writer says what was in force when he looked. */
    private final boolean guarded;

    /** What was in force then; null where nothing was. */
    private final String version;

    /** @throws FaultsException where the request itself is wrong */
    SiteOffer(SimpleObject body) {
        // First, so that one who may not do this learns nothing of how it is done.
        Context.requirePrivilege(SmprPrivileges.MANAGE_SETTINGS);
        guarded = body.containsKey(Fields.VERSION);
        PostedFields fields = new PostedFields(body);
        document = fields.text(DocumentFaults.DOCUMENT);
        DocumentKind given = fields.oneOf("kind", DocumentKind.class);
        kind = given == null ? DocumentKind.SETTINGS : given;
        check = fields.flag("check");
        version = fields.text(Fields.VERSION);
        List<Fault> faults = fields.faults();
        if (document == null
                && faults.stream().noneMatch(fault -> fault.getField().equals(DocumentFaults.DOCUMENT))) {
            faults.add(Fault.of(DocumentFaults.DOCUMENT, "missing"));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    /** @return what it does, or would do, or every fault of it */
    ResponseEntity<SimpleObject> answer() {
        Site before = service().getSite();
        Site after;
        try {
            after = offer();
        } catch (DefinitionException e) {
            return refused(e.getFaults());
        }
        List<String> warnings = warnings(before, after);
        if (!check && !after.getVersion().equals(before.getVersion())) {
            install().ifPresent(warnings::add);
        }
        SimpleObject answer = answer(!check, Collections.emptyList(), changes(before, after), warnings);
        return ErrorResponses.answer(HttpStatus.OK, check ? answer : answer.add(Fields.VERSION, after.getVersion()));
    }

    private Site offer() {
        if (check) {
            return service().check(kind, SOURCE, document);
        }
        return guarded
                ? service().acceptInPlaceOf(version, kind, SOURCE, document)
                : service().accept(kind, SOURCE, document);
    }

    private ResponseEntity<SimpleObject> refused(List<DocumentFault> faults) {
        SimpleObject answer =
                answer(false, DocumentFaults.shown(faults), Collections.emptyList(), Collections.emptyList());
        if (check) {
            return ErrorResponses.answer(HttpStatus.OK, answer);
        }
        return ErrorResponses.answer(HttpStatus.BAD_REQUEST, answer.add("error", DocumentFaults.error(faults)));
    }

    private static SimpleObject answer(
            boolean accepted, List<Object> faults, List<SimpleObject> changes, List<String> warnings) {
        return new SimpleObject()
                .add("accepted", accepted)
                .add("faults", faults)
                .add("changes", changes)
                .add("warnings", warnings);
    }

    /** In the order of the table: what is there no more stands first in its section. */
    private static List<SimpleObject> changes(Site before, Site after) {
        Map<String, SiteValue> old = SiteValues.of(before);
        Map<String, SiteValue> now = SiteValues.of(after);
        List<SimpleObject> changes = new ArrayList<>();
        for (SiteValue.Section section : SiteValue.Section.values()) {
            Set<String> keys = new LinkedHashSet<>(keys(old, section));
            keys.removeAll(now.keySet());
            keys.addAll(keys(now, section));
            for (String key : keys) {
                if (old.get(key) == null || !old.get(key).isAs(now.get(key))) {
                    changes.add(SiteValue.change(old.get(key), now.get(key)));
                }
            }
        }
        return changes;
    }

    private static List<String> keys(Map<String, SiteValue> values, SiteValue.Section section) {
        return values.values().stream()
                .filter(value -> value.getSection() == section)
                .map(SiteValue::getKey)
                .collect(Collectors.toList());
    }

    private static List<String> warnings(Site before, Site after) {
        List<String> warnings = new ArrayList<>();
        Map<String, Instrument> now =
                after.getInstruments().stream().collect(Collectors.toMap(Instrument::getCode, Function.identity()));
        for (Instrument old : before.getInstruments()) {
            Instrument instrument = now.get(old.getCode());
            String name = Shown.text(instrument.getLabel());
            if (old.isInUse() && !instrument.isInUse()) {
                warnings.add(Messages.text("smpr.settings.noMoreInUse", name));
            }
            List<String> dropped = old.getQuestions().stream()
                    .map(Question::getCode)
                    .filter(code -> !instrument.question(code).isPresent())
                    .collect(Collectors.toList());
            if (!dropped.isEmpty()) {
                warnings.add(Messages.text("smpr.settings.dropped", name, String.join(", ", dropped)));
            }
        }
        return warnings;
    }

    /** Makes the concepts, the encounter type and the form that are missing, as a start does. @return what is to be known of it where not all of it could be made */
    private static Optional<String> install() {
        try {
            boolean whole = Context.getRegisteredComponent("smpr.metadataInstaller", MetadataInstaller.class)
                    .install()
                    .getLeftOut()
                    .isEmpty();
            whole &= Context.getRegisteredComponent("smpr.formInstaller", FormInstaller.class)
                    .install()
                    .getLeftOut()
                    .isEmpty();
            return whole ? Optional.empty() : Optional.of(Messages.text("smpr.settings.notInstalled"));
        } catch (RuntimeException e) {
            log.error("SMPR: the metadata of a document that was accepted were not installed", e);
            return Optional.of(Messages.text("smpr.settings.notInstalled"));
        }
    }

    private static SiteService service() {
        return Context.getService(SiteService.class);
    }
}
