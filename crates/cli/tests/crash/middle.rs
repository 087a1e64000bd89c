//! Death in the middle of a statement that is held up by an older transaction.

use std::time::Duration;

use bulkhead_testkit::{TestDatabase, database, private_server};
use tempfile::TempDir;
use tokio_postgres::Client;

use crate::catalog::{assert_same, contents, lines, text};
use crate::fixture::write;
use crate::stage::{Victim, assert_no_locks, assert_whole, bulkhead, connect, must_succeed, run, until};

/// A statement, what holds it up, and how it shows that it is under way.
struct Case {
    sql: &'static str,
    blocking: &'static str,
    under_way: &'static str,
}

const WRITER: &str = "BEGIN; INSERT INTO t VALUES (0, '')";
const INVALID: &str = "SELECT count(*) > 0 FROM pg_index WHERE NOT indisvalid";
const CASES: [Case; 7] = [
    Case { sql: "CREATE INDEX CONCURRENTLY named ON t (a);", blocking: WRITER, under_way: INVALID },
    Case { sql: "CREATE INDEX CONCURRENTLY ON t (a);", blocking: WRITER, under_way: INVALID },
    Case {
        sql: "CREATE INDEX CONCURRENTLY IF NOT EXISTS named ON t (a);",
        blocking: WRITER,
        under_way: INVALID,
    },
    Case { sql: "DROP INDEX CONCURRENTLY old;", blocking: WRITER, under_way: INVALID },
    Case { sql: "REINDEX TABLE CONCURRENTLY t;", blocking: WRITER, under_way: INVALID },
    Case {
        sql: "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;",
        blocking: "BEGIN; SELECT count(*) FROM p",
        under_way: "SELECT count(*) > 0 FROM pg_inherits WHERE inhdetachpending",
    },
    Case {
        sql: "VACUUM t;",
        blocking: "BEGIN; LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE",
        under_way: "SELECT count(*) > 0 FROM pg_stat_activity WHERE query = 'VACUUM t' AND wait_event_type = 'Lock'",
    },
];

const BASE: &str = "CREATE TABLE log (what text); CREATE TABLE t (a int, b text);\n\
                    INSERT INTO t SELECT n, repeat('x', 3000) || n FROM generate_series(1, 30) AS n;\n\
                    CREATE INDEX old ON t (b);\n\
                    CREATE TABLE p (a int) PARTITION BY RANGE (a);\n\
                    CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);";

fn project(sql: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("migrations")).unwrap();
    write(folder.path(), "001_base.sql", BASE);
    write(
        folder.path(),
        "002_middle.sql",
        &format!("INSERT INTO log VALUES ('a');\n{sql}\nINSERT INTO log VALUES ('b');"),
    );
    folder
}

/// A session that holds the statement up.
async fn blocker(url: &str, case: &Case) -> Client {
    let client = connect(url).await;
    run(&client, case.blocking).await;
    client
}

async fn runner_dies_in(case: &Case) {
    let project = project(case.sql);
    let whole = database().await;
    must_succeed(project.path(), whole.url(), &["migrate"], case.sql);
    let expected = contents(&whole.connect().await).await;
    let database = database().await;
    must_succeed(project.path(), database.url(), &["migrate", "--to", "1"], case.sql);
    let (blocker, watcher) = (blocker(database.url(), case).await, database.connect().await);
    let victim = Victim::default();
    victim.start(bulkhead(project.path(), database.url(), &["migrate"]));
    until(&watcher, case.under_way).await;
    victim.kill();
    // The server process goes on; the next run starts at once and has to wait for it.
    let next = bulkhead(project.path(), database.url(), &["migrate"]).spawn().unwrap();
    tokio::time::sleep(Duration::from_millis(700)).await;
    let half_built = lines(&watcher, "SELECT indexrelid FROM pg_index WHERE NOT indisvalid").await;
    run(&blocker, "ROLLBACK").await;
    let output = next.wait_with_output().unwrap();
    assert!(output.status.success(), "{}: {}", case.sql, String::from_utf8_lossy(&output.stderr));
    assert_whole(&watcher, &expected, case.sql).await;
    if case.sql.starts_with("CREATE INDEX") {
        let indexes = "SELECT indexrelid FROM pg_index WHERE indisvalid AND indrelid = 't'::regclass";
        let built = lines(&watcher, indexes).await;
        assert!(
            half_built.iter().all(|oid| built.contains(oid)),
            "{}: what went on is taken as it is",
            case.sql
        );
    }
}

#[tokio::test]
async fn a_run_killed_in_the_middle_of_a_statement_is_finished_by_the_next() {
    for case in &CASES {
        runner_dies_in(case).await;
    }
}

#[tokio::test]
async fn a_run_whose_server_crashed_in_the_middle_of_a_statement_is_finished_by_the_next() {
    let mut private = private_server(&[("synchronous_commit", "on")]);
    for (nth, case) in CASES.iter().enumerate() {
        let project = project(case.sql);
        let (whole, database) = (format!("whole_{nth}"), format!("run_{nth}"));
        let admin = private.connect("postgres").await;
        run(&admin, &format!("CREATE DATABASE {whole}")).await;
        run(&admin, &format!("CREATE DATABASE {database}")).await;
        must_succeed(project.path(), &private.url(&whole), &["migrate"], case.sql);
        let expected = contents(&private.connect(&whole).await).await;
        let url = private.url(&database);
        must_succeed(project.path(), &url, &["migrate", "--to", "1"], case.sql);
        let (_blocker, watcher) = (blocker(&url, case).await, private.connect(&database).await);
        let victim = Victim::default();
        victim.start(bulkhead(project.path(), &url, &["migrate"]));
        until(&watcher, case.under_way).await;
        private.stop_immediate();
        victim.wait();
        private.start();
        must_succeed(project.path(), &url, &["migrate"], case.sql);
        assert_whole(&private.connect(&database).await, &expected, case.sql).await;
    }
}

const ASLEEP: &str =
    "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";

/// Kills a run while its transaction sleeps, starts the next at once and gives back what the log holds.
async fn killed_asleep(database: &TestDatabase, project: &TempDir, arguments: &[&str]) -> Vec<String> {
    let watcher = database.connect().await;
    let victim = Victim::default();
    victim.start(bulkhead(project.path(), database.url(), arguments));
    until(&watcher, ASLEEP).await;
    victim.kill();
    must_succeed(project.path(), database.url(), arguments, "after the sleep");
    assert_no_locks(&watcher, "after the sleep").await;
    lines(&watcher, "SELECT what FROM log ORDER BY what").await
}

/// Kills a run while its transaction sleeps and waits until its server process has ended, too.
async fn killed_for_good(database: &TestDatabase, project: &TempDir, arguments: &[&str]) {
    let watcher = database.connect().await;
    let victim = Victim::default();
    victim.start(bulkhead(project.path(), database.url(), arguments));
    until(&watcher, ASLEEP).await;
    victim.kill();
    let ended = "SELECT count(*) = 0 FROM pg_stat_activity \
                 WHERE application_name ~ '^bulkhead' AND datname = current_database()";
    until(&watcher, ended).await;
}

/// The dead run had sent everything. Its server process is in the middle of it, and drops it.
#[tokio::test]
async fn nothing_takes_effect_after_a_run_was_killed() {
    let project = project("SELECT pg_sleep(0.5);");
    for number in 3..=9 {
        write(
            project.path(),
            &format!("{number:03}_next.sql"),
            &format!("INSERT INTO log VALUES ('{number:03}');"),
        );
    }
    let database = database().await;
    let client = database.connect().await;
    let versions = "SELECT version FROM schema_migrations ORDER BY version";
    killed_for_good(&database, &project, &["migrate"]).await;
    assert_eq!(lines(&client, versions).await, ["001"]);
    assert_eq!(lines(&client, "SELECT what FROM log").await, [""; 0]);
    must_succeed(project.path(), database.url(), &["migrate", "--to", "2"], "up");
    let down = "INSERT INTO log VALUES ('down');\nSELECT pg_sleep(0.5);\n";
    write(project.path(), "002_middle.down.sql", down);
    killed_for_good(&database, &project, &["rollback", "--to", "1", "--yes"]).await;
    assert_eq!(lines(&client, versions).await, ["001", "002"]);
    write(project.path(), "001_base.sql", "SELECT 1;");
    killed_for_good(&database, &project, &["migrate", "--rerun"]).await;
    assert_eq!(lines(&client, "SELECT what FROM log ORDER BY what").await, ["a", "b"]);
}

/// The dead run had sent all its versions, and its server process works through them.
#[tokio::test]
async fn versions_on_their_way_when_the_run_was_killed_take_effect_once() {
    let project = project("SELECT pg_sleep(0.5);");
    for number in 3..=40 {
        write(
            project.path(),
            &format!("{number:03}_next.sql"),
            &format!("INSERT INTO log VALUES ('{number:03}');"),
        );
    }
    let database = database().await;
    let log = killed_asleep(&database, &project, &["migrate"]).await;
    let mut expected: Vec<String> = (3..=40).map(|number| format!("{number:03}")).collect();
    expected.extend(["a".to_owned(), "b".to_owned()]);
    assert_eq!(log, expected);
    assert_eq!(text(&database.connect().await, "SELECT count(*) FROM schema_migrations").await, "40");
}

#[tokio::test]
async fn a_version_whose_undoing_was_on_its_way_when_the_run_was_killed_is_undone_once() {
    let project = project("SELECT 1;");
    let down =
        "INSERT INTO log VALUES ('down');\nSELECT pg_sleep(0.5);\nINSERT INTO log VALUES ('down end');";
    write(project.path(), "002_middle.down.sql", down);
    let database = database().await;
    must_succeed(project.path(), database.url(), &["migrate"], "up");
    let log = killed_asleep(&database, &project, &["rollback", "--to", "1", "--yes"]).await;
    assert_eq!(log, ["a", "b", "down", "down end"]);
}

#[tokio::test]
async fn a_ledger_that_was_being_created_when_the_run_was_killed_does_not_get_in_the_way() {
    let project = project("SELECT 1;");
    let database = database().await;
    let slow = "CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN \
                IF current_query() ~ 'Bulkhead ledger' THEN PERFORM pg_sleep(0.5); END IF; END $$; \
                CREATE EVENT TRIGGER slow ON ddl_command_end WHEN TAG IN ('CREATE SCHEMA') EXECUTE FUNCTION slow()";
    run(&database.connect().await, slow).await;
    assert_eq!(killed_asleep(&database, &project, &["migrate"]).await, ["a", "b"]);
}

/// Applying once more is not recorded: a run that is killed leaves nothing, and all may be applied again.
#[tokio::test]
async fn a_rerun_that_is_killed_leaves_the_ledger_as_it_was() {
    let project = project("DO $$ BEGIN PERFORM pg_sleep(0.5) WHERE (SELECT count(*) FROM log) > 2; END $$;");
    write(
        project.path(),
        "001_base.sql",
        &BASE.replace("TABLE ", "TABLE IF NOT EXISTS ").replace("INDEX old", "INDEX IF NOT EXISTS old"),
    );
    let database = database().await;
    must_succeed(project.path(), database.url(), &["migrate"], "up");
    let client = database.connect().await;
    let ledger = "SELECT 'ledger: ' || l::text FROM schema_migrations AS l ORDER BY 1";
    let before = lines(&client, ledger).await;
    let log = killed_asleep(&database, &project, &["migrate", "--rerun"]).await;
    assert_eq!(log, ["a", "a", "b", "b"]);
    assert_same(&before, &lines(&client, ledger).await, "after the rerun");
}
