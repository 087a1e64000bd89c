//! What was measured, as plain data.

use bulkhead_project::Version;
use serde::Serialize;

use super::change::Change;
use super::live::Size;
use super::mode::{Blocks, LockMode};
use crate::Finding;

/// What the locks of a project's versions showed.
#[derive(Clone, Debug)]
pub struct LockProof {
    /// Every statement that was watched and locked something, in order.
    pub statements: Vec<LockedStatement>,
    /// How many statements were watched.
    pub watched: usize,
    /// Where somebody would wait for long.
    pub findings: Vec<Finding>,
    /// What a reader should know besides.
    pub notes: Vec<String>,
}

/// How the locks of a statement were learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Read by the session itself before its commit: exact.
    Observed,
    /// Seen from a second session while the statement ran outside a transaction: the first strong lock for
    /// certain, a later one that was held for a moment may be missing.
    Sampled,
}

/// One statement and what it locked.
#[derive(Clone, Debug, Serialize)]
pub struct LockedStatement {
    /// The version.
    pub version: Version,
    /// Number of the step within the version: statements of one step share a transaction.
    pub step: usize,
    /// File and line.
    pub place: String,
    /// The server's command tag.
    pub command: &'static str,
    /// How the locks were learnt.
    pub source: Source,
    /// Whether it was judged: its version is pending in the project's database, or all versions were asked
    /// for.
    pub judged: bool,
    /// The relations it locked, or worked on under a lock that was held already.
    pub locks: Vec<LockedRelation>,
    /// The statement.
    #[serde(skip)]
    pub sql: String,
    /// Whether it is a form that is `CONCURRENTLY`.
    #[serde(skip)]
    pub(crate) concurrently: bool,
    /// The relations that are locked against others when it ends: `ROLLBACK TO SAVEPOINT` gives locks back.
    #[serde(skip)]
    pub(crate) blocked: Vec<String>,
    /// What it made of the tables that were there before.
    #[serde(skip)]
    pub(crate) changes: Vec<Change>,
}

/// A relation and what a statement did with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LockedRelation {
    /// Schema and name, quoted where needed.
    pub relation: String,
    /// What it is, as in `table`, `index`, `materialized view`.
    pub kind: &'static str,
    /// The table of an index, else the relation itself.
    pub table: String,
    /// The strongest mode that is held on it when the statement ends.
    pub mode: LockMode,
    /// Whether this statement took that mode; otherwise an earlier one of the same transaction did.
    pub new: bool,
    /// Who has to wait.
    pub blocks: Blocks,
    /// Whether its rows were written anew.
    pub rewrite: bool,
    /// Whether an index on its old rows was built.
    pub index_build: bool,
    /// Whether all of its rows were read.
    pub scan: bool,
    /// Whether the version found it there; nobody else knows what the version made itself.
    pub existed_before: bool,
    /// Its size in the project's database; `None` when it is not there or the database is not known.
    pub size: Option<Size>,
    /// Of a partition: the table at the top.
    #[serde(skip)]
    pub(crate) root: Option<String>,
}

impl LockedRelation {
    /// Whether others have to wait for it: it was there before and the lock is strong.
    pub fn blocks_others(&self) -> bool {
        self.existed_before && self.blocks != Blocks::Nothing
    }

    /// Whether the statement read or wrote all of it.
    pub(crate) fn works(&self) -> bool {
        self.rewrite || self.index_build || self.scan
    }
}
