//! The system's own way to remove what is old, where it keeps that to itself.

use std::time::Duration;

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::{Client, Error, SimpleQueryMessage};

use super::count::Count;
use super::fit::{Fitted, FittedPolicies};
use crate::patience::LOCK_WAIT;

/// The statements to run, with everything filled in: one for each tenant with old rows if it asks for a tenant. None when
/// nothing is too old.
pub(super) fn statements(purge: &str, rule: &Fitted, count: &Count, batch: usize) -> Vec<String> {
    let by_policy = rule.policies.as_ref().and_then(|policies| policies.most_days);
    let days = by_policy.or(rule.keep.map(|keep| keep.number));
    let filled = purge.replace("%batch%", &batch.to_string());
    let filled = filled.replace("%days%", &days.map_or("NULL".to_owned(), |days| days.to_string()));
    let with_rows = count.tenants.iter().filter(|tenant| tenant.rows > 0);
    if !purge.contains("%tenant%") {
        return with_rows.take(1).map(|_| filled.clone()).collect();
    }
    let tenants = with_rows.filter_map(|tenant| tenant.tenant.as_deref());
    tenants.map(|tenant| filled.replace("%tenant%", &quote_literal(tenant))).collect()
}

/// Runs one. How long it holds its locks is the system's decision; how long it waits for them is ours. Returns the first
/// number of its answer.
pub(super) async fn purge(client: &Client, sql: &str, left: Duration) -> Result<Option<u64>, Error> {
    let settings = format!(
        "SET LOCAL lock_timeout = {}; SET LOCAL statement_timeout = {}",
        LOCK_WAIT.as_millis(),
        left.as_millis().max(1)
    );
    client.batch_execute(&format!("BEGIN; {settings}")).await?;
    let messages = client.simple_query(sql).await?;
    client.batch_execute("COMMIT").await?;
    let first = messages.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => Some(row.get(0).and_then(|value| value.parse().ok())),
        _ => None,
    });
    Ok(first.flatten())
}

/// Notes in the policies that a run has ended.
pub(super) async fn stamp(client: &Client, policies: &FittedPolicies, column: &str) -> Result<(), Error> {
    let sql = format!(
        "BEGIN; SET LOCAL lock_timeout = {}; UPDATE {} SET {} = now() WHERE {}; COMMIT",
        LOCK_WAIT.as_millis(),
        policies.table,
        quote_identifier(column),
        policies.condition
    );
    client.batch_execute(&sql).await
}
