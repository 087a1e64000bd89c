//! What would go, counted.

use tokio_postgres::Client;

use super::fit::{Action, Fitted};
use super::predicate::{Now, goes, is_held, is_old, is_referenced, join};
use super::{ChildRows, Counted, TenantRows};
use crate::OperateError;
use crate::health::{Row, read};

/// The rows of a rule that are too old.
#[derive(Clone, Debug, Default)]
pub(super) struct Count {
    pub tenants: Vec<TenantRows>,
    /// How long ago the time of the oldest row was, in seconds.
    pub oldest_age_s: Option<u64>,
    pub children: Vec<ChildRows>,
    pub counted: Counted,
}

impl Count {
    /// How many rows would go.
    pub(super) fn rows(&self) -> u64 {
        self.tenants.iter().map(|tenant| tenant.rows).sum()
    }
}

/// How long counting may take before the planner's estimate must do.
const PATIENCE: &str = "30s";

/// What every transaction of retention begins with. With row security off, rows that a policy hides are an error and
/// not overlooked; times without a zone are taken for UTC.
pub(super) const SETTINGS: &str = "SET LOCAL row_security = off; SET LOCAL TimeZone = 'UTC'; \
    SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL jit = off";

/// Opens a transaction that cannot write.
pub(super) async fn begin(client: &Client) -> Result<(), OperateError> {
    let sql = format!(
        "BEGIN READ ONLY; {SETTINGS}; SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '{PATIENCE}'"
    );
    client.batch_execute(&sql).await.map_err(|error| OperateError::of(&error))
}

/// The server's clock, in the open transaction.
pub(super) async fn now(client: &Client) -> Result<Now, OperateError> {
    let now =
        bulkhead_connect::answer(client, "SELECT now()").await.map_err(|error| OperateError::of(&error))?;
    Ok(Now(now.into_iter().next().unwrap_or_default()))
}

/// Counts in the open transaction.
pub(super) async fn count(client: &Client, rule: &Fitted, now: &Now) -> Result<Count, OperateError> {
    let sql = counting(rule, now);
    match read(client, &sql).await? {
        Ok(rows) => Ok(Count {
            tenants: rows.iter().map(tenant_rows).collect(),
            oldest_age_s: rows.iter().filter_map(|row| row.some(5)?.parse().ok()).max(),
            children: children(client, rule, now).await?,
            counted: Counted::Exact,
        }),
        Err(server) if server.sqlstate == "57014" => estimate(client, rule, now).await,
        Err(server) => Err(OperateError::Refused(server)),
    }
}

fn counting(rule: &Fitted, now: &Now) -> String {
    let tenant = rule.tenant.as_ref().map_or("NULL".to_owned(), |tenant| format!("t.{tenant}::text"));
    let (held, referenced) = (is_held(rule), is_referenced(rule));
    let going = format!("NOT {held} AND NOT {referenced}");
    let oldest = format!("min(t.{}) FILTER (WHERE {going})", rule.column);
    format!(
        "SELECT {tenant}, count(*) FILTER (WHERE {going}), {oldest}, \
         count(*) FILTER (WHERE {held}), count(*) FILTER (WHERE NOT {held} AND {referenced}), \
         floor(extract(epoch FROM now()) - extract(epoch FROM ({oldest})::timestamptz)) \
         FROM {table} AS t{join} WHERE {old} GROUP BY 1 ORDER BY 2 DESC, 1",
        table = rule.table,
        join = join(rule),
        old = is_old(rule, now)
    )
}

fn tenant_rows(row: &Row) -> TenantRows {
    TenantRows {
        tenant: row.some(0).map(str::to_owned),
        rows: row.count(1),
        oldest: row.some(2).map(str::to_owned),
        held: row.count(3),
        referenced: row.count(4),
    }
}

/// How many rows of other tables each foreign key concerns.
async fn children(client: &Client, rule: &Fitted, now: &Now) -> Result<Vec<ChildRows>, OperateError> {
    let mut counted = Vec::new();
    for child in &rule.children {
        let going = match child.action {
            Action::Restrict => format!("{} AND NOT {}", is_old(rule, now), is_held(rule)),
            _ => goes(rule, now),
        };
        let sql = format!(
            "SELECT count(*) FROM {} AS c WHERE EXISTS (SELECT FROM {} AS t{} WHERE {} AND {going})",
            child.table,
            rule.table,
            join(rule),
            child.condition
        );
        let rows = match read(client, &sql).await? {
            Ok(rows) => Some(rows.first().map_or(0, |row| row.count(0))),
            // It takes too long, or we may not look.
            Err(_) => None,
        };
        if rows != Some(0) {
            let (table, constraint) = (child.table.clone(), child.constraint.clone());
            counted.push(ChildRows { table, constraint, action: child.action, rows });
        }
    }
    Ok(counted)
}

/// The planner's guess, without tenants.
async fn estimate(client: &Client, rule: &Fitted, now: &Now) -> Result<Count, OperateError> {
    let sql = format!(
        "EXPLAIN (FORMAT JSON) SELECT FROM {} AS t{} WHERE {} AND NOT {}",
        rule.table,
        join(rule),
        is_old(rule, now),
        is_held(rule)
    );
    let lines = bulkhead_connect::answer(client, &sql).await.map_err(|error| OperateError::of(&error))?;
    let rows = planned_rows(&lines.join("\n"));
    let whole = TenantRows { tenant: None, rows, oldest: None, held: 0, referenced: 0 };
    let (tenants, counted) = (vec![whole], Counted::Estimate);
    Ok(Count { tenants, counted, ..Count::default() })
}

/// The first "Plan Rows" of a plan: those of its root.
fn planned_rows(plan: &str) -> u64 {
    let number = plan.split_once("\"Plan Rows\":").map_or("", |(_, rest)| rest.trim_start());
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::planned_rows;

    #[test]
    fn the_estimate_is_that_of_the_root() {
        let plan = "[{\"Plan\": {\"Node Type\": \"Hash Join\", \"Plan Rows\": 120, \"Plans\": [{\"Plan Rows\": 7}]}}]";
        assert_eq!((planned_rows(plan), planned_rows("")), (120, 0));
    }
}
