//! Whether WAL is archived, without which a backup cannot be brought forward to a moment.

use crate::health::check::{Check, Verdict, sees_all};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Fix, Level, Row, cannot_look};

pub(crate) const FAILING: Threshold = Threshold {
    of: "Time since the last archived file while archiving fails",
    unit: Unit::Seconds,
    notice: None,
    warning: Some(0.0),
    critical: Some(300.0),
    why: "The archiver tries again every minute; after five minutes it does not mend itself, and what is not \
          archived is lost with this server.",
};

pub(crate) const BACKLOG: Threshold = Threshold {
    of: "WAL files that wait to be archived",
    unit: Unit::Count("files"),
    notice: None,
    warning: Some(10.0),
    critical: Some(100.0),
    why: "They stay on this server's disk: a hundred are 1.6 GB with segments of the usual size. An archive \
          command that does nothing is a warning, because it throws the files away; no archiving at all is a \
          notice.",
};

pub(super) const ARCHIVING: Check = Check {
    name: "archiving",
    title: "Archiving of WAL",
    queries: &[(0, include_str!("archiving.sql"))],
    blind: sees_all,
    reason: || format!("{} {}", FAILING.reason(), BACKLOG.reason()),
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], facts: &Facts) -> Verdict {
    let Some(row) = rows.first() else { return Verdict::skipped("the server said nothing") };
    let (mode, command, library) = (row.text(0), row.text(1), row.text(2));
    if mode == "off" {
        return Verdict::bare(
            Level::Notice,
            "archiving is off: no backup can be brought forward to a moment",
        );
    }
    if facts.in_recovery && mode != "always" {
        return Verdict::skipped("a standby does not archive; ask the primary");
    }
    if library.is_empty() && command.trim().is_empty() {
        return Verdict::bare(
            Level::Warning,
            "archiving is on without a command: WAL is kept until the disk is full",
        );
    }
    if library.is_empty() && discards(command) {
        let summary = format!("the archive command \"{}\" throws WAL away", command.trim());
        return Verdict::bare(Level::Warning, summary);
    }
    working(row)
}

/// Archiving that is set up: does it work?
fn working(row: &Row) -> Verdict {
    let (age, waiting) = (row.number(6).unwrap_or(0.0), row.number(8).unwrap_or(0.0));
    let failing = row.is(5);
    let level = if failing { FAILING.level(age) } else { Level::Ok }.max(BACKLOG.level(waiting));
    let since = Unit::Seconds.show(age);
    if level == Level::Ok {
        return Verdict::ok(format!(
            "{} files archived, {waiting:.0} waiting, the last {since} ago",
            row.count(3)
        ));
    }
    let summary = if failing {
        format!("archiving fails at {}: nothing has been archived for {since}", row.text(7))
    } else {
        format!("{waiting:.0} WAL files wait to be archived")
    };
    Verdict {
        level,
        summary,
        evidence: vec![
            format!("{} files archived, {} attempts failed", row.count(3), row.count(4)),
            format!("{waiting:.0} files wait"),
            "the archiver's own words are in the server's log".to_owned(),
        ],
        fix: Some(Fix {
            sql: "-- when the target takes files again\nSELECT pg_switch_wal();".to_owned(),
            lock: "none; it ends the current file, so that archiving is tried".to_owned(),
        }),
    }
}

/// Whether a command says that it archived a file and does nothing.
pub(crate) fn discards(command: &str) -> bool {
    let command = command.trim().trim_end_matches(';').trim();
    matches!(command, "true" | "/bin/true" | "/usr/bin/true" | ":" | "exit 0" | "(exit 0)" | "cd .")
        || command.starts_with("echo ")
        || command.starts_with("rem ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archiving_is_judged_by_what_it_does() {
        // Mode, command, library, failing, seconds since the last success, files waiting.
        let cases = [
            (["off", "", "", "NULL", "0", "0"], Level::Notice),
            (["on", "", "", "f", "0", "0"], Level::Warning),
            (["on", "/bin/true", "", "f", "0", "0"], Level::Warning),
            (["on", "cp %p /a/%f", "", "f", "9000", "0"], Level::Ok),
            (["on", "", "basic_archive", "f", "9", "0"], Level::Ok),
            (["on", "cp %p /a/%f", "", "t", "20", "1"], Level::Warning),
            (["on", "cp %p /a/%f", "", "t", "300", "1"], Level::Critical),
            (["on", "cp %p /a/%f", "", "f", "20", "10"], Level::Warning),
            (["on", "cp %p /a/%f", "", "NULL", "20", "100"], Level::Critical),
        ];
        for (case, level) in cases {
            let [mode, command, library, failing, age, waiting] = case;
            let row = Row::of(&[mode, command, library, "7", "1", failing, age, "000000010000", waiting]);
            assert_eq!(judge(&[row], &Facts::default()).level, level, "{case:?}");
        }
    }

    #[test]
    fn a_standby_that_does_not_archive_is_not_judged() {
        let row = Row::of(&["on", "cp %p /a/%f", "", "0", "0", "f", "9", "", "0"]);
        let facts = Facts { in_recovery: true, ..Facts::default() };
        assert_eq!(judge(&[row], &facts).level, Level::Skipped);
    }
}
