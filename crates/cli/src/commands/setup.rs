//! `bulkhead setup`: from an empty server to a database that is verified and seeded.

use std::time::Duration;

use bulkhead_migrate::Direction;
use bulkhead_operate::{PRODUCTION, SeedReport, ValidateReport, mark_environment};
use bulkhead_project::{Project, Seed};
use serde::Serialize;

use super::migrate::one;
use super::plan::goal;
use super::{dev::DevReport, each, open, seed, validate, verify};
use crate::Trouble;
use crate::args::{Global, Setup};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, setup_lines, to_stderr};

/// Between two tries to reach the server.
const PAUSE: Duration = Duration::from_secs(2);

/// A database that was set up.
#[derive(Serialize)]
pub(crate) struct SetupReport {
    /// What was migrated and verified.
    #[serde(flatten)]
    pub migrated: DevReport,
    /// What was seeded, if anything.
    pub seeded: Option<SeedReport>,
    /// Whether the data are as they should be; asked where an environment was named.
    pub validated: Option<ValidateReport>,
}

impl SetupReport {
    fn is_ok(&self) -> bool {
        self.migrated.wrong == 0 && self.validated.as_ref().is_none_or(|report| report.ok)
    }
}

pub(super) async fn run(global: &Global, arguments: &Setup) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let environment = arguments.environment.as_deref();
    let production = environment.is_some_and(|name| name.eq_ignore_ascii_case(PRODUCTION));
    let mut seeds = Vec::with_capacity(projects.len());
    for project in &projects {
        seeds.push(environment.filter(|_| !production).map(|name| seed::read(project, name)).transpose()?);
    }
    let mut seeds = seeds.iter();
    let reports = each(
        projects.iter(),
        |report: &SetupReport| report.migrated.count(),
        async |project| {
            wait_for_server(global, &context, project, arguments.attempts).await?;
            let goal = goal(project, Direction::Up, None, false)?;
            let migrated =
                one(global, &context, project, &goal, Some(&arguments.patience), &mut |_| true).await?;
            let verified = verify::one(&context, project).await?;
            if production {
                mark_production(&context, project).await?;
            }
            let data: Option<&Seed> = seeds.next().and_then(Option::as_ref);
            let seeded = match data {
                Some(data) => Some(seed::one(&context, project, data).await?),
                None => None,
            };
            let validated = match environment {
                Some(_) => Some(validate::one(&context, project).await?),
                None => None,
            };
            Ok(SetupReport { migrated: DevReport::new(&migrated, &verified), seeded, validated })
        },
    );
    let reports = reports.await?;
    let exit = if reports.iter().all(SetupReport::is_ok) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_reports(global, "setup", exit, &reports, setup_lines))
}

/// Creates the database, trying until the server answers.
async fn wait_for_server(
    global: &Global,
    context: &Context,
    project: &Project,
    attempts: u32,
) -> Result<(), Trouble> {
    let mut tries = 1;
    while let Err(trouble) = context.create_database(project).await {
        if !trouble.passing || tries >= attempts {
            return Err(trouble);
        }
        if !global.quiet {
            to_stderr(&format!("waiting for the server ({tries} of {attempts})"));
        }
        tries += 1;
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

/// Lets the database say that it is a production database.
async fn mark_production(context: &Context, project: &Project) -> Result<(), Trouble> {
    let target = context.target(project)?;
    let session = context.runner(project, None)?.connect().await?;
    let marked = mark_environment(session.client(), target.database(), PRODUCTION).await;
    session.close().await;
    Ok(marked?)
}
