//! Who waits for whose locks, who stands at the head of each queue, and which statement ends it.
//!
//! A lock that is waited for keeps out everything that comes later and does not agree with it. One forgotten
//! transaction that has only read, and one `ALTER TABLE` behind it, therefore stop an application: the report
//! names both, for either can be ended.

mod advice;
mod tree;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::health::{Row, Unit};
pub(crate) use tree::tree;

/// Asks who waits for whom; each row is one session.
pub(crate) const SQL: &str = include_str!("blocking.sql");

/// How much of a statement is shown, in characters.
const STATEMENT_CHARACTERS: usize = 120;

/// The head of a queue: others wait for it, and it waits for nobody.
#[derive(Clone, Debug, Serialize)]
pub struct Blocker {
    /// Its server process; 0 for a prepared transaction, which has none.
    pub pid: u64,
    /// The role.
    pub user: String,
    /// What the application calls itself, also through a pooler; empty when it says nothing.
    pub application: String,
    /// Where it comes from; behind a pooler the pooler's address.
    pub address: String,
    /// `active`, `idle in transaction`, …; empty when it may not be seen.
    pub state: String,
    /// For how long it has been in this state, in seconds.
    pub state_seconds: Option<u64>,
    /// For how long its transaction has been open, in seconds.
    pub transaction_seconds: Option<u64>,
    /// Its current or last statement, constants as `?`.
    pub statement: String,
    /// How many sessions wait for it, directly or behind one that does.
    pub victims: u64,
    /// The longest of these waits, in seconds.
    pub longest_wait_seconds: u64,
    /// Who of them makes most of the others wait, if any does.
    pub gate: Option<Gate>,
    /// The statement that ends the queue.
    pub sql: String,
    /// Why this statement, and what it undoes.
    pub advice: &'static str,
}

/// A session that waits, and whose waiting keeps others out.
#[derive(Clone, Debug, Serialize)]
pub struct Gate {
    /// Its server process.
    pub pid: u64,
    /// Its statement, constants as `?`.
    pub statement: String,
    /// The lock that it waits for.
    pub mode: String,
    /// On what.
    pub object: String,
    /// How many sessions queue behind it.
    pub victims: u64,
    /// The statement that lets them through and leaves the head of the queue alone.
    pub sql: String,
}

/// The heads of all queues, the one with most victims first.
pub(crate) fn blockers(rows: &[Row]) -> Vec<Blocker> {
    let mut heads: Vec<Blocker> =
        rows.iter().filter(|row| waits_for_nobody(row)).map(|row| head(row, rows)).collect();
    heads.sort_by_key(|head| (std::cmp::Reverse(head.victims), head.pid));
    heads
}

pub(crate) fn waits_for_nobody(row: &Row) -> bool {
    row.text(1).is_empty()
}

/// The rows of all sessions that wait for a process, directly or behind one that does.
fn behind<'a>(pid: &'a str, rows: &'a [Row]) -> Vec<&'a Row> {
    let (mut reached, mut open) = (BTreeSet::from([pid]), vec![pid]);
    let mut victims = Vec::new();
    while let Some(pid) = open.pop() {
        for row in rows.iter().filter(|row| waits_for(row, pid)) {
            if reached.insert(row.text(0)) {
                open.push(row.text(0));
                victims.push(row);
            }
        }
    }
    victims
}

fn waits_for(row: &Row, pid: &str) -> bool {
    row.text(1).split(' ').any(|blocker| blocker == pid)
}

fn head(row: &Row, rows: &[Row]) -> Blocker {
    let victims = behind(row.text(0), rows);
    let (sql, advice) = advice::ending(row);
    Blocker {
        pid: row.count(0),
        user: row.text(5).to_owned(),
        application: row.text(6).to_owned(),
        address: row.text(8).to_owned(),
        state: row.text(7).to_owned(),
        state_seconds: seconds(row, 10),
        transaction_seconds: seconds(row, 9),
        statement: statement(row),
        victims: victims.len() as u64,
        longest_wait_seconds: victims.iter().filter_map(|row| seconds(row, 4)).max().unwrap_or(0),
        gate: gate(&victims, rows),
        sql,
        advice,
    }
}

/// Of those that wait for a relation, the one that most others wait for. In a queue for a row the next one would only
/// take its place.
fn gate(victims: &[&Row], rows: &[Row]) -> Option<Gate> {
    let at_relations = victims.iter().filter(|row| row.is(14));
    let counted = at_relations.map(|row| (behind(row.text(0), rows).len() as u64, *row));
    // Of several with as many behind them the first of the queue, which comes first in the rows.
    let (count, row) = counted.rev().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0)?;
    Some(Gate {
        pid: row.count(0),
        statement: statement(row),
        mode: row.text(2).to_owned(),
        object: row.text(3).to_owned(),
        victims: count,
        sql: format!("SELECT pg_cancel_backend({});", row.text(0)),
    })
}

fn seconds(row: &Row, column: usize) -> Option<u64> {
    row.number(column).map(|seconds| seconds.max(0.0) as u64)
}

/// The statement of a session, without what may be secret in it.
fn statement(row: &Row) -> String {
    shown(row.text(11))
}

/// A statement as a report shows it: without constants, and not too long.
pub(crate) fn shown(statement: &str) -> String {
    let statement = bulkhead_sql::without_constants(statement);
    match statement.char_indices().nth(STATEMENT_CHARACTERS) {
        Some((end, _)) => format!("{}…", &statement[..end]),
        None => statement,
    }
}

impl Blocker {
    /// Who it is: `session 7 of ann (application "till", local)`.
    pub fn who(&self) -> String {
        match self.pid {
            0 => format!("a prepared transaction of {}", self.user),
            pid => format!(
                "session {pid} of {} ({}, {})",
                self.user,
                application(&self.application),
                self.address
            ),
        }
    }

    /// Whom it stops: `9 sessions held up for 12 min`.
    pub fn stops(&self) -> String {
        let longest = Unit::Seconds.show(self.longest_wait_seconds as f64);
        format!("{} held up for {longest}", sessions(self.victims))
    }

    /// What it does, since when, and what its last statement was.
    pub fn doing(&self) -> String {
        let told = |seconds: u64| Unit::Seconds.show(seconds as f64);
        let since = self.state_seconds.map(|seconds| format!(" for {}", told(seconds))).unwrap_or_default();
        let open = self.transaction_seconds.map(|age| format!("its transaction is open for {}", told(age)));
        let which = if self.state == "active" { "its statement" } else { "its last statement" };
        let statement = (!self.statement.is_empty()).then(|| format!("{which}: {}", self.statement));
        let state = (!self.state.is_empty()).then(|| format!("{}{since}", self.state));
        [state, open, statement].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl Gate {
    /// What it makes of the queue.
    pub fn told(&self) -> String {
        format!(
            "session {} waits for {} on {} and makes {} wait behind it: {}",
            self.pid,
            self.mode,
            self.object,
            sessions(self.victims),
            self.statement
        )
    }
}

pub(crate) fn application(name: &str) -> String {
    if name.is_empty() { "no application name".to_owned() } else { format!("application \"{name}\"") }
}

/// A number of sessions.
pub(crate) fn sessions(count: u64) -> String {
    if count == 1 { "1 session".to_owned() } else { format!("{count} sessions") }
}

#[cfg(test)]
mod tests;
