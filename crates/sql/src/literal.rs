//! The values of identifiers and string constants.
//!
//! Decoding never fails: what the server would refuse (a bad escape, say) is kept as it is written.

use crate::lex::{Token, TokenKind, dollar_delimiter, string_segments};

/// The longest identifier in bytes (`NAMEDATALEN` - 1).
const IDENTIFIER_LIMIT: usize = 63;

/// The escape character of `U&` constants without a `UESCAPE` clause.
pub(crate) const UNICODE_ESCAPE: char = '\\';

/// The name a token stands for, folded and cut to 63 bytes as the server does. `escape` matters for `U&"…"` only.
pub(crate) fn identifier(token: Token, text: &str, escape: char) -> Option<String> {
    let written = token.text(text);
    let name = match token.kind {
        TokenKind::Word => written.to_ascii_lowercase(),
        TokenKind::QuotedIdentifier if written.starts_with('"') => unquoted(written, '"'),
        TokenKind::QuotedIdentifier => unicode(&unquoted(&written[2..], '"'), escape),
        _ => return None,
    };
    Some(truncated(name))
}

/// The value of a string or dollar-quoted constant. `escape` matters for `U&'…'` only.
pub(crate) fn string(token: Token, text: &str, escape: char) -> Option<String> {
    let written = token.text(text);
    match token.kind {
        TokenKind::DollarString => Some(dollar_body(written).to_owned()),
        TokenKind::String => {
            let parts: String = string_segments(written)
                .map(|part| written[part.start + 1..part.end - 1].to_owned())
                .collect();
            Some(match written.as_bytes()[0] {
                b'e' | b'E' => escaped(&parts),
                b'u' | b'U' => unicode(&parts.replace("''", "'"), escape),
                _ => parts.replace("''", "'"),
            })
        }
        _ => None,
    }
}

/// What stands between the delimiters of a dollar-quoted constant.
pub(crate) fn dollar_body(constant: &str) -> &str {
    let delimiter = dollar_delimiter(constant, 0).map_or(0, str::len);
    &constant[delimiter..constant.len() - delimiter]
}

fn unquoted(written: &str, quote: char) -> String {
    let doubled = format!("{quote}{quote}");
    written[1..written.len() - 1].replace(&doubled, &quote.to_string())
}

/// Cuts a name to 63 bytes without splitting a character.
fn truncated(mut name: String) -> String {
    name.truncate(character_start(&name, IDENTIFIER_LIMIT));
    name
}

/// The start of the character that byte `byte` belongs to, or the end of the text.
pub(crate) fn character_start(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

/// Resolves the escapes of an `E'…'` constant (PostgreSQL 18 manual, 4.1.2.2).
fn escaped(body: &str) -> String {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        match first {
            '\'' => {
                bytes.push(b'\'');
                rest = rest.strip_prefix('\'').unwrap_or(rest);
            }
            '\\' => rest = one_escape(rest, &mut bytes),
            _ => push(&mut bytes, first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Appends what the escape after a backslash stands for and returns the rest.
fn one_escape<'a>(rest: &'a str, bytes: &mut Vec<u8>) -> &'a str {
    let Some(letter) = rest.chars().next() else { return rest };
    let after = &rest[letter.len_utf8()..];
    match letter {
        'b' => bytes.push(0x08),
        'f' => bytes.push(0x0c),
        'n' => bytes.push(b'\n'),
        'r' => bytes.push(b'\r'),
        't' => bytes.push(b'\t'),
        'v' => bytes.push(0x0b),
        '0'..='7' => {
            let (value, after) = digits(rest, 8, 1..=3);
            bytes.push(value as u8);
            return after;
        }
        'x' => {
            let (value, remaining) = digits(after, 16, 1..=2);
            if remaining.len() < after.len() {
                bytes.push(value as u8);
                return remaining;
            }
            bytes.push(b'x');
        }
        'u' | 'U' => {
            if let Some((character, remaining)) = utf16_pair(rest, if letter == 'u' { 4 } else { 8 }) {
                push(bytes, character);
                return remaining;
            }
            push(bytes, letter);
        }
        other => push(bytes, other),
    }
    after
}

/// One `uXXXX`, two of them that form a surrogate pair, or one `UXXXXXXXX`, without the first backslash.
fn utf16_pair(rest: &str, length: usize) -> Option<(char, &str)> {
    let (first, after) = code_unit(&rest[1..], length)?;
    if let Some(character) = char::from_u32(first) {
        return Some((character, after));
    }
    let second = after.strip_prefix("\\u")?;
    let (second, after) = code_unit(second, 4)?;
    Some((surrogates(first, second)?, after))
}

fn code_unit(rest: &str, length: usize) -> Option<(u32, &str)> {
    let (value, after) = digits(rest, 16, length..=length);
    (after.len() + length == rest.len()).then_some((value, after))
}

fn surrogates(high: u32, low: u32) -> Option<char> {
    let high = high.checked_sub(0xd800).filter(|high| *high < 0x400)?;
    let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    char::from_u32(0x10000 + (high << 10) + low)
}

/// Resolves the escapes of a `U&` constant: `\XXXX`, `\+XXXXXX` and a doubled escape character.
fn unicode(body: &str, escape: char) -> String {
    let mut decoded = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        if first != escape {
            decoded.push(first);
        } else if let Some(after) = rest.strip_prefix(escape) {
            decoded.push(escape);
            rest = after;
        } else if let Some((character, after)) = unicode_escape(rest, escape) {
            decoded.push(character);
            rest = after;
        } else {
            decoded.push(first);
        }
    }
    decoded
}

fn unicode_escape(rest: &str, escape: char) -> Option<(char, &str)> {
    let (first, after) = unicode_code(rest)?;
    if let Some(character) = char::from_u32(first) {
        return Some((character, after));
    }
    let (second, after) = unicode_code(after.strip_prefix(escape)?)?;
    Some((surrogates(first, second)?, after))
}

fn unicode_code(rest: &str) -> Option<(u32, &str)> {
    match rest.strip_prefix('+') {
        Some(long) => code_unit(long, 6),
        None => code_unit(rest, 4),
    }
}

/// Reads digits of `radix`, at most the end of `count` of them; none are taken if there are fewer than its start.
fn digits(rest: &str, radix: u32, count: std::ops::RangeInclusive<usize>) -> (u32, &str) {
    let length = rest.chars().take(*count.end()).take_while(|digit| digit.is_digit(radix)).count();
    if length < *count.start() {
        return (0, rest);
    }
    let value = u32::from_str_radix(&rest[..length], radix).unwrap_or(u32::MAX);
    (value, &rest[length..])
}

fn push(bytes: &mut Vec<u8>, character: char) {
    let mut buffer = [0; 4];
    bytes.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
}

#[cfg(test)]
mod tests;
