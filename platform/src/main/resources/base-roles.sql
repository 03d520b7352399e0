insert into role_privilege (role, privilege) values
  ('Authenticated', 'Get Concept Classes'),
  ('Authenticated', 'Get Concept Datatypes'),
  ('Authenticated', 'Get Encounter Types'),
  ('Authenticated', 'Get Global Properties'),
  ('Authenticated', 'Get Identifier Types'),
  ('Authenticated', 'Get Locations'),
  ('Authenticated', 'Get Privileges'),
  ('Authenticated', 'Get Roles');
