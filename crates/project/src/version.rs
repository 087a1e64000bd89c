//! Version numbers of migrations.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::Serialize;

/// A version as written in a file name or a ledger, compared as integers: `002` equals `2`.
///
/// Flyway's dotted versions (`2.1`) compare number by number.
#[derive(Clone, Debug)]
pub struct Version {
    numbers: Vec<u64>,
    text: String,
}

impl Version {
    /// Reads digits, or groups of digits separated by `.` or `_`; `None` for anything else or above 2^64-1.
    pub fn parse(text: &str) -> Option<Version> {
        let mut numbers = Vec::with_capacity(1);
        for group in text.split(['.', '_']) {
            if group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            numbers.push(group.parse().ok()?);
        }
        while numbers.len() > 1 && numbers.last() == Some(&0) {
            numbers.pop();
        }
        Some(Version { numbers, text: text.to_owned() })
    }

    /// The version as it was written, leading zeros included.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first (for most projects the only) number.
    pub fn number(&self) -> u64 {
        self.numbers[0]
    }

    /// The same style of version with another number, padded to the same width.
    pub fn with_number(&self, number: u64) -> Version {
        let width = self.text.len();
        Version { numbers: vec![number], text: format!("{number:0width$}") }
    }

    /// Whether this is version 0, which stands for the empty database.
    pub fn is_zero(&self) -> bool {
        self.numbers.iter().all(|number| *number == 0)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Version) -> bool {
        self.numbers == other.numbers
    }
}

impl Eq for Version {}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.numbers.hash(state);
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Version) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Version) -> Ordering {
        self.numbers.cmp(&other.numbers)
    }
}

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_integers_not_as_text() {
        let version = |text| Version::parse(text).unwrap();
        assert_eq!(version("002"), version("2"));
        assert!(version("9") < version("10"));
        assert!(version("2.1") > version("2"));
        assert!(version("2.1") < version("2.10"));
        assert_eq!(version("2.0"), version("2"));
        assert!(version("20260101120000") > version("999"));
    }

    #[test]
    fn anything_else_is_no_version() {
        for text in ["", "a", "1a", "1..2", "-1", "99999999999999999999999"] {
            assert!(Version::parse(text).is_none(), "{text}");
        }
    }
}
