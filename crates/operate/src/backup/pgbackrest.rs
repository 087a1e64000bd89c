//! What `pgbackrest info --output=json` says (pgBackRest user guide, command reference, `info`).

use bulkhead_project::BackupTool;
use serde::Deserialize;

use super::model::{Archive, Backup, BackupKind, Inventory};

#[derive(Deserialize)]
struct Stanza {
    name: String,
    #[serde(default)]
    archive: Vec<ArchiveRange>,
    #[serde(default)]
    backup: Vec<Entry>,
    #[serde(default)]
    repo: Vec<Repository>,
    status: Status,
}

#[derive(Deserialize)]
struct ArchiveRange {
    min: Option<String>,
    max: Option<String>,
}

#[derive(Deserialize)]
struct Entry {
    label: String,
    #[serde(rename = "type")]
    kind: String,
    /// Whether pages with a wrong checksum were found; missing in old versions.
    #[serde(default)]
    error: Option<bool>,
    archive: Option<Wal>,
    info: Option<Sizes>,
    timestamp: Times,
    database: Option<Place>,
}

#[derive(Deserialize)]
struct Wal {
    start: Option<String>,
    stop: Option<String>,
}

#[derive(Deserialize)]
struct Sizes {
    size: Option<u64>,
}

#[derive(Deserialize)]
struct Times {
    stop: i64,
}

#[derive(Deserialize)]
struct Place {
    #[serde(rename = "repo-key", default)]
    repository: Option<u32>,
}

#[derive(Deserialize)]
struct Repository {
    key: Option<u32>,
    status: Status,
}

#[derive(Deserialize)]
struct Status {
    code: u32,
    message: String,
}

/// The status of a repository that has a stanza and no backup; the check of backups says that itself.
const NO_BACKUP: u32 = 2;

/// Reads the inventory of one stanza. Without a name there must be exactly one.
pub(super) fn parse(json: &str, stanza: Option<&str>, repository: Option<u32>) -> Result<Inventory, String> {
    let stanzas: Vec<Stanza> =
        serde_json::from_str(json).map_err(|error| format!("its answer is no list: {error}"))?;
    let names: Vec<String> = stanzas.iter().map(|stanza| stanza.name.clone()).collect();
    let mut fitting: Vec<Stanza> =
        stanzas.into_iter().filter(|found| stanza.is_none_or(|wanted| found.name == wanted)).collect();
    if fitting.len() > 1 {
        return Err(format!("it has several stanzas ({}): name one in the manifest", names.join(", ")));
    }
    let Some(found) = fitting.pop() else {
        return Err(match stanza {
            Some(name) => format!("it has no stanza {name}"),
            None => "it has no stanza".to_owned(),
        });
    };
    Ok(inventory(found, repository).sorted())
}

fn inventory(stanza: Stanza, repository: Option<u32>) -> Inventory {
    let wanted = |key: Option<u32>| repository.is_none() || key.is_none() || key == repository;
    let statuses = stanza.repo.iter().filter(|one| wanted(one.key)).map(|one| (one.key, &one.status));
    let mut complaints: Vec<String> = statuses
        .filter(|(_, status)| status.code != 0 && status.code != NO_BACKUP)
        .map(|(key, status)| match key {
            Some(key) => format!("repository {key}: {}", status.message),
            None => status.message.clone(),
        })
        .collect();
    if complaints.is_empty() && stanza.repo.is_empty() && !matches!(stanza.status.code, 0 | NO_BACKUP) {
        complaints.push(stanza.status.message);
    }
    let first = stanza.archive.iter().filter_map(|range| range.min.clone()).min();
    let last = stanza.archive.iter().filter_map(|range| range.max.clone()).max();
    let backups = stanza.backup.into_iter();
    let backups = backups
        .filter(|entry| wanted(entry.database.as_ref().and_then(|place| place.repository)))
        .map(backup);
    Inventory {
        tool: BackupTool::PgBackRest,
        place: format!("stanza {}", stanza.name),
        backups: backups.collect(),
        archive: Some(Archive { first, last, missing: Vec::new(), complete_view: false }),
        complaints,
    }
}

fn backup(entry: Entry) -> Backup {
    let kind = match entry.kind.as_str() {
        "diff" => BackupKind::Differential,
        "incr" => BackupKind::Incremental,
        _ => BackupKind::Full,
    };
    let (first_wal, last_wal) = entry.archive.map_or((None, None), |wal| (wal.start, wal.stop));
    Backup {
        finished_at_s: Some(entry.timestamp.stop),
        bytes: entry.info.and_then(|info| info.size),
        first_wal,
        last_wal,
        problem: (entry.error == Some(true))
            .then(|| "pages with a wrong checksum were copied into it".to_owned()),
        ..Backup::named(entry.label, kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = include_str!("recorded/pgbackrest.json");

    #[test]
    fn a_full_and_an_incremental_backup_are_read() {
        let inventory = parse(GOOD, None, None).unwrap();
        let [full, incremental] = inventory.backups.as_slice() else { panic!("{inventory:?}") };
        assert_eq!((full.kind, full.bytes), (BackupKind::Full, Some(23_033_334)));
        assert_eq!(incremental.label, "20261121-161842F_20261121-161845I");
        assert_eq!(incremental.kind, BackupKind::Incremental);
        assert_eq!(incremental.last_wal.as_deref(), Some("000000010000000000000005"));
        assert_eq!(inventory.archive.unwrap().last.as_deref(), Some("000000010000000000000005"));
        assert!(inventory.complaints.is_empty());
    }

    #[test]
    fn what_is_wrong_is_told_in_the_tools_words() {
        let missing = parse(include_str!("recorded/pgbackrest_no_stanza.json"), None, None).unwrap();
        assert_eq!(missing.complaints, ["repository 1: missing stanza path"]);
        let empty = parse(include_str!("recorded/pgbackrest_no_backup.json"), None, None).unwrap();
        assert!(empty.complaints.is_empty() && empty.backups.is_empty(), "{empty:?}");
        assert_eq!(parse(GOOD, Some("other"), None).unwrap_err(), "it has no stanza other");
        assert_eq!(parse("[]", None, None).unwrap_err(), "it has no stanza");
        assert!(parse("ERROR", None, None).unwrap_err().contains("no list"));
        let torn = GOOD.replace("\"error\":false", "\"error\":true");
        assert!(parse(&torn, None, None).unwrap().newest().is_none());
    }

    #[test]
    fn another_repository_is_left_out() {
        assert_eq!(parse(GOOD, None, Some(2)).unwrap().backups.len(), 0);
        assert_eq!(parse(GOOD, None, Some(1)).unwrap().backups.len(), 2);
    }
}
