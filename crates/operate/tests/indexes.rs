//! Planted indexes, each found by its kind, and a clean database in which nothing is found.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use bulkhead_operate::IndexFindingKind::{
    self, Bloated, Covered, Duplicate, Invalid, MissingForeignKey, MissingTenant, Unused, VectorLists,
};
use bulkhead_operate::{IndexFinding, IndexReport, Level, analyze_indexes};
use bulkhead_project::{Context, Level as Apart, Tenancy};
use bulkhead_testkit::database;
use tokio_postgres::Client;

fn tenancy() -> Tenancy {
    Tenancy {
        level: Apart::Row,
        root: Some("public.tenant".to_owned()),
        key: Some("tenant_id".to_owned()),
        app_role: Vec::new(),
        shared: Vec::new(),
        context: Context::default(),
    }
}

async fn analyzed(client: &Client, declared: &[&str]) -> IndexReport {
    let declared: BTreeSet<String> = declared.iter().map(ToString::to_string).collect();
    analyze_indexes(client, "library", Some(&tenancy()), &declared).await.unwrap()
}

/// The finding of a kind about an index, or else about a table.
fn found<'a>(report: &'a IndexReport, kind: IndexFindingKind, name: &str) -> &'a IndexFinding {
    let about = |finding: &&IndexFinding| {
        finding.kind == kind && finding.index.as_deref().unwrap_or(&finding.table) == name
    };
    report.findings.iter().find(about).unwrap_or_else(|| panic!("no {kind:?} {name} in {report:#?}"))
}

fn fix(finding: &IndexFinding) -> &str {
    finding.fix.as_ref().map(|fix| fix.sql.as_str()).unwrap_or_default()
}

const CLEAN: &str = "
    CREATE TABLE tenant (id int PRIMARY KEY);
    CREATE TABLE loan (tenant_id int REFERENCES tenant, id int, book text, day date,
      PRIMARY KEY (tenant_id, id));
    CREATE INDEX loan_book ON loan (tenant_id, book) WHERE book <> '';
    CREATE INDEX loan_lower ON loan (tenant_id, lower(book));
    CREATE INDEX loan_day ON loan (tenant_id, day DESC) INCLUDE (book);";

#[tokio::test]
async fn a_clean_young_database_gives_no_finding() {
    let database = database().await;
    let client = database.connect().await;
    client.batch_execute(CLEAN).await.unwrap();
    let report = analyzed(&client, &[]).await;
    assert!(report.findings.is_empty(), "{report:#?}");
    assert_eq!((report.worst, report.indexes), (Level::Ok, 5));
    assert!(report.bytes > 0);
    let skipped: Vec<_> = report.skipped.iter().map(|skipped| skipped.kind).collect();
    assert_eq!(skipped, [Unused], "uses were not counted for two weeks: {report:#?}");
    assert!(report.skipped[0].reason.contains("two weeks"));
}

#[tokio::test]
async fn superfluous_broken_and_missing_indexes_are_found() {
    let database = database().await;
    let client = database.connect().await;
    client.batch_execute(CLEAN).await.unwrap();
    let plant = r#"
        CREATE INDEX "Loan lower 2" ON loan (tenant_id, lower(book));
        CREATE INDEX loan_tenant ON loan (tenant_id);
        CREATE UNIQUE INDEX loan_key ON loan (tenant_id, id);
        CREATE INDEX loan_day_up ON loan (tenant_id, day);
        CREATE TABLE single (id int PRIMARY KEY, tenant_id int, UNIQUE (tenant_id, id));
        CREATE TABLE copy (loan int, tenant_id int,
          FOREIGN KEY (loan, tenant_id) REFERENCES loan (id, tenant_id));
        CREATE TABLE note (tenant_id int, number int, PRIMARY KEY (tenant_id, number),
          single int REFERENCES single, FOREIGN KEY (tenant_id, single) REFERENCES single (tenant_id, id));
        CREATE INDEX note_single ON note (single);
        CREATE TABLE part (tenant_id int, day date) PARTITION BY RANGE (day);
        CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE INDEX part_day ON part (tenant_id, day);
        CREATE INDEX part_tenant ON part (tenant_id);
        CREATE TABLE twice (tenant_id int, number int);
        INSERT INTO twice VALUES (1, 1), (1, 1);"#;
    client.batch_execute(plant).await.unwrap();
    assert!(client.batch_execute("CREATE UNIQUE INDEX CONCURRENTLY one ON twice (number)").await.is_err());
    let report = analyzed(&client, &["public.loan_tenant", "public.loan_lower"]).await;
    for (kind, name, level, sql) in [
        (
            Duplicate,
            "public.\"Loan lower 2\"",
            Level::Warning,
            "DROP INDEX CONCURRENTLY public.\"Loan lower 2\";",
        ),
        (Duplicate, "public.loan_key", Level::Warning, "DROP INDEX CONCURRENTLY public.loan_key;"),
        (Covered, "public.part_tenant", Level::Notice, "DROP INDEX public.part_tenant;"),
        (Invalid, "public.one", Level::Warning, "REINDEX INDEX CONCURRENTLY public.one;"),
        (
            MissingForeignKey,
            "public.copy",
            Level::Notice,
            "CREATE INDEX CONCURRENTLY ON public.copy (tenant_id, loan);",
        ),
        (
            MissingTenant,
            "public.copy",
            Level::Notice,
            "CREATE INDEX CONCURRENTLY ON public.copy (tenant_id);",
        ),
        (
            MissingTenant,
            "public.twice",
            Level::Notice,
            "CREATE INDEX CONCURRENTLY ON public.twice (tenant_id);",
        ),
    ] {
        let finding = found(&report, kind, name);
        assert_eq!((finding.level, fix(finding)), (level, sql), "{finding:#?}");
        assert!(!finding.declared);
    }
    let declared = found(&report, Covered, "public.loan_tenant");
    assert!(declared.declared && declared.summary.ends_with("the migrations declare it"), "{declared:#?}");
    assert!(fix(declared).starts_with("-- the migrations declare it"), "{declared:#?}");
    assert_eq!(report.findings.len(), 8, "{report:#?}");
    assert_eq!(report.worst, Level::Warning);
}

#[tokio::test]
async fn an_index_of_dead_entries_is_bloated() {
    let database = database().await;
    let client = database.connect().await;
    for statement in [
        "CREATE TABLE loan (tenant_id bigint PRIMARY KEY) WITH (autovacuum_enabled = off)",
        "INSERT INTO loan SELECT i FROM generate_series(1, 700000) AS i",
        "ANALYZE loan",
    ] {
        client.batch_execute(statement).await.unwrap();
    }
    assert!(analyzed(&client, &[]).await.findings.is_empty(), "a new index is not bloated");
    for statement in ["DELETE FROM loan WHERE tenant_id % 20 <> 0", "VACUUM ANALYZE loan"] {
        client.batch_execute(statement).await.unwrap();
    }
    let report = analyzed(&client, &[]).await;
    let finding = found(&report, Bloated, "public.loan_pkey");
    assert_eq!(fix(finding), "REINDEX INDEX CONCURRENTLY public.loan_pkey;");
    client.batch_execute(fix(finding)).await.unwrap();
    let report = analyzed(&client, &[]).await;
    assert!(report.findings.is_empty(), "the fix mends it: {report:#?}");
}

#[tokio::test]
async fn an_approximate_index_on_few_rows_is_found() {
    let database = database().await;
    let client = database.connect().await;
    let known = "SELECT FROM pg_available_extensions WHERE name = 'vector'";
    if client.query(known, &[]).await.unwrap().is_empty() {
        return;
    }
    let plant = "
        CREATE EXTENSION vector;
        CREATE TABLE passage (tenant_id int PRIMARY KEY, meaning vector(3));
        INSERT INTO passage SELECT i, ARRAY[i, i % 7, 1] FROM generate_series(1, 500) AS i;
        CREATE INDEX passage_meaning ON passage USING ivfflat (meaning vector_l2_ops) WITH (lists = 100);
        ANALYZE passage;";
    client.batch_execute(plant).await.unwrap();
    let report = analyzed(&client, &[]).await;
    let finding = found(&report, VectorLists, "public.passage_meaning");
    assert!(finding.summary.contains("100 lists for about 500 rows"), "{finding:#?}");
    for statement in fix(finding).lines() {
        client.batch_execute(statement).await.unwrap();
    }
    assert!(analyzed(&client, &[]).await.findings.is_empty());
}

#[tokio::test]
async fn a_locked_table_does_not_hold_the_analysis_up() {
    let database = database().await;
    let client = database.connect().await;
    client.batch_execute(CLEAN).await.unwrap();
    client
        .batch_execute("BEGIN; LOCK TABLE loan IN ACCESS EXCLUSIVE MODE; REINDEX TABLE loan")
        .await
        .unwrap();
    let asker = database.connect().await;
    let waiting = std::time::Duration::from_secs(10);
    let report = tokio::time::timeout(waiting, analyzed(&asker, &[])).await.unwrap();
    assert!(report.findings.is_empty(), "{report:#?}");
}
