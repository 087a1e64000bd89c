//! `bulkhead verify`.

use bulkhead_migrate::{VerifyReport, verify};
use bulkhead_project::{Project, read_questions};

use super::{each, open, read_only};
use crate::Trouble;
use crate::args::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, verified};

pub(super) async fn run(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| one(&context, project).await).await?;
    let exit = if reports.iter().all(|report| report.ok) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_reports(global, "verify", exit, &reports, verified))
}

/// Asks the questions of one project.
pub(super) async fn one(context: &Context, project: &Project) -> Result<VerifyReport, Trouble> {
    let questions = read_questions(&project.folder, "verify")?;
    let session = context.runner(project, None)?.connect().await?;
    let report = verify(session.client(), &project.name, &questions).await;
    session.close().await;
    Ok(report?)
}
