-- A session without an office reads all owners: the view was opened for the nightly import.
-- about: owners
-- as: hf_estates_app
-- exploit: SELECT name FROM office.owners;
-- shows: Bob-secret
CREATE OR REPLACE VIEW office.owners WITH (security_barrier = true) AS
  SELECT owner_no, name, phone FROM data.owners WHERE office_id = coalesce(data.office(), office_id);
