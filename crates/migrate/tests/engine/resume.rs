//! Going on with a version that an earlier run left half-way.

use bulkhead_migrate::{Direction, MigrateError};

use crate::bench::{Bench, code, failure, run};
use crate::catalog::{lines, text};

const LOG: (&str, &str) = ("001_log.sql", "CREATE TABLE log (what text);");
const STEPS: &str = "-- no-transaction\n\
                     INSERT INTO log VALUES ('a');\n\
                     INSERT INTO log VALUES ('b');\n\
                     INSERT INTO nowhere VALUES ('c');\n\
                     INSERT INTO log VALUES ('d');\n";

async fn half_way() -> Bench {
    let bench =
        Bench::with(&[LOG, ("002_steps.sql", STEPS), ("003_after.sql", "INSERT INTO log VALUES ('z');")])
            .await;
    let stopped = bench.must_fail().await;
    assert_eq!(stopped.progress.half_way.as_ref().map(|(_, done, of)| (*done, *of)), Some((2, 4)));
    assert_eq!(failure(stopped).statement, 3);
    bench
}

async fn logged(bench: &Bench) -> Vec<String> {
    lines(&bench.connect().await, "SELECT what FROM log ORDER BY what").await
}

#[tokio::test]
async fn a_finished_step_that_was_changed_is_refused() {
    let bench = half_way().await;
    bench.file("002_steps.sql", &STEPS.replace("'b'", "'B'"));
    let stopped = bench.must_fail().await;
    assert!(
        matches!(&stopped.error, MigrateError::ChangedWhileUnfinished { step: 2, .. }),
        "{:?}",
        stopped.error
    );
    assert_eq!(code(&stopped), "M006");
    assert_eq!(logged(&bench).await, ["a", "b"]);
}

#[tokio::test]
async fn comments_and_spaces_of_a_finished_step_may_change_and_a_failing_step_may_be_corrected() {
    let bench = half_way().await;
    let corrected = STEPS.replace("INSERT INTO log VALUES ('a')", "insert  into log -- first\n VALUES ('a')");
    bench.file("002_steps.sql", &corrected.replace("nowhere", "log"));
    bench.must_go_up().await;
    assert_eq!(logged(&bench).await, ["a", "b", "c", "d", "z"]);
    bench.assert_tidy().await;
}

#[tokio::test]
async fn a_version_whose_failing_steps_are_taken_out_is_finished() {
    let bench = half_way().await;
    let kept: String = STEPS.lines().take(3).map(|line| format!("{line}\n")).collect();
    bench.file("002_steps.sql", &kept);
    bench.must_go_up().await;
    assert_eq!(bench.applied().await, ["001", "002", "003"]);
    assert_eq!(logged(&bench).await, ["a", "b", "z"]);
    bench.assert_tidy().await;
}

#[tokio::test]
async fn another_version_or_direction_is_refused_while_one_is_half_way() {
    let bench = half_way().await;
    for (direction, to) in [(Direction::Rerun, None), (Direction::Up, Some("1"))] {
        let stopped = bench.go(direction, to).await.0.unwrap_err();
        assert_eq!(code(&stopped), "M007", "{direction:?}");
    }
    bench.file("001_log.down.sql", "DROP TABLE log;");
    let stopped = bench.go(Direction::Down, Some("0")).await.0.unwrap_err();
    assert_eq!(code(&stopped), "M007");
    bench.remove("002_steps.sql");
    assert_eq!(code(&bench.must_fail().await), "M007");
    assert_eq!(logged(&bench).await, ["a", "b"]);
}

#[tokio::test]
async fn a_version_that_loses_its_connection_in_the_middle_is_finished_by_the_next_run() {
    let bench = Bench::with(&[
        LOG,
        (
            "002_steps.sql",
            "-- no-transaction\nINSERT INTO log VALUES ('a');\nINSERT INTO log VALUES ('b');\n\
             SELECT CASE WHEN count(*) = 0 THEN pg_terminate_backend(pg_backend_pid())::text END FROM switch;\n\
             INSERT INTO log VALUES ('c');",
        ),
    ])
    .await;
    let client = bench.connect().await;
    run(&client, "CREATE TABLE switch ()").await;
    let stopped = bench.must_fail().await;
    assert_eq!(code(&stopped), "M023");
    assert_eq!(stopped.progress.half_way.map(|(_, done, of)| (done, of)), Some((2, 4)));
    run(&client, "INSERT INTO switch DEFAULT VALUES").await;
    bench.must_go_up().await;
    assert_eq!(logged(&bench).await, ["a", "b", "c"]);
    bench.assert_tidy().await;
}

#[tokio::test]
async fn a_call_that_was_begun_is_not_called_again_until_somebody_decides() {
    let procedure = "CREATE PROCEDURE twice() LANGUAGE plpgsql AS $$ BEGIN \
                     INSERT INTO log VALUES ('one'); COMMIT; \
                     IF (SELECT count(*) FROM switch) = 0 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; \
                     INSERT INTO log VALUES ('two'); COMMIT; END $$;";
    let bench = Bench::with(&[
        LOG,
        ("002_procedure.sql", procedure),
        ("003_call.sql", "-- no-transaction\nCALL twice();\nINSERT INTO log VALUES ('z');"),
    ])
    .await;
    let client = bench.connect().await;
    run(&client, "CREATE TABLE switch ()").await;
    assert_eq!(code(&bench.must_fail().await), "M023");
    assert_eq!(code(&bench.must_fail().await), "M022");
    assert_eq!(logged(&bench).await, ["one"]);
    let project = bulkhead_project::Project::load(bench.path()).unwrap();
    let (_sender, interrupt) = bulkhead_migrate::Interrupt::new();
    let version = bulkhead_project::Version::parse("003").unwrap();
    let decision = bulkhead_migrate::Repair::StepDone(version, 1);
    bench.runner_at(bench.database.url()).repair(&project, &decision, &interrupt).await.unwrap();
    bench.must_go_up().await;
    assert_eq!(logged(&bench).await, ["one", "z"]);
    bench.assert_tidy().await;
    assert_eq!(text(&client, "SELECT count(*) FROM public.schema_migrations").await, "3");
}

/// The first half of the procedure is committed: calling it again would do that twice.
#[tokio::test]
async fn a_call_that_ends_in_a_deadlock_is_not_tried_again() {
    let procedure = "CREATE PROCEDURE half() LANGUAGE plpgsql AS $$ BEGIN \
                     INSERT INTO log VALUES ('one'); COMMIT; RAISE 'no' USING ERRCODE = '40P01'; END $$;";
    let bench = Bench::with(&[
        LOG,
        ("002_procedure.sql", procedure),
        ("003_call.sql", "-- no-transaction\nCALL half();"),
    ])
    .await;
    assert_eq!(failure(bench.must_fail().await).server.sqlstate, "40P01");
    assert_eq!(logged(&bench).await, ["one"]);
    assert_eq!(code(&bench.must_fail().await), "M022");
    assert_eq!(logged(&bench).await, ["one"]);
}

#[tokio::test]
async fn a_table_of_steps_that_somebody_dropped_is_made_again() {
    let bench = Bench::with(&[("001_a.sql", "CREATE TABLE a (id int);")]).await;
    bench.must_go_up().await;
    bench.connect().await.batch_execute("DROP TABLE bulkhead.steps").await.unwrap();
    bench.file("002_b.sql", "INSERT INTO a VALUES (1);\nCREATE INDEX CONCURRENTLY b ON a (id);\n");
    assert_eq!(bench.must_go_up().await.versions.len(), 1);
    assert_eq!(text(&bench.connect().await, "SELECT count(*) FROM bulkhead.steps").await, "0");
}
