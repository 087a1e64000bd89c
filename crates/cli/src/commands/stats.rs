//! `bulkhead stats`: how large the database is, the project's own figures, and how much each tenant has.

use bulkhead_operate::{
    OperateError, StatsReport, TenantFigures, TenantQuestion, earlier, growth, stats, tenant_figures,
};
use bulkhead_project::{Figure, Level, Project, read_figures, read_record};
use tokio_postgres::Client;

use super::watch::watched;
use super::{each, open, read_only, record, tenant_tables};
use crate::Trouble;
use crate::args::{Global, Stats};
use crate::exit::Exit;
use crate::render::{Output, stats_lines, stats_metrics};

/// `record/stats.earlier.sql` returns when the last report was kept, and the report.
const EARLIER: &str = "stats.earlier";

pub(super) async fn run(global: &Global, arguments: &Stats) -> Result<Output, Trouble> {
    watched(global, &arguments.watch, async || look(global, arguments).await).await
}

async fn look(global: &Global, arguments: &Stats) -> Result<Output, Trouble> {
    let question = question(arguments);
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let figures = read_figures(&project.folder)?;
        let script = record::wanted(project, "stats", &arguments.record)?;
        let session = context.migrated(project).await?;
        let report = read(session.client(), project, &figures, question.as_ref()).await;
        let report = match (report, &script) {
            (Ok(report), Some(script)) => {
                record::keep(global, session.client(), script, &report).await.map(|()| report)
            }
            (report, _) => report,
        };
        session.close().await;
        report
    });
    Ok(Output::of_figures(global, "stats", Exit::Done, &reports.await?, stats_lines, stats_metrics))
}

/// What is asked about tenants, if anything.
fn question(arguments: &Stats) -> Option<TenantQuestion> {
    let Stats { tenants, tenant, limit, planner_only, .. } = arguments;
    (*tenants || tenant.is_some() || *planner_only).then(|| TenantQuestion {
        tenant: tenant.clone(),
        limit: usize::try_from(*limit).unwrap_or(usize::MAX),
        planner_only: *planner_only,
    })
}

async fn read(
    client: &Client,
    project: &Project,
    figures: &[Figure],
    question: Option<&TenantQuestion>,
) -> Result<StatsReport, Trouble> {
    let mut report = stats(client, &project.name, figures).await?;
    if let Some(question) = question {
        report.tenants = Some(tenants(client, project, question).await?);
    }
    if let Some(script) = read_record(&project.folder, EARLIER)? {
        report.growth = earlier(client, &script).await?.map(|earlier| growth(&report, &earlier));
    }
    Ok(report)
}

async fn tenants(
    client: &Client,
    project: &Project,
    question: &TenantQuestion,
) -> Result<TenantFigures, Trouble> {
    let Some(tenancy) = &project.manifest.tenancy else {
        return Err(OperateError::NoTenancy { project: project.name.clone() }.into());
    };
    let shared = match tenancy.level {
        Level::Row => tenant_tables::read(client, project, tenancy).await?,
        Level::Schema | Level::Database => Vec::new(),
    };
    Ok(tenant_figures(client, tenancy, &shared, question).await?)
}
