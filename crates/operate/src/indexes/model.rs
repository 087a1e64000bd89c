//! An index as plain data.

use std::collections::BTreeSet;

use super::{IndexFinding, IndexFindingKind};
use crate::counted::counted;
use crate::health::{Fix, Level, Row, Unit};

/// Joins lists in the answers.
const SEPARATOR: char = '\u{1f}';

/// What a concurrent build takes.
pub(super) const CREATE_LOCK: &str = "SHARE UPDATE EXCLUSIVE on the table: reads and writes go on; on a \
                                      partitioned table, which takes no concurrent build, SHARE: writes wait";

/// An index with its use.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    pub(super) table: String,
    /// Qualified and quoted where need be.
    pub(super) name: String,
    pub(super) declared: bool,
    pub(super) method: String,
    /// What it orders by: column or expression, operator class, collation and direction.
    pub(super) keys: Vec<String>,
    /// The columns among them; empty for an expression.
    pub(super) columns: Vec<String>,
    pub(super) included: BTreeSet<String>,
    pub(super) predicate: Option<String>,
    pub(super) unique: bool,
    /// The constraint that it serves.
    pub(super) constraint: Option<String>,
    /// Whether foreign keys rely on it.
    pub(super) is_referenced: bool,
    pub(super) is_replica_identity: bool,
    pub(super) valid: bool,
    /// Whether it refuses duplicates at once, and nulls as duplicates.
    pub(super) strictness: (bool, bool),
    pub(super) bytes: u64,
    /// Entries by estimate; negative before the first count.
    pub(super) entries: f64,
    pub(super) table_rows: f64,
    pub(super) scans: u64,
    /// Scans of the table by whatever way.
    pub(super) table_scans: u64,
    pub(super) writes: u64,
    pub(super) is_partitioned: bool,
    /// The index of the partitioned table that it is part of.
    pub(super) root: Option<String>,
    pub(super) lists: Option<f64>,
    pub(super) fillfactor: Option<f64>,
    pub(super) building: bool,
    /// How many indexes the table has.
    pub(super) siblings: u64,
}

impl Index {
    /// Reads a row of `indexes.sql`.
    pub(super) fn of(row: &Row, declared: &BTreeSet<String>) -> Index {
        Index {
            table: row.text(0).to_owned(),
            name: row.text(1).to_owned(),
            declared: declared.contains(row.text(1)) || declared.contains(row.text(2)),
            method: row.text(3).to_owned(),
            keys: list(row.text(4)),
            columns: list(row.text(5)),
            included: list(row.text(6)).into_iter().filter(|name| !name.is_empty()).collect(),
            predicate: row.some(7).map(str::to_owned),
            unique: row.is(8),
            constraint: row.some(9).map(str::to_owned),
            is_referenced: row.is(10),
            is_replica_identity: row.is(11),
            valid: row.is(12),
            strictness: (row.is(13), row.is(14)),
            bytes: row.count(15),
            entries: row.number(16).unwrap_or(-1.0),
            table_rows: row.number(17).unwrap_or(-1.0),
            scans: row.count(18),
            table_scans: row.count(19),
            writes: row.count(20),
            is_partitioned: row.is(21),
            root: row.some(22).map(str::to_owned),
            lists: row.number(23),
            fillfactor: row.number(24),
            building: row.is(25),
            siblings: row.count(26),
        }
    }

    /// Whether something besides queries needs it.
    pub(super) fn is_needed(&self) -> bool {
        self.unique || self.constraint.is_some() || self.is_replica_identity
    }

    /// A finding about it without a fix, with size and write cost as evidence.
    pub(super) fn finding(
        &self,
        kind: IndexFindingKind,
        level: Level,
        summary: String,
        reason: &'static str,
    ) -> IndexFinding {
        let evidence = vec![
            format!("{}, {}", Unit::Bytes.show(self.bytes as f64), counted(self.scans, "scan")),
            format!(
                "written {}; one of {} that each write pays for",
                counted(self.writes, "time"),
                counted(self.siblings, "index")
            ),
        ];
        IndexFinding {
            kind,
            level,
            table: self.table.clone(),
            index: Some(self.name.clone()),
            declared: self.declared,
            bytes: Some(self.bytes),
            scans: Some(self.scans),
            writes: Some(self.writes),
            summary: if self.declared { format!("{summary}; the migrations declare it") } else { summary },
            reason,
            evidence,
            fix: None,
        }
    }

    /// How to be rid of it.
    pub(super) fn dropped(&self) -> Fix {
        let (sql, lock) = match (&self.constraint, self.is_partitioned) {
            (Some(constraint), _) => (
                format!(
                    "ALTER TABLE {} DROP CONSTRAINT {};",
                    self.table,
                    bulkhead_connect::quote_identifier(constraint)
                ),
                "ACCESS EXCLUSIVE on the table, for a moment",
            ),
            (None, true) => (
                format!("DROP INDEX {};", self.name),
                "ACCESS EXCLUSIVE on the table and its partitions, for a moment",
            ),
            (None, false) => (
                format!("DROP INDEX CONCURRENTLY {};", self.name),
                "SHARE UPDATE EXCLUSIVE on the table: reads and writes go on; it waits for older \
                 transactions",
            ),
        };
        let how = "-- the migrations declare it: drop it with a new version, not by hand\n";
        Fix { sql: format!("{}{sql}", if self.declared { how } else { "" }), lock: lock.to_owned() }
    }
}

/// The parts of a joined list.
pub(super) fn list(text: &str) -> Vec<String> {
    text.split(SEPARATOR).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_migrations_declare_is_not_dropped_by_hand() {
        let index = Index { table: "t".into(), name: "i".into(), ..Index::default() };
        assert_eq!(index.dropped().sql, "DROP INDEX CONCURRENTLY i;");
        let declared = Index { declared: true, ..index };
        assert!(declared.dropped().sql.starts_with("-- the migrations declare it"));
        let finding = declared.finding(IndexFindingKind::Unused, Level::Notice, "i is unused".to_owned(), "");
        assert_eq!(finding.summary, "i is unused; the migrations declare it");
    }
}
