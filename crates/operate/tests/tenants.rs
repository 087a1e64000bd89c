//! Sizes and rows of tenants on a real server, beside the truth.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bulkhead_operate::{
    Hop, Level, Method, SharedTable, TenantFigures, TenantQuestion, health_check, tenant_figures,
};
use bulkhead_project::{Context, Level as Apart, Tenancy};
use bulkhead_testkit::{database, private_server};
use tokio_postgres::Client;

fn tenancy(level: Apart, context: Context) -> Tenancy {
    Tenancy {
        level,
        root: Some("public.org".to_owned()),
        key: Some("org_id".to_owned()),
        app_role: Vec::new(),
        shared: Vec::new(),
        context,
    }
}

/// Documents by the tenant's column; pages by the document they belong to.
fn shared() -> Vec<SharedTable> {
    let hop = Hop {
        columns: vec!["doc".to_owned()],
        parent: "public.doc".to_owned(),
        referenced: vec!["id".to_owned()],
    };
    let table = |name: &str, way| SharedTable { name: name.to_owned(), way, column: "org_id".to_owned() };
    vec![table("public.doc", Vec::new()), table("public.page", vec![hop])]
}

fn all() -> TenantQuestion {
    TenantQuestion { limit: 100, ..TenantQuestion::default() }
}

async fn rows_of(client: &Client, question: &TenantQuestion) -> TenantFigures {
    tenant_figures(client, &tenancy(Apart::Row, Context::default()), &shared(), question).await.unwrap()
}

#[tokio::test]
async fn small_tables_are_counted_also_through_a_parent() {
    let database = database().await;
    let client = database.connect().await;
    let sql = "CREATE TABLE doc (id int PRIMARY KEY, org_id int, body text);
               CREATE TABLE page (id int PRIMARY KEY, doc int REFERENCES doc);
               INSERT INTO doc SELECT i, CASE WHEN i <= 10 THEN 1 WHEN i <= 99 THEN 2 END, repeat('x', 100)
                 FROM generate_series(1, 100) AS i;
               INSERT INTO page SELECT i, 1 + i % 10 FROM generate_series(1, 50) AS i;";
    client.batch_execute(sql).await.unwrap();
    let figures = rows_of(&client, &all()).await;
    let told: Vec<(Option<&str>, u64, Method)> = figures
        .tenants
        .iter()
        .map(|size| (size.tenant.as_deref(), size.rows.unwrap().value, size.rows.unwrap().method))
        .collect();
    let mut sorted = told.clone();
    sorted.sort();
    assert_eq!(
        sorted,
        [(None, 1, Method::Exact), (Some("1"), 60, Method::Exact), (Some("2"), 89, Method::Exact)]
    );
    let sizes = "SELECT (pg_total_relation_size('doc') + pg_total_relation_size('page'))::text";
    let bytes: String = client.query_one(sizes, &[]).await.unwrap().get(0);
    let sum: u64 = figures.tenants.iter().map(|size| size.bytes.value).sum();
    assert!(sum.abs_diff(bytes.parse().unwrap()) <= 3, "{sum} {bytes}");
    let one = rows_of(&client, &TenantQuestion { tenant: Some("1".to_owned()), ..all() }).await;
    let tables: Vec<(&str, u64)> =
        one.tenants[0].tables.iter().map(|part| (part.table.as_str(), part.rows.value)).collect();
    assert_eq!(tables, [("public.page", 50), ("public.doc", 10)]);
}

/// A table of about 60 MiB in which tenant n of 40 has a share that falls with n, standing together or
/// scattered.
async fn large(client: &Client, order: &str) {
    let sql = format!(
        "CREATE TABLE doc (id int, org_id int, body text);
         CREATE TABLE page (id int, doc int);
         INSERT INTO doc SELECT i, 1 + floor(40 * pow((i % 1000) / 1000.0, 3))::int, repeat('x', 220)
           FROM generate_series(1, 240000) AS i ORDER BY {order};
         ANALYZE doc"
    );
    client.batch_execute(&sql).await.unwrap();
}

#[tokio::test]
async fn large_tables_are_sampled_and_the_truth_lies_in_the_interval() {
    for order in ["i", "2, i"] {
        let database = database().await;
        let client = database.connect().await;
        large(&client, order).await;
        let figures = rows_of(&client, &all()).await;
        let (mut outside, mut looked_at) = (0, 0);
        for size in &figures.tenants {
            let rows = size.rows.unwrap();
            assert_eq!(rows.method, Method::Sampled, "{size:?}");
            let tenant: i32 = size.tenant.as_deref().unwrap().parse().unwrap();
            let truth: i64 = client
                .query_one("SELECT count(*) FROM doc WHERE org_id = $1", &[&tenant])
                .await
                .unwrap()
                .get(0);
            let truth = u64::try_from(truth).unwrap();
            looked_at += 1;
            outside += usize::from(truth < rows.low.unwrap() || truth > rows.high.unwrap());
        }
        // Of 40 intervals of 95 %, two are expected to miss; eight would be a mistake.
        assert!(looked_at >= 35 && outside <= 8, "{outside} of {looked_at} are outside, ordered by {order}");
        let planner = rows_of(&client, &TenantQuestion { planner_only: true, ..all() }).await;
        assert_eq!(planner.tenants[0].tenant.as_deref(), Some("1"));
        assert_eq!(planner.tenants[0].rows.unwrap().method, Method::Planner);
        assert!(planner.skipped.iter().any(|part| part.what == "public.page"), "{planner:?}");
    }
}

#[tokio::test]
async fn a_role_from_which_policies_hide_tenants_is_told_so() {
    let server = private_server(&[]);
    let client = server.connect("postgres").await;
    let sql = "CREATE TABLE doc (id int PRIMARY KEY, org_id int); CREATE TABLE page (id int, doc int);
               ALTER TABLE doc ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON doc USING (org_id = 1);
               CREATE ROLE reader; GRANT SELECT ON doc TO reader; SET ROLE reader";
    client.batch_execute(sql).await.unwrap();
    let figures = rows_of(&client, &all()).await;
    assert!(figures.tenants.is_empty(), "{figures:?}");
    assert!(figures.skipped.iter().all(|part| part.reason.contains("BYPASSRLS")), "{figures:?}");
    client
        .batch_execute(
            "RESET ROLE; ALTER TABLE doc DISABLE ROW LEVEL SECURITY;
               REVOKE SELECT ON doc FROM reader; SET ROLE reader",
        )
        .await
        .unwrap();
    let figures = rows_of(&client, &all()).await;
    assert!(figures.skipped[0].reason.contains("permission denied"), "{figures:?}");
}

#[tokio::test]
async fn tenants_with_a_schema_of_their_own_are_measured_exactly() {
    let database = database().await;
    let client = database.connect().await;
    let sql = "CREATE SCHEMA t_a; CREATE TABLE t_a.doc AS SELECT generate_series(1, 10000) AS id;
               CREATE SCHEMA t_b; CREATE TABLE t_b.doc AS SELECT 1 AS id; ANALYZE";
    client.batch_execute(sql).await.unwrap();
    let homes = [("a", "t_a"), ("b", "t_b"), ("c", "t_c")];
    let schemas = homes.map(|(tenant, home)| (tenant.to_owned(), home.to_owned())).into();
    let tenancy = tenancy(Apart::Schema, Context { schemas, ..Context::default() });
    let figures = tenant_figures(&client, &tenancy, &[], &all()).await.unwrap();
    let size: i64 = client.query_one("SELECT pg_total_relation_size('t_a.doc')", &[]).await.unwrap().get(0);
    let first = &figures.tenants[0];
    assert_eq!((first.tenant.as_deref(), first.bytes.value), (Some("a"), u64::try_from(size).unwrap()));
    assert_eq!((first.bytes.method, first.rows.unwrap().value), (Method::Exact, 10_000));
    assert_eq!(figures.skipped[0].what, "schema t_c");
}

#[tokio::test]
async fn tenants_with_a_database_of_their_own_are_measured_exactly() {
    let database = database().await;
    let client = database.connect().await;
    let databases = [("a".to_owned(), database.name().to_owned())].into();
    let tenancy = tenancy(Apart::Database, Context { databases, ..Context::default() });
    let figures = tenant_figures(&client, &tenancy, &[], &all()).await.unwrap();
    assert!(figures.tenants[0].bytes.value > 1_000_000 && figures.tenants[0].rows.is_none(), "{figures:?}");
}

#[tokio::test]
async fn a_tenant_who_came_after_the_last_analyze_is_named() {
    let database = database().await;
    let client = database.connect().await;
    let sql = "CREATE TABLE doc (id int, org_id int, body text) WITH (autovacuum_enabled = off);
               INSERT INTO doc SELECT i, i % 20, repeat('x', 100) FROM generate_series(1, 20000) AS i";
    // What a session has changed counts when it is told, be that after an ANALYZE.
    for sql in [sql, "SELECT pg_stat_force_next_flush()", "ANALYZE doc"] {
        client.batch_execute(sql).await.unwrap();
    }
    let tenancy = tenancy(Apart::Row, Context::default());
    let look = async || {
        let report = health_check(&client, "shop", Some(&tenancy)).await.unwrap();
        report.checks.into_iter().find(|check| check.name == "tenant_statistics").unwrap()
    };
    assert_eq!(look().await.level, Level::Ok, "{:#?}", look().await);
    let newcomer = "INSERT INTO doc SELECT i, 77, repeat('x', 100) FROM generate_series(1, 5000) AS i";
    client.batch_execute(newcomer).await.unwrap();
    let found = look().await;
    assert_eq!(found.level, Level::Warning, "{found:#?}");
    assert!(found.evidence[0].contains("org_id = 77") && found.evidence.len() == 1, "{found:#?}");
    client.batch_execute(&found.fix.unwrap().sql).await.unwrap();
    assert_eq!(look().await.level, Level::Ok, "{:#?}", look().await);
}

#[tokio::test]
async fn a_table_with_old_statistics_is_told_by_one_check_only() {
    let database = database().await;
    let client = database.connect().await;
    let sql = "CREATE TABLE doc (id int, org_id int, body text) WITH (autovacuum_enabled = off);
               INSERT INTO doc SELECT i, i % 20, repeat('x', 100) FROM generate_series(1, 20000) AS i";
    client.batch_execute(sql).await.unwrap();
    client.batch_execute("SELECT pg_stat_force_next_flush()").await.unwrap();
    let tenancy = tenancy(Apart::Row, Context::default());
    let look = async || {
        let checks = health_check(&client, "shop", Some(&tenancy)).await.unwrap().checks;
        ["planner_statistics", "tenant_statistics"]
            .map(|name| checks.iter().find(|check| check.name == name).unwrap().clone())
    };
    let [planner, tenants] = look().await;
    assert_eq!((planner.level, tenants.level), (Level::Warning, Level::Skipped), "{planner:#?} {tenants:#?}");
    assert!(tenants.summary.contains("see planner_statistics"), "{tenants:#?}");
    client.batch_execute(&planner.fix.unwrap().sql).await.unwrap();
    client.batch_execute("SELECT pg_stat_force_next_flush()").await.unwrap();
    let [planner, tenants] = look().await;
    assert_eq!((planner.level, tenants.level), (Level::Ok, Level::Ok), "{planner:#?} {tenants:#?}");
}
