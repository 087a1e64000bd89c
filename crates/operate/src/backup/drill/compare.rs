//! The copy beside its source: ledger, shape, answers, rows.

use bulkhead_catalog::Catalog;
use bulkhead_connect::{Session, Target};
use bulkhead_migrate::{MigrateError, Options, Runner, StatusReport, VersionState, status, verify};
use bulkhead_project::{BackupTool, Project, read_questions};

use super::report::DrillReport;
use super::{open, rows};
use crate::OperateError;

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
        // A dump has no common clock with its source.
        let horizon = match report.tool {
            BackupTool::PgDump => None,
            _ => rows::horizon(copy.client()).await?,
        };
        let there = rows::count(source.client(), ledger_schema, horizon.as_deref()).await?;
        match (there, rows::count(copy.client(), ledger_schema, None).await?) {
            (Ok(there), Ok(here)) => report.counted(&rows::pairs(&there, &here)),
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
