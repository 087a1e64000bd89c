//! Statements that wait for locks: who is named, who waits, and how it ends.

use std::time::{Duration, Instant};

use bulkhead_migrate::{Direction, Event, LockWait, MigrateError};
use tokio_postgres::Client;

use crate::bench::{Bench, code, run, until};
use crate::catalog::text;

/// A session that reads `t` in an open transaction, and its server process.
async fn blocker(bench: &Bench) -> (Client, i32) {
    let client = bench.connect().await;
    run(
        &client,
        "SET application_name = 'nightly report'; BEGIN; LOCK TABLE t IN ACCESS SHARE MODE; SELECT 'busy'",
    )
    .await;
    let pid = text(&client, "SELECT pg_backend_pid()").await.parse().unwrap();
    (client, pid)
}

async fn bench() -> Bench {
    let mut bench =
        Bench::with(&[("001_t.sql", "CREATE TABLE t (a int); CREATE TABLE log (what text);")]).await;
    bench.must_go_up().await;
    bench.options.lock_timeout = Duration::from_millis(300);
    bench.file("002_alter.sql", "INSERT INTO log VALUES ('2');\nALTER TABLE t ADD COLUMN b int;");
    bench
}

fn waits(events: &[Event]) -> Vec<&LockWait> {
    let waits = events.iter().filter_map(|event| match event {
        Event::WaitingForLock(wait) => Some(wait),
        _ => None,
    });
    waits.collect()
}

/// Reads a table again and again until told to stop; the longest time that one reading took.
async fn longest_read(client: &Client, table: &str, stop: &std::cell::Cell<bool>) -> Duration {
    let (mut longest, sql) = (Duration::ZERO, format!("SELECT count(*) FROM {table}"));
    while !stop.get() {
        let began = Instant::now();
        text(client, &sql).await;
        longest = longest.max(began.elapsed());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    longest
}

#[tokio::test]
async fn a_blocked_alter_names_its_blocker_lets_readers_through_and_succeeds_in_the_end() {
    let bench = bench().await;
    let (blocking, pid) = blocker(&bench).await;
    let reader = bench.connect().await;
    let stop = std::cell::Cell::new(false);
    let held = Duration::from_secs(3);
    let migrating = async {
        let outcome = bench.go(Direction::Up, None).await;
        stop.set(true);
        outcome
    };
    let releasing = async {
        tokio::time::sleep(held).await;
        run(&blocking, "COMMIT").await;
    };
    let ((outcome, events), longest, ()) =
        tokio::join!(migrating, longest_read(&reader, "t", &stop), releasing);
    outcome.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    let waits = waits(&events);
    let seen = &waits.first().expect("the wait was told").blockers[0];
    assert_eq!(
        (seen.pid, seen.application.as_str(), seen.user.as_str()),
        (pid, "nightly report", "postgres")
    );
    assert_eq!(seen.state, "idle in transaction");
    assert!(seen.query.contains("pg_backend_pid"), "{}", seen.query);
    assert_eq!((waits[0].object.as_str(), waits[0].mode.as_str()), ("t", "AccessExclusiveLock"));
    assert!(events.iter().any(|event| matches!(event, Event::Retrying { .. })));
    assert!(longest < held / 2, "a reader waited {longest:?}");
    assert_eq!(text(&reader, "SELECT count(*) FROM log").await, "1");
    bench.assert_tidy().await;
}

#[tokio::test]
async fn a_blocker_that_stays_ends_the_run_when_the_budget_is_spent() {
    for lock_timeout in [300, 90] {
        let mut bench = bench().await;
        bench.options.lock_timeout = Duration::from_millis(lock_timeout);
        bench.options.retry_budget = Duration::from_millis(1500);
        let (_blocking, pid) = blocker(&bench).await;
        let began = Instant::now();
        let stopped = bench.must_fail().await;
        assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
        assert_eq!(code(&stopped), "M020");
        assert!(stopped.progress.is_empty(), "{:?}", stopped.progress);
        let MigrateError::LockTimeout { failure, attempts, blockers } = stopped.error else { panic!() };
        assert!(attempts > 1);
        assert_eq!(failure.statement, 2);
        assert_eq!(
            blockers.iter().map(|blocker| blocker.pid).collect::<Vec<_>>(),
            [pid],
            "{lock_timeout} ms"
        );
        assert_eq!(text(&bench.connect().await, "SELECT count(*) FROM log").await, "0");
    }
}

#[tokio::test]
async fn a_blocked_copy_names_its_blocker_too() {
    let bench = bench().await;
    bench.file("002_alter.sql", "COPY t FROM STDIN;\n1\n2\n\\.\n");
    let blocking = bench.connect().await;
    run(&blocking, "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE").await;
    let releasing = async {
        tokio::time::sleep(Duration::from_millis(1200)).await;
        run(&blocking, "COMMIT").await;
    };
    let ((outcome, events), ()) = tokio::join!(bench.go(Direction::Up, None), releasing);
    outcome.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    assert!(!waits(&events).is_empty());
    assert_eq!(text(&bench.connect().await, "SELECT sum(a) FROM t").await, "3");
}

const ASLEEP: &str = "SELECT count(*) > 0 FROM pg_stat_activity \
                      WHERE datname = current_database() AND wait_event = 'PgSleep'";

/// A deadlock between the migration and an application is nobody's mistake: the step is tried again.
#[tokio::test]
async fn a_deadlock_is_tried_again() {
    let mut bench = bench().await;
    bench.options.lock_timeout = Duration::from_secs(20);
    bench.file("002_alter.sql", "INSERT INTO log VALUES ('2');\nSELECT pg_sleep(0.5);\nLOCK TABLE t;\n");
    let other = bench.connect().await;
    run(&other, "BEGIN; SET LOCAL deadlock_timeout = '60s'; LOCK TABLE t").await;
    let watcher = bench.connect().await;
    let crossing = async {
        // The migration holds its lock on the log and sleeps before it wants the other.
        until(&watcher, ASLEEP).await;
        run(&other, "LOCK TABLE log; COMMIT").await;
    };
    let ((outcome, events), ()) = tokio::join!(bench.go(Direction::Up, None), crossing);
    outcome.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    assert!(events.iter().any(|event| matches!(event, Event::Retrying { .. })));
    assert_eq!(text(&bench.connect().await, "SELECT count(*) FROM log").await, "1");
}
