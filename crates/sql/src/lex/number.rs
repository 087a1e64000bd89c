//! Numeric constants: decimal, `0x`/`0o`/`0b` integers, `_` between digits, fractions and exponents.

use super::{CLASS, Class};

/// Where the number that starts at `start` ends, trailing letters included: `1a` is one token, which the
/// server refuses since version 15.
pub(super) fn end(bytes: &[u8], start: usize) -> usize {
    let mut end = digits_end(bytes, start);
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1) != Some(&b'.') {
        end = digits_end(bytes, end + 1);
    }
    if let Some(after) = exponent_end(bytes, end) {
        end = after;
    }
    while end < bytes.len() && matches!(CLASS[bytes[end] as usize], Class::Letter | Class::Digit) {
        end += 1;
    }
    end
}

fn digits_end(bytes: &[u8], mut position: usize) -> usize {
    while matches!(bytes.get(position), Some(b'0'..=b'9' | b'_')) {
        position += 1;
    }
    position
}

fn exponent_end(bytes: &[u8], position: usize) -> Option<usize> {
    if !matches!(bytes.get(position), Some(b'e' | b'E')) {
        return None;
    }
    let signed = usize::from(matches!(bytes.get(position + 1), Some(b'+' | b'-')));
    let digits = position + 1 + signed;
    matches!(bytes.get(digits), Some(b'0'..=b'9')).then(|| digits_end(bytes, digits))
}
