//! What two databases built in the same way have in common.

use tokio_postgres::Client;

use crate::catalog::{contents, lines};

/// Everything that a database holds but the rows, which may hold the time or chance: of them, how many.
pub async fn shape(client: &Client) -> Vec<String> {
    let all = contents(client).await;
    let tables = lines(client, "SELECT oid::regclass::text || ': ' FROM pg_class WHERE relkind = 'r'").await;
    let counted = |table: &String| {
        let rows = all.iter().filter(|line| line.starts_with(table.as_str())).count();
        format!("{table}{rows} rows")
    };
    let kept = all.iter().filter(|line| !tables.iter().any(|table| line.starts_with(table.as_str())));
    kept.cloned().chain(tables.iter().map(counted)).collect()
}
