//! Flags, owners and roles.

use crate::Case;

pub const CASES: &[Case] = &[
    Case::new("role_superuser", "ALTER ROLE @app SUPERUSER", "ALTER ROLE @own SUPERUSER"),
    Case::new("role_bypassrls", "ALTER ROLE @app BYPASSRLS", "GRANT SELECT ON s.docs TO @byp"),
    Case::new(
        "role_set_role_reach",
        "GRANT USAGE ON SCHEMA s TO @byp; GRANT SELECT ON s.docs TO @byp; GRANT @byp TO @app",
        "GRANT USAGE ON SCHEMA s TO @byp; GRANT SELECT ON s.docs TO @byp; GRANT @app TO @byp",
    ),
    Case::new(
        "role_set_role_reach",
        "ALTER ROLE @app NOINHERIT; CREATE ROLE between_@db; GRANT @own TO between_@db; GRANT between_@db TO @app",
        "ALTER ROLE @app NOINHERIT; CREATE ROLE between_@db; GRANT between_@db TO @app",
    ),
    Case::new("role_createrole_pg15", "ALTER ROLE @app CREATEROLE", "ALTER ROLE @own CREATEROLE"),
    Case::new("role_replication", "ALTER ROLE @rep REPLICATION", "ALTER ROLE @own REPLICATION"),
    Case::new(
        "server_files_role",
        "GRANT pg_read_server_files TO @app",
        "GRANT pg_read_server_files TO @own; GRANT pg_read_all_data TO @app",
    ),
    Case::new(
        "role_member_of_owner",
        "ALTER TABLE s.docs NO FORCE ROW LEVEL SECURITY; GRANT @own TO @app",
        "ALTER TABLE s.docs NO FORCE ROW LEVEL SECURITY; GRANT @app TO @own",
    )
    .also(&["rls_forced_owner_can_disable"]),
    Case::new(
        "rls_forced_owner_can_disable",
        "ALTER TABLE s.docs OWNER TO @app",
        "ALTER TABLE s.docs OWNER TO @byp; ALTER ROLE @byp NOBYPASSRLS",
    ),
    Case::new(
        "rls_not_forced_owner",
        "ALTER TABLE s.docs NO FORCE ROW LEVEL SECURITY, OWNER TO @app",
        "ALTER TABLE s.docs NO FORCE ROW LEVEL SECURITY",
    ),
    Case::new(
        "rls_disabled",
        "CREATE TABLE s.notes (tenant_id int, text text); GRANT SELECT (tenant_id) ON s.notes TO @rep",
        "CREATE TABLE s.notes (tenant_id int, text text)",
    ),
    Case::new(
        "rls_disabled",
        "ALTER TABLE s.docs DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE s.docs DISABLE ROW LEVEL SECURITY; REVOKE ALL ON s.docs FROM @app, @rep",
    ),
    Case::new(
        "rls_disabled",
        "CREATE TABLE s.copy (LIKE s.docs INCLUDING ALL); INSERT INTO s.copy SELECT * FROM s.docs;
         GRANT INSERT ON s.copy TO @app",
        "CREATE TABLE s.copy (LIKE s.docs INCLUDING ALL); REVOKE USAGE ON SCHEMA s FROM @rep;
         GRANT SELECT ON s.copy TO @rep",
    ),
    Case::new(
        "rls_disabled",
        "CREATE TABLE s.log (tenant_id int, text text) PARTITION BY LIST (tenant_id);
         GRANT DELETE ON s.log TO @app",
        "CREATE TABLE s.log (tenant_id int, text text) PARTITION BY LIST (tenant_id)",
    ),
    Case::new(
        "rls_no_policy",
        "CREATE TABLE s.notes (tenant_id int, text text); ALTER TABLE s.notes ENABLE ROW LEVEL SECURITY;
         GRANT SELECT ON s.notes TO @app",
        "CREATE TABLE s.notes (tenant_id int, text text); ALTER TABLE s.notes ENABLE ROW LEVEL SECURITY",
    ),
];
