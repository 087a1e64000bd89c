//! The proof of isolation, from a database with holes to one without.

use bulkhead_testkit::private_server;

use crate::desk::Desk;

/// Invoices of organisations, with three holes: the owner is not bound, a view looks past the policies, and the application
/// may truncate.
const SCHEMA: &str = "
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_app') THEN CREATE ROLE shop_app NOLOGIN; END IF;
    END $$;
    CREATE TABLE org (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
    CREATE TABLE invoice (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(), org_id uuid NOT NULL REFERENCES org, total numeric(12, 2) CHECK (total > 0));
    ALTER TABLE org ENABLE ROW LEVEL SECURITY;
    ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own ON org USING (id = nullif(current_setting('shop.org', true), '')::uuid);
    CREATE POLICY own ON invoice USING (org_id = nullif(current_setting('shop.org', true), '')::uuid);
    CREATE VIEW totals AS SELECT org_id, sum(total) AS total FROM invoice GROUP BY org_id;
    GRANT SELECT, INSERT, UPDATE, DELETE ON org, invoice TO shop_app;
    GRANT TRUNCATE ON invoice TO shop_app;
    GRANT SELECT ON totals TO shop_app;";

#[tokio::test]
async fn holes_are_found_shown_and_closed() {
    let server = private_server(&[]);
    let mut desk = Desk::without_database();
    desk.set("DATABASE_URL", &server.url("postgres"));
    desk.file("migrations/001_shop.sql", SCHEMA);
    desk.run("migrate").ends(0);
    desk.run("init").ends(0).says("root = \"public.org\"").says("app_role = [\"shop_app\"]");

    desk.run("prove isolation")
        .ends(7)
        .says("view_definer  public.totals")
        .says("priv_truncate  public.invoice")
        .says("SET LOCAL SESSION AUTHORIZATION")
        .says("taken for granted");
    let document = desk.run("prove isolation --json").ends(7).json();
    assert_eq!(document["version"], 1);
    assert!(document["attacks"].as_u64().unwrap() > 20, "{document}");
    let kinds: Vec<&str> = document["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.contains(&"view_definer") && kinds.contains(&"priv_truncate"), "{kinds:?}");

    desk.run("prove isolation --fix").ends(0).says("002_close_isolation_gaps.sql written").says("0 are left");
    desk.run("plan").ends(0).says("002_close_isolation_gaps.sql");
    desk.run("prove isolation").ends(0).says("no tenant sees or touches another's rows");
    let accepted =
        "\n[[accepted]]\nkind = \"priv_truncate\"\nobject = \"public.invoice\"\nreason = \"trusted\"\n";
    desk.remove("migrations/002_close_isolation_gaps.sql");
    let manifest = std::fs::read_to_string(desk.path("bulkhead.toml")).unwrap();
    desk.file("bulkhead.toml", format!("{manifest}{accepted}"));
    desk.run("prove isolation")
        .ends(7)
        .says("accepted: priv_truncate public.invoice: trusted")
        .says("view_definer");
    let unmet = "\n[[accepted]]\nkind = \"rls_disabled\"\nobject = \"public.invoice\"\nreason = \"once\"\n";
    desk.file("bulkhead.toml", format!("{manifest}{accepted}{unmet}"));
    desk.run("prove")
        .ends(7)
        .says("accepts rls_disabled public.invoice, which no proof found")
        .says_nothing_of("accepts priv_truncate");
    // What this proof does not find another may, and what these cases do not find the others may.
    desk.run("prove isolation").ends(7).says_nothing_of("which no proof found");
    desk.run("prove --case nothing-like-it").ends(7).says_nothing_of("which no proof found");
}

/// Workflows of tenants in tables that no policy guards, with names as an object mapper writes them.
const UNGUARDED: &str = "
    CREATE TABLE \"Tenant\" (id uuid PRIMARY KEY, name text NOT NULL);
    CREATE TABLE \"Workflow\" (id uuid PRIMARY KEY, \"tenantId\" uuid NOT NULL REFERENCES \"Tenant\", name text);
    CREATE TABLE \"Run\" (id uuid PRIMARY KEY, \"tenantId\" uuid NOT NULL REFERENCES \"Tenant\",
      \"workflowId\" uuid NOT NULL REFERENCES \"Workflow\");
    CREATE TABLE \"Step\" (id bigserial PRIMARY KEY, \"runId\" uuid NOT NULL REFERENCES \"Run\", action text);";

#[tokio::test]
async fn tenants_that_the_application_alone_keeps_apart_are_found_as_one_cause() {
    let server = private_server(&[]);
    let mut desk = Desk::without_database();
    desk.set("DATABASE_URL", &server.url("postgres"));
    desk.file("migrations/001_workflows.sql", UNGUARDED);
    desk.run("migrate").ends(0);
    desk.run("init")
        .ends(0)
        .says("no policies: tenants are kept apart by the application alone")
        .says("root = \"public.Tenant\"")
        .says("key = \"tenantId\"")
        .says("name what the application logs in as");
    let document = desk.run("prove isolation --json").ends(7).json();
    let findings = document["findings"].as_array().unwrap();
    let told: Vec<(&str, usize)> = findings
        .iter()
        .map(|it| (it["kind"].as_str().unwrap(), it["objects"].as_array().unwrap().len()))
        .collect();
    assert_eq!(told, [("rls_disabled", 4), ("untested", 1)], "{document}");

    let manifest = std::fs::read_to_string(desk.path("bulkhead.toml")).unwrap();
    let accepted =
        "\n[[accepted]]\nkind = \"rls_disabled\"\nobject = \"public.\\\"Run\\\"\"\nreason = \"known\"\n";
    desk.file("bulkhead.toml", format!("{manifest}{accepted}"));
    desk.run("prove isolation")
        .ends(7)
        .says("accepted: rls_disabled public.\"Run\": known")
        .says("rls_disabled  public.\"Step\" and 2 more");
}

#[tokio::test]
async fn no_attack_is_no_proof() {
    let server = private_server(&[]);
    let mut desk = Desk::without_database();
    desk.set("DATABASE_URL", &server.url("postgres"));
    desk.file("migrations/001_shop.sql", SCHEMA).file(
        "bulkhead.toml",
        "[tenancy]\nlevel = \"row\"\nroot = \"public.org\"\nkey = \"org_id\"\napp_role = []\n",
    );
    desk.run("prove isolation").ends(7).says("untested  [tenancy] app_role").says("nothing was attacked");
}

#[tokio::test]
async fn a_migration_that_fails_on_the_copy_has_applied_nothing() {
    let server = private_server(&[]);
    let mut desk = Desk::without_database();
    desk.set("DATABASE_URL", &server.url("postgres"));
    desk.file("migrations/001_shop.sql", SCHEMA).file("migrations/002_more.sql", "SELECT no_such_column;");
    for kind in ["isolation", "rollback", "idempotence"] {
        desk.run(&format!("prove {kind}"))
            .ends(1)
            .says("no_such_column")
            .says("scratch copy")
            .says("nothing was changed");
    }
}

/// Notes of organisations, which users reach as members. The policies ask a function that looks past row security, and
/// everybody may call it with anybody's id.
const MEMBERS: &str = "
    CREATE TABLE users (id uuid PRIMARY KEY);
    CREATE TABLE orgs (id uuid PRIMARY KEY);
    CREATE TABLE members (user_id uuid NOT NULL REFERENCES users, org_id uuid NOT NULL REFERENCES orgs,
      PRIMARY KEY (user_id, org_id));
    CREATE TABLE notes (id uuid PRIMARY KEY, org_id uuid NOT NULL REFERENCES orgs, body text);
    CREATE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE AS $$
      SELECT nullif(current_setting('app.user', true), '')::uuid $$;
    CREATE FUNCTION is_org_member(_user_id uuid, _org_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = public, pg_temp AS
      $$ SELECT EXISTS (SELECT FROM members WHERE user_id = _user_id AND org_id = _org_id) $$;
    ALTER TABLE orgs ENABLE ROW LEVEL SECURITY; ALTER TABLE members ENABLE ROW LEVEL SECURITY;
    ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
    CREATE POLICY o ON orgs USING (EXISTS (SELECT FROM members m WHERE m.org_id = orgs.id AND m.user_id = me()));
    CREATE POLICY m ON members FOR SELECT USING (user_id = me() OR is_org_member(me(), org_id));
    CREATE POLICY n ON notes USING (is_org_member(me(), org_id));
    CREATE ROLE fix_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON orgs, notes TO fix_app; GRANT SELECT ON members TO fix_app;
    GRANT TRUNCATE ON notes TO fix_app;
    CREATE PUBLICATION feed FOR TABLE notes;";

const MEMBERS_MANIFEST: &str = "[tenancy]\nlevel = \"row\"\nroot = \"public.orgs\"\nkey = \"org_id\"\n\
    app_role = [\"fix_app\"]\n[tenancy.context]\nsetting = \"app.user\"\n\
    membership = { table = \"public.members\", tenant = \"org_id\", user = \"user_id\" }\n";

#[tokio::test]
async fn a_fix_that_would_lock_tenants_out_is_not_written() {
    let server = private_server(&[]);
    let mut desk = Desk::without_database();
    desk.set("DATABASE_URL", &server.url("postgres"));
    desk.file("migrations/001_members.sql", MEMBERS).file("bulkhead.toml", MEMBERS_MANIFEST);
    desk.run("prove isolation --fix").ends(7).says("002_close_isolation_gaps.sql written");
    let written = std::fs::read_to_string(desk.path("migrations/002_close_isolation_gaps.sql")).unwrap();
    assert!(written.contains("REVOKE TRUNCATE"), "{written}");
    assert!(!written.contains("is_org_member") && !written.contains("PUBLICATION"), "{written}");
    desk.run("migrate").ends(0);
    let client = server.connect("postgres").await;
    let own = "INSERT INTO users VALUES ('11111111-1111-4111-8111-111111111111');
        INSERT INTO orgs VALUES ('22222222-2222-4222-8222-222222222222');
        INSERT INTO members VALUES ('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222');
        SET app.\"user\" = '11111111-1111-4111-8111-111111111111'; SET ROLE fix_app;
        INSERT INTO notes VALUES (gen_random_uuid(), '22222222-2222-4222-8222-222222222222', 'mine');";
    client.batch_execute(own).await.unwrap();
    assert_eq!(client.query("SELECT * FROM notes", &[]).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_tenant_that_sees_nothing_is_no_proof() {
    let server = private_server(&[]);
    let mut desk = Desk::without_database();
    desk.set("DATABASE_URL", &server.url("postgres"));
    // The context is signed.
    let signed = "split_part(current_setting('app.ctx', true), ':', 2) \
                  = md5('k' || split_part(current_setting('app.ctx', true), ':', 1))";
    let tenant =
        format!("nullif(split_part(current_setting('app.ctx', true), ':', 1), '')::uuid AND {signed}");
    let schema = format!(
        "CREATE TABLE orgs (id uuid PRIMARY KEY);
         CREATE TABLE notes (id uuid PRIMARY KEY, org_id uuid NOT NULL REFERENCES orgs, body text);
         ALTER TABLE orgs ENABLE ROW LEVEL SECURITY; ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
         CREATE POLICY o ON orgs USING (id = {tenant});
         CREATE POLICY n ON notes USING (org_id = {tenant});
         CREATE POLICY hole ON notes FOR UPDATE USING ({signed});
         CREATE ROLE two_app; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO two_app;"
    );
    let manifest = "[tenancy]\nlevel = \"row\"\nroot = \"public.orgs\"\nkey = \"org_id\"\napp_role = [\"two_app\"]\n\
                    [tenancy.context]\nsetting = \"app.ctx\"\n";
    desk.file("migrations/001_signed.sql", schema).file("bulkhead.toml", manifest);
    desk.run("prove isolation")
        .ends(7)
        .says("untested  public.notes")
        .says("a tenant none of its own rows")
        .says("tenant B itself sees none");
    // With the statement that signs it, it is done.
    let signs =
        "statement = \"SELECT set_config('app.ctx', %tenant% || ':' || md5('k' || %tenant%), true)\"\n";
    desk.file("bulkhead.toml", format!("{manifest}{signs}"));
    desk.run("prove isolation").ends(7).says("public.notes").says("md5('k' || ").says_nothing_of("untested");
    let closed = "DROP POLICY hole ON notes;";
    desk.file("migrations/002_closed.sql", closed).run("prove isolation").ends(0);
}
