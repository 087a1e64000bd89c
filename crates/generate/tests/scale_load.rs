//! How rows in any number are loaded: with plans for the rows that are there, beside rows that triggers make, and
//! against quotas.

use bulkhead_generate::{Scale, ScaleReport, ScaledTable, Tenancy, scale};
use bulkhead_testkit::{TestDatabase, database};
use tokio_postgres::Client;

const ROOT: Tenancy<'_> = Tenancy {
    root: Some("app.tenants"),
    key: Some("tenant_id"),
    shared: &[],
    membership: None,
    tenants: &[],
    schemas: &[],
};
const WANTED: Scale =
    Scale { rows: 3_000, tenants: 7, seed: 7, zipf: 1.07, jobs: 2, triggers: true, dry_run: false };

/// A trigger on some table, so that there is a rehearsal with few rows.
const TENANTS: &str = "
    CREATE SCHEMA app;
    CREATE TABLE app.tenants (id uuid PRIMARY KEY, name text NOT NULL, max_items int NOT NULL);
    CREATE FUNCTION app.pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER pass BEFORE INSERT ON app.tenants FOR EACH ROW EXECUTE FUNCTION app.pass();";

async fn filled(schema: &str, wanted: &Scale) -> (TestDatabase, Client, ScaleReport) {
    let database = database().await;
    let client = database.connect().await;
    if let Err(error) = client.batch_execute(&format!("{TENANTS}{schema}")).await {
        panic!("{:?}", error.as_db_error());
    }
    let report = scale(&client, &ROOT, wanted, &mut |_| {}).await;
    let report = report.unwrap_or_else(|error| panic!("{error}"));
    (database, client, report)
}

async fn number(client: &Client, sql: &str) -> u64 {
    let rows = bulkhead_connect::answer(client, sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
    rows[0].parse().unwrap_or_else(|error| panic!("{sql}: {rows:?}: {error}"))
}

fn table<'r>(report: &'r ScaleReport, name: &str) -> &'r ScaledTable {
    report.tables.iter().find(|table| table.table == name).unwrap_or_else(|| panic!("{name}"))
}

#[tokio::test]
async fn a_foreign_key_is_checked_with_a_plan_for_the_rows_that_are_there() {
    // Next to no files are there in the rehearsal, and the server takes them for few, because they are wide: either
    // index would do then.
    let wide: String = (0..40).map(|number| format!(", note_{number} text")).collect();
    let schema = format!(
        "
        CREATE TABLE app.files (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants{wide});
        CREATE UNIQUE INDEX files_tenant_id ON app.files (tenant_id, id);
        CREATE INDEX files_tenant ON app.files (tenant_id, note_1);
        CREATE TABLE app.jobs (tenant_id uuid NOT NULL, file_id uuid NOT NULL, note text,
          FOREIGN KEY (tenant_id, file_id) REFERENCES app.files (tenant_id, id));"
    );
    let (_database, client, report) = filled(&schema, &Scale { rows: 20_000, tenants: 2, ..WANTED }).await;
    let jobs = table(&report, "app.jobs").rows;
    assert_eq!(jobs, 20_000);
    client.batch_execute("SELECT pg_stat_force_next_flush()").await.unwrap();
    let read = number(
        &client,
        "SELECT (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'files')
              + (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'files')",
    )
    .await;
    // Each check reads one entry; gathering statistics and the rehearsal read some more.
    assert!((jobs..3 * jobs).contains(&read), "{read} read for {jobs} rows");
}

#[tokio::test]
async fn rows_lead_to_rows_that_triggers_made() {
    // The two roles of a workspace come with it and there can be no others; their ids are the server's.
    let schema = "
        CREATE TABLE app.workspaces (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants);
        CREATE TABLE app.users (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants);
        CREATE TABLE app.roles (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
          tenant_id uuid NOT NULL REFERENCES app.tenants, workspace_id uuid NOT NULL REFERENCES app.workspaces,
          name text NOT NULL CHECK (name IN ('admin', 'guest')), UNIQUE (workspace_id, name));
        CREATE TABLE app.bindings (tenant_id uuid NOT NULL REFERENCES app.tenants,
          user_id uuid NOT NULL REFERENCES app.users, role_id uuid NOT NULL REFERENCES app.roles,
          workspace_id uuid NOT NULL REFERENCES app.workspaces, UNIQUE (user_id, workspace_id, role_id));
        CREATE TABLE app.readings (tenant_id uuid NOT NULL REFERENCES app.tenants, value float8 NOT NULL);
        CREATE FUNCTION app.make_roles() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO app.roles (tenant_id, workspace_id, name)
          VALUES (NEW.tenant_id, NEW.id, 'admin'), (NEW.tenant_id, NEW.id, 'guest');
          RETURN NULL;
        END $$;
        CREATE TRIGGER make_roles AFTER INSERT ON app.workspaces FOR EACH ROW EXECUTE FUNCTION app.make_roles();
        CREATE FUNCTION app.guard_binding() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM FROM app.roles AS r WHERE r.id = NEW.role_id AND r.workspace_id = NEW.workspace_id;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'the role is one of another workspace';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER guard BEFORE INSERT ON app.bindings FOR EACH ROW EXECUTE FUNCTION app.guard_binding();";
    let mut fingerprints = Vec::new();
    for jobs in [1, 3] {
        let (_database, client, report) = filled(schema, &Scale { jobs, ..WANTED }).await;
        let (roles, workspaces) = (table(&report, "app.roles"), table(&report, "app.workspaces"));
        assert_eq!((roles.rows, &roles.skipped), (0, &None));
        assert_eq!(roles.by_triggers, Some(2 * workspaces.rows));
        let bindings = table(&report, "app.bindings");
        assert!(bindings.rows >= 14, "{bindings:?}");
        let strangers = "SELECT count(*) FROM app.bindings AS b JOIN app.roles AS r ON r.id = b.role_id
                         WHERE r.tenant_id <> b.tenant_id";
        assert_eq!(number(&client, strangers).await, 0);
        fingerprints.push(report.fingerprint);
    }
    // The ids of the roles are others each time; what was made of them is the same.
    assert_eq!(fingerprints[0], fingerprints[1]);
}

#[tokio::test]
async fn a_quota_is_raised_that_a_trigger_counts_rows_against() {
    let schema = "
        CREATE TABLE app.items (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants);
        CREATE FUNCTION app.count_items() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (SELECT count(*) FROM app.items AS i WHERE i.tenant_id = NEW.tenant_id)
            > (SELECT t.max_items FROM app.tenants AS t WHERE t.id = NEW.tenant_id)
          THEN
            RAISE EXCEPTION 'the tenant has as many items as it may have';
          END IF;
          RETURN NULL;
        END $$;
        CREATE TRIGGER quota AFTER INSERT ON app.items FOR EACH ROW EXECUTE FUNCTION app.count_items();";
    let (_database, client, report) = filled(schema, &WANTED).await;
    let items = table(&report, "app.items");
    assert_eq!((items.rows, &items.fewer), (3_000, &None));
    assert_eq!(number(&client, "SELECT count(*) FROM app.tenants WHERE max_items < 1000").await, 0);
}
