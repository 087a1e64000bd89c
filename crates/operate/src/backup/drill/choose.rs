//! Which backup is drilled.

use std::path::{Path, PathBuf};

use bulkhead_connect::Target;
use bulkhead_project::{BackupTool, Project};
use bulkhead_server::PrivateCopy;

use super::{DrillOptions, DrillTarget};
use crate::OperateError;
use crate::backup::model::{Backup, BackupKind, Inventory};
use crate::backup::place::Place;
use crate::backup::source::Source;
use crate::backup::{BackupSurroundings, base, dumps, inventory, restore};

/// A backup with everything around it that its restore needs.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub(super) backup: Backup,
    pub(super) tool: BackupTool,
    pub(super) place: Place,
    /// Roles beside a dump.
    pub(super) globals: Option<PathBuf>,
    /// The newest archived segment.
    pub(super) archived_to: Option<String>,
    /// Segments that are missing in the archive after the backup began.
    pub(super) missing: Vec<String>,
}

/// Chooses, or takes one now.
pub(super) fn choose(
    copy: &PrivateCopy,
    options: &DrillOptions,
    around: &BackupSurroundings,
    project: &Project,
    source: &Source,
    target: &Target,
) -> Result<Chosen, OperateError> {
    let policy = project.manifest.backup.clone().unwrap_or_default();
    let mut place = Place::find(&policy, &project.folder, &source.archive_command);
    let binaries = around.binaries.as_deref();
    if options.take {
        let folder = restore::take(copy, target, binaries, &around.interrupt)?;
        // It has its own WAL; the archive would only bring what came after.
        (place.wal, place.restore_command) = (None, None);
        (place.tool, place.directory) = (Some(BackupTool::PgBasebackup), Some(folder));
    } else if let Some(path) = options.from.as_ref().map(PathBuf::from).filter(|path| path.exists()) {
        let path = std::fs::canonicalize(&path).unwrap_or(path);
        place.tool = Some(tool_of(&path));
        place.directory = Some(path);
    }
    let inventory = inventory::take(&place, source.segment_bytes, binaries, &around.interrupt)?;
    let label = options.from.as_deref().filter(|from| !Path::new(from).exists());
    let before = match options.target {
        DrillTarget::Time { at_s, .. } if inventory.tool != BackupTool::PgDump => Some(at_s),
        DrillTarget::Time { .. } => {
            let reason = "a dump holds one moment only; drill it without --target-time".to_owned();
            return Err(OperateError::NotHere { backup: inventory.place, reason });
        }
        DrillTarget::Latest | DrillTarget::Immediate => None,
    };
    let backup = pick(&inventory, label, target.database(), before)?.clone();
    let first = backup.first_wal.clone().unwrap_or_default();
    let archive = inventory.archive.as_ref();
    let missing =
        archive.map(|archive| archive.missing.iter().filter(|name| **name >= first).cloned().collect());
    let globals = inventory.backups.iter().rfind(|backup| backup.kind == BackupKind::Globals);
    Ok(Chosen {
        tool: inventory.tool,
        globals: globals.and_then(|globals| globals.path.clone()),
        archived_to: archive.and_then(|archive| archive.last.clone()),
        missing: missing.unwrap_or_default(),
        backup,
        place,
    })
}

/// What made the backup at a path, which holds one or several.
fn tool_of(path: &Path) -> BackupTool {
    let holds_base = |folder: &Path| {
        crate::backup::Folder::read(folder)
            .is_ok_and(|found| found.folders.iter().any(|one| base::format(one).is_some()))
    };
    if dumps::format(path).is_none() && (base::format(path).is_some() || holds_base(path)) {
        BackupTool::PgBasebackup
    } else {
        BackupTool::PgDump
    }
}

/// The backup of a label, else the newest sound one; of dumps one of this database, if any says so. With a moment, one
/// that was finished `before` it: recovery only goes forward.
fn pick<'i>(
    inventory: &'i Inventory,
    label: Option<&str>,
    database: &str,
    before: Option<i64>,
) -> Result<&'i Backup, OperateError> {
    let place = format!("{} in {}", inventory.tool.word(), inventory.place);
    let none = |reason: String| OperateError::NoBackup { reason };
    if let Some(label) = label {
        let found = inventory.data().find(|backup| backup.label == label);
        return found.ok_or_else(|| none(format!("there is no folder, file or backup {label}: {place}")));
    }
    if let Some(moment) = before {
        let sound = inventory.data().filter(|backup| backup.problem.is_none());
        let mut chosen =
            sound.filter(|backup| backup.finished_at_s.is_some_and(|finished| finished <= moment));
        return chosen
            .next_back()
            .ok_or_else(|| none(format!("{place}: none was finished before that moment")));
    }
    let fits = |backup: &&Backup| backup.database.as_deref().is_none_or(|named| named == database);
    let sound = || inventory.data().filter(|backup| backup.problem.is_none());
    // A backup that is known to be unsound is still worth a try when there is no other.
    let chosen = sound().rfind(fits).or_else(|| sound().next_back()).or_else(|| inventory.data().next_back());
    chosen.ok_or_else(|| none(format!("{place} holds none")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dump(label: &str, database: Option<&str>, problem: Option<&str>) -> Backup {
        Backup {
            database: database.map(str::to_owned),
            problem: problem.map(str::to_owned),
            ..Backup::named(label, BackupKind::Dump)
        }
    }

    #[test]
    fn the_newest_sound_dump_of_the_database_is_chosen() {
        let inventory = |backups: &[Backup]| Inventory {
            tool: BackupTool::PgDump,
            place: "/dumps".to_owned(),
            backups: backups.to_vec(),
            archive: None,
            complaints: Vec::new(),
        };
        let (old, shop) = (dump("old", Some("shop"), None), dump("shop", Some("shop"), None));
        let (other, torn) = (dump("other", Some("other"), None), dump("torn", Some("shop"), Some("torn")));
        let cases: [(Vec<Backup>, Option<&str>, Option<&str>); 6] = [
            (vec![old.clone(), shop.clone(), other.clone()], None, Some("shop")),
            (vec![old.clone(), torn.clone()], None, Some("old")),
            (vec![torn], None, Some("torn")),
            (vec![other], None, Some("other")),
            (vec![old, shop], Some("old"), Some("old")),
            (vec![], None, None),
        ];
        for (backups, label, chosen) in cases {
            let inventory = inventory(&backups);
            let picked = pick(&inventory, label, "shop", None).ok().map(|backup| backup.label.as_str());
            assert_eq!(picked, chosen, "{backups:?}");
        }
    }

    #[test]
    fn recovery_to_a_moment_begins_at_a_backup_from_before_it() {
        let at = |label: &str, finished| Backup {
            finished_at_s: Some(finished),
            ..Backup::named(label, BackupKind::Full)
        };
        let inventory = Inventory {
            tool: BackupTool::PgBasebackup,
            place: "/backups".to_owned(),
            backups: vec![at("monday", 100), at("tuesday", 200)],
            archive: None,
            complaints: Vec::new(),
        };
        for (moment, chosen) in
            [(99, None), (100, Some("monday")), (199, Some("monday")), (200, Some("tuesday"))]
        {
            let picked =
                pick(&inventory, None, "shop", Some(moment)).ok().map(|backup| backup.label.as_str());
            assert_eq!(picked, chosen, "{moment}");
        }
    }
}
