//! What else has to be known of the database: values in their binary form, triggers, what is there already.

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::Client;
use tokio_postgres::types::{FromSql, Type};

use super::maker::Raw;
use super::rule::Traits;
use crate::GenerateError;
use crate::schema::{Schema, Table};

/// A value as the server sends it.
struct Bytes(Vec<u8>);

impl<'a> FromSql<'a> for Bytes {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Bytes, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Bytes(raw.to_vec()))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// The first row of an answer, each column in its binary form; nothing when the server refuses, of which no trace is
/// left.
async fn binary(client: &Client, sql: &str) -> Result<Option<Vec<Vec<Raw>>>, GenerateError> {
    let own = |error: tokio_postgres::Error| GenerateError::of(&error);
    client.batch_execute("SAVEPOINT bulkhead_ask").await.map_err(own)?;
    match client.query(sql, &[]).await {
        Ok(rows) => {
            client.batch_execute("RELEASE SAVEPOINT bulkhead_ask").await.map_err(own)?;
            let value = |row: &tokio_postgres::Row, column| {
                let value: Result<Option<Bytes>, _> = row.try_get(column);
                value.ok().flatten().map(|bytes| bytes.0)
            };
            let rows = rows.iter().map(|row| (0..row.len()).map(|column| value(row, column)).collect());
            Ok(Some(rows.collect()))
        }
        Err(error) if error.as_db_error().is_some() => {
            let back = "ROLLBACK TO SAVEPOINT bulkhead_ask; RELEASE SAVEPOINT bulkhead_ask";
            client.batch_execute(back).await.map_err(own)?;
            Ok(None)
        }
        Err(error) => Err(own(error)),
    }
}

/// The binary form of literals of a type; those that the type does not take are left out.
pub(super) async fn raw_values(
    client: &Client,
    cast: &str,
    literals: &[String],
) -> Result<Vec<(String, Raw)>, GenerateError> {
    if literals.is_empty() {
        return Ok(Vec::new());
    }
    let select = |literals: &[String]| {
        let casts: Vec<String> =
            literals.iter().map(|literal| format!("CAST({} AS {cast})", quote_literal(literal))).collect();
        format!("SELECT {}", casts.join(", "))
    };
    if let Some(rows) = binary(client, &select(literals)).await? {
        return Ok(literals.iter().cloned().zip(rows.into_iter().flatten()).collect());
    }
    let mut found = Vec::new();
    for literal in literals {
        if let Some(rows) = binary(client, &select(std::slice::from_ref(literal))).await? {
            found.extend(rows.into_iter().flatten().map(|raw| (literal.clone(), raw)));
        }
    }
    Ok(found)
}

/// Rows that are there, with these columns, in the order of those.
pub(super) async fn rows_there(
    client: &Client,
    table: &Table,
    columns: &[usize],
    order: &[usize],
    limit: usize,
) -> Result<Vec<Vec<Raw>>, GenerateError> {
    let name = |column: usize| quote_identifier(&table.columns[column].name);
    let wanted: Vec<String> = (0..table.columns.len())
        .map(|column| if columns.contains(&column) { name(column) } else { "NULL::boolean".to_owned() })
        .collect();
    let order: Vec<String> = order.iter().map(|column| name(*column)).collect();
    let order = if order.is_empty() { "1".to_owned() } else { order.join(", ") };
    let sql = format!("SELECT {} FROM {} ORDER BY {order} LIMIT {limit}", wanted.join(", "), table.name);
    let refused = || GenerateError::Unreadable { reason: format!("{} cannot be read", table.plain_name) };
    binary(client, &sql).await?.ok_or_else(refused)
}

/// Which tables are partitioned, have triggers, and have rows.
pub(super) async fn traits(
    client: &Client,
    schema: &Schema,
) -> Result<(Vec<Traits>, Vec<bool>), GenerateError> {
    let own = |error: tokio_postgres::Error| GenerateError::of(&error);
    let facts = bulkhead_connect::rows(client, include_str!("../queries/traits.sql")).await.map_err(own)?;
    let mut traits = vec![Traits::default(); schema.tables.len()];
    for row in &facts {
        let is = |column: usize| row.get(column) == Some("t");
        if let Some(table) = row.get(0).and_then(|name| schema.table(name)) {
            traits[table] = Traits { partitioned: is(1), triggers: is(2), ..Traits::default() };
        }
    }
    let questions: Vec<String> =
        schema.tables.iter().map(|table| format!("EXISTS (SELECT FROM {})", table.name)).collect();
    // A row of a SELECT holds 1,664 columns at most.
    let mut there = Vec::new();
    for questions in questions.chunks(1_000) {
        let sql = format!("SELECT {}", questions.join(", "));
        let rows = bulkhead_connect::rows(client, &sql).await.map_err(own)?;
        there.extend(rows.iter().flat_map(|row| (0..row.len()).map(|column| row.get(column) == Some("t"))));
    }
    Ok((traits, there))
}

/// The largest whole number in a column; 0 when there is none.
pub(super) async fn largest(client: &Client, table: &Table, column: usize) -> Result<i64, GenerateError> {
    let name = quote_identifier(&table.columns[column].name);
    let sql = format!("SELECT max({name})::bigint FROM {}", table.name);
    let rows = bulkhead_connect::rows(client, &sql).await.map_err(|error| GenerateError::of(&error))?;
    let text = rows.first().and_then(|row| row.get(0)).unwrap_or_default();
    Ok(text.parse().unwrap_or(0).max(0))
}
