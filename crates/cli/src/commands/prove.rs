//! `bulkhead prove`: evidence, gathered on a scratch copy.

use bulkhead_connect::Session;
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::{BehaviourFile, Project, read_behaviours};
use bulkhead_prove::{BehavioursReport, CaseReport, ProveError, Scratch, behaviours};

use super::{each, interrupt_on_signals, open, read_only};
use crate::Trouble;
use crate::args::{Global, Proof, Prove};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, proved};

pub(super) async fn run(global: &Global, arguments: &Prove) -> Result<Output, Trouble> {
    // There is one kind so far, and all of them are the default.
    let Proof::Behaviours = arguments.kind.unwrap_or(Proof::Behaviours);
    let (context, projects) = open(global)?;
    let interrupt = interrupt_on_signals(global.quiet || global.json);
    let reports = each(projects.iter(), read_only, async |project| {
        one(&context, project, &arguments.case, &interrupt).await
    });
    let reports = reports.await?;
    let exit = if reports.iter().all(|report| report.ok) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_reports(global, "prove", exit, &reports, proved))
}

/// Runs the cases of one project on a scratch database.
async fn one(
    context: &Context,
    project: &Project,
    wanted: &str,
    interrupt: &Interrupt,
) -> Result<BehavioursReport, Trouble> {
    let files = read_behaviours(&project.folder)?;
    if files.is_empty() {
        return Ok(BehavioursReport::new(&project.name, Vec::new()));
    }
    let near = context.target(project)?;
    let options = Options::from_manifest(&project.manifest.locks, context.connect_timeout());
    let scratch = Scratch::build(&near, project, &options, interrupt).await?;
    let cases = match scratch.connect().await {
        Ok(session) => all_cases(session, &files, wanted, interrupt).await,
        Err(error) => Err(error),
    };
    let dropped = scratch.drop().await;
    let report = BehavioursReport::new(&project.name, cases?);
    dropped?;
    Ok(report)
}

async fn all_cases(
    session: Session,
    files: &[BehaviourFile],
    wanted: &str,
    interrupt: &Interrupt,
) -> Result<Vec<CaseReport>, ProveError> {
    let cases = behaviours(session.client(), files, wanted, interrupt).await;
    session.close().await;
    cases
}
