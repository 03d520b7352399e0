/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import lombok.Getter;
import lombok.Setter;

/** What kind of value answers a concept. */
@Entity
@Getter
@Setter
public class ConceptDatatype extends BaseOpenmrsMetadata {
    public static final String BOOLEAN_UUID = "8d4a5cca-c2cc-11de-8d13-0010c6dffd0f";
    public static final String CODED_UUID = "8d4a48b6-c2cc-11de-8d13-0010c6dffd0f";
    public static final String COMPLEX_UUID = "8d4a6242-c2cc-11de-8d13-0010c6dffd0f";
    public static final String DATETIME_UUID = "8d4a5af4-c2cc-11de-8d13-0010c6dffd0f";
    public static final String DATE_UUID = "8d4a505e-c2cc-11de-8d13-0010c6dffd0f";
    public static final String DOCUMENT_UUID = "8d4a4e74-c2cc-11de-8d13-0010c6dffd0f";
    public static final String NUMERIC_UUID = "8d4a4488-c2cc-11de-8d13-0010c6dffd0f";
    public static final String N_A_UUID = "8d4a4c94-c2cc-11de-8d13-0010c6dffd0f";
    public static final String RULE_UUID = "8d4a5e96-c2cc-11de-8d13-0010c6dffd0f";
    public static final String STRUCTURED_NUMERIC_UUID = "8d4a606c-c2cc-11de-8d13-0010c6dffd0f";
    public static final String TEXT_UUID = "8d4a4ab4-c2cc-11de-8d13-0010c6dffd0f";
    public static final String TIME_UUID = "8d4a591e-c2cc-11de-8d13-0010c6dffd0f";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptDatatypeId;

    @Override
    public Integer getId() {
        return getConceptDatatypeId();
    }

    @Override
    public void setId(Integer id) {
        setConceptDatatypeId(id);
    }

    private String hl7Abbreviation;

    public boolean isNumeric() {
        return NUMERIC_UUID.equals(getUuid());
    }

    public boolean isCoded() {
        return CODED_UUID.equals(getUuid());
    }

    public boolean isDate() {
        return DATE_UUID.equals(getUuid());
    }

    public boolean isTime() {
        return TIME_UUID.equals(getUuid());
    }

    public boolean isDateTime() {
        return DATETIME_UUID.equals(getUuid());
    }

    public boolean isText() {
        return TEXT_UUID.equals(getUuid());
    }

    public boolean isBoolean() {
        return BOOLEAN_UUID.equals(getUuid());
    }

    public boolean isComplex() {
        return COMPLEX_UUID.equals(getUuid());
    }

    public boolean containsDate() {
        return isDate() || isDateTime();
    }

    public boolean containsTime() {
        return isTime() || isDateTime();
    }
}
