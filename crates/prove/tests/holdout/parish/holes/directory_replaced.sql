-- CREATE OR REPLACE VIEW drops the option of the old view, so the directory runs with its owner's rights.
-- about: directory, people, households
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000c';
-- exploit: SELECT full_name FROM church.directory;
-- shows: Road-secret Person
-- The directory shows the mail address as well.
CREATE OR REPLACE VIEW church.directory AS
  SELECT p.church_id, p.full_name, h.name AS household, p.email
  FROM church.people p LEFT JOIN church.households h ON h.church_id = p.church_id AND h.id = p.household_id;
