//! A refused statement: what stays, and where it is said to be.

use crate::bench::{Bench, failure};
use crate::catalog::{lines, text};

/// Ten versions that each log themselves; the fifth goes wrong in the given way.
async fn ten(fifth: &str) -> Bench {
    let bench =
        Bench::with(&[("001_log.sql", "CREATE TABLE log (what text); INSERT INTO log VALUES ('1');")]).await;
    for number in 2..=10 {
        let sql = match number {
            5 => fifth.to_owned(),
            _ => format!("INSERT INTO log VALUES ('{number}');\n"),
        };
        bench.file(&format!("{number:03}_next.sql"), &sql);
    }
    bench
}

async fn assert_four_applied(bench: &Bench) {
    assert_eq!(bench.applied().await, ["001", "002", "003", "004"]);
    let client = bench.connect().await;
    assert_eq!(lines(&client, "SELECT what FROM log ORDER BY what").await, ["1", "2", "3", "4"]);
    assert_eq!(text(&client, "SELECT count(*) FROM bulkhead.steps").await, "0");
}

#[tokio::test]
async fn a_failing_version_leaves_exactly_the_versions_before_it() {
    let bench =
        ten("INSERT INTO log VALUES ('5');\nSELECT 'ä', 'ö';\n\n  INSERT INTO nowhere\n    VALUES ('é');\n")
            .await;
    let stopped = bench.must_fail().await;
    assert_eq!(stopped.progress.finished.len(), 4);
    let failure = failure(stopped);
    assert_eq!((failure.statement, failure.statements), (3, 3));
    assert_eq!((failure.position.line, failure.position.column), (4, 15));
    assert_eq!(failure.server.sqlstate, "42P01");
    assert_eq!(failure.path.to_str(), Some("migrations/005_next.sql"));
    assert_four_applied(&bench).await;
    bench.file("005_next.sql", "INSERT INTO log VALUES ('5');\n");
    assert_eq!(bench.must_go_up().await.versions.len(), 6);
    assert_eq!(
        text(&bench.connect().await, "SELECT count(*) || ' ' || count(DISTINCT what) FROM log").await,
        "10 10"
    );
}

#[tokio::test]
async fn a_position_after_multi_byte_characters_is_counted_in_characters() {
    let bench = ten("-- Größe 😀\nSELECT '😀ß', '€', nothing FROM log;").await;
    let failure = failure(bench.must_fail().await);
    assert_eq!((failure.position.line, failure.position.column), (2, 19));
    assert_eq!(failure.statement, 1);
    assert_eq!(failure.at, Some("-- Größe 😀\nSELECT '😀ß', '€', ".len()));
    assert_four_applied(&bench).await;
}

#[tokio::test]
async fn a_syntax_error_is_found_although_the_server_reads_a_message_as_a_whole() {
    let bench = ten("INSERT INTO log VALUES ('é');\nINSERT INTO log VALEUS ('6');\nSELECT 1;\n").await;
    let failure = failure(bench.must_fail().await);
    assert_eq!(failure.server.sqlstate, "42601");
    assert_eq!((failure.statement, failure.position.line, failure.position.column), (2, 2, 17));
    assert_four_applied(&bench).await;
}

/// A file of more than one message of 128 KiB whose statement number `bad` is replaced.
fn long_file(bad: usize, replacement: &str) -> String {
    let filler = "ü".repeat(400);
    let statement = |number: usize| match number == bad {
        true => format!("{replacement}\n"),
        false => format!("INSERT INTO log /* {filler} */ VALUES ('5');\n"),
    };
    (1..=600).map(statement).collect()
}

#[tokio::test]
async fn positions_hold_in_later_messages_of_a_long_file() {
    for (bad, replacement, column, sqlstate) in [
        (2, "SELEKT 'ü';", 1, "42601"),
        (450, "SELECT 'ü', nothing;", 13, "42703"),
        (450, "SELEKT 'ü';", 1, "42601"),
        (600, "INSERT INTO nowhere VALUES (1);", 13, "42P01"),
        (317, "DO $$ BEGIN RAISE 'no'; END $$;", 1, "P0001"),
    ] {
        let bench = ten(&long_file(bad, replacement)).await;
        let failure = failure(bench.must_fail().await);
        assert_eq!(failure.server.sqlstate, sqlstate);
        assert_eq!((failure.statement, failure.position.line, failure.position.column), (bad, bad, column));
        assert_four_applied(&bench).await;
    }
}

/// The server parses the message with BEGIN in it as a whole, so that BEGIN is not run either.
#[tokio::test]
async fn a_syntax_error_before_the_rows_of_a_copy_leaves_nothing() {
    let bench =
        ten(&format!("{}COPY log FROM STDIN;\nrow\n\\.\nSELECT 1;\n", long_file(3, "SELEKT 1;"))).await;
    let failure = failure(bench.must_fail().await);
    assert_eq!((failure.statement, failure.server.sqlstate.as_str()), (3, "42601"));
    assert_four_applied(&bench).await;
}

#[tokio::test]
async fn a_deferred_constraint_that_fails_at_commit_stops_everything_after_it() {
    let deferred = "CREATE TABLE parent (id int PRIMARY KEY);\n\
                    CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);\n\
                    INSERT INTO log VALUES ('5');\n\
                    INSERT INTO child VALUES (7);\n";
    let bench = ten(deferred).await;
    let failure = failure(bench.must_fail().await);
    assert_eq!(failure.server.sqlstate, "23503");
    assert_four_applied(&bench).await;
}

/// The next version consists of several steps, which were all sent before the commit was refused.
#[tokio::test]
async fn a_refused_commit_also_stops_the_steps_of_later_versions() {
    let deferred = "CREATE TABLE parent (id int PRIMARY KEY);\n\
                    CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);\n\
                    INSERT INTO child VALUES (7);\n";
    let bench = ten(deferred).await;
    bench.file(
        "006_next.sql",
        "-- no-transaction\nINSERT INTO log VALUES ('6');\nINSERT INTO log VALUES ('6b');\n",
    );
    let failure = failure(bench.must_fail().await);
    assert_eq!(failure.version.as_str(), "005");
    assert_four_applied(&bench).await;
}

/// The refused commit is that of a step in the middle of a version.
#[tokio::test]
async fn a_refused_commit_stops_the_later_steps_of_its_own_version() {
    let steps = "-- no-transaction\n\
                 CREATE TABLE parent (id int PRIMARY KEY);\n\
                 CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);\n\
                 INSERT INTO child VALUES (7);\n\
                 INSERT INTO log VALUES ('after');\n\
                 INSERT INTO log VALUES ('last');\n";
    let bench = ten(steps).await;
    let stopped = bench.must_fail().await;
    assert_eq!(
        stopped.progress.half_way.as_ref().map(|(version, done, of)| (version.as_str(), *done, *of)),
        Some(("005", 2, 5))
    );
    let failure = failure(stopped);
    assert_eq!((failure.server.sqlstate.as_str(), failure.statement), ("23503", 3));
    let client = bench.connect().await;
    assert_eq!(bench.applied().await, ["001", "002", "003", "004"]);
    assert_eq!(lines(&client, "SELECT what FROM log ORDER BY what").await, ["1", "2", "3", "4"]);
    assert_eq!(lines(&client, "SELECT step FROM bulkhead.steps ORDER BY step").await, ["1", "2"]);
    bench.file(
        "005_next.sql",
        &steps
            .replace("(7)", "(8)")
            .replace("INSERT INTO child", "INSERT INTO parent VALUES (8); INSERT INTO child"),
    );
    bench.must_go_up().await;
    bench.assert_tidy().await;
    let log = lines(&client, "SELECT what FROM log WHERE what ~ '[a-z]' ORDER BY what").await;
    assert_eq!(log, ["after", "last"]);
}

/// A message that begins with ROLLBACK TO would bring an aborted transaction back to life.
#[tokio::test]
async fn a_failure_before_a_rollback_to_a_savepoint_in_a_later_message_still_fails() {
    let filler = "x".repeat(140_000);
    let text = format!(
        "INSERT INTO log VALUES ('5');\nSAVEPOINT here;\nSELECT 1 / 0, '{filler}';\nROLLBACK TO SAVEPOINT here;\nSELECT 1;\n"
    );
    let bench = ten(&text).await;
    let failure = failure(bench.must_fail().await);
    assert_eq!((failure.statement, failure.server.sqlstate.as_str()), (3, "22012"));
    assert_four_applied(&bench).await;
}

#[tokio::test]
async fn rows_of_a_copy_that_do_not_fit_take_the_version_back() {
    let bench = ten("INSERT INTO log VALUES ('5');\nCREATE TABLE n (i int);\nCOPY n FROM STDIN;\n1\n2\nthree\n\\.\nSELECT 1;\n").await;
    let failure = failure(bench.must_fail().await);
    assert_eq!((failure.statement, failure.position.line), (3, 3));
    assert_eq!(failure.server.sqlstate, "22P02");
    assert!(failure.server.context.is_some_and(|context| context.contains("line 3")));
    assert_four_applied(&bench).await;
}

#[tokio::test]
async fn a_migration_that_takes_the_ledger_away_does_no_harm() {
    for (sql, sqlstate) in [
        ("DROP TABLE public.schema_migrations;", "42P01"),
        ("DROP SCHEMA public CASCADE; CREATE SCHEMA public;", "42P01"),
        ("-- no-transaction\nSELECT 1; DROP SCHEMA bulkhead CASCADE;", "42P01"),
        ("ALTER TABLE public.schema_migrations RENAME TO other;", "42P01"),
        (
            "REVOKE ALL ON public.schema_migrations FROM CURRENT_USER; ALTER TABLE schema_migrations ADD CHECK (version < '005');",
            "23514",
        ),
    ] {
        let bench = ten(sql).await;
        let failure = failure(bench.must_fail().await);
        assert_eq!(failure.server.sqlstate, sqlstate, "{sql}");
        assert_eq!(bench.applied().await, ["001", "002", "003", "004"], "{sql}");
        bench.file(
            "005_next.sql",
            if sql.starts_with("-- no") { "-- no-transaction\nSELECT 1; SELECT 2;" } else { "SELECT 1;" },
        );
        bench.must_go_up().await;
        bench.assert_tidy().await;
    }
}

#[tokio::test]
async fn a_migration_may_lock_what_the_engine_reads_and_writes() {
    let bench = ten("LOCK TABLE public.schema_migrations, bulkhead.steps IN ACCESS EXCLUSIVE MODE;\n\
         SELECT pg_advisory_lock(1), pg_advisory_xact_lock(2); SELECT pg_advisory_unlock_all();\n\
         SELECT pg_sleep(0.4); INSERT INTO log VALUES ('5');")
    .await;
    bench.must_go_up().await;
    bench.assert_tidy().await;
    assert_eq!(bench.applied().await.len(), 10);
}
