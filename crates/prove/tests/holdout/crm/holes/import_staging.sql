-- Tenant A reads the contacts that tenant B is importing.
-- about: contact_imports
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET app.tenant_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO contact_imports SELECT * FROM contacts;
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT email FROM contact_imports;
-- shows: y-secret
CREATE TABLE contact_imports (LIKE contacts INCLUDING ALL);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_imports TO ho_crm_app;
