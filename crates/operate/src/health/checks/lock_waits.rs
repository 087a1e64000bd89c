//! Who waits for whose locks, as a tree.

use std::collections::BTreeSet;

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
    queries: &[(0, include_str!("lock_waits.sql"))],
    blind: sees_all,
    reason: || WAITING.reason(),
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    let longest = rows.iter().filter_map(|row| row.number(4)).fold(0.0, f64::max);
    let level = WAITING.level(longest);
    let waiting = rows.iter().filter(|row| !row.text(1).is_empty()).count();
    if level == Level::Ok {
        return Verdict::ok(format!("{waiting} sessions wait for a lock, none for a second"));
    }
    let roots: Vec<&Row> = rows.iter().filter(|row| row.text(1).is_empty()).collect();
    let statements: Vec<String> = roots
        .iter()
        .filter(|row| row.text(0) != "0")
        .map(|row| format!("SELECT pg_terminate_backend({});", row.text(0)))
        .collect();
    Verdict {
        level,
        summary: format!(
            "{waiting} sessions wait for a lock, the longest for {}",
            Unit::Seconds.show(longest)
        ),
        evidence: tree(rows),
        fix: (!statements.is_empty()).then(|| Fix {
            sql: statements.join("\n"),
            lock: "none; it ends the session that all others wait for and undoes its transaction".to_owned(),
        }),
    }
}

/// One line for each session, below the one that it waits for. A session that waits for several stands below
/// the first; one that waits in a circle stands by itself.
fn tree(rows: &[Row]) -> Vec<String> {
    let mut told = BTreeSet::new();
    let mut lines = Vec::new();
    for root in rows.iter().filter(|row| row.text(1).is_empty()).chain(rows) {
        add(root, 0, rows, &mut told, &mut lines);
    }
    lines
}

fn add<'a>(
    row: &'a Row,
    depth: usize,
    rows: &'a [Row],
    told: &mut BTreeSet<&'a str>,
    lines: &mut Vec<String>,
) {
    if !told.insert(row.text(0)) {
        return;
    }
    lines.push(format!("{}{}", "  ".repeat(depth), line(row)));
    for next in rows.iter().filter(|next| next.text(1).split(' ').any(|pid| pid == row.text(0))) {
        add(next, depth + 1, rows, told, lines);
    }
}

fn line(row: &Row) -> String {
    if row.text(0) == "0" {
        return "a prepared transaction".to_owned();
    }
    let state = row.some(7).map(|state| format!(", {state}")).unwrap_or_default();
    let session = format!("session {} of {} ({}{state})", row.text(0), row.text(5), row.text(6));
    match row.number(4) {
        Some(wait) => {
            format!("{session} waits {} for {} on {}", Unit::Seconds.show(wait), row.text(2), row.text(3))
        }
        None => session,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(pid: &str, blockers: &str, wait: &str) -> Row {
        Row::of(&[pid, blockers, "ShareLock", "public.loan", wait, "app", "web", "active"])
    }

    #[test]
    fn the_longest_wait_decides_and_the_first_in_the_queue_is_to_go() {
        let cases =
            [("0.5", Level::Ok), ("2", Level::Notice), ("5", Level::Warning), ("60", Level::Critical)];
        for (wait, level) in cases {
            let rows = [session("1", "", "NULL"), session("2", "1", wait)];
            let verdict = judge(&rows, &Facts::default());
            assert_eq!(verdict.level, level, "{wait}");
            let fix = verdict.fix.map(|fix| fix.sql);
            assert_eq!(fix.as_deref(), (level > Level::Ok).then_some("SELECT pg_terminate_backend(1);"));
        }
    }

    #[test]
    fn the_tree_shows_each_session_once_below_the_one_it_waits_for() {
        let rows = [
            session("1", "", "NULL"),
            session("2", "1", "9"),
            session("3", "2 1", "8"),
            session("4", "5", "7"),
            session("5", "4", "7"),
        ];
        let shape: Vec<String> =
            tree(&rows).iter().map(|line| line.split(" of").next().unwrap().to_owned()).collect();
        assert_eq!(shape, ["session 1", "  session 2", "    session 3", "session 4", "  session 5"]);
    }
}
