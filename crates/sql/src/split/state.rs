//! What must be known about the statement being read to tell whether a `;` ends it.

use super::{SplitError, SplitErrorKind};
use crate::lex::{Token, TokenKind};
use std::ops::Range;

/// The statement being read.
#[derive(Debug, Default)]
pub(crate) struct StatementState {
    form: Form,
    first: Option<usize>,
    previous: Option<Token>,
    parentheses: usize,
    brackets: usize,
}

/// How far a statement that may contain `;` or be followed by data has been recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Form {
    /// No token yet.
    #[default]
    Empty,
    /// Ends at the next `;`.
    Plain,
    /// `CREATE [OR REPLACE]`.
    Create,
    /// `CREATE RULE`: may hold `;` in parentheses.
    Rule,
    /// `CREATE FUNCTION` or `CREATE PROCEDURE` before a body in standard SQL.
    Routine,
    /// `BEGIN` was read in a routine.
    Begin,
    /// Inside `BEGIN ATOMIC`, whose `ATOMIC` starts at this byte.
    Atomic { start: usize },
    /// `COPY` before its `FROM`.
    Copy,
    /// `COPY … FROM`.
    CopyFrom,
    /// `COPY … FROM STDIN`.
    CopyFromStdin,
}

impl StatementState {
    /// Takes the next token of the statement, which is not the `;` that ends it.
    #[inline]
    pub fn feed(&mut self, text: &str, token: Token) {
        if self.form != Form::Plain {
            self.form = self.next_form(text, token);
        }
        if token.kind == TokenKind::Symbol {
            match text.as_bytes()[token.start] {
                b'(' => self.parentheses += 1,
                b')' => self.parentheses = self.parentheses.saturating_sub(1),
                b'[' => self.brackets += 1,
                b']' => self.brackets = self.brackets.saturating_sub(1),
                _ => {}
            }
        }
        self.first.get_or_insert(token.start);
        self.previous = Some(token);
    }

    fn next_form(&self, text: &str, token: Token) -> Form {
        let is = |word| token.is_word(text, word);
        match self.form {
            Form::Empty if is("create") => Form::Create,
            Form::Empty if is("copy") => Form::Copy,
            Form::Create if is("or") || is("replace") => Form::Create,
            Form::Create if is("rule") => Form::Rule,
            Form::Create if is("function") || is("procedure") => Form::Routine,
            Form::Empty | Form::Create | Form::Plain => Form::Plain,
            Form::Routine if self.parentheses == 0 && is("begin") => Form::Begin,
            Form::Begin if is("atomic") => Form::Atomic { start: token.start },
            Form::Begin => Form::Routine,
            Form::Atomic { .. } if is("end") && self.at_start_of_body_statement(text) => Form::Plain,
            Form::Copy if self.parentheses == 0 && is("from") => Form::CopyFrom,
            // The grammar takes STDOUT for STDIN here, and the server then waits for data all the same.
            Form::CopyFrom if is("stdin") || is("stdout") => Form::CopyFromStdin,
            Form::CopyFrom => Form::Plain,
            other @ (Form::Rule | Form::Routine | Form::Atomic { .. } | Form::Copy | Form::CopyFromStdin) => {
                other
            }
        }
    }

    /// The grammar wants `;` after each statement of the body, so `END` anywhere else is a label or ends `CASE`.
    fn at_start_of_body_statement(&self, text: &str) -> bool {
        self.previous.is_some_and(|token| token.is_symbol(text, b';') || token.is_word(text, "atomic"))
    }

    /// Whether a `;` here would end the statement.
    #[inline]
    pub fn ends_at_semicolon(&self) -> bool {
        match self.form {
            Form::Rule => self.parentheses == 0,
            Form::Atomic { .. } => false,
            _ => true,
        }
    }

    /// Whether data lines follow the statement.
    #[inline]
    pub fn copies_from_stdin(&self) -> bool {
        self.form == Form::CopyFromStdin
    }

    /// Whether a `:` here stands where no statement has one: outside all parentheses and brackets, or
    /// where an operand has to begin.
    pub fn expects_no_colon(&self, text: &str) -> bool {
        let Some(previous) = self.previous else { return true };
        let opens_operand = match previous.kind {
            TokenKind::Operator => true,
            TokenKind::Symbol => matches!(previous.text(text), "(" | "," | "::"),
            _ => false,
        };
        opens_operand || (self.parentheses == 0 && self.brackets == 0)
    }

    /// Fails if the text may not end here.
    pub fn check_complete(&self) -> Result<(), SplitError> {
        match (self.form, self.first, self.previous) {
            (Form::Atomic { start }, _, _) => Err(SplitError {
                kind: SplitErrorKind::UnbalancedAtomicBody,
                span: start..start + "atomic".len(),
            }),
            (Form::CopyFromStdin, Some(start), Some(last)) => {
                Err(SplitError { kind: SplitErrorKind::UnterminatedCopyData, span: start..last.end })
            }
            _ => Ok(()),
        }
    }

    /// The bytes from the first token to the end of the last, or `None` without any token.
    pub fn into_span(self) -> Option<Range<usize>> {
        Some(self.first?..self.previous?.end)
    }
}
