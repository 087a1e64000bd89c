//! Tenants that share tables: who has how many rows, table by table.

use bulkhead_connect::{ServerError, quote_literal};
use tokio_postgres::Client;

use super::amount::{Measured, Method};
use super::statements::{Files, counting, sampling};
use super::{SharedTable, SkippedPart, TenantQuestion};
use crate::OperateError;
use crate::health::{Row, read};

/// Tables of at most so many pages of 8 KiB are counted together, …
const FEW_PAGES: f64 = 80.0;
/// … so many with one statement.
const TOGETHER: usize = 50;

/// What a table holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TableReading {
    pub(super) table: String,
    /// Size on disk with indexes, in bytes.
    pub(super) bytes: f64,
    pub(super) tenants: Vec<TenantReading>,
}

/// What one tenant has in a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TenantReading {
    pub(super) tenant: Option<String>,
    pub(super) rows: Measured,
    /// The width of all its rows, in bytes.
    pub(super) width: Measured,
}

/// What could be read, and what not.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Readings {
    pub(super) tables: Vec<TableReading>,
    pub(super) skipped: Vec<SkippedPart>,
}

/// Reads every table. Small ones are asked for together, because a round trip each would take longer than
/// counting.
pub(super) async fn measure(
    client: &Client,
    tables: &[SharedTable],
    question: &TenantQuestion,
) -> Result<Readings, OperateError> {
    let mut readings = Readings::default();
    if tables.is_empty() {
        readings.skipped.push(SkippedPart {
            what: "[tenancy]".to_owned(),
            reason: "no table is known to belong to tenants: name key or root in the manifest".to_owned(),
        });
        return Ok(readings);
    }
    // A policy would hide the rows of all tenants but one, or of all; this makes an error of it.
    read(client, "SET LOCAL row_security = off").await?.map_err(OperateError::Refused)?;
    let (mut small, mut large) = (Vec::new(), Vec::new());
    for (table, files) in tables.iter().zip(files_of(client, tables).await?) {
        match files {
            Ok(files) if files.pages <= FEW_PAGES && !question.planner_only => small.push((table, files)),
            Ok(files) => large.push((table, files)),
            Err(reason) => readings.skip(table, reason),
        }
    }
    for together in small.chunks(TOGETHER) {
        match count_together(client, together).await? {
            Some(tables) => readings.tables.extend(tables),
            // One of them refuses; which one is found out one by one.
            None => {
                for (table, files) in together {
                    readings.add(table, table_of(client, table, files, question).await?);
                }
            }
        }
    }
    for (table, files) in &large {
        readings.add(table, table_of(client, table, files, question).await?);
    }
    Ok(readings)
}

impl Readings {
    fn add(&mut self, table: &SharedTable, reading: Result<TableReading, String>) {
        match reading {
            Ok(reading) => self.tables.push(reading),
            Err(reason) => self.skip(table, reason),
        }
    }

    fn skip(&mut self, table: &SharedTable, reason: String) {
        self.skipped.push(SkippedPart { what: table.name.clone(), reason });
    }
}

/// The files of each table, or why they cannot be looked at; all with one query, unless it is refused.
async fn files_of(
    client: &Client,
    tables: &[SharedTable],
) -> Result<Vec<Result<Files, String>>, OperateError> {
    let list = |of: fn(&SharedTable) -> &String| {
        let texts: Vec<String> = tables.iter().map(|table| quote_literal(of(table))).collect();
        format!("ARRAY[{}]::text[]", texts.join(", "))
    };
    let sql = include_str!("files.sql")
        .replace("{tables}", &list(|table| &table.name))
        .replace("{columns}", &list(|table| &table.column));
    let mut found: Vec<_> = tables.iter().map(|_| Err("it is not there".to_owned())).collect();
    match (read(client, &sql).await?, tables) {
        (Ok(rows), _) => {
            for row in &rows {
                if let Some(place) = row.text(0).parse::<usize>().ok().and_then(|place| found.get_mut(place))
                {
                    *place = Ok(Files::of(row));
                }
            }
        }
        (Err(refused), [_]) => found = vec![Err(why(&refused))],
        (Err(_), _) => {
            found.clear();
            for table in tables {
                found.extend(Box::pin(files_of(client, std::slice::from_ref(table))).await?);
            }
        }
    }
    Ok(found)
}

/// Counts several tables with one statement; `None` when the server refuses it.
async fn count_together(
    client: &Client,
    tables: &[(&SharedTable, Files)],
) -> Result<Option<Vec<TableReading>>, OperateError> {
    let parts = tables
        .iter()
        .enumerate()
        .map(|(place, (table, files))| format!("SELECT {place}, c.* FROM ({}) AS c", counting(table, files)));
    let sql = parts.collect::<Vec<_>>().join(" UNION ALL ");
    let Ok(rows) = read(client, &sql).await? else { return Ok(None) };
    let mut readings: Vec<TableReading> =
        tables.iter().map(|(table, files)| reading(table, files, Vec::new())).collect();
    for row in &rows {
        if let Some(reading) = row.text(0).parse::<usize>().ok().and_then(|place| readings.get_mut(place)) {
            reading.tenants.push(counted(row, 1));
        }
    }
    Ok(Some(readings))
}

fn reading(table: &SharedTable, files: &Files, tenants: Vec<TenantReading>) -> TableReading {
    TableReading { table: table.name.clone(), bytes: files.bytes, tenants }
}

/// One table, or why it cannot be read.
async fn table_of(
    client: &Client,
    table: &SharedTable,
    files: &Files,
    question: &TenantQuestion,
) -> Result<Result<TableReading, String>, OperateError> {
    let told = |tenants: Vec<TenantReading>| reading(table, files, tenants);
    if question.planner_only {
        return Ok(by_planner(client, table, files).await?.map(told));
    }
    let fraction = files.fraction();
    let sql = if fraction < 1.0 { sampling(table, files, fraction) } else { counting(table, files) };
    match read(client, &sql).await? {
        Ok(rows) if fraction < 1.0 => Ok(Ok(told(rows.iter().map(|row| sampled(row, fraction)).collect()))),
        Ok(rows) => Ok(Ok(told(rows.iter().map(|row| counted(row, 0)).collect()))),
        // It takes too long.
        Err(refused) if refused.sqlstate == "57014" => Ok(by_planner(client, table, files).await?.map(told)),
        Err(refused) => Ok(Err(why(&refused))),
    }
}

fn why(refused: &ServerError) -> String {
    match refused.sqlstate.as_str() {
        "42501" if refused.message.contains("row-level security") => {
            "row security hides tenants from this role: run as one with BYPASSRLS".to_owned()
        }
        _ => refused.message.clone(),
    }
}

/// A row of counts, which begins at this column.
fn counted(row: &Row, first: usize) -> TenantReading {
    let number = |column| row.number(first + column).unwrap_or(0.0);
    TenantReading {
        tenant: row.some(first).map(str::to_owned),
        rows: Measured::exact(number(1)),
        width: Measured::exact(number(2)),
    }
}

fn sampled(row: &Row, fraction: f64) -> TenantReading {
    let number = |column| row.number(column).unwrap_or(0.0);
    TenantReading {
        tenant: row.some(0).map(str::to_owned),
        rows: Measured::sampled(number(1), number(2), fraction),
        width: Measured::sampled(number(3), number(4), fraction),
    }
}

/// What ANALYZE left about the tenant's column. It knows the most common tenants only.
async fn by_planner(
    client: &Client,
    table: &SharedTable,
    files: &Files,
) -> Result<Result<Vec<TenantReading>, String>, OperateError> {
    if !table.way.is_empty() {
        return Ok(Err("the planner knows nothing of the tenants of its parent".to_owned()));
    }
    let sql = include_str!("most_common.sql")
        .replace("{table}", &quote_literal(&table.name))
        .replace("{column}", &quote_literal(&table.column))
        .replace("{inherited}", if files.is_partitioned { "true" } else { "false" });
    let rows = match read(client, &sql).await? {
        Ok(rows) => rows,
        Err(refused) => return Ok(Err(refused.message)),
    };
    if rows.is_empty() {
        return Ok(Err("the planner knows no common tenant: ANALYZE it".to_owned()));
    }
    let of_row = |row: &Row| {
        let rows = Measured::planner(row.number(1).unwrap_or(0.0), files.drawn, files.rows);
        TenantReading { tenant: row.some(0).map(str::to_owned), rows, width: rows }
    };
    Ok(Ok(rows.iter().map(of_row).collect()))
}

/// The surest method with which all figures of a table were got.
pub(super) fn method(reading: &TableReading) -> Method {
    reading.tenants.iter().map(|tenant| tenant.rows.method).max().unwrap_or(Method::Exact)
}
