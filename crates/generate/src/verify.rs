//! Asks the server whether every foreign key holds, since it was told not to look while the rows were made.

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::Client;

use crate::GenerateError;
use crate::schema::{Reference, Schema};

/// The foreign keys that some row breaks, each with its table.
pub(crate) async fn broken_references(
    client: &Client,
    schema: &Schema,
) -> Result<Vec<String>, GenerateError> {
    if schema.references.is_empty() {
        return Ok(Vec::new());
    }
    let questions: Vec<String> = schema.references.iter().map(|key| question(schema, key)).collect();
    let sql = questions.join(" UNION ALL ");
    bulkhead_connect::answer(client, &sql).await.map_err(|error| GenerateError::of(&error))
}

/// Returns a row when the foreign key is broken.
fn question(schema: &Schema, key: &Reference) -> String {
    let (child, parent) = (&schema.tables[key.child], &schema.tables[key.parent]);
    let name = |table: &crate::schema::Table, column: usize| quote_identifier(&table.columns[column].name);
    let columns: Vec<String> =
        key.columns.iter().map(|column| format!("c.{}", name(child, *column))).collect();
    let is_null = |null: &str, word: &str| {
        columns.iter().map(|column| format!("{column} IS {null}")).collect::<Vec<_>>().join(word)
    };
    let same: Vec<String> = columns
        .iter()
        .zip(&key.referenced)
        .map(|(column, referenced)| format!("{column} = p.{}", name(parent, *referenced)))
        .collect();
    let mut broken = format!(
        "({} AND NOT EXISTS (SELECT FROM {} AS p WHERE {}))",
        is_null("NOT NULL", " AND "),
        parent.name,
        same.join(" AND ")
    );
    if key.full {
        let (some, none) = (is_null("NULL", " OR "), is_null("NULL", " AND "));
        broken = format!("({broken} OR (({some}) AND NOT ({none})))");
    }
    let label = quote_literal(&format!("{} of {}", key.name, child.plain_name));
    // Tables that inherit have the columns and not the foreign keys; partitions have both.
    let of_its_own = format!(
        "(c.tableoid = {}::regclass OR EXISTS (SELECT FROM pg_class WHERE oid = c.tableoid AND relispartition))",
        quote_literal(&child.name)
    );
    format!("(SELECT {label}::text FROM {} AS c WHERE {broken} AND {of_its_own} LIMIT 1)", child.name)
}
