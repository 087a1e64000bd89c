//! Whether the planner knows the tables.

use super::wraparound::VACUUM_LOCK;
use crate::health::check::{Check, Verdict, needs_counts};
use crate::health::offenders::{Offender, verdict};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Level, Row, cannot_look};

const CHANGED: Threshold = Threshold {
    of: "Share of a table's rows that changed since it was analyzed",
    unit: Unit::Percent,
    notice: Some(20.0),
    warning: Some(50.0),
    critical: None,
    why: "Autovacuum should analyze at a tenth. The planner does not know values that came since, tenants \
          among them: it expects one row of theirs and chooses plans for one row. Tables with fewer than \
          10000 rows, and changes of fewer, cost little and are left out; one of 10000 rows that was never \
          analyzed is a warning. A partitioned table as a whole is analyzed by nobody, which is a notice.",
};

/// Below this many rows, and changes of this many, even a bad plan is fast enough. Also in the query.
const FEW_ROWS: f64 = 10_000.0;

pub(super) const STATISTICS: Check = Check {
    name: "planner_statistics",
    title: "Statistics of the planner",
    queries: &[(0, include_str!("statistics.sql"))],
    blind: needs_counts,
    reason: || CHANGED.reason(),
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    verdict(
        rows.iter().map(known).collect(),
        "the planner knows all tables of 10000 rows and more",
        VACUUM_LOCK,
        |count, worst| match count {
            1 => worst.evidence.clone(),
            count => format!("{} and {} more", worst.evidence, count - 1),
        },
    )
}

fn known(row: &Row) -> Offender {
    let (name, rows, changed) = (row.text(0), row.number(1).unwrap_or(0.0), row.number(2).unwrap_or(0.0));
    let (is_partitioned, has_tenants, was_analyzed) = (row.is(4), row.is(5), row.is(6));
    let share = (100.0 * changed / rows.max(1.0)).min(100.0);
    let unknown = if has_tenants { "; tenants that came since are unknown to the planner" } else { "" };
    let (level, evidence) = match row.number(3) {
        _ if is_partitioned && was_analyzed => (Level::Ok, String::new()),
        _ if is_partitioned => (
            Level::Notice,
            format!("{name} as a whole was never analyzed, its partitions have {rows:.0} rows"),
        ),
        None if was_analyzed => (Level::Ok, String::new()),
        None => (Level::Warning, format!("{name} was never analyzed and has {rows:.0} rows")),
        Some(age) => {
            let level = if changed >= FEW_ROWS { CHANGED.level(share) } else { Level::Ok };
            let since = Unit::Seconds.show(age);
            (
                level,
                format!(
                    "{name}: {changed:.0} rows ({share:.0} %) changed since it was analyzed {since} ago{unknown}"
                ),
            )
        }
    };
    Offender { figure: changed.max(rows), level, evidence, fix: Some(format!("ANALYZE {name};")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_are_as_good_as_the_rows_they_know() {
        // Rows, changed rows, seconds since, partitioned, of tenants, analyzed at all.
        let cases = [
            (["100000", "9999", "60", "f", "t", "t"], Level::Ok, ""),
            (["100000", "19999", "60", "f", "t", "t"], Level::Ok, ""),
            (["100000", "20000", "60", "f", "f", "t"], Level::Notice, "20000 rows (20 %) changed"),
            (["100000", "60000", "60", "f", "t", "t"], Level::Warning, "tenants that came since"),
            (["10000", "90000", "60", "f", "f", "t"], Level::Warning, "(100 %)"),
            (["10000", "10000", "NULL", "f", "t", "f"], Level::Warning, "was never analyzed"),
            (["10000", "10000", "NULL", "f", "t", "t"], Level::Ok, ""),
            (["10000", "0", "NULL", "t", "t", "f"], Level::Notice, "as a whole"),
            (["10000", "10000", "NULL", "t", "t", "t"], Level::Ok, ""),
        ];
        for (row, level, shows) in cases {
            let row: Vec<&str> = std::iter::once("public.loan").chain(row).collect();
            let found = judge(&[Row::of(&row)], &Facts::default());
            assert_eq!(found.level, level, "{row:?}");
            assert!(level == Level::Ok || found.summary.contains(shows), "{found:?}");
            let fix = found.fix.map(|fix| fix.sql);
            assert_eq!(fix.as_deref(), (level > Level::Ok).then_some("ANALYZE public.loan;"));
        }
    }
}
