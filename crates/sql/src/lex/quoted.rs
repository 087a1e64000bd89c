//! Where quoted things end: string constants with their continuation lines, quoted identifiers and
//! dollar quotes.

use super::{LexError, TokenKind, Unterminated, horizontal_space_end, line_comment_end, starts_word};
use std::ops::Range;

/// The token that starts with a one-letter word followed by `'` or `&`: a string constant or an
/// identifier with a prefix, or else just the word.
pub(super) fn prefixed(text: &str, start: usize) -> Result<(TokenKind, usize), Box<LexError>> {
    let bytes = text.as_bytes();
    let string = |quote, escapes| Ok((TokenKind::String, string_end(text, start, quote, escapes)?));
    match (bytes[start], bytes.get(start + 1), bytes.get(start + 2)) {
        (b'e' | b'E', Some(b'\''), _) => string(start + 1, true),
        (b'b' | b'B' | b'x' | b'X' | b'n' | b'N', Some(b'\''), _) => string(start + 1, false),
        (b'u' | b'U', Some(b'&'), Some(b'\'')) => string(start + 2, false),
        (b'u' | b'U', Some(b'&'), Some(b'"')) => {
            Ok((TokenKind::QuotedIdentifier, identifier_end(text, start, start + 2)?))
        }
        _ => Ok((TokenKind::Word, start + 1)),
    }
}

/// Where the string constant whose first quote is at `quote` ends. Constants separated only by white
/// space with a line end are one constant; the prefix of the first holds for all.
pub(super) fn string_end(
    text: &str,
    start: usize,
    quote: usize,
    escapes: bool,
) -> Result<usize, Box<LexError>> {
    let unterminated = || Box::new(LexError { unterminated: Unterminated::String, span: start..quote + 1 });
    let mut end = segment_end(text.as_bytes(), quote, escapes).ok_or_else(unterminated)?;
    while let Some(next) = continuation(text, end) {
        end = segment_end(text.as_bytes(), next, escapes).ok_or_else(unterminated)?;
    }
    Ok(end)
}

/// The quoted parts of a string constant, from opening to closing quote, without the prefix. `constant`
/// is one whole string token.
pub(crate) fn string_segments(constant: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = constant.as_bytes();
    let escapes = matches!(bytes.first(), Some(b'e' | b'E'));
    let mut next = bytes.iter().position(|byte| *byte == b'\'');
    std::iter::from_fn(move || {
        let quote = next?;
        let end = segment_end(bytes, quote, escapes)?;
        next = continuation(constant, end);
        Some(quote..end)
    })
}

/// The byte after the quote that closes the one at `quote`. A doubled quote does not close.
fn segment_end(bytes: &[u8], quote: usize, escapes: bool) -> Option<usize> {
    let mut position = quote + 1;
    loop {
        match *bytes.get(position)? {
            b'\'' if bytes.get(position + 1) == Some(&b'\'') => position += 2,
            b'\'' => return Some(position + 1),
            b'\\' if escapes => position += 2,
            _ => position += 1,
        }
    }
}

/// The quote that continues a string constant which ended at `end`, if there is a line end between.
fn continuation(text: &str, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut position = end;
    let mut new_line = false;
    loop {
        position = horizontal_space_end(bytes, position);
        match bytes.get(position)? {
            b'\n' | b'\r' => {
                new_line = true;
                position += 1;
            }
            b'-' if bytes.get(position + 1) == Some(&b'-') => position = line_comment_end(text, position),
            b'\'' => return new_line.then_some(position),
            _ => return None,
        }
    }
}

/// Where the quoted identifier whose first quote is at `quote` ends.
pub(super) fn identifier_end(text: &str, start: usize, quote: usize) -> Result<usize, Box<LexError>> {
    let bytes = text.as_bytes();
    let mut position = quote + 1;
    while let Some(&byte) = bytes.get(position) {
        match byte {
            b'"' if bytes.get(position + 1) == Some(&b'"') => position += 2,
            b'"' => return Ok(position + 1),
            _ => position += 1,
        }
    }
    Err(Box::new(LexError { unterminated: Unterminated::QuotedIdentifier, span: start..quote + 1 }))
}

/// The opening delimiter `$tag$` at `start`, if there is one.
pub(crate) fn dollar_delimiter(text: &str, start: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let mut end = start + 1;
    if bytes.get(end).is_some_and(|byte| starts_word(*byte)) {
        while bytes.get(end).is_some_and(|byte| starts_word(*byte) || byte.is_ascii_digit()) {
            end += 1;
        }
    }
    (bytes.get(end) == Some(&b'$')).then(|| &text[start..=end])
}

/// Where the dollar quote that `delimiter` opens at `start` ends.
pub(super) fn dollar_string_end(text: &str, start: usize, delimiter: &str) -> Result<usize, Box<LexError>> {
    let body = start + delimiter.len();
    match text[body..].find(delimiter) {
        Some(length) => Ok(body + length + delimiter.len()),
        None => {
            let tag = delimiter[1..delimiter.len() - 1].to_owned();
            Err(Box::new(LexError { unterminated: Unterminated::DollarQuote { tag }, span: start..body }))
        }
    }
}
