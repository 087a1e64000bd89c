//! `bulkhead stats`: how large the database is, and the project's own figures.

use bulkhead_operate::stats;
use bulkhead_project::read_figures;

use super::{each, open, read_only};
use crate::Trouble;
use crate::args::Global;
use crate::exit::Exit;
use crate::render::{Output, stats_lines};

pub(super) async fn run(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let figures = read_figures(&project.folder)?;
        let session = context.migrated(project).await?;
        let report = stats(session.client(), &project.name, &figures).await;
        session.close().await;
        Ok(report?)
    });
    Ok(Output::of_reports(global, "stats", Exit::Done, &reports.await?, stats_lines))
}
