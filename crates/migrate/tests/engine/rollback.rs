//! Undoing, and applying once more.

use bulkhead_migrate::Direction;

use crate::bench::{Bench, failure};
use crate::catalog::{assert_same, contents, lines, text};

const FILES: [(&str, &str); 6] = [
    ("001_log.sql", "CREATE TABLE IF NOT EXISTS log (what text);"),
    (
        "002_steps.sql",
        "CREATE TABLE IF NOT EXISTS s (a int);\nCREATE INDEX CONCURRENTLY IF NOT EXISTS s_a ON s (a);\nVACUUM s;",
    ),
    (
        "002_steps.down.sql",
        "INSERT INTO log VALUES ('2 first');\nDROP INDEX CONCURRENTLY s_a;\nINSERT INTO log VALUES ('2 second');\nDROP TABLE s;",
    ),
    ("003_next.sql", "CREATE TABLE IF NOT EXISTS n (a int);"),
    ("003_next.down.sql", "INSERT INTO log VALUES ('3');\nDROP TABLE n;"),
    ("001_log.down.sql", "DROP TABLE log;"),
];

#[tokio::test]
async fn rerun_leaves_ledger_and_catalog_as_they_were() {
    let bench = Bench::with(&FILES).await;
    bench.must_go_up().await;
    let client = bench.connect().await;
    let (before, ledger) =
        (contents(&client).await, "SELECT l::text FROM schema_migrations AS l ORDER BY version");
    let rows = lines(&client, ledger).await;
    bench.go(Direction::Rerun, None).await.0.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    assert_same(&before, &contents(&client).await, "after applying once more");
    assert_eq!(lines(&client, ledger).await, rows);
    bench.assert_tidy().await;
}

#[tokio::test]
async fn undoing_goes_down_to_the_version_to_keep_and_up_again() {
    let bench = Bench::with(&FILES).await;
    bench.must_go_up().await;
    let client = bench.connect().await;
    let all = contents(&client).await;
    bench.go(Direction::Down, Some("1")).await.0.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    assert_eq!(bench.applied().await, ["001"]);
    assert_eq!(lines(&client, "SELECT what FROM log ORDER BY what").await, ["2 first", "2 second", "3"]);
    bench.must_go_up().await;
    bench.go(Direction::Down, None).await.0.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    assert_eq!(bench.applied().await, ["001", "002"]);
    bench.must_go_up().await;
    tokio_postgres::Client::batch_execute(&client, "TRUNCATE log").await.unwrap();
    assert_same(&all, &contents(&client).await, "down and up");
    bench.go(Direction::Down, Some("0")).await.0.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    assert_eq!(text(&client, "SELECT count(*) FROM schema_migrations").await, "0");
    bench.assert_tidy().await;
}

#[tokio::test]
async fn an_undoing_that_fails_in_the_middle_goes_on_where_it_stopped() {
    let bench = Bench::with(&FILES).await;
    bench.file("002_steps.down.sql", &FILES[2].1.replace("DROP TABLE s", "DROP TABLE nothing"));
    bench.must_go_up().await;
    let stopped = bench.go(Direction::Down, Some("1")).await.0.unwrap_err();
    assert_eq!(stopped.progress.finished.len(), 1);
    assert_eq!(stopped.progress.half_way.as_ref().map(|(_, done, of)| (*done, *of)), Some((2, 3)));
    let failure = failure(stopped);
    assert_eq!((failure.statement, failure.direction), (4, Direction::Down));
    assert_eq!(crate::bench::code(&bench.must_fail().await), "M007", "not up while half-way down");
    bench.file("002_steps.down.sql", FILES[2].1);
    bench.go(Direction::Down, Some("1")).await.0.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    let client = bench.connect().await;
    assert_eq!(lines(&client, "SELECT what FROM log ORDER BY what").await, ["2 first", "2 second", "3"]);
    assert_eq!(bench.applied().await, ["001"]);
    bench.assert_tidy().await;
}
