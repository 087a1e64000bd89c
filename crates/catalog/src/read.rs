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
        // With an empty search_path the server qualifies every name that it prints.
        let mut script = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = ''; \
                          SET LOCAL jit = off;\n"
            .to_owned();
        for query in QUERIES {
            script.push_str(&query.replace("{ledger_schema}", &quote_literal(ledger_schema)));
            script.push_str(";\n");
        }
        script.push_str("COMMIT");
        let answers = match client.simple_query(&script).await {
            Ok(answers) => answers,
            Err(error) => {
                // The error is the one to tell; a broken connection has no transaction left.
                let _ = client.batch_execute("ROLLBACK").await;
                return Err(error);
            }
        };
        let mut catalog = Catalog::default();
        for answer in &answers {
            let SimpleQueryMessage::Row(row) = answer else { continue };
            let text = |index| row.get(index).unwrap_or_default().to_owned();
            let object = ObjectName { kind: text(0), name: text(1) };
            catalog.objects.entry(object).or_default().insert(text(2), text(3));
        }
        Ok(catalog)
    }
}
