//! What a run did, as plain data.

use bulkhead_project::Version;
use serde::Serialize;

use crate::{Direction, Note};

/// The outcome of a run that reached its goal.
#[derive(Clone, Debug, Serialize)]
pub struct MigrateReport {
    /// Which way the run went.
    pub direction: Direction,
    /// The database.
    pub database: String,
    /// The versions that were worked on, in order.
    pub versions: Vec<AppliedVersion>,
    /// What a reader should know.
    pub notes: Vec<Note>,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
}

/// One version that was applied or undone.
#[derive(Clone, Debug, Serialize)]
pub struct AppliedVersion {
    /// The version.
    pub version: Version,
    /// The words of its file names.
    pub description: String,
    /// How many statements were run.
    pub statements: usize,
    /// In how many steps.
    pub steps: usize,
}
