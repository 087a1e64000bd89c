//! Several tables in use, locked by one transaction: the danger of a deadlock with traffic.

use super::super::live::Size;
use super::super::mode::LockMode;
use super::super::report::{LockedRelation, LockedStatement};
use super::{listed, matters};
use crate::{Finding, Severity};

/// How often a table must have been read or written since statistics began, for two of them in one
/// transaction to be worth a word: below it, a deadlock with traffic is an accident that the retries of a run
/// absorb.
pub(super) const BUSY_USES: u64 = 10_000;

/// How many tables make a deadlock.
const MANY_TABLES: usize = 2;

/// Whether a table is in everyday use. Of an assumed one nothing more is known than that its rows were
/// written.
fn is_busy(size: &Size) -> bool {
    let uses = match (size.reads, size.writes) {
        (Some(reads), Some(writes)) => reads.saturating_add(writes),
        _ => size.rows,
    };
    uses >= BUSY_USES
}

/// The tables that one transaction locks against everybody, one after the other.
pub(super) fn many_tables(statements: &[&LockedStatement]) -> Option<Finding> {
    let busy = |locked: &LockedRelation| {
        let is_table = locked.kind.ends_with("table") && locked.mode == LockMode::AccessExclusive;
        is_table && locked.size.as_ref().is_some_and(is_busy)
    };
    let mut tables: Vec<(&str, &LockedStatement)> = Vec::new();
    for statement in statements {
        for locked in statement.locks.iter().filter(|locked| locked.new && matters(locked) && busy(locked)) {
            let table = locked.root.as_deref().unwrap_or(&locked.table);
            if !tables.iter().any(|(known, _)| *known == table) {
                tables.push((table, statement));
            }
        }
    }
    // What one statement locks cannot be split.
    let (_, first) = tables.first()?;
    let (_, second) = tables.iter().find(|(_, statement)| !std::ptr::eq(*statement, *first))?;
    if tables.len() < MANY_TABLES {
        return None;
    }
    let taken: Vec<String> =
        tables.iter().map(|(table, statement)| format!("{table} at {}", statement.place)).collect();
    let names: Vec<String> = tables.iter().map(|(table, _)| (*table).to_owned()).collect();
    let (one, other) = (names.first()?, names.last()?);
    Some(Finding {
        kind: "lock_many_tables".to_owned(),
        object: format!("version {}", second.version),
        objects: Vec::new(),
        severity: Severity::Low,
        place: Some(second.place.clone()),
        exploit: Some(format!(
            "-- meets the transaction half-way: each waits for the other until deadlock_timeout, and one is aborted\n\
             BEGIN;\nSELECT FROM {other} LIMIT 1;\nSELECT FROM {one} LIMIT 1;\nCOMMIT;"
        )),
        observed: format!(
            "one transaction takes ACCESS EXCLUSIVE on {} tables in use, one after the other: {}",
            tables.len(),
            listed(&taken)
        ),
        fix: Some(format!("one version for each of {}", listed(&names))),
    })
}
