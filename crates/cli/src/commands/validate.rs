//! `bulkhead validate`: looks for data that should not be there.

use bulkhead_operate::{ValidateReport, validate};
use bulkhead_project::{Project, read_questions};

use super::{each, open, read_only};
use crate::Trouble;
use crate::args::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, validated};

pub(super) async fn run(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| one(&context, project).await).await?;
    let exit = if reports.iter().all(|report| report.ok) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_reports(global, "validate", exit, &reports, validated))
}

/// Looks through the data of one project.
pub(super) async fn one(context: &Context, project: &Project) -> Result<ValidateReport, Trouble> {
    let questions = read_questions(&project.folder, "validate")?;
    let session = context.migrated(project).await?;
    let report = validate(session.client(), &project.name, &questions).await;
    session.close().await;
    Ok(report?)
}
