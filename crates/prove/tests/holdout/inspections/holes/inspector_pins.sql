-- The login page compares PINs through a view of the inspectors; it is the owner's and has no filter.
-- about: inspector_logins
-- as: hf_inspections_app
-- exploit: SET insp.bureau = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT login, pin_hash FROM insp.inspector_logins;
-- shows: pin-secret
CREATE VIEW insp.inspector_logins AS SELECT bureau_id, login, pin_hash FROM insp.inspectors;
GRANT SELECT ON insp.inspector_logins TO hf_inspections_app;
