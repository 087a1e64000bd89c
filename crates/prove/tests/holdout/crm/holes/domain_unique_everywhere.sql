-- Tenant A learns from a duplicate key error which domains tenant B works with.
-- about: domain
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO companies VALUES ('aaaaaaaa-0000-4000-8000-000000000000', DEFAULT, 'probe',
-- exploit: 'bolt.example.com');
-- shows: duplicate key
DROP INDEX companies_domain;
CREATE UNIQUE INDEX companies_domain ON companies (lower(domain)) WHERE deleted_at IS NULL;
