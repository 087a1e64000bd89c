//! Servers of single tests, and the pooler in front of them.

use std::time::Duration;

use bulkhead_testkit::{PoolMode, database, pgbouncer, private_server, server};
use tokio_postgres::{Client, NoTls};

async fn text(client: &Client, sql: &str) -> String {
    client.query_one(sql, &[]).await.expect("the query works").get(0)
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("it runs");
    tokio::spawn(connection);
    client
}

#[tokio::test]
async fn a_private_server_keeps_its_data_through_stops_and_restarts() {
    let mut private = private_server(&[]);
    let client = private.connect("postgres").await;
    client.batch_execute("create table kept (n text); insert into kept values ('seven')").await.unwrap();
    let url = private.url("postgres");
    private.restart();
    assert_eq!(private.url("postgres"), url);
    assert_eq!(text(&private.connect("postgres").await, "select n from kept").await, "seven");
    private.stop();
    assert!(tokio_postgres::connect(&url, NoTls).await.is_err());
}

#[tokio::test]
async fn a_durable_server_recovers_what_was_committed_before_an_immediate_stop() {
    let mut private = private_server(&[("fsync", "on"), ("synchronous_commit", "on")]);
    let client = private.connect("postgres").await;
    assert_eq!(text(&client, "show fsync").await, "on");
    client.batch_execute("create table kept (n text); insert into kept values ('seven')").await.unwrap();
    private.stop_immediate();
    private.start();
    assert_eq!(text(&private.connect("postgres").await, "select n from kept").await, "seven");
    assert!(private.log_tail(40).contains("database system was not properly shut down"));
}

#[tokio::test]
async fn a_killed_backend_takes_the_sessions_with_it_and_the_server_comes_back() {
    let private = private_server(&[]);
    let client = private.connect("postgres").await;
    let pid: i32 = client.query_one("select pg_backend_pid()", &[]).await.unwrap().get(0);
    private.kill_backend(pid);
    assert!(client.query("select 1", &[]).await.is_err());
    let mut back = false;
    for _ in 0..200 {
        back = tokio_postgres::connect(&private.url("postgres"), NoTls).await.is_ok();
        if back {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(back, "the server did not recover");
}

#[tokio::test]
async fn a_dropped_private_server_leaves_nothing() {
    let private = private_server(&[]);
    let home = private.endpoint().socket_directory.ancestors().nth(3).expect("a deep folder").to_owned();
    assert!(home.exists());
    drop(private);
    assert!(!home.exists(), "{} is still there", home.display());
}

#[tokio::test]
async fn in_transaction_mode_two_clients_take_turns_on_one_server_connection() {
    let test = database().await;
    let pooler = pgbouncer(&server(), PoolMode::Transaction, 1);
    let (one, other) = (connect(&pooler.url(test.name())).await, connect(&pooler.url(test.name())).await);
    one.simple_query("set application_name = 'leaked'").await.unwrap();
    let rows =
        other.simple_query("select pg_backend_pid(), current_setting('application_name')").await.unwrap();
    let row = rows.iter().find_map(|message| match message {
        tokio_postgres::SimpleQueryMessage::Row(row) => Some(row.get(0).map(str::to_owned)),
        _ => None,
    });
    let again = one.simple_query("select pg_backend_pid()").await.unwrap();
    let same = again.iter().any(|message| match message {
        tokio_postgres::SimpleQueryMessage::Row(line) => Some(line.get(0).map(str::to_owned)) == row,
        _ => false,
    });
    assert!(same, "both clients use the only connection");
}

#[tokio::test]
async fn every_role_may_log_in_through_the_pooler() {
    let private = private_server(&[]);
    private.connect("postgres").await.batch_execute("create role app_user login").await.unwrap();
    let pooler = pgbouncer(private.endpoint(), PoolMode::Session, 2);
    let client = connect(&pooler.url_for("postgres", "app_user")).await;
    assert_eq!(text(&client, "select current_user::text").await, "app_user");
}

#[tokio::test]
async fn a_stopped_pooler_is_gone() {
    let pooler = pgbouncer(&server(), PoolMode::Transaction, 1);
    let url = pooler.url("postgres");
    connect(&url).await;
    drop(pooler);
    assert!(tokio_postgres::connect(&url, NoTls).await.is_err());
}
