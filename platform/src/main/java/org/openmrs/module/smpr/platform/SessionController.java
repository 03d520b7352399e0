/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.util.Collection;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.v1_0.controller.BaseRestController;
import org.openmrs.module.webservices.rest.web.v1_0.controller.BaseUriSetup;
import org.openmrs.util.LocaleUtility;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who is signed in, and in which language. */
@Controller
@RequestMapping("/rest/v1/session")
class SessionController extends BaseRestController {
    private static final Representation USER = new CustomRepresentation("uuid,display,username,systemId,userProperties,"
            + "person:(uuid,display),privileges:(uuid,display,name),roles:(uuid,display,name),links");

    @GetMapping
    @ResponseBody
    SimpleObject get(HttpServletRequest request) {
        new BaseUriSetup().setup(request);
        SimpleObject session = new SimpleObject()
                .add("authenticated", Context.isAuthenticated())
                .add("locale", shown(Context.getLocale()))
                .add(
                        "allowedLocales",
                        shown(trusted(
                                PrivilegeConstants.GET_GLOBAL_PROPERTIES,
                                () -> Context.getAdministrationService().getAllowedLocales())));
        if (!Context.isAuthenticated()) {
            return session;
        }
        Context.refreshAuthenticatedUser();
        User user = Context.getAuthenticatedUser();
        return session.add("user", ConversionUtil.convertToRepresentation(user, USER))
                .add(
                        "sessionLocation",
                        ConversionUtil.convertToRepresentation(
                                Context.getUserContext().getLocation(), Representation.REF))
                .add("currentProvider", shown(provider(user)));
    }

    private static Object shown(Object value) {
        return ConversionUtil.convertToRepresentation(value, Representation.REF);
    }

    /** OpenMRS names none where a user is several. */
    private static Provider provider(User user) {
        Collection<Provider> found = trusted(
                PrivilegeConstants.GET_PROVIDERS,
                () -> Context.getProviderService().getProvidersByPerson(user.getPerson()));
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static <T> T trusted(String privilege, Supplier<T> work) {
        Context.addProxyPrivilege(privilege);
        try {
            return work.get();
        } finally {
            Context.removeProxyPrivilege(privilege);
        }
    }

    @PostMapping
    @ResponseBody
    SimpleObject post(HttpServletRequest request, @RequestBody SimpleObject body) {
        if (body.get((Object) "locale") != null) {
            Context.setLocale(LocaleUtility.fromSpecification((String) body.get((Object) "locale")));
        }
        if (body.get((Object) "sessionLocation") != null) {
            Context.getUserContext().setLocation(Context.getLocationService().getLocationByUuid((String)
                    body.get((Object) "sessionLocation")));
        }
        return get(request);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(HttpServletRequest request) {
        Context.logout();
        request.getSession().invalidate();
    }
}
