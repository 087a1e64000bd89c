//! What is told about partitioned tables.

use bulkhead_project::Every;
use serde::Serialize;

use crate::Obstacle;

/// The partitioned tables of a project.
#[derive(Clone, Debug, Serialize)]
pub struct PartitionsReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// Whether anything was to be changed.
    pub applied: bool,
    /// The tables, in the order of the manifest.
    pub tables: Vec<PartitionedTable>,
}

/// One partitioned table.
#[derive(Clone, Debug, Serialize)]
pub struct PartitionedTable {
    /// Schema and name.
    pub table: String,
    /// The column that decides on the partition.
    pub key: String,
    /// The time zone in which partitions begin at midnight.
    pub zone: String,
    /// How long one partition is.
    pub every: Every,
    /// How long partitions are kept; `None` for ever.
    pub keep: Option<String>,
    /// Whether a hold forbids to take anything away.
    pub held: bool,
    /// What becomes of old ones: `detach` or `drop`.
    pub then: &'static str,
    /// The partitions, oldest first.
    pub partitions: Vec<Partition>,
    /// Rows in the default partition, counted up to a million; `None` without one.
    pub default_rows: Option<u64>,
    /// Stretches between partitions that nothing covers.
    pub gaps: Vec<Stretch>,
    /// Partitions that should be there.
    pub missing: Vec<NewPartition>,
    /// Partitions that are too old.
    pub old: Vec<String>,
    /// What an earlier run, or somebody else, did by half: partitions on their way out, and tables to be dropped.
    pub unfinished: Vec<String>,
    /// What this run did.
    pub done: Vec<String>,
    /// What is in the way.
    pub obstacles: Vec<Obstacle>,
}

/// One partition.
#[derive(Clone, Debug, Serialize)]
pub struct Partition {
    /// Schema and name.
    pub name: String,
    /// Where it begins; `None` for the default partition and for one without a beginning.
    pub from: Option<String>,
    /// Where it ends, exclusively.
    pub to: Option<String>,
    /// Size with indexes, in bytes.
    pub bytes: u64,
    /// Where it stands.
    pub state: PartitionState,
}

/// Where a partition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PartitionState {
    /// To be taken away.
    Old,
    /// Over, and kept.
    Past,
    /// Takes the rows of now.
    Current,
    /// Waits for its time.
    Ahead,
    /// Takes what fits nowhere else.
    Default,
    /// On its way out.
    Detaching,
}

impl PartitionState {
    /// Every state, in the order of time.
    pub const ALL: [PartitionState; 6] = [
        PartitionState::Old,
        PartitionState::Past,
        PartitionState::Current,
        PartitionState::Ahead,
        PartitionState::Default,
        PartitionState::Detaching,
    ];

    /// The word for it, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            PartitionState::Old => "old",
            PartitionState::Past => "past",
            PartitionState::Current => "current",
            PartitionState::Ahead => "ahead",
            PartitionState::Default => "default",
            PartitionState::Detaching => "detaching",
        }
    }
}

/// A stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// Its beginning.
    pub from: String,
    /// Its end, exclusively.
    pub to: String,
}

/// A partition to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewPartition {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub from: String,
    /// The first day after it.
    pub to: String,
}
