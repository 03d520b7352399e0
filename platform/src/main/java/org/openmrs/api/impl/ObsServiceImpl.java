/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.openmrs.Concept;
import org.openmrs.Obs;
import org.openmrs.Person;
import org.openmrs.api.APIException;
import org.openmrs.api.ObsService;
import org.openmrs.api.context.Context;
import org.openmrs.util.PrivilegeConstants;

class ObsServiceImpl extends HibernateService implements ObsService {
    @Override
    public Obs getObs(Integer obsId) {
        return session().get(Obs.class, obsId);
    }

    @Override
    public Obs getObsByUuid(String uuid) {
        return byUuid(Obs.class, uuid);
    }

    @Override
    public Obs saveObs(Obs obs, String changeMessage) {
        if (obs.getObsId() == null) {
            Context.requirePrivilege(PrivilegeConstants.ADD_OBS);
            return save(obs);
        }
        Context.requirePrivilege(PrivilegeConstants.EDIT_OBS);
        if (changeMessage == null) {
            throw new APIException("A change message is required to save an existing observation");
        }
        if (obs.isDirty() && !obs.isVoided()) {
            return replace(obs, changeMessage);
        }
        if (obs.hasGroupMembers(true)) {
            for (Obs member : new ArrayList<>(obs.getGroupMembers(true))) {
                Context.getObsService().saveObs(member, member.getObsId() == null ? null : changeMessage);
            }
        }
        return save(obs);
    }

    private Obs replace(Obs edited, String changeMessage) {
        Obs successor = Obs.newInstance(edited);
        if (successor.getStatus() == Obs.Status.FINAL) {
            successor.setStatus(Obs.Status.AMENDED);
        }
        session().evict(edited);
        Obs original = getObs(edited.getObsId());
        successor.setPreviousVersion(original);
        Obs group = successor.getObsGroup();
        Context.addProxyPrivilege(PrivilegeConstants.ADD_OBS);
        try {
            Context.getObsService().saveObs(successor, null);
        } finally {
            Context.removeProxyPrivilege(PrivilegeConstants.ADD_OBS);
        }
        if (group != null) {
            group.getGroupMembers(true).remove(edited);
            group.getGroupMembers(true).add(successor);
        }
        session().flush();
        markVoided(original, changeMessage);
        return successor;
    }

    private static void markVoided(Obs obs, String reason) {
        if (obs.isVoided()) {
            return;
        }
        obs.setVoided(true);
        obs.setVoidedBy(Context.getAuthenticatedUser());
        obs.setDateVoided(new Date());
        obs.setVoidReason(reason);
        if (obs.hasGroupMembers()) {
            obs.getGroupMembers().forEach(m -> markVoided(m, reason));
        }
    }

    @Override
    public Obs voidObs(Obs obs, String reason) {
        if (reason == null || reason.isEmpty()) {
            throw new IllegalArgumentException("A reason is required to void an observation");
        }
        return save(obs);
    }

    @Override
    public Obs unvoidObs(Obs obs) {
        return save(obs);
    }

    @Override
    public void purgeObs(Obs obs) {
        session().delete(obs);
    }

    @Override
    public List<Obs> getObservationsByPerson(Person who) {
        return list(
                Obs.class, "from Obs where person = ?1 and voided = false order by obsDatetime desc, obsId desc", who);
    }

    @Override
    public List<Obs> getObservationsByPersonAndConcept(Person who, Concept question) {
        if (who == null || who.getPersonId() == null) {
            return new ArrayList<>();
        }
        return list(
                Obs.class,
                "from Obs where person = ?1 and concept = ?2 and voided = false order by obsDatetime desc, obsId desc",
                who,
                question);
    }
}
