//! Indexes that are much larger than their entries need, by estimate.

use std::collections::BTreeMap;

use super::model::Index;
use super::{Answer, IndexFindingKind};
use crate::health::{Fix, Level, Row, Unit};

/// Page header and special space of a B-tree page, in bytes.
const PAGE_OVERHEAD: f64 = 40.0;
/// What a B-tree leaves free when it is built, unless told otherwise.
const DEFAULT_FILLFACTOR: f64 = 90.0;
/// Random inserts alone leave a third free; half is more than they do.
const MIN_WASTE_SHARE: f64 = 0.5;
/// Less is not worth the work, in bytes.
const MIN_WASTE_BYTES: f64 = 10.0 * 1_048_576.0;
/// From here on reading and caching the empty pages is felt, in bytes.
const MUCH_WASTE_BYTES: f64 = 1_073_741_824.0;

const WHY: &str = "Empty pages are read, cached and backed up. An estimate from the planner's statistics, \
                   told from half of the index and 10 MiB on; a warning from 1 GiB on. An index with many \
                   equal keys needs less than is estimated, so its bloat is larger than is told.";

/// Bloated B-trees; why none can be estimated, if so.
pub(super) fn find(indexes: &[Index], widths: &[Row]) -> Answer {
    let known: BTreeMap<&str, (f64, f64)> =
        widths.iter().filter_map(|row| Some((row.text(0), (row.number(1)?, row.number(2)?)))).collect();
    if known.is_empty() && !widths.is_empty() {
        return Err(
            "no statistics of the columns: the tables were never analyzed, or may not be read".to_owned()
        );
    }
    let mut findings = Vec::new();
    for index in indexes {
        let Some((block, width)) = known.get(index.name.as_str()) else { continue };
        let (needed, bytes) = (needed(index, *block, *width), index.bytes as f64);
        let waste = bytes - needed;
        if waste < MIN_WASTE_BYTES || waste < bytes * MIN_WASTE_SHARE {
            continue;
        }
        let level = if waste >= MUCH_WASTE_BYTES { Level::Warning } else { Level::Notice };
        let summary = format!(
            "{} has {}, of which about {} are empty",
            index.name,
            Unit::Bytes.show(bytes),
            Unit::Bytes.show(waste)
        );
        let mut finding = index.finding(IndexFindingKind::Bloated, level, summary, WHY);
        finding.evidence.push(format!("about {:.0} entries of {width:.0} bytes", index.entries));
        finding.fix = Some(Fix {
            sql: format!("REINDEX INDEX CONCURRENTLY {};", index.name),
            lock:
                "SHARE UPDATE EXCLUSIVE on the table: reads and writes go on; it waits for older transactions"
                    .to_owned(),
        });
        findings.push(finding);
    }
    Ok(findings)
}

/// The size of the index if it were built now, in bytes.
fn needed(index: &Index, block: f64, width: f64) -> f64 {
    let fill = index.fillfactor.unwrap_or(DEFAULT_FILLFACTOR) / 100.0;
    let per_page = ((block - PAGE_OVERHEAD) * fill / width.max(1.0)).floor().max(1.0);
    ((index.entries.max(0.0) / per_page).ceil() + 1.0) * block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_bloated_when_half_of_it_and_much_is_empty() {
        // An entry of 20 bytes: 366 on a page, so a million need 21 MiB.
        let cases = [
            (22, 1_000_000.0, None),
            (40, 1_000_000.0, None),
            (44, 1_000_000.0, Some(Level::Notice)),
            (9, 0.0, None),
            (1100, 1_000_000.0, Some(Level::Warning)),
        ];
        for (mebibytes, entries, level) in cases {
            let index = Index { name: "i".into(), bytes: mebibytes << 20, entries, ..Index::default() };
            let found = find(&[index], &[Row::of(&["i", "8192", "20"])]).unwrap();
            assert_eq!(
                found.first().map(|finding| finding.level),
                level,
                "{mebibytes} MiB, {entries} entries"
            );
        }
    }

    #[test]
    fn without_statistics_nothing_is_estimated() {
        assert!(find(&[], &[Row::of(&["i", "8192", "NULL"])]).is_err());
        assert!(find(&[], &[]).unwrap().is_empty());
    }
}
