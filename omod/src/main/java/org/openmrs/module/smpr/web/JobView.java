/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.JobFile;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a job. */
final class JobView {

    static final View<Job> VIEW = new View<Job>("study/job", (job, level) -> job.getUuid())
            .ref("display", (job, level) -> display(job))
            .ref("kind", (job, level) -> named(job.getKind(), "smpr.job.kind."))
            .ref("state", (job, level) -> named(job.getState().name(), "smpr.job.state."))
            .standard("reason", (job, level) -> named(job.getReason(), "smpr.job.reason."))
            .standard("doing", (job, level) -> named(job.getDoing(), "smpr.job.doing."))
            .standard("done", (job, level) -> job.getDone())
            .standard("total", (job, level) -> job.getTotal())
            .standard("cancelRequested", (job, level) -> job.isCancelRequested())
            .standard(
                    "askedBy",
                    (job, level) ->
                            job.getAskedBy() == null ? null : Shown.reference(job.getAskedBy(), job.getAskedByName()))
            .standard("dateAsked", (job, level) -> Shown.moment(job.getDateAsked()))
            .standard("dateStarted", (job, level) -> Shown.moment(job.getDateStarted()))
            .standard("dateEnded", (job, level) -> Shown.moment(job.getDateEnded()))
            .standard("parameters", (job, level) -> job.getParameters())
            .standard("result", (job, level) -> result(job.getResult()))
            .standard("file", (job, level) -> file(job.getFile()))
            .standard("expires", (job, level) -> Shown.moment(job.getExpires()));

    private JobView() {}

    private static String display(Job job) {
        return Messages.text(
                "smpr.job",
                Messages.text("smpr.job.kind." + job.getKind()),
                Shown.day(job.getDateAsked()),
                Messages.text("smpr.job.state." + job.getState()));
    }

    private static SimpleObject named(String code, String key) {
        return code == null ? null : new SimpleObject().add("code", code).add("display", Messages.text(key + code));
    }

    /** Faults have their sentences beside them. */
    private static Map<String, Object> result(Map<String, Object> result) {
        if (result == null || !(result.get("faults") instanceof List)) {
            return result;
        }
        Map<String, Object> shown = new LinkedHashMap<>(result);
        List<Object> faults = new ArrayList<>();
        for (Object fault : (List<?>) result.get("faults")) {
            faults.add(fault((Map<?, ?>) fault));
        }
        shown.put("faults", faults);
        return shown;
    }

    private static SimpleObject fault(Map<?, ?> fault) {
        String key = "smpr.fault." + fault.get("code");
        return new SimpleObject()
                .add("line", fault.get("line"))
                .add("column", fault.get("column"))
                .add("columnNumber", fault.get("columnNumber"))
                .add("code", key)
                .add("message", Messages.text(key, ((List<?>) fault.get("arguments")).toArray()));
    }

    /** With it, the path of its parts is that of the job and {@code part/1} to {@code part/<parts>}. */
    private static SimpleObject file(JobFile file) {
        return file == null
                ? null
                : new SimpleObject()
                        .add("name", file.getName())
                        .add("mediaType", file.getMediaType())
                        .add("size", file.getSize())
                        .add("sha256", file.getSha256())
                        .add("parts", file.getParts());
    }
}
