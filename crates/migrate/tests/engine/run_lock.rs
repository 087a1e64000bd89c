//! One run at a time, also when a run loses its lock or its process.

use std::time::Duration;

use bulkhead_migrate::{Direction, Event};

use crate::bench::{Bench, code, run, until};
use crate::catalog::{lines, text};

const LOG: (&str, &str) = ("001_log.sql", "CREATE TABLE log (what text);");
const END_OF_LOCK: &str = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
                           WHERE application_name ~ '^bulkhead lock ' AND datname = current_database()";
const AT_WORK: &str = "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() \
                       AND application_name ~ '^bulkhead run ' AND state = 'active' AND query ~ 'pg_sleep'";

/// Many versions were already sent when the lock went.
#[tokio::test]
async fn a_run_that_loses_its_lock_stops_before_its_next_version() {
    let bench =
        Bench::with(&[LOG, ("002_slow.sql", "INSERT INTO log VALUES ('2'); SELECT pg_sleep(1);")]).await;
    for number in 3..=30 {
        bench.file(&format!("{number:03}_next.sql"), &format!("INSERT INTO log VALUES ('{number}');"));
    }
    let watcher = bench.connect().await;
    let ending = async {
        until(&watcher, AT_WORK).await;
        assert_eq!(lines(&watcher, END_OF_LOCK).await, ["t"]);
    };
    let (outcome, ()) = tokio::join!(bench.up(), ending);
    let stopped = outcome.unwrap_err();
    assert_eq!(code(&stopped), "M018");
    // What was under way when the lock went may end either way; nothing after it may have begun.
    let applied = bench.applied().await;
    assert!(applied.len() <= 2, "{applied:?}");
    let said: Vec<&str> = stopped.progress.finished.iter().map(|version| version.as_str()).collect();
    assert_eq!(said, applied);
    bench.must_go_up().await;
    assert_eq!(text(&watcher, "SELECT count(*) || ' ' || count(DISTINCT what) FROM log").await, "29 29");
    bench.assert_tidy().await;
}

#[tokio::test]
async fn a_run_that_loses_its_lock_during_an_index_build_does_not_go_on_after_it() {
    let bench = Bench::with(&[LOG]).await;
    bench.must_go_up().await;
    bench.file(
        "002_index.sql",
        "CREATE INDEX CONCURRENTLY ON log (what);\nINSERT INTO log VALUES ('2');\nVACUUM log;",
    );
    let (watcher, blocker) = (bench.connect().await, bench.connect().await);
    run(&blocker, "BEGIN; LOCK TABLE log IN ROW EXCLUSIVE MODE").await;
    let ending = async {
        until(&watcher, "SELECT count(*) > 0 FROM pg_index WHERE NOT indisvalid").await;
        assert_eq!(lines(&watcher, END_OF_LOCK).await, ["t"]);
        run(&blocker, "ROLLBACK").await;
    };
    let (outcome, ()) = tokio::join!(bench.up(), ending);
    assert_eq!(code(&outcome.unwrap_err()), "M018");
    assert_eq!(text(&watcher, "SELECT count(*) FROM log").await, "0");
    bench.must_go_up().await;
    assert_eq!(text(&watcher, "SELECT count(*) FROM log").await, "1");
    assert_eq!(
        text(
            &watcher,
            "SELECT count(*) || ' ' || bool_and(indisvalid) FROM pg_index WHERE indrelid = 'log'::regclass"
        )
        .await,
        "1 true"
    );
    bench.assert_tidy().await;
}

/// The second run takes the lock while the first is still building an index, and waits for it.
#[tokio::test]
async fn a_run_waits_for_the_work_of_another_that_lost_its_lock() {
    let bench = Bench::with(&[LOG]).await;
    bench.must_go_up().await;
    bench.file("002_index.sql", "CREATE INDEX CONCURRENTLY ON log (what);\nINSERT INTO log VALUES ('2');");
    let (watcher, blocker) = (bench.connect().await, bench.connect().await);
    run(&blocker, "BEGIN; LOCK TABLE log IN ROW EXCLUSIVE MODE").await;
    let index = "SELECT string_agg(indexrelid::text, ' ') FROM pg_index WHERE indrelid = 'log'::regclass";
    let second = async {
        until(&watcher, "SELECT count(*) > 0 FROM pg_index WHERE NOT indisvalid").await;
        assert_eq!(lines(&watcher, END_OF_LOCK).await, ["t"]);
        let releasing = async {
            tokio::time::sleep(Duration::from_millis(800)).await;
            let begun = text(&watcher, index).await;
            run(&blocker, "ROLLBACK").await;
            begun
        };
        tokio::join!(bench.must_go_up(), releasing).1
    };
    let (first, begun) = tokio::join!(bench.up(), second);
    assert_eq!(code(&first.unwrap_err()), "M018");
    assert_eq!(text(&watcher, index).await, begun, "the index that the first run built is kept");
    assert_eq!(lines(&watcher, "SELECT what FROM log").await, ["2"]);
    bench.assert_tidy().await;
}

/// Work that is still on its way to the server when its run has lost the lock takes no effect.
#[tokio::test]
async fn work_of_a_run_that_cannot_hear_of_its_lost_lock_is_refused() {
    let bench =
        Bench::with(&[LOG, ("002_slow.sql", "INSERT INTO log VALUES ('2'); SELECT pg_sleep(0.6);")]).await;
    bench.file("003_next.sql", "INSERT INTO log VALUES ('3');");
    let watcher = bench.connect().await;
    let ending = async {
        until(&watcher, AT_WORK).await;
        assert_eq!(lines(&watcher, END_OF_LOCK).await, ["t"]);
        // This thread also drives the run, which is deaf until its transaction is over.
        std::thread::sleep(Duration::from_millis(1000));
    };
    let (outcome, ()) = tokio::join!(bench.up(), ending);
    assert_eq!(code(&outcome.unwrap_err()), "M018");
    assert_eq!(bench.applied().await, ["001"]);
    assert_eq!(text(&watcher, "SELECT count(*) FROM log").await, "0");
    bench.must_go_up().await;
    assert_eq!(lines(&watcher, "SELECT what FROM log ORDER BY what").await, ["2", "3"]);
}

#[tokio::test]
async fn a_second_run_says_who_holds_the_lock_and_gives_up_in_time() {
    let mut bench = Bench::with(&[LOG, ("002_slow.sql", "SELECT pg_sleep(2);")]).await;
    let patient = async { bench.up().await };
    let watcher = bench.connect().await;
    let hasty = async {
        until(&watcher, AT_WORK).await;
        let pid = text(&watcher, "SELECT pid FROM pg_stat_activity WHERE application_name ~ '^bulkhead lock ' AND datname = current_database()").await;
        let mut options = bench.options.clone();
        options.run_lock_wait = Duration::from_millis(300);
        (pid, options)
    };
    let (first, (pid, options)) = tokio::join!(patient, async {
        let (pid, options) = hasty.await;
        let hasty = Bench::with(&[LOG]).await;
        let target =
            bulkhead_connect::Target::parse(bench.database.url(), bulkhead_connect::Origin::Flag, &|_| None)
                .unwrap();
        let runner = bulkhead_migrate::Runner::new(target, options.clone(), "public");
        let project = bulkhead_project::Project::load(bench.path()).unwrap();
        let goal = bulkhead_migrate::Goal {
            direction: Direction::Up,
            to: None,
            order: bulkhead_project::Order::Linear,
        };
        let (_sender, interrupt) = bulkhead_migrate::Interrupt::new();
        let mut told = Vec::new();
        let stopped = runner
            .run(&project, &goal, &interrupt, &mut |event| told.push(event), &mut |_| true)
            .await
            .unwrap_err();
        drop(hasty);
        assert_eq!(code(&stopped), "M017");
        let holder = told.iter().find_map(|event| match event {
            Event::WaitingForRun { holder } => holder.clone(),
            _ => None,
        });
        let holder = holder.expect("the holder is told");
        assert_eq!(holder.pid.to_string(), pid);
        assert_eq!(holder.working_on.as_deref(), Some("version 002"));
        assert!(holder.host.ends_with(&format!(":{}", std::process::id())), "{}", holder.host);
        (pid, options)
    });
    first.unwrap_or_else(|stopped| panic!("{:?}", stopped.error));
    assert!(!pid.is_empty() && options.run_lock_wait < bench.options.run_lock_wait);
    bench.options.run_lock_wait = Duration::from_secs(1);
    bench.assert_tidy().await;
}
