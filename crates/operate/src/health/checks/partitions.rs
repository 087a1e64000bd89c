//! Whether tables by time have a partition for the present, and for what comes next.

use crate::counted::counted;
use crate::health::check::{Check, Verdict, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::{Facts, Level, Row, cannot_look};

/// A table whose newest partition ended so many of its lengths ago is an archive, and not forgotten.
const ARCHIVE: f64 = 10.0;

pub(super) const PARTITIONS: Check = Check {
    name: "partitions",
    title: "Partitions ahead of time",
    queries: &[(0, include_str!("partitions.sql"))],
    blind: sees_all,
    reason: || {
        "Tables that are partitioned by a date or a time: warning when no partition is ahead of the current one, or when \
         the rows of now go to the default partition; critical when they are refused. Rows that went to the default \
         partition keep their own from being made. `bulkhead partitions --apply` makes what is missing."
            .to_owned()
    },
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    verdict(
        rows.iter().map(reach).collect(),
        match rows.len() {
            0 => "no table is partitioned by time".to_owned(),
            tables => format!("{} partitioned by time, ready for what comes", counted(tables, "table")),
        },
        "SHARE UPDATE EXCLUSIVE on the table, for a moment",
        |_, worst| worst.evidence.clone(),
    )
}

fn reach(row: &Row) -> Offender {
    let (table, end) = (row.text(0), row.text(1));
    let present = |level, words: &str| {
        Offender::present(level, format!("{table}: the newest partition ends at {end}{words}"), None)
    };
    let (Some(left), false) = (row.number(2), row.is(5)) else { return present(Level::Ok, "") };
    match row.number(3) {
        Some(length) if left <= -ARCHIVE * length => present(Level::Notice, ", long ago"),
        _ if left <= 0.0 && row.is(4) => present(Level::Warning, "; rows go to the default partition"),
        _ if left <= 0.0 => present(Level::Critical, "; rows of now are refused"),
        Some(length) if left <= length => present(Level::Warning, ", and none is ahead"),
        _ => present(Level::Ok, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_as_bad_as_what_becomes_of_its_next_row() {
        const MONTH: &str = "2592000";
        let cases = [
            (["9000000", MONTH, "f", "f"], Level::Ok),
            (["2592001", MONTH, "f", "f"], Level::Ok),
            (["2592000", MONTH, "t", "f"], Level::Warning),
            (["-1", MONTH, "t", "f"], Level::Warning),
            (["-1", MONTH, "f", "f"], Level::Critical),
            (["-25920000", MONTH, "f", "f"], Level::Notice),
            (["-1", MONTH, "f", "t"], Level::Ok),
            (["-1", "NULL", "f", "f"], Level::Critical),
            (["100", "NULL", "f", "f"], Level::Ok),
            (["NULL", "NULL", "t", "f"], Level::Ok),
        ];
        for ([left, length, default, endless], level) in cases {
            let row = Row::of(&["app.usage", "2026-04-01 00:00", left, length, default, endless]);
            assert_eq!(judge(&[row], &Facts::default()).level, level, "{left} {length} {default}");
        }
    }
}
