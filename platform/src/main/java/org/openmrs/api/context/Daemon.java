/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.module.smpr.platform.Passwords;

/** Threads of the platform's own, which may do everything, as user daemon. */
public final class Daemon {
    private static final String DAEMON_USER_UUID = "A4F30A1B-5EB9-11DF-A648-37A07F9C90FB";
    private static final ThreadLocal<User> DAEMON = new ThreadLocal<>();

    private Daemon() {}

    public static boolean isDaemonThread() {
        return DAEMON.get() != null;
    }

    public static User getDaemonThreadUser() {
        return DAEMON.get();
    }

    public static String getDaemonUserUuid() {
        return DAEMON_USER_UUID;
    }

    public static boolean isDaemonUser(User user) {
        return user != null && DAEMON_USER_UUID.equals(user.getUuid());
    }

    public static Thread runInNewDaemonThread(Runnable work) {
        String caller = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass()
                .getPackageName();
        if (!isDaemonThread() && !caller.equals(Passwords.class.getPackageName())) {
            throw new APIAuthenticationException("Only daemon threads can spawn new daemon threads");
        }
        Thread thread = new Thread(() -> run(work));
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        return thread;
    }

    private static void run(Runnable work) {
        Context.openSession();
        try {
            DAEMON.set(UsernamePasswordAuthenticationScheme.load(Context.session()
                    .createQuery("from User where uuid = ?1", User.class)
                    .setParameter(1, DAEMON_USER_UUID)
                    .uniqueResult()));
            work.run();
        } finally {
            DAEMON.remove();
            Context.closeSession();
        }
    }
}
