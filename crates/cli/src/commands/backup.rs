//! `bulkhead backup`: what the archive and the last backup look like, and whether a restore brings everything back.

use bulkhead_connect::quote_literal;
use bulkhead_migrate::MigrateError;
use bulkhead_operate::{
    BackupSurroundings, DrillOptions, DrillTarget, Level, OperateError, backup_check, backup_drill,
};
use bulkhead_project::Project;

use super::watch::watched;
use super::{each, interrupt_on_signals, open, read_only};
use crate::Trouble;
use crate::args::{Backup, BackupCheck, BackupDrill, Global};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, backup_metrics, backups_checked, drill_metrics, drilled};

pub(super) async fn run(global: &Global, command: &Backup) -> (&'static str, Result<Output, Trouble>) {
    match command {
        Backup::Check(arguments) => ("backup check", check(global, arguments).await),
        Backup::Drill(arguments) => ("backup drill", drill(global, arguments).await),
    }
}

async fn check(global: &Global, arguments: &BackupCheck) -> Result<Output, Trouble> {
    watched(global, &arguments.watch, async || look(global, arguments).await).await
}

async fn look(global: &Global, arguments: &BackupCheck) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let around = surroundings(global, &context, !arguments.fast)?;
        let session = context.runner(project, None)?.connect().await?;
        let report = backup_check(session.client(), project, &around).await;
        session.close().await;
        Ok(report?)
    });
    let reports = reports.await?;
    let exit =
        if reports.iter().any(|report| report.worst >= Level::Warning) { Exit::Findings } else { Exit::Done };
    Ok(Output::of_figures(global, "backup check", exit, &reports, backups_checked, backup_metrics))
}

async fn drill(global: &Global, arguments: &BackupDrill) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    if arguments.keep && projects.len() > 1 {
        let message = "there is room for one copy, and there are several projects";
        return Err(Trouble::usage(message, "pick one with --project NAME, or drill without --keep"));
    }
    let mut options = DrillOptions {
        from: Some(arguments.from.clone()).filter(|from| from != "latest"),
        take: arguments.take,
        keep: arguments.keep,
        target: if arguments.immediate { DrillTarget::Immediate } else { DrillTarget::Latest },
        count_rows: !arguments.no_rows,
    };
    let around = surroundings(global, &context, true)?;
    let reports = each(projects.iter(), read_only, async |project| {
        if let Some(text) = &arguments.target_time {
            let at_s = moment(&context, project, text).await?;
            options.target = DrillTarget::Time { text: text.clone(), at_s };
        }
        let drilled = backup_drill(&context.target(project)?, project, &options, &around).await;
        drilled.map_err(no_drill)
    });
    let reports = reports.await?;
    let exit = if reports.iter().all(|report| report.ok) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_figures(global, "backup drill", exit, &reports, drilled, drill_metrics))
}

/// Why there was no drill. What helps an interrupted run does not help here.
fn no_drill(error: OperateError) -> Trouble {
    let interrupted = matches!(error, OperateError::Question(MigrateError::Interrupted));
    let trouble = Trouble::from(error);
    match interrupted {
        true => Trouble { help: vec!["the copy was removed; drill again".to_owned()], ..trouble },
        false => trouble,
    }
}

/// The moment that the server reads in a text, in seconds since 1970. A typing error must not look like a bad backup.
async fn moment(context: &Context, project: &Project, text: &str) -> Result<i64, Trouble> {
    let session = context.runner(project, None)?.connect().await?;
    let sql = format!("SELECT floor(extract(epoch FROM {}::timestamptz))::bigint", quote_literal(text));
    let read = bulkhead_connect::answer(session.client(), &sql).await;
    session.close().await;
    read.ok().and_then(|rows| rows.first()?.parse().ok()).ok_or_else(|| {
        let help = "write it as --target-time \"2026-11-21 16:00:00+00\"";
        Trouble::usage(format!("\"{text}\" is no moment"), help)
    })
}

fn surroundings(global: &Global, context: &Context, read_files: bool) -> Result<BackupSurroundings, Trouble> {
    let binaries = match context.server_binaries()? {
        Some(binaries) => Some(binaries),
        None => std::env::var_os("PG_BIN").map(Into::into),
    };
    let root = std::path::absolute(&context.selection.root).map_err(|error| {
        Trouble::from(OperateError::BackupFiles {
            path: context.selection.root.clone(),
            reason: error.to_string(),
        })
    })?;
    Ok(BackupSurroundings {
        root,
        binaries,
        local: context.is_local(),
        read_files,
        interrupt: interrupt_on_signals(global.quiet || global.json),
    })
}
