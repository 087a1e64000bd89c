//! Who holds connections, and which statements cost most, on a real server.

use bulkhead_operate::{Attribution, QueryOrder, pool, queries};

#[tokio::test]
async fn holders_are_grouped_and_waiters_counted() {
    let database = bulkhead_testkit::database().await;
    let client = database.connect().await;
    client.batch_execute("CREATE TABLE t (id int)").await.unwrap();
    let holder = database.connect().await;
    holder.batch_execute("SET application_name = 'till'; BEGIN; LOCK TABLE t").await.unwrap();
    let waiter = database.connect().await;
    waiter.batch_execute("SET application_name = 'till'").await.unwrap();
    let wait = tokio::spawn(async move { waiter.batch_execute("BEGIN; LOCK TABLE t").await });
    let mut report = pool(&client, "shop", &Attribution::default()).await.unwrap();
    while report.waiting == 0 && !wait.is_finished() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        report = pool(&client, "shop", &Attribution::default()).await.unwrap();
    }
    let states: Vec<(&str, &str, u64, u64)> = report
        .holders
        .iter()
        .map(|holder| (holder.application.as_str(), holder.state.as_str(), holder.sessions, holder.waiting))
        .collect();
    assert_eq!(states, [("till", "active", 1, 1), ("till", "idle in transaction", 1, 0)]);
    assert_eq!(report.here, 2);
    assert!(report.used >= 3 && report.limit > report.used && report.used_percent() < 100);
    holder.batch_execute("ROLLBACK").await.unwrap();
    wait.await.unwrap().unwrap();
}

#[tokio::test]
async fn statements_are_ordered_and_what_cannot_be_seen_is_said() {
    let server = bulkhead_testkit::private_server(&[("shared_preload_libraries", "pg_stat_statements")]);
    let client = server.connect("postgres").await;
    let before = queries(&client, "shop", QueryOrder::Total, 5).await.unwrap();
    assert!(before.blind.unwrap().contains("CREATE EXTENSION"));
    client.batch_execute("CREATE EXTENSION pg_stat_statements; CREATE TABLE t (id int)").await.unwrap();
    for number in 0..20 {
        client.batch_execute(&format!("SELECT * FROM t\n  WHERE id = {number}")).await.unwrap();
    }
    client.batch_execute("SELECT pg_sleep(0.2)").await.unwrap();
    let first = async |order| queries(&client, "shop", order, 5).await.unwrap().queries.remove(0);
    let slowest = first(QueryOrder::Mean).await;
    assert!(slowest.text.contains("pg_sleep") && slowest.mean_ms >= 200.0, "{slowest:?}");
    let most = first(QueryOrder::Calls).await;
    assert_eq!(
        (most.text.as_str(), most.calls, most.user.as_str()),
        ("SELECT * FROM t WHERE id = $1", 20, "postgres")
    );
    assert!(first(QueryOrder::Total).await.percent > 50.0);
}

#[tokio::test]
async fn a_server_without_the_library_says_what_would_help() {
    let server = bulkhead_testkit::private_server(&[("shared_preload_libraries", "")]);
    let client = server.connect("postgres").await;
    let report = queries(&client, "shop", QueryOrder::Total, 5).await.unwrap();
    assert!(report.blind.unwrap().contains("shared_preload_libraries") && report.queries.is_empty());
}
