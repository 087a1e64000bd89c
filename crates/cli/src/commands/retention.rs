//! `bulkhead retention`: what is too old, and then gone.

use bulkhead_operate::{
    RetentionLimits, RetentionReport, RetentionResult, Workplace, apply_retention, retention,
};
use bulkhead_project::Project;

use super::upkeep::{exit_of, tell, tenant_key};
use super::watch::watched;
use super::{each, interrupt_on_signals, open, read_only};
use crate::Trouble;
use crate::args::{Global, Retention};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, Paint, agreed, count, retained, retention_metrics, to_stderr};

pub(super) async fn run(global: &Global, arguments: &Retention) -> Result<Output, Trouble> {
    watched(global, &arguments.watch, async || once(global, arguments).await).await
}

async fn once(global: &Global, arguments: &Retention) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    if arguments.apply && projects.len() > 1 && !arguments.yes {
        let message = "retention would delete rows of several projects at once";
        return Err(Trouble::usage(message, "pick one with --project NAME, or say --yes"));
    }
    let reports = each(projects.iter(), read_only, async |project| match arguments.apply {
        false => look(&context, project).await,
        true => apply(global, &context, project, arguments).await,
    });
    let reports = reports.await?;
    let exit = exit(&reports, arguments);
    Ok(Output::of_figures(global, "retention", exit, &reports, retained, retention_metrics))
}

async fn look(context: &Context, project: &Project) -> Result<RetentionReport, Trouble> {
    let session = context.runner(project, None)?.connect().await?;
    let rules = &project.manifest.retention;
    let report = retention(session.client(), &project.name, rules, tenant_key(project)).await;
    session.close().await;
    Ok(report?)
}

async fn apply(
    global: &Global,
    context: &Context,
    project: &Project,
    arguments: &Retention,
) -> Result<RetentionReport, Trouble> {
    if !arguments.yes {
        let report = look(context, project).await?;
        let rows: u64 = report.rules.iter().map(|rule| rule.rows).sum();
        if rows > 0 && !confirmed(global, &report, rows) {
            return Err(Trouble::declined("say --yes to go on without being asked"));
        }
    }
    let limits = RetentionLimits {
        batch: usize::try_from(arguments.batch).unwrap_or(usize::MAX),
        budget: arguments.budget,
        pause: arguments.pause,
    };
    let target = context.target(project)?;
    let quiet = global.quiet || global.json;
    let mut workplace = Workplace {
        target: &target,
        connect_timeout: context.connect_timeout(),
        retry_budget: arguments.budget,
        interrupt: &interrupt_on_signals(quiet),
        tell: &mut |wait| tell(wait, quiet),
    };
    let rules = &project.manifest.retention;
    Ok(apply_retention(&mut workplace, &project.name, rules, tenant_key(project), limits).await?)
}

/// Asks. Without a terminal nobody can be asked, and the answer is no.
fn confirmed(global: &Global, report: &RetentionReport, rows: u64) -> bool {
    to_stderr(&retained(report, Paint::for_stderr(global.color)));
    let rows = count(usize::try_from(rows).unwrap_or(usize::MAX), "row");
    agreed(&format!("{rows} will be deleted. Go on?"))
}

fn exit(reports: &[RetentionReport], arguments: &Retention) -> Exit {
    let rules: Vec<&RetentionResult> = reports.iter().flat_map(|report| &report.rules).collect();
    let obstacles = rules.iter().flat_map(|rule| &rule.obstacles);
    let something_done = rules.iter().any(|rule| rule.deleted > 0);
    let pending = rules.iter().any(|rule| rule.left > 0) && (arguments.apply || arguments.exit_code);
    exit_of(obstacles, something_done, pending)
}
