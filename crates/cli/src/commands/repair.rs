//! `bulkhead repair`.

use super::{each, interrupt_on_signals, open, parse_version};
use bulkhead_migrate::{Repair, RepairReport};

use crate::Trouble;
use crate::args::{self, Global};
use crate::exit::Exit;
use crate::render::{Output, repaired};

pub(super) async fn run(global: &Global, arguments: &args::Repair) -> Result<Output, Trouble> {
    let repair = decision(arguments)?;
    let (context, projects) = open(global)?;
    let interrupt = interrupt_on_signals(global.quiet || global.json);
    let settled = |report: &RepairReport| report.accepted.len() + report.steps.len();
    let reports = each(projects.iter(), settled, async |project| {
        Ok(context.runner(project, None)?.repair(project, &repair, &interrupt).await?)
    });
    let reports = reports.await?;
    Ok(Output::of_reports(global, "repair", Exit::Done, &reports, repaired))
}

fn decision(arguments: &args::Repair) -> Result<Repair, Trouble> {
    if let Some(step) = &arguments.done {
        let (version, step) = parse_step(step)?;
        return Ok(Repair::StepDone(version, step));
    }
    if let Some(step) = &arguments.retry {
        let (version, step) = parse_step(step)?;
        return Ok(Repair::StepPending(version, step));
    }
    Ok(Repair::AcceptChangedFiles)
}

fn parse_step(text: &str) -> Result<(bulkhead_project::Version, usize), Trouble> {
    let wrong = || Trouble::usage(format!("\"{text}\" names no step"), "write VERSION:STEP, as in 005:3");
    let (version, step) = text.split_once(':').ok_or_else(wrong)?;
    Ok((parse_version(version)?, step.parse().map_err(|_| wrong())?))
}
