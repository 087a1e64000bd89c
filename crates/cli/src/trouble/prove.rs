//! The errors of a proof.

use bulkhead_migrate::{MigrateError, Stopped};
use bulkhead_prove::ProveError;

use super::Trouble;
use crate::exit::Exit;

impl From<ProveError> for Trouble {
    fn from(error: ProveError) -> Trouble {
        match error {
            ProveError::Project(error) => error.into(),
            ProveError::Connect(error) => error.into(),
            ProveError::Build(stopped) => on_the_copy(*stopped),
            ProveError::Interrupted => MigrateError::Interrupted.into(),
            ProveError::Scratch { .. } => {
                let help = "prove as a role with CREATEDB, or where you may create databases".to_owned();
                Trouble::new(error.code(), error.to_string(), vec![help], Exit::Failed)
            }
            ProveError::Rows(_) | ProveError::Tenants { .. } => {
                let help = "correct [tenancy] in bulkhead.toml; `bulkhead init --stdout` shows what the database says";
                Trouble::new(error.code(), error.to_string(), vec![help.to_owned()], Exit::Failed)
            }
            ProveError::InUse { .. } => {
                let help = vec![
                    "install PostgreSQL of the server's major version here, with the extensions that the \
                     migrations take (PG_BIN names its bin folder), or prove on a server that does not have them"
                        .to_owned(),
                    "make a role only where it is missing: DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE \
                     rolname = 'app') THEN CREATE ROLE app; END IF; END $$;"
                        .to_owned(),
                ];
                Trouble::new(error.code(), error.to_string(), help, Exit::Failed)
            }
            ProveError::Refused(_) => {
                let help = "prove as a superuser of the server, or on the embedded one".to_owned();
                Trouble::new(error.code(), error.to_string(), vec![help], Exit::Failed)
            }
            ProveError::Lost { .. } => {
                Trouble::new(error.code(), error.to_string(), vec!["run it again".to_owned()], Exit::Failed)
            }
        }
    }
}

/// A migration that failed on the scratch copy, which is gone: nothing was applied anywhere.
fn on_the_copy(stopped: Stopped) -> Trouble {
    let mut trouble = Trouble::from(stopped.error);
    trouble.notes.push("this was on a scratch copy; the database itself was not touched".to_owned());
    trouble
}
