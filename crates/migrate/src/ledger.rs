//! What a database records about its migrations.
//!
//! `schema_migrations` has one row per applied version. `bulkhead.steps` holds the steps of versions that are not
//! finished yet, and is empty otherwise. Both are written by runs only; reading creates nothing.

mod observe;
mod sql;

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_project::{Checksum, Version};
use serde::Serialize;

use crate::Direction;

pub use observe::{Facts, observe};
pub(crate) use sql::{After, Guard, LedgerSql};

/// The format of the ledger that this build writes. A ledger with a higher number is left alone.
pub(crate) const FORMAT: u32 = 1;

/// Where the ledger is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerName {
    /// The schema of the table `schema_migrations`.
    pub schema: String,
}

impl LedgerName {
    /// The table's name.
    pub const TABLE: &'static str = "schema_migrations";

    /// The qualified, quoted name.
    pub fn quoted(&self) -> String {
        format!("{}.{}", quote_identifier(&self.schema), LedgerName::TABLE)
    }

    /// The qualified name as a string literal, for `to_regclass`.
    pub(crate) fn literal(&self) -> String {
        quote_literal(&self.quoted())
    }
}

/// Everything a plan needs to know about a database.
#[derive(Clone, Debug, Serialize)]
pub struct Observed {
    /// The server and our rights there.
    pub facts: Facts,
    /// The applied versions.
    pub ledger: LedgerState,
    /// Steps of versions that are not finished.
    pub unfinished: Vec<StepRecord>,
}

/// The ledger as it was read.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerState {
    /// Where it is.
    pub name: LedgerName,
    /// Whether the table exists.
    pub exists: bool,
    /// The applied versions, in ascending order.
    pub applied: Vec<Applied>,
}

/// A row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// The version.
    pub version: Version,
    /// The words of its file name at the time.
    pub description: String,
    /// The digests of its files at the time; rows taken over from elsewhere have none.
    pub checksum: Option<Checksum>,
    /// When it was applied, as the server prints a time.
    pub applied_at: String,
    /// How long it took, in milliseconds.
    pub duration_ms: Option<u64>,
    /// The role that applied it.
    pub applied_by: String,
}

/// A step of a version that is not finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepRecord {
    /// The version.
    pub version: Version,
    /// Whether it was being applied or undone.
    pub direction: Direction,
    /// Number of the step, from 1.
    pub step: usize,
    /// Digest of the step's text.
    pub digest: String,
    /// How far it came.
    pub state: StepState,
    /// What was seen before the step began; only steps without a transaction have it.
    pub before: String,
}

/// How far a step came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// Its end was not recorded.
    Begun,
    /// It has taken effect.
    Done,
}

/// Who holds the run lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RunHolder {
    /// The server process of the lock.
    pub pid: i32,
    /// The role.
    pub user: String,
    /// Host and process of the holder, as it says itself; its address when it says nothing.
    pub host: String,
    /// Seconds since it took the lock.
    pub held_seconds: u64,
    /// What it works on, when that can be seen.
    pub working_on: Option<String>,
}

impl std::fmt::Display for RunHolder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let RunHolder { pid, user, host, held_seconds, working_on } = self;
        write!(formatter, "{host} (server process {pid}, role {user}) for {held_seconds} s")?;
        match working_on {
            Some(work) => write!(formatter, ", working on {work}"),
            None => Ok(()),
        }
    }
}

impl Observed {
    /// Whether both tell of the same applied versions and the same unfinished steps, so that a plan made from one
    /// holds for the other.
    pub(crate) fn is_as_far_as(&self, other: &Observed) -> bool {
        self.ledger.applied == other.ledger.applied && self.unfinished == other.unfinished
    }

    /// What is known of a database that does not exist yet: nothing is applied.
    pub fn of_no_database(database: &str, ledger_schema: &str) -> Observed {
        Observed {
            facts: Facts::of_no_database(database),
            ledger: LedgerState {
                name: LedgerName { schema: ledger_schema.to_owned() },
                exists: false,
                applied: Vec::new(),
            },
            unfinished: Vec::new(),
        }
    }
}
