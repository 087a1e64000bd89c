//! Whether a database is what its migrations make.

use bulkhead_catalog::{Catalog, Change, Diff, ObjectName};
use bulkhead_connect::Session;
use bulkhead_migrate::{Direction, Interrupt, Options, Runner};
use bulkhead_project::Project;
use serde::Serialize;

use crate::{ProveError, Scratch};

/// How a database differs from what its migrations make.
#[derive(Clone, Debug, Serialize)]
pub struct DriftReport {
    /// The project.
    pub project: String,
    /// The database.
    pub database: String,
    /// Whether nothing differs.
    pub ok: bool,
    /// The newest applied version, which the comparison is made at; `None` when nothing is applied.
    pub version: Option<String>,
    /// Fingerprint of the database's shape.
    pub fingerprint: String,
    /// What would have to change for the migrations' result to become the database.
    pub diff: Diff,
    /// Partitions on one side only. They come and go with time and are no drift.
    pub partitions: usize,
}

/// Builds what the applied versions make in a scratch database and compares. The files must be those that were applied.
pub async fn drift(
    runner: &Runner,
    scratch: &Scratch,
    project: &Project,
    options: &Options,
    interrupt: &Interrupt,
) -> Result<DriftReport, ProveError> {
    let ledger_schema = &project.manifest.project.ledger_schema;
    let live = runner.connect().await?;
    let observed = runner.observe(&live).await?;
    let version = observed.ledger.applied.last().map(|applied| applied.version.clone());
    if let Some(version) = &version {
        scratch.run(project, options, interrupt, Direction::Up, Some(version.clone())).await?;
    }
    let session = scratch.connect().await?;
    let made = read(&session, ledger_schema).await?;
    session.close().await;
    let there = read(&live, ledger_schema).await?;
    live.close().await;
    let mut diff = made.diff(&there);
    let all = diff.changes.len();
    diff.changes.retain(|change| match change {
        Change::Added { object } => !is_partition(&there, object),
        Change::Removed { object } => !is_partition(&made, object),
        Change::Changed { .. } => true,
    });
    let partitions = all - diff.changes.len();
    // The ledger's schema is the run's own.
    diff.changes.retain(|change| *change.object() != schema(ledger_schema));
    Ok(DriftReport {
        project: project.name.clone(),
        database: observed.facts.database,
        ok: diff.is_empty(),
        version: version.map(|version| version.to_string()),
        fingerprint: there.fingerprint(),
        diff,
        partitions,
    })
}

async fn read(session: &Session, ledger_schema: &str) -> Result<Catalog, ProveError> {
    Catalog::read(session.client(), ledger_schema).await.map_err(|error| ProveError::of(&error))
}

/// Whether a table or an index is a partition of another.
fn is_partition(catalog: &Catalog, object: &ObjectName) -> bool {
    catalog.property(&object.kind, &object.name, "partition of").is_some()
}

fn schema(name: &str) -> ObjectName {
    ObjectName { kind: "schema".to_owned(), name: bulkhead_connect::quote_identifier(name) }
}
