//! Reads what a database says about itself, in one round trip and without creating anything.

use bulkhead_connect::rows;
use bulkhead_project::{Checksum, Version};
use serde::Serialize;
use tokio_postgres::{Client, SimpleQueryRow};

use super::{Applied, FORMAT, LedgerName, LedgerState, Observed, StepRecord, StepState};
use crate::{Direction, MigrateError};

/// The server and our rights there.
#[derive(Clone, Debug, Serialize)]
pub struct Facts {
    /// `server_version_num`, for instance 150020.
    pub version_num: u32,
    /// The version as the server prints it.
    pub version: String,
    /// The database.
    pub database: String,
    /// The role we work as.
    pub user: String,
    /// Why nothing can be written here, if so.
    pub read_only: Option<String>,
    /// Whether we may create schemas.
    pub may_create_schema: bool,
    /// Whether schema `bulkhead` exists.
    pub has_bulkhead_schema: bool,
    /// Whether the table of begun steps is there.
    pub has_steps: bool,
    /// Whether we may create tables in the ledger's schema; `None` when it does not exist.
    pub may_create_in_ledger_schema: Option<bool>,
}

impl Facts {
    pub(super) fn of_no_database(database: &str) -> Facts {
        Facts {
            version_num: 0,
            version: String::new(),
            database: database.to_owned(),
            user: String::new(),
            read_only: None,
            may_create_schema: false,
            has_bulkhead_schema: false,
            has_steps: false,
            may_create_in_ledger_schema: None,
        }
    }
}

/// Reads server, ledger and unfinished steps.
///
/// Fails when the ledger belongs to another tool or to a newer Bulkhead, or cannot be read.
pub async fn observe(client: &Client, name: &LedgerName) -> Result<Observed, MigrateError> {
    let (facts, ledger, steps) = (facts_sql(name), ledger_sql(name), steps_sql());
    // Sent together; the last two fail on a database that has no ledger, which is an answer too.
    let (facts, ledger, steps) =
        tokio::join!(rows(client, &facts), rows(client, &ledger), rows(client, steps));
    let facts = facts.map_err(|error| MigrateError::own_statement(&error))?;
    let row = facts.first().ok_or_else(|| MigrateError::ledger_text("the server sent no facts"))?;
    check_format(row, name)?;
    let exists = text(row, "ledger").is_some();
    let applied = match ledger {
        Ok(rows) => rows.iter().map(applied).collect::<Result<Vec<_>, _>>()?,
        Err(_) if !exists => Vec::new(),
        Err(error) => return Err(MigrateError::own_statement(&error)),
    };
    let unfinished = match steps {
        Ok(rows) => rows.iter().map(step).collect::<Result<Vec<_>, _>>()?,
        Err(error) if is_missing(&error) => Vec::new(),
        Err(error) => return Err(MigrateError::own_statement(&error)),
    };
    let mut applied = applied;
    applied.sort_by(|left, right| left.version.cmp(&right.version));
    let ledger = LedgerState { name: name.clone(), exists, applied };
    Ok(Observed { facts: read_facts(row), ledger, unfinished })
}

fn facts_sql(name: &LedgerName) -> String {
    include_str!("facts.sql")
        .replace("{ledger}", &name.literal())
        .replace("{schema}", &bulkhead_connect::quote_literal(&name.schema))
}

fn ledger_sql(name: &LedgerName) -> String {
    format!(
        "SELECT version, description, checksum, checksum_normalized, applied_at, applied_by, \
         (extract(epoch FROM duration) * 1000)::bigint AS duration_ms FROM {}",
        name.quoted()
    )
}

fn steps_sql() -> &'static str {
    "SELECT version, direction, step, digest, state, before FROM bulkhead.steps ORDER BY version, step"
}

/// Undefined table or schema.
fn is_missing(error: &tokio_postgres::Error) -> bool {
    error.code().is_some_and(|code| matches!(code.code(), "42P01" | "3F000"))
}

fn text<'r>(row: &'r SimpleQueryRow, column: &str) -> Option<&'r str> {
    row.try_get(column).ok().flatten()
}

fn flag(row: &SimpleQueryRow, column: &str) -> Option<bool> {
    text(row, column).map(|value| value == "t")
}

fn owned(row: &SimpleQueryRow, column: &str) -> String {
    text(row, column).unwrap_or_default().to_owned()
}

fn read_facts(row: &SimpleQueryRow) -> Facts {
    let read_only = match (flag(row, "in_recovery"), flag(row, "read_only")) {
        (Some(true), _) => Some("the server is a standby (in recovery)".to_owned()),
        (_, Some(true)) => Some("transactions are read-only here (default_transaction_read_only)".to_owned()),
        _ => None,
    };
    Facts {
        version_num: text(row, "version_num").and_then(|text| text.parse().ok()).unwrap_or(0),
        version: owned(row, "version"),
        database: owned(row, "database"),
        user: owned(row, "user"),
        read_only,
        may_create_schema: flag(row, "may_create_schema").unwrap_or(false),
        has_bulkhead_schema: flag(row, "has_bulkhead_schema").unwrap_or(false),
        has_steps: flag(row, "has_steps").unwrap_or(false),
        may_create_in_ledger_schema: flag(row, "may_create_in_ledger_schema"),
    }
}

/// Refuses a table that is not ours, or that a newer Bulkhead wrote.
fn check_format(row: &SimpleQueryRow, name: &LedgerName) -> Result<(), MigrateError> {
    let Some(columns) = text(row, "ledger_columns") else { return Ok(()) };
    let wanted =
        ["version", "description", "checksum", "checksum_normalized", "applied_at", "duration", "applied_by"];
    let has = |column: &&str| columns.split(',').any(|there| there == *column);
    if !wanted.iter().all(has) {
        return Err(MigrateError::ForeignLedger {
            table: name.quoted(),
            columns: columns.replace(',', ", "),
        });
    }
    let comment = text(row, "ledger_comment").unwrap_or_default();
    let format = comment.strip_prefix("Bulkhead ledger, format ").and_then(|number| number.parse().ok());
    match format {
        Some(format) if format > FORMAT => {
            Err(MigrateError::NewerLedger { table: name.quoted(), format, known: FORMAT })
        }
        _ => Ok(()),
    }
}

fn version(row: &SimpleQueryRow) -> Result<Version, MigrateError> {
    let text = text(row, "version").unwrap_or_default();
    Version::parse(text)
        .ok_or_else(|| MigrateError::ledger_text(&format!("\"{text}\" in the ledger is no version")))
}

fn applied(row: &SimpleQueryRow) -> Result<Applied, MigrateError> {
    let checksum = match (text(row, "checksum"), text(row, "checksum_normalized")) {
        (Some(raw), Some(normalized)) => {
            Some(Checksum { raw: raw.to_owned(), normalized: normalized.to_owned() })
        }
        _ => None,
    };
    Ok(Applied {
        version: version(row)?,
        description: owned(row, "description"),
        checksum,
        applied_at: owned(row, "applied_at"),
        duration_ms: text(row, "duration_ms").and_then(|text| text.parse().ok()),
        applied_by: owned(row, "applied_by"),
    })
}

fn step(row: &SimpleQueryRow) -> Result<StepRecord, MigrateError> {
    let direction = match text(row, "direction") {
        Some("down") => Direction::Down,
        _ => Direction::Up,
    };
    let state = match text(row, "state") {
        Some("done") => StepState::Done,
        _ => StepState::Begun,
    };
    Ok(StepRecord {
        version: version(row)?,
        direction,
        step: text(row, "step").and_then(|text| text.parse().ok()).unwrap_or(0),
        digest: owned(row, "digest"),
        state,
        before: owned(row, "before"),
    })
}
