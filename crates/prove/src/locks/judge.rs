//! From what was measured to findings. Pure: the statements carry all that is known.

mod many;

use std::collections::{BTreeMap, BTreeSet};

use super::change::What;
use super::fix;
use super::live::Size;
use super::mode::{Blocks, LockMode};
use super::report::{LockedRelation, LockedStatement, Source};
use super::work::{LONG_FOR_WRITES_MS, LONG_MS, SHORT_MS, Work, duration, size};
use crate::{Finding, Severity};

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
        findings.extend(of_statement(statement, &earlier));
        for locked in statement.locks.iter().filter(|locked| matters(locked)) {
            let held = earlier.entry(&locked.table).or_insert((locked, &statement.place));
            if held.0.mode < locked.mode {
                *held = (locked, &statement.place);
            }
        }
    }
    findings.extend(many::many_tables(statements));
    findings
}

/// The blocking locks that the transaction holds already, by table, with the place where each was taken.
type Earlier<'s> = BTreeMap<&'s str, (&'s LockedRelation, &'s str)>;

/// Whether others, in the project's database, wait for this lock.
fn matters(locked: &LockedRelation) -> bool {
    locked.blocks_others() && locked.size.is_some()
}

/// What a statement does to all of a table.
struct Task<'s> {
    /// The table, or the one at the top when the statement works on its partitions.
    on: &'s LockedRelation,
    work: Work,
    size: Size,
    milliseconds: u64,
}

/// The long work of a statement, one task for each table, the longest first.
fn tasks(statement: &LockedStatement) -> Vec<Task<'_>> {
    let tasks = statement.locks.iter().filter_map(|locked| {
        let work = Work::of(locked).filter(|_| locked.existed_before)?;
        let on = top(statement, locked);
        let size = on.size?;
        Some(Task { on, work, size, milliseconds: work.milliseconds(&size) })
    });
    let mut tasks: Vec<Task<'_>> = tasks.filter(|task| task.milliseconds >= SHORT_MS).collect();
    tasks.sort_by_key(|task| std::cmp::Reverse(task.milliseconds));
    let mut known = BTreeSet::new();
    tasks.retain(|task| known.insert(&task.on.relation));
    // What is only read, as by the query of a materialized view, is no finding of its own beside what is
    // locked.
    if tasks.iter().any(|task| task.on.blocks != Blocks::Nothing) {
        tasks.retain(|task| task.on.blocks != Blocks::Nothing);
    } else if tasks.iter().all(|task| task.on.mode == LockMode::AccessShare) {
        tasks.truncate(1);
    }
    tasks
}

/// The partitioned table, when a statement does to all its partitions what it is told to do to it. A new
/// partition only looks into the default one.
fn top<'s>(statement: &'s LockedStatement, locked: &'s LockedRelation) -> &'s LockedRelation {
    let root = statement.locks.iter().find(|other| Some(&other.relation) == locked.root.as_ref());
    match root {
        Some(root) if root.mode >= locked.mode && statement.command != "CREATE TABLE" => root,
        _ => locked,
    }
}

/// The findings of one statement: one for each table on which it works while others wait because of it; one
/// for all when they wait because of earlier statements.
fn of_statement(statement: &LockedStatement, earlier: &Earlier<'_>) -> Vec<Finding> {
    // These forms divide themselves into transactions, and have their stronger locks at the begin and the end
    // only.
    if statement.concurrently {
        return Vec::new();
    }
    let tasks = tasks(statement);
    let own: Vec<&LockedRelation> =
        statement.locks.iter().filter(|locked| locked.new && matters(locked)).collect();
    let held: Vec<(&LockedRelation, &str)> = earlier.values().copied().collect();
    let mut findings = Vec::new();
    let mut others = Vec::new();
    for task in tasks {
        let on_held = held.iter().map(|(locked, _)| *locked).filter(|locked| locked.table == task.on.table);
        let on_held: Vec<&LockedRelation> = on_held.collect();
        if !own.is_empty() {
            findings.push(blocking(statement, &task, &own, &held));
        } else if needs_its_lock(statement) && !on_held.is_empty() {
            findings.push(blocking(statement, &task, &on_held, &held));
        } else {
            others.push(task);
        }
    }
    if let Some(task) = others.first().filter(|_| findings.is_empty()) {
        let changes = others.iter().find(|task| changes_all_rows(statement, task));
        match held.is_empty() {
            false => findings.push(held_while_working(statement, task, &held)),
            true => findings.extend(changes.and_then(|task| rows(statement, task))),
        }
    }
    findings
}

/// Whether the statement would take a blocking lock by itself. Of one that an earlier statement took nothing
/// more can be seen; what forms of `ALTER TABLE` do with less says what became of the table.
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
    let mut observed = format!("{}; meanwhile {}", doing(statement, task), listed(&waiting));
    let others: Vec<String> = held
        .iter()
        .filter(|(locked, _)| !waited_for.iter().any(|own| own.table == locked.table))
        .map(|(locked, place)| format!("those of {} since {place}", locked.relation))
        .collect();
    if !others.is_empty() {
        observed.push_str(&format!("; and {}", listed(&others)));
    }
    let blocks = waited_for.iter().map(|locked| locked.blocks).max().unwrap_or(Blocks::Nothing);
    Finding {
        kind: kind.to_owned(),
        object: object(statement, &task.on.table),
        objects: Vec::new(),
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
        objects: Vec::new(),
        severity: severity(blocks, task.milliseconds),
        place: Some(statement.place.clone()),
        exploit: strongest.map(stops),
        observed: format!(
            "{}; earlier statements of the same transaction keep their locks until its end: {}",
            doing(statement, task),
            listed(&waiting)
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
        objects: Vec::new(),
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

/// So many are named one by one.
const NAMED: usize = 5;

/// The first few, and how many more there are.
fn listed(all: &[String]) -> String {
    let first = all[..all.len().min(NAMED)].join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
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
