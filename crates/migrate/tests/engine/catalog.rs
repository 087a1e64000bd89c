//! Everything that a database holds, as lines that can be compared.

use tokio_postgres::{Client, SimpleQueryMessage};

/// The first column of all rows.
pub async fn lines(client: &Client, sql: &str) -> Vec<String> {
    let answers = client.simple_query(sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
    let rows = answers.iter().filter_map(|answer| match answer {
        SimpleQueryMessage::Row(row) => Some(row.get(0).unwrap_or("NULL").to_owned()),
        _ => None,
    });
    rows.collect()
}

/// The first column of the first row.
pub async fn text(client: &Client, sql: &str) -> String {
    lines(client, sql).await.into_iter().next().unwrap_or_else(|| panic!("no row: {sql}"))
}

/// Every object, every row of every table, and what the ledger says without its times.
pub async fn contents(client: &Client) -> Vec<String> {
    let mut all = lines(client, include_str!("catalog.sql")).await;
    let tables = "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relname <> 'schema_migrations' \
                  AND relnamespace::regnamespace::text !~ '^(pg_|information_schema|bulkhead)' ORDER BY 1";
    for table in lines(client, tables).await {
        let rows = format!("SELECT '{table}: ' || t::text FROM ONLY {table} AS t ORDER BY 1");
        all.extend(lines(client, &rows).await);
    }
    let ledger =
        lines(client, "SELECT oid::regclass::text FROM pg_class WHERE relname = 'schema_migrations'").await;
    for table in ledger {
        let sql = format!(
            "SELECT concat_ws(' ', 'ledger:', version, description, checksum, checksum_normalized, applied_by) \
             FROM {table} ORDER BY 1"
        );
        all.extend(lines(client, &sql).await);
    }
    all
}

/// Fails with the lines that are only on one side.
pub fn assert_same(left: &[String], right: &[String], what: &str) {
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        let mut rest = those.to_vec();
        these
            .iter()
            .filter(|line| match rest.iter().position(|other| other == *line) {
                Some(at) => {
                    rest.swap_remove(at);
                    false
                }
                None => true,
            })
            .cloned()
            .collect()
    };
    let (missing, extra) = (only(left, right), only(right, left));
    assert!(missing.is_empty() && extra.is_empty(), "{what}\nmissing: {missing:#?}\ntoo much: {extra:#?}");
}
