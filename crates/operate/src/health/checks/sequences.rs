//! Whether numbers run out.

use crate::health::check::{Check, Verdict, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Level, Row, cannot_look};

const USED: Threshold = Threshold {
    of: "Share of a sequence that is used up, of its own range or of the type of the column that it fills",
    unit: Unit::Percent,
    notice: None,
    warning: Some(60.0),
    critical: Some(85.0),
    why: "At the end every insert fails. To widen a large column rewrites its table, or takes weeks of \
          careful steps, so there must be time.",
};

/// The largest bigint: beyond it nothing can be widened.
const WIDEST: &str = "9223372036854775807";

pub(super) const SEQUENCES: Check = Check {
    name: "sequences",
    title: "Sequences near their end",
    queries: &[(0, include_str!("sequences.sql"))],
    blind: sees_all,
    reason: || USED.reason(),
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    let unseen = rows.iter().filter(|row| !row.is(1)).count();
    let found = verdict(
        rows.iter().filter(|row| row.is(1)).map(used).collect(),
        match rows.len() {
            0 => "there are no sequences".to_owned(),
            1 => format!("the one sequence is used up by less than {}", Unit::Percent.show(60.0)),
            all => format!("each of {all} sequences is used up by less than {}", Unit::Percent.show(60.0)),
        },
        "ACCESS EXCLUSIVE on the table while a column's type changes, which rewrites it; SHARE ROW EXCLUSIVE \
         on the sequence alone, for a moment",
        |_, worst| worst.evidence.clone(),
    );
    match (found.level, unseen) {
        (Level::Ok, 1..) => Verdict::skipped(format!(
            "{unseen} of {} sequences cannot be read: SELECT on them is missing",
            rows.len()
        )),
        _ => found,
    }
}

fn used(row: &Row) -> Offender {
    let last = row.number(2).unwrap_or(0.0);
    // A sequence that has not been used has no last value, and a range that contains only zero has no share.
    let share = row.number(3).filter(|end| *end != 0.0).map_or(0.0, |end| (100.0 * last / end).max(0.0));
    let place = row.some(4).map(|table| format!(" for {table} ({})", row.text(5))).unwrap_or_default();
    let evidence = format!("{}{place}: {} of {} ({share:.0} %)", row.text(0), row.text(2), row.text(3));
    Offender::measured(&USED, share, evidence, widen(row))
}

/// Makes whatever ends first a bigint.
fn widen(row: &Row) -> Option<String> {
    let mut statements = Vec::new();
    if row.some(7).is_some_and(|top| top != WIDEST) {
        statements.push(format!("ALTER SEQUENCE {} AS bigint;", row.text(0)));
    }
    if row.some(6).is_some_and(|top| top != WIDEST) {
        statements.push(format!("ALTER TABLE {} ALTER COLUMN {} TYPE bigint;", row.text(4), row.text(5)));
    }
    (!statements.is_empty()).then(|| statements.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INT: &str = "2147483647";

    fn sequence(last: &str, end: &str, column: &str, own: &str) -> Row {
        Row::of(&["public.loan_id_seq", "t", last, end, "public.loan", "id", column, own])
    }

    #[test]
    fn a_sequence_is_judged_by_its_nearest_end() {
        let cases = [
            ("NULL", INT, Level::Ok),
            ("1000", INT, Level::Ok),
            ("1288490189", INT, Level::Warning),
            ("1825361100", INT, Level::Critical),
            ("-90", "-100", Level::Critical),
            ("5", "-100", Level::Ok),
        ];
        for (last, end, level) in cases {
            let verdict = judge(&[sequence(last, end, INT, INT)], &Facts::default());
            assert_eq!(verdict.level, level, "{last} {end}");
        }
    }

    #[test]
    fn what_ends_first_is_widened() {
        let column = "ALTER TABLE public.loan ALTER COLUMN id TYPE bigint;";
        let both = format!("ALTER SEQUENCE public.loan_id_seq AS bigint;\n{column}");
        let cases = [(INT, WIDEST, Some(column)), (INT, INT, Some(both.as_str())), (WIDEST, WIDEST, None)];
        for (column, own, fix) in cases {
            assert_eq!(widen(&sequence("9", INT, column, own)).as_deref(), fix);
        }
    }

    #[test]
    fn sequences_that_cannot_be_read_are_not_fine() {
        let hidden = Row::of(&["public.s", "f", "NULL", INT, "NULL", "NULL", "NULL", INT]);
        assert_eq!(judge(&[hidden], &Facts::default()).level, Level::Skipped);
    }
}
