//! Asking the tool what backups there are.

use std::path::Path;
use std::process::Command;

use bulkhead_migrate::Interrupt;
use bulkhead_project::BackupTool;

use super::model::{Archive, Inventory, archive_of};
use super::place::Place;
use super::program::{is_installed, run_well};
use super::wal::Segment;
use super::{Folder, base, dumps, pgbackrest, walg};
use crate::OperateError;

/// Reads what the tool knows. `binaries` is a folder of PostgreSQL's programs.
pub(super) fn take(
    place: &Place,
    segment_bytes: u64,
    binaries: Option<&Path>,
    interrupt: &Interrupt,
) -> Result<Inventory, OperateError> {
    let tool = place.tool.or_else(|| guess(place)).ok_or_else(|| OperateError::NoBackup {
        reason: "neither the manifest's [backup] nor the archive command says how backups are taken"
            .to_owned(),
    })?;
    let mut inventory = match tool {
        BackupTool::PgBackRest => {
            let mut command = pgbackrest(place);
            command.args(["info", "--output=json"]);
            let said = run_well(command, interrupt)?;
            pgbackrest::parse(&said.output, place.stanza.as_deref(), place.repository)
                .map_err(|reason| unreadable(tool, reason))?
        }
        BackupTool::WalG => {
            let mut list = walg(place);
            list.args(["backup-list", "--detail", "--json"]);
            let list = run_well(list, interrupt)?;
            let mut wal = walg(place);
            wal.args(["wal-show", "--detailed-json", "--without-backups"]);
            let wal = run_well(wal, interrupt).ok().map(|said| said.output);
            walg::parse(&list.output, wal.as_deref()).map_err(|reason| unreadable(tool, reason))?
        }
        BackupTool::PgBasebackup => base::read(directory(place)?, segment_bytes)?,
        BackupTool::PgDump => dumps::read(directory(place)?, binaries, interrupt)?,
    };
    if let (None, Some(folder)) = (&inventory.archive, &place.wal) {
        inventory.archive = archived(folder, segment_bytes)?;
    }
    Ok(inventory)
}

fn unreadable(tool: BackupTool, reason: String) -> OperateError {
    OperateError::BackupTool { program: tool.word().to_owned(), reason }
}

/// The tool where nothing names one: a folder tells by itself, and an installed pgBackRest knows its stanzas.
fn guess(place: &Place) -> Option<BackupTool> {
    match &place.directory {
        Some(folder) => {
            let holds_base = base::format(folder).is_some()
                || Folder::read(folder)
                    .is_ok_and(|found| found.folders.iter().any(|one| base::format(one).is_some()));
            Some(if holds_base { BackupTool::PgBasebackup } else { BackupTool::PgDump })
        }
        None => is_installed("pgbackrest").then_some(BackupTool::PgBackRest),
    }
}

fn directory(place: &Place) -> Result<&Path, OperateError> {
    place.directory.as_deref().ok_or_else(|| OperateError::NoBackup {
        reason: "the manifest's [backup] names no directory".to_owned(),
    })
}

/// A call of pgBackRest with its settings.
pub(super) fn pgbackrest(place: &Place) -> Command {
    let mut command = Command::new("pgbackrest");
    command.args(place.config.iter().map(|path| format!("--config={}", path.display())));
    command.args(place.stanza.iter().map(|stanza| format!("--stanza={stanza}")));
    command.args(place.repository.iter().map(|number| format!("--repo={number}")));
    command
}

/// A call of WAL-G with its settings.
pub(super) fn walg(place: &Place) -> Command {
    let mut command = Command::new("wal-g");
    command.args(place.config.iter().flat_map(|path| ["--config".into(), path.clone().into_os_string()]));
    command
}

/// The segments in a folder; `None` when it holds none.
pub(super) fn archived(folder: &Path, segment_bytes: u64) -> Result<Option<Archive>, OperateError> {
    let found = Folder::read(folder)?;
    let segments: Vec<Segment> = found.names().filter_map(Segment::of_file).collect();
    Ok((!segments.is_empty()).then(|| archive_of(&segments, segment_bytes)))
}
