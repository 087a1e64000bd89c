//! Folders that `pg_basebackup` wrote, plain or as tar (PG 17 manual, pg_basebackup; 69, Backup Manifest Format).

use std::path::{Path, PathBuf};

use bulkhead_project::BackupTool;
use serde::Deserialize;

use super::model::{Backup, BackupKind, Inventory};
use super::wal::{Segment, lsn};
use super::{Folder, moment};
use crate::OperateError;

/// How a backup is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A data directory.
    Plain,
    /// `base.tar`, perhaps compressed, and one more for each tablespace.
    Tar,
}

/// The names of the archive of the data directory.
const BASE: [&str; 4] = ["base.tar", "base.tar.gz", "base.tar.zst", "base.tar.lz4"];

/// How the folder stores a backup, if it does.
pub(super) fn format(folder: &Path) -> Option<Format> {
    let has = |name: &&str| folder.join(name).is_file();
    if BASE.iter().any(has) {
        Some(Format::Tar)
    } else {
        let plain = has(&"PG_VERSION") && (has(&"backup_label") || has(&"backup_manifest"));
        // A backup that was broken off has a manifest only when it was complete.
        (plain || (has(&"PG_VERSION") && !has(&"postmaster.pid"))).then_some(Format::Plain)
    }
}

/// The archive of the data directory in a folder of tars.
pub(super) fn base_tar(folder: &Path) -> Option<PathBuf> {
    BASE.iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

/// Reads a folder of backups, or one that is a backup itself.
pub(super) fn read(folder: &Path, segment_bytes: u64) -> Result<Inventory, OperateError> {
    let backups = if format(folder).is_some() {
        vec![one(folder, segment_bytes)]
    } else {
        let folders = Folder::read(folder)?.folders;
        folders.iter().filter(|path| format(path).is_some()).map(|path| one(path, segment_bytes)).collect()
    };
    let inventory = Inventory {
        tool: BackupTool::PgBasebackup,
        place: folder.display().to_string(),
        backups,
        archive: None,
        complaints: Vec::new(),
    };
    Ok(inventory.sorted())
}

fn one(folder: &Path, segment_bytes: u64) -> Backup {
    let label =
        folder.file_name().map_or_else(|| folder.display().to_string(), |name| name.display().to_string());
    let mut backup = Backup { path: Some(folder.to_owned()), ..Backup::named(label, BackupKind::Full) };
    match std::fs::read_to_string(folder.join("backup_manifest")) {
        Ok(text) => match Manifest::parse(&text) {
            Ok(manifest) => manifest.describe(&mut backup, segment_bytes),
            Err(why) => backup.problem = Some(format!("its backup_manifest cannot be read: {why}")),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            backup.problem =
                Some("it has no backup_manifest: it was broken off, or taken without one".to_owned());
        }
        Err(error) => backup.problem = Some(format!("its backup_manifest cannot be read: {error}")),
    }
    if backup.finished_at_s.is_none() {
        let changed = std::fs::metadata(folder).and_then(|found| found.modified());
        backup.finished_at_s = changed.ok().map(moment::of);
    }
    let incremental = std::fs::read_to_string(folder.join("backup_label"))
        .is_ok_and(|label| label.contains("INCREMENTAL FROM LSN:"));
    if incremental {
        backup.kind = BackupKind::Incremental;
    }
    backup
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(rename = "Files")]
    files: Vec<File>,
    #[serde(rename = "WAL-Ranges", default)]
    wal: Vec<Range>,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "Size")]
    size: u64,
    #[serde(rename = "Last-Modified")]
    modified: String,
}

#[derive(Deserialize)]
struct Range {
    #[serde(rename = "Timeline")]
    timeline: u32,
    #[serde(rename = "Start-LSN")]
    start: String,
    #[serde(rename = "End-LSN")]
    end: String,
}

impl Manifest {
    fn parse(text: &str) -> Result<Manifest, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    fn describe(&self, backup: &mut Backup, segment_bytes: u64) {
        // Times in the manifest survive a copy of the folder; those of the file system may not.
        backup.finished_at_s = self.files.iter().filter_map(|file| moment::seconds(&file.modified)).max();
        backup.bytes = Some(self.files.iter().map(|file| file.size).sum());
        let segment = |timeline, at: &str| Some(Segment::at(timeline, lsn(at)?, segment_bytes).name());
        backup.first_wal = self.wal.iter().filter_map(|range| segment(range.timeline, &range.start)).min();
        backup.last_wal = self.wal.iter().filter_map(|range| segment(range.timeline, &range.end)).max();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = include_str!("recorded/backup_manifest.json");

    #[test]
    fn a_manifest_says_how_old_and_how_large_and_which_wal() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        file("PG_VERSION", "15\n");
        file("backup_label", "");
        file("backup_manifest", MANIFEST);
        let backup = &read(folder.path(), 16 << 20).unwrap().backups[0];
        assert_eq!((backup.finished_at_s, backup.bytes), (Some(1_795_277_927), Some(16_612)));
        assert_eq!(backup.first_wal.as_deref(), Some("000000010000000000000006"));
        assert_eq!((backup.problem.as_deref(), backup.kind), (None, BackupKind::Full));
        file("backup_manifest", &MANIFEST[..300]);
        let problem = read(folder.path(), 16 << 20).unwrap().backups[0].problem.clone().unwrap();
        assert!(problem.contains("cannot be read"), "{problem}");
        file("backup_label", "INCREMENTAL FROM LSN: 0/1\n");
        assert_eq!(read(folder.path(), 16 << 20).unwrap().backups[0].kind, BackupKind::Incremental);
    }

    #[test]
    fn folders_without_a_backup_are_left_out() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["notes", "tar"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        std::fs::write(folder.path().join("tar/base.tar.gz"), "").unwrap();
        let inventory = read(folder.path(), 16 << 20).unwrap();
        let labels: Vec<&str> = inventory.backups.iter().map(|backup| backup.label.as_str()).collect();
        assert_eq!(labels, ["tar"]);
        assert!(inventory.backups[0].problem.as_ref().unwrap().contains("no backup_manifest"));
        assert!(read(&folder.path().join("nowhere"), 16 << 20).is_err());
    }
}
