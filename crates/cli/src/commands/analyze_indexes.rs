//! `bulkhead analyze-indexes`: which indexes cost more than they give, and which are missing.

use bulkhead_operate::{Level, analyze_indexes, declared_indexes};

use super::watch::watched;
use super::{each, open, read_only};
use crate::Trouble;
use crate::args::{Global, Watch};
use crate::exit::Exit;
use crate::render::{Output, index_lines, index_metrics};

pub(super) async fn run(global: &Global, watch: &Watch) -> Result<Output, Trouble> {
    watched(global, watch, async || look(global).await).await
}

async fn look(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let session = context.runner(project, None)?.connect().await?;
        let client = session.client();
        let report = match declared_indexes(client, project).await {
            Ok(declared) => {
                let tenancy = project.manifest.tenancy.as_ref();
                analyze_indexes(client, &project.name, tenancy, &declared).await
            }
            Err(error) => Err(error),
        };
        session.close().await;
        Ok(report?)
    });
    let reports = reports.await?;
    let exit =
        if reports.iter().any(|report| report.worst >= Level::Warning) { Exit::Findings } else { Exit::Done };
    Ok(Output::of_figures(global, "analyze-indexes", exit, &reports, index_lines, index_metrics))
}
