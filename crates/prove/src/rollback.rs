//! Whether each version can be undone: up, down, up and down again, each time with the same database as before.

use bulkhead_catalog::{Catalog, Change, Data, Diff};
use bulkhead_connect::quote_identifier;
use bulkhead_migrate::{Direction, Interrupt, Options};
use bulkhead_project::{Migration, Project, Version};
use tokio_postgres::Client;

use crate::idempotence::{Ground, difference, version_name};
use crate::{Finding, ProveError, Scratch, Severity};

/// What undoing a project's versions showed.
pub struct RollbackProof {
    /// What is not as it was.
    pub findings: Vec<Finding>,
    /// What each version's way down destroys, by version: tables and columns with the rows in them.
    pub losses: Vec<(Version, Vec<String>)>,
}

/// The database before a version.
struct Before {
    catalog: Catalog,
    data: Data,
    roles: Vec<String>,
}

/// Goes through all versions on an empty scratch database. A version that cannot be undone ends the way for those after it,
/// since they would stand in its way.
pub async fn rollback(
    scratch: &Scratch,
    project: &Project,
    options: &Options,
    interrupt: &Interrupt,
) -> Result<RollbackProof, ProveError> {
    let ground = Ground { scratch, project, options, interrupt };
    let mut proof = RollbackProof { findings: Vec::new(), losses: Vec::new() };
    let mut kept = Version::parse("0");
    make_ledger_schema(&ground).await?;
    let cannot = |migration: &Migration| migration.down_halves().is_empty();
    // Between versions that nobody can undo there is nothing to look at.
    for stretch in project.migrations.chunk_by(|one, next| cannot(one) && cannot(next)) {
        ground.check_interrupt()?;
        let [.., migration] = stretch else { continue };
        if cannot(migration) {
            go(&ground, Direction::Up, &migration.version).await?;
            proof.findings.extend(stretch.iter().map(no_way_down));
            kept = Some(migration.version.clone());
            continue;
        }
        let session = scratch.connect().await?;
        let client = session.client();
        let before = look(&ground, client).await?;
        go(&ground, Direction::Up, &migration.version).await?;
        let after = look(&ground, client).await?;
        let Some(to) = &kept else { break };
        match go(&ground, Direction::Down, to).await {
            Ok(()) => {}
            Err(ProveError::Build(stopped)) => {
                proof.findings.push(fails(migration, "its way down fails", &stopped.error.to_string()));
                session.close().await;
                break;
            }
            Err(error) => return Err(error),
        }
        let undone = look(&ground, client).await?;
        proof.losses.extend(losses(&migration.version, &after.catalog.diff(&undone.catalog)));
        proof.findings.extend(left_behind(migration, &before, &undone));
        match go(&ground, Direction::Up, &migration.version).await {
            Ok(()) => {}
            Err(ProveError::Build(stopped)) => {
                proof.findings.push(fails(
                    migration,
                    "after its way down it fails",
                    &stopped.error.to_string(),
                ));
                session.close().await;
                break;
            }
            Err(error) => return Err(error),
        }
        let again = look(&ground, client).await?;
        proof.findings.extend(other_than_before(migration, &after, &again));
        session.close().await;
        kept = Some(migration.version.clone());
    }
    Ok(proof)
}

/// The ledger's schema is the run's own, and stays when everything is undone.
async fn make_ledger_schema(ground: &Ground<'_>) -> Result<(), ProveError> {
    let session = ground.scratch.connect().await?;
    let schema = quote_identifier(ground.ledger_schema());
    let made = session.client().batch_execute(&format!("CREATE SCHEMA IF NOT EXISTS {schema}")).await;
    session.close().await;
    made.map_err(|error| ProveError::of(&error))
}

async fn look(ground: &Ground<'_>, client: &Client) -> Result<Before, ProveError> {
    let roles = bulkhead_connect::answer(client, "SELECT rolname FROM pg_roles ORDER BY 1");
    Ok(Before {
        catalog: ground.catalog(client).await?,
        data: ground.data(client).await?,
        roles: roles.await.map_err(|error| ProveError::of(&error))?,
    })
}

async fn go(ground: &Ground<'_>, direction: Direction, to: &Version) -> Result<(), ProveError> {
    ground.scratch.run(ground.project, ground.options, ground.interrupt, direction, Some(to.clone())).await
}

/// Roles are the server's: one that was not there before the version and is after its way down was made by it.
fn left_behind(migration: &Migration, before: &Before, undone: &Before) -> Option<Finding> {
    let mut observed =
        difference(&before.catalog.diff(&undone.catalog), &before.data, &undone.data).unwrap_or_default();
    for role in undone.roles.iter().filter(|role| !before.roles.contains(role)) {
        observed.push_str(&format!("\n+ role {role}"));
    }
    (!observed.is_empty()).then(|| Finding {
        kind: "not_undone".to_owned(),
        object: version_name(&migration.version),
        objects: Vec::new(),
        severity: Severity::High,
        place: down_file(migration),
        exploit: None,
        observed: format!("after up and down the database is another one:\n{}", observed.trim()),
        fix: Some("let the down file undo this, too".to_owned()),
    })
}

/// The second way up must give the same shape and as many rows; their values may hold the time or chance.
fn other_than_before(migration: &Migration, first: &Before, second: &Before) -> Option<Finding> {
    let mut observed = first.catalog.diff(&second.catalog).to_string();
    for (table, before, after) in first.data.differences(&second.data) {
        if before != after {
            observed.push_str(&format!("~ rows of {table}: {before} → {after}\n"));
        }
    }
    (!observed.is_empty()).then(|| Finding {
        kind: "not_repeatable_after_down".to_owned(),
        object: version_name(&migration.version),
        objects: Vec::new(),
        severity: Severity::High,
        place: migration.parts.first().map(|part| part.path.display().to_string()),
        exploit: None,
        observed: format!(
            "after up, down and up the database is another one than after up:\n{}",
            observed.trim()
        ),
        fix: Some("look at what the down file leaves and what the up file takes for granted".to_owned()),
    })
}

fn no_way_down(migration: &Migration) -> Finding {
    Finding {
        kind: "no_way_down".to_owned(),
        object: version_name(&migration.version),
        objects: Vec::new(),
        severity: Severity::Medium,
        place: migration.parts.first().map(|part| part.path.display().to_string()),
        exploit: None,
        observed: "there is no down file".to_owned(),
        fix: Some("write VERSION_….down.sql beside it, for each version that is to be undone".to_owned()),
    }
}

fn fails(migration: &Migration, what: &str, error: &str) -> Finding {
    Finding {
        kind: "down_fails".to_owned(),
        object: version_name(&migration.version),
        objects: Vec::new(),
        severity: Severity::High,
        place: down_file(migration),
        exploit: None,
        observed: format!("{what}: {error}"),
        fix: None,
    }
}

fn down_file(migration: &Migration) -> Option<String> {
    migration.down_halves().first().map(|(file, _)| file.path.display().to_string())
}

/// The tables and columns that a way down takes along.
fn losses(version: &Version, down: &Diff) -> Option<(Version, Vec<String>)> {
    let holds_rows = |kind: &str| matches!(kind, "table" | "column" | "materialized view" | "sequence");
    let lost = down.changes.iter().filter_map(|change| match change {
        Change::Removed { object } if holds_rows(&object.kind) => Some(object.to_string()),
        _ => None,
    });
    let lost: Vec<String> = lost.collect();
    (!lost.is_empty()).then(|| (version.clone(), lost))
}
