/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.DefinitionCheck;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.DefinitionReader;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.Instrument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a site's documents what is in force. */
public class SiteReader {

    private static final Logger log = LoggerFactory.getLogger(SiteReader.class);

    private static final Site NOTHING_ACCEPTED = withSettings(
            Site.builder()
                    .defined(Definitions.shipped())
                    .definitions(Collections.emptyMap())
                    .build(),
            SiteSettings.NONE,
            null);

    private final DefinitionCheck check;

    /** @param check whether an instrument of the site can stand beside the others */
    public SiteReader(DefinitionCheck check) {
        this.check = check;
    }

    /**
     * @param newestFirst the accepted documents
     * @return what they put in force; one that another version of the module has accepted may be none that this one can
     *     read, and then the one before it is
     */
    Site read(List<AcceptedDocument> newestFirst) {
        Site site = NOTHING_ACCEPTED;
        Set<String> codes = new LinkedHashSet<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            codes.add(newestFirst.get(i).getInstrument());
        }
        codes.remove(null);
        for (String code : codes) {
            site = newestReadable(site, newestFirst, code);
        }
        site = newestReadable(site, newestFirst, null);
        return newestFirst.isEmpty()
                ? site
                : site.toBuilder().version(newestFirst.get(0).getUuid()).build();
    }

    private Site newestReadable(Site site, List<AcceptedDocument> newestFirst, String instrument) {
        for (AcceptedDocument accepted : newestFirst) {
            if (instrument == null ? accepted.getInstrument() == null : instrument.equals(accepted.getInstrument())) {
                try {
                    return with(
                            site,
                            accepted.getKind(),
                            new Site.Text(accepted.getUuid(), accepted.getSource(), accepted.getDocument()));
                } catch (DefinitionException e) {
                    log.error(
                            "SMPR: the accepted document {} cannot be read by this version of the module, the one before"
                                    + " it is used. {}",
                            accepted.getUuid(),
                            e.getFaults());
                }
            }
        }
        return site;
    }

    /**
     * @return what would be in force with that document too
     * @throws DefinitionException where it is faulty, naming every fault
     */
    Site with(Site site, DocumentKind kind, Site.Text document) {
        return kind == DocumentKind.INSTRUMENT ? withInstrument(site, document) : withSettings(site, document);
    }

    private static Site withSettings(Site site, Site.Text document) {
        SiteSettings settings =
                new SiteSettingsReader(site.getDefined()).read(document.getSource(), document.getText());
        return withSettings(site, settings, document);
    }

    private static Site withSettings(Site site, SiteSettings settings, Site.Text document) {
        return site.toBuilder()
                .settings(settings)
                .document(document)
                .instruments(Collections.unmodifiableList(site.getDefined().stream()
                        .map(instrument -> asUsed(instrument, settings))
                        .collect(Collectors.toList())))
                .build();
    }

    private Site withInstrument(Site site, Site.Text document) {
        Site[] read = new Site[1];
        DefinitionCheck both = (instrument, others, faults) -> {
            check.check(instrument, others, faults);
            read[0] = withInstrument(
                    site, instrument.toBuilder().definition(document.getText()).build(), document, faults);
        };
        new DefinitionReader(Definitions.commonQuestions(), site.getDefined(), both)
                .read(document.getSource(), document.getText());
        return read[0];
    }

    /** The settings in force are read anew: they must not speak of what a new definition has no more. */
    private static Site withInstrument(
            Site site, Instrument instrument, Site.Text document, DefinitionCheck.Faults faults) {
        List<Instrument> defined = new ArrayList<>(site.getDefined());
        int known = site.getDefined().stream()
                .map(Instrument::getCode)
                .collect(Collectors.toList())
                .indexOf(instrument.getCode());
        if (known < 0) {
            defined.add(instrument);
        } else {
            defined.set(known, instrument);
        }
        Map<String, Site.Text> definitions = new LinkedHashMap<>(site.getDefinitions());
        definitions.put(instrument.getCode(), document);
        Site with = site.toBuilder()
                .defined(Collections.unmodifiableList(defined))
                .definitions(Collections.unmodifiableMap(definitions))
                .build();
        if (site.getDocument() == null) {
            return withSettings(with, SiteSettings.NONE, null);
        }
        try {
            return withSettings(with, site.getDocument());
        } catch (DefinitionException e) {
            faults.note("", FaultReason.SETTINGS_SPEAK_OF_IT, String.join("; ", e.getReasons()));
            return site;
        }
    }

    private static Instrument asUsed(Instrument instrument, SiteSettings settings) {
        InstrumentSettings set = settings.forInstrument(instrument.getCode());
        return instrument.asUsedWith(settings.getLabels(), set.getOptions(), set.getNotAskedWhere()).toBuilder()
                .inUse(settings.isInUse(instrument.getCode()))
                .answersNotInUse(SiteSettings.PHASES.stream()
                        .filter(phase -> !settings.getPhasesInUse().contains(phase))
                        .map(phase -> CommonQuestions.NAMESPACE + "." + CommonQuestions.PHASE + "." + phase)
                        .collect(Collectors.toSet()))
                .build();
    }
}
