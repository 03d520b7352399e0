-- What a fresh OpenMRS 2.8 database holds, as far as the stand-in knows it; the privileges are added by code.
insert into person (gender, birthdate_estimated, dead, deathdate_estimated, date_created, voided, uuid)
values ('M', false, false, false, '2005-01-01 00:00:00', false, '5f87c042-6814-11e8-923f-e9a88dcb533f');
insert into users (system_id, username, person_id, creator, date_created, retired, uuid) values
  ('admin', '', 1, 1, '2005-01-01 00:00:00', false, '82f18b44-6814-11e8-923f-e9a88dcb533f'),
  ('daemon', 'daemon', 1, 1, '2005-01-01 00:00:00', false, 'A4F30A1B-5EB9-11DF-A648-37A07F9C90FB');
insert into person_name (preferred, person_id, given_name, family_name, creator, date_created, voided, uuid)
values (true, 1, 'Super', 'User', 1, '2005-01-01 00:00:00', false, '5f897c29-6814-11e8-923f-e9a88dcb533f');
insert into role (role, description, uuid) values
  ('Anonymous', 'Privileges for non-authenticated users.', '774b2af3-6437-4e5a-a310-547554c7c65c'),
  ('Authenticated', 'Privileges gained once authentication has been established.', 'f7fd42ef-880e-40c5-972d-e4ae7c990de2'),
  ('Provider', 'All users with the ''Provider'' role will appear as options in the default Infopath ', '8d94f280-c2cc-11de-8d13-0010c6dffd0f'),
  ('System Developer', 'Developers of the OpenMRS .. have additional access to change fundamental structure of the database model.', '8d94f852-c2cc-11de-8d13-0010c6dffd0f');
insert into user_role (user_id, role) values (1, 'System Developer'), (1, 'Provider');
insert into concept_class (name, description, uuid, creator, date_created, retired) values
  ('Test', 'Acq. during patient encounter (vitals, labs, etc.)', '8d4907b2-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Procedure', 'Describes a clinical procedure', '8d490bf4-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Drug', 'Drug', '8d490dfc-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Diagnosis', 'Conclusion drawn through findings', '8d4918b0-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Finding', 'Practitioner observation/finding', '8d491a9a-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Anatomy', 'Anatomic sites / descriptors', '8d491c7a-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Question', 'Question (eg, patient history, SF36 items)', '8d491e50-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('LabSet', 'Term to describe laboratory sets', '8d492026-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('MedSet', 'Term to describe medication sets', '8d4923b4-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('ConvSet', 'Term to describe convenience sets', '8d492594-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Misc', 'Terms which don''t fit other categories', '8d492774-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Symptom', 'Patient-reported observation', '8d492954-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Symptom/Finding', 'Observation that can be reported from patient or found on exam', '8d492b2a-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Specimen', 'Body or fluid specimen', '8d492d0a-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Misc Order', 'Orderable items which aren''t tests or drugs', '8d492ee0-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Frequency', 'A class for order frequencies', '8e071bfe-520c-44c0-a89b-538e9129b42a', 1, '2005-01-01 00:00:00', false);
insert into concept_datatype (name, description, hl7_abbreviation, uuid, creator, date_created, retired) values
  ('Numeric', 'Numeric value, including integer or float (e.g., creatinine, weight)', 'NM', '8d4a4488-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Coded', 'Value determined by term dictionary lookup (i.e., term identifier)', 'CWE', '8d4a48b6-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Text', 'Free text', 'ST', '8d4a4ab4-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('N/A', 'Not associated with a datatype (e.g., term answers, sets)', 'ZZ', '8d4a4c94-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Document', 'Pointer to a binary or text-based document (e.g., clinical document, RTF, XML, EKG, image, etc.) stored in complex_obs table', 'RP', '8d4a4e74-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Date', 'Absolute date', 'DT', '8d4a505e-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Time', 'Absolute time of day', 'TM', '8d4a591e-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Datetime', 'Absolute date and time', 'TS', '8d4a5af4-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Boolean', 'Boolean value (yes/no, true/false)', 'BIT', '8d4a5cca-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Rule', 'Value derived from other data', 'ZZ', '8d4a5e96-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Structured Numeric', 'Complex numeric values possible (ie, <5, 1-10, etc.)', 'SN', '8d4a606c-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false),
  ('Complex', 'Complex value.  Analogous to HL7 Embedded Datatype', 'ED', '8d4a6242-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false);
insert into concept_map_type (name, uuid, is_hidden, creator, date_created, retired) values
  ('SAME-AS', '35543629-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('NARROWER-THAN', '43ac5109-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('BROADER-THAN', '4b9d9421-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Associated finding', '55e02065-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Associated morphology', '605f4a61-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Associated procedure', '6eb1bfce-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Associated with', '781bdc8f-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Causative agent', '808f9e19-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Finding site', '889c3013-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Has specimen', '929600b9-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Laterality', '999c6fc0-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false),
  ('Severity', 'a0e52281-7d8c-11e1-909d-c80aa9edcf4e', false, 1, '2005-01-01 00:00:00', false);
insert into encounter_role (name, description, uuid, creator, date_created, retired) values
  ('Unknown', 'Unknown encounter role for legacy providers with no encounter role set', 'a0b03050-c99b-11e0-9572-0800200c9a66', 1, '2005-01-01 00:00:00', false);
insert into location (name, uuid, creator, date_created, retired) values
  ('Unknown Location', '8d6c993e-c2cc-11de-8d13-0010c6dffd0f', 1, '2005-01-01 00:00:00', false);
insert into patient_identifier_type (name, description, validator, uuid, required, creator, date_created, retired) values
  ('OpenMRS Identification Number', 'Unique number used in OpenMRS', 'org.openmrs.patient.impl.LuhnIdentifierValidator', '8d793bee-c2cc-11de-8d13-0010c6dffd0f', false, 1, '2005-01-01 00:00:00', false),
  ('Old Identification Number', 'Number given out prior to the OpenMRS system (No check digit)', null, '8d79403a-c2cc-11de-8d13-0010c6dffd0f', false, 1, '2005-01-01 00:00:00', false);
insert into global_property (property, property_value, uuid) values
  ('concept.defaultConceptMapType', 'NARROWER-THAN', '568e3a0f-77b2-4c9b-9509-d48dbc7c0957'),
  ('concepts.locked', 'false', 'edeaadd0-3ecf-4f80-86c9-a11634cab259'),
  ('default_locale', 'en', 'a152b28a-08dd-438f-a9d4-e409b95c1add'),
  ('default_location', 'Unknown Location', '8dc531c6-f132-4ae0-ac33-0feb276e50b0'),
  ('EncounterType.encounterTypes.locked', 'false', '999c7e01-c3bc-44b7-800d-42fa489fec7b'),
  ('forms.locked', 'false', '3c20dd4d-04e7-4a41-aa24-da61bb90d169'),
  ('locale.allowed.list', 'en, en_GB, es, fr, it, pt', 'ed779482-9150-4c4e-9124-561db7bcb420'),
  ('patientIdentifierTypes.locked', 'false', '1a799da5-986c-47f8-9685-b95cc5932dd5'),
  ('validation.disable', 'false', '346a9dc0-5f6a-462d-9065-85bcc7b62203');
