//! The queues as lines of text.

use std::collections::BTreeSet;

use super::{Blocker, application, behind, head, sessions, statement, waits_for, waits_for_nobody};
use crate::health::{Row, Unit};

/// One line for each session, below the one that it waits for. A session that waits for several stands below
/// the first; one that waits in a circle stands by itself.
pub(crate) fn tree(rows: &[Row]) -> Vec<String> {
    let mut told = BTreeSet::new();
    let mut lines = Vec::new();
    for root in rows.iter().filter(|row| waits_for_nobody(row)).chain(rows) {
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
    lines.push(format!("{}{}", "  ".repeat(depth), line(row, rows)));
    for next in rows.iter().filter(|next| waits_for(next, row.text(0))) {
        add(next, depth + 1, rows, told, lines);
    }
}

fn line(row: &Row, rows: &[Row]) -> String {
    match row.number(4) {
        Some(wait) => {
            let queue = match behind(row.text(0), rows).len() as u64 {
                0 => String::new(),
                count => format!("; {} queue behind it", sessions(count)),
            };
            format!(
                "session {} of {} ({}) waits {} for {} on {}: {}{queue}",
                row.text(0),
                row.text(5),
                application(row.text(6)),
                Unit::Seconds.show(wait),
                row.text(2),
                row.text(3),
                statement(row)
            )
        }
        None => {
            let head: Blocker = head(row, rows);
            format!("{} holds up {}: {}", head.who(), sessions(head.victims), head.doing())
        }
    }
}
