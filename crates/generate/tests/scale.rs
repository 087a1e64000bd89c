//! Rows in any number for schemas that make it hard, on a real server.

use bulkhead_generate::{GenerateError, Membership, Scale, ScaleReport, ScaledTable, Tenancy, scale};
use bulkhead_testkit::{TestDatabase, database};
use tokio_postgres::Client;

const AWKWARD: &str = include_str!("awkward.sql");
const NASTY: &str = include_str!("scale.sql");
const TRIGGERS: &str = include_str!("scale_triggers.sql");
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

async fn with(schema: &str) -> (TestDatabase, Client) {
    let database = database().await;
    let client = database.connect().await;
    if let Err(error) = client.batch_execute(schema).await {
        panic!("{:?}", error.as_db_error());
    }
    (database, client)
}

async fn fill(client: &Client, tenancy: &Tenancy<'_>, wanted: &Scale) -> ScaleReport {
    let report = scale(client, tenancy, wanted, &mut |_| {}).await;
    report.unwrap_or_else(|error| panic!("{error}"))
}

async fn answer(client: &Client, sql: &str) -> Vec<String> {
    bulkhead_connect::answer(client, sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"))
}

fn table<'r>(report: &'r ScaleReport, name: &str) -> &'r ScaledTable {
    report.tables.iter().find(|table| table.table == name).unwrap_or_else(|| panic!("{name}"))
}

/// A digest of every row of every table that was filled, as the server has them.
async fn contents(client: &Client, report: &ScaleReport) -> Vec<String> {
    let mut digests = Vec::new();
    for table in report.tables.iter().filter(|table| table.rows > 0) {
        let sql = format!("SELECT md5(string_agg(r::text, '|' ORDER BY r::text)) FROM {} AS r", table.name);
        digests.push(format!("{} {}", table.table, answer(client, &sql).await[0]));
    }
    digests
}

#[tokio::test]
async fn the_same_number_makes_the_same_rows_on_any_number_of_threads() {
    let mut all = Vec::new();
    for (seed, jobs) in [(7, 1), (7, 3), (8, 3)] {
        let (_database, client) = with(NASTY).await;
        let report = fill(&client, &ROOT, &Scale { seed, jobs, rows: 9_000, ..WANTED }).await;
        all.push((report.fingerprint.clone(), contents(&client, &report).await));
    }
    assert_eq!(all[0], all[1]);
    assert_ne!(all[0], all[2]);
}

#[tokio::test]
async fn every_table_of_a_nasty_schema_is_filled() {
    let (_database, client) = with(NASTY).await;
    let report = fill(&client, &ROOT, &WANTED).await;
    let empty: Vec<String> = report
        .tables
        .iter()
        .filter_map(|table| Some(format!("{}: {}", table.table, table.skipped.as_ref()?)))
        .collect();
    assert_eq!(empty, [""; 0]);
    for table in &report.tables {
        let count = answer(&client, &format!("SELECT count(*) FROM {}", table.name)).await;
        assert_eq!(count, [table.rows.to_string()], "{}", table.table);
    }
    assert_eq!(table(&report, "app.readings").rows, 3_000);
    assert!(table(&report, "app.readings").largest);
    assert_eq!(report.deferred.len(), 1, "{:?}", report.deferred);
    // What was put off is as strict as before.
    let strict = "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND condeferrable";
    assert_eq!(answer(&client, strict).await, ["0"]);
}

#[tokio::test]
async fn all_constraints_hold_when_they_are_checked_again() {
    let (_database, client) = with(NASTY).await;
    fill(&client, &ROOT, &WANTED).await;
    let again = "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I %s',
                   conrelid::regclass, conname, conname, pg_get_constraintdef(oid))
                 FROM pg_constraint WHERE contype IN ('f', 'c') AND conrelid <> 0 AND conislocal
                   AND conparentid = 0 ORDER BY contype, oid";
    let statements = answer(&client, again).await;
    assert!(statements.len() > 15, "{}", statements.len());
    for statement in statements {
        client.batch_execute(&statement).await.unwrap_or_else(|error| panic!("{statement}: {error:?}"));
    }
}

#[tokio::test]
async fn rows_stay_within_their_tenant() {
    let (_database, client) = with(NASTY).await;
    let report = fill(&client, &ROOT, &WANTED).await;
    // Single-column foreign keys, which the server would let lead anywhere.
    let strangers =
        "SELECT (SELECT count(*) FROM app.notes AS n JOIN app.documents AS d ON d.id = n.document_id
                       WHERE d.tenant_id <> n.tenant_id)
                     + (SELECT count(*) FROM app.documents AS d JOIN app.users AS u ON u.id = d.author_id
                       WHERE u.tenant_id <> d.tenant_id)
                     + (SELECT count(*) FROM app.notes AS n JOIN app.documents AS d ON d.id = n.document_id
                       WHERE d.folder_id <> n.folder_id)";
    assert_eq!(answer(&client, strangers).await, ["0"]);
    // The canary of a text is that of the tenant that the row belongs to.
    let wrong = "SELECT count(DISTINCT substring(name FROM 'canary7t(\\d+)n')), count(DISTINCT tenant_id)
                 FROM app.users";
    assert_eq!(answer(&client, wrong).await, ["7 | 7"]);
    let mixed = "SELECT count(*) FROM (SELECT FROM app.users GROUP BY tenant_id
                 HAVING count(DISTINCT substring(name FROM 'canary7t(\\d+)n')) > 1) AS m";
    assert_eq!(answer(&client, mixed).await, ["0"]);
    // Sizes fall by the law.
    let sizes = answer(&client, "SELECT count(*) FROM app.readings GROUP BY tenant_id ORDER BY 1 DESC").await;
    let sizes: Vec<u64> = sizes.iter().filter_map(|size| size.parse().ok()).collect();
    assert_eq!((sizes.len(), sizes.iter().sum::<u64>()), (7, 3_000));
    assert!(sizes[0] > 2 * sizes[2], "{sizes:?}");
    assert!(report.canary_columns > 8, "{}", report.canary_columns);
}

#[tokio::test]
async fn the_application_can_go_on_inserting() {
    let (_database, client) = with(NASTY).await;
    fill(&client, &ROOT, &WANTED).await;
    let insert = "INSERT INTO app.users (tenant_id, name, email, mood)
                  SELECT id, 'x', 'x@example.org', 'calm' FROM app.tenants LIMIT 1 RETURNING id > 1";
    assert_eq!(answer(&client, insert).await, ["t"]);
}

#[tokio::test]
async fn the_same_number_twice_is_refused_and_another_adds_to_it() {
    let (_database, client) = with(NASTY).await;
    let first = fill(&client, &ROOT, &WANTED).await;
    let before = contents(&client, &first).await;
    let error = scale(&client, &ROOT, &WANTED, &mut |_| {}).await.unwrap_err();
    assert!(matches!(error, GenerateError::AlreadyThere { seed: 7, .. }), "{error}");
    assert_eq!(contents(&client, &first).await, before);
    fill(&client, &ROOT, &Scale { seed: 8, ..WANTED }).await;
    assert_eq!(answer(&client, "SELECT count(*) FROM app.tenants").await, ["14"]);
}

#[tokio::test]
async fn a_dry_run_loads_nothing() {
    let (_database, client) = with(NASTY).await;
    let report = fill(&client, &ROOT, &Scale { dry_run: true, ..WANTED }).await;
    assert_eq!(table(&report, "app.readings").rows, 3_000);
    assert_eq!(answer(&client, "SELECT count(*) FROM app.readings").await, ["0"]);
}

#[tokio::test]
async fn an_awkward_schema_is_filled_but_for_what_is_impossible() {
    let (_database, client) = with(AWKWARD).await;
    let report = fill(&client, &ROOT, &Scale { rows: 1_000, tenants: 3, ..WANTED }).await;
    let empty: Vec<&str> = report
        .tables
        .iter()
        .filter(|table| table.skipped.is_some())
        .map(|table| table.table.as_str())
        .collect();
    assert_eq!(empty, ["app.guarded", "app.impossible", "app.below_impossible", "app.no_partition"]);
}

#[tokio::test]
async fn without_tenants_there_are_rows_all_the_same() {
    let (_database, client) =
        with("CREATE TABLE a (id int PRIMARY KEY, note text NOT NULL); CREATE TABLE b (a int NOT NULL REFERENCES a)").await;
    let report = fill(&client, &Tenancy::default(), &WANTED).await;
    assert_eq!((report.tenants, table(&report, "public.b").rows), (0, 3_000));
    assert_eq!(
        answer(&client, "SELECT count(*) FROM a WHERE note ~ '^canary7n\\d+$'").await[0],
        table(&report, "public.a").rows.to_string()
    );
}

#[tokio::test]
async fn a_user_is_a_member_of_one_tenant() {
    let (_database, client) = with(
        "CREATE SCHEMA app;
         CREATE TABLE app.users (id uuid PRIMARY KEY, name text);
         CREATE TABLE app.tenants (id text PRIMARY KEY);
         CREATE TABLE app.members (org text NOT NULL REFERENCES app.tenants, who uuid NOT NULL REFERENCES app.users,
           PRIMARY KEY (org, who));
         CREATE TABLE app.posts (tenant_id text NOT NULL REFERENCES app.tenants, by uuid NOT NULL REFERENCES app.users);",
    )
    .await;
    let membership = Membership { table: "app.members", tenant: "org", user: "who" };
    fill(&client, &Tenancy { membership: Some(membership), ..ROOT }, &WANTED).await;
    let several = "SELECT count(*) FROM (SELECT FROM app.members GROUP BY who HAVING count(*) > 1) AS s";
    assert_eq!(answer(&client, several).await, ["0"]);
    let strangers = "SELECT count(*) FROM app.posts AS p
                     WHERE EXISTS (SELECT FROM app.members AS m WHERE m.who = p.by AND m.org <> p.tenant_id)";
    assert_eq!(answer(&client, strangers).await, ["0"]);
}

#[tokio::test]
async fn triggers_run_unless_they_are_silenced_and_are_as_before_afterwards() {
    let schema = "CREATE SCHEMA app;
         CREATE TABLE app.tenants (id int PRIMARY KEY, name text NOT NULL);
         CREATE TABLE app.items (id bigserial PRIMARY KEY, tenant_id int NOT NULL REFERENCES app.tenants,
           body text NOT NULL, digest bytea NOT NULL, tag text);
         CREATE FUNCTION app.fill() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           NEW.digest := coalesce(NEW.digest, sha256(convert_to(NEW.body, 'UTF8')));
           IF NEW.digest <> sha256(convert_to(NEW.body, 'UTF8')) THEN
             RAISE EXCEPTION 'the digest is not that of the body';
           END IF;
           RETURN NEW;
         END $$;
         CREATE TRIGGER fill BEFORE INSERT ON app.items FOR EACH ROW EXECUTE FUNCTION app.fill();
         ALTER TABLE app.items ENABLE ALWAYS TRIGGER fill;";
    for (triggers, expected) in [(true, "t"), (false, "f")] {
        let (_database, client) = with(schema).await;
        let report = fill(&client, &ROOT, &Scale { triggers, ..WANTED }).await;
        assert_eq!(table(&report, "app.items").rows, 3_000, "{:?}", table(&report, "app.items").skipped);
        assert_eq!(report.silent_triggers, usize::from(!triggers));
        let right = "SELECT bool_and(digest = sha256(convert_to(body, 'UTF8'))) FROM app.items";
        assert_eq!(answer(&client, right).await, [expected]);
        assert_eq!(answer(&client, "SELECT tgenabled FROM pg_trigger WHERE tgname = 'fill'").await, ["A"]);
    }
}

#[tokio::test]
async fn triggers_get_what_they_want_of_a_row_and_of_those_it_points_to() {
    let (_database, client) = with(TRIGGERS).await;
    let report = fill(&client, &ROOT, &WANTED).await;
    let runs = table(&report, "app.runs");
    assert!(runs.rows >= 14, "{runs:?}");
    let published = "SELECT DISTINCT r.stage::text, v.is_published::text FROM app.runs AS r
                     JOIN app.versions AS v ON v.id = r.version_id";
    assert_eq!(answer(&client, published).await, ["queued | true"]);
    assert_eq!(table(&report, "app.readings").rows, 3_000);
}
