//! What `wal-g backup-list --detail --json` and `wal-g wal-show --detailed-json` say (WAL-G manual, PostgreSQL).

use bulkhead_project::BackupTool;
use serde::Deserialize;

use super::model::{Archive, Backup, BackupKind, Inventory};
use super::moment;

#[derive(Deserialize)]
struct Entry {
    backup_name: String,
    /// When the storage says that it was written; the only time without `--detail`.
    #[serde(default)]
    time: Option<String>,
    #[serde(default)]
    finish_time: Option<String>,
    #[serde(default)]
    wal_file_name: Option<String>,
    #[serde(default)]
    uncompressed_size: Option<u64>,
}

#[derive(Deserialize)]
struct Timeline {
    start_segment: String,
    end_segment: String,
    #[serde(default)]
    missing_segments: Option<Vec<String>>,
}

/// Reads the list of backups and, where there is one, the list of timelines.
pub(super) fn parse(list: &str, timelines: Option<&str>) -> Result<Inventory, String> {
    let entries: Option<Vec<Entry>> = match list.trim() {
        // What it prints when there is nothing depends on the version.
        "" => None,
        text => serde_json::from_str(text).map_err(|error| format!("its answer is no list: {error}"))?,
    };
    let archive = timelines.map(parse_timelines).transpose()?.flatten();
    let inventory = Inventory {
        tool: BackupTool::WalG,
        place: "the storage that its settings name".to_owned(),
        backups: entries.unwrap_or_default().into_iter().map(backup).collect(),
        archive,
        complaints: Vec::new(),
    };
    Ok(inventory.sorted())
}

fn backup(entry: Entry) -> Backup {
    // A delta's name ends with the segment that its base began at.
    let kind = if entry.backup_name.contains("_D_") { BackupKind::Incremental } else { BackupKind::Full };
    let time = entry.finish_time.or(entry.time);
    Backup {
        finished_at_s: time.as_deref().and_then(moment::seconds),
        bytes: entry.uncompressed_size,
        first_wal: entry.wal_file_name,
        ..Backup::named(entry.backup_name, kind)
    }
}

fn parse_timelines(text: &str) -> Result<Option<Archive>, String> {
    let timelines: Option<Vec<Timeline>> =
        serde_json::from_str(text.trim()).map_err(|error| format!("its list of WAL is no list: {error}"))?;
    let mut timelines = timelines.unwrap_or_default();
    if timelines.is_empty() {
        return Ok(None);
    }
    let missing =
        timelines.iter_mut().flat_map(|timeline| timeline.missing_segments.take().unwrap_or_default());
    let missing: Vec<String> = missing.collect();
    Ok(Some(Archive {
        first: timelines.iter().map(|timeline| timeline.start_segment.clone()).min(),
        last: timelines.iter().map(|timeline| timeline.end_segment.clone()).max(),
        missing,
        complete_view: true,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("recorded/walg_list.json");
    const WAL: &str = include_str!("recorded/walg_wal.json");

    #[test]
    fn backups_deltas_and_missing_segments_are_read() {
        let inventory = parse(LIST, Some(WAL)).unwrap();
        let [full, delta] = inventory.backups.as_slice() else { panic!("{inventory:?}") };
        assert_eq!((full.kind, full.bytes), (BackupKind::Full, Some(41_943_040)));
        assert_eq!(delta.kind, BackupKind::Incremental);
        assert_eq!(delta.finished_at_s, Some(1_795_277_927));
        assert_eq!(delta.first_wal.as_deref(), Some("000000010000000000000006"));
        let archive = inventory.archive.unwrap();
        assert_eq!(archive.missing, ["000000010000000000000005"]);
        assert_eq!(archive.last.as_deref(), Some("000000010000000000000008"));
    }

    #[test]
    fn an_empty_storage_has_no_backup() {
        for empty in ["", "[]", "null"] {
            assert!(parse(empty, Some("[]")).unwrap().backups.is_empty(), "{empty}");
        }
        assert!(parse("No backups found", None).unwrap_err().contains("no list"));
    }
}
