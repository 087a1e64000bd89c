//! What can stop a plan or a run.

use std::ops::Range;
use std::path::PathBuf;

use bulkhead_connect::{ConnectError, ServerError};
use bulkhead_project::{ProjectError, Version};
use bulkhead_sql::{Position, SplitError};
use serde::Serialize;

use crate::{Blocker, Direction, RunHolder};

/// What had taken effect when a run ended early.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Versions that are finished, in order.
    pub finished: Vec<Version>,
    /// The version that is half-way, with its finished and its planned steps.
    pub half_way: Option<(Version, usize, usize)>,
}

impl Progress {
    /// Whether anything has taken effect.
    pub fn is_empty(&self) -> bool {
        self.finished.is_empty() && self.half_way.is_none()
    }
}

/// A statement that the server refused, and where it stands.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The version.
    pub version: Version,
    /// Whether it was being applied or undone.
    pub direction: Direction,
    /// The file, relative to the project's folder.
    pub path: PathBuf,
    /// The whole text of the file.
    pub text: String,
    /// The statement, as bytes of the file.
    pub span: Range<usize>,
    /// The byte that the server points at, if it does.
    pub at: Option<usize>,
    /// Line and column of that byte, else of the statement's begin.
    pub position: Position,
    /// Number of the statement within the version, from 1.
    pub statement: usize,
    /// How many statements the version has.
    pub statements: usize,
    /// What the server says.
    pub server: ServerError,
}

/// Why a plan cannot be made or a run ended.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The project on disk is not usable.
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// There is no session.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// A file cannot be cut into statements.
    #[error("{}:{}:{}: {source}", path.display(), position.line, position.column)]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Its text.
        text: String,
        /// The offending bytes.
        span: Range<usize>,
        /// Line and column of the first of them.
        position: Position,
        /// What is wrong.
        source: SplitError,
    },
    /// A file has transaction commands other than one outer pair.
    #[error("{}:{line}: transactions are begun and ended by the run, not inside a migration", path.display())]
    TransactionControl {
        /// The file.
        path: PathBuf,
        /// Its text.
        text: String,
        /// The command.
        span: Range<usize>,
        /// Its line.
        line: usize,
    },
    /// A version has no statement to run.
    #[error("{}: version {version} has no statement to run", path.display())]
    NothingToRun {
        /// The version.
        version: Version,
        /// Its first file.
        path: PathBuf,
    },
    /// The goal names a version that has no file.
    #[error("there is no migration with version {version}")]
    UnknownVersion {
        /// The version.
        version: Version,
    },
    /// An applied file was changed.
    #[error("{}: version {version} was changed after it was applied ({applied_at})", path.display())]
    Changed {
        /// The version.
        version: Version,
        /// Its first file.
        path: PathBuf,
        /// When it was applied.
        applied_at: String,
    },
    /// A file was changed where it has already taken effect.
    #[error(
        "{}: version {version} is half applied, and its step {step}, which has begun, was changed since",
        path.display()
    )]
    ChangedWhileUnfinished {
        /// The version.
        version: Version,
        /// Its first file.
        path: PathBuf,
        /// The step.
        step: usize,
    },
    /// Another version, or the other direction, must be finished first.
    #[error("version {version} is half-way ({direction:?}) and must be finished first")]
    OtherUnfinished {
        /// The version.
        version: Version,
        /// What was being done with it.
        direction: Direction,
    },
    /// A version arrives below the newest applied one.
    #[error("{}: version {version} arrives late: {newest} is already applied", path.display())]
    Late {
        /// The version.
        version: Version,
        /// Its first file.
        path: PathBuf,
        /// The newest applied version.
        newest: Version,
    },
    /// A version cannot be undone.
    #[error("{}: version {version} has no down file", path.display())]
    NoDown {
        /// The version.
        version: Version,
        /// Its first file.
        path: PathBuf,
    },
    /// An applied version has no file.
    #[error("version {version} is applied but has no file here, so it cannot be undone")]
    FileMissing {
        /// The version.
        version: Version,
    },
    /// The ledger's table belongs to somebody else.
    #[error("{table} exists and is not Bulkhead's; its columns are {columns}")]
    ForeignLedger {
        /// The table.
        table: String,
        /// Its columns.
        columns: String,
    },
    /// The ledger was written by a newer Bulkhead.
    #[error("{table} has format {format}; this build knows formats up to {known}")]
    NewerLedger {
        /// The table.
        table: String,
        /// Its format.
        format: u32,
        /// The newest format that this build knows.
        known: u32,
    },
    /// The ledger cannot be read or understood.
    #[error("the ledger cannot be read: {reason}")]
    LedgerUnreadable {
        /// Why.
        reason: String,
    },
    /// Nothing can be written.
    #[error("the database {database} cannot be written to: {reason}")]
    ReadOnly {
        /// The database.
        database: String,
        /// Why.
        reason: String,
    },
    /// A right is missing.
    #[error("role {user} may not {what}")]
    NoRights {
        /// The role.
        user: String,
        /// What it may not do.
        what: String,
        /// What gives the right.
        grant: String,
    },
    /// The server is older than the project's floor.
    #[error("the server is PostgreSQL {version}; this project needs {floor} or newer")]
    ServerTooOld {
        /// The server's version.
        version: String,
        /// The oldest major version.
        floor: u32,
    },
    /// Extensions are not there to be created.
    #[error(
        "{} {} not installed on the server's machine",
        names.iter().map(|name| format!("extension \"{name}\"")).collect::<Vec<_>>().join(", "),
        if names.len() == 1 { "is" } else { "are" }
    )]
    MissingExtension {
        /// The extensions, all of them.
        names: Vec<String>,
    },
    /// The database moved on between the question and the answer.
    #[error(
        "another run changed the database meanwhile: what was confirmed is no longer what would be undone"
    )]
    MovedOn,
    /// Another run holds the lock.
    #[error("another run is under way: {}", holder.as_ref().map_or("its holder cannot be seen".to_owned(), ToString::to_string))]
    RunLocked {
        /// Who holds it.
        holder: Option<RunHolder>,
    },
    /// The connection that held the run lock is gone.
    #[error("the run lock was lost: its connection ended ({reason})")]
    RunLockLost {
        /// What the connection said.
        reason: String,
    },
    /// A statement was refused.
    #[error("{}:{}:{}: {}", .0.path.display(), .0.position.line, .0.position.column, .0.server)]
    Statement(Box<Failure>),
    /// A lock was not to be had within the budget.
    #[error("a lock was not obtained in {attempts} attempts")]
    LockTimeout {
        /// The statement that wanted it.
        failure: Box<Failure>,
        /// How often it was tried.
        attempts: usize,
        /// Who stood in the way at the end.
        blockers: Vec<Blocker>,
    },
    /// An index by the wanted name is there and is not valid, and is not ours.
    #[error("{}:{line}: index {index} exists and is invalid, and this run did not begin it", path.display())]
    InvalidIndex {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// The index.
        index: String,
    },
    /// Whether a statement took effect cannot be told from the catalog.
    #[error("{}:{line}: {command} was begun by an earlier run, and whether it took effect cannot be told", path.display())]
    Unprovable {
        /// The version.
        version: Version,
        /// The step.
        step: usize,
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// The statement's command.
        command: String,
    },
    /// A repair names a step that was not begun.
    #[error("step {step} of version {version} was not left begun by an earlier run")]
    NotBegun {
        /// The version.
        version: Version,
        /// The step.
        step: usize,
    },
    /// The connection broke.
    #[error("the connection was lost: {reason}")]
    ConnectionLost {
        /// What the connection said.
        reason: String,
    },
    /// The user stopped the run.
    #[error("interrupted")]
    Interrupted,
    /// A verification question failed to run.
    #[error("{}:{line}: the question \"{name}\" cannot be asked: {server}", path.display())]
    Question {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// The question's name.
        name: String,
        /// What the server says.
        server: ServerError,
    },
}

impl MigrateError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            MigrateError::Project(error) => error.code(),
            MigrateError::Connect(error) => error.code(),
            MigrateError::Unreadable { .. } => "M001",
            MigrateError::TransactionControl { .. } => "M002",
            MigrateError::NothingToRun { .. } => "M003",
            MigrateError::UnknownVersion { .. } => "M004",
            MigrateError::Changed { .. } => "M005",
            MigrateError::ChangedWhileUnfinished { .. } => "M006",
            MigrateError::OtherUnfinished { .. } => "M007",
            MigrateError::Late { .. } => "M008",
            MigrateError::NoDown { .. } | MigrateError::FileMissing { .. } => "M009",
            MigrateError::ForeignLedger { .. } => "M010",
            MigrateError::NewerLedger { .. } => "M011",
            MigrateError::LedgerUnreadable { .. } => "M012",
            MigrateError::ReadOnly { .. } => "M013",
            MigrateError::NoRights { .. } => "M014",
            MigrateError::ServerTooOld { .. } => "M015",
            MigrateError::MissingExtension { .. } => "M016",
            MigrateError::RunLocked { .. } => "M017",
            MigrateError::RunLockLost { .. } => "M018",
            MigrateError::Statement(_) => "M019",
            MigrateError::LockTimeout { .. } => "M020",
            MigrateError::InvalidIndex { .. } => "M021",
            MigrateError::Unprovable { .. } => "M022",
            MigrateError::ConnectionLost { .. } => "M023",
            MigrateError::Interrupted => "M024",
            MigrateError::Question { .. } => "M025",
            MigrateError::NotBegun { .. } => "M026",
            MigrateError::MovedOn => "M027",
        }
    }

    pub(crate) fn ledger_text(reason: &str) -> MigrateError {
        MigrateError::LedgerUnreadable { reason: reason.to_owned() }
    }

    /// An error in a statement of ours: the server's report, else a lost connection.
    pub(crate) fn own_statement(error: &tokio_postgres::Error) -> MigrateError {
        match ServerError::of(error) {
            Some(server) if !ends_session(&server.sqlstate) => {
                MigrateError::LedgerUnreadable { reason: server.to_string() }
            }
            _ => MigrateError::lost(error),
        }
    }

    pub(crate) fn lost(error: &tokio_postgres::Error) -> MigrateError {
        let cause = std::error::Error::source(error).map(ToString::to_string);
        MigrateError::ConnectionLost { reason: cause.unwrap_or_else(|| error.to_string()) }
    }
}

/// Whether the server ended the session with its report: shutdown, crash, termination or a time limit on idling.
pub(crate) fn ends_session(sqlstate: &str) -> bool {
    sqlstate.starts_with("57P") || sqlstate.starts_with("08") || matches!(sqlstate, "25P03" | "25P04")
}
