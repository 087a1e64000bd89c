//! Many runs at once.

use bulkhead_testkit::{PoolMode, TestDatabase, database, pgbouncer, server};
use tempfile::TempDir;

use crate::catalog::contents;
use crate::fixture;
use crate::stage::{assert_whole, bulkhead, must_succeed};

const RUNNERS: usize = 16;

async fn all_at_once(project: &TempDir, database: &TestDatabase, url: &str) {
    let whole = bulkhead_testkit::database().await;
    must_succeed(project.path(), whole.url(), &["migrate"], "alone");
    let expected = contents(&whole.connect().await).await;
    let runners: Vec<_> = (0..RUNNERS)
        .map(|_| bulkhead(project.path(), url, &["migrate", "--json"]).spawn().unwrap())
        .collect();
    for runner in runners {
        let output = runner.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success(),
            "{}: {said}{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
    }
    assert_whole(&database.connect().await, &expected, url).await;
}

#[tokio::test]
async fn sixteen_runs_at_once_apply_everything_once() {
    let database = database().await;
    all_at_once(&fixture::project(), &database, database.url()).await;
}

#[tokio::test]
async fn sixteen_runs_behind_a_pooler_with_three_connections_apply_everything_once() {
    let pooler = pgbouncer(&server(), PoolMode::Transaction, 3);
    let database = database().await;
    all_at_once(&fixture::project(), &database, &pooler.url(database.name())).await;
}

#[tokio::test]
async fn sixteen_runs_behind_a_pooler_with_twenty_connections_apply_everything_once() {
    let pooler = pgbouncer(&server(), PoolMode::Transaction, 20);
    let database = database().await;
    all_at_once(&fixture::project(), &database, &pooler.url(database.name())).await;
}
