//! Who holds the connections of a server.

use serde::Serialize;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::blocking::{self, Blocker, blockers};
use crate::health::Row;
use crate::{Attribution, OperateError, TenantLoad};

/// The connections of a server at one moment.
#[derive(Clone, Debug, Serialize)]
pub struct PoolReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// How many connections the server takes from ordinary roles.
    pub limit: u64,
    /// How many client connections there are, to all databases.
    pub used: u64,
    /// How many of them to this database; this one is left out.
    pub here: u64,
    /// How many sessions of this database wait for a lock.
    pub waiting: u64,
    /// Those of this database, by who holds them; the most first.
    pub holders: Vec<Holder>,
    /// What each tenant did in a window of time, where that is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenants: Option<TenantLoad>,
    /// Sessions that others wait for, the one with most victims first. Locks know no borders: these may be in
    /// another database.
    pub blockers: Vec<Blocker>,
}

/// Connections of one application, role and state.
#[derive(Clone, Debug, Serialize)]
pub struct Holder {
    /// What the application calls itself; empty when it says nothing.
    pub application: String,
    /// The role.
    pub user: String,
    /// The tenant that role or application name tell of; `None` where they tell nothing.
    pub tenant: Option<String>,
    /// `active`, `idle`, `idle in transaction`, …; empty when it may not be seen.
    pub state: String,
    /// How many.
    pub sessions: u64,
    /// How many of them wait for a lock.
    pub waiting: u64,
    /// For how long the one that is in this state longest has been, in seconds.
    pub longest_seconds: Option<u64>,
}

/// Of sessions of others, a role without the right sees only whose they are: not even their type.
const TOTALS: &str = "
    SELECT current_database(),
      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
        - coalesce(current_setting('reserved_connections', true)::int, 0),
      count(*),
      count(*) FILTER (WHERE datname = current_database() AND pid <> pg_backend_pid()),
      count(*) FILTER (WHERE datname = current_database() AND wait_event_type = 'Lock')
    FROM pg_stat_activity
    WHERE coalesce(backend_type, 'client backend') = 'client backend' AND usename IS NOT NULL";

const HOLDERS: &str = "
    SELECT coalesce(application_name, ''), coalesce(usename, ''), coalesce(state, ''), count(*),
      count(*) FILTER (WHERE wait_event_type = 'Lock'),
      floor(max(extract(epoch FROM clock_timestamp() - state_change)))::bigint
    FROM pg_stat_activity
    WHERE coalesce(backend_type, 'client backend') = 'client backend' AND usename IS NOT NULL
      AND datname = current_database() AND pid <> pg_backend_pid()
    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT 50";

impl PoolReport {
    /// How much of the limit is used, in percent; 100 and more when nothing is left for ordinary roles.
    pub fn used_percent(&self) -> u64 {
        self.used * 100 / self.limit.max(1)
    }
}

/// Looks once.
pub async fn pool(
    client: &Client,
    project: &str,
    attribution: &Attribution,
) -> Result<PoolReport, OperateError> {
    let own = |error: tokio_postgres::Error| OperateError::of(&error);
    let totals = bulkhead_connect::rows(client, TOTALS).await.map_err(own)?;
    let holders = bulkhead_connect::rows(client, HOLDERS).await.map_err(own)?;
    let waits =
        bulkhead_connect::rows(client, blocking::SQL.trim_end().trim_end_matches(';')).await.map_err(own)?;
    let waits: Vec<Row> = waits.iter().map(Row::from).collect();
    let totals = totals.first();
    let number = |index| totals.and_then(|row| number(row, index)).unwrap_or(0);
    Ok(PoolReport {
        project: project.to_owned(),
        database: totals.and_then(|row| row.get(0)).unwrap_or_default().to_owned(),
        limit: number(1),
        used: number(2),
        here: number(3),
        waiting: number(4),
        holders: holders.iter().map(|row| holder(row, attribution)).collect(),
        tenants: None,
        blockers: blockers(&waits),
    })
}

fn holder(row: &SimpleQueryRow, attribution: &Attribution) -> Holder {
    let text = |index| row.get(index).unwrap_or_default().to_owned();
    Holder {
        application: text(0),
        user: text(1),
        tenant: attribution.of(&text(1), "", &text(0)).map(|(tenant, _)| tenant),
        state: text(2),
        sessions: number(row, 3).unwrap_or(0),
        waiting: number(row, 4).unwrap_or(0),
        longest_seconds: number(row, 5),
    }
}

fn number(row: &SimpleQueryRow, index: usize) -> Option<u64> {
    row.get(index)?.parse().ok()
}
