//! Two digests of a migration: one of the bytes, one of the meaning.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// SHA-256 digests in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checksum {
    /// Of the bytes of the files, part after part.
    pub raw: String,
    /// Of the token-normalised text: equal when only comments, white space, line ends or the case of
    /// unquoted words differ.
    pub normalized: String,
}

/// The SHA-256 digest of several byte strings, each preceded by its length so that borders count.
///
/// One string alone is hashed as it is: `sha256sum FILE` prints the same digest.
pub fn raw_digest<'a>(parts: impl ExactSizeIterator<Item = &'a [u8]>) -> String {
    digest(parts)
}

/// The digest of the token-normalised form of several texts.
pub fn normalized_digest<'a>(parts: impl ExactSizeIterator<Item = &'a str>) -> String {
    let normalized: Vec<String> = parts.map(bulkhead_sql::normalize).collect();
    digest(normalized.iter().map(String::as_bytes))
}

fn digest<'a>(parts: impl ExactSizeIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    let bordered = parts.len() > 1;
    for part in parts {
        if bordered {
            hasher.update((part.len() as u64).to_be_bytes());
        }
        hasher.update(part);
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_hashes_like_sha256sum() {
        assert_eq!(
            raw_digest([b"abc".as_slice()].into_iter()),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn moving_text_over_a_border_between_parts_changes_the_digest() {
        let left = raw_digest([b"ab".as_slice(), b"c"].into_iter());
        let right = raw_digest([b"a".as_slice(), b"bc"].into_iter());
        assert_ne!(left, right);
    }

    #[test]
    fn formatting_alone_keeps_the_normalized_digest() {
        let unix = normalized_digest(["CREATE TABLE t (\n  a int -- number\n);\n"].into_iter());
        let windows = normalized_digest(["create  table t(\r\n\ta int);\r\n"].into_iter());
        assert_eq!(unix, windows);
        let other = normalized_digest(["create table t (b int)"].into_iter());
        assert_ne!(unix, other);
    }
}
