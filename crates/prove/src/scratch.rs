//! A database for a proof, made beside the user's and dropped afterwards.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bulkhead_connect::{ServerError, Session, Target, quote_identifier};
use bulkhead_migrate::{Direction, Goal, Interrupt, Options, Runner};
use bulkhead_project::{Project, Version};

use crate::ProveError;

/// The advisory lock that every scratch database holds shared while it lives, on the maintenance database. Who gets
/// it alone knows that nobody else is proving, and may drop roles.
const LOCK: &str = "x'62756c6b70726f76'::bigint";

/// Where databases are created from.
const MAINTENANCE: &str = "postgres";

/// A database of a proof's own. [`Scratch::drop`] removes it; a killed process leaves it behind, under a name that
/// begins with `bulkhead_scratch_`.
pub struct Scratch {
    name: String,
    target: Target,
    maintenance: Session,
    connect_timeout: Duration,
    /// The roles that were there before.
    roles: Vec<String>,
}

impl Scratch {
    /// Creates an empty database on the server of `near`. Takes the right to create databases.
    pub async fn create(near: &Target, connect_timeout: Duration) -> Result<Scratch, ProveError> {
        let name = unique_name();
        let maintenance =
            Session::open(&near.with_database(MAINTENANCE), "bulkhead prove", connect_timeout).await?;
        let failed = |error: tokio_postgres::Error| error_of(&name, "created", &error);
        let lock = format!("SELECT pg_advisory_lock_shared({LOCK})");
        maintenance.client().batch_execute(&lock).await.map_err(failed)?;
        let roles = roles(&maintenance).await.map_err(failed)?;
        let create = format!("CREATE DATABASE {}", quote_identifier(&name));
        maintenance.client().batch_execute(&create).await.map_err(failed)?;
        let target = near.with_database(&name);
        Ok(Scratch { name, target, maintenance, connect_timeout, roles })
    }

    /// A database with all versions of the project.
    pub async fn build(
        near: &Target,
        project: &Project,
        options: &Options,
        interrupt: &Interrupt,
    ) -> Result<Scratch, ProveError> {
        let scratch = Scratch::create(near, options.connect_timeout).await?;
        match scratch.migrate(project, options, interrupt).await {
            Ok(()) => Ok(scratch),
            Err(error) => {
                // The reason of the failure is worth more than a failure to tidy up.
                let _ = scratch.drop().await;
                Err(error)
            }
        }
    }

    async fn migrate(
        &self,
        project: &Project,
        options: &Options,
        interrupt: &Interrupt,
    ) -> Result<(), ProveError> {
        self.run(project, options, interrupt, Direction::Up, None).await
    }

    /// Runs the project's migrations there.
    pub(crate) async fn run(
        &self,
        project: &Project,
        options: &Options,
        interrupt: &Interrupt,
        direction: Direction,
        to: Option<Version>,
    ) -> Result<(), ProveError> {
        let goal = Goal { direction, to, order: project.manifest.project.order };
        self.runner(project, options).run(project, &goal, interrupt, &mut |_| {}, &mut |_| true).await?;
        Ok(())
    }

    /// What runs migrations there.
    pub(crate) fn runner(&self, project: &Project, options: &Options) -> Runner {
        Runner::new(self.target.clone(), options.clone(), &project.manifest.project.ledger_schema)
    }

    /// How to reach it.
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Opens a session on it.
    pub async fn connect(&self) -> Result<Session, ProveError> {
        Ok(Session::open(&self.target, "bulkhead prove", self.connect_timeout).await?)
    }

    /// Drops the database, and the roles that came with it unless somebody else is proving or they have come to be
    /// used elsewhere.
    pub async fn drop(self) -> Result<(), ProveError> {
        let client = self.maintenance.client();
        let failed = |error: tokio_postgres::Error| error_of(&self.name, "dropped", &error);
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", quote_identifier(&self.name));
        client.batch_execute(&drop).await.map_err(failed)?;
        client.batch_execute(&format!("SELECT pg_advisory_unlock_shared({LOCK})")).await.map_err(failed)?;
        let alone = format!("SELECT pg_try_advisory_lock({LOCK})");
        let alone = bulkhead_connect::answer(client, &alone).await.map_err(failed)?;
        if alone == ["t"] {
            let now = roles(&self.maintenance).await.map_err(failed)?;
            for role in now.iter().filter(|role| !self.roles.contains(role)) {
                // Refused where another database has come to use it; then it stays.
                let _ = client.batch_execute(&format!("DROP ROLE {}", quote_identifier(role))).await;
            }
        }
        self.maintenance.close().await;
        Ok(())
    }
}

/// `bulkhead_scratch_PID_N`, with the time so that a name is not met again when process numbers are.
fn unique_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("bulkhead_scratch_{:x}_{}_{count}", since.as_millis(), std::process::id())
}

async fn roles(session: &Session) -> Result<Vec<String>, tokio_postgres::Error> {
    bulkhead_connect::answer(session.client(), "SELECT rolname FROM pg_roles ORDER BY rolname").await
}

fn error_of(name: &str, what: &'static str, error: &tokio_postgres::Error) -> ProveError {
    match ServerError::of(error) {
        Some(server) => ProveError::Scratch { name: name.to_owned(), what, server },
        None => ProveError::lost(error),
    }
}
