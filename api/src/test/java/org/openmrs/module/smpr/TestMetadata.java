/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.openmrs.module.smpr.metadata.MetadataInstaller;
import org.openmrs.module.smpr.site.NodeLock;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.transaction.TestTransaction;

/** Does for the tests of one JVM what liquibase and the activator do for a server: the row of the lock, and the metadata. */
public final class TestMetadata {

    private static boolean installed;

    private TestMetadata() {}

    /** Installs and commits them, at the first call; to be called from within a test's transaction, signed in as one who may. */
    public static synchronized void installOnce(ApplicationContext context) {
        if (installed) {
            return;
        }
        for (String name : new String[] {
            NodeLock.INSTALLATION,
            NodeLock.PROJECTION,
            NodeLock.EPISODES,
            NodeLock.PLACES,
            NodeLock.DUE,
            NodeLock.STUDY_JOBS,
            NodeLock.DEATHS,
            NodeLock.STUDY_PLANS,
            NodeLock.STUDY_PARTICIPANTS
        }) {
            NodeLock lock = new NodeLock();
            lock.setName(name);
            context.getBean("sessionFactory", SessionFactory.class)
                    .getCurrentSession()
                    .persist(lock);
        }
        commit();
        context.getBean("smpr.metadataInstaller", MetadataInstaller.class).install();
        privileges().forEach(TestPeople::roleWith);
        commit();
        installed = true;
    }

    /** @return all of the module's */
    private static Stream<String> privileges() {
        return Arrays.stream(SmprPrivileges.class.getFields()).map(field -> {
            try {
                return (String) field.get(null);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}
