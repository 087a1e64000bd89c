//! What keeps rows from being made at all.

use bulkhead_connect::ServerError;

/// Why nothing was made. Whatever had been made is taken back.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// The tenancy names something that is not there.
    #[error("there is no {what} {name} in the database")]
    Unknown {
        /// `table` or `column`.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// There is no tenant without a row in the table of tenants.
    #[error("no tenant can be made: {reason}")]
    NoTenant {
        /// Why.
        reason: String,
    },
    /// Rows were made that point nowhere.
    #[error("the rows made break foreign keys: {}", .0.join(", "))]
    Dangling(
        /// The constraints with their tables.
        Vec<String>,
    ),
    /// The rows of this seed number are there.
    #[error("the rows of seed number {seed} are there already: {table} has one of them")]
    AlreadyThere {
        /// The seed number.
        seed: u64,
        /// A table with such a row.
        table: String,
    },
    /// No table can take rows in any number.
    #[error("no table can take so many rows")]
    NoRows,
    /// The catalog holds something unexpected.
    #[error("the catalog cannot be understood: {reason}")]
    Unreadable {
        /// What is wrong.
        reason: String,
    },
    /// The server refused.
    #[error("{0}")]
    Refused(ServerError),
    /// The connection broke.
    #[error("the connection was lost: {reason}")]
    Lost {
        /// What the connection said.
        reason: String,
    },
}

impl GenerateError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            GenerateError::Unknown { .. } => "G001",
            GenerateError::NoTenant { .. } => "G002",
            GenerateError::Dangling(_) => "G003",
            GenerateError::AlreadyThere { .. } => "G006",
            GenerateError::NoRows => "G007",
            GenerateError::Unreadable { .. } => "G004",
            GenerateError::Refused(_) => "G005",
            GenerateError::Lost { .. } => "M023",
        }
    }

    /// The server's report, else a lost connection.
    pub(crate) fn of(error: &tokio_postgres::Error) -> GenerateError {
        if let Some(server) = ServerError::of(error) {
            return GenerateError::Refused(server);
        }
        let cause = std::error::Error::source(error).map(ToString::to_string);
        GenerateError::Lost { reason: cause.unwrap_or_else(|| error.to_string()) }
    }
}
