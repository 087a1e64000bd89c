//! `bulkhead dev`: the embedded server and everything on it.

use std::os::unix::process::CommandExt;
use std::process::Command;

use bulkhead_migrate::{Direction, VerifyReport};
use bulkhead_server::Embedded;
use serde::Serialize;

use super::migrate::{Migrated, one};
use super::plan::goal;
use super::{each, open, verify};
use crate::Trouble;
use crate::args::{Dev, Global};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, agreed, dev_summary, server_status};

/// A project that was brought up.
#[derive(Serialize)]
pub(crate) struct DevReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// How many versions were applied now.
    pub applied: usize,
    /// How long that took, in milliseconds.
    pub duration_ms: u64,
    /// How many questions were asked.
    pub answers: usize,
    /// How many answers were wrong.
    pub wrong: usize,
}

impl DevReport {
    pub fn new(migrated: &Migrated, verified: &VerifyReport) -> DevReport {
        DevReport {
            project: migrated.project.clone(),
            database: migrated.report.database.clone(),
            applied: migrated.report.versions.len(),
            duration_ms: migrated.report.duration_ms,
            answers: verified.answers.len(),
            wrong: verified.answers.iter().filter(|answer| !answer.ok).count(),
        }
    }

    /// How many versions were applied.
    pub fn count(&self) -> usize {
        self.applied
    }
}

pub(super) async fn run(global: &Global, command: Option<&Dev>) -> Result<Output, Trouble> {
    let context = Context::new(global)?;
    let Some(embedded) = context.embedded() else {
        let message = "a connection is set, so there is no embedded server to work on";
        return Err(Trouble::usage(
            message,
            "unset DATABASE_URL and the PG… variables, or remove them from .env",
        ));
    };
    match command {
        None => bring_up(global).await,
        Some(Dev::Start) => {
            context.start_embedded(embedded)?;
            status(global, embedded)
        }
        Some(Dev::Stop) => {
            embedded.stop()?;
            status(global, embedded)
        }
        Some(Dev::Status) => status(global, embedded),
        Some(Dev::Reset { yes }) => {
            if !yes && !agreed("Remove the embedded server's data?") {
                return Err(Trouble::declined("say --yes to go on without being asked"));
            }
            embedded.reset()?;
            status(global, embedded)
        }
        Some(Dev::Logs { lines }) => Ok(answer(global, &embedded.log_tail(*lines)?)),
        Some(Dev::Psql { arguments }) => psql(&context, embedded, arguments),
        Some(Dev::Url) => {
            let endpoint = context.start_embedded(embedded)?;
            Ok(answer(global, &endpoint.tcp_url(&database(&context)?)))
        }
    }
}

/// Starts the server, migrates and verifies every project.
async fn bring_up(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), DevReport::count, async |project| {
        context.create_database(project).await?;
        let goal = goal(project, Direction::Up, None, false)?;
        let migrated = one(global, &context, project, &goal, None, &mut |_| true).await?;
        let verified = verify::one(&context, project).await?;
        Ok(DevReport::new(&migrated, &verified))
    });
    let reports = reports.await?;
    let exit = if reports.iter().all(|report| report.wrong == 0) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_reports(global, "dev", exit, &reports, dev_summary))
}

fn status(global: &Global, embedded: &Embedded) -> Result<Output, Trouble> {
    Ok(Output::of_report(global, "dev", &embedded.status()?, server_status))
}

/// A text that was asked for.
fn answer(global: &Global, text: &str) -> Output {
    Output::of_answer(global, "dev", &text, |text| (*text).to_owned())
}

/// The database of the only project; `postgres` at the root of several.
fn database(context: &Context) -> Result<String, Trouble> {
    Ok(match context.projects()?.as_slice() {
        [only] => only.database.clone(),
        _ => "postgres".to_owned(),
    })
}

/// Becomes psql.
fn psql(context: &Context, embedded: &Embedded, arguments: &[String]) -> Result<Output, Trouble> {
    let endpoint = context.start_embedded(embedded)?;
    let program = Some(endpoint.binaries.join("psql")).filter(|path| path.is_file());
    let program = program.unwrap_or_else(|| "psql".into());
    let error = Command::new(&program).arg(endpoint.url(&database(context)?)).args(arguments).exec();
    Err(Trouble::usage(format!("{}: {error}", program.display()), "install psql (scripts/install-postgres)"))
}
