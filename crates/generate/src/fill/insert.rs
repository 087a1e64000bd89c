//! Inserts one row.

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::Client;

use crate::GenerateError;
use crate::attempt::{Refusal, attempt};
use crate::judge::Row;
use crate::kind::Kind;
use crate::schema::Table;
use crate::solve::Failure;

/// Inserts a row and returns it as the server stored it.
pub(super) async fn insert(
    client: &Client,
    table: &Table,
    row: &Row,
) -> Result<Result<Row, Failure>, GenerateError> {
    let given = table.columns.iter().zip(row).filter(|(column, _)| column.generated.is_none());
    let (names, values): (Vec<String>, Vec<String>) = given
        .map(|(column, value)| {
            let value = value.as_deref().map_or_else(|| "NULL".to_owned(), quote_literal);
            (quote_identifier(&column.name), value)
        })
        .unzip();
    let what = if names.is_empty() {
        "DEFAULT VALUES".to_owned()
    } else {
        format!("({}) OVERRIDING SYSTEM VALUE VALUES ({})", names.join(", "), values.join(", "))
    };
    let all: Vec<String> = table.columns.iter().map(|column| quote_identifier(&column.name)).collect();
    let returned = if all.is_empty() { "NULL".to_owned() } else { all.join(", ") };
    let sql = format!("INSERT INTO {} {what} RETURNING {returned}", table.name);
    let found = match attempt(client, &sql).await? {
        Ok(rows) => rows.into_iter().next(),
        Err(refusal) => {
            let columns = blamed(table, &refusal);
            let taken = ["23505", "23P01"].contains(&refusal.server.sqlstate.as_str());
            return Ok(Err(Failure { reason: refusal.server.to_string(), columns, taken }));
        }
    };
    let row = found.map(|row| (0..all.len()).map(|column| row.get(column).map(str::to_owned)).collect());
    Ok(row.ok_or_else(|| Failure {
        reason: "the row was not stored: a rule or a trigger swallowed it".to_owned(),
        columns: Vec::new(),
        taken: false,
    }))
}

/// The columns that a refusal is about.
fn blamed(table: &Table, refusal: &Refusal) -> Vec<usize> {
    let constraint = refusal.constraint.as_str();
    match refusal.server.sqlstate.as_str() {
        "23505" | "23P01" => {
            let named = table.keys.iter().find(|key| key.name == constraint);
            // The index of a partition has a name of its own.
            let all = || table.keys.iter().flat_map(|key| key.columns.iter().copied()).collect();
            let columns: Vec<usize> = named.map_or_else(all, |key| key.columns.clone());
            table.ungenerated(&columns)
        }
        "23514" => {
            let check = table.checks.iter().find(|check| check.name == constraint);
            check.map_or_else(Vec::new, |check| table.ungenerated(&check.columns))
        }
        sqlstate if sqlstate.starts_with("22") || sqlstate.starts_with("42") => {
            let vague = |column: &usize| {
                matches!(table.columns[*column].kind, Kind::Other | Kind::Known(_) | Kind::Composite(_))
            };
            (0..table.columns.len()).filter(vague).collect()
        }
        _ => Vec::new(),
    }
}
