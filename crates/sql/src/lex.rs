//! Tokens as the server's scanner cuts them.
//!
//! A token is a kind and a byte range; its value is decoded elsewhere, and only when asked for. Keywords
//! are not told from identifiers here. White space and comments are skipped.

mod number;
mod quoted;
mod space;

pub(crate) use quoted::{dollar_delimiter, string_segments};
pub(crate) use space::{
    BOM, horizontal_space_end, line_comment_end, next_line_comment, skip_space_and_comments,
};

use std::ops::Range;

/// What a token is, as far as its first bytes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Keyword or unquoted identifier.
    Word,
    /// `"…"` or `U&"…"`.
    QuotedIdentifier,
    /// `'…'` with any prefix (`E`, `B`, `X`, `N`, `U&`), continuation lines included.
    String,
    /// `$tag$…$tag$`.
    DollarString,
    /// Any numeric constant, also a malformed one such as `1a`.
    Number,
    /// `$1`.
    Parameter,
    /// One or more operator characters.
    Operator,
    /// One of `, ; ( ) [ ] . :` or `::`, `:=`, `..`.
    Symbol,
    /// A byte no valid statement has outside quotes, such as a backslash.
    Unknown,
}

/// One token: its kind and where it lies in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
}

impl Token {
    /// The token's text.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }

    /// Whether the token is this one-byte symbol.
    pub fn is_symbol(&self, text: &str, symbol: u8) -> bool {
        self.kind == TokenKind::Symbol && self.end - self.start == 1 && text.as_bytes()[self.start] == symbol
    }

    /// Whether the token is this unquoted word; `word` is in lower case.
    pub fn is_word(&self, text: &str, word: &str) -> bool {
        self.kind == TokenKind::Word && self.text(text).eq_ignore_ascii_case(word)
    }
}

/// What the text ends in the middle of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unterminated {
    String,
    QuotedIdentifier,
    DollarQuote { tag: String },
    Comment,
}

/// The text ended inside a token; `span` is the opening delimiter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LexError {
    pub unterminated: Unterminated,
    pub span: Range<usize>,
}

/// Reads tokens one after the other; copying it is cheap and serves as look-ahead.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Lexer<'a> {
    /// A lexer that starts at byte `position` of `text`.
    pub fn at(text: &'a str, position: usize) -> Self {
        Self { text, position }
    }

    /// The text being read.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The byte after the last token read.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The next token, or `None` at the end of the text.
    #[inline]
    pub fn next_token(&mut self) -> Result<Option<Token>, Box<LexError>> {
        let start = skip_space_and_comments(self.text, self.position)?;
        let bytes = self.text.as_bytes();
        let Some(&first) = bytes.get(start) else {
            self.position = start;
            return Ok(None);
        };
        let (kind, end) = match CLASS[first as usize] {
            Class::Letter => word_or_prefixed(self.text, start)?,
            Class::Digit => (TokenKind::Number, number::end(bytes, start)),
            Class::Quote => (TokenKind::String, quoted::string_end(self.text, start, start, false)?),
            Class::DoubleQuote => {
                (TokenKind::QuotedIdentifier, quoted::identifier_end(self.text, start, start)?)
            }
            Class::Operator => (TokenKind::Operator, operator_end(bytes, start)),
            Class::Punctuation => (TokenKind::Symbol, start + 1),
            Class::Dot => dot(bytes, start),
            Class::Colon => (TokenKind::Symbol, colon_end(bytes, start)),
            Class::Dollar => dollar(self.text, start)?,
            Class::Space | Class::Unknown => (TokenKind::Unknown, start + 1),
        };
        self.position = end;
        Ok(Some(Token { kind, start, end }))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Quote,
    DoubleQuote,
    Operator,
    Punctuation,
    Dot,
    Colon,
    Dollar,
    Space,
    Unknown,
}

/// The class of each byte; those of non-ASCII characters are letters, as in the server.
static CLASS: [Class; 256] = {
    let mut table = [Class::Unknown; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' | b'a'..=b'z' | b'_' | 0x80..=0xff => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'\'' => Class::Quote,
            b'"' => Class::DoubleQuote,
            b'~' | b'!' | b'@' | b'#' | b'^' | b'&' | b'|' | b'`' | b'?' | b'+' | b'-' | b'*' | b'/'
            | b'%' | b'<' | b'>' | b'=' => Class::Operator,
            b',' | b'(' | b')' | b'[' | b']' | b';' => Class::Punctuation,
            b'.' => Class::Dot,
            b':' => Class::Colon,
            b'$' => Class::Dollar,
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => Class::Space,
            _ => Class::Unknown,
        };
        byte += 1;
    }
    table
};

/// The bytes that may stand inside an unquoted identifier.
static CONTINUES_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(CLASS[byte], Class::Letter | Class::Digit | Class::Dollar);
        byte += 1;
    }
    table
};

/// Whether the byte may stand inside an unquoted identifier.
#[inline]
pub(crate) fn continues_word(byte: u8) -> bool {
    CONTINUES_WORD[byte as usize]
}

/// Whether the byte may begin an unquoted identifier.
#[inline]
pub(crate) fn starts_word(byte: u8) -> bool {
    CLASS[byte as usize] == Class::Letter
}

#[inline]
fn word_or_prefixed(text: &str, start: usize) -> Result<(TokenKind, usize), Box<LexError>> {
    let bytes = text.as_bytes();
    let mut end = start + 1;
    while end < bytes.len() && continues_word(bytes[end]) {
        end += 1;
    }
    if end == start + 1 && matches!(bytes.get(end), Some(b'\'' | b'&')) {
        return quoted::prefixed(text, start);
    }
    Ok((TokenKind::Word, end))
}

fn dot(bytes: &[u8], start: usize) -> (TokenKind, usize) {
    match bytes.get(start + 1) {
        Some(b'0'..=b'9') => (TokenKind::Number, number::end(bytes, start)),
        Some(b'.') => (TokenKind::Symbol, start + 2),
        _ => (TokenKind::Symbol, start + 1),
    }
}

fn colon_end(bytes: &[u8], start: usize) -> usize {
    match bytes.get(start + 1) {
        Some(b':' | b'=') => start + 2,
        _ => start + 1,
    }
}

fn dollar(text: &str, start: usize) -> Result<(TokenKind, usize), Box<LexError>> {
    let bytes = text.as_bytes();
    if matches!(bytes.get(start + 1), Some(b'0'..=b'9')) {
        let digits = bytes[start + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        return Ok((TokenKind::Parameter, start + 1 + digits));
    }
    match dollar_delimiter(text, start) {
        Some(delimiter) => Ok((TokenKind::DollarString, quoted::dollar_string_end(text, start, delimiter)?)),
        None => Ok((TokenKind::Unknown, start + 1)),
    }
}

/// Operators end before a comment, and before a final `+` or `-` unless they hold a character no SQL
/// operator of old has (PostgreSQL 18 manual, 4.1.3).
fn operator_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start + 1;
    while end < bytes.len() && CLASS[bytes[end] as usize] == Class::Operator {
        if matches!(&bytes[end..], [b'-', b'-', ..] | [b'/', b'*', ..]) {
            break;
        }
        end += 1;
    }
    let unusual =
        |byte: &u8| matches!(byte, b'~' | b'!' | b'@' | b'#' | b'^' | b'&' | b'|' | b'`' | b'?' | b'%');
    if !bytes[start..end].iter().any(unusual) {
        while end > start + 1 && matches!(bytes[end - 1], b'+' | b'-') {
            end -= 1;
        }
    }
    end
}

#[cfg(test)]
mod tests;
