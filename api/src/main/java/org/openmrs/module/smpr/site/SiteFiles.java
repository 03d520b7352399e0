/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The site's own files in the server's application data folder, read when the module starts. */
public class SiteFiles {

    private static final Logger log = LoggerFactory.getLogger(SiteFiles.class);

    private static final String FOLDER = "configuration/smpr/";

    private static final String SETTINGS = FOLDER + "site.json";

    private static final String INSTRUMENTS = FOLDER + "instruments";

    private final SiteService siteService;

    private final Path applicationData;

    /** @param applicationData the server's application data folder */
    public SiteFiles(SiteService siteService, Path applicationData) {
        this.siteService = siteService;
        this.applicationData = applicationData;
    }

    /**
     * Has the files accepted that are there and new, the definitions of instruments in the order of their names and then the
     * settings, which can speak of them; a faulty one is reported in the log, and what was in force stays so.
     */
    public void accept() {
        definitions().forEach(file -> accept(DocumentKind.INSTRUMENT, INSTRUMENTS + "/" + file.getFileName(), file));
        Path settings = applicationData.resolve(SETTINGS);
        if (Files.isRegularFile(settings)) {
            accept(DocumentKind.SETTINGS, SETTINGS, settings);
        }
    }

    private List<Path> definitions() {
        Path folder = applicationData.resolve(INSTRUMENTS);
        if (!Files.isDirectory(folder)) {
            return Collections.emptyList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            log.error("SMPR: {} cannot be read, what was in force before stays in force", INSTRUMENTS, e);
            return Collections.emptyList();
        }
    }

    private void accept(DocumentKind kind, String place, Path file) {
        try {
            Date written = new Date(Files.getLastModifiedTime(file).toMillis());
            switch (siteService.acceptIfNew(kind, place, text(Files.readAllBytes(file)), written)) {
                case ACCEPTED:
                    // The platform hides what a module says at INFO.
                    log.warn("SMPR: {} is in force", place);
                    break;
                case OUTDATED:
                    log.warn(
                            "SMPR: {} is older than what was last accepted from such a file, and is left alone; save it"
                                    + " again to put it in force",
                            place);
                    break;
                default:
                    log.info("SMPR: {} is as it was", place);
            }
        } catch (CharacterCodingException e) {
            log.error("SMPR: {} is refused, what was in force before stays in force. It is not in UTF-8", place);
        } catch (DefinitionException e) {
            log.error("SMPR: {} is refused, what was in force before stays in force. {}", place, e.getFaults());
        } catch (IOException e) {
            log.error("SMPR: {} cannot be read, what was in force before stays in force", place, e);
        }
    }

    /** Strictly, because a wrong letter would end up in labels; without the mark that some editors put before the text. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
