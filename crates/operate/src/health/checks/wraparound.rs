//! Whether transaction and multixact ids run out, and who keeps vacuum from freeing them.

use bulkhead_connect::quote_literal;

use crate::health::check::{Check, Verdict, needs_all_stats, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Fix, Level, Row, cannot_look};

/// How many ids there are before the oldest is in the future; the server stops some millions earlier.
const IDS: f64 = 2_147_483_648.0;

const USED: Threshold = Threshold {
    of: "Age of the oldest id, as share of the 2^31 there are",
    unit: Unit::Percent,
    notice: None,
    warning: Some(40.0),
    critical: Some(70.0),
    why: "At the end the server refuses every write until a vacuum is through. Autovacuum should keep the \
          share near 10 %; at 40 % it has failed four times over, at 70 % a large table must be vacuumed now \
          to be done in time.",
};

/// Beside the share of all ids, because it shows weeks earlier.
const OVERDUE: Threshold = Threshold {
    of: "Age as share of the age at which autovacuum freezes by force",
    unit: Unit::Percent,
    notice: Some(105.0),
    warning: Some(125.0),
    critical: None,
    why: "The forced vacuum begins at 100 %; beyond that it is slow, stopped or held back.",
};

const HELD: Threshold = Threshold {
    of: "Age of the oldest snapshot, as share of the age at which autovacuum freezes by force",
    unit: Unit::Percent,
    notice: Some(25.0),
    warning: Some(50.0),
    critical: Some(100.0),
    why: "Rows that died after it stay in the tables of its database, and from 100 % on even the forced \
          vacuum against wraparound cannot make progress.",
};

const ORPHANED: Threshold = Threshold {
    of: "Age of the oldest prepared transaction",
    unit: Unit::Seconds,
    notice: None,
    warning: Some(300.0),
    critical: Some(3600.0),
    why: "A coordinator commits within seconds. One that is forgotten keeps its locks and its snapshot also \
          over a restart, and no timeout ends it.",
};

pub(super) const TRANSACTION_IDS: Check = Check {
    name: "wraparound_xid",
    title: "Transaction ids before wraparound",
    queries: &[(0, include_str!("xid_age.sql"))],
    blind: sees_all,
    reason: ages_reason,
    judge: judge_ages,
    refused: cannot_look,
};

pub(super) const MULTIXACT_IDS: Check = Check {
    name: "wraparound_multixact",
    title: "Multixact ids before wraparound",
    queries: &[(0, include_str!("multixact_age.sql"))],
    blind: sees_all,
    reason: ages_reason,
    judge: judge_ages,
    refused: cannot_look,
};

pub(super) const HORIZON: Check = Check {
    name: "xmin_horizon",
    title: "What keeps vacuum from removing dead rows",
    queries: &[(0, include_str!("horizon.sql"))],
    blind: needs_all_stats,
    reason: || HELD.reason(),
    judge: judge_horizon,
    refused: cannot_look,
};

pub(super) const PREPARED: Check = Check {
    name: "prepared_transactions",
    title: "Prepared transactions that nobody ends",
    queries: &[(0, include_str!("prepared.sql"))],
    blind: sees_all,
    reason: || ORPHANED.reason(),
    judge: judge_prepared,
    refused: cannot_look,
};

fn ages_reason() -> String {
    format!("{} {}", USED.reason(), OVERDUE.reason())
}

fn judge_ages(rows: &[Row], facts: &Facts) -> Verdict {
    let share = |row: &Row| 100.0 * row.number(2).unwrap_or(0.0) / IDS;
    let overdue = |row: &Row| 100.0 * row.number(2).unwrap_or(0.0) / row.number(3).unwrap_or(IDS).max(1.0);
    let level = |row: &Row| USED.level(share(row)).max(OVERDUE.level(overdue(row)));
    let databases = rows.iter().filter(|row| row.text(0) == "database");
    let Some(oldest) = databases.max_by(|one, other| share(one).total_cmp(&share(other))) else {
        return Verdict::skipped("the server said nothing");
    };
    let summary = format!(
        "the oldest id of database {} is {} old ({:.1} % used)",
        oldest.text(1),
        oldest.text(2),
        share(oldest)
    );
    if level(oldest) == Level::Ok {
        return Verdict::ok(summary);
    }
    let bad: Vec<&Row> = rows.iter().filter(|row| level(row) > Level::Ok).collect();
    let statements: Vec<String> = bad
        .iter()
        .filter(|row| row.text(0) == "table")
        .map(|row| format!("VACUUM (FREEZE) {};", row.text(1)))
        .collect();
    Verdict {
        level: level(oldest),
        summary,
        evidence: bad.iter().map(|row| format!("{} {}: {}", row.text(0), row.text(1), row.text(2))).collect(),
        fix: Some(if statements.is_empty() {
            Fix {
                sql: format!("-- in database {}\nVACUUM (FREEZE);", oldest.text(1)),
                lock: VACUUM_LOCK.to_owned(),
            }
        } else {
            Fix { sql: statements.join("\n"), lock: VACUUM_LOCK.to_owned() }
        }),
    }
    .of_other_database(oldest.text(1) != facts.database)
}

/// What VACUUM takes.
pub(super) const VACUUM_LOCK: &str =
    "SHARE UPDATE EXCLUSIVE on each table: reads and writes go on, changes of the table wait";

impl Verdict {
    /// Says where the fix has to be run.
    fn of_other_database(mut self, other: bool) -> Verdict {
        if other {
            self.evidence
                .push("the oldest database is another one than this; run the fix there, too".to_owned());
        }
        self
    }
}

fn judge_horizon(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows
        .iter()
        .map(|row| {
            let (age, forced) = (row.number(2).unwrap_or(0.0), row.number(4).unwrap_or(IDS));
            let evidence = format!("{}: holds back {age:.0} transactions", row.text(1));
            Offender::measured(&HELD, 100.0 * age / forced.max(1.0), evidence, Some(release(row)))
        })
        .collect();
    let oldest = rows.iter().filter_map(|row| row.number(2)).fold(0.0, f64::max);
    verdict(
        things,
        format!("the oldest snapshot is {oldest:.0} transactions old"),
        "none; it ends what is named",
        |_, worst| worst.evidence.clone(),
    )
}

fn release(row: &Row) -> String {
    match row.text(0) {
        "slot" => format!("SELECT pg_drop_replication_slot({});", quote_literal(row.text(3))),
        "prepared" => format!("ROLLBACK PREPARED {};", quote_literal(row.text(3))),
        _ => format!("SELECT pg_terminate_backend({});", row.text(3)),
    }
}

fn judge_prepared(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows
        .iter()
        .map(|row| {
            let age = row.number(3).unwrap_or(0.0);
            let evidence = format!(
                "{} of {} in database {}, prepared {} ago",
                row.text(0),
                row.text(1),
                row.text(2),
                Unit::Seconds.show(age)
            );
            let place = if row.is(4) { String::new() } else { format!(" -- in database {}", row.text(2)) };
            let fix = format!("ROLLBACK PREPARED {};{place}", quote_literal(row.text(0)));
            Offender::measured(&ORPHANED, age, evidence, Some(fix))
        })
        .collect();
    let fine = format!("{} prepared transactions, none older than {}", rows.len(), Unit::Seconds.show(300.0));
    verdict(
        things,
        fine,
        "none; it undoes the work of the transaction, so ask its coordinator first",
        |count, worst| format!("{count} prepared transactions are old: {}", worst.evidence),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_judged_by_what_is_left_and_by_what_is_overdue() {
        let cases = [
            ("1000", Level::Ok),
            ("200000000", Level::Ok),
            ("211000000", Level::Notice),
            ("251000000", Level::Warning),
            ("900000000", Level::Warning),
            ("1600000000", Level::Critical),
        ];
        for (age, level) in cases {
            let rows = [
                Row::of(&["database", "library", age, "200000000"]),
                Row::of(&["table", "public.loan", age, "200000000"]),
            ];
            let facts = Facts { database: "library".to_owned(), ..Facts::default() };
            let verdict = judge_ages(&rows, &facts);
            assert_eq!(verdict.level, level, "{age}");
            let fix = verdict.fix.map(|fix| fix.sql);
            assert_eq!(fix.is_some(), level > Level::Ok, "{age}");
            assert!(fix.is_none_or(|sql| sql == "VACUUM (FREEZE) public.loan;"));
        }
    }

    #[test]
    fn whoever_holds_the_horizon_is_named_with_the_way_to_release_it() {
        let cases = [
            (["session", "session 7", "10", "7", "1000"], Level::Ok, ""),
            (["session", "session 7", "250", "7", "1000"], Level::Notice, "SELECT pg_terminate_backend(7);"),
            (
                ["slot", "slot o'", "500", "o'", "1000"],
                Level::Warning,
                "SELECT pg_drop_replication_slot('o''');",
            ),
            (["prepared", "prepared t", "1000", "t", "1000"], Level::Critical, "ROLLBACK PREPARED 't';"),
        ];
        for (row, level, fix) in cases {
            let verdict = judge_horizon(&[Row::of(&row)], &Facts::default());
            assert_eq!(verdict.level, level, "{row:?}");
            assert_eq!(verdict.fix.map(|fix| fix.sql).unwrap_or_default(), fix);
        }
    }

    #[test]
    fn a_prepared_transaction_may_live_for_minutes() {
        let cases = [("10", Level::Ok), ("300", Level::Warning), ("3600", Level::Critical)];
        for (age, level) in cases {
            let row = Row::of(&["gid", "app", "library", age, "t"]);
            assert_eq!(judge_prepared(&[row], &Facts::default()).level, level, "{age}");
        }
    }
}
