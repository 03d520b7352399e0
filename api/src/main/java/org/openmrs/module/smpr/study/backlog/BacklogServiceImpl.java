/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.Jobs;
import org.springframework.transaction.annotation.Transactional;

/** Takes in files and has them imported in the background. */
@Transactional
public class BacklogServiceImpl extends BaseOpenmrsService implements BacklogService {

    private static final String FILE = "file";

    private final BacklogImport kind;

    private final Jobs jobs;

    private final SiteService siteService;

    public BacklogServiceImpl(BacklogImport kind, Jobs jobs, SiteService siteService) {
        this.kind = kind;
        this.jobs = jobs;
        this.siteService = siteService;
    }

    @Override
    public Job importBacklog(BacklogInput input) {
        List<Fault> faults = new ArrayList<>(input.getFaults());
        Instrument instrument = siteService.getInstrument(input.getInstrument()).orElse(null);
        if (input.getInstrument() == null) {
            missing(Fields.INSTRUMENT, faults);
        } else if (instrument == null) {
            faults.add(Fault.of(Fields.INSTRUMENT, "unknownInstrument", input.getInstrument()));
        } else if (!instrument.isInUse()) {
            faults.add(Fault.of(Fields.INSTRUMENT, "instrumentNotInUse", input.getInstrument()));
        }
        byte[] file = {};
        if (input.getFile() == null || input.getFile().trim().isEmpty()) {
            missing(FILE, faults);
        } else {
            file = utf8(input.getFile());
        }
        if (file.length > MOST_BYTES) {
            faults.add(tooLarge());
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        try {
            return jobs.ask(kind, parameters(input), new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the text in UTF-8; half a letter, which has none there, as the sign of what cannot be read, so that its place is told */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(BacklogReader.NO_UTF_8.getBytes(StandardCharsets.UTF_8))
                    .encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("Everything is replaced that has no place in UTF-8", e);
        }
    }

    /** @return that a file is larger than it may be */
    public static Fault tooLarge() {
        return Fault.of(FILE, "backlogTooLarge", String.valueOf(MOST_BYTES / 1_000_000));
    }

    private static void missing(String field, List<Fault> faults) {
        if (faults.stream().noneMatch(fault -> fault.getField().equals(field))) {
            faults.add(Fault.of(field, "missing"));
        }
    }

    private static Map<String, Object> parameters(BacklogInput input) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(BacklogImport.INSTRUMENT, input.getInstrument());
        parameters.put(BacklogImport.DRY_RUN, input.isDryRun());
        parameters.put(
                BacklogImport.LINES,
                1 + input.getFile().chars().filter(letter -> letter == '\n').count());
        return parameters;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> getTemplate(String code) {
        return siteService
                .getInstrument(code)
                .map(instrument -> String.join(",", BacklogColumns.all(instrument)) + "\r\n");
    }
}
