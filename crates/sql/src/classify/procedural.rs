//! `DO` and `CALL`, which may end the transaction they run in.

use super::{Classified, Cursor};
use crate::command::{Command, ObjectKind};
use crate::lex::{Token, TokenKind};
use crate::transaction::TransactionRule;

/// Reads on after `CALL`. What the procedure does is in the catalog.
pub(super) fn call(cursor: &mut Cursor<'_>) -> Classified {
    let targets = cursor.name().map(|name| super::Target::new(ObjectKind::Procedure, name));
    Classified::with_rule(Command::Call, targets.into_iter().collect(), TransactionRule::MayCommit)
}

/// Reads on after `DO`.
pub(super) fn anonymous_block(cursor: &mut Cursor<'_>) -> Classified {
    let mut body = None;
    let mut plpgsql = true;
    while !cursor.at_end() {
        if cursor.word("language") {
            let language = cursor.identifier().or_else(|| cursor.string());
            plpgsql = language.is_none_or(|language| language.eq_ignore_ascii_case("plpgsql"));
        } else if let Some(string) = cursor.string() {
            body = Some(string);
        } else {
            cursor.token();
        }
    }
    let commits =
        body.is_some_and(|body| if plpgsql { plpgsql_commits(&body) } else { mentions_commit(&body) });
    let rule = if commits { TransactionRule::MayCommit } else { TransactionRule::Anywhere };
    Classified::with_rule(Command::Do, Vec::new(), rule)
}

/// Whether a PL/pgSQL body has `COMMIT`, `ROLLBACK` or `CALL` where a statement begins.
fn plpgsql_commits(body: &str) -> bool {
    let mut cursor = Cursor::new(body);
    let mut previous = None;
    while let Some(token) = cursor.token() {
        if begins_statement(previous, body) && ends_transaction(token, &cursor) {
            return true;
        }
        previous = Some(token);
    }
    false
}

fn begins_statement(previous: Option<Token>, body: &str) -> bool {
    let Some(token) = previous else { return true };
    match token.kind {
        TokenKind::Word => ["begin", "then", "else", "loop"].iter().any(|word| token.is_word(body, word)),
        TokenKind::Symbol => token.is_symbol(body, b';'),
        TokenKind::Operator => token.text(body) == ">>",
        _ => false,
    }
}

fn ends_transaction(token: Token, after: &Cursor<'_>) -> bool {
    let body = after.text();
    if token.is_word(body, "call") {
        return true;
    }
    (token.is_word(body, "commit") || token.is_word(body, "rollback"))
        && (after.at_end() || after.sees("and"))
}

/// For languages whose statements are not known here: any mention counts.
fn mentions_commit(body: &str) -> bool {
    let body = body.to_ascii_lowercase();
    body.contains("commit") || body.contains("rollback")
}
