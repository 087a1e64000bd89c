//! How much a database has grown since its figures were kept.

use std::collections::BTreeMap;

use bulkhead_connect::ServerError;
use bulkhead_project::SeedScript;
use serde::Serialize;
use serde_json::Value;
use tokio_postgres::Client;

use crate::script::{cut, failure};
use crate::{OperateError, StatsReport};

/// What has changed since an earlier report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Growth {
    /// How old the earlier report is, in seconds.
    pub seconds: u64,
    /// By how many bytes the database has grown; less than nothing when it has shrunk.
    pub bytes: i64,
    /// The tables that are in both reports and have changed, those that grew most first.
    pub tables: Vec<Grown>,
    /// The same of tenants.
    pub tenants: Vec<Grown>,
}

/// A part that has grown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grown {
    /// The table or tenant.
    pub name: String,
    /// By how many bytes.
    pub bytes: i64,
}

/// A report that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierReport {
    /// How old it is, in seconds.
    pub seconds: f64,
    /// The report.
    pub report: Value,
}

/// Reads the report that the project kept last: the statement returns when that was, and the report. `None`
/// when none was kept yet.
pub async fn earlier(client: &Client, script: &SeedScript) -> Result<Option<EarlierReport>, OperateError> {
    let Some(span) = cut(script)?.into_iter().next() else { return Ok(None) };
    let sql = script.text[span.clone()].trim_end_matches(';');
    let around = "SELECT extract(epoch FROM clock_timestamp() - kept.at), kept.report::text FROM (";
    // The line end ends a comment at the end of the statement.
    let asked = format!("{around}{sql}\n) AS kept (at, report) LIMIT 1");
    let rows = match bulkhead_connect::rows(client, &asked).await {
        Ok(rows) => rows,
        Err(error) => {
            // Only the statement alone has its places where the file has them.
            if ServerError::of(&error).is_some()
                && let Err(error) = bulkhead_connect::rows(client, sql).await
            {
                return Err(failure(script, &span, &error));
            }
            return Err(failure(script, &span, &error));
        }
    };
    Ok(rows.first().and_then(|row| {
        let (seconds, report) = (row.get(0)?.parse().ok()?, serde_json::from_str(row.get(1)?).ok()?);
        Some(EarlierReport { seconds, report })
    }))
}

/// Compares; parts that only one of the reports has are left out.
pub fn growth(now: &StatsReport, earlier: &EarlierReport) -> Growth {
    let before = &earlier.report;
    let tables = now.largest.iter().map(|table| (table.table.as_str(), table.bytes));
    let tenants = now.tenants.iter().flat_map(|figures| &figures.tenants);
    let tenants = tenants.filter_map(|size| Some((size.tenant.as_deref()?, size.bytes.value)));
    Growth {
        seconds: earlier.seconds.max(0.0).round() as u64,
        bytes: before["bytes"].as_u64().map_or(0, |bytes| change(bytes, now.bytes)),
        tables: grown(tables, &parts(&before["largest"], "table", |part| part["bytes"].as_u64())),
        tenants: grown(
            tenants,
            &parts(&before["tenants"]["tenants"], "tenant", |part| part["bytes"]["value"].as_u64()),
        ),
    }
}

/// The sizes of an earlier report by name.
fn parts<'v>(list: &'v Value, name: &str, bytes: impl Fn(&Value) -> Option<u64>) -> BTreeMap<&'v str, u64> {
    let parts = list.as_array().into_iter().flatten();
    parts.filter_map(|part| Some((part[name].as_str()?, bytes(part)?))).collect()
}

fn grown<'n>(now: impl Iterator<Item = (&'n str, u64)>, before: &BTreeMap<&str, u64>) -> Vec<Grown> {
    let changes = now.filter_map(|(name, bytes)| Some((name, change(*before.get(name)?, bytes))));
    let mut grown: Vec<Grown> = changes
        .filter(|(_, bytes)| *bytes != 0)
        .map(|(name, bytes)| Grown { name: name.to_owned(), bytes })
        .collect();
    grown.sort_by(|one, other| other.bytes.cmp(&one.bytes).then_with(|| one.name.cmp(&other.name)));
    grown
}

fn change(before: u64, now: u64) -> i64 {
    let difference = i128::from(now) - i128::from(before);
    i64::try_from(difference).unwrap_or(if difference > 0 { i64::MAX } else { i64::MIN })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TableSize;

    #[test]
    fn what_both_reports_have_is_compared() {
        let table = |name: &str, bytes| TableSize { table: name.to_owned(), bytes, rows_estimate: None };
        let now = StatsReport {
            project: String::new(),
            database: String::new(),
            bytes: 1_000,
            sessions: 1,
            tables: 3,
            largest: vec![table("a", 500), table("b", 100), table("c", 50), table("new", 9)],
            figures: Vec::new(),
            tenants: None,
            growth: None,
        };
        let report = serde_json::json!({
            "bytes": 1_200,
            "largest": [{"table": "a", "bytes": 700}, {"table": "b", "bytes": 40}, {"table": "c", "bytes": 50}],
        });
        let growth = growth(&now, &EarlierReport { seconds: 59.6, report });
        let tables: Vec<(&str, i64)> =
            growth.tables.iter().map(|part| (part.name.as_str(), part.bytes)).collect();
        assert_eq!((growth.seconds, growth.bytes, tables), (60, -200, vec![("b", 60), ("a", -200)]));
        assert!(growth.tenants.is_empty());
    }
}
