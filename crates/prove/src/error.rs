//! What can keep a proof from being made.

use bulkhead_connect::{ConnectError, ServerError};
use bulkhead_generate::GenerateError;
use bulkhead_migrate::{MigrateError, Stopped};
use bulkhead_project::ProjectError;

/// Why there is no proof.
#[derive(Debug, thiserror::Error)]
pub enum ProveError {
    /// The project on disk is not usable.
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// There is no session.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// The scratch database cannot be created or dropped.
    #[error("the scratch database {name} cannot be {what}: {server}")]
    Scratch {
        /// Its name.
        name: String,
        /// `created` or `dropped`.
        what: &'static str,
        /// What the server says.
        server: ServerError,
    },
    /// The project's migrations do not run on the scratch database.
    #[error("{}", .0.error)]
    Build(Box<Stopped>),
    /// No rows could be made to attack.
    #[error("there are no rows of two tenants to try it with: {0}")]
    Rows(#[from] GenerateError),
    /// The manifest names fewer than two tenants, where only it can.
    #[error("the manifest names {count} tenants; a proof takes two")]
    Tenants {
        /// How many it names.
        count: usize,
    },
    /// Running the migrations would change roles or databases that are there, and there is no other server to run them on.
    #[error(
        "roles and databases belong to the whole server, and the migrations of this proof would change or make anew {}, \
         which {} there; a private server for the proof cannot be had: {reason}",
        endangered.join(", "),
        if endangered.len() == 1 { "is" } else { "are" }
    )]
    InUse {
        /// The roles and databases in danger, each with its kind.
        endangered: Vec<String>,
        /// Why there is no private server.
        reason: String,
    },
    /// The server refused a statement of the proof itself.
    #[error("the server refused a question of the proof: {0}")]
    Refused(ServerError),
    /// The connection broke.
    #[error("the connection was lost: {reason}")]
    Lost {
        /// What the connection said.
        reason: String,
    },
    /// The user stopped it.
    #[error("interrupted")]
    Interrupted,
}

impl ProveError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            ProveError::Project(error) => error.code(),
            ProveError::Connect(error) => error.code(),
            ProveError::Scratch { .. } => "V001",
            ProveError::Refused(_) => "V002",
            ProveError::Rows(_) => "V003",
            ProveError::Tenants { .. } => "V004",
            ProveError::InUse { .. } => "V005",
            ProveError::Build(stopped) => stopped.error.code(),
            ProveError::Lost { .. } => "M023",
            ProveError::Interrupted => "M024",
        }
    }

    /// The server's report, else a lost connection.
    pub(crate) fn of(error: &tokio_postgres::Error) -> ProveError {
        ServerError::of(error).map_or_else(|| ProveError::lost(error), ProveError::Refused)
    }

    /// The server's report; an error of the connection ends the proof.
    pub(crate) fn server(error: &tokio_postgres::Error) -> Result<ServerError, ProveError> {
        ServerError::of(error).ok_or_else(|| ProveError::lost(error))
    }

    pub(crate) fn lost(error: &tokio_postgres::Error) -> ProveError {
        let cause = std::error::Error::source(error).map(ToString::to_string);
        ProveError::Lost { reason: cause.unwrap_or_else(|| error.to_string()) }
    }
}

impl From<MigrateError> for ProveError {
    fn from(error: MigrateError) -> ProveError {
        Stopped::from(error).into()
    }
}

impl From<Stopped> for ProveError {
    fn from(stopped: Stopped) -> ProveError {
        match stopped.error {
            MigrateError::Interrupted => ProveError::Interrupted,
            _ => ProveError::Build(Box::new(stopped)),
        }
    }
}
