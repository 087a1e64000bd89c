//! Seeds, clean-up, data checks and figures for people.

use bulkhead_operate::{
    Check, CleanReport, Grown, Growth, SeedOutcome, SeedReport, StatsReport, TableRows, TableSize,
    ValidateReport,
};

use super::{Paint, count, dev_summary, duration, tenant_lines};
use crate::commands::SetupReport;

/// What a seed did.
pub(crate) fn seeded(report: &SeedReport, paint: Paint) -> String {
    let SeedReport { project, environment, outcome, tables, answers, duration_ms } = report;
    let head = format!("{}  seed {environment}", paint.bold(project));
    match outcome {
        SeedOutcome::AlreadyThere => format!("{head}: already there\n"),
        SeedOutcome::Seeded => {
            let asked = match answers {
                0 => String::new(),
                answers => format!(", {} right", count(*answers, "answer")),
            };
            format!("{head}\n{}  done in {}{asked}\n", rows_of(tables), duration(*duration_ms))
        }
    }
}

/// What a clean-up did.
pub(crate) fn cleaned(report: &CleanReport, paint: Paint) -> String {
    let CleanReport { project, tables, duration_ms } = report;
    let end = match tables.is_empty() {
        true => "nothing to clean".to_owned(),
        false => format!("done in {}", duration(*duration_ms)),
    };
    format!("{}\n{}  {end}\n", paint.bold(project), rows_of(tables))
}

/// One line for each table.
fn rows_of(tables: &[TableRows]) -> String {
    let width = tables.iter().map(|table| table.table.len()).max().unwrap_or(0);
    let lines = tables.iter().map(|table| {
        let TableRows { table, inserted, updated, deleted } = table;
        let counts = [(inserted, "inserted"), (updated, "updated"), (deleted, "deleted")];
        let counts = counts.iter().filter(|(number, _)| **number > 0);
        let counts: Vec<String> = counts.map(|(number, verb)| format!("{number} {verb}")).collect();
        format!("  {table:width$}  {}\n", counts.join(", "))
    });
    lines.collect()
}

/// What was found in the data.
pub(crate) fn validated(report: &ValidateReport, paint: Paint) -> String {
    let environment = report.environment.as_ref().map(|name| format!(", environment {name}"));
    let mut text = format!(
        "{}  database {}{}\n",
        paint.bold(&report.project),
        report.database,
        environment.unwrap_or_default()
    );
    for check in &report.checks {
        text.push_str(&check_lines(check, paint));
    }
    let wrong = report.checks.iter().filter(|check| !check.ok).count();
    text.push_str(&match wrong {
        0 => format!("  {} found nothing\n", count(report.checks.len(), "check")),
        wrong => {
            let found = format!("{wrong} of {} found something", count(report.checks.len(), "check"));
            format!("  {}\n", paint.bad(&found))
        }
    });
    text
}

fn check_lines(check: &Check, paint: Paint) -> String {
    if check.ok {
        return format!("  {}  {}\n", paint.good("ok    "), paint.wrapped(&check.name, 10, 12));
    }
    let mark = format!("{:6}", check.severity.word());
    let line = format!("{}: {}", check.name, count(check.found.len(), "row"));
    let mut text = format!("  {}  {}\n", paint.bad(&mark), paint.wrapped(&line, 10, 12));
    for row in check.found.iter().take(10) {
        text.push_str(&format!("          {row}\n"));
    }
    if check.found.len() > 10 {
        text.push_str(&format!("          and {} more\n", check.found.len() - 10));
    }
    check.place.iter().for_each(|place| text.push_str(&format!("          {place}\n")));
    text
}

/// Figures about a database.
pub(crate) fn stats_lines(report: &StatsReport, paint: Paint) -> String {
    let mut text = format!(
        "{}  database {}: {}, {}, {}\n",
        paint.bold(&report.project),
        report.database,
        size(report.bytes),
        amount(report.tables, "table"),
        amount(report.sessions, "session")
    );
    let names = report.figures.iter().map(|figure| figure.name.chars().count());
    let width = names.max().unwrap_or(0);
    for figure in &report.figures {
        let value = figure.value.replace('\n', &format!("\n{:indent$}", "", indent = width + 4));
        text.push_str(&format!("  {:width$}  {value}\n", figure.name));
    }
    if !report.largest.is_empty() {
        text.push_str(&format!("  {}\n", paint.dim("largest tables")));
    }
    let width = report.largest.iter().map(|table| table.table.len()).max().unwrap_or(0);
    for TableSize { table, bytes, rows_estimate } in &report.largest {
        let rows =
            rows_estimate.map_or("not analyzed".to_owned(), |rows| format!("about {}", amount(rows, "row")));
        text.push_str(&format!("  {table:width$}  {:>9}  {rows}\n", size(*bytes)));
    }
    report.tenants.iter().for_each(|figures| text.push_str(&tenant_lines(figures, paint)));
    report.growth.iter().for_each(|growth| text.push_str(&growth_lines(growth, paint)));
    text
}

/// What has changed since the last report.
fn growth_lines(growth: &Growth, paint: Paint) -> String {
    let head = format!("since the report kept {} ago: {}", age(growth.seconds), change(growth.bytes));
    let parts = growth.tables.iter().chain(&growth.tenants);
    let lines = parts.map(|Grown { name, bytes }| format!("    {name}  {}\n", change(*bytes)));
    format!("  {}\n{}", paint.dim(&head), lines.collect::<String>())
}

/// An age in the largest unit of which there are two.
fn age(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} days", seconds / 86_400),
    }
}

/// A change in bytes with its sign.
fn change(bytes: i64) -> String {
    format!("{}{}", if bytes < 0 { "-" } else { "+" }, size(bytes.unsigned_abs()))
}

/// What was set up, one line for each part.
pub(crate) fn setup_lines(report: &SetupReport, paint: Paint) -> String {
    let mut text = dev_summary(&report.migrated, paint);
    if let Some(seed) = &report.seeded {
        let rows: u64 = seed.tables.iter().map(|table| table.inserted).sum();
        let what = match seed.outcome {
            SeedOutcome::AlreadyThere => "already there".to_owned(),
            SeedOutcome::Seeded => {
                format!("{} in {}", amount(rows, "row"), count(seed.tables.len(), "table"))
            }
        };
        text.push_str(&format!("\n  seed {}: {what}", seed.environment));
    }
    if let Some(validated) = &report.validated {
        text.push('\n');
        if validated.ok {
            text.push_str(&format!("  data: {} found nothing", count(validated.checks.len(), "check")));
        }
        for check in validated.checks.iter().filter(|check| !check.ok) {
            text.push_str(&check_lines(check, paint));
        }
    }
    text
}

/// A count with its noun, for large counts.
pub(super) fn amount(number: u64, noun: &str) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX), noun)
}

/// A number of bytes as people say it.
pub(super) fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    let mut unit = "bytes";
    let mut scaled = bytes * 10;
    for larger in UNITS {
        if scaled < 10_240 {
            break;
        }
        (scaled, unit) = (scaled / 1_024, larger);
    }
    match unit {
        "bytes" => format!("{bytes} bytes"),
        unit => format!("{}.{} {unit}", scaled / 10, scaled % 10),
    }
}
