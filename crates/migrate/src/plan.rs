//! What will be done, as plain data: decided before anything is done, from text and observations alone.

mod build;
mod effects;
mod enum_values;
mod gate;
mod steps;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::path::Path;

use bulkhead_project::{Checksum, Version};
use bulkhead_sql::{Command, Target};
use serde::Serialize;

pub use build::plan;
pub(crate) use gate::has_changed;
pub(crate) use steps::statement_text;

use crate::{Direction, LedgerName};

/// Everything a run will do, in order.
#[derive(Debug, Serialize)]
pub struct Plan<'p> {
    /// Which way the run goes.
    pub direction: Direction,
    /// Where the ledger is.
    pub ledger: LedgerName,
    /// The versions in the order in which they are worked on.
    pub versions: Vec<VersionPlan<'p>>,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// The work on one version.
#[derive(Debug, Serialize)]
pub struct VersionPlan<'p> {
    /// The version.
    pub version: Version,
    /// The words of its file names.
    pub description: String,
    /// What the ledger will hold; only when going up.
    pub checksum: Option<Checksum>,
    /// The files that are run, in order.
    pub files: Vec<PlannedFile<'p>>,
    /// The steps: each takes effect as a whole or not at all.
    pub steps: Vec<Step>,
    /// A statement may change settings of the session, or its role, which must not reach the next version.
    pub changes_session: bool,
    /// The version was begun before; steps marked as done are not run again.
    pub resumed: bool,
}

/// A file and what of it is run.
#[derive(Debug, Serialize)]
pub struct PlannedFile<'p> {
    /// Path relative to the project's folder.
    pub path: &'p Path,
    /// The letter of the part.
    pub part: Option<char>,
    /// The whole text.
    #[serde(skip)]
    pub text: &'p str,
}

/// How a step is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// All statements in one transaction, together with the record of it.
    Transaction,
    /// One statement outside any transaction; what it did is proved from the catalog.
    Alone,
}

/// A part of a version that takes effect as a whole.
#[derive(Debug, Serialize)]
pub struct Step {
    /// Number within the version, from 1.
    pub number: usize,
    /// How it is run.
    pub mode: Mode,
    /// Its statements; empty for a last step that only writes the ledger.
    pub statements: Vec<PlannedStatement>,
    /// Settings from earlier steps that the statements rely on; sent again before them.
    #[serde(skip)]
    pub prelude: Vec<PlannedStatement>,
    /// Digest of the step's normalised statements, by which a later run knows it again.
    #[serde(skip)]
    pub digest: String,
    /// What is known from an earlier run.
    #[serde(serialize_with = "as_word")]
    pub state: StepProgress,
}

impl Step {
    /// A step without a statement, in whose transaction the ledger is written.
    pub(crate) fn of_ledger(number: usize) -> Step {
        Step {
            number,
            mode: Mode::Transaction,
            statements: Vec::new(),
            prelude: Vec::new(),
            digest: String::new(),
            state: StepProgress::Pending,
        }
    }
}

/// What is known of a step from an earlier run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepProgress {
    /// Nothing: it has not begun.
    Pending,
    /// It has taken effect.
    Done,
    /// It began and its end was not recorded; what was seen before it began.
    Begun(String),
}

/// One statement of a step.
#[derive(Clone, Debug, Serialize)]
pub struct PlannedStatement {
    /// Number within the version, from 1.
    pub number: usize,
    /// Index into the version's files.
    pub file: usize,
    /// Bytes of the file.
    pub span: Range<usize>,
    /// Bytes of the rows that follow a COPY.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_data: Option<Range<usize>>,
    /// Line in the file, from 1.
    pub line: usize,
    /// What it is; its command tag where it is written out.
    #[serde(serialize_with = "as_tag")]
    pub command: Command,
    /// The objects that it names.
    pub targets: Vec<Target>,
}

/// Something that a reader of the plan should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Note {
    /// The file's own BEGIN and COMMIT are replaced by ours.
    OwnTransaction {
        /// The file.
        path: String,
    },
    /// A statement on the ledger is left out: the ledger is written by the run itself.
    LedgerStatement {
        /// The file.
        path: String,
        /// The line.
        line: usize,
    },
    /// A version takes effect in several steps.
    Split {
        /// The version.
        version: Version,
        /// Why: what cannot share a transaction.
        reason: String,
    },
    /// An applied version has no file here.
    MissingFile {
        /// The version.
        version: Version,
    },
    /// A version was begun by an earlier run and is gone on with.
    Resumed {
        /// The version.
        version: Version,
        /// Steps that have taken effect.
        done: usize,
    },
    /// A version has no statement: it changes nothing but the ledger.
    Empty {
        /// The version.
        version: Version,
        /// Its first file.
        path: String,
    },
    /// The statement destroys data.
    DataLoss {
        /// The file.
        path: String,
        /// The line.
        line: usize,
        /// The statement's command and target.
        what: String,
    },
}

fn as_tag<S: serde::Serializer>(command: &Command, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(command.tag())
}

fn as_word<S: serde::Serializer>(state: &StepProgress, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match state {
        StepProgress::Pending => "pending",
        StepProgress::Done => "done",
        StepProgress::Begun(_) => "begun",
    })
}

impl Plan<'_> {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }
}
