//! `bulkhead partitions`: partitions ahead of time, and away when they are old.

use bulkhead_operate::{PartitionedTable, PartitionsReport, Workplace, keep_partitions, partitions};
use bulkhead_project::Project;

use super::upkeep::{exit_of, tell};
use super::watch::watched;
use super::{each, interrupt_on_signals, open, read_only};
use crate::Trouble;
use crate::args::{Global, Partitions};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, Paint, agreed, count, partition_metrics, partitioned, to_stderr};

pub(super) async fn run(global: &Global, arguments: &Partitions) -> Result<Output, Trouble> {
    watched(global, &arguments.watch, async || once(global, arguments).await).await
}

async fn once(global: &Global, arguments: &Partitions) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| match arguments.apply {
        false => look(&context, project).await,
        true => apply(global, &context, project, arguments).await,
    });
    let reports = reports.await?;
    let exit = exit(&reports, arguments);
    Ok(Output::of_figures(global, "partitions", exit, &reports, partitioned, partition_metrics))
}

async fn look(context: &Context, project: &Project) -> Result<PartitionsReport, Trouble> {
    let session = context.runner(project, None)?.connect().await?;
    let report = partitions(session.client(), &project.name, &project.manifest.partitions).await;
    session.close().await;
    Ok(report?)
}

async fn apply(
    global: &Global,
    context: &Context,
    project: &Project,
    arguments: &Partitions,
) -> Result<PartitionsReport, Trouble> {
    let remove = !arguments.only_create;
    if remove && !arguments.yes {
        let report = look(context, project).await?;
        let going: usize = report.tables.iter().map(going).sum();
        if going > 0 && !confirmed(global, &report, going) {
            return Err(Trouble::declined("say --yes to go on without being asked, or --only-create"));
        }
    }
    let target = context.target(project)?;
    let quiet = global.quiet || global.json;
    let mut workplace = Workplace {
        target: &target,
        connect_timeout: context.connect_timeout(),
        retry_budget: arguments.retry_budget,
        interrupt: &interrupt_on_signals(quiet),
        tell: &mut |wait| tell(wait, quiet),
    };
    let rules = &project.manifest.partitions;
    Ok(keep_partitions(&mut workplace, &project.name, rules, remove).await?)
}

/// How many partitions of a table would go.
fn going(table: &PartitionedTable) -> usize {
    table.old.len() + table.unfinished.len()
}

/// Asks. Without a terminal nobody can be asked, and the answer is no.
fn confirmed(global: &Global, report: &PartitionsReport, going: usize) -> bool {
    to_stderr(&partitioned(report, Paint::for_stderr(global.color)));
    agreed(&format!("{} will be taken away. Go on?", count(going, "partition")))
}

fn exit(reports: &[PartitionsReport], arguments: &Partitions) -> Exit {
    let tables: Vec<&PartitionedTable> = reports.iter().flat_map(|report| &report.tables).collect();
    let obstacles = tables.iter().flat_map(|table| &table.obstacles);
    let something_done = tables.iter().any(|table| !table.done.is_empty());
    let pending =
        tables.iter().any(|table| !table.missing.is_empty() || going(table) > 0) && arguments.exit_code;
    exit_of(obstacles, something_done, pending)
}
