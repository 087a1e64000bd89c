//! Whether the planner's statistics are old: how many rows changed since. What new statistics would say is not looked at;
//! that one tenant is missing from them, though few rows changed, is the business of `tenant_statistics`.

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
          analyzed is a warning. A partitioned table as a whole is analyzed by nobody, which is a notice. \
          Whether younger statistics know each large tenant is seen by tenant_statistics.",
};

/// Below this many rows, and changes of this many, even a bad plan is fast enough. Also in the query.
const FEW_ROWS: f64 = 10_000.0;

pub(super) const STATISTICS: Check = Check {
    name: "planner_statistics",
    title: "Age of the planner's statistics",
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
    let age =
        Age { rows, changed, since_s: row.number(3), is_partitioned: row.is(4), was_analyzed: row.is(5) };
    let evidence = match age.since_s {
        _ if age.is_partitioned => {
            format!("{name} as a whole was never analyzed, its partitions have {rows:.0} rows")
        }
        None => format!("{name} was never analyzed and has {rows:.0} rows"),
        Some(since_s) => {
            let (share, since) = (age.share(), Unit::Seconds.show(since_s));
            format!("{name}: {changed:.0} rows ({share:.0} %) changed since it was analyzed {since} ago")
        }
    };
    Offender {
        figure: changed.max(rows),
        level: age.level(),
        evidence,
        fix: Some(format!("ANALYZE {name};")),
    }
}

/// How old the statistics of a table are.
#[derive(Clone, Copy, Debug)]
pub(in crate::health) struct Age {
    pub(in crate::health) rows: f64,
    /// Rows that changed since.
    pub(in crate::health) changed: f64,
    /// How long ago it was analyzed, in seconds; `None` when nobody knows, or never.
    pub(in crate::health) since_s: Option<f64>,
    pub(in crate::health) is_partitioned: bool,
    pub(in crate::health) was_analyzed: bool,
}

impl Age {
    /// The part of the rows that changed, in percent.
    fn share(&self) -> f64 {
        (100.0 * self.changed / self.rows.max(1.0)).min(100.0)
    }

    /// How bad it is.
    pub(in crate::health) fn level(&self) -> Level {
        match self.since_s {
            _ if self.rows.max(self.changed) < FEW_ROWS => Level::Ok,
            _ if self.is_partitioned && !self.was_analyzed => Level::Notice,
            Some(_) if !self.is_partitioned && self.changed >= FEW_ROWS => CHANGED.level(self.share()),
            None if !self.was_analyzed => Level::Warning,
            _ => Level::Ok,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_are_as_good_as_the_rows_they_know() {
        // Rows, changed rows, seconds since, partitioned, analyzed at all.
        let cases = [
            (["100000", "9999", "60", "f", "t"], Level::Ok, ""),
            (["100000", "19999", "60", "f", "t"], Level::Ok, ""),
            (["100000", "20000", "60", "f", "t"], Level::Notice, "20000 rows (20 %) changed"),
            (["100000", "60000", "60", "f", "t"], Level::Warning, "(60 %)"),
            (["10000", "90000", "60", "f", "t"], Level::Warning, "(100 %)"),
            (["10000", "10000", "NULL", "f", "f"], Level::Warning, "was never analyzed"),
            (["9999", "9999", "NULL", "f", "f"], Level::Ok, ""),
            (["10000", "10000", "NULL", "f", "t"], Level::Ok, ""),
            (["10000", "0", "NULL", "t", "f"], Level::Notice, "as a whole"),
            (["10000", "10000", "NULL", "t", "t"], Level::Ok, ""),
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
