//! Indexes and constraints that were left half-made.

use crate::health::check::{Check, Verdict, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::{Facts, Level, Row, cannot_look};

pub(super) const INVALID_INDEXES: Check = Check {
    name: "invalid_indexes",
    title: "Invalid indexes",
    queries: &[(0, include_str!("invalid_indexes.sql"))],
    blind: sees_all,
    reason: || {
        "Any is a warning: a concurrent build has failed. No query uses the index, every write pays for it, \
         and a unique one does not keep duplicates out."
            .to_owned()
    },
    judge: judge_indexes,
    refused: cannot_look,
};

pub(super) const NOT_VALIDATED: Check = Check {
    name: "not_validated_constraints",
    title: "Constraints that hold for new rows only",
    queries: &[(0, include_str!("not_validated.sql"))],
    blind: sees_all,
    reason: || {
        "Any is a notice: NOT VALID is the first of two steps, and the second is missing. Old rows may break \
         the rule, and the planner does not rely on it."
            .to_owned()
    },
    judge: judge_constraints,
    refused: cannot_look,
};

fn judge_indexes(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        let partitioned = row.is(2);
        let evidence = match partitioned {
            true => format!("{} on {}: not every partition has its part", row.text(0), row.text(1)),
            false => format!("{} on {}", row.text(0), row.text(1)),
        };
        let fix = format!("REINDEX INDEX CONCURRENTLY {};", row.text(0));
        Offender::present(Level::Warning, evidence, (!partitioned).then_some(fix))
    });
    verdict(
        things.collect(),
        "all indexes are valid",
        "SHARE UPDATE EXCLUSIVE on the table: reads and writes go on; it waits for older transactions",
        |count, _| format!("{count} indexes are invalid"),
    )
}

fn judge_constraints(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        let evidence = format!("{}: {} constraint {}", row.text(0), row.text(2), row.text(1));
        Offender::present(Level::Notice, evidence, row.some(3).map(str::to_owned))
    });
    verdict(
        things.collect(),
        "all constraints are validated",
        "SHARE UPDATE EXCLUSIVE on the table, and ROW SHARE on the one that a foreign key refers to: reads \
         and writes go on; it reads the whole table",
        |count, _| format!("{count} constraints were never validated"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_made_things_have_a_way_to_be_finished() {
        let index = Row::of(&["public.i", "public.t", "f", "t"]);
        let found = judge_indexes(&[index], &Facts::default());
        assert_eq!(found.level, Level::Warning);
        assert_eq!(found.fix.unwrap().sql, "REINDEX INDEX CONCURRENTLY public.i;");
        let partitioned = Row::of(&["public.i", "public.t", "t", "t"]);
        assert!(judge_indexes(&[partitioned], &Facts::default()).fix.is_none());
        let constraint = Row::of(&["public.t", "c", "check", "ALTER TABLE public.t VALIDATE CONSTRAINT c;"]);
        assert_eq!(judge_constraints(&[constraint], &Facts::default()).level, Level::Notice);
        assert_eq!(judge_constraints(&[], &Facts::default()).level, Level::Ok);
    }
}
