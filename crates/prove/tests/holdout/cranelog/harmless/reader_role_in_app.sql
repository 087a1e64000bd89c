-- A role for reading that the application may take on: it has no BYPASSRLS, so the policies hold for it as
-- well.
CREATE ROLE hf_cranelog_reader NOLOGIN;
GRANT USAGE ON SCHEMA lift TO hf_cranelog_reader;
GRANT SELECT ON lift.lifts, lift.defects, lift.inspections TO hf_cranelog_reader;
GRANT hf_cranelog_reader TO hf_cranelog_app;
