//! `bulkhead health-check`: what is wrong with a running database, or soon will be.

use bulkhead_operate::{Level, health_check};

use super::watch::watched;
use super::{each, open, read_only};
use crate::Trouble;
use crate::args::{Global, Watch};
use crate::exit::Exit;
use crate::render::{Output, check_metrics, checked};

pub(super) async fn run(global: &Global, watch: &Watch) -> Result<Output, Trouble> {
    watched(global, watch, async || look(global).await).await
}

async fn look(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let session = context.runner(project, None)?.connect().await?;
        let report = health_check(session.client(), &project.name, project.manifest.tenancy.as_ref()).await;
        session.close().await;
        Ok(report?)
    });
    let reports = reports.await?;
    let exit =
        if reports.iter().any(|report| report.worst >= Level::Warning) { Exit::Findings } else { Exit::Done };
    Ok(Output::of_figures(global, "health-check", exit, &reports, checked, check_metrics))
}
