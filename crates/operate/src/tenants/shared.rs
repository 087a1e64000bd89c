//! Tenants that share tables: who has how many rows, table by table.

use bulkhead_connect::{ServerError, quote_identifier, quote_literal};
use tokio_postgres::Client;

use super::amount::{Measured, Method};
use super::{SharedTable, SkippedPart, TenantQuestion};
use crate::OperateError;
use crate::health::{Row, read};

/// A table of at most so many pages of 8 KiB (32 MiB) is counted; of a larger one so many are drawn.
pub(super) const SAMPLE_PAGES: f64 = 4096.0;

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

/// The files of a table and the names of its columns.
struct Files {
    pages: f64,
    bytes: f64,
    rows: f64,
    is_partitioned: bool,
    columns: Vec<String>,
    /// From how many rows ANALYZE made the statistics of the first column of the way.
    drawn: f64,
}

/// Reads every table.
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
    }
    // A policy would hide the rows of all tenants but one, or of all; this makes an error of it.
    read(client, "SET LOCAL row_security = off").await?.map_err(OperateError::Refused)?;
    for table in tables {
        match table_of(client, table, question).await? {
            Ok(reading) => readings.tables.push(reading),
            Err(reason) => readings.skipped.push(SkippedPart { what: table.name.clone(), reason }),
        }
    }
    Ok(readings)
}

/// One table, or why it cannot be read.
async fn table_of(
    client: &Client,
    table: &SharedTable,
    question: &TenantQuestion,
) -> Result<Result<TableReading, String>, OperateError> {
    let sql = include_str!("files.sql")
        .replace("{table}", &quote_literal(&table.name))
        .replace("{column}", &quote_literal(&table.column));
    let files = match read(client, &sql).await? {
        Ok(rows) => rows.first().map(Files::of),
        Err(refused) => return Ok(Err(refused.message)),
    };
    let Some(files) = files else { return Ok(Err("it is not there".to_owned())) };
    let told =
        |tenants: Vec<TenantReading>| TableReading { table: table.name.clone(), bytes: files.bytes, tenants };
    if question.planner_only {
        return Ok(by_planner(client, table, &files).await?.map(told));
    }
    let fraction = (SAMPLE_PAGES / files.pages.max(1.0)).min(1.0);
    let sql = if fraction < 1.0 { sampling(table, &files, fraction) } else { counting(table, &files) };
    match read(client, &sql).await? {
        Ok(rows) if fraction < 1.0 => Ok(Ok(told(rows.iter().map(|row| sampled(row, fraction)).collect()))),
        Ok(rows) => Ok(Ok(told(rows.iter().map(counted).collect()))),
        // It takes too long.
        Err(refused) if refused.sqlstate == "57014" => Ok(by_planner(client, table, &files).await?.map(told)),
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

impl Files {
    fn of(row: &Row) -> Files {
        let number = |column| row.number(column).unwrap_or(0.0);
        Files {
            pages: number(0),
            bytes: number(1),
            rows: number(2),
            is_partitioned: row.is(3),
            columns: row.text(4).split('\x01').map(str::to_owned).collect(),
            drawn: number(5),
        }
    }

    /// What a row takes in its page: its columns, its header and its place.
    fn width(&self) -> String {
        let columns = self.columns.iter().filter(|name| !name.is_empty());
        let sizes =
            columns.map(|name| format!(" + coalesce(pg_column_size(t.{}), 0)", quote_identifier(name)));
        format!("28{}", sizes.collect::<String>())
    }
}

/// The table and the way to its tenants, and the tenant as text.
fn source(table: &SharedTable, sample: &str) -> (String, String) {
    let mut from = format!("{} AS t{sample}", table.name);
    let mut last = "t".to_owned();
    for (index, hop) in table.way.iter().enumerate() {
        let alias = format!("p{index}");
        let pairs = hop.columns.iter().zip(&hop.referenced).map(|(from, to)| {
            format!("{last}.{} = {alias}.{}", quote_identifier(from), quote_identifier(to))
        });
        let pairs: Vec<String> = pairs.collect();
        from.push_str(&format!(" LEFT JOIN {} AS {alias} ON {}", hop.parent, pairs.join(" AND ")));
        last = alias;
    }
    (from, format!("{last}.{}::text", quote_identifier(&table.column)))
}

fn counting(table: &SharedTable, files: &Files) -> String {
    let (from, tenant) = source(table, "");
    format!("SELECT {tenant}, count(*), sum({}) FROM {from} GROUP BY 1", files.width())
}

/// The server draws each page by itself, so pages are what varies.
fn sampling(table: &SharedTable, files: &Files, fraction: f64) -> String {
    let (from, tenant) = source(table, &format!(" TABLESAMPLE SYSTEM ({:.8})", fraction * 100.0));
    format!(
        "SELECT tenant, sum(n), sum(n * n), sum(width), sum(width * width) \
         FROM (SELECT {tenant} AS tenant, count(*) AS n, sum({})::numeric AS width FROM {from} \
               GROUP BY 1, t.tableoid, (t.ctid::text::point)[0]) AS page \
         GROUP BY 1",
        files.width()
    )
}

fn tenant(row: &Row) -> Option<String> {
    row.some(0).map(str::to_owned)
}

fn counted(row: &Row) -> TenantReading {
    let number = |column| row.number(column).unwrap_or(0.0);
    TenantReading { tenant: tenant(row), rows: Measured::exact(number(1)), width: Measured::exact(number(2)) }
}

fn sampled(row: &Row, fraction: f64) -> TenantReading {
    let number = |column| row.number(column).unwrap_or(0.0);
    TenantReading {
        tenant: tenant(row),
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
        TenantReading { tenant: tenant(row), rows, width: rows }
    };
    Ok(Ok(rows.iter().map(of_row).collect()))
}

/// The surest method with which all figures of a table were got.
pub(super) fn method(reading: &TableReading) -> Method {
    reading.tenants.iter().map(|tenant| tenant.rows.method).max().unwrap_or(Method::Exact)
}

#[cfg(test)]
mod tests {
    use super::super::Hop;
    use super::*;

    #[test]
    fn the_tenant_of_a_row_is_looked_up_through_its_parents() {
        let hop = |columns: &[&str], parent: &str, referenced: &[&str]| Hop {
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            parent: parent.to_owned(),
            referenced: referenced.iter().map(|name| (*name).to_owned()).collect(),
        };
        let table = |way| SharedTable { name: "app.page".to_owned(), way, column: "org".to_owned() };
        let cases = [
            (vec![], "app.page AS t", "t.\"org\"::text"),
            (
                vec![hop(&["doc"], "app.doc", &["id"]), hop(&["a", "b"], "app.\"Box\"", &["x", "y"])],
                "app.page AS t LEFT JOIN app.doc AS p0 ON t.\"doc\" = p0.\"id\" \
                 LEFT JOIN app.\"Box\" AS p1 ON p0.\"a\" = p1.\"x\" AND p0.\"b\" = p1.\"y\"",
                "p1.\"org\"::text",
            ),
        ];
        for (way, from, tenant) in cases {
            assert_eq!(source(&table(way), ""), (from.to_owned(), tenant.to_owned()));
        }
    }
}
