//! A run that dies, or whose server dies, at a message; the next run finishes.

use std::path::Path;
use std::sync::{Arc, Mutex};

use bulkhead_testkit::{PoolMode, database, pgbouncer, private_server, server};

use crate::catalog::contents;
use crate::fixture;
use crate::proxy::{Delivery, Proxy};
use crate::stage::{Victim, assert_whole, bulkhead, connect, must_succeed, points, run, socket, socket_in};

/// From where a run starts, and where it goes.
struct Way {
    before: Option<&'static [&'static str]>,
    arguments: &'static [&'static str],
}

const UP: Way = Way { before: None, arguments: &["migrate"] };
const DOWN: Way = Way { before: Some(&["migrate"]), arguments: &["rollback", "--to", "2", "--yes"] };

async fn runner_dies(way: &Way, delivery: Delivery, few: usize) {
    runner_dies_before(&socket(&server()), way, delivery, few).await;
}

/// The run reaches its server through `socket`; the next run goes straight to it.
async fn runner_dies_before(socket: &Path, way: &Way, delivery: Delivery, few: usize) {
    let project = fixture::project();
    let prepare = |url: &str| {
        if let Some(arguments) = way.before {
            must_succeed(project.path(), url, arguments, "the way there");
        }
    };
    let whole = database().await;
    prepare(whole.url());
    let counting = Proxy::counting(socket);
    must_succeed(project.path(), &counting.url(whole.name()), way.arguments, "uninterrupted");
    let expected = contents(&whole.connect().await).await;
    for at in points(counting.count(), few) {
        let what = format!("killed at message {at} of {} ({delivery:?})", counting.count());
        let database = database().await;
        prepare(database.url());
        let victim = Victim::default();
        let killer = victim.clone();
        let proxy = Proxy::with(socket, at, delivery, move || killer.kill());
        victim.start(bulkhead(project.path(), &proxy.url(database.name()), way.arguments));
        victim.wait();
        proxy.assert_happened(counting.count(), &what);
        must_succeed(project.path(), database.url(), way.arguments, &what);
        assert_whole(&database.connect().await, &expected, &what).await;
    }
}

#[tokio::test]
async fn a_run_killed_before_it_sends_a_message_is_finished_by_the_next() {
    runner_dies(&UP, Delivery::Cut, 8).await;
}

#[tokio::test]
async fn a_run_killed_after_it_sent_everything_is_finished_by_the_next() {
    runner_dies(&UP, Delivery::Flow, 8).await;
}

#[tokio::test]
async fn a_run_killed_behind_a_pooler_is_finished_by_the_next() {
    let pooler = pgbouncer(&server(), PoolMode::Transaction, 5);
    runner_dies_before(&socket_in(&pooler.url("x")), &UP, Delivery::Flow, 4).await;
}

#[tokio::test]
async fn an_undoing_killed_before_it_sends_a_message_is_finished_by_the_next() {
    runner_dies(&DOWN, Delivery::Cut, 4).await;
}

#[tokio::test]
async fn an_undoing_killed_after_it_sent_everything_is_finished_by_the_next() {
    runner_dies(&DOWN, Delivery::Flow, 4).await;
}

async fn server_dies(way: &Way, few: usize) {
    let project = fixture::project();
    let private = private_server(&[("synchronous_commit", "on")]);
    let socket = socket(private.endpoint());
    let admin = private.connect("postgres").await;
    run(&admin, "CREATE DATABASE whole").await;
    if let Some(arguments) = way.before {
        must_succeed(project.path(), &private.url("whole"), arguments, "the way there");
    }
    let counting = Proxy::counting(&socket);
    must_succeed(project.path(), &counting.url("whole"), way.arguments, "uninterrupted");
    let expected = contents(&private.connect("whole").await).await;
    let private = Arc::new(Mutex::new(private));
    for (nth, at) in points(counting.count(), few).into_iter().enumerate() {
        let delivery = if nth % 2 == 0 { Delivery::Flow } else { Delivery::Cut };
        let what = format!("server stopped at message {at} of {} ({delivery:?})", counting.count());
        let url = |database: &str| private.lock().unwrap().url(database);
        let database = format!("run_{nth}");
        run(&connect(&url("postgres")).await, &format!("CREATE DATABASE {database}")).await;
        if let Some(arguments) = way.before {
            must_succeed(project.path(), &url(&database), arguments, "the way there");
        }
        let stopped = Arc::clone(&private);
        let proxy = Proxy::with(&socket, at, delivery, move || stopped.lock().unwrap().stop_immediate());
        let victim = Victim::default();
        victim.start(bulkhead(project.path(), &proxy.url(&database), way.arguments));
        victim.wait();
        proxy.assert_happened(counting.count(), &what);
        private.lock().unwrap().start();
        must_succeed(project.path(), &url(&database), way.arguments, &what);
        assert_whole(&connect(&url(&database)).await, &expected, &what).await;
    }
}

#[tokio::test]
async fn a_run_whose_server_crashed_is_finished_by_the_next() {
    server_dies(&UP, 5).await;
}

#[tokio::test]
async fn an_undoing_whose_server_crashed_is_finished_by_the_next() {
    server_dies(&DOWN, 3).await;
}
