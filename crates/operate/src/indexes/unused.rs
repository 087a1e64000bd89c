//! Indexes that no query has used.

use std::collections::BTreeMap;

use super::model::Index;
use super::{Answer, IndexFinding, IndexFindingKind};
use crate::health::{Facts, Level, Unit};

/// How long uses must have been counted, in seconds: two weeks, so that what runs once a week
/// is in it.
const MIN_STATISTICS_SECONDS: f64 = 14.0 * 86_400.0;
/// Smaller ones cost next to nothing; in bytes.
const MIN_BYTES: u64 = 10 * 1024 * 1024;

const WHY: &str = "It takes space and slows every write. Told after two weeks of counting, from 10 MiB on, \
                   and never for one that serves a constraint, uniqueness or replication. The server does \
                   not tell when an index was made: a new one has not been used either.";

/// All of them; why they cannot be told, if so.
pub(super) fn find(indexes: &[Index], facts: &Facts) -> Answer {
    if facts.in_recovery {
        return Err("this is a standby: it counts its own uses only".to_owned());
    }
    if !facts.tracks_counts {
        return Err("the setting track_counts is off".to_owned());
    }
    let Some(age) = facts.statistics_seconds else {
        return Err("the server does not say since when it counts uses".to_owned());
    };
    if age < MIN_STATISTICS_SECONDS {
        return Err(format!(
            "uses are counted for {} only; it takes two weeks to judge",
            Unit::Seconds.show(age)
        ));
    }
    let whole = with_parts(indexes);
    let unused = whole.iter().filter(|index| {
        index.scans == 0
            && index.bytes >= MIN_BYTES
            && !index.is_needed()
            && index.valid
            && index.table_scans > 0
    });
    Ok(unused.map(|index| finding(index, age, facts.standbys)).collect())
}

fn finding(index: &Index, age: f64, standbys: u64) -> IndexFinding {
    let since = Unit::Seconds.show(age);
    let summary = format!("{} was not used for {since}", index.name);
    let mut finding = index.finding(IndexFindingKind::Unused, Level::Notice, summary, WHY);
    finding.evidence.push(format!("its table was scanned {} times by other ways", index.table_scans));
    if standbys > 0 {
        finding.evidence.push(format!("{standbys} standbys count their uses themselves: ask there first"));
    } else {
        finding.fix = Some(index.dropped());
    }
    finding
}

/// The indexes that can be dropped: those of partitions are counted for the one they are part of.
fn with_parts(indexes: &[Index]) -> Vec<Index> {
    let mut parts: BTreeMap<&str, (u64, u64, u64, u64)> = BTreeMap::new();
    for part in indexes {
        if let Some(root) = &part.root {
            let sum = parts.entry(root).or_default();
            *sum = (sum.0 + part.bytes, sum.1 + part.scans, sum.2 + part.table_scans, sum.3 + part.writes);
        }
    }
    let whole = indexes.iter().filter(|index| index.root.is_none()).cloned();
    whole
        .map(|mut index| {
            if let Some((bytes, scans, table_scans, writes)) = parts.get(index.name.as_str()) {
                index.bytes += bytes;
                index.scans += scans;
                index.table_scans += table_scans;
                index.writes += writes;
            }
            index
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts { tracks_counts: true, statistics_seconds: Some(30.0 * 86_400.0), ..Facts::default() }
    }

    fn index() -> Index {
        Index { name: "i".into(), bytes: MIN_BYTES, valid: true, table_scans: 9, ..Index::default() }
    }

    #[test]
    fn only_an_index_that_nothing_needs_is_unused() {
        let cases = [
            (index(), true),
            (Index { scans: 1, ..index() }, false),
            (Index { bytes: MIN_BYTES - 1, ..index() }, false),
            (Index { unique: true, ..index() }, false),
            (Index { constraint: Some("c".into()), ..index() }, false),
            (Index { is_replica_identity: true, ..index() }, false),
            (Index { table_scans: 0, ..index() }, false),
        ];
        for (index, unused) in cases {
            let found = find(std::slice::from_ref(&index), &facts()).unwrap();
            assert_eq!(!found.is_empty(), unused, "{index:?}");
        }
    }

    #[test]
    fn who_cannot_know_does_not_tell() {
        let blind = [
            Facts { in_recovery: true, ..facts() },
            Facts { tracks_counts: false, ..facts() },
            Facts { statistics_seconds: None, ..facts() },
            Facts { statistics_seconds: Some(13.0 * 86_400.0), ..facts() },
        ];
        for facts in blind {
            assert!(find(&[index()], &facts).is_err(), "{facts:?}");
        }
    }

    #[test]
    fn standbys_are_asked_before_anything_is_dropped() {
        assert!(find(&[index()], &facts()).unwrap()[0].fix.is_some());
        let facts = Facts { standbys: 1, ..facts() };
        assert!(find(&[index()], &facts).unwrap()[0].fix.is_none());
    }

    #[test]
    fn parts_count_for_the_whole() {
        let whole = Index { is_partitioned: true, bytes: 0, table_scans: 0, ..index() };
        let part = |scans| Index { name: "p".into(), root: Some("i".into()), scans, ..index() };
        assert_eq!(find(&[whole.clone(), part(0)], &facts()).unwrap().len(), 1);
        assert!(find(&[whole, part(0), part(1)], &facts()).unwrap().is_empty());
    }
}
