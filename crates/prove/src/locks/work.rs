//! How long a statement would work on a table of a given size, roughly.
//!
//! The figures are for a plain server whose disk is also serving traffic. They are assumptions and not
//! promises: they tell a hundredth of a second from a minute, which is what a decision needs.

use super::live::Size;
use super::report::LockedRelation;

const MIB: u64 = 1024 * 1024;
const GIB: u64 = 1024 * MIB;

/// Bytes of the table that a scan checks in a second, from disk.
const SCAN_BYTES_PER_S: u64 = 100 * MIB;
/// Rows that a scan checks in a second, from memory.
const SCAN_ROWS_PER_S: u64 = 2_000_000;
/// Bytes of the table that are read and sorted into one index in a second.
const INDEX_BYTES_PER_S: u64 = 50 * MIB;
/// Rows that are sorted into one index in a second.
const INDEX_ROWS_PER_S: u64 = 500_000;
/// Bytes of table and indexes that are written anew in a second, with their WAL.
const REWRITE_BYTES_PER_S: u64 = 30 * MIB;
/// Rows that are written anew in a second, with their index entries.
const REWRITE_ROWS_PER_S: u64 = 200_000;

/// What nobody notices, in milliseconds: the time of a slow request, and far below what makes connections
/// pile up.
pub(super) const SHORT_MS: u64 = 100;
/// From here on users see errors and pools run dry when reads wait, in milliseconds.
pub(super) const LONG_MS: u64 = 1_000;
/// The same for writes, which an application more often has fewer of and tries again.
pub(super) const LONG_FOR_WRITES_MS: u64 = 10_000;

/// What a statement does to all rows of a table, the longest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Writes them anew.
    Rewrite,
    /// Builds an index on them.
    IndexBuild,
    /// Reads them.
    Scan,
}

impl Work {
    /// The work of a statement on a relation.
    pub fn of(locked: &LockedRelation) -> Option<Work> {
        match locked {
            LockedRelation { rewrite: true, .. } => Some(Work::Rewrite),
            LockedRelation { index_build: true, .. } => Some(Work::IndexBuild),
            LockedRelation { scan: true, .. } => Some(Work::Scan),
            _ => None,
        }
    }

    /// How long it takes, in milliseconds: by bytes or by rows, whichever is longer.
    pub fn milliseconds(self, size: &Size) -> u64 {
        let (bytes, bytes_per_s, rows_per_s) = match self {
            Work::Rewrite => (size.bytes, REWRITE_BYTES_PER_S, REWRITE_ROWS_PER_S),
            Work::IndexBuild => (size.heap_bytes, INDEX_BYTES_PER_S, INDEX_ROWS_PER_S),
            Work::Scan => (size.heap_bytes, SCAN_BYTES_PER_S, SCAN_ROWS_PER_S),
        };
        let milliseconds = |number: u64, per_s: u64| number.saturating_mul(1000) / per_s;
        milliseconds(bytes, bytes_per_s).max(milliseconds(size.rows, rows_per_s))
    }

    /// The speed that the estimate rests on.
    pub fn speed(self) -> String {
        let (bytes_per_s, rows_per_s) = match self {
            Work::Rewrite => (REWRITE_BYTES_PER_S, REWRITE_ROWS_PER_S),
            Work::IndexBuild => (INDEX_BYTES_PER_S, INDEX_ROWS_PER_S),
            Work::Scan => (SCAN_BYTES_PER_S, SCAN_ROWS_PER_S),
        };
        format!("{} MiB/s or {rows_per_s} rows/s", bytes_per_s / MIB)
    }

    /// What is done, as in "while it scans public.t".
    pub fn words(self) -> &'static str {
        match self {
            Work::Rewrite => "rewrites",
            Work::IndexBuild => "builds an index on",
            Work::Scan => "scans",
        }
    }
}

/// About so long, in words.
pub(super) fn duration(milliseconds: u64) -> String {
    match milliseconds {
        0..1_000 => format!("{}.{} s", milliseconds / 1_000, milliseconds % 1_000 / 100),
        1_000..120_000 => format!("{} s", milliseconds / 1_000),
        120_000..7_200_000 => format!("{} min", milliseconds / 60_000),
        _ => format!("{} h", milliseconds / 3_600_000),
    }
}

/// Bytes and rows, in words.
pub(super) fn size(size: &Size) -> String {
    let bytes = size.bytes;
    let (unit, name) = match bytes {
        0..MIB => (1024, "KiB"),
        MIB..GIB => (MIB, "MiB"),
        _ => (GIB, "GiB"),
    };
    format!("{}.{} {name}, about {} rows", bytes / unit, bytes % unit * 10 / unit, size.rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(heap_bytes: u64, rows: u64) -> Size {
        Size { bytes: heap_bytes * 2, heap_bytes, rows, reads: Some(0), writes: Some(0) }
    }

    #[test]
    fn the_longer_of_bytes_and_rows_counts() {
        // Heap in MiB, rows; milliseconds of a rewrite, an index build and a scan.
        let cases = [
            (0, 0, [0, 0, 0]),
            (1, 100, [66, 20, 10]),
            (20, 200_000, [1_333, 400, 200]),
            (1, 200_000, [1_000, 400, 100]),
            (3_000, 10_000_000, [200_000, 60_000, 30_000]),
        ];
        for (heap, rows, expected) in cases {
            let size = of(heap * MIB, rows);
            let works = [Work::Rewrite, Work::IndexBuild, Work::Scan];
            assert_eq!(works.map(|work| work.milliseconds(&size)), expected, "{heap} MiB, {rows} rows");
        }
        assert!(Work::Rewrite.milliseconds(&of(u64::MAX / 4, u64::MAX)) > LONG_FOR_WRITES_MS);
    }

    #[test]
    fn durations_and_sizes_are_said_with_their_unit() {
        let said = [150, 1_500, 119_999, 120_000, 9_000_000].map(duration);
        assert_eq!(said, ["0.1 s", "1 s", "119 s", "2 min", "2 h"]);
        assert_eq!(size(&of(4 * 1024, 7)), "8.0 KiB, about 7 rows");
        assert_eq!(size(&of(6 * MIB + MIB / 4, 7)), "12.5 MiB, about 7 rows");
        assert_eq!(size(&of(600 * MIB, 7)), "1.1 GiB, about 7 rows");
    }
}
