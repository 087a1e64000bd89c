//! Planted defects, each found by its name, and clean databases in which nothing is found.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::time::Duration;

use bulkhead_operate::{HealthCheck, HealthCheckReport, Level, health_check};
use bulkhead_project::{Context, Level as Apart, Tenancy};
use bulkhead_testkit::{database, private_server};
use tokio_postgres::Client;

/// A project whose tenants share tables.
fn tenancy() -> Tenancy {
    Tenancy {
        level: Apart::Row,
        root: Some("public.tenant".to_owned()),
        key: Some("tenant_id".to_owned()),
        app_role: Vec::new(),
        shared: vec!["public.plan".to_owned()],
        context: Context::default(),
    }
}

/// Two tables, as they should be.
const CLEAN: &str = "
    CREATE TABLE tenant (id int PRIMARY KEY);
    CREATE TABLE plan (tenant_id int, name text);
    CREATE TABLE loan (id int GENERATED ALWAYS AS IDENTITY, tenant_id int REFERENCES tenant, book text,
      PRIMARY KEY (tenant_id, id));
    ALTER TABLE loan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    INSERT INTO tenant VALUES (1), (2);
    INSERT INTO loan (tenant_id, book) SELECT 1 + i % 2, 'b' FROM generate_series(1, 50) AS i;";

async fn asked(client: &Client) -> BTreeMap<&'static str, HealthCheck> {
    by_name(health_check(client, "library", Some(&tenancy())).await.unwrap())
}

fn by_name(report: HealthCheckReport) -> BTreeMap<&'static str, HealthCheck> {
    report.checks.into_iter().map(|check| (check.name, check)).collect()
}

/// Asserts level, a part of the summary or the evidence, and a part of the fix, of one check.
fn assert_found(
    checks: &BTreeMap<&'static str, HealthCheck>,
    name: &str,
    level: Level,
    shows: &str,
    fix: &str,
) {
    let check = &checks[name];
    assert_eq!(check.level, level, "{check:#?}");
    let told = format!("{}\n{}", check.summary, check.evidence.join("\n"));
    assert!(told.contains(shows), "{name} does not show {shows:?}: {check:#?}");
    let sql = check.fix.as_ref().map(|fix| fix.sql.as_str()).unwrap_or_default();
    assert!(sql.contains(fix), "{name} does not mend with {fix:?}: {check:#?}");
}

#[tokio::test]
async fn a_clean_database_gives_no_warning_and_what_cannot_be_seen_is_skipped() {
    let server = private_server(&[]);
    let client = server.connect("postgres").await;
    client.batch_execute(CLEAN).await.unwrap();
    let report = health_check(&client, "library", Some(&tenancy())).await.unwrap();
    assert!(report.worst <= Level::Notice, "{report:#?}");
    assert_eq!((report.project.as_str(), report.database.as_str()), ("library", "postgres"));
    let skipped: Vec<&str> = report
        .checks
        .iter()
        .filter(|check| check.level == Level::Skipped)
        .map(|check| check.name)
        // Servers differ in whether pages have checksums by default.
        .filter(|name| *name != "checksum_failures")
        .collect();
    assert_eq!(
        skipped,
        ["dead_rows", "checkpoints", "tenant_roles"],
        "too young to judge, and no role is named: {report:#?}"
    );
    assert!(report.checks.iter().all(|check| !check.reason.is_empty() && !check.summary.is_empty()));
    // The session is as it was before.
    client.batch_execute("CREATE TABLE after_all ()").await.unwrap();
}

#[tokio::test]
async fn a_project_without_tenants_is_not_asked_for_them() {
    let database = database().await;
    let client = database.connect().await;
    let checks = by_name(health_check(&client, "library", None).await.unwrap());
    for name in ["tenant_row_security", "tenant_indexes"] {
        assert_found(&checks, name, Level::Skipped, "no [tenancy]", "");
    }
}

#[tokio::test]
async fn what_is_wrong_with_the_schema_is_found() {
    let database = database().await;
    let client = database.connect().await;
    client.batch_execute(CLEAN).await.unwrap();
    let plant = "
        CREATE TABLE narrow (id serial, name text);
        SELECT setval('narrow_id_seq', 1900000000);
        CREATE SEQUENCE wide;
        CREATE TABLE hidden (number int DEFAULT nextval('wide'));
        SELECT setval('wide', 1400000000);
        CREATE TABLE counted (id int GENERATED ALWAYS AS IDENTITY);
        SELECT setval('counted_id_seq', 2000000000);
        CREATE TABLE small_cycle (id smallint GENERATED ALWAYS AS IDENTITY (CYCLE));
        SELECT setval('small_cycle_id_seq', 32000);
        CREATE TABLE twice (number int);
        INSERT INTO twice VALUES (1), (1);
        ALTER TABLE twice ADD CONSTRAINT above CHECK (number > 1) NOT VALID;
        ALTER TABLE twice ADD CONSTRAINT below CHECK (number < 9);
        CREATE TABLE open (tenant_id int);
        CREATE TABLE unforced (tenant_id int);
        ALTER TABLE unforced ENABLE ROW LEVEL SECURITY;
        INSERT INTO open SELECT i FROM generate_series(1, 10000) AS i;
        ANALYZE open;
        CREATE EXTENSION pgcrypto;
        UPDATE pg_extension SET extversion = '0.1' WHERE extname = 'pgcrypto';";
    client.batch_execute(plant).await.unwrap();
    assert!(client.batch_execute("CREATE UNIQUE INDEX CONCURRENTLY one ON twice (number)").await.is_err());
    let checks = asked(&client).await;
    let widen = "ALTER TABLE public.narrow ALTER COLUMN id TYPE bigint;";
    for (name, level, shows, fix) in [
        ("sequences", Level::Critical, "public.narrow_id_seq", widen),
        (
            "sequences",
            Level::Critical,
            "public.wide for public.hidden (number)",
            "public.hidden ALTER COLUMN number",
        ),
        (
            "invalid_indexes",
            Level::Warning,
            "public.one on public.twice",
            "REINDEX INDEX CONCURRENTLY public.one;",
        ),
        ("not_validated_constraints", Level::Notice, "check constraint above", "VALIDATE CONSTRAINT above;"),
        ("tenant_row_security", Level::Critical, "public.open: row security is off", "public.open ENABLE"),
        (
            "tenant_row_security",
            Level::Critical,
            "public.unforced: row security is not forced",
            "unforced FORCE",
        ),
        (
            "tenant_indexes",
            Level::Warning,
            "public.open",
            "CREATE INDEX CONCURRENTLY ON public.open (tenant_id);",
        ),
        ("extension_versions", Level::Warning, "pgcrypto is 0.1", "ALTER EXTENSION pgcrypto UPDATE;"),
    ] {
        assert_found(&checks, name, level, shows, fix);
    }
    assert_eq!(checks["sequences"].evidence.len(), 3, "one that begins again has no end");
    assert_eq!(checks["not_validated_constraints"].evidence.len(), 1);
    assert_eq!(checks["tenant_row_security"].evidence.len(), 2, "shared tables and good ones are left out");
    // What the checks advise mends what they found.
    client.batch_execute("TRUNCATE twice").await.unwrap();
    let mended = [
        "sequences",
        "invalid_indexes",
        "not_validated_constraints",
        "tenant_row_security",
        "tenant_indexes",
    ];
    for name in mended {
        for statement in checks[name].fix.as_ref().unwrap().sql.lines() {
            client.batch_execute(statement).await.unwrap();
        }
    }
    let checks = asked(&client).await;
    for name in mended {
        assert_eq!(checks[name].level, Level::Ok, "{:#?}", checks[name]);
    }
}

#[tokio::test]
async fn dead_rows_that_nobody_removes_are_found() {
    let database = database().await;
    let client = database.connect().await;
    let plant = "
        CREATE TABLE loan (id int) WITH (autovacuum_enabled = off);
        INSERT INTO loan SELECT i FROM generate_series(1, 30000) AS i;
        DELETE FROM loan WHERE id <= 15000;
        ANALYZE loan;
        SELECT pg_stat_force_next_flush();";
    client.batch_execute(plant).await.unwrap();
    // What a transaction has counted is seen after it.
    client.batch_execute("SELECT pg_stat_force_next_flush()").await.unwrap();
    let checks = asked(&client).await;
    assert_found(&checks, "dead_rows", Level::Warning, "15000 dead rows", "VACUUM (ANALYZE) public.loan;");
    assert_found(
        &checks,
        "autovacuum",
        Level::Warning,
        "public.loan",
        "public.loan RESET (autovacuum_enabled);",
    );
}

#[tokio::test]
async fn indexes_sorted_by_old_rules_are_found() {
    let database = database().await;
    let client = database.connect().await;
    let known = "SELECT format('%I.%I', n.nspname, c.collname), c.oid::text
        FROM pg_collation AS c JOIN pg_namespace AS n ON n.oid = c.collnamespace
        WHERE pg_collation_actual_version(c.oid) IS NOT NULL AND c.collname <> 'unicode'
        ORDER BY c.collname = 'en-x-icu' DESC, c.oid LIMIT 1";
    let row = client.query_one(known, &[]).await.unwrap();
    let (name, oid): (String, String) = (row.get(0), row.get(1));
    let plant = format!(
        "CREATE TABLE word (text text COLLATE {name}); CREATE INDEX word_text ON word (text);
         UPDATE pg_collation SET collversion = 'old' WHERE oid = {oid};"
    );
    client.batch_execute(&plant).await.unwrap();
    let checks = asked(&client).await;
    assert_found(&checks, "collation_versions", Level::Critical, "version old", "public.word_text;");
}

#[tokio::test]
async fn a_library_that_cannot_be_loaded_is_found() {
    let database = database().await;
    let client = database.connect().await;
    let plant =
        "UPDATE pg_proc SET probin = '$libdir/of_another_version' WHERE proname = 'plpgsql_inline_handler'";
    client.batch_execute(plant).await.unwrap();
    let session = database.connect().await;
    let checks = asked(&session).await;
    assert_found(&checks, "procedural_language", Level::Critical, "of_another_version", "restart");
}

#[tokio::test]
async fn waiting_sessions_stand_below_the_one_they_wait_for() {
    let database = database().await;
    let (first, second) = (database.connect().await, database.connect().await);
    first.batch_execute("CREATE TABLE loan ()").await.unwrap();
    first.batch_execute("BEGIN; LOCK TABLE loan").await.unwrap();
    let waiting = tokio::spawn(async move { second.batch_execute("SELECT FROM public.loan").await });
    tokio::time::sleep(Duration::from_millis(1200)).await;
    let asker = database.connect().await;
    let checks = asked(&asker).await;
    let pid: i32 = first.query_one("SELECT pg_backend_pid()", &[]).await.unwrap().get(0);
    let fix = format!("SELECT pg_terminate_backend({pid});");
    let shows = "AccessShareLock on public.loan";
    assert!(checks["lock_waits"].level >= Level::Notice);
    assert_found(&checks, "lock_waits", checks["lock_waits"].level, shows, &fix);
    let tree = &checks["lock_waits"].evidence;
    let at = tree.iter().position(|line| line.starts_with(&format!("session {pid} "))).unwrap();
    assert!(tree[at + 1].starts_with("  session "), "{tree:#?}");
    first.batch_execute("COMMIT").await.unwrap();
    waiting.await.unwrap().unwrap();
}

#[tokio::test]
async fn what_is_wrong_with_a_server_is_found() {
    let server = private_server(&[
        ("archive_mode", "on"),
        ("archive_command", "/bin/false"),
        ("autovacuum", "off"),
        ("max_prepared_transactions", "5"),
        ("autovacuum_freeze_max_age", "100000"),
        ("max_connections", "20"),
    ]);
    let client = server.connect("postgres").await;
    let holder = server.connect("postgres").await;
    for statement in [
        "ALTER SYSTEM SET shared_buffers = '64MB'",
        "SELECT pg_reload_conf()",
        "SELECT pg_create_physical_replication_slot('west', true)",
        "CREATE TABLE loan (id int)",
        "ALTER ROLE postgres CONNECTION LIMIT 3",
        "SELECT pg_switch_wal()",
        "CREATE ROLE app LOGIN CONNECTION LIMIT 1",
    ] {
        client.batch_execute(statement).await.unwrap();
    }
    let idle = "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM loan";
    holder.batch_execute(idle).await.unwrap();
    let orphan = "BEGIN; INSERT INTO loan VALUES (1); PREPARE TRANSACTION 'orphan'";
    client.batch_execute(orphan).await.unwrap();
    let burn = "DO $$ BEGIN FOR i IN 1..110000 LOOP
        BEGIN INSERT INTO loan VALUES (i); EXCEPTION WHEN division_by_zero THEN NULL; END;
      END LOOP; END $$";
    client.batch_execute(burn).await.unwrap();
    let application = server.endpoint().url("postgres").replace("user=postgres", "user=app");
    let (app, connection) = tokio_postgres::connect(&application, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    let asker = server.connect("postgres").await;
    let mut checks = asked(&asker).await;
    for _ in 0..50 {
        if checks["archiving"].level > Level::Ok && checks["pending_restart"].level > Level::Ok {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        checks = asked(&asker).await;
    }
    for (name, level, shows, fix) in [
        ("archiving", Level::Warning, "archiving fails at", "pg_switch_wal"),
        ("autovacuum", Level::Critical, "autovacuum is off", "ALTER SYSTEM SET autovacuum = on;"),
        ("pending_restart", Level::Warning, "shared_buffers", "restart"),
        ("replication_slots", Level::Warning, "west is unused", "pg_drop_replication_slot('west')"),
        ("wraparound_xid", Level::Notice, "database postgres", "VACUUM (FREEZE) "),
        ("xmin_horizon", Level::Critical, "prepared transaction orphan", "ROLLBACK PREPARED 'orphan';"),
        ("prepared_transactions", Level::Ok, "1 prepared", ""),
        ("idle_in_transaction", Level::Ok, "1 open transaction is idle", ""),
        ("connections", Level::Critical, "role app: 1 of 1", "pg_terminate_backend"),
    ] {
        // From 17 on the server says that the slot has been unused for seconds only.
        let level = if name == "replication_slots" { checks[name].level } else { level };
        assert!(level > Level::Skipped);
        assert_found(&checks, name, level, shows, fix);
    }
    assert!(checks["replication_slots"].level >= Level::Notice);
    assert!(checks["xmin_horizon"].evidence.iter().any(|line| line.starts_with("session ")));
    drop(app);
}

#[tokio::test]
async fn a_role_without_rights_is_told_what_it_cannot_see() {
    let server = private_server(&[("archive_mode", "on"), ("archive_command", "cp %p /nowhere/%f")]);
    let client = server.connect("postgres").await;
    client.batch_execute(CLEAN).await.unwrap();
    client.batch_execute("CREATE SEQUENCE secret; CREATE ROLE plain; SET ROLE plain").await.unwrap();
    let checks = asked(&client).await;
    for (name, why) in [
        ("connections", "GRANT pg_monitor"),
        ("xmin_horizon", "GRANT pg_monitor"),
        ("long_transactions", "GRANT pg_monitor"),
        ("idle_in_transaction", "GRANT pg_monitor"),
        ("autovacuum", "GRANT pg_monitor"),
        ("replication_lag", "GRANT pg_monitor"),
        ("archiving", "permission denied"),
        ("server_binary", "permission denied"),
        ("sequences", "cannot be read"),
    ] {
        assert_found(&checks, name, Level::Skipped, why, "");
    }
    assert_eq!(checks["invalid_indexes"].level, Level::Ok);
}

#[tokio::test]
async fn a_locked_table_does_not_hold_the_checks_up() {
    let database = database().await;
    let client = database.connect().await;
    client.batch_execute(CLEAN).await.unwrap();
    client.batch_execute("BEGIN; LOCK TABLE loan, tenant IN ACCESS EXCLUSIVE MODE").await.unwrap();
    let asker = database.connect().await;
    let asked = tokio::time::timeout(Duration::from_secs(20), asked(&asker)).await.unwrap();
    assert_eq!(asked["tenant_row_security"].level, Level::Ok);
}
