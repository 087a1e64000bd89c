//! The data lines after `COPY … FROM STDIN;`.

use super::{SplitError, SplitErrorKind};
use crate::lex::{horizontal_space_end, line_comment_end};
use std::ops::Range;

/// The data of one `COPY … FROM STDIN`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CopyData {
    /// The data lines with their line ends.
    pub lines: Range<usize>,
    /// The byte after the line `\.`.
    pub next: usize,
}

/// Finds the data of the statement at `statement`, whose `;` ends at `after`. The data begins on the next
/// line and ends before a line that is exactly `\.`.
pub(crate) fn find(text: &str, statement: &Range<usize>, after: usize) -> Result<CopyData, SplitError> {
    let unterminated = || SplitError { kind: SplitErrorKind::UnterminatedCopyData, span: statement.clone() };
    let line_end = end_of_statement_line(text, after)?;
    let start = line_end.ok_or_else(unterminated)?;
    let mut line = start;
    while line < text.len() {
        let next = text[line..].find('\n').map_or(text.len(), |length| line + length + 1);
        if matches!(&text[line..next], "\\.\n" | "\\.\r\n" | "\\." | "\\.\r") {
            return Ok(CopyData { lines: start..line, next });
        }
        line = next;
    }
    Err(unterminated())
}

/// The first byte of the line after the one `after` is on, or `None` if there is none.
fn end_of_statement_line(text: &str, after: usize) -> Result<Option<usize>, SplitError> {
    let bytes = text.as_bytes();
    let mut end = horizontal_space_end(bytes, after);
    if bytes[end..].starts_with(b"--") {
        end = line_comment_end(text, end);
    }
    match &bytes[end..] {
        [] | [b'\r'] => Ok(None),
        [b'\n', ..] => Ok(Some(end + 1)),
        [b'\r', b'\n', ..] => Ok(Some(end + 2)),
        _ => {
            let rest = text[end..].lines().next().unwrap_or_default().trim_end();
            Err(SplitError { kind: SplitErrorKind::TextOnCopyLine, span: end..end + rest.len() })
        }
    }
}
