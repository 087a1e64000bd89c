//! A place in a statement, and the small steps all families of statements share.

use crate::lex::{Lexer, Token, TokenKind};
use crate::literal::{self, UNICODE_ESCAPE};
use crate::names::Name;

/// A place between two tokens of a statement. Copying it is cheap and serves as look-ahead. A text that
/// ends inside a token ends before that token here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'a> {
    lexer: Lexer<'a>,
}

impl<'a> Cursor<'a> {
    /// The start of a statement.
    pub fn new(text: &'a str) -> Self {
        Self { lexer: Lexer::at(text, 0) }
    }

    /// The statement's text.
    pub fn text(&self) -> &'a str {
        self.lexer.text()
    }

    /// Takes the next token, whatever it is.
    pub fn token(&mut self) -> Option<Token> {
        self.lexer.next_token().ok().flatten()
    }

    /// The next token, which stays where it is.
    pub fn peek(&self) -> Option<Token> {
        let mut ahead = *self;
        ahead.token()
    }

    /// Whether nothing is left but `;`.
    pub fn at_end(&self) -> bool {
        self.peek().is_none_or(|token| token.is_symbol(self.text(), b';'))
    }

    /// Takes the next token if it is this word; `word` is in lower case.
    pub fn word(&mut self, word: &str) -> bool {
        self.words(&[word])
    }

    /// Takes the next tokens if they are exactly these words.
    pub fn words(&mut self, words: &[&str]) -> bool {
        let mut ahead = *self;
        let text = self.text();
        let found = words.iter().all(|word| ahead.token().is_some_and(|token| token.is_word(text, word)));
        if found {
            *self = ahead;
        }
        found
    }

    /// Takes the next token if it is one of these words.
    pub fn one_of(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(word))
    }

    /// Whether the next token is this word.
    pub fn sees(&self, word: &str) -> bool {
        self.peek().is_some_and(|token| token.is_word(self.text(), word))
    }

    /// Takes the next token if it is this one-byte symbol.
    pub fn symbol(&mut self, symbol: u8) -> bool {
        let found = self.peek().is_some_and(|token| token.is_symbol(self.text(), symbol));
        if found {
            self.token();
        }
        found
    }

    /// Takes the next token if it is an unquoted word.
    pub fn any_word(&mut self) -> Option<&'a str> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Word)?;
        self.token();
        Some(token.text(self.text()))
    }

    /// Takes `IF EXISTS` if it comes next.
    pub fn if_exists(&mut self) -> bool {
        self.words(&["if", "exists"])
    }

    /// Takes `IF NOT EXISTS` if it comes next.
    pub fn if_not_exists(&mut self) -> bool {
        self.words(&["if", "not", "exists"])
    }

    /// Takes one identifier, folded.
    pub fn identifier(&mut self) -> Option<String> {
        let mut ahead = *self;
        let token = ahead.token()?;
        let escape = ahead.escape_character(token);
        let name = literal::identifier(token, self.text(), escape)?;
        *self = ahead;
        Some(name)
    }

    /// Takes a name with at most a schema and a database in front.
    pub fn name(&mut self) -> Option<Name> {
        let mut ahead = *self;
        let mut schema = None;
        let mut name = ahead.identifier()?;
        while ahead.symbol(b'.') {
            schema = Some(std::mem::replace(&mut name, ahead.identifier()?));
        }
        *self = ahead;
        Some(Name { schema, name })
    }

    /// Takes `[ONLY] name [*]`, also `ONLY (name)`.
    pub fn relation(&mut self) -> Option<Name> {
        let mut ahead = *self;
        let only = ahead.word("only");
        let parenthesised = only && ahead.symbol(b'(');
        let name = ahead.name()?;
        if parenthesised {
            ahead.symbol(b')');
        } else {
            ahead.operator("*");
        }
        *self = ahead;
        Some(name)
    }

    /// Takes the next token if it is this operator.
    pub fn operator(&mut self, operator: &str) -> bool {
        let is_it = |token: &Token| token.kind == TokenKind::Operator && token.text(self.text()) == operator;
        let found = self.peek().is_some_and(|token| is_it(&token));
        if found {
            self.token();
        }
        found
    }

    /// Takes a string constant, decoded.
    pub fn string(&mut self) -> Option<String> {
        let mut ahead = *self;
        let token = ahead.token()?;
        let escape = ahead.escape_character(token);
        let value = literal::string(token, self.text(), escape)?;
        *self = ahead;
        Some(value)
    }

    /// Takes the `UESCAPE` clause that may follow a `U&` constant.
    fn escape_character(&mut self, token: Token) -> char {
        if !matches!(self.text().as_bytes()[token.start..], [b'u' | b'U', b'&', ..]) || !self.word("uescape")
        {
            return UNICODE_ESCAPE;
        }
        self.string().and_then(|escape| escape.chars().next()).unwrap_or(UNICODE_ESCAPE)
    }

    /// Takes everything up to the parenthesis that closes the one coming next, if one does.
    pub fn skip_parentheses(&mut self) -> bool {
        if !self.symbol(b'(') {
            return false;
        }
        let mut depth = 1;
        while depth > 0 {
            let Some(token) = self.token() else { break };
            if token.is_symbol(self.text(), b'(') {
                depth += 1;
            } else if token.is_symbol(self.text(), b')') {
                depth -= 1;
            }
        }
        true
    }

    /// Moves to just after the first of these words outside parentheses, and says which. Words after
    /// a `.` are names and do not count. At the end it is `None`.
    pub fn after_first<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        let mut named = false;
        while let Some(token) = self.peek() {
            if self.skip_parentheses() {
                named = false;
                continue;
            }
            self.token();
            let found = words.iter().find(|word| token.is_word(self.text(), word));
            if let (Some(found), false) = (found, named) {
                return Some(found);
            }
            named = token.is_symbol(self.text(), b'.');
        }
        None
    }

    /// The first words, at most three, in upper case.
    pub fn leading_words(mut self) -> String {
        let words: Vec<String> =
            std::iter::from_fn(|| self.any_word()).take(3).map(str::to_ascii_uppercase).collect();
        words.join(" ")
    }
}
