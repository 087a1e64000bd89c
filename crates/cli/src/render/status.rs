//! `status` for people.

use bulkhead_migrate::{StatusReport, VersionState, VersionStatus};

use super::{Paint, count, duration};

/// A heading and a line for each version.
pub(crate) fn status_lines(report: &StatusReport, paint: Paint) -> String {
    let server = match report.server_version.as_str() {
        "" => "no database yet".to_owned(),
        version => format!("PostgreSQL {version}"),
    };
    let mut text = format!("{}  database {}, {server}\n", paint.bold(&report.project), report.database);
    let width = report.versions.iter().map(|version| version.version.as_str().len()).max().unwrap_or(0);
    let words = report.versions.iter().map(|version| shortened(&version.description).chars().count()).max();
    for version in &report.versions {
        text.push_str(&line(version, width, words.unwrap_or(0), paint));
    }
    let applied = report.versions.iter().filter(|version| version.applied_at.is_some()).count();
    text.push_str(&format!("  {applied} applied, {} pending", report.pending));
    if report.troubled > 0 {
        text.push_str(&format!(", {}", paint.bad(&count(report.troubled, "version that needs attention"))));
    }
    text.push('\n');
    text
}

fn line(version: &VersionStatus, width: usize, words: usize, paint: Paint) -> String {
    let state = match version.state {
        VersionState::Applied => paint.good("applied     "),
        VersionState::Pending => paint.attention("pending     "),
        VersionState::HalfWay => paint.bad("half-way    "),
        VersionState::Changed => paint.bad("changed     "),
        VersionState::FileMissing => paint.bad("file missing"),
    };
    let when = version.applied_at.as_deref().map(|at| at.get(..19).unwrap_or(at)).unwrap_or_default();
    let took = version.duration_ms.map(duration).unwrap_or_default();
    let by = version.applied_by.as_deref().unwrap_or_default();
    let no_down =
        if version.has_down || version.state == VersionState::FileMissing { "" } else { "no down file" };
    let description = shortened(&version.description);
    let line = format!(
        "  {:width$}  {description:words$}  {state}  {when:19}  {took:>9}  {by:10}  {no_down}",
        version.version.as_str()
    );
    format!("{}\n", line.trim_end())
}

/// At most 50 characters of a description.
fn shortened(description: &str) -> String {
    if description.chars().count() <= 50 {
        return description.to_owned();
    }
    let head: String = description.chars().take(49).collect();
    format!("{head}…")
}
