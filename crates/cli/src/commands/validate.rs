//! `bulkhead validate`: looks for data that should not be there.

use bulkhead_operate::{ValidateReport, validate};
use bulkhead_project::{Project, read_questions};

use super::watch::watched;
use super::{each, open, read_only};
use crate::Trouble;
use crate::args::{Global, Watch};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, validate_metrics, validated};

pub(super) async fn run(global: &Global, watch: &Watch) -> Result<Output, Trouble> {
    watched(global, watch, async || look(global).await).await
}

async fn look(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| one(&context, project).await).await?;
    let exit = if reports.iter().all(|report| report.ok) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_figures(global, "validate", exit, &reports, validated, validate_metrics))
}

/// Looks through the data of one project.
pub(super) async fn one(context: &Context, project: &Project) -> Result<ValidateReport, Trouble> {
    let questions = read_questions(&project.folder, "validate")?;
    let session = context.migrated(project).await?;
    let report = validate(session.client(), &project.name, &questions).await;
    session.close().await;
    Ok(report?)
}
