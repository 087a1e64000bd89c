//! Metrics of sizes, connections, statements and tenants.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_operate::{PoolReport, QueriesReport, StatsReport, TenantFigures, TenantLoad};

use super::writer::{Family, Labelled, Metrics, counter, gauge, whole};
use crate::redact::redact;

const SIZE: Family = gauge("bulkhead_database_size_bytes", "Size of the database on disk.");
const SESSIONS: Family = gauge("bulkhead_sessions", "Sessions connected to the database.");
const TABLES: Family = gauge("bulkhead_tables", "Tables of the project, partitions left out.");
const TABLE_SIZE: Family =
    gauge("bulkhead_table_size_bytes", "Size on disk of the largest tables, with indexes and partitions.");
const TABLE_ROWS: Family =
    gauge("bulkhead_table_rows", "Rows of the largest tables, as the planner estimates them.");
const FIGURE: Family =
    gauge("bulkhead_project_figure", "The project's own figures (stats/) that are numbers.");
const TENANTS: Family = gauge("bulkhead_tenants", "Tenants that have rows, as far as seen.");
const TENANT_SIZE: Family = gauge(
    "bulkhead_tenant_size_bytes",
    "Room on disk of the largest tenants; the method says how it was got.",
);
const TENANT_ROWS: Family =
    gauge("bulkhead_tenant_rows", "Rows of the largest tenants; the method says how they were got.");

const LIMIT: Family =
    gauge("bulkhead_connections_limit", "Connections that the server takes from ordinary roles.");
const USED: Family = gauge("bulkhead_connections_used", "Client connections to all databases of the server.");
const HERE: Family = gauge("bulkhead_connections", "Client connections to this database, our own left out.");
const WAITING: Family =
    gauge("bulkhead_connections_waiting", "Sessions of this database that wait for a lock.");
const HELD: Family = gauge("bulkhead_connections_held", "Connections by who holds them.");
const BUSY: Family =
    gauge("bulkhead_active_sessions", "Sessions at work on average while tenants were sampled.");
const UNKNOWN: Family = gauge(
    "bulkhead_active_unknown_ratio",
    "The part of the sessions at work that belongs to no known tenant.",
);
const TENANT_RATIO: Family =
    gauge("bulkhead_tenant_active_ratio", "The tenant's part of the sessions at work.");
const TENANT_BLOCKED: Family = gauge(
    "bulkhead_tenant_blocked_seconds",
    "How long sessions of others waited for the tenant's locks while tenants were sampled.",
);
const TENANT_NOISY: Family = gauge("bulkhead_tenant_noisy", "1 for a tenant that is a noisy neighbour.");

const BLIND: Family =
    gauge("bulkhead_queries_blind", "1 when statements, or those of other roles, cannot be seen.");
const DROPPED: Family =
    counter("bulkhead_queries_dropped_total", "Times that statements were dropped for want of room.");
const CALLS: Family = counter("bulkhead_query_calls_total", "Calls of the statement.");
const SECONDS: Family = counter("bulkhead_query_seconds_total", "Time of all calls of the statement.");
const ROWS: Family = counter("bulkhead_query_rows_total", "Rows of all calls of the statement.");

/// Sizes and figures.
pub(crate) fn stats_metrics(report: &StatsReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    metrics.add(&SIZE, &[], whole(report.bytes)).add(&SESSIONS, &[], whole(report.sessions)).add(
        &TABLES,
        &[],
        whole(report.tables),
    );
    for table in &report.largest {
        let labels = [("table", table.table.as_str())];
        metrics.add(&TABLE_SIZE, &labels, whole(table.bytes));
        if let Some(rows) = table.rows_estimate {
            metrics.add(&TABLE_ROWS, &labels, whole(rows));
        }
    }
    // Two files may name a figure alike; a series must be there once.
    let mut named = BTreeSet::new();
    for figure in report.figures.iter().filter(|figure| named.insert(&figure.name)) {
        if let Ok(value) = figure.value.parse() {
            metrics.add(&FIGURE, &[("name", &figure.name)], value);
        }
    }
    report.tenants.iter().for_each(|tenants| sizes(tenants, &mut metrics));
}

fn sizes(figures: &TenantFigures, metrics: &mut Labelled) {
    metrics.add(&TENANTS, &[], whole(figures.seen));
    for size in &figures.tenants {
        let Some(tenant) = &size.tenant else { continue };
        let labels = |method| [("tenant", tenant.as_str()), ("method", method)];
        metrics.add(&TENANT_SIZE, &labels(size.bytes.method.word()), whole(size.bytes.value));
        if let Some(rows) = size.rows {
            metrics.add(&TENANT_ROWS, &labels(rows.method.word()), whole(rows.value));
        }
    }
}

/// Connections and what tenants do with them.
pub(crate) fn pool_metrics(report: &PoolReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    metrics
        .add(&LIMIT, &[], whole(report.limit))
        .add(&USED, &[], whole(report.used))
        .add(&HERE, &[], whole(report.here))
        .add(&WAITING, &[], whole(report.waiting));
    // Names that differ in a password alone are one name here.
    let mut held: BTreeMap<(String, &str, &str), u64> = BTreeMap::new();
    for holder in &report.holders {
        *held.entry((redact(&holder.application), &holder.user, &holder.state)).or_default() +=
            holder.sessions;
    }
    for ((application, user, state), sessions) in held {
        let labels = [("application", application.as_str()), ("user", user), ("state", state)];
        metrics.add(&HELD, &labels, whole(sessions));
    }
    report.tenants.iter().for_each(|load| shares(load, &mut metrics));
}

fn shares(load: &TenantLoad, metrics: &mut Labelled) {
    metrics.add(&BUSY, &[], load.active_sessions).add(&UNKNOWN, &[], load.unknown_percent / 100.0);
    for share in &load.tenants {
        let Some(tenant) = &share.tenant else { continue };
        let labels = [("tenant", tenant.as_str())];
        metrics
            .add(&TENANT_RATIO, &labels, share.percent / 100.0)
            .add(&TENANT_BLOCKED, &labels, share.blocked_seconds)
            .add(&TENANT_NOISY, &labels, f64::from(u8::from(!share.noisy.is_empty())));
    }
}

/// Statements, named by their ids.
pub(crate) fn query_metrics(report: &QueriesReport, metrics: &mut Metrics) {
    let mut metrics = metrics.of(&report.project, &report.database);
    metrics.add(&BLIND, &[], f64::from(u8::from(report.blind.is_some())));
    if let Some(dropped) = report.dropped {
        metrics.add(&DROPPED, &[], whole(dropped));
    }
    // Statements of others have no id that we may see.
    for query in report.queries.iter().filter(|query| !query.queryid.is_empty()) {
        let top_level = if query.top_level { "true" } else { "false" };
        let labels = [("queryid", query.queryid.as_str()), ("user", &query.user), ("top_level", top_level)];
        metrics.add(&CALLS, &labels, whole(query.calls)).add(&SECONDS, &labels, query.total_ms / 1000.0).add(
            &ROWS,
            &labels,
            whole(query.rows),
        );
    }
}
