//! Names of WAL segments, and which of them are missing in an archive.

/// How many missing segments are named.
const NAMED: usize = 100;

/// A WAL segment: 24 hexadecimal digits, the timeline first (PG 17 manual, 28.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Segment {
    timeline: u32,
    high: u32,
    low: u32,
}

impl Segment {
    /// Reads the name of a file in an archive: a segment, compressed or with pgBackRest's checksum behind it.
    /// Segments that were cut short by a promotion (`.partial`), histories and backup labels are none.
    pub(super) fn of_file(name: &str) -> Option<Segment> {
        let digits = name.get(..24)?;
        let rest = &name[24..];
        let packed = [".gz", ".zst", ".lz4", ".bz2", ".xz", ".br", ".lzma"];
        let checksum = rest.starts_with('-') && rest.len() > 40;
        if !(rest.is_empty() || packed.contains(&rest) || checksum) {
            return None;
        }
        Segment::parse(digits)
    }

    /// Reads exactly 24 digits.
    pub(super) fn parse(digits: &str) -> Option<Segment> {
        if digits.len() != 24 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |range: std::ops::Range<usize>| u32::from_str_radix(&digits[range], 16).ok();
        Some(Segment { timeline: part(0..8)?, high: part(8..16)?, low: part(16..24)? })
    }

    /// The segment that holds a position.
    pub(super) fn at(timeline: u32, lsn: u64, segment_bytes: u64) -> Segment {
        Segment { timeline, ..Segment::numbered(0, lsn / segment_bytes, segment_bytes) }
    }

    /// The name.
    pub(super) fn name(&self) -> String {
        format!("{:08X}{:08X}{:08X}", self.timeline, self.high, self.low)
    }

    /// The first position in it.
    pub(super) fn begins(&self, segment_bytes: u64) -> u64 {
        self.number(segment_bytes) * segment_bytes
    }

    fn number(self, segment_bytes: u64) -> u64 {
        u64::from(self.high) * per_file(segment_bytes) + u64::from(self.low)
    }

    fn numbered(timeline: u32, number: u64, segment_bytes: u64) -> Segment {
        let per_file = per_file(segment_bytes);
        let part = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
        Segment { timeline, high: part(number / per_file), low: part(number % per_file) }
    }
}

/// How many segments share the middle eight digits: 4 GiB of them.
fn per_file(segment_bytes: u64) -> u64 {
    0x1_0000_0000 / segment_bytes.clamp(1 << 20, 1 << 30)
}

/// The segments that are missing between those of one timeline, which are sorted. Between timelines nothing is said:
/// the older one may end anywhere.
pub(super) fn missing(sorted: &[Segment], segment_bytes: u64) -> Vec<String> {
    let mut missing = Vec::new();
    for pair in sorted.windows(2) {
        if pair[0].timeline != pair[1].timeline {
            continue;
        }
        let (from, to) = (pair[0].number(segment_bytes) + 1, pair[1].number(segment_bytes));
        let gap = (from..to).map(|number| Segment::numbered(pair[0].timeline, number, segment_bytes).name());
        missing.extend(gap.take(NAMED.saturating_sub(missing.len())));
    }
    missing
}

/// A position as PostgreSQL writes it: `16/B374D848`.
pub(super) fn lsn(text: &str) -> Option<u64> {
    let (high, low) = text.trim().split_once('/')?;
    Some(u64::from_str_radix(high, 16).ok()? << 32 | u64::from_str_radix(low, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1 << 20;

    #[test]
    fn only_whole_segments_count() {
        let checksum = format!("0000000100000000000000AB-{}.gz", "a".repeat(40));
        let cases = [
            ("000000010000000000000001", true),
            ("000000010000000000000001.gz", true),
            ("000000010000000000000001.zst", true),
            (checksum.as_str(), true),
            ("000000010000000000000001.partial", false),
            ("000000010000000000000001.00000028.backup", false),
            ("00000002.history", false),
            ("archive_status", false),
        ];
        for (name, segment) in cases {
            assert_eq!(Segment::of_file(name).is_some(), segment, "{name}");
        }
    }

    #[test]
    fn a_gap_is_named_also_where_the_middle_digits_change() {
        let segments =
            |names: &[&str]| names.iter().filter_map(|name| Segment::parse(name)).collect::<Vec<_>>();
        let cases: [(&[&str], u64, &[&str]); 5] = [
            (&["000000010000000000000001", "000000010000000000000002"], 16, &[]),
            (
                &["000000010000000000000001", "000000010000000000000004"],
                16,
                &["000000010000000000000002", "000000010000000000000003"],
            ),
            (&["0000000100000000000000FF", "000000010000000100000000"], 16, &[]),
            (&["00000001000000000000003F", "000000010000000100000001"], 64, &["000000010000000100000000"]),
            (&["000000010000000000000001", "000000020000000000000009"], 16, &[]),
        ];
        for (names, mib, gap) in cases {
            assert_eq!(missing(&segments(names), mib * MIB), gap, "{names:?}");
        }
    }

    #[test]
    fn a_position_lies_in_its_segment() {
        let position = lsn("1/B374D848").unwrap();
        let segment = Segment::at(3, position, 16 * MIB);
        assert_eq!(segment.name(), "0000000300000001000000B3");
        assert!((segment.begins(16 * MIB)..segment.begins(16 * MIB) + 16 * MIB).contains(&position));
        assert_eq!(lsn("nonsense"), None);
    }
}
