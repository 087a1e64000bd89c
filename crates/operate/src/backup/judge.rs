//! Every check of backups: what was seen goes in, a verdict comes out.

mod archive;
mod backups;
mod drill;
mod dumps;
mod server;

use bulkhead_project::{BackupTool, Backups};

use super::drills::Drill;
use super::model::{Backup, Inventory};
use super::source::Source;
use crate::health::{HealthCheck, Verdict, bounded};

/// Everything that was seen.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) source: Source,
    pub(super) policy: Backups,
    /// What the tool knows, or why it cannot be asked.
    pub(super) inventory: Result<Inventory, String>,
    /// The drills of this project, oldest first.
    pub(super) drills: Vec<Drill>,
    /// What `pg_verifybackup` says about the newest base backup; an error of the outer kind says why it was not asked.
    pub(super) intact: Result<Result<(), String>, String>,
    /// Whether backups are on the disk of the data; an error says why that cannot be seen.
    pub(super) same_disk: Result<bool, String>,
    /// The databases of tenants, and the project's own.
    pub(super) wanted_databases: Vec<String>,
}

impl Seen {
    /// The tool, as far as it is known.
    fn tool(&self) -> Option<BackupTool> {
        self.inventory.as_ref().ok().map(|inventory| inventory.tool)
    }

    /// The newest sound backup with its age in seconds.
    fn newest(&self) -> Option<(&Backup, f64)> {
        let backup = self.inventory.as_ref().ok()?.newest()?;
        Some((backup, self.age(backup.finished_at_s?)))
    }

    /// How long ago a moment was, in seconds; never negative, for clocks differ.
    fn age(&self, moment: i64) -> f64 {
        u32::try_from((self.source.now_s - moment).max(0)).map_or(f64::from(u32::MAX), f64::from)
    }
}

/// A check.
struct Check {
    name: &'static str,
    title: &'static str,
    /// From where it is bad, and why.
    reason: fn(&Seen) -> String,
    judge: fn(&Seen) -> Verdict,
}

/// Every check, always in this order.
const CHECKS: [Check; 16] = [
    backups::BACKUPS,
    backups::PROBLEMS,
    backups::INTACT,
    backups::SIZE,
    backups::PLACE,
    drill::DRILL,
    server::ARCHIVING,
    server::BACKLOG_CHECK,
    server::ARCHIVED_AGE,
    archive::WAL_GAP,
    server::DURABILITY,
    server::CHECKSUMS,
    server::STREAMING,
    dumps::ROLES,
    dumps::ROW_SECURITY,
    dumps::DATABASES,
];

/// The answers of all checks.
pub(super) fn judge(seen: &Seen) -> Vec<HealthCheck> {
    let answer = |check: &Check| {
        let verdict = (check.judge)(seen);
        HealthCheck {
            name: check.name,
            title: check.title,
            level: verdict.level,
            summary: verdict.summary,
            reason: (check.reason)(seen),
            evidence: bounded(verdict.evidence),
            fix: verdict.fix,
        }
    };
    CHECKS.iter().map(answer).collect()
}

/// What was seen of a healthy server with one good base backup; tests change what they are about.
#[cfg(test)]
pub(super) fn healthy() -> Seen {
    use super::model::{Archive, BackupKind};

    let backup = |label: &str, finished_at_s| Backup {
        finished_at_s: Some(finished_at_s),
        bytes: Some(1_000_000),
        first_wal: Some("000000010000000000000004".to_owned()),
        last_wal: Some("000000010000000000000004".to_owned()),
        ..Backup::named(label, BackupKind::Full)
    };
    Seen {
        source: Source {
            archive_mode: "on".to_owned(),
            archive_command: "cp %p /archive/%f".to_owned(),
            wal_level: "replica".to_owned(),
            fsync: true,
            full_page_writes: true,
            checksums: true,
            segment_bytes: 16 << 20,
            archived: 9,
            last_archived: Some("000000010000000000000008".to_owned()),
            last_archived_s: Some(60.0),
            nothing_archived_s: 60.0,
            position: (9 << 24) + 100,
            now_s: 1_000_000,
            waiting: Some(Ok(0)),
            databases: vec!["shop".to_owned()],
            ..Source::default()
        },
        policy: Backups::default(),
        inventory: Ok(Inventory {
            tool: BackupTool::PgBasebackup,
            place: "/backups".to_owned(),
            backups: vec![backup("monday", 900_000), backup("tuesday", 986_000)],
            archive: Some(Archive {
                first: Some("000000010000000000000001".to_owned()),
                last: Some("000000010000000000000008".to_owned()),
                missing: Vec::new(),
                complete_view: true,
            }),
            complaints: Vec::new(),
        }),
        drills: Vec::new(),
        intact: Ok(Ok(())),
        same_disk: Ok(false),
        wanted_databases: vec!["shop".to_owned()],
    }
}

/// The answer of one check.
#[cfg(test)]
pub(super) fn answer_of(seen: &Seen, name: &str) -> HealthCheck {
    judge(seen).into_iter().find(|check| check.name == name).expect("there is a check of this name")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::Level;

    #[test]
    fn without_a_tool_nothing_about_backups_is_fine() {
        let seen = Seen { inventory: Err("pgbackrest is not installed".to_owned()), ..healthy() };
        let about = ["backups", "backup_problems", "backup_size", "wal_gap", "dump_roles", "dump_databases"];
        for check in judge(&seen) {
            assert!(!check.summary.is_empty() && !check.reason.is_empty(), "{check:?}");
            assert!(!about.contains(&check.name) || check.level != Level::Ok, "{check:?}");
        }
    }

    #[test]
    fn a_healthy_server_has_only_its_missing_drill() {
        let bad: Vec<&str> = judge(&healthy())
            .iter()
            .filter(|check| check.level > Level::Ok)
            .map(|check| check.name)
            .collect();
        assert_eq!(bad, ["backup_drill"]);
    }
}
