//! Lets the server judge: which of these rows would pass which of these checks.

use std::fmt::Write;

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::{Client, SimpleQueryRow};

use crate::GenerateError;
use crate::attempt::{Refusal, attempt};
use crate::schema::{BOUNDS, Check, Table};

/// A row as it would be inserted: a value for each column.
pub(crate) type Row = Vec<Option<String>>;

/// Rows in one question.
const BATCH: usize = 400;

/// For each row, whether it passes each of the checks. Runs in the transaction that is open.
pub(crate) async fn judge(
    client: &Client,
    table: &Table,
    checks: &[&Check],
    rows: &[Row],
) -> Result<Vec<Vec<bool>>, GenerateError> {
    let mut verdicts = Vec::with_capacity(rows.len());
    // What the server cannot compute for some row is asked again in halves, so that one row does not spoil
    // the others.
    let mut waiting: Vec<&[Row]> = rows.chunks(BATCH).rev().collect();
    while let Some(batch) = waiting.pop() {
        match ask(client, table, checks, batch).await? {
            Ok(found) => verdicts.extend(found),
            Err(_) if batch.len() > 1 => {
                let (first, second) = batch.split_at(batch.len() / 2);
                waiting.extend([second, first]);
            }
            Err(_) => verdicts.push(one_by_one(client, table, checks, batch).await?),
        }
    }
    Ok(verdicts)
}

/// Asks about a single row, check by check.
async fn one_by_one(
    client: &Client,
    table: &Table,
    checks: &[&Check],
    row: &[Row],
) -> Result<Vec<bool>, GenerateError> {
    let mut verdict = Vec::with_capacity(checks.len());
    for check in checks {
        verdict.push(match ask(client, table, &[check], row).await? {
            Ok(found) => found.iter().flatten().all(|passes| *passes),
            // What cannot be asked outside of the table is judged when the row is inserted; so are the bounds of hash
            // partitions, which take a domain's values from the table alone.
            Err(refusal) => {
                let state = refusal.server.sqlstate.as_str();
                state.starts_with("42") || state == "22023" && check.name == BOUNDS
            }
        });
    }
    Ok(verdict)
}

async fn ask(
    client: &Client,
    table: &Table,
    checks: &[&Check],
    rows: &[Row],
) -> Result<Result<Vec<Vec<bool>>, Refusal>, GenerateError> {
    let answers = attempt(client, &sql(table, checks, rows)).await?;
    let verdict = |row: &SimpleQueryRow| {
        (1..=checks.len()).map(|column| row.get(column) == Some("t")).collect::<Vec<_>>()
    };
    Ok(answers.map(|rows| rows.iter().map(verdict).collect()))
}

/// One answer per row, in their order; a check that is neither true nor false passes.
fn sql(table: &Table, checks: &[&Check], rows: &[Row]) -> String {
    let mentioned: Vec<usize> = checks.iter().flat_map(|check| check.columns.iter().copied()).collect();
    let mut columns = table.ungenerated(&mentioned);
    if mentioned.is_empty() {
        columns =
            (0..table.columns.len()).filter(|column| table.columns[*column].generated.is_none()).collect();
    }
    let mut text = "SELECT \"bulkhead place\"".to_owned();
    for check in checks {
        let _ = write!(text, ", ({}) IS NOT FALSE", check.expression);
    }
    text.push_str(" FROM (VALUES ");
    for (place, row) in rows.iter().enumerate() {
        let _ = write!(text, "{}({place}", if place == 0 { "" } else { ", " });
        for &column in &columns {
            let value = row[column].as_deref().map_or_else(|| "NULL".to_owned(), quote_literal);
            let _ = write!(text, ", CAST({value} AS {})", table.columns[column].cast);
        }
        text.push(')');
    }
    let names = columns.iter().map(|column| format!(", {}", quote_identifier(&table.columns[*column].name)));
    let _ = write!(text, ") AS bulkhead_rows (\"bulkhead place\"{})", names.collect::<String>());
    let generated = table.columns.iter().enumerate().filter(|(column, _)| mentioned.contains(column));
    let made: Vec<String> = generated
        .filter_map(|(_, column)| {
            let expression = column.generated.as_ref()?;
            Some(format!("({expression}) AS {}", quote_identifier(&column.name)))
        })
        .collect();
    if !made.is_empty() {
        let _ = write!(text, " CROSS JOIN LATERAL (SELECT {}) AS bulkhead_made", made.join(", "));
    }
    text.push_str(" ORDER BY 1");
    text
}
