//! White space and comments.

use super::{CLASS, Class, LexError, Unterminated};

/// A byte order mark, which editors put at the start of a file and the server does not know.
pub(crate) const BOM: &str = "\u{feff}";

/// The first byte at or after `position` that is neither white space nor in a comment.
#[inline]
pub(crate) fn skip_space_and_comments(text: &str, mut position: usize) -> Result<usize, Box<LexError>> {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(position) {
        if CLASS[byte as usize] == Class::Space {
            position += 1;
        } else if byte == b'-' && bytes.get(position + 1) == Some(&b'-') {
            position = line_comment_end(text, position);
        } else if byte == b'/' && bytes.get(position + 1) == Some(&b'*') {
            position = block_comment_end(bytes, position)?;
        } else {
            break;
        }
    }
    Ok(position)
}

/// The first byte at or after `position` that is no white space, or that ends the line.
pub(crate) fn horizontal_space_end(bytes: &[u8], mut position: usize) -> usize {
    while matches!(bytes.get(position), Some(b' ' | b'\t' | 0x0b | 0x0c)) {
        position += 1;
    }
    position
}

/// Where the line comment that starts at `start` ends: at a line feed, a carriage return or the end.
pub(crate) fn line_comment_end(text: &str, start: usize) -> usize {
    text.as_bytes()[start..]
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .map_or(text.len(), |length| start + length)
}

/// Where the block comment that starts at `start` ends; block comments nest.
fn block_comment_end(bytes: &[u8], start: usize) -> Result<usize, Box<LexError>> {
    let mut depth = 1;
    let mut position = start + 2;
    while position + 1 < bytes.len() {
        match (bytes[position], bytes[position + 1]) {
            (b'/', b'*') => {
                depth += 1;
                position += 2;
            }
            (b'*', b'/') => {
                depth -= 1;
                position += 2;
                if depth == 0 {
                    return Ok(position);
                }
            }
            _ => position += 1,
        }
    }
    Err(Box::new(LexError { unterminated: Unterminated::Comment, span: start..start + 2 }))
}

/// The start of the next line comment, if nothing but white space and block comments lies before it.
pub(crate) fn next_line_comment(text: &str, mut position: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(position)? {
            byte if CLASS[*byte as usize] == Class::Space => position += 1,
            b'-' if bytes.get(position + 1) == Some(&b'-') => return Some(position),
            b'/' if bytes.get(position + 1) == Some(&b'*') => {
                position = block_comment_end(bytes, position).ok()?;
            }
            _ => return None,
        }
    }
}
