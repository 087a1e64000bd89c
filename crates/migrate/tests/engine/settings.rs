//! Settings of one version reach neither the next one nor the ledger.

use bulkhead_migrate::Direction;
use bulkhead_testkit::{PoolMode, pgbouncer, server};

use crate::bench::{Bench, run};
use crate::catalog::{lines, text};

/// What a version sees of its session, as rows of a table.
const LOOK: &str = "INSERT INTO public.seen SELECT current_user, session_user, current_setting('search_path'), \
                    current_setting('work_mem'), current_setting('statement_timeout'), \
                    nullif(current_setting('chaos.word', true), '');";

async fn leaking(bench: &Bench, leak: &str) {
    bench.file(
        "001_seen.sql",
        "CREATE TABLE seen (who name, session name, path text, mem text, timeout text, word text);\n\
                                GRANT ALL ON seen TO pg_monitor;\n",
    );
    bench.file("002_first.sql", LOOK);
    bench.file("003_leak.sql", leak);
    bench.file("004_second.sql", LOOK);
    bench.file("005_index.sql", "CREATE INDEX CONCURRENTLY ON public.seen (path);");
    bench.file("006_third.sql", LOOK);
    bench.must_go_up().await;
    bench.assert_tidy().await;
    let client = bench.connect().await;
    let different = text(&client, "SELECT count(*) || ' ' || count(DISTINCT s::text) FROM seen AS s").await;
    assert_eq!(different, "3 1", "{leak}: {:?}", lines(&client, "SELECT s::text FROM seen AS s").await);
    assert_eq!(
        text(&client, "SELECT count(DISTINCT applied_by) FROM schema_migrations").await,
        "1",
        "{leak}"
    );
}

#[tokio::test]
async fn settings_of_one_version_do_not_reach_the_next() {
    for leak in [
        "SET search_path = pg_catalog; SET work_mem = '9MB';",
        "SET ROLE pg_monitor; SET statement_timeout = '1min';",
        "SET SESSION AUTHORIZATION pg_monitor;",
        "SELECT set_config('search_path', '', false), set_config('chaos.word', 'leak', false);",
        "DO $$ BEGIN EXECUTE 'SET ROLE pg_monitor'; PERFORM set_config('work_mem', '9MB', false); END $$;",
        "SET LOCAL ROLE pg_monitor; SET LOCAL search_path = '';",
        "CREATE FUNCTION public.leak() RETURNS void LANGUAGE sql AS $$ SELECT set_config('chaos.word', 'x', false) $$; SELECT public.leak();",
        "-- no-transaction\nSET ROLE pg_monitor;\nSELECT 1;\nSET chaos.word = 'x';\nSELECT 2;",
        "SET search_path = pg_catalog;\nSET ROLE pg_monitor;\nVACUUM public.seen;\nSELECT 1;",
    ] {
        let bench = Bench::new().await;
        leaking(&bench, leak).await;
    }
}

#[tokio::test]
async fn later_steps_of_a_version_keep_its_settings() {
    let bench = Bench::with(&[
        ("001_base.sql", "CREATE SCHEMA app; CREATE TABLE app.t (a int, b text); CREATE TYPE app.mood AS ENUM ('sad');"),
        (
            "002_settings.sql",
            "SET search_path = app;\nCREATE INDEX CONCURRENTLY named ON t (a);\nCREATE INDEX CONCURRENTLY ON t (b);\n\
             INSERT INTO t VALUES (1, current_setting('search_path'));\nALTER TYPE mood ADD VALUE 'ok';\n\
             CREATE TABLE moods (m mood DEFAULT 'ok');\nREINDEX INDEX CONCURRENTLY named;\nVACUUM t;\n\
             DROP INDEX CONCURRENTLY t_b_idx;\nSELECT 1;",
        ),
    ])
    .await;
    bench.must_go_up().await;
    bench.assert_tidy().await;
    let client = bench.connect().await;
    let names = "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'i') ORDER BY 1";
    assert_eq!(lines(&client, names).await, ["moods", "named", "t"]);
    assert_eq!(text(&client, "SELECT b FROM app.t").await, "app");
}

/// A role that may neither see the ledger nor write it.
#[tokio::test]
async fn a_version_may_end_as_a_role_without_rights_on_the_ledger() {
    let bench = Bench::with(&[
        ("001_base.sql", "CREATE TABLE t (a int); CREATE SCHEMA reports AUTHORIZATION pg_monitor;"),
        ("002_role.sql", "SET ROLE pg_monitor; CREATE TABLE reports.r (a int);"),
        ("003_local.sql", "SET LOCAL ROLE pg_monitor; CREATE TABLE reports.s (a int);"),
        ("004_session.sql", "SET SESSION AUTHORIZATION pg_monitor; CREATE TABLE reports.t (a int);"),
        (
            "005_steps.sql",
            "SET ROLE pg_monitor;\nCREATE INDEX CONCURRENTLY r_a ON reports.r (a);\nCREATE TABLE reports.u (a int);\n\
             VACUUM reports.r;",
        ),
    ])
    .await;
    bench.must_go_up().await;
    bench.assert_tidy().await;
    let client = bench.connect().await;
    let owners =
        "SELECT DISTINCT relowner::regrole FROM pg_class WHERE relnamespace = 'reports'::regnamespace";
    assert_eq!(lines(&client, owners).await, ["pg_monitor"]);
    assert_eq!(lines(&client, "SELECT DISTINCT applied_by FROM schema_migrations").await, ["postgres"]);
}

#[tokio::test]
async fn a_version_may_choose_its_isolation_level() {
    let bench = Bench::with(&[
        ("001_base.sql", "CREATE TABLE t (level text);"),
        (
            "002_level.sql",
            "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;\nINSERT INTO t VALUES (current_setting('transaction_isolation'));",
        ),
    ])
    .await;
    bench.must_go_up().await;
    assert_eq!(text(&bench.connect().await, "SELECT level FROM t").await, "serializable");
}

#[tokio::test]
async fn settings_of_the_database_do_not_get_in_the_way() {
    let bench = Bench::with(&[
        ("001_base.sql", "CREATE TABLE public.t (a int);"),
        ("002_index.sql", "CREATE INDEX CONCURRENTLY ON public.t (a);"),
        ("003_drop.sql", "DROP INDEX CONCURRENTLY public.t_a_idx;"),
    ])
    .await;
    let client = bench.connect().await;
    for setting in [
        "default_transaction_isolation = 'repeatable read'",
        "default_transaction_deferrable = on",
        "idle_in_transaction_session_timeout = '100ms'",
        "application_name = 'theirs'",
        "search_path = ''",
    ] {
        run(&client, &format!("ALTER DATABASE {} SET {setting}", bench.database.name())).await;
    }
    let limit = std::time::Duration::from_secs(20);
    let ran = tokio::time::timeout(limit, bench.up()).await.expect("no index build waits for the run lock");
    ran.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    bench.assert_tidy().await;
}

/// A pooler in transaction mode gives each message without a transaction to any server session, and the next client
/// gets what is left there.
#[tokio::test]
async fn settings_reach_their_statements_through_a_pooler_and_do_not_stay_in_it() {
    // The run has up to three sessions at a time, and so have the others: nobody waits for all of the rest.
    let pooler = pgbouncer(&server(), PoolMode::Transaction, 6);
    let bench = Bench::with(&[
        (
            "001_base.sql",
            "CREATE SCHEMA app; CREATE TABLE app.t (a int, b int); GRANT ALL ON SCHEMA app TO pg_monitor;",
        ),
        (
            "002_settings.sql",
            "SET search_path = app;\nSET work_mem = '9MB';\nCREATE INDEX CONCURRENTLY ON t (a);\nVACUUM t;\n\
             ALTER TABLE t OWNER TO pg_monitor;\nSET ROLE pg_monitor;\nREINDEX TABLE CONCURRENTLY t;\n\
             CREATE INDEX CONCURRENTLY ON t (b);\nINSERT INTO t VALUES (1);",
        ),
    ])
    .await;
    let url = pooler.url(bench.database.name());
    let strangers = async |how: &str| {
        let mut seen = Vec::new();
        let mut sessions = Vec::new();
        for _ in 0..3 {
            let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            run(&client, "BEGIN").await;
            seen.push(
                text(
                    &client,
                    "SELECT concat_ws(' ', current_user, current_setting('search_path'), \
                                     current_setting('work_mem'), current_setting('lock_timeout'))",
                )
                .await,
            );
            sessions.push(client);
        }
        assert!(
            seen.iter().all(|settings| settings == "postgres \"$user\", public 4MB 0"),
            "{how}: {seen:?}"
        );
    };
    // Other clients come and go meanwhile, so that the run is given different server sessions.
    let stop = std::cell::Cell::new(false);
    let noise = async {
        while !stop.get() {
            strangers("meanwhile").await;
        }
    };
    let migrating = async {
        let outcome = bench.go_at(&url, Direction::Up, None).await.0;
        stop.set(true);
        outcome.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    };
    tokio::join!(migrating, noise);
    strangers("afterwards").await;
    let client = bench.connect().await;
    let indexes = "SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index WHERE indrelid = 'app.t'::regclass ORDER BY 1";
    assert_eq!(lines(&client, indexes).await, ["app.t_a_idx true", "app.t_b_idx true"]);
}
