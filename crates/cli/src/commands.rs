//! One file for each command. A command decides nothing about looks: it returns an [`Output`].

mod analyze_indexes;
mod backup;
mod clean;
mod dev;
mod drift;
mod dump;
mod explain;
mod health;
mod health_check;
mod init;
mod migrate;
mod monitor_pool;
mod new;
mod partitions;
mod plan;
mod prove;
mod queries;
mod record;
mod repair;
mod retention;
mod rollback;
mod seed;
mod setup;
mod shell;
mod stand;
mod stats;
mod status;
mod tenant_tables;
mod upkeep;
mod validate;
mod verify;
mod watch;

use bulkhead_migrate::Interrupt;
use bulkhead_project::Project;

use crate::Trouble;
use crate::args::{Cli, Command, Format};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{self, Output};
use crate::trouble::Earlier;

pub(crate) use dev::DevReport;
pub(crate) use dump::{DumpReport, DumpState};
pub(crate) use health::HealthReport;
pub(crate) use init::InitReport;
pub(crate) use migrate::Migrated;
pub(crate) use setup::SetupReport;

/// Runs a command and shows what it has to say.
pub(crate) async fn run(cli: &Cli) -> Exit {
    let (command, outcome) = dispatch(cli).await;
    match outcome {
        Ok(output) => {
            render::show(&output);
            output.exit
        }
        Err(trouble) => {
            render::show_trouble(&cli.global, command, &trouble);
            trouble.exit
        }
    }
}

async fn dispatch(cli: &Cli) -> (&'static str, Result<Output, Trouble>) {
    let global = &cli.global;
    if global.format == Some(Format::Prometheus) && !cli.command.has_metrics() {
        let message = "this command has no figures for Prometheus";
        let help = "take --json; or health, health-check, stats, queries, monitor-pool, analyze-indexes, validate, \
                    retention, partitions, backup, seed --scale";
        return ("bulkhead", Err(Trouble::usage(message.to_owned(), help)));
    }
    match &cli.command {
        Command::Dev { command } => ("dev", dev::run(global, command.as_ref()).await),
        Command::New(new) => ("new", new::run(global, new)),
        Command::Status(status) => ("status", status::run(global, status).await),
        Command::Plan(plan) => ("plan", plan::run(global, plan).await),
        Command::Migrate(migrate) => ("migrate", migrate::run(global, migrate).await),
        Command::Rollback(rollback) => ("rollback", rollback::run(global, rollback).await),
        Command::Init(init) => ("init", init::run(global, init).await),
        Command::Drift => ("drift", drift::run(global).await),
        Command::Dump(dump) => ("dump", dump::run(global, dump)),
        Command::Prove(prove) => ("prove", prove::run(global, prove).await),
        Command::Seed(seed) => ("seed", seed::run(global, seed).await),
        Command::Clean => ("clean", clean::run(global).await),
        Command::Validate(watch) => ("validate", validate::run(global, watch).await),
        Command::Stats(wanted) => ("stats", stats::run(global, wanted).await),
        Command::HealthCheck(wanted) => ("health-check", health_check::run(global, wanted).await),
        Command::AnalyzeIndexes(watch) => ("analyze-indexes", analyze_indexes::run(global, watch).await),
        Command::Backup { command } => backup::run(global, command).await,
        Command::MonitorPool(monitor) => ("monitor-pool", monitor_pool::run(global, monitor).await),
        Command::Queries(wanted) => ("queries", queries::run(global, wanted).await),
        Command::Health(watch) => ("health", health::run(global, watch).await),
        Command::Retention(wanted) => ("retention", retention::run(global, wanted).await),
        Command::Partitions(wanted) => ("partitions", partitions::run(global, wanted).await),
        Command::Verify => ("verify", verify::run(global).await),
        Command::Repair(repair) => ("repair", repair::run(global, repair).await),
        Command::Setup(setup) => ("setup", setup::run(global, setup).await),
        Command::Explain { code, list } => ("explain", explain::run(global, code.as_deref(), *list)),
        Command::Completions { shell } => ("completions", Ok(shell::completions(*shell))),
        Command::Man => ("man", Ok(shell::manual_page())),
    }
}

/// After how long a user who wants out is told that it takes time.
const SLOW_END: std::time::Duration = std::time::Duration::from_secs(2);

/// An interrupt that Ctrl-C and SIGTERM set. A second one ends the process at once.
fn interrupt_on_signals(quiet: bool) -> Interrupt {
    let (sender, interrupt) = Interrupt::new();
    tokio::spawn(async move {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok();
        for _ in 0..2 {
            let terminated = async {
                match &mut terminate {
                    Some(signal) => signal.recv().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated => {}
            }
            if sender.send_replace(true) {
                std::process::exit(Exit::Interrupted as i32);
            }
            tokio::spawn(async move {
                tokio::time::sleep(SLOW_END).await;
                if !quiet {
                    render::to_stderr("stopping when the server answers; once more ends the program at once");
                }
            });
        }
    });
    interrupt
}

/// Does the work on one project after the other. Where there are several, a trouble says in which it happened and,
/// by `versions`, what was done in those before.
async fn each<'p, R>(
    projects: impl ExactSizeIterator<Item = &'p Project>,
    versions: impl Fn(&R) -> usize,
    mut work: impl AsyncFnMut(&'p Project) -> Result<R, Trouble>,
) -> Result<Vec<R>, Trouble> {
    let several = projects.len() > 1;
    let mut done: Vec<(&Project, R)> = Vec::with_capacity(projects.len());
    for project in projects {
        match work(project).await {
            Ok(report) => done.push((project, report)),
            Err(trouble) if !several => return Err(trouble),
            Err(trouble) => {
                let earlier = done.iter().map(|(before, report)| Earlier {
                    project: before.name.clone(),
                    versions: versions(report),
                });
                return Err(trouble.in_project(&project.name, earlier.collect()));
            }
        }
    }
    Ok(done.into_iter().map(|(_, report)| report).collect())
}

/// What a command that only reads has done: nothing.
fn read_only<R>(_: &R) -> usize {
    0
}

/// A version as the user wrote it.
fn parse_version(text: &str) -> Result<bulkhead_project::Version, Trouble> {
    bulkhead_project::Version::parse(text).ok_or_else(|| {
        Trouble::usage(format!("\"{text}\" is no version"), "write the number, as in `--to 007`")
    })
}

/// Reads the projects, creating nothing.
fn open(global: &crate::args::Global) -> Result<(Context, Vec<Project>), Trouble> {
    let context = Context::new(global)?;
    let projects = context.projects()?;
    Ok((context, projects))
}
