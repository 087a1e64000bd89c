//! A schema or a database for each tenant.

use crate::Case;

/// Two schemas with a role each, `@app` and `@rep`.
const SCHEMAS: &str = "
    CREATE SCHEMA ta AUTHORIZATION @own; CREATE SCHEMA tb AUTHORIZATION @own;
    SET ROLE @own; CREATE TABLE ta.docs (body text); CREATE TABLE tb.docs (body text);
    GRANT USAGE ON SCHEMA ta TO @app; GRANT USAGE ON SCHEMA tb TO @rep;
    GRANT SELECT, INSERT ON ta.docs TO @app; GRANT SELECT, INSERT ON tb.docs TO @rep; RESET ROLE;";

const ROLE_EACH: &str = "
    [tenancy]
    level = 'schema'
    [tenancy.context]
    schemas = { a = 'ta', b = 'tb' }
    roles = { a = '@app', b = '@rep' }";

/// One login, which is to set its role.
const ONE_LOGIN: &str = "
    [tenancy]
    level = 'schema'
    app_role = '@byp'
    shared = ['public.country']
    [tenancy.context]
    schemas = { a = 'ta', b = 'tb' }
    roles = { a = '@app', b = '@rep' }";

const DATABASES: &str = "
    [tenancy]
    level = 'database'
    app_role = ['@app', '@rep']
    [tenancy.context]
    databases = { a = 'a_@db', b = '@db' }";

const LOGIN: &str = "
    CREATE SCHEMA ta AUTHORIZATION @own; CREATE SCHEMA tb AUTHORIZATION @own; ALTER ROLE @byp NOBYPASSRLS;
    SET ROLE @own; CREATE TABLE ta.docs (body text); CREATE TABLE tb.docs (body text);
    GRANT USAGE ON SCHEMA ta TO @app; GRANT USAGE ON SCHEMA tb TO @rep;
    GRANT SELECT, INSERT ON ta.docs TO @app; GRANT SELECT, INSERT ON tb.docs TO @rep; RESET ROLE;";

/// Users who belong to tenants by a table of members; a session carries its user in a claim.
const MEMBERS: &str = "
    [tenancy]
    level = 'row'
    root = 's.tenants'
    key = 'tenant_id'
    app_role = '@app'
    [tenancy.context]
    setting = 'request.claims'
    claim = 'sub'
    membership = { table = 's.members', tenant = 'tenant_id', user = 'user_id' }";

const MEMBERSHIP: &str = "
    CREATE SCHEMA s AUTHORIZATION @own; GRANT USAGE ON SCHEMA s TO @app; SET ROLE @own;
    CREATE TABLE s.tenants (id int PRIMARY KEY);
    CREATE TABLE s.members (tenant_id int NOT NULL REFERENCES s.tenants, user_id int NOT NULL);
    INSERT INTO s.tenants VALUES (1), (2); INSERT INTO s.members VALUES (1, 10), (2, 20);
    ALTER TABLE s.members ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY own ON s.members FOR SELECT
    USING (user_id = (current_setting('request.claims')::json ->> 'sub')::int);
    GRANT SELECT ON s.members TO @app; RESET ROLE;";

/// The manifest, the common set-up, and the case.
pub const CASES: &[(&str, &str, Case)] = &[
    (
        MEMBERS,
        MEMBERSHIP,
        Case::new(
            "rls_disabled",
            "CREATE TABLE s.notes (tenant_id int NOT NULL, text text); GRANT SELECT, INSERT ON s.notes TO @app",
            "CREATE TABLE s.notes (tenant_id int NOT NULL, text text); GRANT SELECT, INSERT ON s.notes TO @app;
             ALTER TABLE s.notes ENABLE ROW LEVEL SECURITY;
             CREATE POLICY own ON s.notes USING (tenant_id = ANY (ARRAY(SELECT m.tenant_id FROM s.members AS m)))",
        ),
    ),
    (
        MEMBERS,
        MEMBERSHIP,
        Case::new(
            "policy_source_writable",
            "GRANT INSERT ON s.members TO @app; CREATE POLICY join_any ON s.members FOR INSERT
             WITH CHECK (user_id = (current_setting('request.claims')::json ->> 'sub')::int)",
            "GRANT INSERT (user_id) ON s.members TO @app; CREATE POLICY join_any ON s.members FOR INSERT
             WITH CHECK (user_id = (current_setting('request.claims')::json ->> 'sub')::int)",
        ),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new(
            "schema_grant_other_tenant",
            "GRANT USAGE ON SCHEMA tb TO @app; GRANT SELECT ON tb.docs TO @app",
            "GRANT SELECT ON tb.docs TO @app",
        ),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new("read_all_data", "GRANT pg_read_all_data TO @app", "GRANT pg_read_all_data TO @own")
            .also(&["schema_grant_other_tenant"]),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new(
            "schema_shared_table",
            "CREATE TABLE public.queue (text text); GRANT SELECT, INSERT ON public.queue TO @app, @rep",
            "CREATE TABLE public.country (text text); GRANT SELECT ON public.country TO @app, @rep",
        ),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new(
            "schema_shared_table",
            "CREATE VIEW public.every AS SELECT * FROM ta.docs UNION ALL SELECT * FROM tb.docs;
             GRANT SELECT ON public.every TO @app",
            "CREATE VIEW public.every AS SELECT * FROM ta.docs; GRANT SELECT ON public.every TO @app",
        ),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new(
            "schema_cross_key",
            "ALTER TABLE tb.docs ADD UNIQUE (body); GRANT USAGE ON SCHEMA tb TO @own;
             CREATE TABLE ta.seen (doc text REFERENCES tb.docs (body)); GRANT INSERT ON ta.seen TO @app",
            "ALTER TABLE ta.docs ADD UNIQUE (body);
             CREATE TABLE ta.seen (doc text REFERENCES ta.docs (body)); GRANT INSERT ON ta.seen TO @app",
        ),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new(
            "context_user_settable",
            "CREATE SCHEMA hub; CREATE TABLE hub.talk (tenant text NOT NULL, line text);
             ALTER TABLE hub.talk ENABLE ROW LEVEL SECURITY;
             CREATE POLICY own ON hub.talk USING (tenant = current_setting('hub.tenant', true));
             GRANT USAGE ON SCHEMA hub TO @app, @rep; GRANT SELECT ON hub.talk TO @app, @rep",
            "CREATE SCHEMA hub; CREATE TABLE hub.talk (tenant text NOT NULL, line text);
             ALTER TABLE hub.talk ENABLE ROW LEVEL SECURITY;
             CREATE POLICY own ON hub.talk USING (tenant = CASE current_user WHEN '@app' THEN 'a' WHEN '@rep' THEN 'b' END);
             GRANT USAGE ON SCHEMA hub TO @app, @rep; GRANT SELECT ON hub.talk TO @app, @rep",
        ),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new(
            "foreign_table",
            "CREATE EXTENSION postgres_fdw;
             DO $d$ BEGIN EXECUTE format('CREATE SERVER beside FOREIGN DATA WRAPPER postgres_fdw
               OPTIONS (host %L, port %L, dbname %L)', split_part(current_setting('unix_socket_directories'), ',', 1),
               current_setting('port'), current_database()); END $d$;
             CREATE USER MAPPING FOR @app SERVER beside OPTIONS (user '@rep', password_required 'false');
             CREATE FOREIGN TABLE ta.beside (body text) SERVER beside
               OPTIONS (schema_name 'tb', table_name 'docs');
             GRANT SELECT ON ta.beside TO @app",
            "CREATE EXTENSION postgres_fdw;
             DO $d$ BEGIN EXECUTE format('CREATE SERVER beside FOREIGN DATA WRAPPER postgres_fdw
               OPTIONS (host %L, port %L, dbname %L)', split_part(current_setting('unix_socket_directories'), ',', 1),
               current_setting('port'), current_database()); END $d$;
             CREATE USER MAPPING FOR @app SERVER beside OPTIONS (user '@app', password_required 'false');
             CREATE FOREIGN TABLE ta.beside (body text) SERVER beside
               OPTIONS (schema_name 'ta', table_name 'docs');
             GRANT SELECT ON ta.beside TO @app",
        ),
    ),
    (
        ROLE_EACH,
        SCHEMAS,
        Case::new(
            "schema_default_privs_public",
            "ALTER DEFAULT PRIVILEGES FOR ROLE @own IN SCHEMA tb GRANT SELECT ON TABLES TO PUBLIC",
            "ALTER DEFAULT PRIVILEGES FOR ROLE @own IN SCHEMA tb GRANT SELECT ON TABLES TO @rep",
        ),
    ),
    (
        ONE_LOGIN,
        LOGIN,
        Case::new(
            "schema_shared_role",
            "GRANT @app, @rep TO @byp",
            "ALTER ROLE @byp NOINHERIT; GRANT @app, @rep TO @byp;
             CREATE TABLE public.country (text text); GRANT INSERT ON public.country TO @app",
        ),
    ),
    (
        DATABASES,
        "REVOKE ALL ON DATABASE @db FROM PUBLIC",
        Case::new(
            "db_connect_public",
            "GRANT CONNECT ON DATABASE @db TO PUBLIC",
            "GRANT CONNECT ON DATABASE @db TO @app",
        ),
    ),
    (
        DATABASES,
        "REVOKE ALL ON DATABASE @db FROM PUBLIC",
        Case::new(
            "db_template",
            "ALTER DATABASE @db IS_TEMPLATE true",
            "ALTER DATABASE @db IS_TEMPLATE false",
        ),
    ),
    (
        "[tenancy]
         level = 'database'
         app_role = '@app'
         [tenancy.context]
         databases = { a = 'postgres', b = '@db' }",
        "REVOKE ALL ON DATABASE @db, postgres FROM PUBLIC",
        Case::new(
            "db_shared_role",
            "GRANT CONNECT ON DATABASE @db, postgres TO @app",
            "GRANT CONNECT ON DATABASE @db TO @app",
        ),
    ),
];
