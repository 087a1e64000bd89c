//! What a server says when it refuses, and what keeps us from reaching one.

use serde::Serialize;
use tokio_postgres::error::{DbError, ErrorPosition};

/// An error report of the server, field by field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ServerError {
    /// The five characters of SQLSTATE.
    pub sqlstate: String,
    /// The primary message.
    pub message: String,
    /// The detail, if any.
    pub detail: Option<String>,
    /// The server's hint, if any.
    pub hint: Option<String>,
    /// Position in the text that was sent: characters, from 1.
    pub position: Option<u32>,
    /// The call stack of PL/pgSQL and the like.
    pub context: Option<String>,
}

impl ServerError {
    /// The server's report inside a client error, if that is what the error is.
    pub fn of(error: &tokio_postgres::Error) -> Option<ServerError> {
        error.as_db_error().map(ServerError::from)
    }
}

impl From<&DbError> for ServerError {
    fn from(error: &DbError) -> ServerError {
        let position = match error.position() {
            Some(ErrorPosition::Original(position)) => Some(*position),
            _ => None,
        };
        ServerError {
            sqlstate: error.code().code().to_owned(),
            message: error.message().to_owned(),
            detail: error.detail().map(str::to_owned),
            hint: error.hint().map(str::to_owned),
            position,
            context: error.where_().map(str::to_owned),
        }
    }
}

impl std::fmt::Display for ServerError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} (SQLSTATE {})", self.message, self.sqlstate)?;
        if let Some(detail) = &self.detail {
            write!(formatter, "; {detail}")?;
        }
        Ok(())
    }
}

/// Why there is no session. No message holds a password.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// A connection string cannot be understood.
    #[error("{origin}: {reason}")]
    Malformed {
        /// Where the string came from.
        origin: String,
        /// What is wrong with it, without quoting it.
        reason: String,
    },
    /// A variable has an impossible value.
    #[error("{name}: {reason}")]
    Setting {
        /// The variable.
        name: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// Nobody answers there.
    #[error("no server answers at {place}: {reason}")]
    Unreachable {
        /// Host and port, or the socket.
        place: String,
        /// What the operating system says.
        reason: String,
    },
    /// The server answers and refuses.
    #[error("the server at {place} refuses {user}: {server}")]
    Refused {
        /// Host and port, or the socket.
        place: String,
        /// The role that wants in.
        user: String,
        /// What the server says.
        server: Box<ServerError>,
    },
    /// The connection cannot be encrypted as wanted.
    #[error("no encrypted connection to {place}: {reason}")]
    Tls {
        /// Host and port.
        place: String,
        /// What went wrong.
        reason: String,
    },
}

impl ConnectError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            ConnectError::Malformed { .. } => "C001",
            ConnectError::Setting { .. } => "C002",
            ConnectError::Unreachable { .. } => "C003",
            ConnectError::Refused { .. } => "C004",
            ConnectError::Tls { .. } => "C005",
        }
    }

    /// What to do about it, in one sentence.
    pub fn help(&self) -> String {
        match self {
            ConnectError::Malformed { .. } => {
                "write it as postgresql://user:password@host:5432/database, with @ : / ? # in the password as \
                 %40 %3A %2F %3F %23"
                    .to_owned()
            }
            ConnectError::Setting { name, .. } => format!("correct {name}, or unset it for the default"),
            ConnectError::Unreachable { .. } => {
                "check host and port and that the server runs; without any setting Bulkhead starts its own \
                 (`bulkhead dev start`)"
                    .to_owned()
            }
            ConnectError::Refused { server, user, .. } => match server.sqlstate.as_str() {
                "28P01" => format!("check the password of {user} (DATABASE_URL, PGPASSWORD or ~/.pgpass)"),
                "28000" => format!("check that {user} exists and that pg_hba.conf lets it in from here"),
                "3D000" => "create the database, or name another one in the URL".to_owned(),
                "53300" => "wait for a connection to be closed, or raise max_connections".to_owned(),
                "57P03" => "the server is starting or stopping; try again in a moment".to_owned(),
                _ => "see the server's log".to_owned(),
            },
            ConnectError::Tls { .. } => {
                "check sslmode and sslrootcert; sslmode=require encrypts without checking the certificate".to_owned()
            }
        }
    }
}
