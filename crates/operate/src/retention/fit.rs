//! What a rule means in this database.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_project::{Period, RetentionRule};
use tokio_postgres::Client;

use crate::OperateError;
use crate::health::Row;
use crate::relation::relation;

/// A rule whose names are found in the catalog. Every name is quoted.
#[derive(Clone, Debug)]
pub(super) struct Fitted {
    pub table: String,
    pub column: String,
    /// `timestamptz`, `timestamp` or `date`.
    pub kind: &'static str,
    pub tenant: Option<String>,
    pub until: Option<String>,
    pub keep: Option<Period>,
    pub condition: Option<String>,
    pub policies: Option<FittedPolicies>,
    /// The tables with the rows: the table itself, or its partitions.
    pub leaves: Vec<Leaf>,
    pub children: Vec<Child>,
    /// Triggers of the system that fire on DELETE.
    pub triggers: Vec<String>,
    /// Size on disk with indexes, for one row, in bytes, once the table was analyzed.
    pub bytes_per_row: Option<f64>,
}

/// The table of policies.
#[derive(Clone, Debug)]
pub(super) struct FittedPolicies {
    pub table: String,
    pub days: String,
    pub tenant: Option<String>,
    pub hold: Option<String>,
    pub condition: String,
    /// The smallest number of days of all.
    pub fewest_days: Option<u32>,
    /// The largest.
    pub most_days: Option<u32>,
    /// When a run last left nothing, in seconds since 1970, where they note that.
    pub last_run_s: Option<i64>,
}

/// A table with rows.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub table: String,
    /// Whether an index finds the oldest rows.
    pub is_indexed: bool,
    /// Its size in blocks.
    pub blocks: u64,
}

/// A foreign key that points to the table.
#[derive(Clone, Debug)]
pub(super) struct Child {
    pub table: String,
    pub constraint: String,
    /// What happens to its rows.
    pub action: Action,
    /// `c.a = t.b AND …`
    pub condition: String,
}

/// What a foreign key does when what it points to goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It forbids that.
    Restrict,
    /// Its rows go, too.
    Cascade,
    /// Its rows lose the reference.
    SetNull,
    /// Its rows get the default.
    SetDefault,
}

/// Finds everything that a rule names. `tenant_key` is what most tables call the tenant's column.
pub(super) async fn fit(
    client: &Client,
    rule: &RetentionRule,
    tenant_key: Option<&str>,
) -> Result<Fitted, OperateError> {
    let unfit = |reason: String| unfit(rule, reason);
    let columns = [Some(rule.column.as_str()), rule.tenant.as_deref().or(tenant_key), rule.until.as_deref()];
    let table = named(client, rule, &rule.table).await?;
    let rows = ask(client, include_str!("columns.sql"), &table).await?;
    let kind_of =
        |wanted: &str| rows.iter().find(|row| row.text(0) == wanted).map(|row| row.text(1).to_owned());
    let time = |column: &str| match kind_of(column).as_deref() {
        None => Err(unfit(format!("there is no column {column}"))),
        Some("timestamp with time zone") => Ok("timestamptz"),
        Some("timestamp without time zone") => Ok("timestamp"),
        Some("date") => Ok("date"),
        Some(other) => Err(unfit(format!("{column} is of type {other}, and not a date or a time"))),
    };
    let kind = time(&rule.column)?;
    rule.until.as_deref().map_or(Ok(""), time)?;
    let tenant = match (&rule.tenant, columns[1]) {
        (Some(tenant), _) if kind_of(tenant).is_none() => {
            return Err(unfit(format!("there is no column {tenant}")));
        }
        (_, Some(tenant)) if kind_of(tenant).is_some() => Some(quote_identifier(tenant)),
        _ => None,
    };
    let policies = policies(client, rule, tenant.is_some()).await?;
    let leaves =
        ask(client, &include_str!("leaves.sql").replace("{column}", &quote_literal(&rule.column)), &table)
            .await?;
    if let Some(foreign) = leaves.iter().find(|row| row.text(1) != "r") {
        return Err(unfit(format!("{} is no ordinary table", foreign.text(0))));
    }
    let (bytes, tuples) = leaves.iter().fold((0.0, 0.0), |(bytes, tuples), row| {
        (bytes + row.number(4).unwrap_or(0.0), tuples + row.number(5).unwrap_or(0.0).max(0.0))
    });
    // A function of the system decides for itself what becomes of them.
    let children = match rule.purge {
        None => ask(client, include_str!("children.sql"), &table).await?,
        Some(_) => Vec::new(),
    };
    let triggers = ask(client, include_str!("triggers.sql"), &table).await?;
    Ok(Fitted {
        table,
        column: quote_identifier(&rule.column),
        kind,
        tenant,
        until: rule.until.as_deref().map(quote_identifier),
        keep: rule.keep,
        condition: rule.condition.clone(),
        policies,
        leaves: leaves
            .iter()
            .map(|row| Leaf { table: row.text(0).to_owned(), is_indexed: row.is(2), blocks: row.count(3) })
            .collect(),
        children: children.iter().map(child).collect(),
        triggers: triggers.iter().map(|row| row.text(0).to_owned()).collect(),
        bytes_per_row: (tuples > 0.0).then(|| bytes / tuples),
    })
}

async fn policies(
    client: &Client,
    rule: &RetentionRule,
    has_tenant: bool,
) -> Result<Option<FittedPolicies>, OperateError> {
    let Some(policies) = &rule.policies else { return Ok(None) };
    let table = named(client, rule, &policies.table).await?;
    let columns = ask(client, include_str!("columns.sql"), &table).await?;
    let wanted =
        [Some(&policies.days), policies.tenant.as_ref(), policies.hold.as_ref(), policies.stamp.as_ref()];
    for column in wanted.into_iter().flatten() {
        if !columns.iter().any(|row| row.text(0) == column) {
            return Err(unfit(rule, format!("{} has no column {column}", policies.table)));
        }
    }
    if policies.tenant.is_some() && !has_tenant {
        let reason = "its policies are for tenants, and it has no tenant = \"column\"".to_owned();
        return Err(unfit(rule, reason));
    }
    let days = quote_identifier(&policies.days);
    let condition = format!("({}\n)", policies.condition.as_deref().unwrap_or("true"));
    let is_time = |row: &&Row| Some(row.text(0)) == policies.stamp.as_deref() && is_time(row.text(1));
    let last_run = match columns.iter().find(is_time) {
        Some(stamp) => format!("max({})::timestamptz", quote_identifier(stamp.text(0))),
        None => "NULL::timestamptz".to_owned(),
    };
    let sql = format!(
        "SELECT min({days})::bigint, max({days})::bigint, floor(extract(epoch FROM {last_run})) FROM {table} \
         WHERE {condition}"
    );
    let rows =
        bulkhead_connect::rows(client, &sql).await.map_err(|error| match OperateError::of(&error) {
            OperateError::Refused(server) => unfit(rule, format!("its policies cannot be read: {server}")),
            other => other,
        })?;
    let fewest = rows.first().and_then(|row| row.get(0)).map(str::to_owned);
    let fewest_days = match fewest.as_deref().map(str::parse::<u32>) {
        None => None,
        Some(Ok(days)) if days >= 1 => Some(days),
        Some(_) => {
            let (table, days) = (policies.table.clone(), fewest.unwrap_or_default());
            return Err(OperateError::Policy { table, days });
        }
    };
    Ok(Some(FittedPolicies {
        table,
        days,
        tenant: policies.tenant.as_deref().map(quote_identifier),
        hold: policies.hold.as_deref().map(quote_identifier),
        condition,
        fewest_days,
        most_days: rows.first().and_then(|row| row.get(1)?.parse().ok()),
        last_run_s: rows.first().and_then(|row| row.get(2)?.parse().ok()),
    }))
}

/// Whether a type is one of times.
fn is_time(kind: &str) -> bool {
    matches!(kind, "timestamp with time zone" | "timestamp without time zone" | "date")
}

fn child(row: &Row) -> Child {
    Child {
        table: row.text(0).to_owned(),
        constraint: row.text(1).to_owned(),
        action: match row.text(2) {
            "c" => Action::Cascade,
            "n" => Action::SetNull,
            "d" => Action::SetDefault,
            _ => Action::Restrict,
        },
        condition: row.text(3).to_owned(),
    }
}

/// The relation by a name of the manifest, quoted.
async fn named(client: &Client, rule: &RetentionRule, name: &str) -> Result<String, OperateError> {
    relation(client, name).await?.ok_or_else(|| unfit(rule, format!("there is no table {name}")))
}

/// A query with `{table}` filled in.
async fn ask(client: &Client, sql: &str, table: &str) -> Result<Vec<Row>, OperateError> {
    let sql = sql.replace("{table}", &format!("{}::regclass", quote_literal(table)));
    let rows = bulkhead_connect::rows(client, &sql).await.map_err(|error| OperateError::of(&error))?;
    Ok(rows.iter().map(Row::from).collect())
}

fn unfit(rule: &RetentionRule, reason: String) -> OperateError {
    OperateError::Unfit { section: "retention", table: rule.table.clone(), reason }
}
