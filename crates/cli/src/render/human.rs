//! The other reports for people.

use bulkhead_migrate::{Answer, Direction, MigrateReport, RepairReport, VerifyReport};
use bulkhead_project::Expectation;
use bulkhead_server::Status;

use super::plan::note_line;
use super::{Paint, count, duration};
use crate::commands::{DevReport, DumpReport, DumpState, HealthReport, InitReport, Migrated};

/// What a run did.
pub(crate) fn migrated(report: &Migrated, paint: Paint) -> String {
    let Migrated { project, report, .. } = report;
    let MigrateReport { direction, database, versions, notes, duration_ms } = report;
    let mut text = format!("{}  database {database}\n", paint.bold(project));
    let verb = match direction {
        Direction::Up => "applied",
        Direction::Down => "undone",
        Direction::Rerun => "applied again",
    };
    for version in versions {
        let steps = if version.steps > 1 { format!(" in {} steps", version.steps) } else { String::new() };
        let statements = count(version.statements, "statement");
        text.push_str(&format!(
            "  {} {}  {}  {}\n",
            paint.good(verb),
            version.version,
            version.description,
            paint.dim(&format!("{statements}{steps}"))
        ));
    }
    for note in notes {
        text.push_str(&format!("  {} {}\n", paint.attention("note:"), note_line(note)));
    }
    text.push_str(&match versions.len() {
        0 => "  nothing to do\n".to_owned(),
        number => format!("  {} {verb} in {}\n", count(number, "version"), duration(*duration_ms)),
    });
    text
}

/// The answers to a project's questions.
pub(crate) fn verified(report: &VerifyReport, paint: Paint) -> String {
    let mut text = format!("{}\n", paint.bold(&report.project));
    for answer in &report.answers {
        let mark = if answer.ok { paint.good("ok  ") } else { paint.bad("FAIL") };
        text.push_str(&format!("  {mark}  {}: {}\n", answer.name, result(answer)));
        if !answer.ok {
            for row in answer.rows.iter().take(10) {
                text.push_str(&format!("          got: {row}\n"));
            }
            if let Expectation::Rows(rows) = &answer.expected {
                rows.iter().take(10).for_each(|row| text.push_str(&format!("        right: {row}\n")));
            }
            text.push_str(&format!("        {}:{}\n", answer.path.display(), answer.line));
        }
    }
    let wrong = report.answers.iter().filter(|answer| !answer.ok).count();
    text.push_str(&match (report.answers.len(), wrong) {
        (0, _) => "  no questions (verify/*.sql)\n".to_owned(),
        (all, 0) => format!("  {} right\n", count(all, "answer")),
        (all, wrong) => format!("  {}\n", paint.bad(&format!("{wrong} of {} wrong", count(all, "answer")))),
    });
    text
}

/// What came back beside what is right: `30 of 30`, `150 of 120+`, `none`.
fn result(answer: &Answer) -> String {
    match (&answer.expected, answer.rows.as_slice()) {
        (Expectation::NoRows, []) => "none".to_owned(),
        (Expectation::NoRows, rows) => format!("{}, none expected", count(rows.len(), "row")),
        (Expectation::Rows(_), rows) if answer.ok => format!("{} as expected", count(rows.len(), "row")),
        (Expectation::Rows(right), rows) => {
            format!("{}, not the {} expected", count(rows.len(), "row"), right.len())
        }
        (expected, [only]) => format!("{only} of {expected}"),
        (expected, rows) => format!("{} instead of {expected}", count(rows.len(), "row")),
    }
}

/// What a repair changed.
pub(crate) fn repaired(report: &RepairReport, paint: Paint) -> String {
    let mut text = format!("{}\n", paint.bold(&report.project));
    for version in &report.accepted {
        text.push_str(&format!("  {} {version}: the file is now what was applied\n", paint.good("accepted")));
    }
    for (version, step) in &report.steps {
        text.push_str(&format!("  {} step {step} of {version}\n", paint.good("settled")));
    }
    if report.accepted.is_empty() && report.steps.is_empty() {
        text.push_str("  nothing to repair\n");
    }
    text
}

/// Whether the embedded server runs, and where.
pub(crate) fn server_status(status: &Status, paint: Paint) -> String {
    if !status.running {
        return format!("{}  {}\n", paint.attention("stopped"), status.data_directory.display());
    }
    let shown = |text: Option<String>| text.unwrap_or_default();
    format!(
        "{}  PostgreSQL {}, pid {}, up {}\n  port    {}\n  socket  {}\n  data    {}\n  log     {}\n",
        paint.good("running"),
        shown(status.version.map(|version| version.to_string())),
        shown(status.pid.map(|pid| pid.to_string())),
        duration(status.uptime_seconds.unwrap_or(0) * 1000),
        shown(status.port.map(|port| port.to_string())),
        shown(status.socket_directory.as_ref().map(|folder| folder.display().to_string())),
        status.data_directory.display(),
        status.log.display(),
    )
}

/// Whether a database answers, in one line.
pub(crate) fn health_line(report: &HealthReport, paint: Paint) -> String {
    let HealthReport { project, database, server_version, answer_ms, read_only, pending, troubled } = report;
    let mut text = format!("{}  database {database}", paint.bold(project));
    text.push_str(&format!(
        ": PostgreSQL {server_version} answers in {}, {} pending",
        duration(*answer_ms),
        count(*pending, "version")
    ));
    if let Some(reason) = read_only {
        text.push_str(&format!(", {}", paint.attention(reason)));
    }
    if *troubled > 0 {
        let need = if *troubled == 1 { "1 needs" } else { &format!("{troubled} need") };
        text.push_str(&format!(", {}", paint.bad(&format!("{need} attention (bulkhead status)"))));
    }
    text
}

/// Who the tenants are, and why.
pub(crate) fn initialised(report: &InitReport, paint: Paint) -> String {
    let mut text = format!("{}\n", paint.bold(&report.project));
    if report.tenancy.is_none() {
        text.push_str(
            "  nothing in the database points to tenants: no policy of row security that ties a column to the session, \
             no schemas that are alike, no column in several tables that is called like a tenant's or that most \
             primary keys begin with\n",
        );
        for (_, reason) in &report.reasons {
            text.push_str(&format!("  {reason}: if it names the tenant, write it as key under [tenancy]\n"));
        }
        return text;
    }
    for line in report.section.lines() {
        text.push_str(&format!("  {line}\n"));
    }
    text.push_str(&match &report.written {
        Some(path) => format!("  {} {}\n", paint.good("written to"), path.display()),
        None => "  nothing was written: the manifest has its own section\n".to_owned(),
    });
    text
}

/// What became of a schema file, in one line.
pub(crate) fn dumped(report: &DumpReport, paint: Paint) -> String {
    let DumpReport { project, path, state } = report;
    let state = match state {
        DumpState::Written => paint.good("written"),
        DumpState::Same => "unchanged".to_owned(),
        DumpState::Different => paint.bad("is not what the database is"),
    };
    format!("{}  {}: {state}", paint.bold(project), path.display())
}

/// One line for each project that was brought up.
pub(crate) fn dev_summary(report: &DevReport, paint: Paint) -> String {
    let applied = match report.applied {
        0 => "already migrated".to_owned(),
        applied => format!("{} applied in {}", count(applied, "version"), duration(report.duration_ms)),
    };
    let answers = match (report.answers, report.wrong) {
        (0, _) => "nothing to verify".to_owned(),
        (all, 0) => paint.good(&format!("{all} of {all} checks right")),
        (all, wrong) => paint.bad(&format!("{wrong} of {all} checks wrong (bulkhead verify)")),
    };
    format!(
        "{}  database {}: {applied}, {answers}",
        paint.bold(&format!("{:16}", report.project)),
        report.database
    )
}
