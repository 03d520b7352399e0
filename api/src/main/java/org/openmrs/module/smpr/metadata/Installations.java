/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs an installation while no other node does, with privileges that whoever runs it need not have. */
public class Installations {

    private final NodeLocks locks;

    private final PlatformTransactionManager transactionManager;

    public Installations(NodeLocks locks, PlatformTransactionManager transactionManager) {
        this.locks = locks;
        this.transactionManager = transactionManager;
    }

    /**
     * @param privileges lent to whoever runs it, for as long as it takes
     * @return what {@code work} says of it
     * @throws IllegalStateException where other nodes kept it waiting too long
     */
    public <R> R runAlone(Collection<String> privileges, Function<Installation, R> work) {
        AtomicReference<R> report = new AtomicReference<>();
        privileges.forEach(Context::addProxyPrivilege);
        try {
            locks.runAlone(
                    NodeLock.INSTALLATION,
                    keepAlive -> report.set(work.apply(new Installation(transactionManager, keepAlive))));
        } finally {
            privileges.forEach(Context::removeProxyPrivilege);
        }
        return report.get();
    }
}
