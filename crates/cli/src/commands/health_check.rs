//! `bulkhead health-check`: what is wrong with a running database, or soon will be.

use bulkhead_operate::{HealthCheckReport, Level, health_check};
use bulkhead_project::{Project, SeedScript};
use tokio_postgres::Client;

use super::watch::watched;
use super::{each, open, read_only, record};
use crate::Trouble;
use crate::args::{Global, HealthCheck};
use crate::exit::Exit;
use crate::render::{Output, check_metrics, checked};

pub(super) async fn run(global: &Global, arguments: &HealthCheck) -> Result<Output, Trouble> {
    watched(global, &arguments.watch, async || look(global, arguments).await).await
}

async fn look(global: &Global, arguments: &HealthCheck) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let script = record::wanted(project, "health-check", &arguments.record)?;
        let session = context.runner(project, None)?.connect().await?;
        let report = read(global, session.client(), project, script.as_ref()).await;
        session.close().await;
        report
    });
    let reports = reports.await?;
    let exit =
        if reports.iter().any(|report| report.worst >= Level::Warning) { Exit::Findings } else { Exit::Done };
    Ok(Output::of_figures(global, "health-check", exit, &reports, checked, check_metrics))
}

async fn read(
    global: &Global,
    client: &Client,
    project: &Project,
    script: Option<&SeedScript>,
) -> Result<HealthCheckReport, Trouble> {
    let report = health_check(client, &project.name, project.manifest.tenancy.as_ref()).await?;
    if let Some(script) = script {
        record::keep(global, client, script, &report).await?;
    }
    Ok(report)
}
