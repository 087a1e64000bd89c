//! Exit codes. They are part of the contract with scripts.

use std::process::ExitCode;

use bulkhead_migrate::{MigrateError, Progress};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, or nothing to do.
    Done = 0,
    /// Failed, and nothing was applied.
    Failed = 1,
    /// The command line or the configuration is wrong.
    Usage = 2,
    /// Something is pending (`--exit-code`).
    Pending = 3,
    /// Partly applied; the next run goes on.
    PartlyApplied = 4,
    /// A lock or a time limit; trying again is safe.
    Locked = 5,
    /// The database is not what the files say.
    Drift = 6,
    /// Findings: a check says no.
    Findings = 7,
    /// Stopped by the user; the next run goes on.
    Interrupted = 130,
}

impl Exit {
    /// The exit code of an error and of what had taken effect before it.
    pub fn of(error: &MigrateError, progress: &Progress) -> Exit {
        match error {
            MigrateError::Interrupted => Exit::Interrupted,
            MigrateError::RunLocked { .. } => Exit::Locked,
            MigrateError::LockTimeout { .. } if progress.is_empty() => Exit::Locked,
            MigrateError::Changed { .. } | MigrateError::ChangedWhileUnfinished { .. } => Exit::Drift,
            MigrateError::Project(_)
            | MigrateError::Unreadable { .. }
            | MigrateError::TransactionControl { .. }
            | MigrateError::NothingToRun { .. }
            | MigrateError::UnknownVersion { .. } => Exit::Usage,
            _ if progress.is_empty() => Exit::Failed,
            _ => Exit::PartlyApplied,
        }
    }

    /// Help and version are no mistakes.
    pub fn of_usage(error: &clap::Error) -> Exit {
        if error.use_stderr() { Exit::Usage } else { Exit::Done }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}
