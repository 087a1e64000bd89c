//! A run that gives up waiting for a lock.

use std::time::{Duration, Instant};

use bulkhead_testkit::database;

use crate::catalog::text;
use crate::fixture::write;
use crate::stage::{bulkhead, must_succeed, run};

#[tokio::test]
async fn a_run_that_is_blocked_for_too_long_exits_with_5_and_names_the_blocker() {
    let project = tempfile::tempdir().unwrap();
    std::fs::create_dir(project.path().join("migrations")).unwrap();
    write(project.path(), "001_base.sql", "CREATE TABLE t (a int);");
    let database = database().await;
    must_succeed(project.path(), database.url(), &["migrate"], "unblocked");
    write(project.path(), "002_alter.sql", "ALTER TABLE t ADD COLUMN b int;");
    let blocker = database.connect().await;
    run(&blocker, "SET application_name = 'nightly report'; BEGIN; LOCK TABLE t IN ACCESS SHARE MODE").await;
    let pid = text(&blocker, "SELECT pg_backend_pid()").await;
    let begun = Instant::now();
    let patience = ["migrate", "--lock-timeout-ms", "300", "--retry-budget-ms", "1200"];
    let output = bulkhead(project.path(), database.url(), &patience).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(5), "{said}");
    assert!(begun.elapsed() < Duration::from_secs(10));
    for part in [
        format!("blocked by pid {pid} "),
        "\"nightly report\"".to_owned(),
        "SELECT pg_backend_pid()".to_owned(),
        "M020".to_owned(),
    ] {
        assert!(said.contains(&part), "{part} is missing in: {said}");
    }
    run(&blocker, "COMMIT").await;
    must_succeed(project.path(), database.url(), &patience, "when the blocker has ended");
}
