//! `IF NOT EXISTS`, which makes a statement succeed over an object that may be another one.

use crate::lex::{Lexer, Token};

/// The statement without its `IF NOT EXISTS` outside parentheses; `None` when it has none. What the words stood for
/// then shows as an error when the object is there.
pub fn without_if_not_exists(statement: &str) -> Option<String> {
    const WORDS: [&str; 3] = ["if", "not", "exists"];
    let mut lexer = Lexer::at(statement, 0);
    let mut kept = String::with_capacity(statement.len());
    let mut copied = 0;
    let mut depth = 0usize;
    let mut run: Vec<Token> = Vec::with_capacity(WORDS.len());
    while let Ok(Some(token)) = lexer.next_token() {
        if token.is_symbol(statement, b'(') {
            depth += 1;
        } else if token.is_symbol(statement, b')') {
            depth = depth.saturating_sub(1);
        }
        if depth == 0 && token.is_word(statement, WORDS[run.len()]) {
            run.push(token);
        } else {
            run.clear();
        }
        if run.len() == WORDS.len() {
            kept.push_str(&statement[copied..run[0].start]);
            copied = token.end;
            run.clear();
        }
    }
    if copied == 0 {
        return None;
    }
    kept.push_str(&statement[copied..]);
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::without_if_not_exists;

    #[test]
    fn only_the_words_of_the_statement_itself_are_left_out() {
        let cases = [
            ("CREATE TABLE IF NOT EXISTS t (a int)", Some("CREATE TABLE  t (a int)")),
            ("create index if\n not /* x */ exists i on t (a)", Some("create index  i on t (a)")),
            (
                "ALTER TABLE t ADD IF NOT EXISTS a int, ADD COLUMN IF NOT EXISTS b int",
                Some("ALTER TABLE t ADD  a int, ADD COLUMN  b int"),
            ),
            ("CREATE TABLE t (a int CHECK (a > 0))", None),
            ("SELECT 'IF NOT EXISTS', (SELECT 1 WHERE NOT EXISTS (SELECT 1))", None),
            ("DO $$ BEGIN CREATE TABLE IF NOT EXISTS t (); END $$", None),
        ];
        for (statement, expected) in cases {
            assert_eq!(without_if_not_exists(statement).as_deref(), expected, "{statement}");
        }
    }
}
