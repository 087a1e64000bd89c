//! Whether what runs, what is installed and what the data were made with are of the same version.

use bulkhead_connect::ServerError;

use crate::health::check::{Check, Verdict, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::{Facts, Fix, Level, Row, cannot_look};

pub(super) const EXTENSIONS: Check = Check {
    name: "extension_versions",
    title: "Extensions older than their files",
    queries: &[(0, include_str!("extensions.sql"))],
    blind: sees_all,
    reason: || {
        "Any is a warning: an upgrade has replaced the library, and the functions in the database still are \
         those of the old one. Without the files they do not run at all, and no dump can be restored."
            .to_owned()
    },
    judge: judge_extensions,
    refused: cannot_look,
};

pub(super) const COLLATIONS: Check = Check {
    name: "collation_versions",
    title: "Rules of sorting that have changed",
    queries: &[(0, include_str!("collations.sql"))],
    blind: sees_all,
    reason: || {
        "Critical when indexes are sorted by the old rules: searches miss rows, and unique indexes admit \
         duplicates. A notice when no index is."
            .to_owned()
    },
    judge: judge_collations,
    refused: cannot_look,
};

pub(super) const BINARY: Check = Check {
    name: "server_binary",
    title: "The server program on disk",
    queries: &[(0, include_str!("binary.sql"))],
    blind: sees_all,
    reason: || {
        "A warning when the file is younger than the server's start: an upgrade has happened without a \
         restart. The old program then loads new libraries, which may not fit, and the fixes of the upgrade \
         do not run."
            .to_owned()
    },
    judge: judge_binary,
    refused: cannot_look,
};

pub(super) const LANGUAGE: Check = Check {
    name: "procedural_language",
    title: "PL/pgSQL can be loaded",
    queries: &[(0, include_str!("language.sql"))],
    blind: sees_all,
    reason: || {
        "Critical when an empty block does not run: all functions and triggers in PL/pgSQL fail in new \
         sessions, while old ones, which have the library already, go on."
            .to_owned()
    },
    judge: |_, _| Verdict::ok("an empty block runs"),
    refused: judge_language,
};

fn judge_extensions(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        let evidence = match row.some(2) {
            Some(brought) => format!("{} is {}, the files bring {brought}", row.text(0), row.text(1)),
            None => format!("{} is {}, and its files are missing", row.text(0), row.text(1)),
        };
        Offender::present(Level::Warning, evidence, row.some(3).map(str::to_owned))
    });
    verdict(
        things.collect(),
        "all extensions are of the version of their files",
        "ACCESS EXCLUSIVE on the objects that the update changes, usually functions alone; read its notes \
         first",
        |_, worst| worst.evidence.clone(),
    )
}

fn judge_collations(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        let indexes = row.count(4);
        let evidence = format!(
            "{} {}: sorted by version {}, the system has {}; {indexes} indexes",
            row.text(0),
            row.text(1),
            row.text(2),
            row.text(3)
        );
        let level = if indexes > 0 { Level::Critical } else { Level::Notice };
        Offender::present(level, evidence, row.some(5).map(str::to_owned))
    });
    verdict(
        things.collect(),
        "the rules of sorting are those that the indexes were made by",
        "SHARE on each table and ACCESS EXCLUSIVE on each index in turn: writes wait; with CONCURRENTLY \
         SHARE UPDATE EXCLUSIVE, and reads and writes go on",
        |_, worst| worst.evidence.clone(),
    )
}

fn judge_binary(rows: &[Row], _: &Facts) -> Verdict {
    let Some(row) = rows.first() else {
        return Verdict::skipped("the server program is not where it was built to be");
    };
    if !row.is(0) {
        return Verdict::ok("the server runs the program that is on disk");
    }
    Verdict {
        level: Level::Warning,
        summary: "the server program was replaced after the server was started".to_owned(),
        evidence: vec![format!("replaced {}, started {}", row.text(1), row.text(2))],
        fix: Some(restart()),
    }
}

/// What no statement does.
pub(super) fn restart() -> Fix {
    Fix {
        sql: "-- restart the server, for instance: pg_ctl restart".to_owned(),
        lock: "none; all sessions end".to_owned(),
    }
}

fn judge_language(refused: &ServerError) -> Verdict {
    match refused.sqlstate.as_str() {
        // Not allowed to this role, or dropped on purpose: that says nothing about the library.
        "42501" | "42704" => cannot_look(refused),
        _ => Verdict {
            level: Level::Critical,
            summary: format!("PL/pgSQL does not run in a new session: {}", refused.message),
            evidence: refused.detail.iter().cloned().collect(),
            fix: Some(restart()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_rules_are_critical_where_something_is_sorted_by_them() {
        for (indexes, level) in [("3", Level::Critical), ("0", Level::Notice)] {
            let row = Row::of(&["database", "library", "2.36", "2.41", indexes, "REINDEX"]);
            assert_eq!(judge_collations(&[row], &Facts::default()).level, level);
        }
        assert_eq!(judge_collations(&[], &Facts::default()).level, Level::Ok);
    }

    #[test]
    fn a_younger_program_is_a_warning_and_an_unknown_one_is_not_fine() {
        let row = |younger| Row::of(&[younger, "2026-05-02", "2026-05-01"]);
        assert_eq!(judge_binary(&[row("t")], &Facts::default()).level, Level::Warning);
        assert_eq!(judge_binary(&[row("f")], &Facts::default()).level, Level::Ok);
        assert_eq!(judge_binary(&[], &Facts::default()).level, Level::Skipped);
    }

    #[test]
    fn a_library_that_does_not_fit_is_critical_and_a_missing_right_is_not_fine() {
        let cases = [("58P01", Level::Critical), ("XX000", Level::Critical), ("42501", Level::Skipped)];
        for (sqlstate, level) in cases {
            let refused = ServerError {
                sqlstate: sqlstate.to_owned(),
                message: "could not load library".to_owned(),
                detail: None,
                hint: None,
                position: None,
                context: None,
            };
            assert_eq!(judge_language(&refused).level, level, "{sqlstate}");
        }
    }

    #[test]
    fn an_extension_behind_its_files_is_updated() {
        let row = Row::of(&["vector", "0.7.0", "0.8.0", "ALTER EXTENSION vector UPDATE;"]);
        let verdict = judge_extensions(&[row], &Facts::default());
        assert_eq!(
            (verdict.level, verdict.summary.as_str()),
            (Level::Warning, "vector is 0.7.0, the files bring 0.8.0")
        );
    }
}
