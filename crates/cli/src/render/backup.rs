//! Backups and drills for people.

use bulkhead_operate::{BackupCheckReport, DrillFinding, DrillReport};

use super::health::{all_checks, mark};
use super::operate::size;
use super::{Paint, count, duration};

/// How many tables with other numbers of rows are shown.
const TABLES: usize = 10;

/// Every check of backups.
pub(crate) fn backups_checked(report: &BackupCheckReport, paint: Paint) -> String {
    let BackupCheckReport { project, database, server_version, worst, checks, .. } = report;
    let head = format!("{}  database {database}, PostgreSQL {server_version}\n", paint.bold(project));
    head + &all_checks(checks, *worst, paint)
}

/// What a drill measured and found.
pub(crate) fn drilled(report: &DrillReport, paint: Paint) -> String {
    let mut text = format!(
        "{}  database {}: backup {} of {}\n",
        paint.bold(&report.project),
        report.database,
        report.backup,
        report.tool.word()
    );
    if let Some(restore_ms) = report.restore_ms {
        text.push_str(&format!("  restored in {}\n", duration(restore_ms)));
    }
    if let (Some(newest), Some(behind)) = (report.newest(), report.behind_s) {
        let bytes = report.behind_bytes.map_or_else(String::new, |bytes| format!(", {} of WAL", size(bytes)));
        text.push_str(&format!("  newest change {newest}: {behind} s before the drill{bytes}\n"));
    }
    if let Some(same) = report.same_shape {
        let shape = if same { paint.good("the same") } else { paint.bad("another") };
        text.push_str(&format!("  shape: {shape}\n"));
    }
    if let Some(verify) = &report.verify {
        let right = verify.answers.iter().filter(|answer| answer.ok).count();
        let answers = count(verify.answers.len(), "answer");
        text.push_str(&format!("  verify: {right} of {answers} right\n"));
    }
    if let (Some(tables), Some(rows)) = (report.tables, report.rows) {
        let differing = report.differing.len();
        text.push_str(&format!(
            "  rows: {rows} in {}, {differing} differ in number\n",
            count(tables, "table")
        ));
        for table in report.differing.iter().take(TABLES) {
            let line = format!("{}: {} here, {} in the source", table.table, table.copy, table.source);
            text.push_str(&format!("    {}\n", paint.dim(&line)));
        }
    }
    report.findings.iter().for_each(|finding| text.push_str(&finding_lines(finding, paint)));
    if report.ok {
        text.push_str(&format!("  {}\n", paint.good("the backup can be relied on")));
    }
    if let Some(kept) = &report.kept {
        text.push_str(&format!("  the copy runs: {}\n  stop it: {}\n", kept.url, kept.stop));
    }
    text
}

fn finding_lines(finding: &DrillFinding, paint: Paint) -> String {
    let DrillFinding { kind, level, summary, evidence } = finding;
    let mut text = format!("  {}  {kind}: {summary}\n", mark(*level, paint));
    evidence.iter().for_each(|line| text.push_str(&format!("              {line}\n")));
    text
}
