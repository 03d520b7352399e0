/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.Collection;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;

/** The kinds of jobs that there are: looked up when they are asked for, so that a kind may use whatever asks for jobs. */
public class JobKinds implements BeanFactoryAware {

    private ListableBeanFactory beans;

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = (ListableBeanFactory) beanFactory;
    }

    Collection<JobKind> all() {
        return beans.getBeansOfType(JobKind.class).values();
    }

    Optional<JobKind> get(String code) {
        return all().stream().filter(kind -> kind.getCode().equals(code)).findFirst();
    }
}
