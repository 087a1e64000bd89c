//! What keeps a part of the upkeep from being done, while the rest goes on.

use bulkhead_migrate::Blocker;
use serde::Serialize;

use crate::OperateError;

/// Something that is in the way, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// The code, for `bulkhead explain`.
    pub code: &'static str,
    /// What is wrong, and why.
    pub what: String,
    /// What to do next.
    pub help: String,
    /// Who holds the lock that is in the way.
    pub blockers: Vec<String>,
}

impl Obstacle {
    /// An obstacle that is no lock.
    pub(crate) fn new(code: &'static str, what: impl Into<String>, help: impl Into<String>) -> Obstacle {
        Obstacle { code, what: what.into(), help: help.into(), blockers: Vec::new() }
    }

    /// The error as an obstacle, if the rest can go on: the server refused, or a lock was never free.
    pub(crate) fn of(error: OperateError, what: &str) -> Result<Obstacle, OperateError> {
        match error {
            OperateError::Locked { ref blockers, .. } => Ok(Obstacle {
                code: "O015",
                what: error.to_string(),
                help: "run it again when the blocker has ended; this step has not taken effect".to_owned(),
                blockers: blockers.iter().map(Blocker::to_string).collect(),
            }),
            OperateError::Refused(server) => {
                let help = match (&server.hint, server.sqlstate.as_str()) {
                    (Some(hint), _) => hint.clone(),
                    (None, "42501") => "run it as the owner of the table".to_owned(),
                    (None, _) => "see what the server says, and run it again".to_owned(),
                };
                Ok(Obstacle::new("O012", format!("{what}: {server}"), help))
            }
            other => Err(other),
        }
    }
}
