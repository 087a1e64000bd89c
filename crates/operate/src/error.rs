//! What can go wrong.

use std::ops::Range;
use std::path::PathBuf;

use bulkhead_connect::{ConnectError, ServerError};
use bulkhead_generate::GenerateError;
use bulkhead_migrate::{Answer, Blocker, MigrateError};
use bulkhead_sql::Position;

/// A statement of a script that the server refused.
#[derive(Clone, Debug)]
pub struct ScriptFailure {
    /// The file, relative to the project's folder.
    pub path: PathBuf,
    /// Its whole text.
    pub text: String,
    /// The bytes to underline.
    pub span: Range<usize>,
    /// Line and column of the first of them.
    pub position: Position,
    /// What the server says.
    pub server: ServerError,
}

/// Why an operation did not happen. Nothing of it has taken effect, but for what upkeep had finished before.
#[derive(Debug, thiserror::Error)]
pub enum OperateError {
    /// The database is a production database.
    #[error("the database says that it is a production database: {what} is refused")]
    Production {
        /// What was wanted.
        what: &'static str,
    },
    /// The seed would have to begin from nothing, and nothing says how.
    #[error("the seed for {environment} begins from nothing, and there is no seeds/clean.sql")]
    NoClean {
        /// The environment.
        environment: String,
    },
    /// A statement was refused.
    #[error("{}:{}:{}: {}", .0.path.display(), .0.position.line, .0.position.column, .0.server)]
    Script(Box<ScriptFailure>),
    /// A file cannot be cut into statements.
    #[error("{}:{}:{}: {reason}", path.display(), position.line, position.column)]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Where.
        position: Position,
        /// What is wrong.
        reason: String,
    },
    /// After the seed the data are not what its questions say.
    #[error("after the seed, {} of {} answers are wrong", wrong.len(), asked)]
    WrongAnswers {
        /// The wrong ones.
        wrong: Vec<Answer>,
        /// How many questions were asked.
        asked: usize,
    },
    /// A question cannot be asked.
    #[error(transparent)]
    Question(#[from] MigrateError),
    /// A figure cannot be had.
    #[error("{}:{line}: the figure \"{name}\" cannot be had: {server}", path.display())]
    Figure {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// Its name.
        name: String,
        /// What the server says.
        server: ServerError,
    },
    /// `pg_dump` did not write the schema.
    #[error("the schema cannot be dumped: {reason}")]
    Dump {
        /// Why.
        reason: String,
    },
    /// Tenants are asked for, and the manifest names none.
    #[error("project {project} has no tenants: its manifest has no [tenancy]")]
    NoTenancy {
        /// The project.
        project: String,
    },
    /// A section of the manifest does not fit the database.
    #[error("[[{section}]] of {table}: {reason}")]
    Unfit {
        /// The section: `retention` or `partitions`.
        section: &'static str,
        /// Its table.
        table: String,
        /// Why it does not fit.
        reason: String,
    },
    /// A policy keeps rows for less than a day.
    #[error("a policy in {table} says {days} days: that would remove what is new")]
    Policy {
        /// The table of policies.
        table: String,
        /// The days.
        days: String,
    },
    /// A lock was never free for long enough.
    #[error("{what}: the lock was not free in {attempts} attempts")]
    Locked {
        /// What was to be done.
        what: String,
        /// How often was tried.
        attempts: usize,
        /// Who held it at last.
        blockers: Vec<Blocker>,
    },
    /// The user wanted out.
    #[error("interrupted")]
    Interrupted,
    /// There is no connection.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// A report is to be kept, and nothing says where.
    #[error("project {project} keeps no reports of {command}: there is no record/{command}.sql")]
    NoRecord {
        /// The project.
        project: String,
        /// The command.
        command: &'static str,
    },
    /// There is no backup, or nothing says where.
    #[error("no backup: {reason}")]
    NoBackup {
        /// Why.
        reason: String,
    },
    /// A program that takes or restores backups is missing or failed.
    #[error("{program} failed: {reason}")]
    BackupTool {
        /// The program.
        program: String,
        /// What it said.
        reason: String,
    },
    /// A backup that cannot be restored to a private server.
    #[error("backup {backup} is not restored here: {reason}")]
    NotHere {
        /// The backup.
        backup: String,
        /// Why.
        reason: String,
    },
    /// Files of backups, or the record of drills, cannot be read or written.
    #[error("{}: {reason}", path.display())]
    BackupFiles {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The private server could not be had.
    #[error(transparent)]
    Server(#[from] bulkhead_server::ServerError),
    /// Rows cannot be generated.
    #[error(transparent)]
    Rows(#[from] GenerateError),
    /// The server refused something that is not in a file.
    #[error("{0}")]
    Refused(ServerError),
    /// The connection broke.
    #[error("the connection was lost: {reason}")]
    Lost {
        /// What the connection said.
        reason: String,
    },
}

impl OperateError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            OperateError::Production { .. } => "O001",
            OperateError::NoClean { .. } => "O002",
            OperateError::Script(_) | OperateError::Unreadable { .. } => "O003",
            OperateError::WrongAnswers { .. } => "O004",
            OperateError::Figure { .. } => "O005",
            OperateError::Refused(_) => "O006",
            OperateError::Dump { .. } => "O007",
            OperateError::NoTenancy { .. } => "O020",
            OperateError::Unfit { .. } => "O011",
            OperateError::Policy { .. } => "O013",
            OperateError::Locked { .. } => "O015",
            OperateError::Interrupted => "M024",
            OperateError::Connect(error) => error.code(),
            OperateError::NoRecord { .. } => "O021",
            OperateError::NoBackup { .. } => "O016",
            OperateError::BackupTool { .. } => "O017",
            OperateError::NotHere { .. } => "O018",
            OperateError::BackupFiles { .. } => "O019",
            OperateError::Server(_) => "S001",
            OperateError::Rows(GenerateError::AlreadyThere { .. }) => "O008",
            OperateError::Rows(GenerateError::NoRows) => "O009",
            OperateError::Rows(GenerateError::Lost { .. }) => "M023",
            OperateError::Rows(_) => "O010",
            OperateError::Question(error) => error.code(),
            OperateError::Lost { .. } => "M023",
        }
    }

    /// The server's report, else a lost connection.
    pub(crate) fn of(error: &tokio_postgres::Error) -> OperateError {
        ServerError::of(error).map_or_else(|| OperateError::lost(error), OperateError::Refused)
    }

    pub(crate) fn lost(error: &tokio_postgres::Error) -> OperateError {
        let cause = std::error::Error::source(error).map(ToString::to_string);
        OperateError::Lost { reason: cause.unwrap_or_else(|| error.to_string()) }
    }
}
