//! Foreign keys that nothing helps to look up.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{CREATE_LOCK, Index, list};
use super::{IndexFinding, IndexFindingKind};
use crate::health::{Fix, Level, Row};

/// From how many rows on a look-up without an index is felt.
const LARGE_TABLE_ROWS: f64 = 10_000.0;

/// Joins lists of columns.
const KEY_SEPARATOR: char = '\u{1e}';

const WHY: &str = "Each delete of a row that it refers to reads the whole table, and holds its locks \
                   meanwhile. A warning from 10000 rows on when such rows are deleted, else a notice.";

/// Foreign keys without an index that begins with their columns. `key` is the tenant's column, which comes
/// first in an index that is proposed.
pub(super) fn find(indexes: &[Index], references: &[Row], key: Option<&str>) -> Vec<IndexFinding> {
    let mut tables: BTreeMap<&str, Vec<&Index>> = BTreeMap::new();
    for index in indexes {
        tables.entry(&index.table).or_default().push(index);
    }
    let helped = |row: &Row| {
        let keys = row.some(7).into_iter().flat_map(|keys| keys.split(KEY_SEPARATOR));
        let ways: Vec<Vec<String>> = keys.chain([row.text(3)]).map(list).collect();
        let indexes = tables.get(row.text(0)).into_iter().flatten();
        indexes.into_iter().any(|index| ways.iter().any(|columns| helps(index, columns)))
    };
    references.iter().filter(|row| !helped(row)).map(|row| missing(row, key)).collect()
}

/// Whether an index finds the few rows with given values in these columns.
fn helps(index: &Index, columns: &[String]) -> bool {
    let wanted: BTreeSet<&String> = columns.iter().collect();
    let begins: BTreeSet<&String> = index.columns.iter().take(columns.len()).collect();
    // With fewer columns it finds one row at most.
    let identifies = index.unique && index.columns.iter().all(|name| wanted.contains(name));
    index.valid
        && index.predicate.is_none()
        && (index.method == "btree" || index.method == "hash")
        && (begins == wanted || identifies)
}

fn missing(row: &Row, key: Option<&str>) -> IndexFinding {
    let mut columns = list(row.text(3));
    columns.sort_by_key(|name| key != Some(name.as_str()));
    let (table, rows, deletes) = (row.text(0), row.number(4).unwrap_or(-1.0), row.count(5));
    let level = if rows >= LARGE_TABLE_ROWS && deletes > 0 { Level::Warning } else { Level::Notice };
    let how = if row.is(6) { "" } else { "CONCURRENTLY " };
    let size = if rows < 0.0 { "was never analyzed".to_owned() } else { format!("has about {rows:.0} rows") };
    IndexFinding {
        kind: IndexFindingKind::MissingForeignKey,
        level,
        table: table.to_owned(),
        index: None,
        declared: false,
        bytes: None,
        scans: None,
        writes: None,
        summary: format!("no index on the foreign key {} ({}) of {table}", row.text(1), columns.join(", ")),
        reason: WHY,
        evidence: vec![
            format!("{table} {size}"),
            format!("{deletes} rows of {} were deleted since uses are counted", row.text(2)),
        ],
        fix: Some(Fix {
            sql: format!("CREATE INDEX {how}ON {table} ({});", columns.join(", ")),
            lock: CREATE_LOCK.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_on_what_identifies_the_other_row_helps() {
        let index = |column: &str| Index {
            table: "t".into(),
            method: "btree".into(),
            valid: true,
            columns: vec![column.to_owned()],
            ..Index::default()
        };
        let keys = "tenant_id\u{1f}a\u{1e}a";
        let reference = Row::of(&["t", "fk", "parent", "tenant_id\u{1f}a", "20000", "5", "f", keys]);
        for (column, helps) in [("a", true), ("tenant_id", false)] {
            let found = find(&[index(column)], std::slice::from_ref(&reference), Some("tenant_id"));
            assert_eq!(found.is_empty(), helps, "{column}");
        }
    }

    #[test]
    fn an_index_helps_that_begins_with_the_columns_in_any_order_or_identifies_the_row() {
        let reference = Row::of(&["t", "fk", "parent", "a\u{1f}tenant_id", "20000", "5", "f"]);
        let cases: [(&[&str], bool, bool); 6] = [
            (&["a", "tenant_id"], false, true),
            (&["tenant_id", "a", "z"], false, true),
            (&["tenant_id"], false, false),
            (&["tenant_id", "z", "a"], false, false),
            (&["a"], true, true),
            (&["a", "z"], true, false),
        ];
        for (columns, unique, helps) in cases {
            let index = Index {
                table: "t".into(),
                method: "btree".into(),
                valid: true,
                unique,
                columns: columns.iter().map(ToString::to_string).collect(),
                ..Index::default()
            };
            let found = find(&[index], std::slice::from_ref(&reference), Some("tenant_id"));
            assert_eq!(found.is_empty(), helps, "{columns:?}");
        }
        let found = find(&[], &[reference], Some("tenant_id"));
        assert_eq!(found[0].level, Level::Warning);
        assert_eq!(found[0].fix.as_ref().unwrap().sql, "CREATE INDEX CONCURRENTLY ON t (tenant_id, a);");
    }
}
