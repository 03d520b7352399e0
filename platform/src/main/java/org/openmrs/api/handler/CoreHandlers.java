/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.handler;

import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.hibernate.SessionFactory;
import org.openmrs.Auditable;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.Retireable;
import org.openmrs.User;
import org.openmrs.Voidable;
import org.openmrs.annotation.Handler;
import org.openmrs.api.context.Context;

/** The platform's own handlers: who made, changed, voided and retired what, and when. */
final class CoreHandlers {
    private CoreHandlers() {}

    /** Whether two things were voided in one go; in a database that keeps seconds a moment may have become a whole one. */
    private static boolean together(Date one, Date other) {
        return other != null && Math.abs(one.getTime() - other.getTime()) <= 1000;
    }

    @Handler(supports = Auditable.class, order = 10)
    static class Audit implements SaveHandler<Auditable> {
        @Override
        public void handle(Auditable object, User user, Date date, String other) {
            if (object.getCreator() == null) {
                object.setCreator(user);
            }
            if (object.getDateCreated() == null) {
                object.setDateCreated(date);
            }
        }
    }

    @Handler(supports = Person.class, order = 20)
    static class PersonAudit implements SaveHandler<Person> {
        @Override
        public void handle(Person person, User user, Date date, String other) {
            if (person.getPersonCreator() == null && person.getPersonId() == null) {
                person.setPersonCreator(user);
            }
            if (person.getPersonDateCreated() == null) {
                person.setPersonDateCreated(date);
            }
        }
    }

    @Handler(supports = User.class, order = 20)
    static class UserPerson implements SaveHandler<User> {
        @Override
        public void handle(User user, User current, Date date, String other) {
            Person person = user.getPerson();
            if (person != null && person.getPersonId() == null) {
                new PersonAudit().handle(person, current, date, other);
                person.getNames().forEach(n -> new Audit().handle(n, current, date, other));
            }
        }
    }

    @Handler(supports = Voidable.class, order = 10)
    static class Void implements VoidHandler<Voidable> {
        @Override
        public void handle(Voidable object, User user, Date date, String reason) {
            if (!object.isVoided() || object.getVoidedBy() == null) {
                object.setVoided(true);
                object.setVoidedBy(user);
                object.setDateVoided(date);
                object.setVoidReason(reason);
            }
        }
    }

    @Handler(supports = Person.class, order = 20)
    static class PersonVoid implements VoidHandler<Person> {
        @Override
        public void handle(Person person, User user, Date date, String reason) {
            if (!person.isPersonVoided() || person.getPersonVoidedBy() == null) {
                person.setPersonVoided(true);
                person.setPersonVoidedBy(user);
                person.setPersonDateVoided(date);
                person.setPersonVoidReason(reason);
            }
        }
    }

    @Handler(supports = Voidable.class, order = 10)
    static class Unvoid implements UnvoidHandler<Voidable> {
        @Override
        public void handle(Voidable object, User user, Date voidedWithParent, String unused) {
            if (object.isVoided() && together(voidedWithParent, object.getDateVoided())) {
                object.setVoided(false);
                object.setVoidedBy(null);
                object.setDateVoided(null);
                object.setVoidReason(null);
            }
        }
    }

    @Handler(supports = Person.class, order = 20)
    static class PersonUnvoid implements UnvoidHandler<Person> {
        @Override
        public void handle(Person person, User user, Date voidedWithParent, String unused) {
            person.setPersonVoided(false);
            person.setPersonVoidedBy(null);
            person.setPersonDateVoided(null);
            person.setPersonVoidReason(null);
        }
    }

    @Handler(supports = Patient.class, order = 30)
    @RequiredArgsConstructor
    static class PatientUnvoid implements UnvoidHandler<Patient> {
        private final SessionFactory sessionFactory;

        @Override
        public void handle(Patient patient, User user, Date voidedWithParent, String unused) {
            sessionFactory
                    .getCurrentSession()
                    .createQuery("from Encounter where patient = ?1 and voided = true", Encounter.class)
                    .setParameter(1, patient)
                    .stream()
                    .filter(e -> together(voidedWithParent, e.getDateVoided()))
                    .toList()
                    .forEach(Context.getEncounterService()::unvoidEncounter);
        }
    }

    @Handler(supports = Retireable.class, order = 10)
    static class Retire implements RetireHandler<Retireable> {
        @Override
        public void handle(Retireable object, User user, Date date, String reason) {
            if (!object.isRetired() || object.getRetiredBy() == null) {
                object.setRetired(true);
                object.setRetiredBy(user);
                object.setDateRetired(date);
                object.setRetireReason(reason);
            }
        }
    }

    @Handler(supports = Retireable.class, order = 10)
    static class Unretire implements UnretireHandler<Retireable> {
        @Override
        public void handle(Retireable object, User user, Date retiredWithParent, String unused) {
            if (object.isRetired() && together(retiredWithParent, object.getDateRetired())) {
                object.setRetired(false);
                object.setRetiredBy(null);
                object.setDateRetired(null);
                object.setRetireReason(null);
            }
        }
    }
}
