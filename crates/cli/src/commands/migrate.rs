//! `bulkhead migrate`, and the run that `rollback`, `setup` and `dev` share with it.

use std::cell::RefCell;

use bulkhead_migrate::{Direction, Goal, MigrateReport, Plan, Stopped};
use bulkhead_project::Project;
use serde::Serialize;

use super::plan::{goal, show};
use super::{each, interrupt_on_signals, open};
use crate::Trouble;
use crate::args::{Global, Migrate, Patience};
use crate::context::Context;
use crate::exit::Exit;
use crate::progress::ProgressView;
use crate::render::{Output, migrated};

/// The run over one project.
#[derive(Serialize)]
pub(crate) struct Migrated {
    /// The project.
    pub project: String,
    /// What was done.
    #[serde(flatten)]
    pub report: MigrateReport,
}

impl Migrated {
    /// How many versions were worked on.
    pub fn count(&self) -> usize {
        self.report.versions.len()
    }
}

pub(super) async fn run(global: &Global, arguments: &Migrate) -> Result<Output, Trouble> {
    let direction = if arguments.rerun { Direction::Rerun } else { Direction::Up };
    let (to, allow_missing) = (arguments.to.as_deref(), arguments.allow_missing);
    if arguments.dry_run {
        return show(global, "migrate", direction, to, allow_missing, false, false).await;
    }
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), Migrated::count, async |project| {
        if context.is_embedded() {
            context.create_database(project).await?;
        }
        let goal = goal(project, direction, to, allow_missing)?;
        one(global, &context, project, &goal, Some(&arguments.patience), &mut |_| true).await
    });
    let reports = reports.await?;
    Ok(Output::of_reports(global, "migrate", Exit::Done, &reports, migrated))
}

/// Runs one project to its goal, showing progress.
pub(super) async fn one(
    global: &Global,
    context: &Context,
    project: &Project,
    goal: &Goal,
    patience: Option<&Patience>,
    confirm: &mut dyn FnMut(&Plan<'_>) -> bool,
) -> Result<Migrated, Trouble> {
    let runner = context.runner(project, patience)?;
    let quiet = global.quiet || global.json;
    let interrupt = interrupt_on_signals(quiet);
    let view = RefCell::new(ProgressView::new(quiet));
    let mut watch = |event| view.borrow_mut().show(&event, quiet);
    let mut confirm = |plan: &Plan<'_>| {
        view.borrow_mut().prepare(plan);
        confirm(plan)
    };
    let outcome: Result<MigrateReport, Stopped> =
        runner.run(project, goal, &interrupt, &mut watch, &mut confirm).await;
    view.borrow().finish();
    Ok(Migrated { project: project.name.clone(), report: outcome? })
}
