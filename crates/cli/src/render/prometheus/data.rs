//! Metrics of the data themselves: what validate finds in them, and what a seed at scale has made.

use std::collections::BTreeMap;

use bulkhead_operate::{Check, ScaleSeedReport, ValidateReport};

use super::writer::{Family, Metrics, gauge, whole};

const FAILED: Family =
    gauge("bulkhead_validate_failed", "1 for a check of the data that found what should not be there.");
const FOUND: Family = gauge("bulkhead_validate_found_rows", "Rows that the check of the data found.");

const TENANTS: Family = gauge("bulkhead_scale_tenants", "Tenants among whom rows were generated.");
const ROWS: Family = gauge("bulkhead_scale_rows", "Rows that were generated for the table.");
const SECONDS: Family =
    gauge("bulkhead_scale_loading_seconds", "How long it took to load the rows of the table.");
const EMPTY: Family = gauge("bulkhead_scale_empty_tables", "Tables for which no row could be generated.");

/// What each check found: how much, never what, for rows may hold anything.
pub(crate) fn validate_metrics(report: &ValidateReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    // Checks of two files may have the same name.
    let mut checks: BTreeMap<(&str, &str), Vec<&Check>> = BTreeMap::new();
    for check in &report.checks {
        checks.entry((&check.name, check.severity.word())).or_default().push(check);
    }
    for ((name, severity), checks) in checks {
        let labels = [("check", name), ("severity", severity)];
        let failed = f64::from(u8::from(checks.iter().any(|check| !check.ok)));
        let rows: usize = checks.iter().map(|check| check.found.len()).sum();
        metrics.add(&FAILED, &labels, failed).add(&FOUND, &labels, whole(rows as u64));
    }
}

/// What was generated, and how fast.
pub(crate) fn scale_metrics(report: &ScaleSeedReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    let empty = report.scale.tables.iter().filter(|table| table.skipped.is_some()).count();
    metrics.add(&TENANTS, &[], whole(report.scale.tenants)).add(&EMPTY, &[], whole(empty as u64));
    for table in report.scale.tables.iter().filter(|table| !table.kept) {
        let labels = [("table", table.table.as_str())];
        metrics.add(&ROWS, &labels, whole(table.rows)).add(
            &SECONDS,
            &labels,
            whole(table.loading_ms) / 1000.0,
        );
    }
}
