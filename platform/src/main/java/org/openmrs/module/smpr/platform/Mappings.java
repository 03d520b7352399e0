/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.lang.reflect.Field;
import java.util.Iterator;
import javax.persistence.Entity;
import org.hibernate.FetchMode;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.source.internal.hbm.HbmLocalMetadataBuildingContext;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.springframework.util.ReflectionUtils;

/**
 * What the stand-in's annotated entities leave unsaid: columns in snake case, {@link NotNull}, and lazy associations.
 * Mapping files, thus those of modules, are taken as they are.
 */
public final class Mappings extends ImplicitNamingStrategyJpaCompliantImpl implements Integrator {
    @Override
    protected String transformEntityName(EntityNaming entity) {
        return snake(super.transformEntityName(entity));
    }

    @Override
    public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
        String property = source.getAttributePath().getProperty();
        return name(snake(property), property, source.getBuildingContext());
    }

    @Override
    public Identifier determineJoinColumnName(ImplicitJoinColumnNameSource source) {
        if (source.getAttributePath() == null) {
            return super.determineJoinColumnName(source);
        }
        String property = source.getAttributePath().getProperty();
        boolean user = property.equals("creator") || property.endsWith("By");
        return name(snake(property) + (user ? "" : "_id"), property, source.getBuildingContext());
    }

    private Identifier name(String annotated, String filed, MetadataBuildingContext context) {
        return toIdentifier(context instanceof HbmLocalMetadataBuildingContext ? filed : annotated, context);
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase();
    }

    @Override
    public void integrate(
            Metadata metadata, SessionFactoryImplementor sessions, SessionFactoryServiceRegistry registry) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Class<?> type = entity.getMappedClass();
            if (!type.isAnnotationPresent(Entity.class)) {
                continue;
            }
            for (Iterator<?> i = entity.getPropertyIterator(); i.hasNext(); ) {
                complete((Property) i.next(), type);
            }
        }
    }

    private static void complete(Property property, Class<?> type) {
        if (property.getValue() instanceof ToOne association) {
            association.setLazy(true);
            association.setFetchMode(FetchMode.SELECT);
        }
        Field field = ReflectionUtils.findField(type, property.getName());
        if (field != null && field.isAnnotationPresent(NotNull.class)) {
            for (Iterator<?> i = property.getColumnIterator(); i.hasNext(); ) {
                ((Column) i.next()).setNullable(false);
            }
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessions, SessionFactoryServiceRegistry registry) {}
}
