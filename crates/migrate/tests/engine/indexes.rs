//! Indexes built outside a transaction: ours, half-built, foreign.

use std::time::Duration;

use bulkhead_migrate::{Direction, Event, MigrateError};
use tokio_postgres::Client;

use crate::bench::{Bench, code, failure, run, until};
use crate::catalog::{lines, text};

const BASE: (&str, &str) = (
    "001_base.sql",
    "CREATE TABLE t (a int, b text); INSERT INTO t SELECT n, repeat('x', 3000) || n FROM generate_series(1, 50) AS n;\n\
     CREATE TABLE log (what text);",
);

async fn bench(second: &str) -> Bench {
    let bench = Bench::with(&[BASE]).await;
    bench.must_go_up().await;
    bench.file("002_index.sql", second);
    bench
}

/// The indexes of `t` with their validity.
async fn indexes(client: &Client) -> Vec<String> {
    lines(client, "SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index WHERE indrelid = 't'::regclass ORDER BY 1").await
}

const WORK_ENDS: &str = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
                         WHERE application_name ~ '^bulkhead run ' AND datname = current_database()";

/// Runs until the statement is under way and held up by an older transaction, then ends the work session's server
/// process, as a crash of it would.
pub async fn interrupted(bench: &Bench, blocking: &str, under_way: &str) {
    let blocker = bench.connect().await;
    run(&blocker, blocking).await;
    let watcher = bench.connect().await;
    let ending = async {
        until(&watcher, under_way).await;
        assert_eq!(lines(&watcher, WORK_ENDS).await, ["t"]);
    };
    let (outcome, ()) = tokio::join!(bench.up(), ending);
    assert_eq!(code(&outcome.unwrap_err()), "M023");
    run(&blocker, "ROLLBACK").await;
}

/// An open transaction that has written to `t`, for which an index build waits.
const WRITER: &str = "BEGIN; INSERT INTO t VALUES (0, '')";
const INVALID_INDEX: &str = "SELECT count(*) > 0 FROM pg_index WHERE NOT indisvalid";

#[tokio::test]
async fn a_half_built_index_of_ours_is_dropped_and_built_again() {
    for (sql, expected) in [
        ("CREATE INDEX CONCURRENTLY named ON t (a);", "named true"),
        ("CREATE INDEX CONCURRENTLY IF NOT EXISTS named ON t (a);", "named true"),
        ("CREATE INDEX CONCURRENTLY ON t (a);", "t_a_idx true"),
        (
            "SET search_path = public, pg_catalog;\nCREATE UNIQUE INDEX CONCURRENTLY \"Named\" ON ONLY t (a);\nSELECT 1;",
            "\"Named\" true",
        ),
    ] {
        let bench = bench(sql).await;
        interrupted(&bench, WRITER, INVALID_INDEX).await;
        let client = bench.connect().await;
        assert!(indexes(&client).await[0].ends_with(" false"), "{sql}");
        let (outcome, events) = bench.go(Direction::Up, None).await;
        outcome.unwrap_or_else(|stopped| panic!("{sql}: {:?}", stopped.error));
        assert!(events.iter().any(|event| matches!(event, Event::DroppedHalfBuiltIndex { .. })), "{sql}");
        assert_eq!(indexes(&client).await, [expected], "{sql}");
        bench.assert_tidy().await;
    }
}

#[tokio::test]
async fn an_invalid_index_that_we_did_not_begin_is_refused_and_kept() {
    for sql in [
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS named ON t (a);",
        "CREATE INDEX CONCURRENTLY named ON t (a);",
    ] {
        let bench = bench(sql).await;
        let client = bench.connect().await;
        run(&client, "INSERT INTO t VALUES (1, '')").await;
        client.batch_execute("CREATE UNIQUE INDEX CONCURRENTLY named ON t (a)").await.unwrap_err();
        assert_eq!(indexes(&client).await, ["named false"]);
        let stopped = bench.must_fail().await;
        assert_eq!(code(&stopped), "M021");
        assert!(
            matches!(&stopped.error, MigrateError::InvalidIndex { index, line: 1, .. } if index.ends_with("named"))
        );
        assert_eq!(code(&bench.must_fail().await), "M021", "still after a second try");
        assert_eq!(indexes(&client).await, ["named false"]);
        run(&client, "DROP INDEX named").await;
        bench.must_go_up().await;
        assert_eq!(indexes(&client).await, ["named true"]);
        bench.assert_tidy().await;
    }
}

/// Somebody else's invalid index beside ours stays when ours is dropped.
#[tokio::test]
async fn foreign_invalid_indexes_survive_the_resumption_of_ours() {
    for sql in [
        "CREATE INDEX CONCURRENTLY ON t (a);",
        "REINDEX TABLE CONCURRENTLY t;",
        "CREATE INDEX CONCURRENTLY own ON t (a);",
    ] {
        let bench = bench(sql).await;
        let client = bench.connect().await;
        run(&client, "INSERT INTO t VALUES (1, ''); CREATE INDEX kept ON t (b)").await;
        client.batch_execute("CREATE UNIQUE INDEX CONCURRENTLY foreign_ccnew ON t (a)").await.unwrap_err();
        interrupted(&bench, WRITER, "SELECT count(*) > 1 FROM pg_index WHERE NOT indisvalid").await;
        bench.must_go_up().await;
        assert!(
            indexes(&client).await.contains(&"foreign_ccnew false".to_owned()),
            "{sql}: {:?}",
            indexes(&client).await
        );
        let left = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
        assert_eq!(text(&client, left).await, "1", "{sql}");
        bench.assert_tidy().await;
    }
}

#[tokio::test]
async fn a_valid_index_of_the_same_name_is_fine_with_if_not_exists_only() {
    let bench =
        bench("CREATE INDEX CONCURRENTLY IF NOT EXISTS named ON t (a);\nINSERT INTO log VALUES ('2');").await;
    let client = bench.connect().await;
    run(&client, "CREATE INDEX named ON t (a)").await;
    bench.must_go_up().await;
    assert_eq!(indexes(&client).await, ["named true"]);
    bench.file("003_again.sql", "CREATE INDEX CONCURRENTLY named ON t (a);");
    let failure = failure(bench.must_fail().await);
    assert_eq!(failure.server.sqlstate, "42P07");
    assert_eq!(indexes(&client).await, ["named true"]);
    bench.file("003_again.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS named ON t (a);");
    bench.must_go_up().await;
    bench.assert_tidy().await;
}

#[tokio::test]
async fn a_unique_index_that_finds_duplicates_leaves_nothing_and_can_be_corrected() {
    let bench = bench("CREATE UNIQUE INDEX CONCURRENTLY named ON t (a);").await;
    let client = bench.connect().await;
    run(&client, "INSERT INTO t VALUES (1, '')").await;
    let failure = failure(bench.must_fail().await);
    assert_eq!((failure.server.sqlstate.as_str(), failure.statement), ("23505", 1));
    assert_eq!(indexes(&client).await, [""; 0]);
    bench.file("002_index.sql", "CREATE INDEX CONCURRENTLY named ON t (a);");
    bench.must_go_up().await;
    assert_eq!(indexes(&client).await, ["named true"]);
}

#[tokio::test]
async fn an_interrupted_reindex_leaves_nothing_behind() {
    for sql in [
        "REINDEX TABLE CONCURRENTLY t;",
        "REINDEX INDEX CONCURRENTLY kept;",
        "REINDEX (CONCURRENTLY) TABLE public.t;",
    ] {
        let bench = bench(sql).await;
        let client = bench.connect().await;
        run(&client, "CREATE INDEX kept ON t (a)").await;
        interrupted(&bench, WRITER, INVALID_INDEX).await;
        bench.must_go_up().await;
        assert_eq!(indexes(&client).await, ["kept true"]);
        assert_eq!(text(&client, "SELECT count(*) FROM pg_index WHERE NOT indisvalid").await, "0", "{sql}");
        bench.assert_tidy().await;
    }
}

#[tokio::test]
async fn an_interrupted_drop_is_finished() {
    let bench = bench("DROP INDEX CONCURRENTLY kept;\nINSERT INTO log VALUES ('2');").await;
    let client = bench.connect().await;
    run(&client, "CREATE INDEX kept ON t (a)").await;
    interrupted(&bench, WRITER, INVALID_INDEX).await;
    assert_eq!(indexes(&client).await, ["kept false"]);
    bench.must_go_up().await;
    assert_eq!(indexes(&client).await, [""; 0]);
    assert_eq!(text(&client, "SELECT count(*) FROM log").await, "1");
    bench.assert_tidy().await;
}

/// The index was finished, but the record of it was lost.
#[tokio::test]
async fn a_finished_index_without_a_record_is_recognised() {
    for sql in ["CREATE INDEX CONCURRENTLY ON t (a);", "CREATE INDEX CONCURRENTLY named ON t (a);"] {
        let bench = bench(&format!("{sql}\nINSERT INTO log VALUES ('2');")).await;
        let client = bench.connect().await;
        let watcher = bench.connect().await;
        let blocker = bench.connect().await;
        // Before the run begins: the build must find the writer at work.
        run(&blocker, WRITER).await;
        // The record of the end waits for this lock; the record of the begin came before it.
        let locking = async {
            until(&watcher, INVALID_INDEX).await;
            let locker = bench.connect().await;
            run(&locker, "BEGIN; LOCK TABLE bulkhead.steps IN EXCLUSIVE MODE").await;
            run(&blocker, "ROLLBACK").await;
            until(&watcher, "SELECT indisvalid FROM pg_index WHERE indrelid = 't'::regclass").await;
            tokio::time::sleep(Duration::from_millis(100)).await;
            run(&watcher, WORK_ENDS).await;
            run(&locker, "ROLLBACK").await;
        };
        let (outcome, ()) = tokio::join!(bench.up(), locking);
        assert_eq!(code(&outcome.unwrap_err()), "M023");
        let before = text(&client, "SELECT indexrelid FROM pg_index WHERE indrelid = 't'::regclass").await;
        bench.must_go_up().await;
        let after = text(
            &client,
            "SELECT string_agg(indexrelid::text, ',') FROM pg_index WHERE indrelid = 't'::regclass",
        )
        .await;
        assert_eq!(before, after, "{sql}");
        assert_eq!(text(&client, "SELECT count(*) FROM log").await, "1");
        bench.assert_tidy().await;
    }
}
