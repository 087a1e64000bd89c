//! `bulkhead status`.

use bulkhead_connect::ConnectError;
use bulkhead_migrate::{MigrateError, Observed, Runner, status};
use bulkhead_project::Project;

use super::{each, open, read_only};
use crate::Trouble;
use crate::args::{Global, Status};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, status_lines};

pub(super) async fn run(global: &Global, arguments: &Status) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let runner = context.runner(project, None)?;
        Ok(status(project, &observe(&context, &runner, project).await?))
    });
    let reports = reports.await?;
    let pending = reports.iter().any(|report| report.pending > 0);
    let exit = if arguments.exit_code && pending { Exit::Pending } else { Exit::Done };
    Ok(Output::of_reports(global, "status", exit, &reports, status_lines))
}

/// What the database says about itself. On the embedded server a database that does not exist yet is an empty one:
/// reading creates nothing.
pub(super) async fn observe(
    context: &Context,
    runner: &Runner,
    project: &Project,
) -> Result<Observed, Trouble> {
    match runner.connect().await {
        Ok(session) => {
            let observed = runner.observe(&session).await;
            session.close().await;
            Ok(observed?)
        }
        Err(MigrateError::Connect(ConnectError::Refused { server, .. }))
            if context.is_embedded() && server.sqlstate == "3D000" =>
        {
            Ok(Observed::of_no_database(&project.database, &project.manifest.project.ledger_schema))
        }
        Err(error) => Err(error.into()),
    }
}
