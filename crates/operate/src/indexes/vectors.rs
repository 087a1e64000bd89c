//! Indexes for the search of near vectors whose lists do not fit the number of rows.

use super::model::Index;
use super::{IndexFinding, IndexFindingKind};
use crate::health::{Fix, Level};

/// What pgvector takes when an index names no number of lists.
const DEFAULT_LISTS: f64 = 100.0;
/// pgvector advises a thousand rows for each list up to a million rows.
const ADVISED_ROWS_PER_LIST: f64 = 1000.0;
/// A tenth of that is too few for the centres of the lists to mean anything.
const MIN_ROWS_PER_LIST: f64 = 100.0;
/// Fewer rows than this the planner reads one by one, whatever their width, and a search misses nothing.
const MIN_INDEXED_ROWS: f64 = 100.0;
/// Ten times that makes every search read ten times as much as it should.
const MAX_ROWS_PER_LIST: f64 = 10_000.0;

const SET_AND_REINDEX_LOCK: &str = "SHARE UPDATE EXCLUSIVE on the table: reads and writes go on; the setting \
                                    alone stops them for a moment";

const FEW: &str = "The centres of the lists are learned from the rows that are there when the index is \
                   built. With fewer than 100 rows a list they are accidental, and searches miss near rows.";
const TINY: &str = "The planner reads fewer than 100 rows one by one, so nothing is missed yet. The index is to be built \
                    again when the rows have come.";
const MANY: &str =
    "A search reads whole lists. With more than 10000 rows a list it reads ten times what it should.";

/// Indexes of the method ivfflat with too few or too many rows for their lists.
pub(super) fn find(indexes: &[Index]) -> Vec<IndexFinding> {
    // Before the first ANALYZE nobody knows how many rows there are.
    let judged =
        indexes.iter().filter(|index| index.method == "ivfflat" && index.valid && index.table_rows >= 0.0);
    judged.filter_map(finding).collect()
}

fn finding(index: &Index) -> Option<IndexFinding> {
    let lists = index.lists.unwrap_or(DEFAULT_LISTS);
    let (level, reason) = match index.table_rows / lists.max(1.0) {
        // Nothing is searched yet, so nothing is missed.
        0.0 => (Level::Notice, FEW),
        _ if index.table_rows < MIN_INDEXED_ROWS => (Level::Notice, TINY),
        per_list if per_list < MIN_ROWS_PER_LIST => (Level::Warning, FEW),
        per_list if per_list > MAX_ROWS_PER_LIST => (Level::Notice, MANY),
        _ => return None,
    };
    let summary = format!("{} has {lists:.0} lists for about {:.0} rows", index.name, index.table_rows);
    let mut finding = index.finding(IndexFindingKind::VectorLists, level, summary, reason);
    finding.evidence.push("an index built before the rows came is to be built again after them".to_owned());
    if index.table_rows > 0.0 {
        let (name, advised) = (&index.name, advised(index.table_rows));
        finding.evidence.push(format!("pgvector advises {advised:.0} lists for this number of rows"));
        finding.fix = Some(Fix {
            sql: format!(
                "ALTER INDEX {name} SET (lists = {advised:.0});\nREINDEX INDEX CONCURRENTLY {name};"
            ),
            lock: SET_AND_REINDEX_LOCK.to_owned(),
        });
    }
    Some(finding)
}

/// Rows by a thousand, from a million rows on their square root.
fn advised(rows: f64) -> f64 {
    if rows > 1_000_000.0 { rows.sqrt().round() } else { (rows / ADVISED_ROWS_PER_LIST).ceil().max(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_to_fit_the_rows() {
        let cases = [
            ("ivfflat", Some(100.0), 500.0, Some(Level::Warning)),
            ("ivfflat", None, 0.0, Some(Level::Notice)),
            ("ivfflat", None, 99.0, Some(Level::Notice)),
            ("ivfflat", None, 100.0, Some(Level::Warning)),
            ("ivfflat", None, 9_999.0, Some(Level::Warning)),
            ("ivfflat", None, 10_000.0, None),
            ("ivfflat", Some(10.0), 200_000.0, Some(Level::Notice)),
            ("ivfflat", Some(1.0), -1.0, None),
            ("hnsw", None, 5.0, None),
        ];
        for (method, lists, table_rows, level) in cases {
            let index = Index { method: method.into(), lists, table_rows, valid: true, ..Index::default() };
            let found = find(&[index]);
            assert_eq!(found.first().map(|finding| finding.level), level, "{method} {lists:?} {table_rows}");
        }
    }

    #[test]
    fn advice_is_that_of_pgvector() {
        for (rows, lists) in [(0.0, 1.0), (5_000.0, 5.0), (1_000_000.0, 1000.0), (4_000_000.0, 2000.0)] {
            assert_eq!(advised(rows), lists);
        }
    }
}
