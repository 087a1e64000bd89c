//! Indexes that another one makes superfluous.

use std::collections::BTreeMap;

use super::model::Index;
use super::{IndexFinding, IndexFindingKind};
use crate::counted::counted;
use crate::health::{Level, Unit};

const SAME: &str = "Both find the same rows in the same order; every write pays twice.";
const PREFIX: &str = "The longer index finds the same rows in the same order, a little slower because it is \
                      larger. A notice, because a small index that is read all the time can be worth its \
                      writes.";

/// Superfluous indexes. Of two that are the same the one that something relies on stays.
pub(super) fn find(indexes: &[Index]) -> Vec<IndexFinding> {
    let mut tables: BTreeMap<&str, Vec<&Index>> = BTreeMap::new();
    for index in indexes.iter().filter(|index| index.valid) {
        tables.entry(&index.table).or_default().push(index);
    }
    let mut findings = Vec::new();
    for siblings in tables.values_mut() {
        siblings.sort_by_key(|index| std::cmp::Reverse(weight(index)));
        for (place, index) in siblings.iter().enumerate() {
            // It goes with the one that it is part of.
            if index.root.is_some() {
                continue;
            }
            // One that stands before is kept, so of a group of the same one is left over.
            if let Some(other) = siblings[..place].iter().find(|other| same(index, other)) {
                findings.push(duplicate(index, other));
            } else if let Some(other) = siblings.iter().find(|other| covers(other, index)) {
                findings.push(covered(index, other));
            }
        }
    }
    findings
}

/// What speaks for keeping an index, in this order.
fn weight(index: &Index) -> (bool, bool, bool, bool, bool, bool, u64) {
    let relied_on = index.is_referenced || index.is_replica_identity;
    (
        index.root.is_some(),
        relied_on,
        index.constraint.is_some(),
        index.unique,
        index.declared,
        index.scans > 0,
        index.scans,
    )
}

/// Whether `index` does nothing that `other` does not.
fn same(index: &Index, other: &Index) -> bool {
    let keeps_unique = other.unique && other.strictness == index.strictness;
    index.method == other.method
        && index.keys == other.keys
        && index.included == other.included
        && index.predicate == other.predicate
        && (!index.unique || keeps_unique)
}

/// Whether queries that use `index` can use `longer`, and nothing but queries uses it.
fn covers(longer: &Index, index: &Index) -> bool {
    let is_longer = longer.keys.len() > index.keys.len() || longer.included.len() > index.included.len();
    let has_columns =
        index.included.iter().all(|name| longer.included.contains(name) || longer.columns.contains(name));
    !index.is_needed()
        && index.method == "btree"
        && longer.method == "btree"
        && longer.name != index.name
        && is_longer
        && longer.keys.starts_with(&index.keys)
        && has_columns
        && (longer.predicate.is_none() || longer.predicate == index.predicate)
}

fn duplicate(index: &Index, other: &Index) -> IndexFinding {
    let summary = format!("{} does the same as {}", index.name, other.name);
    let mut finding = index.finding(IndexFindingKind::Duplicate, Level::Warning, summary, SAME);
    if index.is_referenced || index.is_replica_identity {
        finding.evidence.push("foreign keys or replication rely on both: move them to one first".to_owned());
    } else {
        finding.fix = Some(index.dropped());
    }
    finding
}

fn covered(index: &Index, longer: &Index) -> IndexFinding {
    let summary = format!("{} is the beginning of {}", index.name, longer.name);
    let mut finding = index.finding(IndexFindingKind::Covered, Level::Notice, summary, PREFIX);
    let size = Unit::Bytes.show(longer.bytes as f64);
    let scanned = counted(longer.scans, "time");
    finding.evidence.push(format!("{} has {size} and was scanned {scanned}", longer.name));
    finding.fix = Some(index.dropped());
    finding
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(name: &str, keys: &str) -> Index {
        let keys: Vec<String> = keys.split(' ').map(str::to_owned).collect();
        let (table, method) = ("t".to_owned(), "btree".to_owned());
        let (name, columns, valid) = (name.to_owned(), keys.clone(), true);
        Index { table, name, method, keys, columns, valid, ..Index::default() }
    }

    fn told(indexes: &[Index]) -> Vec<String> {
        find(indexes).into_iter().map(|finding| finding.summary).collect()
    }

    #[test]
    fn what_another_index_does_is_superfluous() {
        let unique = |index: Index| Index { unique: true, ..index };
        let constraint = |index: Index| Index { constraint: Some("c".into()), unique: true, ..index };
        let partial = |index: Index| Index { predicate: Some("p".into()), ..index };
        let with = |index: Index, name: &str| Index { included: [name.to_owned()].into(), ..index };
        let of_hash = |index: Index| Index { method: "hash".into(), ..index };
        let cases: [(&str, [Index; 2], &[&str]); 14] = [
            ("same", [index("a", "x y"), index("b", "x y")], &["b does the same as a"]),
            ("other order", [index("a", "x y"), index("b", "y x")], &[]),
            ("prefix", [index("a", "x"), index("b", "x y")], &["a is the beginning of b"]),
            ("not a prefix", [index("a", "y"), index("b", "x y")], &[]),
            ("unique stays", [index("a", "x"), unique(index("b", "x"))], &["a does the same as b"]),
            ("unique prefix stays", [unique(index("a", "x")), index("b", "x y")], &[]),
            (
                "constraint stays",
                [unique(index("a", "x")), constraint(index("b", "x"))],
                &["a does the same as b"],
            ),
            ("partial is another", [partial(index("a", "x")), index("b", "x")], &[]),
            ("partial in whole", [partial(index("a", "x")), index("b", "x y")], &["a is the beginning of b"]),
            ("whole not in partial", [index("a", "x"), partial(index("b", "x y"))], &[]),
            ("included", [index("a", "x"), with(index("b", "x"), "z")], &["a is the beginning of b"]),
            ("included missing", [with(index("a", "x"), "z"), index("b", "x y")], &[]),
            (
                "included as key",
                [with(index("a", "x"), "y"), index("b", "x y")],
                &["a is the beginning of b"],
            ),
            ("other method", [of_hash(index("a", "x")), index("b", "x y")], &[]),
        ];
        for (name, indexes, expected) in cases {
            assert_eq!(told(&indexes), expected, "{name}");
        }
    }

    #[test]
    fn uniqueness_is_not_given_up_for_another_kind_of_it() {
        let plain = Index { unique: true, strictness: (true, false), ..index("a", "x") };
        let nulls = Index { unique: true, strictness: (true, true), ..index("b", "x") };
        assert!(told(&[plain, nulls]).is_empty());
    }

    #[test]
    fn of_many_that_are_the_same_the_one_that_is_relied_on_stays() {
        let referenced =
            Index { is_referenced: true, unique: true, constraint: Some("c".into()), ..index("c", "x") };
        let found = find(&[index("a", "x"), index("b", "x"), referenced]);
        let mut dropped: Vec<_> = found.iter().map(|finding| finding.index.as_deref().unwrap()).collect();
        dropped.sort_unstable();
        assert_eq!(dropped, ["a", "b"]);
    }
}
