//! Backups and archived WAL as plain data, the same for every tool.

use std::path::PathBuf;

use bulkhead_project::BackupTool;
use serde::Serialize;

use super::wal::Segment;

/// What a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// The whole cluster.
    Full,
    /// What changed since the last full backup.
    Differential,
    /// What changed since the last backup.
    Incremental,
    /// One database, as `pg_dump` writes it.
    Dump,
    /// Roles and tablespaces, as `pg_dumpall --globals-only` writes them.
    Globals,
}

impl BackupKind {
    /// The word for it, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            BackupKind::Full => "full",
            BackupKind::Differential => "differential",
            BackupKind::Incremental => "incremental",
            BackupKind::Dump => "dump",
            BackupKind::Globals => "globals",
        }
    }
}

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backup {
    /// The tool's name for it; for files their name.
    pub label: String,
    /// What it holds.
    pub kind: BackupKind,
    /// When it was finished, in seconds since 1970.
    pub finished_at_s: Option<i64>,
    /// The size of what it holds, in bytes; for files their own size.
    pub bytes: Option<u64>,
    /// The first WAL segment that it needs.
    pub first_wal: Option<String>,
    /// The last WAL segment that it needs to become consistent.
    pub last_wal: Option<String>,
    /// The database, for a dump.
    pub database: Option<String>,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// Where it is, for files.
    pub path: Option<PathBuf>,
}

impl Backup {
    /// A backup of which only the name is known.
    pub(super) fn named(label: impl Into<String>, kind: BackupKind) -> Backup {
        Backup {
            label: label.into(),
            kind,
            finished_at_s: None,
            bytes: None,
            first_wal: None,
            last_wal: None,
            database: None,
            problem: None,
            path: None,
        }
    }
}

/// Archived WAL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Archive {
    /// The oldest segment.
    pub first: Option<String>,
    /// The newest segment.
    pub last: Option<String>,
    /// Segments that are missing between others, at most a hundred of them.
    pub missing: Vec<String>,
    /// Whether every name was seen, so that nothing else can be missing.
    pub complete_view: bool,
}

/// Everything that a tool knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inventory {
    /// The tool.
    pub tool: BackupTool,
    /// Where it keeps backups, in words.
    pub place: String,
    /// The backups, oldest first.
    pub backups: Vec<Backup>,
    /// The archived WAL; `None` where the tool keeps none or none can be seen.
    pub archive: Option<Archive>,
    /// What the tool itself complains about.
    pub complaints: Vec<String>,
}

impl Inventory {
    /// Sorts the backups by time; those without one come first.
    pub(super) fn sorted(mut self) -> Inventory {
        self.backups.sort_by_key(|backup| backup.finished_at_s);
        self
    }

    /// The newest backup of data in which nothing is wrong.
    pub fn newest(&self) -> Option<&Backup> {
        self.data().rfind(|backup| backup.problem.is_none())
    }

    /// The backups that hold data.
    pub(super) fn data(&self) -> impl DoubleEndedIterator<Item = &Backup> {
        self.backups.iter().filter(|backup| backup.kind != BackupKind::Globals)
    }
}

/// The segments of an archive from their names, in any order.
pub(super) fn archive_of(names: &[Segment], segment_bytes: u64) -> Archive {
    let mut sorted = names.to_vec();
    sorted.sort_unstable();
    Archive {
        first: sorted.first().map(Segment::name),
        last: sorted.last().map(Segment::name),
        missing: super::wal::missing(&sorted, segment_bytes),
        complete_view: true,
    }
}
