//! The form in which two scripts are compared.

use crate::lex::{BOM, Lexer, Token, TokenKind, string_segments};
use crate::split::{StatementState, copy_data};
use std::ops::Range;

/// Writes a script so that two scripts come out equal exactly if only white space, comments, empty
/// statements, a final `;`, line ends or the case of unquoted words differ. Never fails: from an
/// unterminated token on, the text is kept as it is.
pub fn normalize(text: &str) -> String {
    let start = if text.starts_with(BOM) { BOM.len() } else { 0 };
    let carriage_returns = text.contains('\r');
    let out = String::with_capacity(text.len());
    let mut form = NormalForm { text, out, carriage_returns, semicolon: false };
    let mut lexer = Lexer::at(text, start);
    let mut state = StatementState::default();
    loop {
        let before = lexer.position();
        match lexer.next_token() {
            Ok(None) => return form.out,
            Ok(Some(token)) if token.is_symbol(text, b';') && state.ends_at_semicolon() => {
                let copies = state.copies_from_stdin();
                let Some(span) = std::mem::take(&mut state).into_span() else { continue };
                form.semicolon = true;
                if !copies {
                    continue;
                }
                let Ok(data) = copy_data::find(text, &span, token.end) else {
                    form.unfinished(token.end);
                    return form.out;
                };
                form.copy_data(&data);
                lexer = Lexer::at(text, data.next);
            }
            Ok(Some(token)) if token.kind == TokenKind::Unknown && token.text(text) == "\\" => {
                let line = text[token.start..].lines().next().unwrap_or_default();
                form.raw_line(token.start..token.start + line.len());
                lexer = Lexer::at(text, token.start + line.len());
            }
            Ok(Some(token)) => {
                form.token(token);
                state.feed(text, token);
            }
            Err(_) => {
                form.unfinished(before);
                return form.out;
            }
        }
    }
}

struct NormalForm<'a> {
    text: &'a str,
    out: String,
    /// Whether the text has any, so that there is something to change.
    carriage_returns: bool,
    /// A `;` is due before the next token.
    semicolon: bool,
}

impl NormalForm<'_> {
    fn token(&mut self, token: Token) {
        self.separate();
        let written = token.text(self.text);
        match token.kind {
            TokenKind::Word => {
                let start = self.out.len();
                self.out.push_str(written);
                self.out[start..].make_ascii_lowercase();
            }
            TokenKind::String => self.string(written),
            _ => self.raw(written),
        }
    }

    /// Continuation lines are kept apart by one line feed each, for that is what makes them continue.
    fn string(&mut self, written: &str) {
        for (number, segment) in string_segments(written).enumerate() {
            if number == 0 {
                self.raw(&written[..segment.start]);
            } else {
                self.out.push('\n');
            }
            self.raw(&written[segment]);
        }
    }

    fn copy_data(&mut self, data: &copy_data::CopyData) {
        self.semicolon = false;
        self.out.push_str(";\n");
        self.raw(&self.text[data.lines.clone()]);
        self.out.push_str("\\.\n");
    }

    fn raw_line(&mut self, line: Range<usize>) {
        self.separate();
        self.raw(self.text[line].trim_end());
        self.out.push('\n');
    }

    /// The rest of the text from the last complete token on.
    fn unfinished(&mut self, from: usize) {
        self.separate();
        self.raw(self.text[from..].trim_start());
    }

    fn separate(&mut self) {
        if std::mem::take(&mut self.semicolon) {
            self.out.push_str(";\n");
        } else if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push(' ');
        }
    }

    fn raw(&mut self, text: &str) {
        let mut rest = text;
        while self.carriage_returns
            && let Some(end) = rest.find("\r\n")
        {
            self.out.push_str(&rest[..end]);
            self.out.push('\n');
            rest = &rest[end + 2..];
        }
        self.out.push_str(rest);
    }
}

/// The `--` comments before the first token, each from `--` to the end of its line; where directives
/// stand. Block comments between them are passed over.
pub fn leading_comments(text: &str) -> impl Iterator<Item = &str> {
    let mut position = if text.starts_with(BOM) { BOM.len() } else { 0 };
    std::iter::from_fn(move || {
        let start = crate::lex::next_line_comment(text, position)?;
        position = crate::lex::line_comment_end(text, start);
        Some(&text[start..position])
    })
}

#[cfg(test)]
mod tests;
