//! A project in a folder and a database for it.

use std::path::Path;
use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::{
    Direction, Event, Failure, Goal, Interrupt, MigrateError, MigrateReport, Options, Runner, Stopped,
};
use bulkhead_project::{Order, Project, Version};
use bulkhead_testkit::{TestDatabase, database};
use tempfile::TempDir;
use tokio_postgres::Client;

use crate::catalog::{lines, text};

/// A project and its database; both vanish with this value.
pub struct Bench {
    pub database: TestDatabase,
    folder: TempDir,
    pub options: Options,
}

impl Bench {
    /// An empty project with an empty database.
    pub async fn new() -> Bench {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("migrations")).unwrap();
        let options = Options {
            lock_timeout: Duration::from_millis(400),
            retry_budget: Duration::from_secs(20),
            run_lock_wait: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(20),
        };
        Bench { database: database().await, folder, options }
    }

    /// A project with files.
    pub async fn with(files: &[(&str, &str)]) -> Bench {
        let bench = Bench::new().await;
        for (name, text) in files {
            bench.file(name, text);
        }
        bench
    }

    /// Writes a migration.
    pub fn file(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join("migrations").join(name), text).unwrap();
    }

    /// Removes a migration.
    pub fn remove(&self, name: &str) {
        std::fs::remove_file(self.folder.path().join("migrations").join(name)).unwrap();
    }

    /// The folder of the project.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A runner over another address of the same database.
    pub fn runner_at(&self, url: &str) -> Runner {
        let target = Target::parse(url, Origin::Flag, &|_| None).unwrap();
        let manifest = Project::load(self.path()).unwrap().manifest;
        Runner::new(target, self.options.clone(), &manifest.project.ledger_schema)
    }

    /// Goes somewhere and keeps what happened on the way.
    pub async fn go(
        &self,
        direction: Direction,
        to: Option<&str>,
    ) -> (Result<MigrateReport, Stopped>, Vec<Event>) {
        self.go_at(self.database.url(), direction, to).await
    }

    /// Goes somewhere over another address.
    pub async fn go_at(
        &self,
        url: &str,
        direction: Direction,
        to: Option<&str>,
    ) -> (Result<MigrateReport, Stopped>, Vec<Event>) {
        let project = Project::load(self.path()).unwrap();
        let goal = Goal { direction, to: to.and_then(Version::parse), order: Order::Linear };
        let mut events = Vec::new();
        let (_sender, interrupt) = Interrupt::new();
        let runner = self.runner_at(url);
        let outcome =
            runner.run(&project, &goal, &interrupt, &mut |event| events.push(event), &mut |_| true).await;
        (outcome, events)
    }

    /// Applies everything.
    pub async fn up(&self) -> Result<MigrateReport, Stopped> {
        self.go(Direction::Up, None).await.0
    }

    /// Applies everything, which has to work.
    pub async fn must_go_up(&self) -> MigrateReport {
        self.up().await.unwrap_or_else(|stopped| panic!("{:?}", stopped.error))
    }

    /// Applies everything, which must not work.
    pub async fn must_fail(&self) -> Stopped {
        match self.up().await {
            Ok(report) => panic!("it worked: {report:?}"),
            Err(stopped) => stopped,
        }
    }

    /// A session.
    pub async fn connect(&self) -> Client {
        self.database.connect().await
    }

    /// The versions in the ledger.
    pub async fn applied(&self) -> Vec<String> {
        lines(&self.connect().await, "SELECT version FROM public.schema_migrations ORDER BY version").await
    }

    /// No lock, no step and no session of a run is left.
    pub async fn assert_tidy(&self) {
        let client = self.connect().await;
        assert_eq!(
            lines(&client, "SELECT s::text FROM bulkhead.steps AS s").await,
            [""; 0],
            "steps are left"
        );
        self.assert_no_locks(&client).await;
    }

    /// No advisory lock is left in the database.
    pub async fn assert_no_locks(&self, client: &Client) {
        let locks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = \
                     (SELECT oid FROM pg_database WHERE datname = current_database())";
        // A server process needs a moment to see that its client has gone.
        for _ in 0..100 {
            if text(client, locks).await == "0" {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("an advisory lock is left");
    }
}

/// The failed statement of a run that ended with one.
pub fn failure(stopped: Stopped) -> Failure {
    match stopped.error {
        MigrateError::Statement(failure) | MigrateError::LockTimeout { failure, .. } => *failure,
        other => panic!("no failed statement: {other:?}"),
    }
}

/// The code of a run's end.
pub fn code(stopped: &Stopped) -> &'static str {
    stopped.error.code()
}

/// Runs SQL that has to work.
pub async fn run(client: &Client, sql: &str) {
    client.batch_execute(sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
}

/// Waits until a query's answer is `t`.
pub async fn until(client: &Client, sql: &str) {
    for _ in 0..600 {
        if text(client, sql).await == "t" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("never true: {sql}");
}
