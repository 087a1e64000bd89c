//! Reads a catalog in one snapshot and one round trip.

use bulkhead_connect::quote_literal;
use tokio_postgres::{Client, Error, SimpleQueryMessage};

use crate::{Catalog, ObjectName};

/// Each returns kind, name, property and value.
const QUERIES: [&str; 6] = [
    include_str!("queries/schemas.sql"),
    include_str!("queries/relations.sql"),
    include_str!("queries/routines.sql"),
    include_str!("queries/types.sql"),
    include_str!("queries/database.sql"),
    include_str!("queries/roles.sql"),
];

impl Catalog {
    /// Reads the shape of the database that the client is connected to, in a transaction of its own. The ledger table
    /// in `ledger_schema` is left out.
    pub async fn read(client: &Client, ledger_schema: &str) -> Result<Catalog, Error> {
        let script =
            format!("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {} COMMIT", script(ledger_schema));
        match gather(client, &script).await {
            Ok(catalog) => Ok(catalog),
            Err(error) => {
                // The error is the one to tell; a broken connection has no transaction left.
                let _ = client.batch_execute("ROLLBACK").await;
                Err(error)
            }
        }
    }

    /// The same in the transaction that is open, as it sees the database; its settings stay as they are.
    pub async fn read_within(client: &Client, ledger_schema: &str) -> Result<Catalog, Error> {
        let script = format!(
            "SELECT set_config('bulkhead.search_path', current_setting('search_path'), true); {} \
             SELECT set_config('search_path', current_setting('bulkhead.search_path'), true)",
            script(ledger_schema)
        );
        gather(client, &script).await
    }
}

/// The queries, each ended by a semicolon.
fn script(ledger_schema: &str) -> String {
    // With an empty search_path the server qualifies every name that it prints.
    let mut script = "SET LOCAL search_path = ''; SET LOCAL jit = off;\n".to_owned();
    for query in QUERIES {
        script.push_str(&query.replace("{ledger_schema}", &quote_literal(ledger_schema)));
        script.push_str(";\n");
    }
    script
}

async fn gather(client: &Client, script: &str) -> Result<Catalog, Error> {
    let mut catalog = Catalog::default();
    for answer in &client.simple_query(script).await? {
        let SimpleQueryMessage::Row(row) = answer else { continue };
        // The settings that are put back answer with one column.
        if row.len() < 4 {
            continue;
        }
        let text = |index| row.get(index).unwrap_or_default().to_owned();
        let object = ObjectName { kind: text(0), name: text(1) };
        catalog.objects.entry(object).or_default().insert(text(2), text(3));
    }
    Ok(catalog)
}
