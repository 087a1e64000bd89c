//! Promises that are kept, broken, or not shown by their case, on a real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::{Project, read_behaviours};
use bulkhead_prove::{CaseReport, Problem, ProveError, Scratch, behaviours};
use bulkhead_testkit::PrivateServer;

const TIMEOUT: Duration = Duration::from_secs(30);

/// Notes that nobody may delete and whose numbers are positive. The role makes roles a subject too.
const MIGRATION: &str = "
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scribe') THEN CREATE ROLE scribe; END IF;
    END $$;
    CREATE TABLE note (id int CONSTRAINT positive CHECK (id > 0), text text);
    CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'notes are append-only' USING ERRCODE = '42501'; END $$;
    CREATE TRIGGER stays BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION stay();
    GRANT SELECT, DELETE ON note TO scribe;";

fn project(folder: &Path, cases: &str) -> Project {
    std::fs::create_dir_all(folder.join("migrations")).unwrap();
    std::fs::create_dir_all(folder.join("behaviours")).unwrap();
    std::fs::write(folder.join("migrations/001_notes.sql"), MIGRATION).unwrap();
    std::fs::write(folder.join("behaviours/1.sql"), cases).unwrap();
    Project::load(folder).unwrap()
}

fn target(server: &PrivateServer) -> Target {
    Target::parse(&server.url("postgres"), Origin::Flag, &|_| None).unwrap()
}

async fn scratch(server: &PrivateServer, project: &Project) -> Result<Scratch, ProveError> {
    let options = Options::from_manifest(&project.manifest.locks, TIMEOUT);
    let (_sender, interrupt) = Interrupt::new();
    Scratch::build(&target(server), project, &options, &interrupt).await
}

/// The reports on cases, and what the server has afterwards that it had not before.
async fn reports(server: &PrivateServer, cases: &str) -> Vec<CaseReport> {
    let folder = tempfile::tempdir().unwrap();
    let project = project(folder.path(), cases);
    let scratch = scratch(server, &project).await.unwrap();
    let session = scratch.connect().await.unwrap();
    let (_sender, interrupt) = Interrupt::new();
    let files = read_behaviours(&project.folder).unwrap();
    let reports = behaviours(session.client(), &files, "", &interrupt).await.unwrap();
    session.close().await;
    scratch.drop().await.unwrap();
    reports
}

/// Databases and roles of the server.
async fn inventory(server: &PrivateServer) -> Vec<String> {
    let client = server.connect("postgres").await;
    let sql = "SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles ORDER BY 1";
    bulkhead_connect::answer(&client, sql).await.unwrap()
}

#[tokio::test]
async fn what_a_case_shows_depends_on_the_database_alone() {
    let server = bulkhead_testkit::private_server(&[]);
    let before = inventory(&server).await;
    let reports = reports(
        &server,
        "INSERT INTO note VALUES (1, 'a');\n\
         -- case: kept and shown\n\
         -- guard: DROP TRIGGER stays ON note\n\
         -- guard: ALTER TABLE note\n--   DISABLE TRIGGER stays\n\
         SET LOCAL ROLE scribe;\n\
         -- expect: error 42501 Append-Only\n\
         DELETE FROM note;\n\
         -- expect: 1\n\
         SELECT count(*) FROM note;\n\
         -- case: broken\n\
         -- guard: ALTER TABLE note DROP CONSTRAINT positive\n\
         -- expect: error 23514\n\
         INSERT INTO note VALUES (7, 'seven');\n\
         -- case: the guard is not what keeps it\n\
         -- guard: ALTER TABLE note DROP CONSTRAINT positive\n\
         -- expect: error 42501\n\
         DELETE FROM note;\n\
         -- case: the guard cannot be taken away\n\
         -- guard: DROP TRIGGER nonesuch ON note\n\
         -- expect: 1\n\
         UPDATE note SET text = 'b';\n\
         -- case: without its guard the case breaks before it shows anything\n\
         -- guard: DROP TABLE note\n\
         -- expect: rows\n--   1 | a\n\
         SELECT * FROM note;\n\
         -- case: the other error is not this one\n\
         -- guard: DROP TRIGGER stays ON note\n\
         -- expect: error 42501 permission denied\n\
         DELETE FROM note;\n",
    )
    .await;
    assert!(reports[0].is_ok(), "{:?}", reports[0]);
    assert_eq!(reports[0].guards.len(), 2);
    assert_eq!(
        reports[1].problem,
        Some(Problem::NotMet { line: 14, expected: "error 23514".to_owned(), got: vec!["1".to_owned()] })
    );
    assert!(reports[2].problem.is_none());
    assert_eq!(reports[2].guards[0].problem, Some(Problem::NotNoticed));
    assert!(matches!(reports[3].guards[0].problem, Some(Problem::GuardFailed { .. })));
    assert!(reports[4].problem.is_none());
    assert!(matches!(reports[4].guards[0].problem, Some(Problem::Failed { line: 1, .. })));
    assert!(
        matches!(&reports[5].problem, Some(Problem::NotMet { got, .. }) if got[0].contains("append-only"))
    );
    assert_eq!(inventory(&server).await, before, "the scratch database and its role are gone");
}

#[tokio::test]
async fn roles_that_were_there_before_stay() {
    let server = bulkhead_testkit::private_server(&[]);
    server.connect("postgres").await.batch_execute("CREATE ROLE scribe").await.unwrap();
    let before = inventory(&server).await;
    reports(&server, "-- case: x\n-- guard: SELECT 1\n-- expect: 1\nSELECT 1;").await;
    assert_eq!(inventory(&server).await, before);
}

#[tokio::test]
async fn migrations_that_fail_leave_no_scratch_database() {
    let server = bulkhead_testkit::private_server(&[]);
    let before = inventory(&server).await;
    let folder = tempfile::tempdir().unwrap();
    let project = project(folder.path(), "-- case: x\n-- guard: SELECT 1\n-- expect: 1\nSELECT 1;");
    std::fs::write(folder.path().join("migrations/002_wrong.sql"), "SELECT nonesuch;").unwrap();
    let project = Project::load(&project.folder).unwrap();
    let error = scratch(&server, &project).await.err().unwrap();
    assert_eq!(error.code(), "M019");
    assert_eq!(inventory(&server).await, before);
}

#[tokio::test]
async fn who_may_not_create_databases_is_told_so() {
    let server = bulkhead_testkit::private_server(&[]);
    server.connect("postgres").await.batch_execute("CREATE ROLE clerk LOGIN").await.unwrap();
    let url = server.url("postgres").replace("postgres@", "clerk@");
    let near = Target::parse(&format!("{url}&user=clerk"), Origin::Flag, &|_| None).unwrap();
    let error = Scratch::create(&near, TIMEOUT).await.err().unwrap();
    assert_eq!(error.code(), "V001");
    assert!(error.to_string().contains("permission denied to create database"), "{error}");
}
