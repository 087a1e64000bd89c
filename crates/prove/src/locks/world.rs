//! The relations of the scratch database, and what a statement did with them: the difference of two looks.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_sql::Command;

use super::mode::{Blocks, LockMode};
use super::report::LockedRelation;

/// Number of a relation in its database.
pub(super) type Oid = u32;

/// A relation of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    /// Schema and name.
    pub name: String,
    /// `pg_class.relkind`.
    pub kind: char,
    /// Where its rows are; another number after they were written anew. Views and partitioned tables have
    /// none.
    pub file: Option<u32>,
    /// The table of an index.
    pub table: Option<Oid>,
    /// The table at the top of a partition.
    pub root: Option<Oid>,
}

/// All relations at one moment.
pub(super) type World = BTreeMap<Oid, Relation>;

/// A relation on which a session holds locks.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// The strongest mode.
    pub mode: LockMode,
    /// The relation as it is now; `None` when the transaction has dropped it.
    pub now: Option<Relation>,
    /// How often all its rows were read in this transaction.
    pub scans: u64,
}

/// The locks of a session.
pub(super) type Locks = BTreeMap<Oid, Held>;

/// What was known before a statement.
pub(super) struct Before<'b> {
    /// The relations that the version found.
    pub found: &'b World,
    /// Every relation that is known by now, with its newest file.
    pub known: &'b World,
    /// The locks that the transaction held.
    pub held: &'b Locks,
}

/// What a statement locked and did: every relation that was there before the version, and the tables it made.
pub(super) fn locked(before: &Before<'_>, after: &Locks, command: &Command) -> Vec<LockedRelation> {
    let built = tables_with_built_indexes(before, after);
    let mut all = Vec::new();
    let mut quiet = Vec::new();
    for (oid, held) in after {
        let Some(relation) = before.found.get(oid).or(held.now.as_ref()) else { continue };
        let earlier = before.held.get(oid);
        let existed_before = before.found.contains_key(oid);
        let rebuilt = built.get(oid).map_or(0, BTreeSet::len) as u64;
        let scans = held.scans.saturating_sub(earlier.map_or(0, |earlier| earlier.scans));
        let moved = existed_before && file_changed(before.known.get(oid), held.now.as_ref());
        let rewrite = moved && !is_index(relation.kind) && is_rewrite(command, scans, rebuilt);
        // Emptying gives new files to the table and its indexes, and builds these from nothing.
        let emptied = moved && !rewrite;
        let locked = LockedRelation {
            relation: relation.name.clone(),
            kind: kind_name(relation.kind),
            table: name_of(before, after, relation.table).unwrap_or_else(|| relation.name.clone()),
            mode: held.mode,
            new: earlier.is_none_or(|earlier| earlier.mode < held.mode),
            blocks: blocks(relation.kind, held.mode),
            rewrite,
            index_build: existed_before && rebuilt > 0 && !emptied && !is_index(relation.kind),
            scan: scans > 0 && !emptied && !is_index(relation.kind),
            existed_before,
            size: None,
            root: name_of(before, after, relation.root),
        };
        let table_is_shut = relation.table.is_some_and(|table| {
            after.get(&table).is_some_and(|table| table.mode == LockMode::AccessExclusive)
        });
        match is_told(&locked, relation.kind) && !table_is_shut {
            true => all.push(locked),
            false => quiet.push(locked),
        }
    }
    // The table at the top is told with the work on its partitions, though an earlier statement locked it.
    let is_top = |locked: &LockedRelation| {
        all.iter().any(|part| part.works() && part.root.as_ref() == Some(&locked.relation))
    };
    quiet.retain(is_top);
    all.extend(quiet);
    all.sort_by(|left, right| left.relation.cmp(&right.relation));
    all
}

/// The relations that the version found and that are locked against others.
pub(super) fn blocked(found: &World, held: &Locks) -> Vec<String> {
    let strong = held.iter().filter(|(_, held)| held.mode.blocks() != Blocks::Nothing);
    strong.filter_map(|(oid, _)| Some(found.get(oid)?.name.clone())).collect()
}

/// Whether a report has the relation: with what a statement adds, without the indexes and sequences of new
/// tables and without the weak locks on indexes that go with every use of a table. A lock on an index shuts
/// its table, which needs no word when the table is locked as strongly itself.
fn is_told(locked: &LockedRelation, kind: char) -> bool {
    let adds = locked.new || locked.works();
    match (locked.existed_before, is_index(kind)) {
        (true, true) => locked.new && locked.blocks == Blocks::Reads,
        (true, false) => adds,
        (false, _) => locked.new && matches!(kind, 'r' | 'p' | 'm' | 'f'),
    }
}

/// The indexes that were built, by table: new ones, and old ones with a new file. A file that another index
/// of the table had before was taken over and not built.
fn tables_with_built_indexes(before: &Before<'_>, after: &Locks) -> BTreeMap<Oid, BTreeSet<Oid>> {
    let files: BTreeSet<u32> = before.known.values().filter_map(|relation| relation.file).collect();
    let mut built: BTreeMap<Oid, BTreeSet<Oid>> = BTreeMap::new();
    for (oid, held) in after {
        let Some(Relation { kind: 'i', file: Some(file), table: Some(table), .. }) = held.now else {
            continue;
        };
        if !files.contains(&file) {
            built.entry(table).or_default().insert(*oid);
        }
    }
    built
}

fn file_changed(before: Option<&Relation>, now: Option<&Relation>) -> bool {
    match (before, now) {
        (Some(before), Some(now)) => before.file != now.file && now.file.is_some(),
        _ => false,
    }
}

/// Whether a new file means that rows were written again. `TRUNCATE` gives a new file, too, and a function or
/// block may hide one; then the only scans are those that build the indexes of the empty table.
fn is_rewrite(command: &Command, scans: u64, rebuilt: u64) -> bool {
    match command {
        Command::AlterTable
        | Command::AlterMaterializedView
        | Command::Cluster
        | Command::Vacuum
        | Command::RefreshMaterializedView { .. } => true,
        Command::Truncate => false,
        _ => scans > rebuilt,
    }
}

fn name_of(before: &Before<'_>, after: &Locks, oid: Option<Oid>) -> Option<String> {
    let oid = oid?;
    let known = before.found.get(&oid).or_else(|| before.known.get(&oid));
    let known = known.or_else(|| after.get(&oid).and_then(|held| held.now.as_ref()));
    known.map(|relation| relation.name.clone())
}

fn is_index(kind: char) -> bool {
    matches!(kind, 'i' | 'I')
}

/// Who has to wait. Only a refresh writes to a materialized view.
fn blocks(kind: char, mode: LockMode) -> Blocks {
    match (kind, mode.blocks()) {
        ('m', Blocks::Writes) => Blocks::Nothing,
        (_, blocks) => blocks,
    }
}

/// What a relation is, in words.
fn kind_name(kind: char) -> &'static str {
    match kind {
        'r' => "table",
        'p' => "partitioned table",
        'm' => "materialized view",
        'v' => "view",
        'f' => "foreign table",
        'S' => "sequence",
        'i' | 'I' => "index",
        _ => "relation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: Oid = 20_000;
    const INDEX: Oid = 20_001;

    fn relation(name: &str, kind: char, file: u32, table: Option<Oid>) -> Relation {
        Relation { name: name.to_owned(), kind, file: Some(file), table, root: None }
    }

    fn held(mode: LockMode, now: Relation, scans: u64) -> Held {
        Held { mode, now: Some(now), scans }
    }

    /// The marks of the table after a statement that gave the table and its index these files and scanned so
    /// often.
    fn marks(command: &Command, table_file: u32, index_file: u32, scans: u64) -> (bool, bool, bool) {
        let table = |file| relation("public.t", 'r', file, None);
        let index = |file| relation("public.t_i", 'i', file, Some(TABLE));
        let found = World::from([(TABLE, table(1)), (INDEX, index(2))]);
        let after = Locks::from([
            (TABLE, held(LockMode::AccessExclusive, table(table_file), scans)),
            (INDEX, held(LockMode::AccessExclusive, index(index_file), 0)),
        ]);
        let before = Before { found: &found, known: &found, held: &Locks::new() };
        let all = locked(&before, &after, command);
        let table = all.iter().find(|locked| locked.kind == "table").unwrap();
        (table.rewrite, table.index_build, table.scan)
    }

    #[test]
    fn files_and_scans_tell_what_was_done() {
        // Command, file of the table, of its index, scans; rewritten, index built, scanned.
        let cases = [
            (Command::AlterTable, 1, 2, 0, (false, false, false)),
            (Command::AlterTable, 1, 2, 1, (false, false, true)),
            (Command::AlterTable, 3, 4, 2, (true, true, true)),
            (Command::AlterTable, 1, 4, 1, (false, true, true)),
            (Command::Truncate, 3, 4, 1, (false, false, false)),
            (Command::Do, 3, 4, 1, (false, false, false)),
            (Command::Do, 3, 4, 2, (true, true, true)),
        ];
        for (command, table, index, scans, expected) in cases {
            assert_eq!(marks(&command, table, index, scans), expected, "{command:?} {table} {index} {scans}");
        }
    }

    #[test]
    fn a_lock_that_an_earlier_statement_took_is_not_new() {
        let table = relation("public.t", 'r', 1, None);
        let found = World::from([(TABLE, table.clone())]);
        let earlier = Locks::from([(TABLE, held(LockMode::Share, table.clone(), 1))]);
        let before = Before { found: &found, known: &found, held: &earlier };
        let after = |mode, scans| Locks::from([(TABLE, held(mode, table.clone(), scans))]);
        assert_eq!(locked(&before, &after(LockMode::Share, 1), &Command::AlterTable), []);
        let scanned = locked(&before, &after(LockMode::Share, 2), &Command::AlterTable);
        assert_eq!((scanned[0].new, scanned[0].scan), (false, true));
        let stronger = locked(&before, &after(LockMode::AccessExclusive, 1), &Command::AlterTable);
        assert_eq!((stronger[0].new, stronger[0].scan), (true, false));
    }

    #[test]
    fn what_the_version_made_itself_is_told_as_such() {
        let new = relation("public.n", 'r', 7, None);
        let nothing = World::new();
        let before = Before { found: &nothing, known: &nothing, held: &Locks::new() };
        let after = Locks::from([
            (TABLE, held(LockMode::AccessExclusive, new, 0)),
            (INDEX, held(LockMode::AccessExclusive, relation("public.n_pkey", 'i', 8, Some(TABLE)), 0)),
        ]);
        let all = locked(&before, &after, &Command::CreateTable);
        assert_eq!(all.len(), 1);
        assert!(!all[0].existed_before && !all[0].blocks_others());
    }
}
