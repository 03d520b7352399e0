/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Objects;
import lombok.Value;
import org.openmrs.User;
import org.openmrs.module.smpr.site.AcceptedDocument;
import org.openmrs.module.webservices.rest.SimpleObject;

/** One value that is in force at a site, in the words of the session. */
@Value
class SiteValue {

    /** What it is about; values are shown in this order. */
    enum Section {
        IN_USE,
        LABELS,
        INSTRUMENTS,
        SAME_FIELD,
        WAVES,
        CARE,
        PLACES,
        LOG,
        OUTCOMES,
        STUDY
    }

    /** Where it comes from. */
    enum Origin {
        /** The site's document says it. */
        SITE,
        /** It is the module's suggestion or rule. */
        MODULE,
        /** Nobody has set it, and there is no default. */
        NOT_SET,
        /** It is kept in the record and set up there. */
        RECORD
    }

    Section section;

    /** Its place in the document, where it has one; no other value has the same. */
    String key;

    String label;

    /** Null for {@link Origin#NOT_SET}. */
    String value;

    Origin origin;

    /** What stands behind the value where its words do not say all of it; null else. */
    String text;

    /** @return whether nothing has changed from the one to the other */
    boolean isAs(SiteValue other) {
        return other != null
                && origin == other.origin
                && Objects.equals(value, other.value)
                && Objects.equals(text, other.text);
    }

    /** @param since the document that brought it; null where it was never otherwise */
    SimpleObject shown(AcceptedDocument since) {
        return named().add("value", value)
                .add("origin", origin.name())
                .add("originLabel", Messages.text("smpr.settings.origin." + origin))
                .add("since", since == null ? null : Shown.moment(since.getDateAccepted()))
                .add("by", since == null ? null : by(since.getAcceptedBy()))
                .add("source", since == null ? null : since.getSource());
    }

    /**
     * @param before null where there was none
     * @param after null where there will be none
     */
    static SimpleObject change(SiteValue before, SiteValue after) {
        return (after == null ? before : after)
                .named()
                .add("before", before == null ? null : before.value)
                .add("after", after == null ? null : after.value)
                .add("beforeOrigin", before == null ? null : before.origin.name())
                .add("afterOrigin", after == null ? null : after.origin.name());
    }

    private SimpleObject named() {
        return new SimpleObject()
                .add("section", section.name())
                .add("sectionLabel", Messages.text("smpr.settings.section." + section))
                .add("key", key)
                .add("label", label);
    }

    /** @return null for nobody: the server had it from its file */
    static SimpleObject by(User user) {
        if (user == null) {
            return null;
        }
        boolean named = user.getUsername() != null && !user.getUsername().isEmpty();
        return Shown.reference(user.getUuid(), named ? user.getUsername() : user.getSystemId());
    }
}
