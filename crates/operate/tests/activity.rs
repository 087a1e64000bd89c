//! Who holds connections, and which statements cost most, on a real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bulkhead_operate::{Attribution, QueryOrder, QueryPlan, QueryQuestion, pool, queries};
use tokio_postgres::Client;

fn by(order: QueryOrder) -> QueryQuestion {
    QueryQuestion { order, limit: 5, plan: None }
}

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
    let before = queries(&client, "shop", by(QueryOrder::Total)).await.unwrap();
    assert!(before.blind.unwrap().contains("CREATE EXTENSION"));
    client.batch_execute("CREATE EXTENSION pg_stat_statements; CREATE TABLE t (id int)").await.unwrap();
    for number in 0..20 {
        client.batch_execute(&format!("SELECT * FROM t\n  WHERE id = {number}")).await.unwrap();
    }
    client.batch_execute("SELECT pg_sleep(0.2)").await.unwrap();
    let first = async |order| queries(&client, "shop", by(order)).await.unwrap().queries.remove(0);
    let slowest = first(QueryOrder::Mean).await;
    assert!(slowest.text.contains("pg_sleep") && slowest.mean_ms >= 200.0, "{slowest:?}");
    let most = first(QueryOrder::Calls).await;
    assert_eq!(
        (most.text.as_str(), most.calls, most.user.as_str()),
        ("SELECT * FROM t WHERE id = $1", 20, "postgres")
    );
    assert!(first(QueryOrder::Total).await.percent > 50.0);
}

/// The plan of the statement whose text has these words.
async fn plan_of(client: &Client, words: &str) -> QueryPlan {
    let sql = "SELECT queryid FROM pg_stat_statements WHERE query LIKE '%' || $1 || '%' AND query NOT LIKE '%LIKE%'";
    let queryid: i64 = client.query_one(sql, &[&words]).await.unwrap().get(0);
    let question = QueryQuestion { plan: Some(queryid), ..by(QueryOrder::Total) };
    let report = queries(client, "shop", question).await.unwrap();
    assert!(report.queries.len() <= 1 && report.queries.iter().all(|one| one.percent < 100.0), "{report:#?}");
    report.plan.unwrap()
}

#[tokio::test]
async fn a_statement_is_planned_and_never_run() {
    let server = bulkhead_testkit::private_server(&[("shared_preload_libraries", "pg_stat_statements")]);
    let client = server.connect("postgres").await;
    let sql = "CREATE EXTENSION pg_stat_statements; CREATE SEQUENCE s;
               CREATE TABLE loan (id int PRIMARY KEY, org int, book text);
               INSERT INTO loan SELECT i, i % 1000, 'b' FROM generate_series(1, 50000) AS i; ANALYZE loan;
               CREATE ROLE app; GRANT SELECT ON loan TO app; CREATE SCHEMA app; CREATE TABLE app.till (id int);";
    client.batch_execute(sql).await.unwrap();
    for statement in [
        "SELECT * FROM loan WHERE org = 7 AND book <> 'c'",
        "DELETE FROM loan WHERE id = 3",
        "INSERT INTO loan VALUES (nextval('s') + 100000, 1, 'x')",
        "SET search_path = app; SELECT id + 1 FROM till; RESET search_path",
        "SELECT 1 + interval '1 day' * 2 IS NULL",
    ] {
        let _ = client.batch_execute(statement).await;
    }
    let count = "SELECT count(*) FROM loan";
    let before: i64 = client.query_one(count, &[]).await.unwrap().get(0);
    let found = plan_of(&client, "book <>").await;
    assert!(found.lines[0].contains("Seq Scan") && found.cost.is_some(), "{found:#?}");
    assert_eq!(plan_of(&client, "DELETE FROM loan").await.blind, None);
    let insert = plan_of(&client, "INSERT INTO loan VALUES").await;
    assert!(insert.lines[0].contains("Insert on loan"), "{insert:#?}");
    let elsewhere = plan_of(&client, "FROM till").await;
    assert!(elsewhere.blind.unwrap().contains("search_path"));
    let made = plan_of(&client, "CREATE SEQUENCE").await;
    assert!(made.blind.unwrap().contains("only SELECT"));
    let question = QueryQuestion { plan: Some(5), ..by(QueryOrder::Total) };
    let none = queries(&client, "shop", question).await.unwrap().plan.unwrap();
    assert!(none.blind.unwrap().contains("no statement with this id"));
    let after: i64 = client.query_one(count, &[]).await.unwrap().get(0);
    assert_eq!(before, after);
    let left: i64 = client
        .query_one("SELECT count(*) FROM pg_prepared_statements WHERE name ~ 'bulkhead'", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(left, 0);

    let has = "SELECT count(*) FROM pg_available_extensions WHERE name = 'hypopg'";
    if client.query_one(has, &[]).await.unwrap().get::<_, i64>(0) == 0 {
        assert!(found.ideas_skipped.unwrap().contains("package"));
        return;
    }
    assert!(found.ideas_skipped.unwrap().contains("CREATE EXTENSION hypopg"));
    client.batch_execute("CREATE EXTENSION hypopg").await.unwrap();
    let found = plan_of(&client, "book <>").await;
    assert_eq!(
        found.ideas[0].sql, "CREATE INDEX CONCURRENTLY ON \"public\".\"loan\" (\"org\");",
        "{found:#?}"
    );
    assert!(found.ideas[0].saved_percent > 50.0);
    client.batch_execute(&found.ideas[0].sql).await.unwrap();
    let mended = plan_of(&client, "book <>").await;
    assert!(mended.ideas.is_empty() && mended.cost < found.cost, "{mended:#?}");
}

#[tokio::test]
async fn a_server_without_the_library_says_what_would_help() {
    let server = bulkhead_testkit::private_server(&[("shared_preload_libraries", "")]);
    let client = server.connect("postgres").await;
    let report = queries(&client, "shop", by(QueryOrder::Total)).await.unwrap();
    assert!(report.blind.unwrap().contains("shared_preload_libraries") && report.queries.is_empty());
}
