//! `bulkhead rollback`.

use bulkhead_migrate::{Direction, Note, Plan};

use super::migrate::{Migrated, one};
use super::plan::{goal, show};
use super::{each, open};
use crate::Trouble;
use crate::args::{Global, Rollback};
use crate::exit::Exit;
use crate::render::{Output, Paint, ask, migrated, planned, to_stderr};

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

/// Asks when data would be lost. Without a terminal nobody can be asked, and the answer is no.
fn confirmed(project: &str, plan: &Plan<'_>, paint: Paint) -> bool {
    if !plan.notes.iter().any(|note| matches!(note, Note::DataLoss { .. })) {
        return true;
    }
    to_stderr(&planned(project, plan, false, paint));
    ask("Data will be lost. Go on? [y/N]").is_some_and(|answer| answer.eq_ignore_ascii_case("y"))
}
