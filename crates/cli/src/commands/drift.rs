//! `bulkhead drift`: whether the database is what its migrations make.

use bulkhead_migrate::Options;
use bulkhead_prove::{DriftReport, Scratch, drift};

use super::{each, interrupt_on_signals, open, read_only, stand};
use crate::Trouble;
use crate::args::Global;
use crate::exit::Exit;
use crate::render::{Output, drift_lines};

pub(super) async fn run(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let interrupt = interrupt_on_signals(global.quiet || global.json);
    let reports = each(projects.iter(), read_only, async |project| {
        let options = Options::from_manifest(&project.manifest.locks, context.connect_timeout());
        let runner = context.runner(project, None)?;
        let stand = stand::find(&context, project, &interrupt, false, None).await?;
        let scratch = Scratch::create(stand.target(), context.connect_timeout()).await?;
        let report = drift(&runner, &scratch, project, &options, &interrupt).await;
        let dropped = scratch.drop().await;
        let report: DriftReport = report?;
        dropped?;
        Ok(report)
    });
    let reports = reports.await?;
    let exit = if reports.iter().all(|report| report.ok) { Exit::Done } else { Exit::Drift };
    Ok(Output::of_reports(global, "drift", exit, &reports, drift_lines))
}
