//! Scripts to statements.
//!
//! A script is cut where the server's own parser would cut it, in one pass and linear time, without
//! knowing the grammar: only rule actions in parentheses, `BEGIN ATOMIC` bodies and the data after
//! `COPY … FROM STDIN` need more than a `;` outside quotes and comments. What psql would act on itself
//! (backslash commands, variables) is an error here, for no server understands it.

pub(crate) mod copy_data;
mod error;
mod psql;
mod state;

pub use error::{SplitError, SplitErrorKind};

use crate::lex::{BOM, Lexer};
use serde::Serialize;
pub(crate) use state::StatementState;
use std::ops::Range;

/// The statements of one text, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Script {
    /// In the order of the text; spans do not overlap.
    pub statements: Vec<Statement>,
}

/// One statement of a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Bytes from the first token to the end of the last, without `;` and outer comments.
    pub span: Range<usize>,
    /// Whether a `;` followed; only the last statement can lack it.
    pub terminated: bool,
    /// For `COPY … FROM STDIN`: the bytes of the data lines, without the line `\.` that ends them.
    pub copy_data: Option<Range<usize>>,
}

/// Cuts a script into its statements. A byte order mark at the start is skipped; spans still count from
/// the start of `text`. Text between two `;` without any token is no statement. Fails at the first thing
/// that is unterminated or meant for psql.
pub fn split(text: &str) -> Result<Script, SplitError> {
    let mut script = Script::default();
    let start = if text.starts_with(BOM) { BOM.len() } else { 0 };
    let mut lexer = Lexer::at(text, start);
    let mut state = StatementState::default();
    while let Some(token) = lexer.next_token()? {
        psql::refuse(text, token, &state)?;
        if !token.is_symbol(text, b';') || !state.ends_at_semicolon() {
            state.feed(text, token);
            continue;
        }
        let copies = state.copies_from_stdin();
        if let Some(span) = std::mem::take(&mut state).into_span() {
            let copy_data = if copies { Some(copy_data::find(text, &span, token.end)?) } else { None };
            let next = copy_data.as_ref().map_or(token.end, |data| data.next);
            lexer = Lexer::at(text, next);
            let copy_data = copy_data.map(|data| data.lines);
            script.statements.push(Statement { span, terminated: true, copy_data });
        }
    }
    state.check_complete()?;
    if let Some(span) = state.into_span() {
        script.statements.push(Statement { span, terminated: false, copy_data: None });
    }
    Ok(script)
}

#[cfg(test)]
mod tests;
