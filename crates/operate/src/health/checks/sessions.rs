//! Transactions that stay open for too long.

use crate::blocking::{application, shown};
use crate::health::check::{Check, Verdict, needs_all_stats};
use crate::health::offenders::{Offender, verdict};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Row, cannot_look};

const RUNNING: Threshold = Threshold {
    of: "Age of the oldest transaction at work",
    unit: Unit::Seconds,
    notice: Some(60.0),
    warning: Some(600.0),
    critical: Some(3600.0),
    why: "Its snapshot keeps dead rows in all tables and its locks stop changes of the schema. A request \
          ends within a minute; what takes an hour belongs on a standby.",
};

const IDLING: Threshold = Threshold {
    of: "How long the oldest open transaction has been idle",
    unit: Unit::Seconds,
    notice: None,
    warning: Some(60.0),
    critical: Some(300.0),
    why: "It does nothing, but keeps its locks and its snapshot. An application that waits for something \
          else than the database for a minute has forgotten the transaction.",
};

pub(super) const LONG: Check = Check {
    name: "long_transactions",
    title: "Transactions that run long",
    queries: &[(0, include_str!("long_transactions.sql"))],
    blind: needs_all_stats,
    reason: || RUNNING.reason(),
    judge: judge_long,
    refused: cannot_look,
};

pub(super) const IDLE: Check = Check {
    name: "idle_in_transaction",
    title: "Transactions that are open and idle",
    queries: &[(0, include_str!("idle_in_transaction.sql"))],
    blind: needs_all_stats,
    reason: || IDLING.reason(),
    judge: judge_idle,
    refused: cannot_look,
};

fn judge_long(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        let age = row.number(5).unwrap_or(0.0);
        // Whoever waits for a lock is not to blame: lock_waits names who is.
        let waits = row.is(7);
        let verb = if waits { "waits for a lock and is open" } else { "runs" };
        let evidence = format!("{} {verb} for {}: {}", who(row), Unit::Seconds.show(age), shown(row.text(6)));
        let fix = format!("SELECT pg_cancel_backend({});", row.text(0));
        Offender::measured(&RUNNING, age, evidence, (!waits).then_some(fix))
    });
    verdict(
        things.collect(),
        format!("{} of other sessions at work, none for a minute", transactions(rows.len())),
        "none; it cancels the statement, and its transaction is undone",
        |count, worst| {
            let run = if count == 1 { "runs" } else { "run" };
            format!("{} {run} long, the worst for {}", transactions(count), Unit::Seconds.show(worst.figure))
        },
    )
}

fn judge_idle(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        let age = row.number(5).unwrap_or(0.0);
        let evidence = format!(
            "{} is idle for {}, its transaction is open for {}, it locks {} relations, its last statement: {}",
            who(row),
            Unit::Seconds.show(age),
            Unit::Seconds.show(row.number(7).unwrap_or(age)),
            row.text(4),
            shown(row.text(6))
        );
        Offender::measured(
            &IDLING,
            age,
            evidence,
            Some(format!("SELECT pg_terminate_backend({});", row.text(0))),
        )
    });
    verdict(
        things.collect(),
        format!("{}, none for a minute", idle(rows.len())),
        "none; it ends the session and undoes its transaction, for there is no statement to cancel",
        |count, worst| format!("{}, the worst for {}", idle(count), Unit::Seconds.show(worst.figure)),
    )
}

fn transactions(count: usize) -> String {
    if count == 1 { "1 transaction".to_owned() } else { format!("{count} transactions") }
}

fn idle(count: usize) -> String {
    if count == 1 {
        "1 open transaction is idle".to_owned()
    } else {
        format!("{count} open transactions are idle")
    }
}

/// The session of a row. Behind a pooler it is the application's name that tells whose it is.
fn who(row: &Row) -> String {
    let application = application(row.text(2));
    format!("session {} of {} ({application}) in database {}", row.text(0), row.text(1), row.text(3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::Level;

    #[test]
    fn who_waits_for_a_lock_is_not_the_one_to_end() {
        for (waits, fix) in [("f", Some("SELECT pg_cancel_backend(2);")), ("t", None)] {
            let row = Row::of(&["2", "app", "web", "library", "active", "660", "SELECT 7", waits]);
            let found = judge_long(&[row], &Facts::default());
            assert_eq!(found.level, Level::Warning);
            assert!(found.evidence[0].ends_with("for 11 min: SELECT ?"), "{found:?}");
            assert_eq!(found.fix.map(|fix| fix.sql).as_deref(), fix);
        }
    }

    #[test]
    fn the_longest_decides() {
        let cases = [
            ("59", Level::Ok, Level::Ok),
            ("60", Level::Notice, Level::Warning),
            ("300", Level::Notice, Level::Critical),
            ("600", Level::Warning, Level::Critical),
            ("3600", Level::Critical, Level::Critical),
        ];
        for (age, long, idle) in cases {
            let rows = [
                Row::of(&["1", "app", "web", "library", "2", "1"]),
                Row::of(&["2", "app", "web", "library", "2", age]),
            ];
            assert_eq!(judge_long(&rows, &Facts::default()).level, long, "{age}");
            assert_eq!(judge_idle(&rows, &Facts::default()).level, idle, "{age}");
        }
    }
}
