//! What only psql understands: backslash commands and `:variables`.

use super::state::StatementState;
use super::{SplitError, SplitErrorKind};
use crate::lex::{Token, TokenKind, continues_word, starts_word};

/// Fails if the token begins a backslash command or a variable of psql. `state` is the statement before it.
#[inline]
pub(super) fn refuse(text: &str, token: Token, state: &StatementState) -> Result<(), SplitError> {
    match (token.kind, text.as_bytes()[token.start]) {
        (TokenKind::Unknown, b'\\') => Err(meta_command(text, token.start)),
        (TokenKind::Symbol, b':') if token.end == token.start + 1 => match variable(text, token.end) {
            Some((name, end)) if state.expects_no_colon(text) => {
                Err(SplitError { kind: SplitErrorKind::PsqlVariable { name }, span: token.start..end })
            }
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

fn meta_command(text: &str, backslash: usize) -> SplitError {
    let line = text[backslash..].lines().next().unwrap_or_default().trim_end();
    let command: String =
        line.chars().skip(1).take_while(|c| !c.is_whitespace() && *c != '\\').take(20).collect();
    SplitError { kind: SplitErrorKind::PsqlMetaCommand { command }, span: backslash..backslash + line.len() }
}

/// The name of the variable whose colon ended at `start`, and where it ends: `name`, `'name'` or `"name"`.
fn variable(text: &str, start: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let quote = bytes.get(start).copied().filter(|byte| matches!(byte, b'\'' | b'"'));
    let name_start = start + usize::from(quote.is_some());
    let length =
        bytes[name_start..].iter().take_while(|byte| continues_word(**byte) && **byte != b'$').count();
    let name_end = name_start + length;
    if length == 0 || (quote.is_none() && !starts_word(bytes[name_start])) {
        return None;
    }
    let closed = quote.is_none_or(|quote| bytes.get(name_end) == Some(&quote));
    let end = name_end + usize::from(quote.is_some());
    closed.then(|| (text[name_start..name_end].to_owned(), end))
}

/// What to do instead of a backslash command.
pub(super) fn advice(command: &str) -> &'static str {
    match command {
        "i" | "ir" | "include" | "include_relative" => {
            "make the included file a migration file of its own, or paste its text here"
        }
        "copy" => "use COPY … FROM STDIN with the data lines and a line \\. after it",
        "." => "this line ends COPY data, but no COPY … FROM STDIN; comes before it",
        "c" | "connect" => {
            "a project describes one database: remove the line and run the file against that database"
        }
        "restrict" | "unrestrict" => "pg_dump writes this line for psql: remove it",
        "set" | "unset" | "gset" | "prompt" | "getenv" => {
            "there are no psql variables here: write the value itself where it is used"
        }
        "if" | "elif" | "else" | "endif" => "decide in SQL with DO $$ BEGIN IF … THEN … END IF; END $$",
        "gexec" => "run generated statements with DO $$ … EXECUTE … $$",
        "g" | "gx" | ";" | "crosstabview" | "watch" => "end the statement with ; instead",
        "echo" | "qecho" | "warn" => "use RAISE NOTICE in a DO block, or a comment",
        "timing" | "pset" | "x" | "t" | "a" | "o" | "q" | "quit" | "r" | "p" | "encoding" | "errverbose" => {
            "it only steers the psql session: remove the line"
        }
        "d" | "dt" | "d+" | "l" | "df" | "dn" | "du" | "sf" | "sv" => {
            "it only shows something: remove the line"
        }
        _ => "only psql understands it: remove it or write SQL instead",
    }
}
