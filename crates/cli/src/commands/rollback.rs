//! `bulkhead rollback`.

use bulkhead_migrate::{Direction, Note, Plan};
use bulkhead_operate::{PRODUCTION, environment_of};
use bulkhead_project::Project;

use super::migrate::{Migrated, one};
use super::plan::{goal, show};
use super::{each, open};
use crate::Trouble;
use crate::args::{Global, Rollback};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, Paint, agreed, migrated, planned, to_stderr};

pub(super) async fn run(global: &Global, arguments: &Rollback) -> Result<Output, Trouble> {
    let to = arguments.to.as_deref();
    if arguments.dry_run {
        return show(global, "rollback", Direction::Down, to, false, false, false).await;
    }
    let (context, projects) = open(global)?;
    if projects.len() > 1 && !arguments.yes {
        let message = "rollback would undo several projects at once";
        return Err(Trouble::usage(message, "pick one with --project NAME, or say --yes"));
    }
    let reports = each(projects.iter().rev(), Migrated::count, async |project| {
        if !arguments.force {
            refuse_production(&context, project).await?;
        }
        let goal = goal(project, Direction::Down, to, false)?;
        let mut declined = false;
        let mut confirm = |plan: &Plan<'_>| {
            let yes = arguments.yes || confirmed(&project.name, plan, Paint::for_stderr(global.color));
            declined = !yes;
            yes
        };
        let report = one(global, &context, project, &goal, Some(&arguments.patience), &mut confirm).await?;
        if declined {
            return Err(Trouble::declined("say --yes to go on without being asked"));
        }
        Ok(report)
    });
    let reports = reports.await?;
    Ok(Output::of_reports(global, "rollback", Exit::Done, &reports, migrated))
}

/// A production database goes forward: a version is corrected by the next one.
async fn refuse_production(context: &Context, project: &Project) -> Result<(), Trouble> {
    let session = context.runner(project, None)?.connect().await?;
    let environment = environment_of(session.client()).await;
    session.close().await;
    match environment?.as_deref() {
        Some(PRODUCTION) => Err(Trouble::usage(
            "the database says that it is a production database: rollback is refused",
            "correct it in a new migration, or say --force",
        )),
        _ => Ok(()),
    }
}

/// Asks when data would be lost. Without a terminal nobody can be asked, and the answer is no.
fn confirmed(project: &str, plan: &Plan<'_>, paint: Paint) -> bool {
    if !plan.notes.iter().any(|note| matches!(note, Note::DataLoss { .. })) {
        return true;
    }
    to_stderr(&planned(project, plan, false, paint));
    agreed("Data will be lost. Go on?")
}
