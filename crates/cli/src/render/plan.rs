//! `plan` for people: steps, statements, what is noted.

use bulkhead_migrate::{Direction, Mode, Note, Plan, PlannedFile, PlannedStatement, Step, VersionPlan};

use bulkhead_sql::Target;

use super::{Paint, count};

/// How many statements of one version are shown unless all are asked for.
const SHOWN: usize = 12;

/// The whole plan.
pub(crate) fn planned(project: &str, plan: &Plan<'_>, all: bool, paint: Paint) -> String {
    let mut text = format!("{}\n", paint.bold(project));
    for version in &plan.versions {
        text.push_str(&version_lines(version, plan.direction, all, paint));
    }
    for note in &plan.notes {
        text.push_str(&format!("  {} {}\n", paint.attention("note:"), note_line(note)));
    }
    let statements: usize =
        plan.versions.iter().flat_map(|version| &version.steps).map(|step| step.statements.len()).sum();
    text.push_str(&match plan.versions.len() {
        0 => "  nothing to do\n".to_owned(),
        versions => format!("  {}, {}\n", count(versions, "version"), count(statements, "statement")),
    });
    text
}

fn version_lines(version: &VersionPlan<'_>, direction: Direction, all: bool, paint: Paint) -> String {
    let verb = match direction {
        Direction::Up => "apply",
        Direction::Down => "undo",
        Direction::Rerun => "apply again",
    };
    let head = format!("{verb} {}", version.version);
    let mut text = format!("  {}  {}\n", paint.bold(&head), version.description);
    let mut room = if all { usize::MAX } else { SHOWN };
    let mut hidden = 0;
    for step in version.steps.iter().filter(|step| !step.statements.is_empty()) {
        if room > 0 || step.mode == Mode::Alone {
            text.push_str(&step_line(step, version.steps.len(), paint));
        }
        for statement in &step.statements {
            if step.mode == Mode::Alone {
                text.push_str(&statement_line(statement, &version.files, paint));
                continue;
            }
            if room == 0 {
                hidden += 1;
                continue;
            }
            room -= 1;
            text.push_str(&statement_line(statement, &version.files, paint));
        }
    }
    if hidden > 0 {
        let more = format!("      … and {} more (--all shows them)\n", count(hidden, "statement"));
        text.push_str(&paint.dim(&more));
    }
    text
}

fn step_line(step: &Step, steps: usize, paint: Paint) -> String {
    let mode = match step.mode {
        Mode::Transaction => format!("one transaction, {}", count(step.statements.len(), "statement")),
        Mode::Alone => "outside a transaction, proved from the catalog".to_owned(),
    };
    let done = match &step.state {
        bulkhead_migrate::StepProgress::Done => paint.good("  done before"),
        bulkhead_migrate::StepProgress::Begun(_) => paint.attention("  begun before"),
        bulkhead_migrate::StepProgress::Pending => String::new(),
    };
    let number = if steps > 1 { format!("step {}: ", step.number) } else { String::new() };
    format!("    {}{done}\n", paint.dim(&format!("{number}{mode}")))
}

fn statement_line(statement: &PlannedStatement, files: &[PlannedFile<'_>], paint: Paint) -> String {
    let file = &files[statement.file];
    let name = file.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let place = paint.dim(&format!("{name}:{}", statement.line));
    let rows = match &statement.copy_data {
        Some(data) => format!(" ({})", count(file.text[data.clone()].lines().count(), "row")),
        None => String::new(),
    };
    let what = format!("{} {}", statement.command.tag(), targets(&statement.targets));
    format!("      {}{rows}  {place}\n", what.trim_end())
}

/// The objects of a statement: `a, b` for several of a kind, `i on t` for an object and its table.
fn targets(targets: &[Target]) -> String {
    let name = |target: &Target| match &target.schema {
        Some(schema) => format!("{schema}.{}", target.name),
        None => target.name.clone(),
    };
    match targets {
        [object, table] if object.kind != table.kind => format!("{} on {}", object.name, name(table)),
        targets => targets.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

/// A note in words.
pub(super) fn note_line(note: &Note) -> String {
    match note {
        Note::OwnTransaction { path } => {
            format!("{path}: its own BEGIN and COMMIT become the run's transaction")
        }
        Note::LedgerStatement { path, line } => {
            format!("{path}:{line}: left out, the ledger is written by the run itself")
        }
        Note::Split { version, reason } => format!("{version} takes effect in several steps: {reason}"),
        Note::MissingFile { version } => format!("{version} is applied but has no file here"),
        Note::Resumed { version, done } => {
            format!("{version} was begun before: {} done", count(*done, "step"))
        }
        Note::Empty { version, path } => {
            format!("{path}: there is no statement in it; {version} changes nothing but the ledger")
        }
        Note::DataLoss { path, line, what } => format!("{path}:{line}: destroys data: {what}"),
    }
}
