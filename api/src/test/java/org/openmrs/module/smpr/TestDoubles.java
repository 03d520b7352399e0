/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import org.openmrs.module.smpr.outcome.TestReleases;
import org.openmrs.module.smpr.pathway.place.TestPathwayDays;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Puts what tests say in the place of beans of the module, in whichever order the platform reads the contexts. */
public class TestDoubles implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        registry.registerBeanDefinition("smpr.pathwayDays", new RootBeanDefinition(TestPathwayDays.class));
        registry.registerBeanDefinition("smpr.releases", new RootBeanDefinition(TestReleases.class));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        // What there is to say is said before any bean is made.
    }
}
