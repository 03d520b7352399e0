/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.smpr.site.NodeLock;

/**
 * Reads and writes jobs. What is read is let go of by the session at once, and what changes is changed by a statement that
 * says what must hold for it, so that no node writes over what another has.
 */
public class JobDao {

    private static final String JOB = JobRow.class.getName();

    private static final String PART = JobPartRow.class.getName();

    private static final String RECORD = JobRecordRow.class.getName();

    private static final String HELD = " where j.id = :id and j.node = :node and j.state = 'RUNNING'";

    private static final String FREE = "(j.state = 'WAITING' or j.state = 'RUNNING' and j.heldUntil < :now)";

    private final SessionFactory sessionFactory;

    public JobDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the database's own time, which is the same for every node */
    Date now() {
        return query(
                        "select current_timestamp() from org.openmrs.module.smpr.site.NodeLock l where l.name = :name",
                        Date.class)
                .setParameter("name", NodeLock.STUDY_JOBS)
                .uniqueResult();
    }

    void save(JobRow row) {
        sessionFactory.getCurrentSession().persist(row);
        sessionFactory.getCurrentSession().flush();
    }

    /** @return null where there is none */
    JobRow byUuid(String uuid) {
        return first(rows(
                query("from " + JOB + " j where j.uuid = :uuid", JobRow.class).setParameter("uuid", uuid)));
    }

    private JobRow byId(Integer id) {
        return first(
                rows(query("from " + JOB + " j where j.id = :id", JobRow.class).setParameter("id", id)));
    }

    /**
     * @param kinds codes of those that may be seen
     * @param askedBy the id of the user whose they are; null for everybody's
     * @return the newest first
     */
    List<JobRow> jobs(JobSearch search, Collection<String> kinds, Integer askedBy) {
        if (kinds.isEmpty()) {
            return Collections.emptyList();
        }
        Query<JobRow> query = restricted("", search, kinds, askedBy, " order by j.id desc", JobRow.class)
                .setFirstResult(search.getStartIndex());
        if (search.getLimit() != null) {
            query.setMaxResults(search.getLimit());
        }
        return rows(query);
    }

    long count(JobSearch search, Collection<String> kinds, Integer askedBy) {
        return kinds.isEmpty()
                ? 0
                : restricted("select count(j) ", search, kinds, askedBy, "", Long.class)
                        .uniqueResult();
    }

    private <T> Query<T> restricted(
            String select, JobSearch search, Collection<String> kinds, Integer askedBy, String order, Class<T> type) {
        Query<T> query = query(
                        select + "from " + JOB + " j where j.kind in (:kinds)"
                                + (askedBy == null ? "" : " and j.askedBy = :askedBy")
                                + (search.getStates().isEmpty() ? "" : " and j.state in (:states)")
                                + order,
                        type)
                .setParameterList("kinds", kinds);
        if (askedBy != null) {
            query.setParameter("askedBy", askedBy);
        }
        if (!search.getStates().isEmpty()) {
            query.setParameterList(
                    "states", search.getStates().stream().map(Enum::name).collect(Collectors.toList()));
        }
        return query;
    }

    /** @return by id, the uuids and names of those users who are there */
    Map<Integer, String[]> users(Collection<Integer> ids) {
        Map<Integer, String[]> users = new HashMap<>();
        if (!ids.isEmpty()) {
            query(
                            "select u.userId, u.uuid, coalesce(nullif(u.username, ''), u.systemId) from User u"
                                    + " where u.userId in (:ids)",
                            Object[].class)
                    .setParameterList("ids", ids)
                    .list()
                    .forEach(row -> users.put((Integer) row[0], new String[] {(String) row[1], (String) row[2]}));
        }
        return users;
    }

    /** @return the user with what outlives the session; null where there is none */
    User user(Integer id) {
        User user = sessionFactory.getCurrentSession().find(User.class, id);
        if (user == null) {
            return null;
        }
        user.getUserProperties().size();
        if (user.getPerson() != null) {
            user.getPerson().getNames().size();
        }
        Set<Role> roles = new HashSet<>(user.getAllRoles());
        roles.forEach(role -> role.getPrivileges().size());
        return user;
    }

    /** @return jobs that wait, or whose node gives no sign of life any more, the oldest first */
    List<JobRow> free(Date now) {
        return rows(query("from " + JOB + " j where " + FREE + " order by j.id", JobRow.class)
                .setParameter("now", now)
                .setMaxResults(100));
    }

    /** @return codes of the kinds of which a node runs one now */
    Set<String> kindsRunning(Date now) {
        return new HashSet<>(query(
                        "select j.kind from " + JOB + " j where j.state = 'RUNNING' and j.heldUntil >= :now",
                        String.class)
                .setParameter("now", now)
                .list());
    }

    /** @return the job as it now is; null where another node was first */
    JobRow claim(JobRow job, String node, Date now, Date until, Date started) {
        int claimed = query("update " + JOB + " j set j.state = 'RUNNING', j.node = :node, j.heldUntil = :until,"
                        + " j.attempts = j.attempts + 1, j.dateStarted = :started where j.id = :id and " + FREE)
                .setParameter("node", node)
                .setParameter("until", until)
                .setParameter("started", job.getDateStarted() == null ? started : job.getDateStarted())
                .setParameter("id", job.getId())
                .setParameter("now", now)
                .executeUpdate();
        return claimed == 1 ? byId(job.getId()) : null;
    }

    /** @return whether the node still holds the job, and does now until then */
    boolean hold(Integer job, String node, Date until) {
        return held("update " + JOB + " j set j.heldUntil = :until" + HELD, job, node)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    boolean progress(Integer job, String node, String doing, long done, long total) {
        return held("update " + JOB + " j set j.doing = :doing, j.done = :done, j.total = :total" + HELD, job, node)
                        .setParameter("doing", doing)
                        .setParameter("done", done)
                        .setParameter("total", total)
                        .executeUpdate()
                == 1;
    }

    /** @return whether the job is to be given up; null where it is no longer this node's */
    Boolean isCancelRequested(Integer job, String node) {
        return query("select j.cancelRequested from " + JOB + " j" + HELD, Boolean.class)
                .setParameter("id", job)
                .setParameter("node", node)
                .uniqueResult();
    }

    /** Notes what is to become of it once it is taken back. */
    boolean willEnd(Integer job, String node, JobState ending, String reason, String result) {
        return held(
                                "update " + JOB + " j set j.ending = :ending, j.reason = :reason, j.result = :result"
                                        + HELD,
                                job,
                                node)
                        .setParameter("ending", ending.name())
                        .setParameter("reason", reason)
                        .setParameter("result", result)
                        .executeUpdate()
                == 1;
    }

    boolean hasMade(Integer job, String node, JobFile file) {
        return held(
                                "update " + JOB + " j set j.fileName = :name, j.fileType = :type, j.fileSize = :size,"
                                        + " j.fileSha256 = :sha256, j.fileParts = :parts" + HELD,
                                job,
                                node)
                        .setParameter("name", file.getName())
                        .setParameter("type", file.getMediaType())
                        .setParameter("size", file.getSize())
                        .setParameter("sha256", file.getSha256())
                        .setParameter("parts", file.getParts())
                        .executeUpdate()
                == 1;
    }

    /** Ends it, and deletes what it was given; one that was withdrawn is never done. */
    boolean end(Integer job, String node, JobState state, String reason, String result, Date ended, Date expires) {
        boolean held = held(
                                "update " + JOB + " j set j.state = :state, j.reason = :reason, j.result = :result,"
                                        + " j.dateEnded = :ended, j.expires = :expires, j.doing = null" + HELD
                                        + (state == JobState.DONE ? " and j.reason is null" : ""),
                                job,
                                node)
                        .setParameter("state", state.name())
                        .setParameter("reason", reason)
                        .setParameter("result", result)
                        .setParameter("ended", ended)
                        .setParameter("expires", expires)
                        .executeUpdate()
                == 1;
        if (held) {
            deleteParts(job, true);
            if (state != JobState.DONE) {
                deleteParts(job, false);
            }
        }
        return held;
    }

    /** Asks that it be given up; one that nobody has taken up is so at once. */
    void cancel(Integer job, Date now) {
        int waiting = query("update " + JOB + " j set j.cancelRequested = true, j.state = 'CANCELLED',"
                        + " j.dateEnded = :now, j.expires = :now where j.id = :id and j.state = 'WAITING'")
                .setParameter("id", job)
                .setParameter("now", now)
                .executeUpdate();
        if (waiting == 1) {
            deleteParts(job, true);
        } else {
            query("update " + JOB + " j set j.cancelRequested = true where j.id = :id and j.state = 'RUNNING'")
                    .setParameter("id", job)
                    .executeUpdate();
        }
    }

    /** @return why it was withdrawn; null where it was not */
    String reason(Integer job) {
        return query("select j.reason from " + JOB + " j where j.id = :id", String.class)
                .setParameter("id", job)
                .uniqueResult();
    }

    /**
     * Deletes what jobs of the kinds have made that ended then or later, and asks that those be given up that run. The running first:
     * one that ends meanwhile is found among the ended.
     */
    void withdraw(Collection<String> kinds, Date since, Date now) {
        query("update " + JOB + " j set j.cancelRequested = true, j.reason = :reason"
                        + " where j.kind in (:kinds) and j.state = 'RUNNING' and j.ending is null")
                .setParameter("reason", Job.Reason.PARTICIPANT_STOPPED)
                .setParameterList("kinds", kinds)
                .executeUpdate();
        query("update " + JOB + " j set j.state = 'CANCELLED', j.reason = :reason, j.result = null, j.expires = :now"
                        + " where j.kind in (:kinds) and j.state = 'DONE' and j.dateEnded >= :since"
                        + " and j.expires >= :now")
                .setParameter("reason", Job.Reason.PARTICIPANT_STOPPED)
                .setParameter("now", now)
                .setParameter("since", since)
                .setParameterList("kinds", kinds)
                .executeUpdate();
        query("delete from " + PART + " p where p.given = false and p.jobId in (select j.id from " + JOB
                        + " j where j.state = 'CANCELLED' and j.reason = :reason)")
                .setParameter("reason", Job.Reason.PARTICIPANT_STOPPED)
                .executeUpdate();
    }

    /** Deletes the files and the results that need not be kept any more; that there was a job stays. */
    void expire(Date now) {
        query("delete from " + PART + " p where p.jobId in (select j.id from " + JOB + " j where j.expires < :now)")
                .setParameter("now", now)
                .executeUpdate();
        query("update " + JOB + " j set j.result = null where j.expires < :now and j.result is not null")
                .setParameter("now", now)
                .executeUpdate();
    }

    void savePart(Integer job, boolean given, int number, byte[] content) {
        JobPartRow part = new JobPartRow();
        part.setJobId(job);
        part.setGiven(given);
        part.setNumber(number);
        part.setContent(content);
        sessionFactory.getCurrentSession().persist(part);
        sessionFactory.getCurrentSession().flush();
        sessionFactory.getCurrentSession().evict(part);
    }

    /** @return null where there is none of that number */
    byte[] part(Integer job, boolean given, int number) {
        return query(
                        "select p.content from " + PART
                                + " p where p.jobId = :job and p.given = :given and p.number = :number",
                        byte[].class)
                .setParameter("job", job)
                .setParameter("given", given)
                .setParameter("number", number)
                .uniqueResult();
    }

    void deleteParts(Integer job, boolean given) {
        query("delete from " + PART + " p where p.jobId = :job and p.given = :given")
                .setParameter("job", job)
                .setParameter("given", given)
                .executeUpdate();
    }

    void saveRecord(Integer job, String object) {
        JobRecordRow written = new JobRecordRow();
        written.setJobId(job);
        written.setObject(object);
        sessionFactory.getCurrentSession().persist(written);
    }

    Set<String> recordsAmong(Integer job, Collection<String> objects) {
        return objects.isEmpty()
                ? Collections.emptySet()
                : new HashSet<>(query(
                                "select r.object from " + RECORD + " r where r.jobId = :job and r.object in (:objects)",
                                String.class)
                        .setParameter("job", job)
                        .setParameterList("objects", objects)
                        .list());
    }

    /** @return some of what the job has written and not taken back, the newest first */
    List<String> records(Integer job, int limit) {
        return query("select r.object from " + RECORD + " r where r.jobId = :job order by r.id desc", String.class)
                .setParameter("job", job)
                .setMaxResults(limit)
                .list();
    }

    long countRecords(Integer job) {
        return query("select count(r) from " + RECORD + " r where r.jobId = :job", Long.class)
                .setParameter("job", job)
                .uniqueResult();
    }

    void deleteRecord(Integer job, String object) {
        query("delete from " + RECORD + " r where r.jobId = :job and r.object = :object")
                .setParameter("job", job)
                .setParameter("object", object)
                .executeUpdate();
    }

    private List<JobRow> rows(Query<JobRow> query) {
        List<JobRow> rows = query.list();
        rows.forEach(sessionFactory.getCurrentSession()::evict);
        return rows;
    }

    private static JobRow first(List<JobRow> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    private Query<?> held(String hql, Integer job, String node) {
        return query(hql).setParameter("id", job).setParameter("node", node);
    }

    private Query<?> query(String hql) {
        return sessionFactory.getCurrentSession().createQuery(hql);
    }

    private <T> Query<T> query(String hql, Class<T> type) {
        return sessionFactory.getCurrentSession().createQuery(hql, type);
    }
}
