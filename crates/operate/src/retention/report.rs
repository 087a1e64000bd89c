//! What is told about retention.

use serde::Serialize;

use super::fit::Action;
use crate::Obstacle;

/// What goes, and what has gone.
#[derive(Clone, Debug, Serialize)]
pub struct RetentionReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// Whether anything was to be deleted.
    pub applied: bool,
    /// The rules, in the order of the manifest.
    pub rules: Vec<RetentionResult>,
}

/// What a rule says, finds and did.
#[derive(Clone, Debug, Serialize)]
pub struct RetentionResult {
    /// Schema and name of the table.
    pub table: String,
    /// The column that says how old a row is.
    pub column: String,
    /// How long rows are kept, where no policy says otherwise; `None` for ever.
    pub keep: Option<String>,
    /// The table of policies.
    pub policies: Option<String>,
    /// The system's own way to remove them.
    pub purge: Option<String>,
    /// Rows that would go before anything was done.
    pub rows: u64,
    /// How they were counted.
    pub counted: Counted,
    /// The time of the oldest one.
    pub oldest: Option<String>,
    /// How long ago that was, in seconds.
    pub oldest_age_s: Option<u64>,
    /// What they take on disk with their share of the indexes, estimated from the size of the table, in bytes; `None`
    /// before the first ANALYZE.
    pub bytes_estimate: Option<u64>,
    /// Rows that are old enough and stay, because a hold keeps them.
    pub held: u64,
    /// Rows that are old enough and stay, because rows of other tables point to them.
    pub referenced: u64,
    /// The same by tenant, most rows first.
    pub tenants: Vec<TenantRows>,
    /// Foreign keys that are concerned.
    pub children: Vec<ChildRows>,
    /// The system's triggers that fire on DELETE.
    pub triggers: Vec<String>,
    /// Rows that have gone.
    pub deleted: u64,
    /// In so many transactions.
    pub batches: u64,
    /// The longest of them, in milliseconds.
    pub longest_ms: u64,
    /// Rows that would still go.
    pub left: u64,
    /// When a run last left nothing, in seconds since 1970: this one, else the last that the policies note.
    pub last_run_s: Option<i64>,
    /// Rows that are old enough and that the system's own function kept.
    pub kept_by_system: u64,
    /// What is in the way.
    pub obstacles: Vec<Obstacle>,
}

/// How rows were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// One by one.
    #[default]
    Exact,
    /// By the planner, because counting took too long.
    Estimate,
}

/// The rows of one tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TenantRows {
    /// The tenant; `None` for rows of no tenant, and where the table has none.
    pub tenant: Option<String>,
    /// Rows that would go.
    pub rows: u64,
    /// The time of the oldest one.
    pub oldest: Option<String>,
    /// Rows that a hold keeps.
    pub held: u64,
    /// Rows that others point to.
    pub referenced: u64,
}

/// Rows that point to what would go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChildRows {
    /// Their table.
    pub table: String,
    /// The foreign key.
    pub constraint: String,
    /// What it does.
    pub action: Action,
    /// How many; `None` when they could not be counted.
    pub rows: Option<u64>,
}
