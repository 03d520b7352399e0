/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.db.hibernate;

import java.io.IOException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.platform.Database;
import org.openmrs.module.smpr.platform.Mappings;
import org.openmrs.module.smpr.platform.Platform;
import org.springframework.orm.hibernate5.LocalSessionFactoryBean;

/** The session factory over the server's database, with the modules' mapping files. */
public class HibernateSessionFactoryBean extends LocalSessionFactoryBean {
    @Override
    public void afterPropertiesSet() throws IOException {
        setDataSource(Database.current().dataSource());
        setEntityInterceptor(new AuditInterceptor());
        setImplicitNamingStrategy(new Mappings());
        setMappingResources(Platform.moduleMappings());
        getHibernateProperties().putAll(Context.getRuntimeProperties());
        super.afterPropertiesSet();
    }
}
