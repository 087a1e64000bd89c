//! Backups: what the archive and the last backup look like, and whether a restore brings everything back.
//!
//! Nothing here copies the database's files itself. Backups are pgBackRest's, WAL-G's, pg_basebackup's or pg_dump's; we ask
//! the tool, judge its answer, and drill: restore to a private server that touches neither the source nor the backup.

mod base;
mod drill;
mod drills;
mod dumps;
mod folder;
mod inventory;
mod judge;
mod model;
mod moment;
mod pgbackrest;
mod place;
mod program;
mod restore;
mod source;
mod wal;
mod walg;

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use bulkhead_migrate::Interrupt;
use bulkhead_project::{BackupTool, Project};
use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use crate::counted::counted;
use crate::health::{HealthCheck, Level, begin, end};
pub use drill::{
    DrillFinding, DrillOptions, DrillReport, DrillTableRows, DrillTarget, KeptCopy, backup_drill,
};
pub use drills::Drill;
use folder::Folder;
use judge::Seen;
pub use model::{Archive, Backup, BackupKind, Inventory};
use place::Place;
use source::Source;

/// The answer of all checks of backups.
#[derive(Clone, Debug, Serialize)]
pub struct BackupCheckReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// The server's version.
    pub server_version: String,
    /// The worst level of all checks.
    pub worst: Level,
    /// The checks, always all of them and in the same order.
    pub checks: Vec<HealthCheck>,
    /// What the tool knows; `None` when it cannot be asked.
    pub inventory: Option<Inventory>,
    /// The last drill.
    pub last_drill: Option<Drill>,
}

/// Around a look at backups.
#[derive(Clone)]
pub struct BackupSurroundings {
    /// The folder that holds `.bulkhead/`.
    pub root: PathBuf,
    /// A folder of PostgreSQL's programs to look into first.
    pub binaries: Option<PathBuf>,
    /// Whether the server runs on this machine, so that its paths can be looked at.
    pub local: bool,
    /// Whether to read every file of the newest base backup.
    pub read_files: bool,
    /// How the user gets out.
    pub interrupt: Interrupt,
}

/// Asks the server and the tool, and judges what they say. Writes nothing.
pub async fn backup_check(
    client: &Client,
    project: &Project,
    around: &BackupSurroundings,
) -> Result<BackupCheckReport, OperateError> {
    let policy = project.manifest.backup.clone().unwrap_or_default();
    begin(client).await?;
    let source = Source::read(client, policy.role.as_deref()).await;
    end(client).await;
    let source = source?;
    let drills = drills::read(&around.root)?;
    let drills: Vec<Drill> = drills.into_iter().filter(|drill| drill.project == project.name).collect();
    let place = Place::find(&policy, &project.folder, &source.archive_command);
    let (files, around) = (place.clone(), around.clone());
    let (segment_bytes, data) = (source.segment_bytes, source.data_directory.clone());
    let looked = blocking(move || look(&files, &around, segment_bytes, data.as_deref())).await?;
    let (database, server_version) = (source.database.clone(), source.server_version.clone());
    let seen = Seen {
        wanted_databases: wanted_databases(project, &database),
        source,
        policy,
        inventory: looked.inventory,
        drills,
        intact: looked.intact,
        same_disk: looked.same_disk,
    };
    let checks = judge::judge(&seen);
    Ok(BackupCheckReport {
        project: project.name.clone(),
        database,
        server_version,
        worst: Level::worst(checks.iter().map(|check| check.level)),
        checks,
        inventory: seen.inventory.ok(),
        last_drill: seen.drills.last().cloned(),
    })
}

/// Runs work that blocks beside the one thread that everything else runs on, so that Ctrl-C is heard.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, OperateError> + Send + 'static,
) -> Result<T, OperateError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}

/// What was seen of files and tools.
struct Looked {
    inventory: Result<Inventory, String>,
    intact: Result<Result<(), String>, String>,
    same_disk: Result<bool, String>,
}

fn look(
    place: &Place,
    around: &BackupSurroundings,
    segment_bytes: u64,
    data: Option<&str>,
) -> Result<Looked, OperateError> {
    let binaries = around.binaries.as_deref();
    let inventory = match inventory::take(place, segment_bytes, binaries, &around.interrupt) {
        Err(error @ OperateError::Question(_)) => return Err(error),
        taken => taken.map_err(|error| error.to_string()),
    };
    let intact = match &inventory {
        Ok(inventory) => intact(inventory, around)?,
        Err(why) => Err(why.clone()),
    };
    let same_disk = same_disk(place, around, data);
    Ok(Looked { inventory, intact, same_disk })
}

/// What `pg_verifybackup` says about the newest base backup.
fn intact(
    inventory: &Inventory,
    around: &BackupSurroundings,
) -> Result<Result<Result<(), String>, String>, OperateError> {
    if inventory.tool != BackupTool::PgBasebackup {
        return Ok(Err(format!("{} verifies its own files", inventory.tool.word())));
    }
    let Some(folder) = inventory.newest().and_then(|backup| backup.path.as_ref()) else {
        return Ok(Err("there is no sound backup to look at".to_owned()));
    };
    if !around.read_files {
        return Ok(Err("its files were not read, as asked".to_owned()));
    }
    if base::format(folder) == Some(base::Format::Tar) {
        return Ok(Err("archives are looked at when they are unpacked, in a drill".to_owned()));
    }
    verified(folder, around.binaries.as_deref(), &around.interrupt).map(Ok)
}

/// Reads every file of a base backup and compares it with its manifest. WAL is not read: recovery does that.
fn verified(
    folder: &Path,
    binaries: Option<&Path>,
    interrupt: &Interrupt,
) -> Result<Result<(), String>, OperateError> {
    let mut command = Command::new(program::of_postgres(binaries, "pg_verifybackup"));
    command.args(["--no-parse-wal", "--quiet"]).arg(folder);
    let said = program::run(command, interrupt)?;
    Ok(if said.success { Ok(()) } else { Err(said.why()) })
}

/// Whether the folder of backups is on the file system of the data directory.
fn same_disk(place: &Place, around: &BackupSurroundings, data: Option<&str>) -> Result<bool, String> {
    if !around.local {
        return Err("the server is on another machine".to_owned());
    }
    let folder =
        place.directory.as_ref().or(place.wal.as_ref()).ok_or("the tool keeps its place to itself")?;
    let data = data.ok_or("the role may not see data_directory (GRANT pg_read_all_settings)")?;
    let device = |path: &Path| {
        let found = std::fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok::<u64, String>(found.dev())
    };
    Ok(device(folder)? == device(Path::new(data))?)
}

/// The project's database and those of its tenants.
fn wanted_databases(project: &Project, database: &str) -> Vec<String> {
    let tenants =
        project.manifest.tenancy.iter().flat_map(|tenancy| tenancy.context.databases.values().cloned());
    let mut wanted: Vec<String> = tenants.chain([database.to_owned()]).collect();
    wanted.sort();
    wanted.dedup();
    wanted
}
