//! How many rows every table has, in the source and in the copy.

use std::collections::BTreeMap;

use bulkhead_connect::quote_literal;
use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use crate::health::{begin, end, read};

/// How many rows a table has on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableRows {
    /// The table, qualified.
    pub table: String,
    /// In the source; 0 where it has no such table.
    pub source: u64,
    /// Those of the source that were written before the copy ends; `None` for a dump, which has no such moment.
    pub source_before: Option<u64>,
    /// In the copy; 0 where it has no such table.
    pub copy: u64,
    /// Whether the source's table has row security.
    pub row_security: bool,
}

/// A table that lost a larger share of its rows is suspicious, in percent: less is what users do in a day.
const LOST_PERCENT: u64 = 10;
/// A table without row security that gained fewer rows since a dump is not suspicious.
const NEW_ROWS: u64 = 100;

impl TableRows {
    /// How many rows are missing that should be there, as far as can be told.
    pub(super) fn lost(&self) -> u64 {
        let expected = self.source_before.unwrap_or(self.source);
        let lost = expected.saturating_sub(self.copy);
        let share = self.copy == 0 || lost.saturating_mul(100) > expected.saturating_mul(LOST_PERCENT);
        // Rows that were written before the end of the copy must be there; of a dump only row security is a reason to
        // believe that a few rows are missing and not new.
        let certain = self.source_before.is_some() || self.row_security || lost >= NEW_ROWS;
        if share && certain { lost } else { 0 }
    }
}

/// The counts of one side.
pub(super) type Counts = BTreeMap<String, Count>;

/// The count of one table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    rows: u64,
    before: Option<u64>,
    row_security: bool,
}

/// The transaction id below which everything happened before the copy ended.
pub(super) async fn horizon(copy: &Client) -> Result<Option<String>, OperateError> {
    let sql = "SELECT mod(pg_snapshot_xmax(pg_current_snapshot())::text::numeric, 4294967296)";
    let rows = bulkhead_connect::answer(copy, sql).await.map_err(|error| OperateError::of(&error))?;
    Ok(rows.into_iter().next())
}

/// Counts every row of every table, or says why that cannot be: row security must not hide any. With a horizon it also
/// counts those whose transaction is older.
pub(super) async fn count(
    client: &Client,
    ledger_schema: &str,
    horizon: Option<&str>,
) -> Result<Result<Counts, String>, OperateError> {
    begin(client).await?;
    let counted = count_within(client, ledger_schema, horizon).await;
    end(client).await;
    counted
}

async fn count_within(
    client: &Client,
    ledger_schema: &str,
    horizon: Option<&str>,
) -> Result<Result<Counts, String>, OperateError> {
    let all = "SET LOCAL row_security = off; SET LOCAL statement_timeout = 0";
    client.batch_execute(all).await.map_err(|error| OperateError::of(&error))?;
    let tables = include_str!("../tables.sql").replace("{ledger_schema}", &quote_literal(ledger_schema));
    let tables = read(client, &tables).await?.map_err(OperateError::Refused)?;
    let before = horizon.map_or("NULL::bigint".to_owned(), |horizon| {
        format!("count(*) FILTER (WHERE age(t.xmin) > age({}::xid))", quote_literal(horizon))
    });
    let mut counts = Counts::new();
    // Each statement holds its locks until the end, and no statement should be too long to be planned quickly.
    for chunk in tables.chunks(200) {
        let of_each = chunk.iter().map(|row| {
            let (name, table) = (quote_literal(row.text(0)), row.text(0));
            format!("SELECT {name}, count(*), {before}, {} FROM ONLY {table} AS t", row.is(1))
        });
        let sql = of_each.collect::<Vec<_>>().join(" UNION ALL ");
        match read(client, &sql).await? {
            Ok(rows) => counts.extend(rows.iter().map(|row| {
                let before = row.some(2).map(|_| row.count(2));
                (row.text(0).to_owned(), Count { rows: row.count(1), before, row_security: row.is(3) })
            })),
            Err(refused) => return Ok(Err(format!("rows were not counted: {}", refused.message))),
        }
    }
    Ok(Ok(counts))
}

/// Both counts of every table of either side.
pub(super) fn pairs(source: &Counts, copy: &Counts) -> Vec<TableRows> {
    let mut names: Vec<&String> = source.keys().chain(copy.keys()).collect();
    names.sort();
    names.dedup();
    let pair = |name: &String| {
        let there = source.get(name).copied().unwrap_or_default();
        TableRows {
            table: name.clone(),
            source: there.rows,
            source_before: there.before,
            copy: copy.get(name).map_or(0, |here| here.rows),
            row_security: there.row_security,
        }
    };
    names.into_iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::TableRows;

    #[test]
    fn new_rows_are_not_taken_for_lost_ones() {
        // Source, of them before the end of the copy, copy, row security: how many are lost.
        let cases = [
            ((0, None, 0, false), 0),
            ((10, None, 12, true), 0),
            ((100, None, 90, true), 0),
            ((100, None, 89, true), 11),
            ((5, None, 0, true), 5),
            ((5, None, 0, false), 0),
            ((500, None, 0, false), 500),
            ((500, Some(0), 0, true), 0),
            ((500, Some(7), 0, false), 7),
            ((500, Some(100), 95, false), 0),
        ];
        for ((source, source_before, copy, row_security), lost) in cases {
            let table = TableRows { table: "t".to_owned(), source, source_before, copy, row_security };
            assert_eq!(table.lost(), lost, "{table:?}");
        }
    }
}
