//! Whether checkpoints come by time, or in a hurry because WAL has run full.

use crate::health::check::{Check, Verdict, sees_all};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Fix, Level, Row, cannot_look};

const HURRIED: Threshold = Threshold {
    of: "Share of checkpoints that did not come by time",
    unit: Unit::Percent,
    notice: Some(30.0),
    warning: Some(60.0),
    critical: None,
    why: "They come because max_wal_size is full: pages are written again and again, and each change after \
          one writes its whole page to WAL. Judged after an hour and ten checkpoints, because a restore or \
          an index build makes some, too.",
};

/// Fewer say nothing about a share.
const MIN_CHECKPOINTS: f64 = 10.0;
/// Younger statistics show one job, not the life of the server; in seconds.
const MIN_STATISTICS_SECONDS: f64 = 3600.0;

pub(super) const CHECKPOINTS: Check = Check {
    name: "checkpoints",
    title: "Checkpoints by time",
    queries: &[(170_000, include_str!("checkpoints.sql")), (0, include_str!("checkpoints_15.sql"))],
    blind: sees_all,
    reason: || HURRIED.reason(),
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], facts: &Facts) -> Verdict {
    if facts.in_recovery {
        return Verdict::skipped("a standby has restart points only; ask the primary");
    }
    let Some(row) = rows.first() else { return Verdict::skipped("the server said nothing") };
    let number = |column| row.number(column).unwrap_or(0.0);
    let (timed, requested, age) = (number(0), number(1), number(2));
    let (all, since) = (timed + requested, Unit::Seconds.show(age));
    if all < MIN_CHECKPOINTS || age < MIN_STATISTICS_SECONDS {
        return Verdict::skipped(format!(
            "too few to judge: {all:.0} checkpoints in the {since} that are counted"
        ));
    }
    let share = 100.0 * requested / all;
    let summary =
        format!("{requested:.0} of {all:.0} checkpoints in {since} did not come by time ({share:.0} %)");
    match HURRIED.level(share) {
        Level::Ok => Verdict::ok(summary),
        level => Verdict {
            level,
            summary,
            evidence: vec![format!("max_wal_size is {}", row.text(3))],
            fix: Some(Fix {
                sql: "ALTER SYSTEM SET max_wal_size = '8GB';\nSELECT pg_reload_conf();".to_owned(),
                lock: "none; it takes up to that much more disk and time to recover from a crash".to_owned(),
            }),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_judged_when_there_is_enough_of_it() {
        let cases = [
            ("2", "7", "7200", Level::Skipped),
            ("2", "70", "3599", Level::Skipped),
            ("71", "29", "7200", Level::Ok),
            ("70", "30", "7200", Level::Notice),
            ("40", "60", "7200", Level::Warning),
        ];
        for (timed, requested, age, level) in cases {
            let row = Row::of(&[timed, requested, age, "1GB"]);
            assert_eq!(judge(&[row], &Facts::default()).level, level, "{timed} {requested} {age}");
        }
    }
}
