//! The server on which scratch databases are made: the user's, or a private one of the same version where the
//! migrations would change roles or databases that are there.
//!
//! Roles belong to the whole server. A way down that drops one would take it from every database, and making it anew
//! does not bring back its password, its limits and its memberships. Such proofs get a server of their own, which has
//! the roles that the migrations take for granted; no password is read for it. The same goes for what a migration grants
//! on a database that it calls by its name, or sets there: the private server has an empty one of that name.

mod copy;
mod private;

use std::path::Path;
use std::time::Duration;

use bulkhead_connect::{Session, Target, quote_identifier};
use bulkhead_migrate::Interrupt;
use bulkhead_project::Project;
use tokio_postgres::Client;

use crate::ProveError;
use crate::cluster::{DatabaseUse, RoleUse};
use copy::Roles;
use private::Private;

/// What a stand depends on besides the project and its server.
#[derive(Clone)]
pub struct Circumstances<'c> {
    /// The folder that holds `.bulkhead/`.
    pub root: &'c Path,
    /// How long connecting may take.
    pub connect_timeout: Duration,
    /// What the user stops a start with.
    pub interrupt: &'c Interrupt,
    /// Whether the proof goes ways down.
    pub downs: bool,
    /// Why the proof has to be made on the user's own server, if it has to.
    pub tied: Option<&'static str>,
}

/// Where scratch databases are made.
pub struct Stand {
    target: Target,
    private: Option<Private>,
}

impl Stand {
    /// The server of `near`, or a private one where the proof would change roles or databases of that server. Refuses where neither
    /// can be.
    pub async fn find(
        project: &Project,
        near: &Target,
        circumstances: &Circumstances<'_>,
    ) -> Result<Stand, ProveError> {
        let there = || Stand { target: near.clone(), private: None };
        let manifest = std::fs::read_to_string(project.folder.join("bulkhead.toml")).unwrap_or_default();
        let used = RoleUse::of(project, circumstances.downs, &[&manifest]);
        let databases = DatabaseUse::of(project, circumstances.downs);
        if used.is_empty() && databases.is_empty() {
            return Ok(there());
        }
        let maintenance = near.with_database("postgres");
        let session = Session::open(&maintenance, "bulkhead prove", circumstances.connect_timeout).await?;
        let source = copy::read(session.client()).await;
        session.close().await;
        let source = source?;
        let roles = source.roles.names().filter(|role| used.endangers(role, near.user()));
        let named: Vec<&String> = source.databases.iter().filter(|name| databases.names(name)).collect();
        let endangered = roles.map(|role| format!("role {role}"));
        let endangered: Vec<String> =
            endangered.chain(named.iter().map(|name| format!("database {name}"))).collect();
        if endangered.is_empty() {
            return Ok(there());
        }
        let refused = |reason: String| ProveError::InUse { endangered: endangered.clone(), reason };
        if let Some(reason) = circumstances.tied {
            return Err(refused(reason.to_owned()));
        }
        let wanted = source.roles.with_memberships(|role| used.needs(role) || role == near.user());
        let started = Private::start(project, &source, circumstances).await;
        let private = match started {
            Err(_) if circumstances.interrupt.is_set() => return Err(ProveError::Interrupted),
            Err(error) => return Err(refused(error.to_string())),
            Ok(private) => private,
        };
        let superuser = private.target(None)?;
        let session = Session::open(&superuser, "bulkhead prove", circumstances.connect_timeout).await?;
        let mut copied = wanted.make(session.client()).await;
        if copied.is_ok() {
            copied = make_databases(session.client(), &named, near.user()).await;
        }
        session.close().await;
        copied?;
        Ok(Stand { target: private.target(Some(near.user()))?, private: Some(private) })
    }

    /// A database of the server, as the role that the proofs run as.
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Whether it is a private server.
    pub fn is_private(&self) -> bool {
        self.private.is_some()
    }
}

/// What a private server takes over from the user's.
struct Source {
    major: u32,
    /// Settings on which migrations depend, as they are set there.
    settings: Vec<(String, String)>,
    /// Libraries that are loaded at its start.
    libraries: Vec<String>,
    roles: Roles,
    /// The names of its databases.
    databases: Vec<String>,
}

/// Empty databases of these names, except the one that every server has.
async fn make_databases(client: &Client, names: &[&String], owner: &str) -> Result<(), ProveError> {
    for name in names {
        let (name, owner) = (quote_identifier(name), quote_identifier(owner));
        let statement = match name.as_str() {
            "postgres" => format!("ALTER DATABASE postgres OWNER TO {owner}"),
            _ => format!("CREATE DATABASE {name} OWNER {owner}"),
        };
        client.batch_execute(&statement).await.map_err(|error| ProveError::of(&error))?;
    }
    Ok(())
}
