//! `bulkhead plan`.

use bulkhead_migrate::{Direction, Goal, Plan, plan};
use bulkhead_project::{Order, Project};
use serde::Serialize;

use super::status::observe;
use super::{each, open, parse_version, read_only};
use crate::Trouble;
use crate::args::{self, Global};
use crate::exit::Exit;
use crate::render::{Output, planned};

/// The plan of one project.
#[derive(Serialize)]
struct ProjectPlan<'p> {
    project: &'p str,
    #[serde(flatten)]
    plan: Plan<'p>,
}

pub(super) async fn run(global: &Global, arguments: &args::Plan) -> Result<Output, Trouble> {
    let args::Plan { to, all, exit_code, allow_missing } = arguments;
    show(global, "plan", Direction::Up, to.as_deref(), *allow_missing, *all, *exit_code).await
}

/// Plans every project and shows what would be done.
pub(super) async fn show(
    global: &Global,
    command: &str,
    direction: Direction,
    to: Option<&str>,
    allow_missing: bool,
    all: bool,
    exit_code: bool,
) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let plans = each(projects.iter(), read_only, async |project| {
        let goal = goal(project, direction, to, allow_missing)?;
        let runner = context.runner(project, None)?;
        let observed = observe(&context, &runner, project).await?;
        Ok(ProjectPlan { project: &project.name, plan: plan(project, &observed, &goal)? })
    });
    let plans = plans.await?;
    let pending = plans.iter().any(|plan| !plan.plan.is_empty());
    let exit = if exit_code && pending { Exit::Pending } else { Exit::Done };
    let human = |plan: &ProjectPlan<'_>, paint| planned(plan.project, &plan.plan, all, paint);
    Ok(Output::of_reports(global, command, exit, &plans, human))
}

/// What the flags ask of one project.
pub(super) fn goal(
    project: &Project,
    direction: Direction,
    to: Option<&str>,
    allow_missing: bool,
) -> Result<Goal, Trouble> {
    let order = if allow_missing { Order::AllowMissing } else { project.manifest.project.order };
    Ok(Goal { direction, to: to.map(parse_version).transpose()?, order })
}
