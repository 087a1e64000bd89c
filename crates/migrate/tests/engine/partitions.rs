//! Partitions that are detached outside a transaction.

use crate::bench::{Bench, run};
use crate::catalog::{assert_same, contents, text};
use crate::indexes::interrupted;

const BASE: (&str, &str) = (
    "001_base.sql",
    "CREATE TABLE log (what text); CREATE TABLE p (a int) PARTITION BY RANGE (a);\n\
     CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);\n\
     CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);\n\
     INSERT INTO p VALUES (1), (11);",
);
const DETACH: (&str, &str) = (
    "002_detach.sql",
    "INSERT INTO log VALUES ('a');\nALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\nINSERT INTO log VALUES ('b');",
);

/// The first of its two transactions was over: the partition is on its way out and cannot be detached again.
#[tokio::test]
async fn an_interrupted_detach_is_finished() {
    let whole = Bench::with(&[BASE, DETACH]).await;
    whole.must_go_up().await;
    let bench = Bench::with(&[BASE]).await;
    bench.must_go_up().await;
    bench.file(DETACH.0, DETACH.1);
    interrupted(
        &bench,
        "BEGIN; SELECT count(*) FROM p",
        "SELECT count(*) > 0 FROM pg_inherits WHERE inhdetachpending",
    )
    .await;
    let client = bench.connect().await;
    assert_eq!(text(&client, "SELECT count(*) FROM pg_inherits WHERE inhdetachpending").await, "1");
    bench.must_go_up().await;
    assert_same(&contents(&whole.connect().await).await, &contents(&client).await, "after resuming");
    bench.assert_tidy().await;
}

#[tokio::test]
async fn a_detach_that_somebody_else_left_half_way_is_told_as_the_server_tells_it() {
    let bench = Bench::with(&[BASE]).await;
    bench.must_go_up().await;
    bench.file(DETACH.0, DETACH.1);
    let (reader, other) = (bench.connect().await, bench.connect().await);
    run(&reader, "BEGIN; SELECT count(*) FROM p").await;
    run(&other, "SET statement_timeout = '500ms'").await;
    other.batch_execute("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY").await.unwrap_err();
    run(&reader, "COMMIT").await;
    let failure = crate::bench::failure(bench.must_fail().await);
    assert_eq!(failure.server.sqlstate, "55000");
    assert_eq!(failure.statement, 2);
}
