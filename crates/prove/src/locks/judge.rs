//! From what was measured to findings. Pure: the statements carry all that is known.

use std::collections::BTreeMap;

use super::change::What;
use super::fix;
use super::live::Size;
use super::mode::{Blocks, LockMode};
use super::report::{LockedRelation, LockedStatement, Source};
use super::work::{LONG_FOR_WRITES_MS, LONG_MS, SHORT_MS, Work, duration, size};
use crate::{Finding, Severity};

/// How often a table must have been read or written since statistics began, for two of them in one transaction to be
/// worth a word: below it, a deadlock with traffic is an accident that the retries of a run absorb.
const BUSY_USES: u64 = 10_000;

/// How many tables make a deadlock.
const MANY_TABLES: usize = 2;

/// What speaks against the statements that are judged.
pub(super) fn judge(statements: &[LockedStatement]) -> Vec<Finding> {
    let judged: Vec<&LockedStatement> = statements.iter().filter(|statement| statement.judged).collect();
    let same = |left: &&LockedStatement, right: &&LockedStatement| {
        left.version == right.version && left.step == right.step
    };
    judged.chunk_by(same).flat_map(transaction).collect()
}

/// The findings of statements that share a transaction.
fn transaction(statements: &[&LockedStatement]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut earlier = Earlier::new();
    for statement in statements {
        // What a ROLLBACK TO SAVEPOINT has given back is not held any more.
        earlier.retain(|_, (locked, _)| statement.blocked.contains(&locked.relation));
        findings.extend(finding(statement, &earlier));
        for locked in statement.locks.iter().filter(|locked| matters(locked)) {
            let held = earlier.entry(&locked.table).or_insert((locked, &statement.place));
            if held.0.mode < locked.mode {
                *held = (locked, &statement.place);
            }
        }
    }
    findings.extend(many_tables(statements));
    findings
}

/// The blocking locks that the transaction holds already, by table, with the place where each was taken.
type Earlier<'s> = BTreeMap<&'s str, (&'s LockedRelation, &'s str)>;

/// Whether others, in the project's database, wait for this lock.
fn matters(locked: &LockedRelation) -> bool {
    locked.blocks_others() && locked.size.is_some()
}

/// The longest work of a statement.
struct Task<'s> {
    /// The table, or the one at the top when the statement works on its partitions.
    on: &'s LockedRelation,
    work: Work,
    size: Size,
    milliseconds: u64,
}

fn task(statement: &LockedStatement) -> Option<Task<'_>> {
    let tasks = statement.locks.iter().filter_map(|locked| {
        let work = Work::of(locked).filter(|_| locked.existed_before)?;
        let on = top(statement, locked);
        let size = on.size?;
        Some(Task { on, work, size, milliseconds: work.milliseconds(&size) })
    });
    tasks.max_by_key(|task| task.milliseconds)
}

/// The partitioned table, when a statement does to all its partitions what it is told to do to it. A new partition only
/// looks into the default one.
fn top<'s>(statement: &'s LockedStatement, locked: &'s LockedRelation) -> &'s LockedRelation {
    let root = statement.locks.iter().find(|other| Some(&other.relation) == locked.root.as_ref());
    match root {
        Some(root) if root.mode >= locked.mode && statement.command != "CREATE TABLE" => root,
        _ => locked,
    }
}

fn finding(statement: &LockedStatement, earlier: &Earlier<'_>) -> Option<Finding> {
    let task = task(statement).filter(|task| task.milliseconds >= SHORT_MS)?;
    let own: Vec<&LockedRelation> =
        statement.locks.iter().filter(|locked| locked.new && matters(locked)).collect();
    let held: Vec<(&LockedRelation, &str)> = earlier.values().copied().collect();
    if !own.is_empty() {
        return Some(blocking(statement, &task, &own, &held));
    }
    let on_held: Vec<&LockedRelation> =
        held.iter().map(|(locked, _)| *locked).filter(|locked| locked.table == task.on.table).collect();
    if needs_its_lock(statement) && !on_held.is_empty() {
        return Some(blocking(statement, &task, &on_held, &held));
    }
    if !held.is_empty() {
        return Some(held_while_working(statement, &task, &held));
    }
    changes_all_rows(statement, &task).then(|| rows(statement, &task)).flatten()
}

/// Whether the statement would take a blocking lock by itself. Of one that an earlier statement took nothing more can
/// be seen; what forms of `ALTER TABLE` do with less says what became of the table.
fn needs_its_lock(statement: &LockedStatement) -> bool {
    let validates = |what: &What| matches!(what, What::ConstraintValidated { .. });
    let only_validates =
        !statement.changes.is_empty() && statement.changes.iter().all(|change| validates(&change.what));
    let takes_one = matches!(
        statement.command,
        "ALTER TABLE" | "CREATE INDEX" | "REINDEX" | "CLUSTER" | "REFRESH MATERIALIZED VIEW" | "ALTER DOMAIN"
    );
    takes_one && !only_validates
}

fn blocking(
    statement: &LockedStatement,
    task: &Task<'_>,
    waited_for: &[&LockedRelation],
    held: &[(&LockedRelation, &str)],
) -> Finding {
    let kind = match task.work {
        Work::Rewrite => "lock_rewrite",
        Work::IndexBuild => "lock_index_build",
        Work::Scan => "lock_scan",
    };
    let waiting: Vec<String> = waited_for.iter().map(|locked| waiting(locked)).collect();
    let mut observed = format!("{}; meanwhile {}", doing(statement, task), waiting.join(", "));
    let others: Vec<String> = held
        .iter()
        .filter(|(locked, _)| !waited_for.iter().any(|own| own.table == locked.table))
        .map(|(locked, place)| format!("those of {} since {place}", locked.relation))
        .collect();
    if !others.is_empty() {
        observed.push_str(&format!("; and {}", others.join(", ")));
    }
    let blocks = waited_for.iter().map(|locked| locked.blocks).max().unwrap_or(Blocks::Nothing);
    Finding {
        kind: kind.to_owned(),
        object: object(statement, &task.on.table),
        severity: severity(blocks, task.milliseconds),
        place: Some(statement.place.clone()),
        exploit: Some(exploit(statement, waited_for.iter().copied().max_by_key(|locked| locked.blocks))),
        observed,
        fix: Some(fix::safe(statement, task.on, task.work)),
    }
}

fn held_while_working(
    statement: &LockedStatement,
    task: &Task<'_>,
    held: &[(&LockedRelation, &str)],
) -> Finding {
    let waiting: Vec<String> =
        held.iter().map(|(locked, place)| format!("{} (taken at {place})", waiting(locked))).collect();
    let strongest = held.iter().map(|(locked, _)| *locked).max_by_key(|locked| locked.blocks);
    let blocks = strongest.map_or(Blocks::Nothing, |locked| locked.blocks);
    Finding {
        kind: "lock_held_while_working".to_owned(),
        object: object(statement, &task.on.table),
        severity: severity(blocks, task.milliseconds),
        place: Some(statement.place.clone()),
        exploit: strongest.map(|locked| stops(locked)),
        observed: format!(
            "{}; earlier statements of the same transaction keep their locks until its end: {}",
            doing(statement, task),
            waiting.join(", ")
        ),
        fix: Some(format!(
            "-- in a version of its own, so that the locks before it are given back first\n{}",
            fix::ended(&statement.sql)
        )),
    }
}

/// Whether an `UPDATE` or `DELETE` read all of the table that it changes.
fn changes_all_rows(statement: &LockedStatement, task: &Task<'_>) -> bool {
    matches!(statement.command, "UPDATE" | "DELETE" | "MERGE") && task.on.mode == LockMode::RowExclusive
}

/// Rows that are changed all at once. The table stays open; who wants to change one of the rows waits.
fn rows(statement: &LockedStatement, task: &Task<'_>) -> Option<Finding> {
    let milliseconds = Work::Rewrite.milliseconds(&task.size);
    if milliseconds < LONG_MS {
        return None;
    }
    let table = &task.on.table;
    Some(Finding {
        kind: "lock_rows".to_owned(),
        object: object(statement, table),
        severity: severity(Blocks::Writes, milliseconds),
        place: Some(statement.place.clone()),
        exploit: Some(format!(
            "BEGIN;\n{}\n-- another session waits for each row that this one has changed\nSELECT FROM {table} FOR UPDATE;",
            fix::ended(&statement.sql)
        )),
        observed: format!(
            "{} reads all of {table} ({}); the rows that it changes stay locked until the commit: about {} for all of them \
             at {}",
            statement.command,
            size(&task.size),
            duration(milliseconds),
            Work::Rewrite.speed()
        ),
        fix: Some(fix::in_batches(statement, table)),
    })
}

/// Whether a table is in everyday use. One of an assumed size is.
fn is_busy(locked: &LockedRelation) -> bool {
    let uses = locked.size.map(|size| Some(size.reads?.saturating_add(size.writes?)));
    uses.is_some_and(|uses| uses.is_none_or(|uses| uses >= BUSY_USES))
}

fn many_tables(statements: &[&LockedStatement]) -> Option<Finding> {
    let busy = |locked: &LockedRelation| {
        locked.kind.ends_with("table") && locked.mode == LockMode::AccessExclusive && is_busy(locked)
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
    let names: Vec<&str> = tables.iter().map(|(table, _)| *table).collect();
    let (one, other) = (names.first()?, names.last()?);
    Some(Finding {
        kind: "lock_many_tables".to_owned(),
        object: format!("version {}", second.version),
        severity: Severity::Low,
        place: Some(second.place.clone()),
        exploit: Some(format!(
            "-- meets the transaction half-way: each waits for the other until deadlock_timeout, and one is aborted\n\
             BEGIN;\nSELECT FROM {other} LIMIT 1;\nSELECT FROM {one} LIMIT 1;\nCOMMIT;"
        )),
        observed: format!(
            "one transaction takes ACCESS EXCLUSIVE on {} tables in use, one after the other: {}",
            tables.len(),
            taken.join(", ")
        ),
        fix: Some(format!("one version for each of {}", names.join(", "))),
    })
}

/// The table and the version: another version that does the same is another finding.
fn object(statement: &LockedStatement, table: &str) -> String {
    format!("{table} in version {}", statement.version)
}

/// How bad it is that this waits for so long.
fn severity(blocks: Blocks, milliseconds: u64) -> Severity {
    let long = match blocks {
        Blocks::Reads => LONG_MS,
        Blocks::Writes | Blocks::Nothing => LONG_FOR_WRITES_MS,
    };
    if milliseconds >= long { Severity::High } else { Severity::Medium }
}

/// "ALTER TABLE rewrites public.t (12 MB, about 200000 rows): about 1 s at 30 MB/s or 200000 rows/s".
fn doing(statement: &LockedStatement, task: &Task<'_>) -> String {
    let how = match statement.source {
        Source::Observed => "",
        Source::Sampled => " (seen from aside)",
    };
    format!(
        "{}{how} {} {} ({}): about {} at {}",
        statement.command,
        task.work.words(),
        task.on.table,
        size(&task.size),
        duration(task.milliseconds),
        task.work.speed()
    )
}

fn waiting(locked: &LockedRelation) -> String {
    format!("{} of {} wait ({})", locked.blocks, locked.relation, locked.mode)
}

/// Two sessions that show it.
fn exploit(statement: &LockedStatement, locked: Option<&LockedRelation>) -> String {
    let sql = fix::ended(&statement.sql);
    let begin = if statement.source == Source::Observed { "BEGIN;\n" } else { "" };
    let other = locked.map(stops).unwrap_or_default();
    format!("{begin}{sql}\n{other}")
}

/// What another session cannot do meanwhile.
fn stops(locked: &LockedRelation) -> String {
    let sql = match locked.blocks {
        Blocks::Reads => format!("SELECT FROM {} LIMIT 1;", locked.table),
        _ => format!("DELETE FROM {} WHERE false;", locked.table),
    };
    format!("-- waits in another session until this one ends\n{sql}")
}

#[cfg(test)]
mod tests;
