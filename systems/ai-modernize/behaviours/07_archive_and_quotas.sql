-- Archived engagements are read-only; a client has no more engagements than its quota.

INSERT INTO migration.client_accounts (id, name, slug, max_engagements) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder', 2),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch', NULL);
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'Second', 'second');
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type)
SELECT client_account_id, id, slug, 'server' FROM migration.engagements;

-- case: what is archived can still be read, and the other engagement still be written
-- guard: DROP TRIGGER assets_engagement_open ON migration.assets;
--   CREATE FUNCTION pg_temp.no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
--   CREATE TRIGGER no BEFORE UPDATE ON migration.assets FOR EACH ROW EXECUTE FUNCTION pg_temp.no()
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 2
SELECT count(*) FROM migration.assets;
-- expect: 1
UPDATE migration.assets SET description = 'still open' WHERE name = 'second';

-- case: an archived engagement is not changed, not reopened by its client, and not removed
-- guard: DROP TRIGGER engagements_archived ON migration.engagements
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 55000 archived
UPDATE migration.engagements SET name = 'Renamed' WHERE slug = 'first';
-- expect: error 55000 archived
UPDATE migration.engagements SET status = 'active' WHERE slug = 'first';
SET LOCAL ROLE platform_admin_role;
-- expect: error 55000 archived
DELETE FROM migration.engagements WHERE slug = 'first';
-- expect: error 55000 archived
UPDATE migration.engagements SET status = 'active', name = 'Renamed' WHERE slug = 'first';

-- case: operations reopen an engagement, which then is as before
-- guard: CREATE OR REPLACE FUNCTION migration.refuse_archived_engagement() RETURNS trigger LANGUAGE
--   plpgsql AS
--   $$BEGIN RAISE object_not_in_prerequisite_state; END$$
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
SET LOCAL ROLE platform_admin_role;
-- expect: 1
UPDATE migration.engagements SET status = 'active' WHERE slug = 'first';
-- expect: t
SELECT archived_at IS NULL FROM migration.engagements WHERE slug = 'first';
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 1
UPDATE migration.assets SET description = 'open again' WHERE name = 'first';

-- case: archiving twice says when it was archived first, and only what exists is archived
-- guard: CREATE OR REPLACE FUNCTION migration.archive_engagement(engagement uuid) RETURNS timestamptz
--   LANGUAGE sql
--   AS $$UPDATE migration.engagements SET status = 'archived', archived_at = clock_timestamp()
--   WHERE id = engagement RETURNING archived_at$$
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: t
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001') >= now();
-- expect: t
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001') = archived_at
FROM migration.engagements WHERE slug = 'first';
-- expect: error P0002
SELECT migration.archive_engagement('b1000000-0000-4000-8000-000000000001');

-- case: a client archives no engagement of another
-- guard: ALTER FUNCTION migration.archive_engagement(uuid) SECURITY DEFINER;
--   ALTER FUNCTION migration.archive_engagement(uuid) OWNER TO migration_definer
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('b0000000-0000-4000-8000-000000000001');
-- expect: error P0002
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');

-- case: the audit still takes entries about an archived engagement
-- guard: CREATE TRIGGER archived BEFORE INSERT ON migration.access_audit_log
--   FOR EACH ROW EXECUTE FUNCTION migration.refuse_archived()
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 1
INSERT INTO migration.access_audit_log (user_id, action_type, result, client_account_id, engagement_id) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'read', 'success', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001');

-- case: an application opens engagements and removes none
-- guard: GRANT DELETE ON migration.engagements TO application_role
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('b0000000-0000-4000-8000-000000000001');
-- expect: 1
INSERT INTO migration.engagements (client_account_id, name, slug)
VALUES ('b0000000-0000-4000-8000-000000000001', 'First', 'first');
-- expect: error 42501
DELETE FROM migration.engagements;

-- case: a client has no more engagements than its quota
-- guard: DROP TRIGGER engagements_within_quota ON migration.engagements
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 23514 2 engagements
INSERT INTO migration.engagements (client_account_id, name, slug)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Third', 'third');

-- case: the quota also counts the engagements that the session does not see
-- guard: ALTER FUNCTION migration.check_client_quota() SECURITY INVOKER
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001');
-- expect: error 23514 2 engagements
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'Third', 'third');

-- case: archived engagements do not count, and reopening one asks the quota again
-- guard: DROP TRIGGER engagements_within_quota ON migration.engagements
-- guard: DROP TRIGGER engagements_within_quota ON migration.engagements;
--   CREATE TRIGGER engagements_within_quota AFTER INSERT ON migration.engagements
--   FOR EACH ROW EXECUTE FUNCTION migration.check_client_quota()
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
-- expect: 1
INSERT INTO migration.engagements (client_account_id, name, slug)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Third', 'third');
SET LOCAL ROLE platform_admin_role;
-- expect: error 23514 2 engagements
UPDATE migration.engagements SET status = 'active' WHERE slug = 'first';

-- case: a full client can still change what it has, and one without a quota is never full
-- guard: DROP TRIGGER engagements_within_quota ON migration.engagements;
--   CREATE FUNCTION pg_temp.full() RETURNS trigger LANGUAGE plpgsql AS
--   $$BEGIN RAISE check_violation; END$$; CREATE TRIGGER engagements_within_quota
--   AFTER UPDATE ON migration.engagements FOR EACH ROW EXECUTE FUNCTION pg_temp.full()
UPDATE migration.client_accounts SET max_engagements = 2 WHERE slug = 'alder';
-- expect: 2
UPDATE migration.engagements SET status = 'paused'
WHERE client_account_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: 3
INSERT INTO migration.engagements (client_account_id, name, slug)
SELECT 'b0000000-0000-4000-8000-000000000001', n, n FROM unnest(ARRAY['one', 'two', 'three']) AS n;
