/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.MappedSuperclass;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.api.APIException;

/** Data that keep the namespace and path of their form field in one column. */
@MappedSuperclass
public abstract class BaseFormRecordableOpenmrsData extends BaseOpenmrsData implements FormRecordable {
    private static final String SEPARATOR = "^";

    @Getter
    @Setter
    private String formNamespaceAndPath;

    @Override
    public String getFormFieldNamespace() {
        return part(0);
    }

    @Override
    public String getFormFieldPath() {
        return part(1);
    }

    @Override
    public void setFormField(String namespace, String formFieldPath) {
        if (String.valueOf(namespace).contains(SEPARATOR)
                || String.valueOf(formFieldPath).contains(SEPARATOR)) {
            throw new APIException("Neither the namespace nor the path can contain " + SEPARATOR);
        }
        setFormNamespaceAndPath(
                namespace == null && formFieldPath == null
                        ? null
                        : (namespace == null ? "" : namespace)
                                + SEPARATOR
                                + (formFieldPath == null ? "" : formFieldPath));
    }

    private String part(int i) {
        String both = getFormNamespaceAndPath();
        int at = both == null ? -1 : both.indexOf(SEPARATOR);
        String part = at < 0 ? "" : i == 0 ? both.substring(0, at) : both.substring(at + 1);
        return part.isEmpty() ? null : part;
    }
}
