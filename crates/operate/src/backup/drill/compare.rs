//! The copy beside its source: ledger, shape, answers, rows.

use std::collections::BTreeMap;

use bulkhead_catalog::Catalog;
use bulkhead_connect::{Session, Target, quote_literal};
use bulkhead_migrate::{MigrateError, Options, Runner, StatusReport, VersionState, status, verify};
use bulkhead_project::{Project, read_questions};
use tokio_postgres::Client;

use super::report::{DrillReport, TableRows};
use super::open;
use crate::OperateError;
use crate::health::{begin, end, read};

/// The two databases.
pub(super) struct Sides<'a> {
    pub(super) source: &'a Target,
    pub(super) copy: &'a Target,
}

/// Compares everything and writes it into the report.
pub(super) async fn compare(
    report: &mut DrillReport,
    sides: &Sides<'_>,
    project: &Project,
    count_rows: bool,
) -> Result<(), OperateError> {
    let options = &Options::from_manifest(&project.manifest.locks, super::PATIENCE);
    let source = open(sides.source).await?;
    let copy = open(sides.copy).await?;
    let (there, here) = (
        ledger(sides.source, &source, project, options).await?,
        ledger(sides.copy, &copy, project, options).await?,
    );
    report.ledger(behind(&there, &here), here.troubled.saturating_sub(there.troubled));
    let ledger_schema = &project.manifest.project.ledger_schema;
    let shape = async |session: &Session| {
        let read = Catalog::read(session.client(), ledger_schema).await;
        read.map_err(|error| OperateError::of(&error))
    };
    let (shape_there, shape_here) = (shape(&source).await?, shape(&copy).await?);
    report.shape(shape_there.fingerprint(), &shape_there.diff(&shape_here).changes);
    let questions = read_questions(&project.folder, "verify").map_err(MigrateError::from)?;
    let answers_here = verify(copy.client(), &project.name, &questions).await?;
    let answers_there = verify(source.client(), &project.name, &questions).await?;
    report.verified(answers_here, &answers_there);
    if count_rows {
        match (rows(source.client()).await?, rows(copy.client()).await?) {
            (Ok(there), Ok(here)) => report.counted(&pairs(&there, &here)),
            (Err(why), _) | (_, Err(why)) => report.not_counted(why),
        }
    }
    source.close().await;
    copy.close().await;
    Ok(())
}

async fn ledger(
    target: &Target,
    session: &Session,
    project: &Project,
    options: &Options,
) -> Result<StatusReport, OperateError> {
    let schema = &project.manifest.project.ledger_schema;
    let observed = Runner::new(target.clone(), options.clone(), schema).observe(session).await?;
    Ok(status(project, &observed))
}

/// The versions that the source has and the copy has not.
fn behind(source: &StatusReport, copy: &StatusReport) -> Vec<String> {
    let applied = |report: &StatusReport| -> Vec<String> {
        let has = report.versions.iter().filter(|version| version.state != VersionState::Pending);
        has.map(|version| version.version.to_string()).collect()
    };
    let there = applied(copy);
    applied(source).into_iter().filter(|version| !there.contains(version)).collect()
}

/// How many rows every table has, or why they cannot be counted. Row security must not hide any.
async fn rows(client: &Client) -> Result<Result<BTreeMap<String, u64>, String>, OperateError> {
    begin(client).await?;
    let counted = count(client).await;
    end(client).await;
    counted
}

async fn count(client: &Client) -> Result<Result<BTreeMap<String, u64>, String>, OperateError> {
    let all = "SET LOCAL row_security = off; SET LOCAL statement_timeout = 0";
    client.batch_execute(all).await.map_err(|error| OperateError::of(&error))?;
    let tables = read(client, include_str!("../tables.sql")).await?.map_err(OperateError::Refused)?;
    let mut counts = BTreeMap::new();
    for chunk in tables.chunks(200) {
        let counts_of = chunk.iter().map(|row| {
            format!("SELECT {}, count(*) FROM ONLY {}", quote_literal(row.text(0)), row.text(0))
        });
        let sql = counts_of.collect::<Vec<_>>().join(" UNION ALL ");
        match read(client, &sql).await? {
            Ok(rows) => counts.extend(rows.iter().map(|row| (row.text(0).to_owned(), row.count(1)))),
            Err(refused) => return Ok(Err(format!("rows were not counted: {}", refused.message))),
        }
    }
    Ok(Ok(counts))
}

/// Both counts of every table of either side.
fn pairs(source: &BTreeMap<String, u64>, copy: &BTreeMap<String, u64>) -> Vec<TableRows> {
    let mut names: Vec<&String> = source.keys().chain(copy.keys()).collect();
    names.sort();
    names.dedup();
    let of = |side: &BTreeMap<String, u64>, name: &String| side.get(name).copied().unwrap_or(0);
    names
        .into_iter()
        .map(|name| TableRows { table: name.clone(), source: of(source, name), copy: of(copy, name) })
        .collect()
}
