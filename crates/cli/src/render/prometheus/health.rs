//! Metrics of probes and checks.

use std::collections::BTreeMap;

use bulkhead_operate::{HealthCheck, HealthCheckReport, IndexReport, Level};

use super::super::health::word;
use super::writer::{Family, Labelled, Metrics, gauge, whole};
use crate::commands::HealthReport;

const UP: Family = gauge("bulkhead_up", "1 when the database answers.");
const ANSWER: Family =
    gauge("bulkhead_answer_seconds", "How long one round trip with a look at the ledger took.");
const READ_ONLY: Family = gauge("bulkhead_read_only", "1 when nothing can be written.");
const PENDING: Family = gauge("bulkhead_pending_versions", "Migrations that are not applied.");
const TROUBLED: Family = gauge("bulkhead_troubled_versions", "Migrations that need attention.");
const SERVER: Family = gauge("bulkhead_server_info", "Always 1; the label has the server's version.");
pub(super) const LEVEL_HELP: &str = "How bad it is: 0 ok or worth a note, 1 warning, 2 critical.";
pub(super) const SKIPPED_HELP: &str = "1 when the check could not look.";
const LEVEL: Family = gauge("bulkhead_check_level", LEVEL_HELP);
const SKIPPED: Family = gauge("bulkhead_check_skipped", SKIPPED_HELP);
const INDEXES: Family = gauge("bulkhead_indexes", "Indexes outside the system's schemas.");
const INDEX_SIZE: Family = gauge("bulkhead_indexes_size_bytes", "Their size on disk.");
const FINDINGS: Family = gauge("bulkhead_index_findings", "What is the matter with how many indexes.");
const FINDINGS_SIZE: Family = gauge(
    "bulkhead_index_findings_size_bytes",
    "The size on disk of the indexes that something is the matter with.",
);

/// Whether a database answers.
pub(crate) fn health_metrics(report: &HealthReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    metrics
        .add(&UP, &[], 1.0)
        .add(&ANSWER, &[], whole(report.answer_ms) / 1000.0)
        .add(&READ_ONLY, &[], f64::from(u8::from(report.read_only.is_some())))
        .add(&PENDING, &[], whole(report.pending as u64))
        .add(&TROUBLED, &[], whole(report.troubled as u64))
        .add(&SERVER, &[("version", &report.server_version)], 1.0);
}

/// The level of each check that could look, and which could not.
pub(crate) fn check_metrics(report: &HealthCheckReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    levels(&report.checks, (&LEVEL, &SKIPPED), &mut metrics);
}

/// The level of each check that could look, and which could not.
pub(super) fn levels(checks: &[HealthCheck], families: (&Family, &Family), metrics: &mut Labelled) {
    for check in checks {
        let labels = [("check", check.name)];
        if let Some(value) = level(check.level) {
            metrics.add(families.0, &labels, value);
        }
        metrics.add(families.1, &labels, f64::from(u8::from(check.level == Level::Skipped)));
    }
}

/// `None` for a check that saw nothing: it is not fine.
fn level(level: Level) -> Option<f64> {
    match level {
        Level::Skipped => None,
        Level::Ok | Level::Notice => Some(0.0),
        Level::Warning => Some(1.0),
        Level::Critical => Some(2.0),
    }
}

/// Indexes and what is the matter with them, counted by kind and level.
pub(crate) fn index_metrics(report: &IndexReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    metrics.add(&INDEXES, &[], whole(report.indexes)).add(&INDEX_SIZE, &[], whole(report.bytes));
    let mut counts: BTreeMap<(&str, &str), (u64, u64)> = BTreeMap::new();
    for finding in &report.findings {
        let (count, bytes) = counts.entry((word(finding.kind), finding.level.word())).or_default();
        (*count, *bytes) = (*count + 1, *bytes + finding.bytes.unwrap_or(0));
    }
    for ((kind, level), (count, bytes)) in counts {
        let labels = [("kind", kind), ("level", level)];
        metrics.add(&FINDINGS, &labels, whole(count)).add(&FINDINGS_SIZE, &labels, whole(bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_seen_has_no_level() {
        let told = [Level::Skipped, Level::Ok, Level::Notice, Level::Warning, Level::Critical].map(level);
        assert_eq!(told, [None, Some(0.0), Some(0.0), Some(1.0), Some(2.0)]);
    }
}
