//! Migrations that can be run again and undone, and such as cannot.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::Project;
use bulkhead_prove::{Finding, Scratch, idempotence, rollback};
use bulkhead_testkit::PrivateServer;

const TIMEOUT: Duration = Duration::from_secs(30);

/// Runs both proofs on migrations given as `name`, `text`.
async fn prove(server: &PrivateServer, files: &[(&str, &str)]) -> (Vec<String>, Vec<String>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("migrations")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join("migrations").join(name), text).unwrap();
    }
    let project = Project::load(folder.path()).unwrap();
    let near = Target::parse(&server.url("postgres"), Origin::Flag, &|_| None).unwrap();
    let options = Options::from_manifest(&project.manifest.locks, TIMEOUT);
    let (_sender, interrupt) = Interrupt::new();
    let scratch = Scratch::create(&near, TIMEOUT).await.unwrap();
    let again = idempotence(&scratch, &project, &options, &interrupt).await.unwrap();
    scratch.drop().await.unwrap();
    let scratch = Scratch::create(&near, TIMEOUT).await.unwrap();
    let undone = rollback(&scratch, &project, &options, &interrupt).await.unwrap();
    scratch.drop().await.unwrap();
    let losses = undone.losses.iter().map(|(version, lost)| format!("{version}: {}", lost.join(", ")));
    (lines(&again), lines(&undone.findings), losses.collect())
}

/// Kind, place and what was observed, on one line.
fn lines(findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let place = finding.place.as_deref().unwrap_or("-");
        format!("{} {place} {}", finding.kind, finding.observed.replace('\n', " "))
    };
    findings.iter().map(line).collect()
}

#[track_caller]
fn one_with(found: &[String], words: &[&str]) {
    assert_eq!(found.len(), 1, "{found:#?}");
    for word in words {
        assert!(found[0].contains(word), "\"{word}\" is missing in {}", found[0]);
    }
}

const GOOD: [(&str, &str); 4] = [
    (
        "001_base.sql",
        "CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY, made timestamptz NOT NULL DEFAULT now());
         INSERT INTO a (id) VALUES (1) ON CONFLICT DO NOTHING;
         CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';",
    ),
    ("001_base.down.sql", "DROP FUNCTION f(); DROP TABLE a;"),
    (
        "002_more.sql",
        "ALTER TABLE a ADD COLUMN IF NOT EXISTS note text;
         CREATE INDEX CONCURRENTLY IF NOT EXISTS a_note ON a (note);",
    ),
    ("002_more.down.sql", "DROP INDEX a_note; ALTER TABLE a DROP COLUMN note;"),
];

#[tokio::test]
async fn good_migrations_give_no_finding_and_their_losses_are_named() {
    let server = bulkhead_testkit::private_server(&[]);
    let (again, undone, losses) = prove(&server, &GOOD).await;
    assert_eq!((again, undone), (Vec::new(), Vec::new()));
    assert_eq!(losses, ["001: table public.a", "002: column public.a.note"]);
}

#[tokio::test]
async fn what_cannot_be_run_again_is_named_by_its_statement() {
    let server = bulkhead_testkit::private_server(&[]);
    // The second text, what is found, and words of it.
    let cases: [(&str, &[&str]); 4] = [
        ("SELECT 1;\nCREATE TABLE b (id int);", &["not_rerunnable migrations/002_b.sql:2", "already exists"]),
        (
            "CREATE TABLE IF NOT EXISTS b (id int);\nSELECT 1;\nINSERT INTO b VALUES (1);",
            &["rerun_changes migrations/002_b.sql:3", "rows of public.b: 1 → 2"],
        ),
        (
            "SELECT 1;\nUPDATE a SET made = clock_timestamp();",
            &["rerun_changes migrations/002_b.sql:2", "other ones"],
        ),
        (
            "ALTER TABLE a DROP CONSTRAINT IF EXISTS c;\nALTER TABLE a ADD CONSTRAINT c CHECK (id > 0);\n\
             ALTER TABLE a ADD COLUMN b int;",
            &["not_rerunnable migrations/002_b.sql:3"],
        ),
    ];
    for (text, words) in cases {
        let (again, _, _) = prove(&server, &[GOOD[0], GOOD[1], ("002_b.sql", text)]).await;
        let first: Vec<String> =
            again.iter().filter(|line| !line.starts_with("rerun_of_all")).take(1).cloned().collect();
        one_with(&first, words);
    }
}

#[tokio::test]
async fn a_version_that_takes_back_a_later_one_shows_when_all_run_again() {
    let server = bulkhead_testkit::private_server(&[]);
    let second = "ALTER TABLE a ADD COLUMN IF NOT EXISTS b int;\n\
                  DO $$ BEGIN IF (SELECT count(*) FROM a) = 1 THEN INSERT INTO a (id) VALUES (2); END IF; END $$;";
    let third = "DELETE FROM a WHERE id = 2;";
    let (again, _, _) = prove(&server, &[GOOD[0], ("002_b.sql", second), ("003_c.sql", third)]).await;
    assert_eq!(again, [""; 0], "the third takes it away again");
    let first = "CREATE TABLE IF NOT EXISTS a (id int); CREATE OR REPLACE VIEW v AS SELECT 1 AS x;";
    let second = "DROP VIEW IF EXISTS v; CREATE TABLE IF NOT EXISTS w (id int);";
    let third = "DO $$ BEGIN IF to_regclass('z') IS NULL THEN CREATE TABLE z (); CREATE VIEW v AS SELECT 2 AS x; END IF; END $$";
    let files = [("001_a.sql", first), ("002_b.sql", second), ("003_c.sql", third)];
    one_with(&prove(&server, &files).await.0, &["rerun_of_all_changes", "- view public.v"]);
}

#[tokio::test]
async fn if_not_exists_over_another_shape_is_found() {
    let server = bulkhead_testkit::private_server(&[]);
    let cases: [(&str, &[&str]); 3] = [
        (
            "SELECT 1;\nCREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY, made timestamptz NOT NULL, note text);",
            &["exists_with_other_shape migrations/002_b.sql:2", "column public.a.note is missing", "default"],
        ),
        ("CREATE TABLE IF NOT EXISTS a (id bigint);", &["column public.a.id", "type: bigint → integer"]),
        ("CREATE INDEX IF NOT EXISTS a_pkey ON a (made);", &["index public.a_pkey"]),
    ];
    for (text, words) in cases {
        let (again, _, _) = prove(&server, &[GOOD[0], GOOD[1], ("002_b.sql", text)]).await;
        match text.contains("a_pkey") {
            // The primary key's index cannot be dropped alone, so its shape cannot be compared.
            true => assert_eq!(again, [""; 0]),
            false => one_with(&again, words),
        }
    }
    let same = "CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY, made timestamptz NOT NULL DEFAULT now());";
    assert_eq!(prove(&server, &[GOOD[0], GOOD[1], ("002_b.sql", same)]).await.0, [""; 0]);
}

#[tokio::test]
async fn what_a_way_down_leaves_or_loses_is_found() {
    let server = bulkhead_testkit::private_server(&[]);
    let up = "CREATE TABLE b (id int); CREATE ROLE left_by_002; INSERT INTO a (id) VALUES (7);";
    let cases: [(&str, &[&str]); 4] = [
        (
            "DROP TABLE b; DROP ROLE left_by_002;",
            &["not_undone migrations/002_b.down.sql", "rows of public.a: 1 → 2"],
        ),
        ("DROP ROLE left_by_002; DELETE FROM a WHERE id = 7;", &["not_undone", "+ table public.b"]),
        ("DROP TABLE b; DELETE FROM a WHERE id = 7;", &["not_undone", "+ role left_by_002"]),
        ("DROP TABLE nonesuch;", &["down_fails", "nonesuch"]),
    ];
    for (down, words) in cases {
        let files = [GOOD[0], GOOD[1], ("002_b.sql", up), ("002_b.down.sql", down)];
        let (_, undone, _) = prove(&server, &files).await;
        assert!(words.iter().all(|word| undone[0].contains(word)), "{down}: {undone:#?}");
        let client = server.connect("postgres").await;
        client.batch_execute("DROP ROLE IF EXISTS left_by_002").await.unwrap();
    }
    let (_, undone, _) = prove(&server, &[GOOD[0], GOOD[1], ("002_b.sql", "CREATE TABLE b ()")]).await;
    one_with(&undone, &["no_way_down migrations/002_b.sql"]);
}

#[tokio::test]
async fn a_second_way_up_to_something_else_is_found() {
    let server = bulkhead_testkit::private_server(&[]);
    // A large object is neither shape nor a row of a table, and outlives the way down.
    let up = "DO $$ BEGIN
                IF EXISTS (SELECT FROM pg_largeobject_metadata) THEN CREATE TABLE b (id int, more int);
                ELSE CREATE TABLE b (id int); PERFORM lo_create(0); END IF; END $$;";
    let files = [GOOD[0], GOOD[1], ("002_b.sql", up), ("002_b.down.sql", "DROP TABLE b;")];
    let (_, undone, _) = prove(&server, &files).await;
    one_with(&undone, &["not_repeatable_after_down migrations/002_b.sql", "more"]);
}
