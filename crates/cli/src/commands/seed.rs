//! `bulkhead seed`: made-up data for an environment, or generated rows.

mod scale;

use bulkhead_operate::{PRODUCTION, SeedReport, seed};
use bulkhead_project::{Project, Seed};

use super::{each, open, read_only};
use crate::Trouble;
use crate::args::{self, Global};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, seeded};

pub(super) async fn run(global: &Global, arguments: &args::Seed) -> Result<Output, Trouble> {
    let environment = match (arguments.scale.scale, &arguments.environment) {
        (Some(rows), _) => return scale::run(global, rows, &arguments.scale).await,
        (None, Some(environment)) => environment,
        (None, None) => {
            return Err(Trouble::usage("nothing says which data", "give --environment or --scale"));
        }
    };
    let (context, projects) = open(global)?;
    let mut seeds = Vec::with_capacity(projects.len());
    for project in &projects {
        seeds.push(read(project, environment)?);
    }
    let mut seeds = seeds.iter();
    let reports = each(projects.iter(), read_only, async |project| {
        one(&context, project, seeds.next().expect("one for each project")).await
    });
    Ok(Output::of_reports(global, "seed", Exit::Done, &reports.await?, seeded))
}

/// The seed of a project for an environment, or why there is none.
pub(super) fn read(project: &Project, environment: &str) -> Result<Seed, Trouble> {
    if environment.eq_ignore_ascii_case(PRODUCTION) {
        let message = "made-up data never go into a production database";
        return Err(Trouble::usage(message, "seed development or test; real data go into migrations"));
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let seed = match !environment.is_empty() && environment.chars().all(is_name) {
        true => Seed::read(&project.folder, environment)?,
        false => None,
    };
    match seed {
        Some(seed) => Ok(seed),
        None => {
            let known = Seed::environments(&project.folder)?;
            let message = format!("project {} has no seed for \"{environment}\"", project.name);
            Err(Trouble::usage(
                message,
                match known.is_empty() {
                    true => "write seeds/development.sql".to_owned(),
                    false => format!("there are: {}", known.join(", ")),
                },
            ))
        }
    }
}

/// Seeds one project.
pub(super) async fn one(context: &Context, project: &Project, data: &Seed) -> Result<SeedReport, Trouble> {
    let session = context.migrated(project).await?;
    let report = seed(session.client(), &project.name, data).await;
    session.close().await;
    Ok(report?)
}
