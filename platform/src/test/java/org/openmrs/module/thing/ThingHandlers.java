/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.thing;

import java.util.Date;
import org.openmrs.User;
import org.openmrs.annotation.Handler;
import org.openmrs.api.handler.SaveHandler;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** A module's handlers, found without being declared. */
final class ThingHandlers {
    private ThingHandlers() {}

    @Handler(supports = Thing.class)
    static class Save implements SaveHandler<Thing> {
        @Override
        public void handle(Thing thing, User user, Date date, String other) {
            if (thing.getLabel() != null) {
                thing.setLabel(thing.getLabel().trim());
            }
        }
    }

    @Handler(supports = Thing.class, order = 50)
    static class Rules implements Validator {
        @Override
        public boolean supports(Class<?> type) {
            return Thing.class.isAssignableFrom(type);
        }

        @Override
        public void validate(Object thing, Errors errors) {
            if (((Thing) thing).getLabel() == null) {
                errors.rejectValue("label", "thing.greeting", new Object[] {"you"}, "no label");
            }
        }
    }
}
