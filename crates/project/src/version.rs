//! Version numbers of migrations.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::Serialize;

/// A version as written in a file name or a ledger, compared as integers: `002` equals `2`.
///
/// Flyway's dotted versions (`2.1`) compare number by number. Repeatable files have no number: they come after every
/// version, in the order of their names.
#[derive(Clone, Debug)]
pub struct Version {
    numbers: Vec<u64>,
    text: String,
}

/// How the text of a repeatable file's version begins.
const REPEATABLE: &str = "R__";

impl Version {
    /// Reads digits, groups of digits separated by `.` or `_`, or the name of a repeatable file (`R__views`);
    /// `None` for anything else or above 2^64-1.
    pub fn parse(text: &str) -> Option<Version> {
        if let Some(name) = text.strip_prefix(REPEATABLE) {
            return (!name.is_empty()).then(|| Version { numbers: Vec::new(), text: text.to_owned() });
        }
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

    /// The first (for most projects the only) number; `None` for a repeatable file.
    pub fn number(&self) -> Option<u64> {
        self.numbers.first().copied()
    }

    /// Whether this stands for a file that runs again whenever it changes.
    pub fn is_repeatable(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The same style of version with another number, padded to the same width.
    pub fn with_number(&self, number: u64) -> Version {
        let width = self.text.len();
        Version { numbers: vec![number], text: format!("{number:0width$}") }
    }

    /// Whether this is version 0, which stands for the empty database.
    pub fn is_zero(&self) -> bool {
        !self.is_repeatable() && self.numbers.iter().all(|number| *number == 0)
    }

    /// What is compared: numbers first, names for those that have none.
    fn key(&self) -> (bool, &[u64], &str) {
        let name = if self.is_repeatable() { self.text.as_str() } else { "" };
        (self.is_repeatable(), &self.numbers, name)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Version) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Version {}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Version) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Version) -> Ordering {
        self.key().cmp(&other.key())
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
    fn repeatable_files_come_last_by_name() {
        let version = |text| Version::parse(text).unwrap();
        assert!(version("R__a") > version("99999"));
        assert!(version("R__a") < version("R__b"));
        assert!(!version("R__a").is_zero());
        assert_ne!(version("R__a"), version("R__b"));
    }

    #[test]
    fn anything_else_is_no_version() {
        for text in ["", "R__", "a", "1a", "1..2", "-1", "99999999999999999999999"] {
            assert!(Version::parse(text).is_none(), "{text}");
        }
    }
}
