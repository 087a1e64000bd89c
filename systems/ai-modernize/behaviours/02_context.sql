-- The context of a session: which client, which engagement, and what counts as none.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'Second', 'second'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'First', 'first');
INSERT INTO migration.assets (id, client_account_id, engagement_id, name, asset_type)
SELECT id, client_account_id, id, left(id::text, 2) || ' server', 'server' FROM migration.engagements;
INSERT INTO migration.agent_learning_patterns
  (id, client_account_id, engagement_id, insight_type, embedding, raw_evidence)
SELECT id, client_account_id, id, 'risk_pattern', array_fill(1, ARRAY[1536])::vector, '{}'::jsonb
FROM migration.engagements
UNION ALL
SELECT id, id, NULL, 'risk_pattern', array_fill(1, ARRAY[1536])::vector, '{}' FROM migration.client_accounts;

-- case: each client works with its own assets only
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (true)
-- guard: ALTER TABLE migration.assets DISABLE ROW LEVEL SECURITY
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: rows
--   a1 server
--   a2 server
SELECT name FROM migration.assets ORDER BY name;
SELECT migration.set_tenant_context('b0000000-0000-4000-8000-000000000001');
-- expect: b1 server
SELECT name FROM migration.assets;
-- expect: none
SELECT name FROM migration.assets WHERE id = 'a1000000-0000-4000-8000-000000000001';

-- case: an engagement of another client in the context shows nothing
-- guard: ALTER POLICY tenant_isolation ON migration.assets
--   USING (engagement_id = (SELECT migration.current_engagement_id()))
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001');
-- expect: none
SELECT name FROM migration.assets;

-- case: an engagement alone is no context
-- guard: ALTER POLICY tenant_isolation ON migration.assets
--   USING (engagement_id = (SELECT migration.current_engagement_id()))
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(NULL, 'a1000000-0000-4000-8000-000000000001');
-- expect: none
SELECT name FROM migration.assets;

-- case: a client that is no uuid is no context, and no error
-- guard: CREATE OR REPLACE FUNCTION migration.current_client_id() RETURNS uuid LANGUAGE sql STABLE AS
--   $$SELECT current_setting('app.client_id', true)::uuid$$
SET LOCAL ROLE application_role;
SELECT set_config('app.client_id', 'alder', true);
-- expect: none
SELECT name FROM migration.assets;
SELECT set_config('app.client_id', '', true);
-- expect: none
SELECT name FROM migration.assets;
SELECT set_config('app.client_id', 'a0000000-0000-4000-8000-000000000001 ', true);
-- expect: none
SELECT name FROM migration.assets;

-- case: an engagement that is no uuid closes the context: it is never read as all engagements
-- guard: CREATE OR REPLACE FUNCTION migration.current_client_id() RETURNS uuid LANGUAGE sql STABLE AS
--   $$SELECT nullif(current_setting('app.client_id', true), '')::uuid$$
SET LOCAL ROLE application_role;
SELECT set_config('app.client_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.engagement_id', 'first', true);
-- expect: none
SELECT name FROM migration.assets;
-- expect: error 42501 row-level security
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'new', 'server');

-- case: the context ends with the transaction: what is set in one is local to it
-- guard: CREATE OR REPLACE FUNCTION migration.set_tenant_context(client uuid, engagement uuid DEFAULT NULL)
--   RETURNS void LANGUAGE sql AS $$SELECT set_config('app.client_id', client::text, false)$$
-- A function with a SET ends a local setting of that name with itself; one of the session would survive.
CREATE FUNCTION pg_temp.in_request() RETURNS void LANGUAGE sql SET app.client_id = '' AS
  $$SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001')$$;
SELECT pg_temp.in_request();
-- expect: t
SELECT migration.current_client_id() IS NULL;

-- case: without a context nothing can be added
-- guard: ALTER POLICY tenant_isolation ON migration.assets WITH CHECK (true)
SET LOCAL ROLE application_role;
-- expect: error 42501 row-level security
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'new', 'server');

-- case: an UPDATE and a DELETE without a condition stay with the client, and in the engagement
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assets
--   USING (client_account_id = (SELECT migration.current_client_id()))
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 2
UPDATE migration.assets SET description = 'changed';
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
-- expect: 1
UPDATE migration.assets SET description = 'changed again';
-- expect: 1
DELETE FROM migration.assets;
RESET ROLE;
-- expect: 2
SELECT count(*) FROM migration.assets;

-- case: ON CONFLICT DO UPDATE does not reach a row of another client
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (true)
--   WITH CHECK (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501 row-level security
INSERT INTO migration.assets (id, client_account_id, engagement_id, name, asset_type) VALUES
  ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'taken over', 'server')
ON CONFLICT (id) DO UPDATE SET name = excluded.name;

-- case: a pattern without an engagement belongs to the whole client, and to no other
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns
--   USING (client_account_id = migration.current_client_id()
--   AND engagement_id = coalesce(migration.current_engagement_id(), engagement_id))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns
--   USING (coalesce(engagement_id = migration.current_engagement_id(), true))
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001');
-- expect: rows
--   a0000000-0000-4000-8000-000000000001
--   a1000000-0000-4000-8000-000000000001
SELECT id FROM migration.agent_learning_patterns ORDER BY id;

-- case: the fence is found by an index: the client is a condition of the scan and no filter after it
-- guard: DROP INDEX migration.ix_component_treatments_client_engagement
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments
--   USING (client_account_id::text = (SELECT migration.current_client_id())::text)
CREATE FUNCTION pg_temp.plan_of(statement text) RETURNS SETOF text LANGUAGE plpgsql AS
  $$BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS off) ' || statement; END$$;
SET LOCAL enable_seqscan = off;
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 1
SELECT count(*) FROM pg_temp.plan_of('SELECT * FROM migration.component_treatments') AS line
WHERE line LIKE '%Index Cond: (client_account_id = %';

-- case: the views show what their tables show, and nothing more
-- guard: ALTER VIEW migration.v_all_flows SET (security_invoker = false);
--   ALTER VIEW migration.v_all_flows OWNER TO postgres
-- guard: ALTER VIEW migration.v_cross_phase_assets SET (security_invoker = false);
--   ALTER VIEW migration.v_cross_phase_assets OWNER TO postgres
INSERT INTO migration.collection_flows (flow_id, client_account_id, engagement_id, user_id)
SELECT id, client_account_id, id, 'agent' FROM migration.engagements;
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 2
SELECT count(*) FROM migration.v_all_flows;
-- expect: 2
SELECT count(*) FROM migration.v_cross_phase_assets;

-- case: the application role can become no role that passes row security
-- guard: GRANT platform_admin_role TO application_role
-- guard: GRANT migration_definer TO application_role
SET LOCAL SESSION AUTHORIZATION application_role;
-- expect: error 42501
SET LOCAL ROLE platform_admin_role;
-- expect: error 42501
SET LOCAL ROLE migration_definer;

-- case: the runtime roles are bound by row security, whatever their context
-- guard: ALTER ROLE application_role BYPASSRLS
-- guard: ALTER ROLE reporting_role BYPASSRLS
SET LOCAL ROLE application_role;
-- expect: 0
SELECT count(*) FROM migration.assets;
SET LOCAL ROLE reporting_role;
-- expect: 0
SELECT count(*) FROM migration.assets;

-- case: reporting_role reads and never writes
-- guard: GRANT INSERT ON migration.assets TO reporting_role
-- guard: GRANT UPDATE ON migration.assets TO reporting_role
-- guard: GRANT DELETE ON migration.assets TO reporting_role
SET LOCAL ROLE reporting_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'new', 'server');
-- expect: error 42501
UPDATE migration.assets SET name = 'changed';
-- expect: error 42501
DELETE FROM migration.assets;

-- case: operations work across clients
-- guard: ALTER ROLE platform_admin_role NOBYPASSRLS
-- guard: REVOKE UPDATE ON migration.assets FROM platform_admin_role
SET LOCAL ROLE platform_admin_role;
-- expect: 3
UPDATE migration.assets SET description = 'checked by operations';

-- case: someone without a role of the platform reaches nothing
-- guard: GRANT USAGE ON SCHEMA migration TO PUBLIC; GRANT SELECT ON migration.assets TO PUBLIC
CREATE ROLE passer_by;
SET LOCAL ROLE passer_by;
-- expect: error 42501
SELECT count(*) FROM migration.assets;
