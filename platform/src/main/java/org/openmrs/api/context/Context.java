/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.aopalliance.aop.Advice;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.APIException;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.ConceptService;
import org.openmrs.api.DatatypeService;
import org.openmrs.api.EncounterService;
import org.openmrs.api.FormService;
import org.openmrs.api.LocationService;
import org.openmrs.api.ObsService;
import org.openmrs.api.PatientService;
import org.openmrs.api.PersonService;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.ProviderService;
import org.openmrs.api.UserService;
import org.openmrs.messagesource.MessageSourceService;
import org.openmrs.module.Module;
import org.openmrs.module.ModuleFactory;
import org.springframework.orm.hibernate5.SessionFactoryUtils;
import org.springframework.orm.hibernate5.SessionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door to the platform: who is signed in on this thread, its session, and the services. */
public class Context {
    private static final AuthenticationScheme SCHEME = new UsernamePasswordAuthenticationScheme();
    private static final ThreadLocal<UserContext> USER = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> BORROWED_SESSION = new ThreadLocal<>();
    private static volatile Properties runtimeProperties = new Properties();

    public static Properties getRuntimeProperties() {
        Properties copy = new Properties();
        copy.putAll(runtimeProperties);
        return copy;
    }

    public static void setRuntimeProperties(Properties properties) {
        runtimeProperties = properties;
    }

    /** A class of the platform or of any module that is started. */
    public static Class<?> loadClass(String className) throws ClassNotFoundException {
        ClassLoader loader = Context.class.getClassLoader();
        for (Module module : ModuleFactory.getStartedModulesInOrder()) {
            if (module.getFile() != null) {
                // Each finds the classes of those before it.
                loader = ModuleFactory.getModuleClassLoader(module);
            }
        }
        return loader.loadClass(className);
    }

    public static UserContext getUserContext() {
        if (USER.get() == null) {
            throw new APIException(
                    "A user context must first be passed to setUserContext()...use Context.openSession() (and"
                            + " closeSession() to prevent memory leaks!) before using the API");
        }
        return USER.get();
    }

    public static void setUserContext(UserContext context) {
        USER.set(context);
    }

    public static void clearUserContext() {
        USER.remove();
    }

    public static AuthenticationScheme getAuthenticationScheme() {
        return SCHEME;
    }

    public static void openSession() {
        if (!Daemon.isDaemonThread()) {
            setUserContext(new UserContext(SCHEME));
        }
        openHibernateSession();
    }

    public static void openSessionWithCurrentUser() {
        openHibernateSession();
    }

    public static void closeSession() {
        if (!Daemon.isDaemonThread()) {
            clearUserContext();
        }
        closeHibernateSession();
    }

    public static void closeSessionWithCurrentUser() {
        closeHibernateSession();
    }

    public static boolean isSessionOpen() {
        return USER.get() != null;
    }

    private static void openHibernateSession() {
        SessionFactory sessions = sessions();
        if (TransactionSynchronizationManager.hasResource(sessions)) {
            BORROWED_SESSION.set(true);
        } else {
            TransactionSynchronizationManager.bindResource(sessions, new SessionHolder(sessions.openSession()));
        }
    }

    private static void closeHibernateSession() {
        SessionFactory sessions = sessions();
        if (BORROWED_SESSION.get() != null) {
            BORROWED_SESSION.remove();
        } else if (TransactionSynchronizationManager.hasResource(sessions)) {
            SessionHolder holder = (SessionHolder) TransactionSynchronizationManager.unbindResource(sessions);
            SessionFactoryUtils.closeSession(holder.getSession());
        }
    }

    private static SessionFactory sessions() {
        return getRegisteredComponent("sessionFactory", SessionFactory.class);
    }

    static Session session() {
        return sessions().getCurrentSession();
    }

    public static void flushSession() {
        session().flush();
    }

    public static void clearSession() {
        session().clear();
    }

    public static void evictFromSession(Object object) {
        session().evict(object);
    }

    public static void refreshEntity(Object object) {
        session().refresh(object);
    }

    public static Authenticated authenticate(Credentials credentials) {
        if (Daemon.isDaemonThread()) {
            return new BasicAuthenticated(Daemon.getDaemonThreadUser(), credentials.getAuthenticationScheme());
        }
        return getUserContext().authenticate(credentials);
    }

    public static void authenticate(String username, String password) {
        authenticate(new UsernamePasswordCredentials(username, password));
    }

    public static void becomeUser(String systemId) {
        getUserContext().becomeUser(systemId);
    }

    public static void refreshAuthenticatedUser() {
        if (!Daemon.isDaemonThread()) {
            getUserContext().refreshAuthenticatedUser();
        }
    }

    public static void logout() {
        if (isSessionOpen()) {
            getUserContext().logout();
        }
    }

    public static User getAuthenticatedUser() {
        return Daemon.isDaemonThread()
                ? Daemon.getDaemonThreadUser()
                : getUserContext().getAuthenticatedUser();
    }

    public static boolean isAuthenticated() {
        return Daemon.isDaemonThread() || getAuthenticatedUser() != null;
    }

    public static Set<Role> getAllRoles(User user) throws Exception {
        return getUserContext().getAllRoles(user);
    }

    public static boolean hasPrivilege(String privilege) {
        return Daemon.isDaemonThread() || getUserContext().hasPrivilege(privilege);
    }

    public static void requirePrivilege(String privilege) {
        if (!hasPrivilege(privilege)) {
            throw new ContextAuthenticationException("Privileges required: " + privilege);
        }
    }

    public static void addProxyPrivilege(String privilege) {
        getUserContext().addProxyPrivilege(privilege);
    }

    public static void removeProxyPrivilege(String privilege) {
        getUserContext().removeProxyPrivilege(privilege);
    }

    public static Locale getLocale() {
        return getUserContext().getLocale();
    }

    public static void setLocale(Locale locale) {
        getUserContext().setLocale(locale);
    }

    public static <T> T getService(Class<? extends T> type) {
        return ServiceContext.getInstance().getService(type);
    }

    public static <T> T getRegisteredComponent(String name, Class<T> type) {
        return ServiceContext.getInstance().getRegisteredComponent(name, type);
    }

    public static <T> List<T> getRegisteredComponents(Class<T> type) {
        return ServiceContext.getInstance().getRegisteredComponents(type);
    }

    @SuppressWarnings("rawtypes")
    public static void addAdvice(Class service, Advice advice) {
        ServiceContext.getInstance().addAdvice(service, advice);
    }

    public static ConceptService getConceptService() {
        return getService(ConceptService.class);
    }

    public static EncounterService getEncounterService() {
        return getService(EncounterService.class);
    }

    public static ObsService getObsService() {
        return getService(ObsService.class);
    }

    public static PatientService getPatientService() {
        return getService(PatientService.class);
    }

    public static PersonService getPersonService() {
        return getService(PersonService.class);
    }

    public static ProviderService getProviderService() {
        return getService(ProviderService.class);
    }

    public static LocationService getLocationService() {
        return getService(LocationService.class);
    }

    public static ProgramWorkflowService getProgramWorkflowService() {
        return getService(ProgramWorkflowService.class);
    }

    public static DatatypeService getDatatypeService() {
        return getService(DatatypeService.class);
    }

    public static FormService getFormService() {
        return getService(FormService.class);
    }

    public static UserService getUserService() {
        return getService(UserService.class);
    }

    public static AdministrationService getAdministrationService() {
        return getService(AdministrationService.class);
    }

    public static MessageSourceService getMessageSourceService() {
        return getService(MessageSourceService.class);
    }
}
