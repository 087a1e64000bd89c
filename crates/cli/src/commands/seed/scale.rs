//! `bulkhead seed --scale`: generated rows.

use bulkhead_operate::{Scale, ScaleProgress, seed_scale};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::Trouble;
use crate::args::{self, Global};
use crate::commands::{each, open, read_only};
use crate::exit::Exit;
use crate::render::{Output, scale_metrics, scaled};

pub(super) async fn run(global: &Global, rows: u64, arguments: &args::Scale) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let wanted = Scale {
        rows,
        tenants: u64::from(arguments.tenants),
        seed: u64::from(arguments.seed),
        zipf: arguments.zipf,
        jobs: arguments.jobs.map_or(processors, usize::from),
        triggers: !arguments.no_triggers,
        dry_run: arguments.dry_run,
    };
    let reports = each(projects.iter(), read_only, async |project| {
        let session = context.migrated(project).await?;
        let bar = bar(global.quiet || global.json);
        let mut watch = |progress: ScaleProgress<'_>| show(&bar, progress);
        let tenancy = project.manifest.tenancy.as_ref();
        let report = seed_scale(session.client(), &project.name, tenancy, &wanted, &mut watch).await;
        bar.finish_and_clear();
        session.close().await;
        Ok(report?)
    });
    Ok(Output::of_figures(global, "seed", Exit::Done, &reports.await?, scaled, scale_metrics))
}

/// A bar on standard error, on a terminal only.
fn bar(quiet: bool) -> ProgressBar {
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(None, target);
    let style =
        ProgressStyle::with_template("{spinner} {human_pos}/{human_len} rows {bar:20} {per_sec} {msg}");
    bar.set_style(style.expect("the template is well formed"));
    bar
}

fn show(bar: &ProgressBar, progress: ScaleProgress<'_>) {
    match progress {
        ScaleProgress::Trying => bar.set_message("finding out what triggers want"),
        ScaleProgress::Planned { rows } => {
            bar.set_position(0);
            bar.set_length(rows);
        }
        ScaleProgress::Table { table } => bar.set_message(table.to_owned()),
        ScaleProgress::Rows(rows) => bar.inc(rows),
        ScaleProgress::Again { rows } => bar.set_position(bar.position().saturating_sub(rows)),
        ScaleProgress::Analyzing => bar.set_message("gathering statistics"),
    }
}
