//! Which indexes cost more than they give, and which are missing.
//!
//! The catalog and the counters are read with a fixed number of queries; everything else is pure. An index
//! that the migrations declare is never called superfluous without saying so: whoever drops it by hand has a
//! database that is not what its files say.

mod bloat;
mod duplicates;
mod foreign_keys;
mod model;
mod unused;
mod vectors;

use std::collections::BTreeSet;

use bulkhead_connect::ServerError;
use bulkhead_project::Tenancy;
use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use crate::health::{
    Facts, Fix, Level, Row, begin, bounded, end, fill_in, missing_tenant_index, read, why_no_tenants,
};
use model::{CREATE_LOCK, Index};

/// What is known about the indexes of a database.
#[derive(Clone, Debug, Serialize)]
pub struct IndexReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// The server's version.
    pub server_version: String,
    /// How many indexes there are outside the system's schemas; those of partitions count.
    pub indexes: u64,
    /// Their size on disk, in bytes.
    pub bytes: u64,
    /// For how long uses have been counted, in seconds; `None` when the server does not say.
    pub statistics_seconds: Option<u64>,
    /// The worst level of all findings; ok when there is none.
    pub worst: Level,
    /// What was found, worst first.
    pub findings: Vec<IndexFinding>,
    /// What could not be looked for, and why.
    pub skipped: Vec<SkippedAnalysis>,
}

/// What can be the matter with an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IndexFindingKind {
    /// Left by a failed build.
    Invalid,
    /// The same as another one.
    Duplicate,
    /// Another index begins with the same columns.
    Covered,
    /// A foreign key without an index on its columns.
    MissingForeignKey,
    /// A table of the tenants without an index that begins with the tenant.
    MissingTenant,
    /// Approximate search with lists that do not fit the number of rows.
    VectorLists,
    /// Much larger than its entries need; an estimate.
    Bloated,
    /// Never scanned since uses are counted.
    Unused,
}

/// One finding.
#[derive(Clone, Debug, Serialize)]
pub struct IndexFinding {
    /// What is the matter.
    pub kind: IndexFindingKind,
    /// How bad it is.
    pub level: Level,
    /// The table, qualified.
    pub table: String,
    /// The index, qualified; `None` for one that is missing.
    pub index: Option<String>,
    /// Whether the migrations declare the index.
    pub declared: bool,
    /// Its size, in bytes.
    pub bytes: Option<u64>,
    /// How often it was scanned since uses are counted.
    pub scans: Option<u64>,
    /// How many entries were written into it since then: one for each insert and each update that is not HOT.
    pub writes: Option<u64>,
    /// One line.
    pub summary: String,
    /// Why it matters, and from where.
    pub reason: &'static str,
    /// What was seen.
    pub evidence: Vec<String>,
    /// What to do about it.
    pub fix: Option<Fix>,
}

/// Something that was not looked for.
#[derive(Clone, Debug, Serialize)]
pub struct SkippedAnalysis {
    /// What.
    pub kind: IndexFindingKind,
    /// Why.
    pub reason: String,
}

/// What one analysis says.
type Answer = Result<Vec<IndexFinding>, String>;

/// Looks at all indexes in one read-only transaction. `declared` are the indexes that the migrations create,
/// as `schema.index`, quoted or not.
pub async fn analyze_indexes(
    client: &Client,
    project: &str,
    tenancy: Option<&Tenancy>,
    declared: &BTreeSet<String>,
) -> Result<IndexReport, OperateError> {
    begin(client).await?;
    let readings = Readings::take(client, tenancy).await;
    end(client).await;
    let readings = readings?;
    let indexes: Vec<Index> = readings.indexes.iter().map(|row| Index::of(row, declared)).collect();
    let key = tenancy.and_then(|tenancy| tenancy.key.as_deref());
    let references = readings.references.map(|rows| foreign_keys::find(&indexes, &rows, key));
    let answers = [
        (IndexFindingKind::Invalid, Ok(invalid(&indexes))),
        (IndexFindingKind::Duplicate, Ok(duplicates::find(&indexes))),
        (IndexFindingKind::MissingForeignKey, references),
        (IndexFindingKind::MissingTenant, readings.tenants.map(|rows| missing_tenant(&rows))),
        (IndexFindingKind::VectorLists, Ok(vectors::find(&indexes))),
        (IndexFindingKind::Bloated, readings.widths.and_then(|rows| bloat::find(&indexes, &rows))),
        (IndexFindingKind::Unused, unused::find(&indexes, &readings.facts)),
    ];
    Ok(report(project, &readings.facts, &indexes, answers))
}

/// Rows of a query, or why there are none.
type Reading = Result<Vec<Row>, String>;

/// All that the server is asked.
struct Readings {
    facts: Facts,
    indexes: Vec<Row>,
    references: Reading,
    widths: Reading,
    tenants: Reading,
}

impl Readings {
    async fn take(client: &Client, tenancy: Option<&Tenancy>) -> Result<Readings, OperateError> {
        let told = |refused: ServerError| refused.message;
        let facts = Facts::read(client).await?;
        let indexes =
            read(client, include_str!("indexes/indexes.sql")).await?.map_err(OperateError::Refused)?;
        let references = read(client, include_str!("indexes/foreign_keys.sql")).await?.map_err(told);
        let widths = read(client, include_str!("indexes/bloat.sql")).await?.map_err(told);
        let tenants = match why_no_tenants(tenancy) {
            Some(why) => Err(why),
            None => {
                let sql = fill_in(include_str!("health/checks/tenant_indexes.sql"), tenancy);
                read(client, &sql).await?.map_err(told)
            }
        };
        Ok(Readings { facts, indexes, references, widths, tenants })
    }
}

fn report<const N: usize>(
    project: &str,
    facts: &Facts,
    indexes: &[Index],
    answers: [(IndexFindingKind, Answer); N],
) -> IndexReport {
    let (mut findings, mut skipped) = (Vec::new(), Vec::new());
    for (kind, answer) in answers {
        match answer {
            Ok(found) => findings.extend(found),
            Err(reason) => skipped.push(SkippedAnalysis { kind, reason }),
        }
    }
    for finding in &mut findings {
        finding.evidence = bounded(std::mem::take(&mut finding.evidence));
    }
    findings.sort_by(|one, other| {
        let worse = other.level.cmp(&one.level).then(one.kind.cmp(&other.kind));
        worse.then(other.bytes.cmp(&one.bytes)).then_with(|| one.table.cmp(&other.table))
    });
    IndexReport {
        project: project.to_owned(),
        database: facts.database.clone(),
        server_version: facts.server_version.clone(),
        indexes: indexes.len() as u64,
        bytes: indexes.iter().map(|index| index.bytes).sum(),
        statistics_seconds: facts.statistics_seconds.map(|seconds| seconds.max(0.0) as u64),
        worst: findings.iter().map(|finding| finding.level).max().unwrap_or(Level::Ok),
        findings,
        skipped,
    }
}

fn invalid(indexes: &[Index]) -> Vec<IndexFinding> {
    let left = indexes.iter().filter(|index| !index.valid && !index.building);
    left.map(|index| {
        let cause = if index.is_partitioned { "a partition lacks its part" } else { "its build has failed" };
        let summary = format!("{} is invalid: {cause}", index.name);
        let why = "No query uses it, every write pays for it, and a unique one does not keep duplicates out.";
        let mut finding = index.finding(IndexFindingKind::Invalid, Level::Warning, summary, why);
        finding.fix = (!index.is_partitioned).then(|| Fix {
            sql: format!("REINDEX INDEX CONCURRENTLY {};", index.name),
            lock: format!("{CREATE_LOCK}; it waits for older transactions"),
        });
        finding
    })
    .collect()
}

fn missing_tenant(rows: &[Row]) -> Vec<IndexFinding> {
    let missing = rows.iter().map(missing_tenant_index).filter(|(level, ..)| *level > Level::Ok);
    missing
        .zip(rows.iter().filter(|row| !row.is(3)))
        .map(|((level, summary, sql), row)| IndexFinding {
            kind: IndexFindingKind::MissingTenant,
            level,
            table: row.text(0).to_owned(),
            index: None,
            declared: false,
            bytes: None,
            scans: None,
            writes: None,
            summary,
            reason: "Every query of a tenant carries the policy's condition and would read the rows of all \
                     tenants. A warning from 10000 rows on, a notice below.",
            evidence: Vec::new(),
            fix: Some(Fix { sql, lock: CREATE_LOCK.to_owned() }),
        })
        .collect()
}
