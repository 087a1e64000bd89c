//! Where a database stands compared with a project.

use std::path::PathBuf;

use bulkhead_project::{Migration, Project, Version};
use serde::Serialize;

use crate::plan::has_changed;
use crate::{Applied, Observed};

/// Where a database stands.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReport {
    /// The project.
    pub project: String,
    /// The database.
    pub database: String,
    /// The server's version.
    pub server_version: String,
    /// Every version known to the files or the ledger, in order.
    pub versions: Vec<VersionStatus>,
    /// How many versions are pending.
    pub pending: usize,
    /// How many versions need attention: changed, missing or half-way.
    pub troubled: usize,
}

/// One version.
#[derive(Clone, Debug, Serialize)]
pub struct VersionStatus {
    /// The version.
    pub version: Version,
    /// The words of its file names.
    pub description: String,
    /// Its files.
    pub files: Vec<PathBuf>,
    /// Whether it can be undone.
    pub has_down: bool,
    /// Where it stands.
    pub state: VersionState,
    /// When it was applied.
    pub applied_at: Option<String>,
    /// How long that took, in milliseconds.
    pub duration_ms: Option<u64>,
    /// Who applied it.
    pub applied_by: Option<String>,
}

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// In the ledger, and its files are what was applied.
    Applied,
    /// Not in the ledger.
    Pending,
    /// Some of its steps have taken effect.
    HalfWay,
    /// Its files are not what was applied.
    Changed,
    /// In the ledger, but there is no file.
    FileMissing,
}

/// Compares files and ledger.
pub fn status(project: &Project, observed: &Observed) -> StatusReport {
    let mut versions: Vec<VersionStatus> =
        project.migrations.iter().map(|migration| of_migration(migration, observed)).collect();
    let without_file = observed.ledger.applied.iter().filter(|row| project.migration(&row.version).is_none());
    versions.extend(without_file.map(of_row));
    versions.sort_by(|left, right| left.version.cmp(&right.version));
    let count =
        |states: &[VersionState]| versions.iter().filter(|version| states.contains(&version.state)).count();
    StatusReport {
        project: project.name.clone(),
        database: observed.facts.database.clone(),
        server_version: observed.facts.version.clone(),
        pending: count(&[VersionState::Pending, VersionState::HalfWay]),
        troubled: count(&[VersionState::Changed, VersionState::FileMissing, VersionState::HalfWay]),
        versions,
    }
}

fn of_migration(migration: &Migration, observed: &Observed) -> VersionStatus {
    let applied = observed.ledger.applied.iter().find(|row| row.version == migration.version);
    let half_way = observed.unfinished.iter().any(|record| record.version == migration.version);
    let state = match applied {
        _ if half_way => VersionState::HalfWay,
        None => VersionState::Pending,
        Some(row) if has_changed(migration, row) => match migration.version.is_repeatable() {
            true => VersionState::Pending,
            false => VersionState::Changed,
        },
        Some(_) => VersionState::Applied,
    };
    VersionStatus {
        version: migration.version.clone(),
        description: migration.description.clone(),
        files: migration.parts.iter().map(|part| part.path.clone()).collect(),
        has_down: !migration.down_halves().is_empty(),
        state,
        applied_at: applied.map(|row| row.applied_at.clone()),
        duration_ms: applied.and_then(|row| row.duration_ms),
        applied_by: applied.map(|row| row.applied_by.clone()),
    }
}

fn of_row(row: &Applied) -> VersionStatus {
    VersionStatus {
        version: row.version.clone(),
        description: row.description.clone(),
        files: Vec::new(),
        has_down: false,
        state: VersionState::FileMissing,
        applied_at: Some(row.applied_at.clone()),
        duration_ms: row.duration_ms,
        applied_by: Some(row.applied_by.clone()),
    }
}
