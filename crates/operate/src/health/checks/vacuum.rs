//! Whether dead rows go away.

use super::wraparound::VACUUM_LOCK;
use crate::health::check::{Check, Verdict, needs_all_stats, needs_counts};
use crate::health::offenders::{Offender, verdict};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Level, Row, cannot_look};

const DEAD: Threshold = Threshold {
    of: "Share of dead rows in a table",
    unit: Unit::Percent,
    notice: None,
    warning: Some(20.0),
    critical: None,
    why: "Autovacuum should begin at a fifth. Tables with fewer than 10000 dead rows cost little and are \
          left out, and so are those that autovacuum is not yet to begin with.",
};

/// Below this many dead rows a table is not worth a word.
const FEW_DEAD_ROWS: f64 = 10_000.0;
/// A crash and a reset lose what was counted; it is known again when autovacuum has looked at the tables, in
/// seconds.
const MIN_STATISTICS_SECONDS: f64 = 3600.0;
/// From this many rows on a table without autovacuum is worth a warning; smaller ones are often meant.
const LARGE_TABLE_ROWS: f64 = 10_000.0;
/// How long autovacuum may wait for a lock, in seconds: it gives way by itself where it stands in somebody's
/// way.
const VACUUM_WAIT_SECONDS: f64 = 60.0;

pub(super) const DEAD_ROWS: Check = Check {
    name: "dead_rows",
    title: "Dead rows that stay",
    queries: &[(0, include_str!("dead_rows.sql"))],
    blind: needs_counts,
    reason: || DEAD.reason(),
    judge: judge_dead,
    refused: cannot_look,
};

pub(super) const AUTOVACUUM: Check = Check {
    name: "autovacuum",
    title: "Autovacuum at work",
    queries: &[(0, include_str!("autovacuum.sql"))],
    blind: needs_all_stats,
    reason: || {
        "Critical when it is off for the server, because only a forced vacuum against wraparound is left; a \
         warning when it is off for a table of 10000 rows or more, or waits for a lock for a minute; a \
         notice when it is off for a smaller table or all its workers are busy."
            .to_owned()
    },
    judge: judge_autovacuum,
    refused: cannot_look,
};

fn judge_dead(rows: &[Row], facts: &Facts) -> Verdict {
    let things = rows.iter().map(dead).collect();
    let found = verdict(things, "no table has many dead rows", VACUUM_LOCK, |count, worst| {
        format!("{count} tables have many dead rows: {}", worst.evidence)
    });
    let age = facts.statistics_seconds.unwrap_or(0.0);
    if found.level == Level::Ok && age < MIN_STATISTICS_SECONDS {
        return Verdict::skipped(format!("dead rows are counted for {} only", Unit::Seconds.show(age)));
    }
    found
}

fn dead(row: &Row) -> Offender {
    let number = |column| row.number(column).unwrap_or(0.0);
    let (live, dead, due) = (number(1), number(2), number(3));
    let share = 100.0 * dead / (live + dead).max(1.0);
    let last =
        row.number(5).map_or_else(|| "never".to_owned(), |age| format!("{} ago", Unit::Seconds.show(age)));
    let off = if row.is(4) { "" } else { ", autovacuum is off for it" };
    let evidence = format!("{}: {dead:.0} dead rows ({share:.0} %), last vacuum {last}{off}", row.text(0));
    // Without autovacuum nothing is due, and nothing will come.
    let counts = dead >= FEW_DEAD_ROWS && (dead > due || !row.is(4));
    Offender {
        level: if counts { DEAD.level(share) } else { Level::Ok },
        figure: dead,
        evidence,
        fix: Some(format!("VACUUM (ANALYZE) {};", row.text(0))),
    }
}

fn judge_autovacuum(rows: &[Row], facts: &Facts) -> Verdict {
    let things = rows.iter().map(|row| hindrance(row, facts)).collect();
    verdict(
        things,
        "autovacuum is on and finds a free worker",
        "SHARE UPDATE EXCLUSIVE on a table that is altered, for a moment; none for a setting",
        |count, worst| {
            if count == 1 {
                worst.evidence.clone()
            } else {
                format!("{} and {} more", worst.evidence, count - 1)
            }
        },
    )
}

fn hindrance(row: &Row, facts: &Facts) -> Offender {
    let figure = row.number(2).unwrap_or(0.0);
    match row.text(0) {
        "setting" => Offender::present(
            Level::Critical,
            format!("the setting {} is off", row.text(1)),
            Some(format!("ALTER SYSTEM SET {} = on;\nSELECT pg_reload_conf();", row.text(1))),
        ),
        "table" => Offender {
            level: if figure >= LARGE_TABLE_ROWS { Level::Warning } else { Level::Notice },
            figure,
            evidence: format!("autovacuum is off for {} with about {figure:.0} rows", row.text(1)),
            fix: row.some(3).map(str::to_owned),
        },
        "workers" => {
            let busy = figure > 0.0 && row.number(1) >= Some(figure);
            let level = if busy { Level::Notice } else { Level::Ok };
            let fix = "ALTER SYSTEM SET autovacuum_vacuum_cost_limit = 1000;\nSELECT pg_reload_conf();";
            let evidence = format!("all {figure:.0} workers are busy");
            Offender::present(level, evidence, (!facts.in_recovery).then(|| fix.to_owned()))
        }
        _ => {
            let level = if figure >= VACUUM_WAIT_SECONDS { Level::Warning } else { Level::Ok };
            let waits = Unit::Seconds.show(figure);
            Offender::present(
                level,
                format!("autovacuum waits for a lock on {} for {waits}", row.text(3)),
                None,
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dead_rows_count_when_they_are_many_and_nobody_comes_for_them() {
        // Live rows, dead rows, when autovacuum begins, whether it is on.
        let cases = [
            (["t", "100", "9999", "50", "t", "NULL"], Level::Ok),
            (["t", "100000", "10000", "50", "t", "NULL"], Level::Ok),
            (["t", "20000", "10000", "50", "t", "NULL"], Level::Warning),
            (["t", "20000", "10000", "20000", "t", "60"], Level::Ok),
            (["t", "20000", "10000", "20000", "f", "60"], Level::Warning),
        ];
        let old = Facts { statistics_seconds: Some(3600.0), ..Facts::default() };
        for (row, level) in cases {
            assert_eq!(judge_dead(&[Row::of(&row)], &old).level, level, "{row:?}");
        }
        assert_eq!(
            judge_dead(&[], &Facts::default()).level,
            Level::Skipped,
            "after a crash nothing is counted"
        );
    }

    #[test]
    fn each_hindrance_has_its_level() {
        let cases = [
            (["setting", "autovacuum", "NULL", "NULL"], Level::Critical),
            (["table", "public.loan", "10000", "RESET"], Level::Warning),
            (["table", "public.loan", "9999", "RESET"], Level::Notice),
            (["workers", "3", "3", "NULL"], Level::Notice),
            (["workers", "2", "3", "NULL"], Level::Ok),
            (["blocked", "7", "60", "loan"], Level::Warning),
            (["blocked", "7", "59", "loan"], Level::Ok),
        ];
        for (row, level) in cases {
            assert_eq!(judge_autovacuum(&[Row::of(&row)], &Facts::default()).level, level, "{row:?}");
        }
    }
}
