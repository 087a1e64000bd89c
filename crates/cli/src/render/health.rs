//! Checks of a running database for people.

use std::collections::BTreeSet;

use bulkhead_operate::{
    Fix, HealthCheck, HealthCheckReport, IndexFinding, IndexFindingKind, IndexReport, Level,
};

use super::operate::size;
use super::{Paint, count};

/// Every check, the bad ones with their evidence.
pub(crate) fn checked(report: &HealthCheckReport, paint: Paint) -> String {
    let HealthCheckReport { project, database, server_version, worst, checks } = report;
    let mut text = format!("{}  database {database}, PostgreSQL {server_version}\n", paint.bold(project));
    text.push_str(&all_checks(checks, *worst, paint));
    text
}

/// Every check, and how many of them are bad.
pub(super) fn all_checks(checks: &[HealthCheck], worst: Level, paint: Paint) -> String {
    let mut text: String = checks.iter().map(|check| check_lines(check, paint)).collect();
    let of_level = |wanted: fn(&Level) -> bool| checks.iter().filter(|check| wanted(&check.level)).count();
    let blind = match of_level(|level| *level == Level::Skipped) {
        0 => String::new(),
        blind => paint.dim(&format!(", {blind} could not look")),
    };
    text.push_str(&match of_level(|level| *level >= Level::Warning) {
        0 => format!("  {}: {}{blind}\n", count(checks.len(), "check"), paint.good(worst.word())),
        bad => {
            let need = if bad == 1 { "needs" } else { "need" };
            let attention = format!("{bad} of {} {need} attention", count(checks.len(), "check"));
            format!("  {}{blind}\n", paint.bad(&attention))
        }
    });
    text
}

fn check_lines(check: &HealthCheck, paint: Paint) -> String {
    let HealthCheck { name, level, summary, reason, evidence, fix, .. } = check;
    let mut text = head(*level, name, summary, paint);
    if *level < Level::Notice {
        return text;
    }
    // A line that repeats the summary says nothing new.
    let new = evidence.iter().filter(|line| *line != summary);
    new.for_each(|line| text.push_str(&format!("              {}\n", paint.wrapped(line, 14, 16))));
    text.push_str(&labelled("why:", reason, paint));
    fix.iter().for_each(|fix| text.push_str(&fix_lines(fix, true, paint)));
    text
}

/// The first line of a finding.
fn head(level: Level, name: &str, summary: &str, paint: Paint) -> String {
    let line = paint.wrapped(&format!("{name}: {summary}"), 12, 14);
    format!("  {}  {line}\n", mark(level, paint))
}

/// Words behind a label.
fn labelled(label: &str, text: &str, paint: Paint) -> String {
    let from = 12 + label.len() + 1;
    format!("            {} {}\n", paint.dim(label), paint.wrapped(text, from, from))
}

/// What mends it; the statements are not broken, so that they can be copied.
fn fix_lines(fix: &Fix, with_lock: bool, paint: Paint) -> String {
    let sql = fix.sql.trim().replace('\n', "\n                 ");
    let mut text = format!("            {} {sql}\n", paint.dim("fix:"));
    if with_lock {
        text.push_str(&labelled("lock:", &fix.lock, paint));
    }
    text
}

/// The level, always as wide as the widest.
pub(super) fn mark(level: Level, paint: Paint) -> String {
    let word = format!("{:8}", level.word());
    match level {
        Level::Ok => paint.good(&word),
        Level::Skipped => paint.dim(&word),
        Level::Notice => paint.attention(&word),
        Level::Warning | Level::Critical => paint.bad(&word),
    }
}

/// What was found about indexes.
pub(crate) fn index_lines(report: &IndexReport, paint: Paint) -> String {
    let indexes = count(usize::try_from(report.indexes).unwrap_or(usize::MAX), "index");
    let mut text = format!(
        "{}  database {}: {indexes}, {}\n",
        paint.bold(&report.project),
        report.database,
        size(report.bytes)
    );
    // A reason holds for all findings of its kind, and there may be a hundred; so with locks.
    let (mut reasons, mut locks) = (BTreeSet::new(), BTreeSet::new());
    for finding in &report.findings {
        let with_reason = reasons.insert(finding.reason);
        let with_lock = finding.fix.as_ref().is_some_and(|fix| locks.insert(fix.lock.clone()));
        text.push_str(&finding_lines(finding, with_reason, with_lock, paint));
    }
    for skipped in &report.skipped {
        let reason = &skipped.reason;
        text.push_str(&head(Level::Skipped, word(skipped.kind), reason, paint));
    }
    text.push_str(&index_total(&report.findings, paint));
    text
}

fn index_total(findings: &[IndexFinding], paint: Paint) -> String {
    if findings.is_empty() {
        return format!("  {}\n", paint.good("nothing to do"));
    }
    let levels = [Level::Critical, Level::Warning, Level::Notice].into_iter().filter_map(|level| {
        let found = findings.iter().filter(|finding| finding.level == level).count();
        (found > 0).then(|| match level {
            Level::Critical => format!("{found} critical"),
            level => count(found, level.word()),
        })
    });
    format!("  {}\n", levels.collect::<Vec<_>>().join(", "))
}

fn finding_lines(finding: &IndexFinding, with_reason: bool, with_lock: bool, paint: Paint) -> String {
    let IndexFinding { level, summary, reason, evidence, fix, .. } = finding;
    let mut text = head(*level, word(finding.kind), summary, paint);
    let wrapped = |line: &String| format!("              {}\n", paint.wrapped(line, 14, 16));
    evidence.iter().for_each(|line| text.push_str(&wrapped(line)));
    if with_reason {
        text.push_str(&labelled("why:", reason, paint));
    }
    fix.iter().for_each(|fix| text.push_str(&fix_lines(fix, with_lock, paint)));
    text
}

/// The kind as in JSON.
pub(super) fn word(kind: IndexFindingKind) -> &'static str {
    match kind {
        IndexFindingKind::Invalid => "invalid",
        IndexFindingKind::Duplicate => "duplicate",
        IndexFindingKind::Covered => "covered",
        IndexFindingKind::MissingForeignKey => "missing_foreign_key",
        IndexFindingKind::MissingTenant => "missing_tenant",
        IndexFindingKind::VectorLists => "vector_lists",
        IndexFindingKind::Bloated => "bloated",
        IndexFindingKind::Unused => "unused",
    }
}
