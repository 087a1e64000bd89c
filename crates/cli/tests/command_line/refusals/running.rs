//! Other sessions in the way, and a user who wants out.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use tokio_postgres::Client;

use crate::desk::{Desk, Outcome, contents, strings};

const SLOW: &str = "CREATE TABLE b ();\nSELECT pg_sleep(30);\n";

/// Starts a run and waits until a statement of it is executing.
async fn started(desk: &Desk, client: &Client, line: &str) -> Child {
    let child = desk.command(line).spawn().unwrap();
    let asleep = "SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() \
                  AND wait_event IN ('PgSleep', 'relation')";
    let begun = Instant::now();
    while strings(client, asleep).await != ["1"] {
        assert!(begun.elapsed() < Duration::from_secs(20), "the run does not get to its statement");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    child
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").arg(format!("-{name}")).arg(child.id().to_string()).status().unwrap();
    assert!(sent.success());
}

fn ended(line: &str, child: Child) -> Outcome {
    Outcome::of(line, child.wait_with_output().unwrap())
}

#[tokio::test]
async fn a_second_run_is_told_who_is_at_work_and_ctrl_c_ends_the_first() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();").file("migrations/002_b.sql", SLOW);
    let client = desk.connect().await;
    let first = started(&desk, &client, "migrate").await;
    let second = desk.run("migrate --wait-for-run-s 1");
    second.ends(5).says("M017").says("another run is under way").says(&format!(":{} ", first.id()));
    second.says("working on version 002").says("waiting for another run").says("--wait-for-run-s");
    assert_eq!(desk.run("migrate --wait-for-run-s 0 --json").ends(5).json()["error"]["code"], "M017");

    let asked = Instant::now();
    signal(&first, "INT");
    let first = ended("migrate", first);
    assert!(asked.elapsed() < Duration::from_secs(10), "it takes {:?} to stop", asked.elapsed());
    first.ends(130).says("M024").says("1 version finished before (001)").says("bulkhead migrate");
    first.says("what was under way was rolled back");
    let left = "SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND pid <> \
                pg_backend_pid() AND state <> 'idle'";
    assert_eq!(strings(&client, left).await, ["0"], "nothing goes on at the server");
    assert_eq!(strings(&client, "SELECT coalesce(to_regclass('b')::text, 'none')").await, ["none"]);
    desk.run("status").ends(0).says("1 applied, 1 pending");
    desk.file("migrations/002_b.sql", "CREATE TABLE b ();");
    desk.run("migrate").ends(0).says("applied 002");
}

#[tokio::test]
async fn sigterm_stops_a_run_as_ctrl_c_does() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_b.sql", SLOW);
    let client = desk.connect().await;
    let run = started(&desk, &client, "migrate --json").await;
    signal(&run, "TERM");
    let outcome = ended("migrate --json", run);
    assert_eq!(outcome.ends(130).json()["error"]["code"], "M024");
    assert_eq!(strings(&client, "SELECT version FROM schema_migrations").await, [""; 0]);
}

#[tokio::test]
async fn a_run_that_waits_for_another_can_be_interrupted() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_b.sql", SLOW);
    let client = desk.connect().await;
    let first = started(&desk, &client, "migrate").await;
    let before = contents(&client).await;
    let second = desk.command("migrate").spawn().unwrap();
    tokio::time::sleep(Duration::from_millis(700)).await;
    signal(&second, "INT");
    ended("migrate", second).ends(130).says("waiting for another run").says("nothing was changed");
    assert_eq!(contents(&client).await, before);
    signal(&first, "INT");
    ended("migrate", first).ends(130);
}

#[tokio::test]
async fn a_lock_that_is_not_to_be_had_names_who_holds_it() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);");
    desk.run("migrate").ends(0);
    desk.file("migrations/002_b.sql", "ALTER TABLE a ADD COLUMN name text;");
    let holder = desk.connect().await;
    holder.batch_execute("SET application_name = 'night shift'; BEGIN; SELECT FROM a").await.unwrap();
    let outcome = desk.run("migrate --lock-timeout-ms 300 --retry-budget-ms 900");
    outcome.ends(5).says("M020").says("002_b.sql:1:1").says("night shift");
    outcome.says("idle in transaction").says("blocked by pid").says("nothing was changed").says("again in");
    let quiet = desk.run("migrate --lock-timeout-ms 100 --retry-budget-ms 300 --quiet");
    quiet.ends(5).says("M020").says_nothing_of("again in");
    holder.batch_execute("ROLLBACK").await.unwrap();
    desk.run("migrate").ends(0).says("applied 002");
}
