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
import java.util.Date;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings file in the server's application data folder, read when the module starts. */
public class SiteSettingsFile {

    private static final Logger log = LoggerFactory.getLogger(SiteSettingsFile.class);

    private static final String PLACE = "configuration/smpr/site.json";

    private final SiteService siteService;

    private final Path file;

    /** @param applicationData the server's application data folder */
    public SiteSettingsFile(SiteService siteService, Path applicationData) {
        this.siteService = siteService;
        this.file = applicationData.resolve(PLACE);
    }

    /** Has the file accepted if it is there and new; a faulty one is reported in the log, and what was in force stays so. */
    public void accept() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            Date written = new Date(Files.getLastModifiedTime(file).toMillis());
            switch (siteService.acceptSettingsIfNew(PLACE, text(Files.readAllBytes(file)), written)) {
                case ACCEPTED:
                    // The platform hides what a module says at INFO.
                    log.warn("SMPR: the settings in {} are in force", PLACE);
                    break;
                case OUTDATED:
                    log.warn(
                            "SMPR: {} is older than the settings last accepted from such a file, and is left alone; save it"
                                    + " again to put it in force",
                            PLACE);
                    break;
                default:
                    log.info("SMPR: {} is as it was", PLACE);
            }
        } catch (CharacterCodingException e) {
            log.error("SMPR: {} is refused, what was in force before stays in force. It is not in UTF-8", PLACE);
        } catch (DefinitionException e) {
            log.error("SMPR: {} is refused, what was in force before stays in force. {}", PLACE, e.getFaults());
        } catch (IOException e) {
            log.error("SMPR: {} cannot be read, what was in force before stays in force", PLACE, e);
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
