//! Metrics of backups and drills. Neither a path nor an address is among the labels.

use std::collections::BTreeMap;

use bulkhead_operate::{BackupCheckReport, Drill, DrillReport, Inventory};

use super::health::{LEVEL_HELP, SKIPPED_HELP, levels};
use super::writer::{Family, Labelled, Metrics, gauge, moment, whole};

const LEVEL: Family = gauge("bulkhead_backup_check_level", LEVEL_HELP);
const SKIPPED: Family = gauge("bulkhead_backup_check_skipped", SKIPPED_HELP);
const BACKUPS: Family = gauge("bulkhead_backups", "Backups that the tool knows, by what they hold.");
const UNSOUND: Family = gauge("bulkhead_backups_unsound", "Backups in which something is wrong.");
const NEWEST: Family =
    gauge("bulkhead_backup_newest_timestamp_seconds", "When the newest sound backup was finished.");
const NEWEST_SIZE: Family = gauge(
    "bulkhead_backup_newest_size_bytes",
    "Size of what the newest sound backup holds; of files their own size.",
);
const MISSING: Family = gauge(
    "bulkhead_backup_missing_wal_segments",
    "WAL segments that are missing between others in the archive, counted up to a hundred.",
);
const LAST_DRILL: Family =
    gauge("bulkhead_backup_last_drill_timestamp_seconds", "When the last drill from here ended.");
const LAST_DRILL_OK: Family =
    gauge("bulkhead_backup_last_drill_ok", "1 when the last drill from here found nothing.");
const LAST_DRILL_RESTORE: Family = gauge(
    "bulkhead_backup_last_drill_restore_seconds",
    "How long the restore of the last drill from here took.",
);

const OK: Family = gauge("bulkhead_drill_ok", "1 when the backup can be relied on.");
const RESTORE: Family = gauge(
    "bulkhead_drill_restore_seconds",
    "How long the restore took, from the first byte until the copy took connections.",
);
const BEHIND: Family = gauge(
    "bulkhead_drill_behind_seconds",
    "How long before the drill the newest change in the copy was: so much time would be lost.",
);
const BEHIND_BYTES: Family = gauge(
    "bulkhead_drill_behind_bytes",
    "How much WAL the database had written beyond the newest change in the copy.",
);
const ROWS: Family = gauge("bulkhead_drill_rows", "Rows in the tables that were compared.");
const DIFFERING: Family =
    gauge("bulkhead_drill_differing_tables", "Tables whose number of rows is another in the copy.");
const FINDINGS: Family =
    gauge("bulkhead_drill_findings", "Findings of the drill, by what is the matter with the copy.");

/// The level of each check, and what the tool knows.
pub(crate) fn backup_metrics(report: &BackupCheckReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    levels(&report.checks, (&LEVEL, &SKIPPED), &mut metrics);
    report.inventory.iter().for_each(|inventory| known(inventory, &mut metrics));
    report.last_drill.iter().for_each(|drill| last_drill(drill, &mut metrics));
}

fn known(inventory: &Inventory, metrics: &mut Labelled) {
    let mut kinds: BTreeMap<&str, u64> = BTreeMap::new();
    for backup in &inventory.backups {
        *kinds.entry(backup.kind.word()).or_default() += 1;
    }
    let tool = ("tool", inventory.tool.word());
    for (kind, number) in kinds {
        metrics.add(&BACKUPS, &[tool, ("kind", kind)], whole(number));
    }
    let unsound = inventory.backups.iter().filter(|backup| backup.problem.is_some()).count();
    metrics.add(&UNSOUND, &[tool], whole(unsound as u64));
    if let Some(newest) = inventory.newest() {
        if let Some(finished) = newest.finished_at_s {
            metrics.add(&NEWEST, &[tool], moment(finished));
        }
        if let Some(bytes) = newest.bytes {
            metrics.add(&NEWEST_SIZE, &[tool], whole(bytes));
        }
    }
    if let Some(archive) = &inventory.archive {
        metrics.add(&MISSING, &[tool], whole(archive.missing.len() as u64));
    }
}

fn last_drill(drill: &Drill, metrics: &mut Labelled) {
    let labels = [("tool", drill.tool.as_str())];
    metrics
        .add(&LAST_DRILL, &labels, moment(drill.finished_at_s))
        .add(&LAST_DRILL_OK, &labels, f64::from(u8::from(drill.ok)))
        .add(&LAST_DRILL_RESTORE, &labels, whole(drill.restore_ms) / 1000.0);
}

/// What a drill measured and found.
pub(crate) fn drill_metrics(report: &DrillReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    let tool = ("tool", report.tool.word());
    metrics.add(&OK, &[tool], f64::from(u8::from(report.ok)));
    if let Some(restore_ms) = report.restore_ms {
        metrics.add(&RESTORE, &[tool], whole(restore_ms) / 1000.0);
    }
    if let Some(behind_s) = report.behind_s {
        metrics.add(&BEHIND, &[tool], moment(behind_s));
    }
    if let Some(bytes) = report.behind_bytes {
        metrics.add(&BEHIND_BYTES, &[tool], whole(bytes));
    }
    if let Some(rows) = report.rows {
        metrics.add(&ROWS, &[tool], whole(rows)).add(
            &DIFFERING,
            &[tool],
            whole(report.differing.len() as u64),
        );
    }
    let mut kinds: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for finding in &report.findings {
        *kinds.entry((finding.kind, finding.level.word())).or_default() += 1;
    }
    for ((kind, level), number) in kinds {
        metrics.add(&FINDINGS, &[tool, ("kind", kind), ("level", level)], whole(number));
    }
}
