//! What a command works on: the projects, the environment, and each project's database.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use bulkhead_connect::{ConnectError, Origin, PoolSettings, Session, Target, quote_identifier};
use bulkhead_migrate::{Options, Runner, status};
use bulkhead_project::{Project, Selection, select};
use bulkhead_server::{Embedded, Endpoint, Mode, StartOptions};

use crate::Trouble;
use crate::args::{Global, Patience};
use crate::render::count;

/// The process's environment with the variables of `.env` behind it.
pub(crate) struct Environment {
    file: HashMap<String, String>,
}

impl Environment {
    /// Reads `.env` in the folder of the only project, else in the workspace's root. A variable that is set wins
    /// over it.
    fn read(selection: &Selection) -> Result<Environment, Trouble> {
        let only = selection.projects.first().filter(|_| selection.projects.len() == 1);
        let folders = only.into_iter().chain([&selection.root]);
        let Some(path) = folders.map(|folder| folder.join(".env")).find(|path| path.is_file()) else {
            return Ok(Environment { file: HashMap::new() });
        };
        // Going on without the file could mean another server than the one it names.
        let entries = dotenvy::from_path_iter(&path).map_err(|error| {
            Trouble::usage(
                format!("{}: cannot be read: {error}", path.display()),
                "check that you may read it",
            )
        })?;
        let mut file = HashMap::new();
        for (index, item) in entries.enumerate() {
            let (key, value) = item.map_err(|_| {
                let message = format!("{}: entry {} cannot be read", path.display(), index + 1);
                Trouble::usage(message, "write one KEY=value on each line; quote values with spaces")
            })?;
            file.insert(key, value);
        }
        Ok(Environment { file })
    }

    /// A variable of the environment, else of `.env`.
    pub fn get(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().or_else(|| self.file.get(name).cloned())
    }
}

/// Which server a command talks to.
#[expect(clippy::large_enum_variant, reason = "a command has one")]
enum Server {
    /// The database that a URL or the variables name.
    Named(Target),
    /// The embedded server.
    Embedded(Embedded),
}

/// What a command works on.
pub(crate) struct Context {
    pub selection: Selection,
    server: Server,
    pool: PoolSettings,
    endpoint: std::cell::OnceCell<Endpoint>,
}

impl Context {
    /// Finds the projects and decides which server they are on.
    pub fn new(global: &Global) -> Result<Context, Trouble> {
        let selection = select(&global.directory, global.project.as_deref())?;
        let environment = Environment::read(&selection)?;
        let variable = |name: &str| environment.get(name);
        let named = Target::from_environment(global.database_url.as_deref(), &variable)?;
        let pool = PoolSettings::from_environment(&variable)?;
        if let (Some(target), true) = (&named, selection.projects.len() > 1) {
            let message = format!("{} names one database, but there are several projects", target.origin);
            return Err(Trouble::usage(message, "pick one with --project NAME, or go into its folder"));
        }
        let server = match named {
            Some(target) => Server::Named(target),
            None => Server::Embedded(Embedded::at(&selection.root)),
        };
        Ok(Context { selection, server, pool, endpoint: std::cell::OnceCell::new() })
    }

    /// Reads every project.
    pub fn projects(&self) -> Result<Vec<Project>, Trouble> {
        self.selection.projects.iter().map(|folder| Ok(Project::load(folder)?)).collect()
    }

    /// The embedded server, unless a URL or the variables name another one.
    pub fn embedded(&self) -> Option<&Embedded> {
        match &self.server {
            Server::Named(_) => None,
            Server::Embedded(embedded) => Some(embedded),
        }
    }

    /// The running embedded server; starts it when it does not run.
    pub fn start_embedded(&self, embedded: &Embedded) -> Result<&Endpoint, Trouble> {
        if let Some(endpoint) = self.endpoint.get() {
            return Ok(endpoint);
        }
        let extensions = self.wanted_extensions()?;
        let options = StartOptions { extensions, settings: Vec::new(), mode: Mode::Daemon };
        let endpoint = embedded.ensure_started(&options)?;
        Ok(self.endpoint.get_or_init(|| endpoint))
    }

    /// The extensions that any project of the workspace needs.
    fn wanted_extensions(&self) -> Result<Vec<String>, Trouble> {
        let mut wanted = Vec::new();
        for folder in &self.selection.projects {
            wanted.extend(bulkhead_project::Manifest::read(folder)?.project.extensions);
        }
        wanted.sort();
        wanted.dedup();
        Ok(wanted)
    }

    /// The database of a project.
    pub fn target(&self, project: &Project) -> Result<Target, Trouble> {
        match &self.server {
            Server::Named(target) => Ok(target.clone()),
            Server::Embedded(embedded) => {
                let endpoint = self.start_embedded(embedded)?;
                Ok(Target::parse(&endpoint.url(&project.database), Origin::Embedded, &|_| None)?)
            }
        }
    }

    /// The programs of the embedded server; `None` for another one.
    pub fn server_binaries(&self) -> Result<Option<PathBuf>, Trouble> {
        match self.embedded() {
            Some(embedded) => Ok(Some(self.start_embedded(embedded)?.binaries.clone())),
            None => Ok(None),
        }
    }

    /// Whether the project's database is on the embedded server.
    pub fn is_embedded(&self) -> bool {
        matches!(self.server, Server::Embedded(_))
    }

    /// Whether the server runs on this machine, as far as the address says.
    pub fn is_local(&self) -> bool {
        match &self.server {
            Server::Named(target) => target.is_local(),
            Server::Embedded(_) => true,
        }
    }

    /// How long connecting may take.
    pub fn connect_timeout(&self) -> Duration {
        self.pool.acquire_timeout
    }

    /// A runner for a project with the manifest's patience, or the given one.
    pub fn runner(&self, project: &Project, patience: Option<&Patience>) -> Result<Runner, Trouble> {
        let mut options = Options::from_manifest(&project.manifest.locks, self.connect_timeout());
        if let Some(patience) = patience {
            if let Some(milliseconds) = patience.lock_timeout_ms {
                options.lock_timeout = Duration::from_millis(milliseconds);
            }
            if let Some(milliseconds) = patience.retry_budget_ms {
                options.retry_budget = Duration::from_millis(milliseconds);
            }
            options.run_lock_wait = Duration::from_secs(patience.wait_for_run_s);
        }
        Ok(Runner::new(self.target(project)?, options, &project.manifest.project.ledger_schema))
    }

    /// A session on the project's database, which must have all its versions.
    pub async fn migrated(&self, project: &Project) -> Result<Session, Trouble> {
        let runner = self.runner(project, None)?;
        let session = runner.connect().await?;
        let observed = runner.observe(&session).await?;
        match status(project, &observed).pending {
            0 => Ok(session),
            pending => {
                let message = format!("{} of project {} pending", count(pending, "version"), project.name);
                Err(Trouble::usage(message, "apply them first: `bulkhead migrate`"))
            }
        }
    }

    /// Creates the project's database when it is missing; true when it was.
    pub async fn create_database(&self, project: &Project) -> Result<bool, Trouble> {
        let target = self.target(project)?;
        let database = target.database().to_owned();
        match Session::open(&target, "bulkhead", self.connect_timeout()).await {
            Ok(session) => {
                session.close().await;
                return Ok(false);
            }
            Err(ConnectError::Refused { server, .. }) if server.sqlstate == "3D000" => {}
            Err(error) => return Err(error.into()),
        }
        let maintenance =
            Session::open(&target.with_database("postgres"), "bulkhead", self.connect_timeout()).await?;
        let sql = format!("CREATE DATABASE {}", quote_identifier(&database));
        let created = maintenance.client().batch_execute(&sql).await;
        maintenance.close().await;
        match created {
            Ok(()) => Ok(true),
            // Somebody else created it in the same moment.
            Err(error) if error.code().is_some_and(|code| matches!(code.code(), "42P04" | "23505")) => {
                Ok(false)
            }
            Err(error) => {
                let reason =
                    bulkhead_connect::ServerError::of(&error).map_or(error.to_string(), |e| e.to_string());
                let message = format!("database {database} cannot be created: {reason}");
                Err(Trouble::no_database(message))
            }
        }
    }
}
