//! A statement as it may be shown to anybody: what it does, without what it does it with.

use crate::lex::{BOM, Lexer, TokenKind};

/// What stands for a constant.
const CONSTANT: &str = "?";
/// What stands for the rest of a statement that was cut off.
const CUT: &str = "…";

/// The statement on one line, each constant as `?` and without comments, for constants and comments may carry
/// data and secrets. A text that was cut off inside of a constant ends there. Never fails.
pub fn without_constants(text: &str) -> String {
    let start = if text.starts_with(BOM) { BOM.len() } else { 0 };
    let mut lexer = Lexer::at(text, start);
    let (mut shown, mut end) = (String::with_capacity(text.len()), start);
    loop {
        match lexer.next_token() {
            Ok(None) => return shown,
            Ok(Some(token)) => {
                if token.start > end && !shown.is_empty() {
                    shown.push(' ');
                }
                shown.push_str(match token.kind {
                    TokenKind::String | TokenKind::DollarString | TokenKind::Number => CONSTANT,
                    _ => token.text(text),
                });
                end = token.end;
            }
            Err(_) => {
                shown.push_str(CUT);
                return shown;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_constants;

    #[test]
    fn constants_and_comments_are_taken_out() {
        let cases = [
            ("SELECT  1", "SELECT ?"),
            (
                "UPDATE loan\n  SET note = E'it''s', pin=4711 WHERE id = $1",
                "UPDATE loan SET note = ?, pin=? WHERE id = $1",
            ),
            (r#"ALTER TABLE "My loan" ADD COLUMN a2 text;"#, r#"ALTER TABLE "My loan" ADD COLUMN a2 text;"#),
            ("/* user=ann */ SELECT $t$secret$t$ -- ann", "SELECT ?"),
            ("SELECT * FROM t WHERE key = 'sk-12", "SELECT * FROM t WHERE key =…"),
            ("DO $$ BEGIN PERFORM 1", "DO…"),
            ("", ""),
        ];
        for (text, shown) in cases {
            assert_eq!(without_constants(text), shown);
        }
    }
}
