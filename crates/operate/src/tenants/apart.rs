//! Tenants with a schema or a database of their own.

use std::collections::BTreeMap;

use bulkhead_connect::quote_literal;
use tokio_postgres::Client;

use super::amount::Measured;
use super::ranking::{largest_first, percent};
use super::{Amount, Method, SkippedPart, TenantFigures, TenantQuestion, TenantSize};
use crate::OperateError;
use crate::health::{Row, read};

/// What is said of rows that the planner counts.
const ROWS: &str =
    "rows of a schema are what the planner counts; tables that were never analyzed count for nothing";
/// What is said where there are none.
const NO_ROWS: &str = "rows of a database are not counted: that takes a connection to each";

/// The tenants' schemas, named by tenant.
pub(super) async fn schemas(
    client: &Client,
    schemas: &BTreeMap<String, String>,
    question: &TenantQuestion,
) -> Result<TenantFigures, OperateError> {
    measure(client, include_str!("schemas.sql"), "schema", ROWS, schemas, question).await
}

/// The tenants' databases, named by tenant.
pub(super) async fn databases(
    client: &Client,
    databases: &BTreeMap<String, String>,
    question: &TenantQuestion,
) -> Result<TenantFigures, OperateError> {
    measure(client, include_str!("databases.sql"), "database", NO_ROWS, databases, question).await
}

async fn measure(
    client: &Client,
    sql: &str,
    level: &'static str,
    note: &'static str,
    homes: &BTreeMap<String, String>,
    question: &TenantQuestion,
) -> Result<TenantFigures, OperateError> {
    let names: Vec<String> = homes.values().map(|name| quote_literal(name)).collect();
    let sql = sql.replace("{names}", &format!("ARRAY[{}]::text[]", names.join(", ")));
    let rows = read(client, &sql).await?.map_err(OperateError::Refused)?;
    Ok(figures(&rows, level, note, homes, question))
}

fn figures(
    rows: &[Row],
    level: &'static str,
    note: &'static str,
    homes: &BTreeMap<String, String>,
    question: &TenantQuestion,
) -> TenantFigures {
    let found: BTreeMap<&str, &Row> = rows.iter().map(|row| (row.text(0), row)).collect();
    let (mut tenants, mut skipped) = (Vec::new(), Vec::new());
    let all: f64 = rows.iter().filter_map(|row| row.number(1)).sum();
    for (tenant, home) in homes {
        match found.get(home.as_str()).and_then(|row| Some((row.number(1)?, row.number(2)))) {
            Some((bytes, rows)) => tenants.push(TenantSize {
                tenant: Some(tenant.clone()),
                rows: rows.map(by_planner),
                bytes: Measured::exact(bytes).amount(),
                percent: percent(bytes, all),
                tables: Vec::new(),
            }),
            None => skipped.push(SkippedPart {
                what: format!("{level} {home}"),
                reason: format!("it is not there, or this role may not see its size (tenant {tenant})"),
            }),
        }
    }
    if homes.is_empty() {
        let reason = format!("tenants are kept apart by {level}, and the manifest names none");
        skipped.push(SkippedPart { what: format!("[tenancy.context] {level}s"), reason });
    }
    let seen = tenants.len() as u64;
    tenants.retain(|size| question.tenant.is_none() || size.tenant == question.tenant);
    largest_first(&mut tenants, question.limit);
    TenantFigures { level, seen, tenants, tables: Vec::new(), skipped, notes: vec![note] }
}

fn by_planner(rows: f64) -> Amount {
    Measured { value: rows, variance: None, seen: 0.0, method: Method::Planner }.amount()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_that_are_not_there_are_told() {
        let homes = [("acme", "t_acme"), ("zeta", "t_zeta"), ("beta", "t_beta")];
        let homes = homes.map(|(tenant, home)| (tenant.to_owned(), home.to_owned())).into();
        let rows = [Row::of(&["t_zeta", "3000", "7"]), Row::of(&["t_acme", "1000", "NULL"])];
        let question = TenantQuestion { limit: 10, ..TenantQuestion::default() };
        let told = figures(&rows, "schema", ROWS, &homes, &question);
        let sizes: Vec<(Option<&str>, u64, f64)> = told
            .tenants
            .iter()
            .map(|size| (size.tenant.as_deref(), size.bytes.value, size.percent))
            .collect();
        assert_eq!(sizes, [(Some("zeta"), 3_000, 75.0), (Some("acme"), 1_000, 25.0)]);
        assert_eq!(told.tenants[0].rows.map(|rows| (rows.value, rows.low)), Some((7, None)));
        assert!(told.tenants[1].rows.is_none());
        assert_eq!(told.skipped[0].what, "schema t_beta");
        let none = figures(&[], "database", NO_ROWS, &BTreeMap::new(), &question);
        assert!(none.skipped[0].reason.contains("names none"), "{none:?}");
    }
}
