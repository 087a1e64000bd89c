-- Tenant A reads names and settings of all organisations in a directory.
-- about: directory
-- as: ho_surveys_user
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "role": "admin"}';
-- exploit: SELECT name FROM directory;
-- shows: Beta-secret
CREATE VIEW directory AS SELECT id, name, settings FROM orgs;
GRANT SELECT ON directory TO ho_surveys_user;
