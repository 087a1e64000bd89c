//! Databases on the shared server, as tests use them.

use std::sync::atomic::{AtomicU32, Ordering};

use bulkhead_testkit::{TestDatabase, database, database_from, server};
use tokio_postgres::{Client, NoTls};

async fn number(client: &Client, sql: &str) -> i64 {
    client.query_one(sql, &[]).await.expect("the query works").get(0)
}

/// A session that does not belong to any test database.
async fn admin() -> Client {
    let (client, connection) =
        tokio_postgres::connect(&server().url("postgres"), NoTls).await.expect("it runs");
    tokio::spawn(connection);
    client
}

async fn exists(name: &str) -> bool {
    number(&admin().await, &format!("select count(*) from pg_database where datname = '{name}'")).await == 1
}

#[tokio::test]
async fn each_database_is_empty_and_its_own() {
    let (one, other) = (database().await, database().await);
    assert_ne!(one.name(), other.name());
    one.connect().await.batch_execute("create table only_here (n int)").await.unwrap();
    let tables = "select count(*) from pg_class where relname = 'only_here'";
    assert_eq!(number(&other.connect().await, tables).await, 0);
}

#[tokio::test]
async fn a_database_is_dropped_with_its_value_even_while_sessions_are_open() {
    let test = database().await;
    let name = test.name().to_owned();
    let _session = test.connect().await;
    assert!(exists(&name).await);
    drop(test);
    assert!(!exists(&name).await);
}

#[tokio::test]
async fn a_database_is_dropped_when_its_test_panics() {
    let (sender, receiver) = std::sync::mpsc::channel();
    let panicking = tokio::spawn(async move {
        let test = database().await;
        sender.send(test.name().to_owned()).unwrap();
        panic!("as a failing test would");
    });
    assert!(panicking.await.is_err());
    assert!(!exists(&receiver.recv().unwrap()).await);
}

#[tokio::test]
async fn the_wanted_extensions_can_be_created() {
    let test = database().await;
    let client = test.connect().await;
    client.batch_execute("create extension vector; create extension pgcrypto").await.unwrap();
    assert_eq!(number(&client, "select ('[1,2]'::vector <-> '[1,5]')::bigint").await, 3);
}

static BUILDS: AtomicU32 = AtomicU32::new(0);

async fn books() -> TestDatabase {
    // Another run may have left its template on the server, so the key is ours alone.
    let key = format!("databases.rs: books of {}", std::process::id());
    database_from(&key, async |url: &str| {
        BUILDS.fetch_add(1, Ordering::SeqCst);
        let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("a new database");
        tokio::spawn(connection);
        client
            .batch_execute("create table book (n int); insert into book values (1), (2)")
            .await
            .expect("a new database");
        // Left open on purpose: a template is closed for others by the kit.
        std::mem::forget(client);
    })
    .await
}

#[tokio::test]
async fn a_template_is_built_once_and_its_copies_are_separate() {
    let (one, two, three) = tokio::join!(books(), books(), books());
    for copy in [one, two, three] {
        let client = copy.connect().await;
        assert_eq!(number(&client, "select count(*) from book").await, 2);
        client.batch_execute("delete from book").await.unwrap();
    }
    assert_eq!(BUILDS.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_template_whose_build_failed_is_built_anew() {
    // Other runs share the server, so the key must be ours alone.
    let key = format!("databases.rs: fails in {}", std::process::id());
    let first = key.clone();
    let failed = tokio::spawn(async move {
        database_from(&first, async |url: &str| {
            let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
            tokio::spawn(connection);
            client.batch_execute("create table half ()").await.unwrap();
            panic!("as a failing build would");
        })
        .await
    });
    assert!(failed.await.is_err());
    let whole = database_from(&key, async |_: &str| {}).await;
    let tables = "select count(*) from pg_class where relname = 'half'";
    assert_eq!(number(&whole.connect().await, tables).await, 0);
}
