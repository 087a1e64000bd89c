//! Metrics of what goes by age: rows and partitions.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_operate::{
    Counted, PartitionState, PartitionedTable, PartitionsReport, RetentionReport, RetentionResult,
};

use super::writer::{Family, Labelled, Metrics, gauge, moment, whole};

const OLD_ROWS: Family =
    gauge("bulkhead_retention_rows", "Rows that are older than they are kept: the next run deletes them.");
const OLD_SIZE: Family = gauge(
    "bulkhead_retention_size_bytes",
    "Size on disk of the rows that would go, estimated from that of the table.",
);
const ESTIMATED: Family = gauge(
    "bulkhead_retention_estimated",
    "1 when the rows that would go are the planner's estimate, not counted.",
);
const OLDEST: Family = gauge("bulkhead_retention_oldest_age_seconds", "Age of the oldest row that would go.");
const KEPT: Family =
    gauge("bulkhead_retention_kept_rows", "Rows that are old enough and stay, by what keeps them.");
const DELETED: Family = gauge("bulkhead_retention_deleted_rows", "Rows that this run has deleted.");
const LEFT: Family = gauge("bulkhead_retention_left_rows", "Rows that this run had to leave.");
const LAST_RUN: Family = gauge(
    "bulkhead_retention_last_run_timestamp_seconds",
    "When a run last left nothing: this one, else the last that the system's policies note.",
);
const RETENTION_OBSTACLES: Family =
    gauge("bulkhead_retention_obstacles", "Errors that kept old rows from going in this run.");

const PARTITIONS: Family = gauge(
    "bulkhead_partitions",
    "Partitions by state: ahead, current, past, old (overdue to go), default, detaching.",
);
const PARTITIONS_SIZE: Family =
    gauge("bulkhead_partitions_size_bytes", "Size on disk of the partitions by state, with indexes.");
const MISSING: Family =
    gauge("bulkhead_partitions_missing", "Partitions that should be there, now or ahead, and are not.");
const UNFINISHED: Family =
    gauge("bulkhead_partitions_unfinished", "Partitions that are half-way out, and tables to be dropped.");
const GAPS: Family =
    gauge("bulkhead_partitions_gaps", "Stretches of time between partitions that nothing covers.");
const DEFAULT_ROWS: Family =
    gauge("bulkhead_partitions_default_rows", "Rows in the default partition, counted up to a million.");
const PARTITION_OBSTACLES: Family =
    gauge("bulkhead_partitions_obstacles", "Errors that keep partitions from being made, or from going.");

/// What would go, and what has gone. Tenants are not told apart: there may be any number.
pub(crate) fn retention_metrics(report: &RetentionReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    // A table may have several rules for one column, each with its condition.
    let mut columns: BTreeMap<(&str, &str), Vec<&RetentionResult>> = BTreeMap::new();
    for rule in &report.rules {
        columns.entry((&rule.table, &rule.column)).or_default().push(rule);
    }
    for ((table, column), rules) in &columns {
        old_rows(&[("table", table), ("column", column)], rules, report.applied, &mut metrics);
    }
}

fn old_rows(
    labels: &[(&'static str, &str); 2],
    rules: &[&RetentionResult],
    applied: bool,
    metrics: &mut Labelled,
) {
    let sum = |of: fn(&RetentionResult) -> u64| whole(rules.iter().map(|rule| of(rule)).sum());
    let is_estimate = rules.iter().any(|rule| rule.counted == Counted::Estimate);
    metrics.add(&OLD_ROWS, labels, sum(|rule| rule.rows)).add(
        &ESTIMATED,
        labels,
        f64::from(u8::from(is_estimate)),
    );
    if rules.iter().any(|rule| rule.bytes_estimate.is_some()) {
        metrics.add(&OLD_SIZE, labels, sum(|rule| rule.bytes_estimate.unwrap_or(0)));
    }
    if let Some(age) = rules.iter().filter_map(|rule| rule.oldest_age_s).max() {
        metrics.add(&OLDEST, labels, whole(age));
    }
    let kept = [
        ("hold", sum(|rule| rule.held)),
        ("reference", sum(|rule| rule.referenced)),
        ("system", sum(|rule| rule.kept_by_system)),
    ];
    for (by, rows) in kept {
        metrics.add(&KEPT, &[labels[0], labels[1], ("by", by)], rows);
    }
    if applied {
        metrics.add(&DELETED, labels, sum(|rule| rule.deleted)).add(&LEFT, labels, sum(|rule| rule.left));
    }
    if let Some(last_run) = rules.iter().filter_map(|rule| rule.last_run_s).max() {
        metrics.add(&LAST_RUN, labels, moment(last_run));
    }
    metrics.add(&RETENTION_OBSTACLES, labels, sum(|rule| rule.obstacles.len() as u64));
}

/// How far partitions reach, and which are overdue.
pub(crate) fn partition_metrics(report: &PartitionsReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    // A second rule for a table has nothing new to say about its partitions.
    let mut told = BTreeSet::new();
    for table in report.tables.iter().filter(|table| told.insert(&table.table)) {
        partitioned(table, &mut metrics);
    }
}

fn partitioned(table: &PartitionedTable, metrics: &mut Labelled) {
    let name = ("table", table.table.as_str());
    for state in PartitionState::ALL {
        let sizes: Vec<u64> = table
            .partitions
            .iter()
            .filter(|partition| partition.state == state)
            .map(|partition| partition.bytes)
            .collect();
        let labels = [name, ("state", state.word())];
        metrics.add(&PARTITIONS, &labels, whole(sizes.len() as u64)).add(
            &PARTITIONS_SIZE,
            &labels,
            whole(sizes.iter().sum()),
        );
    }
    let labels = [name];
    metrics
        .add(&MISSING, &labels, whole(table.missing.len() as u64))
        .add(&UNFINISHED, &labels, whole(table.unfinished.len() as u64))
        .add(&GAPS, &labels, whole(table.gaps.len() as u64));
    if let Some(rows) = table.default_rows {
        metrics.add(&DEFAULT_ROWS, &labels, whole(rows));
    }
    metrics.add(&PARTITION_OBSTACLES, &labels, whole(table.obstacles.len() as u64));
}
