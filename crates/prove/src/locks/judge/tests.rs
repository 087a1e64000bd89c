//! Judgement over made-up measurements.

use bulkhead_project::Version;

use super::many::BUSY_USES;
use super::*;
use crate::locks::change::Change;

const LARGE: Size = Size {
    bytes: 3_000_000_000,
    heap_bytes: 2_000_000_000,
    rows: 10_000_000,
    reads: Some(0),
    writes: Some(0),
};
const SMALL: Size = Size { bytes: 50_000, heap_bytes: 20_000, rows: 100, reads: Some(0), writes: Some(0) };

/// A lock that the statement took on a table that was there, on which it does no work.
fn lock(relation: &str, mode: LockMode, size: Option<Size>) -> LockedRelation {
    LockedRelation {
        relation: relation.to_owned(),
        kind: "table",
        table: relation.to_owned(),
        mode,
        new: true,
        blocks: mode.blocks(),
        rewrite: false,
        index_build: false,
        scan: false,
        existed_before: true,
        size,
        root: None,
    }
}

fn scan(relation: &str, mode: LockMode, size: Size) -> LockedRelation {
    LockedRelation { scan: true, ..lock(relation, mode, Some(size)) }
}

fn statement(line: usize, command: &'static str, locks: Vec<LockedRelation>) -> LockedStatement {
    LockedStatement {
        version: Version::parse("7").unwrap(),
        step: 1,
        place: format!("migrations/7.sql:{line}"),
        command,
        source: Source::Observed,
        judged: true,
        locks,
        sql: "…".to_owned(),
        concurrently: false,
        blocked: ["t", "a", "b", "big"].map(str::to_owned).to_vec(),
        changes: Vec::new(),
    }
}

/// Kind, object and severity of each finding.
fn found(statements: &[LockedStatement]) -> Vec<(String, String, Severity)> {
    judge(statements).into_iter().map(|it| (it.kind, it.object, it.severity)).collect()
}

fn one(kind: &str, table: &str, severity: Severity) -> Vec<(String, String, Severity)> {
    vec![(kind.to_owned(), format!("{table} in version 7"), severity)]
}

#[test]
fn work_counts_by_its_kind_its_lock_and_its_size() {
    use LockMode::{AccessExclusive, RowExclusive, Share, ShareRowExclusive, ShareUpdateExclusive};
    use Severity::{High, Medium};
    let mid = Size { rows: 400_000, ..SMALL };
    let rewrite = |size| LockedRelation { rewrite: true, ..scan("t", AccessExclusive, size) };
    let build = |mode, size| LockedRelation { index_build: true, ..scan("t", mode, size) };
    let cases = [
        ("ALTER TABLE", rewrite(LARGE), one("lock_rewrite", "t", High)),
        ("ALTER TABLE", rewrite(SMALL), vec![]),
        ("CREATE INDEX", build(Share, LARGE), one("lock_index_build", "t", High)),
        ("CREATE INDEX", build(Share, mid), one("lock_index_build", "t", Medium)),
        ("CREATE INDEX", build(ShareUpdateExclusive, LARGE), vec![]),
        ("ALTER TABLE", scan("t", AccessExclusive, LARGE), one("lock_scan", "t", High)),
        ("ALTER TABLE", scan("t", AccessExclusive, mid), one("lock_scan", "t", Medium)),
        ("ALTER TABLE", scan("t", ShareRowExclusive, LARGE), one("lock_scan", "t", High)),
        ("ALTER TABLE", scan("t", ShareUpdateExclusive, LARGE), vec![]),
        ("ALTER TABLE", lock("t", AccessExclusive, Some(LARGE)), vec![]),
        ("ALTER TABLE", LockedRelation { size: None, ..rewrite(LARGE) }, vec![]),
        ("ALTER TABLE", LockedRelation { existed_before: false, ..rewrite(LARGE) }, vec![]),
        ("UPDATE", scan("t", RowExclusive, LARGE), one("lock_rows", "t", High)),
        ("UPDATE", scan("t", RowExclusive, SMALL), vec![]),
        ("INSERT", scan("t", LockMode::AccessShare, LARGE), vec![]),
    ];
    for (command, locked, expected) in cases {
        let case = format!("{command} {locked:?}");
        assert_eq!(found(&[statement(1, command, vec![locked])]), expected, "{case}");
    }
}

#[test]
fn what_is_done_concurrently_is_done_under_weak_locks() {
    let build = LockedRelation { index_build: true, ..scan("t", LockMode::Share, LARGE) };
    let reindex = statement(1, "REINDEX", vec![build]);
    assert_eq!(found(std::slice::from_ref(&reindex)), one("lock_index_build", "t", Severity::High));
    assert_eq!(found(&[LockedStatement { concurrently: true, ..reindex }]), vec![]);
}

#[test]
fn a_lock_is_kept_while_a_later_statement_works() {
    let alter = |size| statement(1, "ALTER TABLE", vec![lock("t", LockMode::AccessExclusive, size)]);
    let update = || statement(2, "UPDATE", vec![scan("big", LockMode::RowExclusive, LARGE)]);
    let held = one("lock_held_while_working", "big", Severity::High);
    assert_eq!(found(&[alter(Some(SMALL)), update()]), held);
    assert_eq!(
        found(&[update(), alter(Some(SMALL))]),
        one("lock_rows", "big", Severity::High),
        "in this order not"
    );
    assert_eq!(
        found(&[alter(None), update()]),
        one("lock_rows", "big", Severity::High),
        "nobody knows t yet"
    );
    let other_step = LockedStatement { step: 2, ..update() };
    assert_eq!(found(&[alter(Some(SMALL)), other_step]), one("lock_rows", "big", Severity::High));
    let given_back = LockedStatement { blocked: Vec::new(), ..update() };
    assert_eq!(found(&[alter(Some(SMALL)), given_back]), one("lock_rows", "big", Severity::High));
    let not_judged = LockedStatement { judged: false, ..update() };
    assert_eq!(found(&[alter(Some(SMALL)), not_judged]), vec![]);
}

#[test]
fn validating_in_the_transaction_of_the_constraint_is_work_under_its_lock() {
    let add = statement(1, "ALTER TABLE", vec![lock("t", LockMode::AccessExclusive, Some(LARGE))]);
    let scanned = || vec![LockedRelation { new: false, ..scan("t", LockMode::AccessExclusive, LARGE) }];
    let what = What::ConstraintValidated { name: "c".to_owned() };
    let changes = vec![Change { table: "t".to_owned(), what }];
    let validate = LockedStatement { changes, ..statement(2, "ALTER TABLE", scanned()) };
    let held = one("lock_held_while_working", "t", Severity::High);
    assert_eq!(found(&[add.clone(), validate]), held);
    // What is no validation scans under a lock of its own.
    let set = statement(2, "ALTER TABLE", scanned());
    assert_eq!(found(&[add, set]), one("lock_scan", "t", Severity::High));
}

#[test]
fn the_work_on_all_partitions_is_that_on_the_table_at_the_top() {
    let leaf = |name: &str, mode| LockedRelation {
        root: Some("top".to_owned()),
        ..LockedRelation { size: None, ..scan(name, mode, LARGE) }
    };
    let top = |mode| LockedRelation { kind: "partitioned table", ..lock("top", mode, Some(LARGE)) };
    let exclusive = LockMode::AccessExclusive;
    let all = vec![top(exclusive), leaf("one", exclusive), leaf("two", exclusive)];
    assert_eq!(found(&[statement(1, "ALTER TABLE", all)]), one("lock_scan", "top", Severity::High));
    // ATTACH takes less on the top, and works on the new partition and the default one alone.
    let attach = vec![top(LockMode::ShareUpdateExclusive), leaf("default", exclusive)];
    assert_eq!(found(&[statement(1, "ALTER TABLE", attach)]), vec![]);
    let create = vec![top(exclusive), leaf("default", exclusive)];
    assert_eq!(found(&[statement(1, "CREATE TABLE", create)]), vec![]);
}

#[test]
fn several_tables_in_use_are_locked_by_one_transaction() {
    let used = |reads| Some(Size { reads: Some(reads), ..SMALL });
    let alter = |line, table: &str, size| {
        statement(line, "ALTER TABLE", vec![lock(table, LockMode::AccessExclusive, size)])
    };
    let kinds =
        |statements: &[LockedStatement]| found(statements).into_iter().map(|it| it.0).collect::<Vec<_>>();
    let busy = used(BUSY_USES);
    assert_eq!(kinds(&[alter(1, "a", busy), alter(2, "b", busy)]), ["lock_many_tables"]);
    assert_eq!(kinds(&[alter(1, "a", busy), alter(2, "a", busy)]), [""; 0]);
    assert_eq!(kinds(&[alter(1, "a", busy), alter(2, "b", used(BUSY_USES - 1))]), [""; 0]);
    let both = |mode| vec![lock("a", mode, busy), lock("b", mode, busy)];
    let one = statement(1, "ALTER TABLE", both(LockMode::AccessExclusive));
    assert_eq!(kinds(&[one]), [""; 0], "one statement cannot be split");
}

#[test]
fn a_foreign_key_says_that_writes_to_its_parent_wait_too() {
    let locks = vec![
        scan("child", LockMode::ShareRowExclusive, LARGE),
        lock("parent", LockMode::ShareRowExclusive, Some(SMALL)),
    ];
    let findings = judge(&[statement(1, "ALTER TABLE", locks)]);
    assert_eq!(findings.len(), 1);
    let observed = &findings[0].observed;
    assert!(observed.contains("writes of child wait (SHARE ROW EXCLUSIVE)"), "{observed}");
    assert!(observed.contains("writes of parent wait (SHARE ROW EXCLUSIVE)"), "{observed}");
    assert!(findings[0].exploit.as_ref().unwrap().contains("WHERE false;"));
}

#[test]
fn each_table_that_a_block_works_on_is_a_finding_and_long_lists_are_cut() {
    let table = |name: &str| scan(name, LockMode::AccessExclusive, LARGE);
    let names = ["a", "b", "c", "d", "e", "f", "g"];
    let findings = judge(&[statement(1, "DO", names.map(table).to_vec())]);
    let objects: Vec<String> = findings.iter().map(|it| it.object.replace(" in version 7", "")).collect();
    assert_eq!(objects, names);
    assert!(findings[0].observed.ends_with(" and 2 more"), "{}", findings[0].observed);
}
