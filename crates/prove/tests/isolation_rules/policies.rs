//! Policies and the context.

use crate::Case;

/// The policy of the documents in this shape instead.
macro_rules! policy {
    ($rest:literal) => {
        concat!("DROP POLICY own ON s.docs; CREATE POLICY own ON s.docs ", $rest, ";")
    };
}

pub const CASES: &[Case] = &[
    Case::new(
        "policy_always_true",
        policy!("USING (true)"),
        policy!("TO @app USING (tenant_id = current_setting('app.tenant')::int)"),
    ),
    Case::new("policy_always_true", policy!("FOR SELECT USING (body IS NOT NULL)"), policy!("USING (false)")),
    Case::new(
        "policy_tautology",
        policy!("USING (tenant_id IS NOT NULL AND tenant_id = tenant_id)"),
        policy!("USING (tenant_id = tenant_id AND tenant_id = current_setting('app.tenant')::int)"),
    ),
    Case::new(
        "policy_column_capture",
        concat!(
            "CREATE TABLE s.members (who int, tenant_id int NOT NULL);",
            policy!(
                "USING (EXISTS (SELECT FROM s.members AS m
                   WHERE m.tenant_id = tenant_id AND m.who = current_setting('app.tenant')::int))"
            ),
            "ALTER TABLE s.members ENABLE ROW LEVEL SECURITY;
             CREATE POLICY own ON s.members USING (who = current_setting('app.tenant')::int);
             GRANT SELECT ON s.members TO @app, @rep"
        ),
        concat!(
            "CREATE TABLE s.members (who int, tenant_id int NOT NULL);",
            policy!(
                "USING (EXISTS (SELECT FROM s.members AS m
                   WHERE m.tenant_id = docs.tenant_id AND m.who = current_setting('app.tenant')::int))"
            ),
            "ALTER TABLE s.members ENABLE ROW LEVEL SECURITY;
             CREATE POLICY own ON s.members USING (who = current_setting('app.tenant')::int);
             GRANT SELECT ON s.members TO @app, @rep"
        ),
    ),
    Case::new(
        "policy_permissive_or",
        "CREATE POLICY more ON s.docs FOR SELECT USING (body IS NOT NULL)",
        "CREATE POLICY more ON s.docs AS RESTRICTIVE FOR SELECT USING (body IS NOT NULL)",
    ),
    Case::new(
        "policy_insert_check_weak",
        "CREATE POLICY more ON s.docs FOR INSERT WITH CHECK (body IS NOT NULL)",
        "CREATE POLICY more ON s.docs FOR INSERT TO @rep WITH CHECK (true)",
    ),
    // To sign up is to make a tenant.
    Case::new(
        "policy_insert_check_weak",
        "CREATE POLICY more ON s.docs FOR INSERT WITH CHECK (true)",
        "CREATE POLICY sign_up ON s.tenants FOR INSERT WITH CHECK (true); GRANT INSERT ON s.tenants TO @app",
    ),
    Case::new(
        "policy_update_check_weak",
        "DROP POLICY own ON s.docs;
         CREATE POLICY r ON s.docs FOR SELECT USING (tenant_id = current_setting('app.tenant')::int);
         CREATE POLICY w ON s.docs FOR UPDATE USING (tenant_id = current_setting('app.tenant')::int) WITH CHECK (true)",
        "DROP POLICY own ON s.docs;
         CREATE POLICY r ON s.docs FOR SELECT USING (tenant_id = current_setting('app.tenant')::int);
         CREATE POLICY w ON s.docs FOR UPDATE USING (tenant_id = current_setting('app.tenant')::int)",
    ),
    Case::new(
        "policy_verb_gap",
        "DROP POLICY own ON s.docs;
         CREATE POLICY r ON s.docs FOR SELECT USING (tenant_id = current_setting('app.tenant')::int);
         CREATE POLICY d ON s.docs FOR DELETE USING (true)",
        "DROP POLICY own ON s.docs;
         CREATE POLICY r ON s.docs FOR SELECT USING (tenant_id = current_setting('app.tenant')::int);
         CREATE POLICY d ON s.docs FOR DELETE USING (true); REVOKE DELETE ON s.docs FROM @app",
    ),
    Case::new(
        "policy_role_gap",
        concat!(
            policy!("TO @app USING (tenant_id = current_setting('app.tenant')::int)"),
            "CREATE POLICY r ON s.docs FOR SELECT TO @rep USING (true)"
        ),
        "CREATE POLICY r ON s.docs FOR SELECT TO @byp USING (true)",
    ),
    Case::new(
        "restrictive_wrong_role",
        concat!(
            policy!("USING (true)"),
            "CREATE POLICY f ON s.docs AS RESTRICTIVE TO @app USING (tenant_id = current_setting('app.tenant')::int)"
        ),
        concat!(
            policy!("USING (true)"),
            "CREATE POLICY f ON s.docs AS RESTRICTIVE USING (tenant_id = current_setting('app.tenant')::int)"
        ),
    ),
    Case::new(
        "policy_source_writable",
        concat!(
            "CREATE TABLE s.people (who int, org int); GRANT SELECT, UPDATE ON s.people TO @app, @rep;",
            policy!(
                "USING (tenant_id = (SELECT p.org FROM s.people AS p WHERE p.who = current_setting('app.tenant')::int))"
            )
        ),
        concat!(
            "CREATE TABLE s.people (who int, org int); GRANT SELECT ON s.people TO @app, @rep;",
            policy!(
                "USING (tenant_id = (SELECT p.org FROM s.people AS p WHERE p.who = current_setting('app.tenant')::int))"
            )
        ),
    ),
    Case::new(
        "policy_pattern_match",
        policy!("USING (tenant_id::text LIKE current_setting('app.tenant') || '%')"),
        policy!("USING (tenant_id::text = current_setting('app.tenant'))"),
    ),
    Case::new(
        "policy_helper_search_path",
        concat!(
            "CREATE TABLE s.members (who int, org int); GRANT SELECT ON s.members TO @app, @rep;
             CREATE FUNCTION s.mine() RETURNS int LANGUAGE plpgsql STABLE AS $$ BEGIN
               RETURN (SELECT org FROM members WHERE who = current_setting('app.tenant')::int); END $$;",
            policy!("USING (tenant_id = s.mine())")
        ),
        concat!(
            "CREATE TABLE s.members (who int, org int); GRANT SELECT ON s.members TO @app, @rep;
             CREATE FUNCTION s.mine() RETURNS int LANGUAGE plpgsql STABLE AS $$ BEGIN
               RETURN (SELECT org FROM s.members WHERE who = current_setting('app.tenant')::int); END $$;",
            policy!("USING (tenant_id = s.mine())")
        ),
    ),
    Case::new(
        "shared_rows_writable",
        concat!(
            "ALTER TABLE s.docs ALTER tenant_id DROP NOT NULL;",
            policy!(
                "USING (tenant_id IS NULL OR tenant_id = current_setting('app.tenant')::int)
                 WITH CHECK (tenant_id = current_setting('app.tenant')::int)"
            )
        ),
        concat!(
            "ALTER TABLE s.docs ALTER tenant_id DROP NOT NULL;",
            policy!("USING (tenant_id = current_setting('app.tenant')::int)"),
            "CREATE POLICY r ON s.docs FOR SELECT
             USING (tenant_id IS NULL OR tenant_id = current_setting('app.tenant')::int)"
        ),
    ),
    Case::new(
        "context_fail_open",
        policy!(
            "USING (current_setting('app.tenant', true) IS NULL
               OR tenant_id = current_setting('app.tenant', true)::int)"
        ),
        policy!("USING (body IS NOT NULL AND tenant_id = current_setting('app.tenant', true)::int)"),
    ),
    Case::new(
        "context_fail_open",
        policy!("USING (tenant_id = coalesce(nullif(current_setting('app.tenant', true), '')::int, tenant_id))"),
        policy!("USING (tenant_id = coalesce(nullif(current_setting('app.tenant', true), '')::int, 0))"),
    ),
    Case::new(
        "context_fail_open",
        policy!(
            "USING (current_setting('app.tenant', true) = '' OR tenant_id::text = current_setting('app.tenant', true))"
        ),
        policy!("USING (current_setting('app.tenant', true) <> ''
           AND tenant_id::text = current_setting('app.tenant'))"),
    ),
    Case::new(
        "context_session_scope",
        "CREATE FUNCTION s.enter(tenant int) RETURNS void LANGUAGE sql
         AS $$ SELECT set_config('app.tenant', tenant::text, false) $$",
        "CREATE FUNCTION s.enter(tenant int) RETURNS void LANGUAGE sql
         AS $$ SELECT set_config('app.tenant', tenant::text, true) $$",
    ),
    Case::new(
        "context_role_default",
        "ALTER ROLE @app SET app.tenant = '2'",
        "ALTER ROLE @app SET app.tenant = ''; ALTER ROLE @own SET app.tenant = '2'",
    ),
    Case::new(
        "context_function_set_clause",
        "CREATE FUNCTION s.second() RETURNS bigint LANGUAGE sql SET app.tenant = '2'
         AS $$ SELECT count(*) FROM s.docs $$",
        "CREATE FUNCTION s.second() RETURNS bigint LANGUAGE sql SET app.tenant = '2'
         AS $$ SELECT count(*) FROM s.docs $$;
         REVOKE ALL ON FUNCTION s.second() FROM PUBLIC",
    ),
];
