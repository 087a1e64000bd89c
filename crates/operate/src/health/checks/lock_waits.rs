//! Who waits for whose locks, as a tree, and what ends it.

use crate::blocking::{self, Blocker, blockers, sessions, tree, waits_for_nobody};
use crate::health::check::{Check, Verdict, sees_all};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Fix, Level, Row, cannot_look};

const WAITING: Threshold = Threshold {
    of: "The longest wait for a lock",
    unit: Unit::Seconds,
    notice: Some(1.0),
    warning: Some(5.0),
    critical: Some(60.0),
    why: "Everything that comes later queues behind a waiting lock. People take five seconds for an outage, \
          and after a minute the pools of an application are full of waiting sessions.",
};

pub(super) const LOCK_WAITS: Check = Check {
    name: "lock_waits",
    title: "Sessions that wait for locks",
    queries: &[(0, blocking::SQL)],
    blind: sees_all,
    reason: || WAITING.reason(),
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    let longest = rows.iter().filter_map(|row| row.number(4)).fold(0.0, f64::max);
    let level = WAITING.level(longest);
    let waiting = rows.iter().filter(|row| !waits_for_nobody(row)).count() as u64;
    if level == Level::Ok {
        return Verdict::ok(format!("{} waiting for a lock, none for a second", sessions(waiting)));
    }
    // A queue that is shorter than a second goes away by itself.
    let heads: Vec<Blocker> = blockers(rows)
        .into_iter()
        .filter(|head| WAITING.level(head.longest_wait_seconds as f64) > Level::Ok)
        .collect();
    let who = heads.first().map(|head| format!("; {} holds up {} of them", head.who(), head.victims));
    Verdict {
        level,
        summary: format!(
            "{} waiting for a lock, the longest for {}{}",
            sessions(waiting),
            Unit::Seconds.show(longest),
            who.unwrap_or_default()
        ),
        evidence: tree(rows),
        fix: fix(&heads),
    }
}

/// What ends the queues and why, and beside it what lets most of a queue through and undoes less.
fn fix(heads: &[Blocker]) -> Option<Fix> {
    let statements = heads.iter().flat_map(|head| {
        let other = head.gate.as_ref().map(|gate| {
            format!(
                "-- Or let only the {} behind session {} through, which then has to try again:\n-- {}",
                sessions(gate.victims),
                gate.pid,
                gate.sql
            )
        });
        [format!("-- {}", head.advice), head.sql.clone()].into_iter().chain(other)
    });
    let sql = statements.collect::<Vec<_>>().join("\n");
    (!sql.is_empty()).then(|| Fix { sql, lock: "no lock is taken".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(pid: &str, blockers: &str, wait: &str) -> Row {
        let state = if wait == "NULL" { "idle in transaction" } else { "active" };
        Row::of(&[
            pid,
            blockers,
            "ShareLock",
            "public.loan",
            wait,
            "app",
            "web",
            state,
            "local",
            "9",
            "9",
            "",
            "",
            "",
            "t",
        ])
    }

    #[test]
    fn the_longest_wait_decides_and_the_first_in_the_queue_is_to_go() {
        let cases =
            [("0.5", Level::Ok), ("2", Level::Notice), ("5", Level::Warning), ("60", Level::Critical)];
        for (wait, level) in cases {
            let rows = [session("1", "", "NULL"), session("2", "1", wait)];
            let verdict = judge(&rows, &Facts::default());
            assert_eq!(verdict.level, level, "{wait}");
            let ends = verdict.fix.map(|fix| fix.sql.ends_with("\nSELECT pg_terminate_backend(1);"));
            assert_eq!(ends, (level > Level::Ok).then_some(true), "{wait}");
        }
    }

    #[test]
    fn the_newcomer_is_told_of_both_ways_out() {
        let rows = [
            session("1", "", "NULL"),
            session("2", "1", "9"),
            session("3", "2", "8"),
            session("8", "", "NULL"),
            session("9", "8", "0.2"),
        ];
        let verdict = judge(&rows, &Facts::default());
        assert_eq!(
            verdict.summary,
            "3 sessions waiting for a lock, the longest for 9 s; session 1 of app (application \"web\", local) holds up 2 of them"
        );
        let fix = verdict.fix.unwrap().sql;
        let lines: Vec<&str> = fix.lines().collect();
        assert!(lines[0].starts_with("-- pg_terminate_backend, because"), "{fix}");
        assert_eq!(
            lines[1..],
            [
                "SELECT pg_terminate_backend(1);",
                "-- Or let only the 1 session behind session 2 through, which then has to try again:",
                "-- SELECT pg_cancel_backend(2);",
            ],
            "a wait of a moment is left alone"
        );
    }
}
