//! What the server itself says about archiving and about how far its files can be trusted.

use bulkhead_project::BackupTool;

use super::{Check, Seen};
use crate::health::{BACKLOG, FAILING, Fix, Level, Unit, Verdict, discards};

pub(super) const ARCHIVING: Check =
    Check { name: "archiving", title: "Archiving of WAL", reason: |_| FAILING.reason(), judge: archiving };

fn archiving(seen: &Seen) -> Verdict {
    let source = &seen.source;
    if source.archive_mode == "off" {
        return off(seen);
    }
    if !source.archives() {
        return Verdict::skipped("a standby does not archive; ask the primary");
    }
    let (command, library) = (&source.archive_command, &source.archive_library);
    if command.is_empty() && library.is_empty() {
        let summary = "archiving is on without a command: WAL is kept until the disk is full";
        return Verdict::bare(Level::Critical, summary);
    }
    if library.is_empty() && discards(command) {
        return Verdict::bare(
            Level::Critical,
            "the archive command throws WAL away and says that all is well",
        );
    }
    if !source.failing {
        let since = source.last_archived_s.map_or_else(
            || "nothing yet".to_owned(),
            |age| format!("the last {} ago", Unit::Seconds.show(age)),
        );
        return Verdict::ok(format!(
            "{} files archived, {since}; {} attempts failed",
            source.archived, source.failed
        ));
    }
    let file = source.last_failed.as_deref().unwrap_or("a file");
    Verdict {
        evidence: vec![
            format!("{} files archived, {} attempts failed", source.archived, source.failed),
            format!("the last failure was {} ago", Unit::Seconds.show(source.last_failed_s.unwrap_or(0.0))),
            "the archiver's own words are in the server's log".to_owned(),
        ],
        ..Verdict::bare(
            FAILING.level(source.nothing_archived_s).max(Level::Warning),
            format!(
                "archiving fails at {file}: nothing was archived for {}",
                since(source.nothing_archived_s)
            ),
        )
    }
}

fn since(seconds: f64) -> String {
    Unit::Seconds.show(seconds)
}

/// Archiving is off. A receiver may stream the WAL instead; with dumps alone there is nothing to archive for.
fn off(seen: &Seen) -> Verdict {
    if seen.source.receivers > 0 {
        return Verdict::ok("WAL is streamed to an archive by a receiver");
    }
    if seen.tool() == Some(BackupTool::PgDump) {
        return Verdict::bare(
            Level::Notice,
            "archiving is off: what is written after the last dump can be lost",
        );
    }
    Verdict {
        fix: Some(Fix {
            sql: "ALTER SYSTEM SET archive_mode = on;".to_owned(),
            lock: "none; it takes a restart, and an archive_command".to_owned(),
        }),
        ..Verdict::bare(Level::Warning, "archiving is off: what is written after the last backup can be lost")
    }
}

pub(super) const BACKLOG_CHECK: Check = Check {
    name: "archive_backlog",
    title: "WAL files that wait to be archived",
    reason: |_| BACKLOG.reason(),
    judge: backlog,
};

fn backlog(seen: &Seen) -> Verdict {
    if !seen.source.archives() {
        return Verdict::skipped("nothing is archived from here");
    }
    match &seen.source.waiting {
        None => Verdict::skipped("they were not counted"),
        Some(Err(why)) => Verdict::skipped(why.clone()),
        Some(Ok(waiting)) => {
            let figure = f64::from(u32::try_from(*waiting).unwrap_or(u32::MAX));
            Verdict::bare(BACKLOG.level(figure), format!("{waiting} WAL files wait to be archived"))
        }
    }
}

pub(super) const ARCHIVED_AGE: Check = Check {
    name: "archived_age",
    title: "Age of the last archived WAL",
    reason: |seen| {
        format!(
            "Warning from {} (wal_max_age in the manifest), when something was written since. It is what a lost server \
             costs.",
            since(policy(seen.policy.wal_max_age_s))
        )
    },
    judge: archived_age,
};

fn archived_age(seen: &Seen) -> Verdict {
    let source = &seen.source;
    if !source.archives() {
        return Verdict::skipped("nothing is archived from here");
    }
    let (Some(age), Some(last)) = (source.last_archived_s, &source.last_archived) else {
        return Verdict::bare(Level::Warning, "nothing was archived since the server's statistics began");
    };
    let Some(segment) = super::super::wal::Segment::of_file(last.get(..24).unwrap_or(last)) else {
        return Verdict::skipped(format!("the last archived file is {last}, which is no WAL segment"));
    };
    let archived_to = segment.begins(source.segment_bytes) + source.segment_bytes;
    let behind = source.position.saturating_sub(archived_to);
    let behind_bytes = Unit::Bytes.show(f64::from(u32::try_from(behind).unwrap_or(u32::MAX)));
    let summary = format!("archived until {} ago, {behind_bytes} behind", since(age));
    // The header of a new segment is written before anything else is.
    let idle = behind < 200;
    match age >= policy(seen.policy.wal_max_age_s) && !idle {
        false => Verdict::ok(summary),
        true => Verdict {
            fix: Some(Fix {
                sql: format!("ALTER SYSTEM SET archive_timeout = '{}s';", seen.policy.wal_max_age_s / 2),
                lock: "none; SELECT pg_reload_conf() makes it count".to_owned(),
            }),
            ..Verdict::bare(Level::Warning, summary)
        },
    }
}

/// A limit of the manifest, in seconds.
fn policy(seconds: u64) -> f64 {
    f64::from(u32::try_from(seconds).unwrap_or(u32::MAX))
}

pub(super) const DURABILITY: Check = Check {
    name: "durability",
    title: "Settings that a base backup relies on",
    reason: |_| {
        "Critical while fsync is off: a crash leaves files that no WAL mends, and backups copy them. Warning while \
         full_page_writes is off (torn pages) or wal_level is minimal (no base backup, no archiving)."
            .to_owned()
    },
    judge: durability,
};

fn durability(seen: &Seen) -> Verdict {
    let source = &seen.source;
    let mut bad = Vec::new();
    if !source.fsync {
        bad.push((Level::Critical, "fsync is off", "ALTER SYSTEM SET fsync = on;"));
    }
    if !source.full_page_writes {
        bad.push((Level::Warning, "full_page_writes is off", "ALTER SYSTEM SET full_page_writes = on;"));
    }
    if source.wal_level == "minimal" {
        bad.push((Level::Warning, "wal_level is minimal", "ALTER SYSTEM SET wal_level = replica;"));
    }
    let Some(level) = bad.iter().map(|(level, ..)| *level).max() else {
        return Verdict::ok(format!("fsync and full_page_writes are on, wal_level is {}", source.wal_level));
    };
    Verdict {
        fix: Some(Fix {
            sql: bad.iter().map(|(.., sql)| *sql).collect::<Vec<_>>().join("\n"),
            lock: "none; wal_level takes a restart, the others SELECT pg_reload_conf()".to_owned(),
        }),
        ..Verdict::bare(level, bad.iter().map(|(_, what, _)| *what).collect::<Vec<_>>().join(", "))
    }
}

pub(super) const CHECKSUMS: Check = Check {
    name: "data_checksums",
    title: "Checksums of data pages",
    reason: |_| {
        "Notice while they are off: pages that the disk spoiled are copied into every backup, and nothing says so. \
         `pg_checksums --enable` turns them on while the server is stopped."
            .to_owned()
    },
    judge: |seen| match seen.source.checksums {
        true => Verdict::ok("on"),
        false => Verdict::bare(Level::Notice, "off: backups of spoiled pages look like any others"),
    },
};

pub(super) const STREAMING: Check = Check {
    name: "streaming",
    title: "Base backups that run, receivers and their slots",
    reason: |_| {
        "Warning for physical slots that nobody uses: they keep WAL until the disk is full, and whoever archived over \
         them has stopped."
            .to_owned()
    },
    judge: streaming,
};

fn streaming(seen: &Seen) -> Verdict {
    let source = &seen.source;
    if let Some(slots) = &source.idle_slots {
        let summary = format!("nobody receives over the physical slots {slots}");
        return Verdict::bare(Level::Warning, summary);
    }
    let running = source
        .running
        .as_ref()
        .map_or("no base backup runs".to_owned(), |phase| format!("a base backup runs: {phase}"));
    let spaces = match source.tablespaces {
        0 => String::new(),
        1 => ", 1 tablespace outside the data directory".to_owned(),
        more => format!(", {more} tablespaces outside the data directory"),
    };
    Verdict::ok(format!("{running}, {} receivers of WAL{spaces}", source.receivers))
}

#[cfg(test)]
mod tests {
    use super::super::super::source::Source;
    use super::super::{Seen, answer_of, healthy};
    use crate::health::Level;

    type Change = &'static dyn Fn(&mut Source);

    fn level(name: &str, change: impl Fn(&mut Source)) -> Level {
        let mut seen = healthy();
        change(&mut seen.source);
        answer_of(&seen, name).level
    }

    #[test]
    fn archiving_is_judged_by_what_it_does() {
        let cases: [(Change, Level); 8] = [
            (&|_| (), Level::Ok),
            (&|s| s.archive_mode = "off".to_owned(), Level::Warning),
            (&|s| (s.archive_mode, s.receivers) = ("off".to_owned(), 1), Level::Ok),
            (&|s| s.archive_command = String::new(), Level::Critical),
            (&|s| s.archive_command = "/bin/true".to_owned(), Level::Critical),
            (&|s| s.failing = true, Level::Warning),
            (&|s| (s.failing, s.nothing_archived_s) = (true, 301.0), Level::Critical),
            (&|s| s.in_recovery = true, Level::Skipped),
        ];
        for (number, (change, expected)) in cases.iter().enumerate() {
            assert_eq!(level("archiving", change), *expected, "case {number}");
        }
    }

    #[test]
    fn a_backlog_that_cannot_be_counted_is_not_fine() {
        for (waiting, expected) in [
            (Ok(0), Level::Ok),
            (Ok(10), Level::Warning),
            (Ok(100), Level::Critical),
            (Err("no right".to_owned()), Level::Skipped),
        ] {
            assert_eq!(
                level("archive_backlog", |s| s.waiting = Some(waiting.clone())),
                expected,
                "{waiting:?}"
            );
        }
    }

    #[test]
    fn old_wal_counts_only_when_something_was_written_since() {
        assert_eq!(level("archived_age", |s| s.last_archived_s = Some(899.0)), Level::Ok);
        assert_eq!(level("archived_age", |s| s.last_archived_s = Some(900.0)), Level::Ok, "nothing written");
        let written = |s: &mut Source| (s.last_archived_s, s.position) = (Some(900.0), (9 << 24) + 5_000);
        assert_eq!(level("archived_age", written), Level::Warning);
        assert_eq!(level("archived_age", |s| s.last_archived_s = None), Level::Warning);
    }

    #[test]
    fn settings_under_which_backups_cannot_be_trusted_are_named() {
        assert_eq!(level("durability", |s| s.fsync = false), Level::Critical);
        assert_eq!(level("durability", |s| s.full_page_writes = false), Level::Warning);
        assert_eq!(level("durability", |s| s.wal_level = "minimal".to_owned()), Level::Warning);
        assert_eq!(level("data_checksums", |s| s.checksums = false), Level::Notice);
        assert_eq!(level("streaming", |s| s.idle_slots = Some("archive".to_owned())), Level::Warning);
    }

    #[test]
    fn the_fix_for_a_slow_archive_is_half_its_limit() {
        let mut seen: Seen = healthy();
        (seen.source.last_archived_s, seen.source.position) = (Some(5_000.0), 10 << 24);
        assert!(answer_of(&seen, "archived_age").fix.unwrap().sql.contains("'450s'"));
    }
}
