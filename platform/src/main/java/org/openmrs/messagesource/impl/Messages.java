/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.messagesource.impl;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import org.openmrs.api.context.Context;
import org.openmrs.messagesource.MessageSourceService;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.ResourcePatternUtils;

/** Reads every messages*.properties of the class path; a code without a text is its own text. */
class Messages extends AbstractMessageSource implements MessageSourceService, ResourceLoaderAware {
    private static final Control LOCALES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Map<String, Properties> texts = new HashMap<>();

    Messages() {
        setUseCodeAsDefaultMessage(true);
    }

    @Override
    public void setResourceLoader(ResourceLoader loader) {
        for (String pattern : List.of("classpath*:platform-messages*.properties", "classpath*:messages*.properties")) {
            try {
                for (Resource file :
                        ResourcePatternUtils.getResourcePatternResolver(loader).getResources(pattern)) {
                    read(file);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void read(Resource file) throws IOException {
        String locale =
                file.getFilename().replaceFirst("^(platform-)?messages_?", "").replace(".properties", "");
        try (Reader reader = new EncodedResource(file, StandardCharsets.UTF_8).getReader()) {
            texts.computeIfAbsent(locale, l -> new Properties()).load(reader);
        }
    }

    @Override
    public String getMessage(String code) {
        return getMessage(code, null, Context.getLocale());
    }

    @Override
    protected String resolveCodeWithoutArguments(String code, Locale locale) {
        for (Locale candidate : LOCALES.getCandidateLocales("messages", locale)) {
            Properties properties = texts.get(candidate.toString());
            String text = properties == null ? null : properties.getProperty(code);
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        String text = resolveCodeWithoutArguments(code, locale);
        return text == null ? null : new MessageFormat(text, locale);
    }
}
