//! Statements that read and write rows.

use super::objects;
use super::{Classified, Cursor, Target, by_first_word};
use crate::command::{Command, ObjectKind};
use crate::lex::TokenKind;
use crate::names::Name;

fn on_one_table(command: Command, name: Name) -> Classified {
    Classified::new(command, vec![Target::new(ObjectKind::Table, name)])
}

/// Reads on after `INSERT`.
pub(super) fn insert(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if !cursor.word("into") {
        return None;
    }
    Some(on_one_table(Command::Insert, cursor.name()?))
}

/// Reads on after `UPDATE`.
pub(super) fn update(cursor: &mut Cursor<'_>) -> Option<Classified> {
    Some(on_one_table(Command::Update, cursor.relation()?))
}

/// Reads on after `DELETE`.
pub(super) fn delete(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if !cursor.word("from") {
        return None;
    }
    Some(on_one_table(Command::Delete, cursor.relation()?))
}

/// Reads on after `MERGE`.
pub(super) fn merge(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if !cursor.word("into") {
        return None;
    }
    Some(on_one_table(Command::Merge, cursor.relation()?))
}

/// Reads on after `TRUNCATE`.
pub(super) fn truncate(cursor: &mut Cursor<'_>) -> Classified {
    cursor.word("table");
    Classified::new(Command::Truncate, objects::relations(cursor))
}

/// Reads on after `LOCK`.
pub(super) fn lock(cursor: &mut Cursor<'_>) -> Classified {
    cursor.word("table");
    Classified::new(Command::LockTable, objects::relations(cursor))
}

/// Reads on after `COPY`.
pub(super) fn copy(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if cursor.skip_parentheses() {
        return Some(Classified::new(Command::Copy { from_stdin: false }, Vec::new()));
    }
    cursor.word("binary");
    let table = cursor.name()?;
    let from_stdin = cursor.after_first(&["from", "to"]) == Some("from")
        && (cursor.word("stdin") || cursor.word("stdout"));
    Some(on_one_table(Command::Copy { from_stdin }, table))
}

/// Reads on after `WITH`: the statement is what follows the common table expressions.
pub(super) fn with(cursor: &mut Cursor<'_>) -> Option<Classified> {
    cursor.word("recursive");
    loop {
        cursor.identifier()?;
        cursor.skip_parentheses();
        if !cursor.word("as") {
            return None;
        }
        cursor.word("not");
        cursor.word("materialized");
        if !cursor.skip_parentheses() {
            return None;
        }
        if cursor.word("search") {
            cursor.after_first(&["set"])?;
            cursor.identifier()?;
        }
        if cursor.word("cycle") {
            cursor.after_first(&["using"])?;
            cursor.identifier()?;
        }
        if !cursor.symbol(b',') {
            return Some(by_first_word(cursor));
        }
    }
}

/// Reads a query to its end. `INTO` in its first `SELECT`, which may stand in parentheses, makes it create a table.
pub(super) fn select(cursor: &mut Cursor<'_>) -> Classified {
    let text = cursor.text();
    let mut depth = 0_usize;
    while cursor.symbol(b'(') {
        depth += 1;
    }
    let mut first_select = Some(depth);
    let mut changes_session = false;
    let mut label = false;
    while let Some(token) = cursor.token() {
        if token.kind == TokenKind::Word {
            if first_select == Some(depth) && !label {
                if token.is_word(text, "into") {
                    return select_into(cursor);
                }
                if ["union", "intersect", "except"].iter().any(|word| token.is_word(text, word)) {
                    first_select = None;
                }
            }
            if token.is_word(text, "set_config") && cursor.symbol(b'(') {
                changes_session = changes_session || outlives_transaction(*cursor);
                depth += 1;
            }
        } else if token.is_symbol(text, b'(') {
            depth += 1;
        } else if token.is_symbol(text, b')') {
            depth = depth.saturating_sub(1);
        }
        label = token.is_symbol(text, b'.') || token.is_word(text, "as");
    }
    Classified::new(Command::Select { changes_session }, Vec::new())
}

fn select_into(cursor: &mut Cursor<'_>) -> Classified {
    while cursor.one_of(&["global", "local", "temp", "temporary", "unlogged"]) {}
    cursor.word("table");
    let targets = cursor.name().map(|name| Target::new(ObjectKind::Table, name));
    Classified::new(Command::SelectInto, targets.into_iter().collect())
}

/// Whether a call of `set_config`, entered after its `(`, sets more than the transaction: anything but a
/// plain `true` as third argument.
fn outlives_transaction(mut cursor: Cursor<'_>) -> bool {
    for _ in 0..2 {
        if !skip_argument(&mut cursor) {
            return true;
        }
    }
    let is_true = cursor.word("true") || cursor.string().is_some_and(|value| is_true(&value));
    !(is_true && cursor.symbol(b')'))
}

fn is_true(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "t" | "true" | "y" | "yes" | "on" | "1")
}

/// Moves after the comma that ends an argument.
fn skip_argument(cursor: &mut Cursor<'_>) -> bool {
    loop {
        if cursor.symbol(b',') {
            return true;
        }
        if !cursor.skip_parentheses() {
            let Some(token) = cursor.token() else { return false };
            if token.is_symbol(cursor.text(), b')') {
                return false;
            }
        }
    }
}

/// Reads on after `EXPLAIN`. With `ANALYZE` the statement is run, and its targets are the statement's.
pub(super) fn explain(cursor: &mut Cursor<'_>) -> Classified {
    let mut analyze = false;
    if is_option_list(*cursor) {
        let options = super::options::Options::read(cursor);
        analyze = options.is_on("analyze") || options.is_on("analyse");
    } else {
        while cursor.sees("analyze") || cursor.sees("analyse") || cursor.sees("verbose") {
            analyze |= !cursor.word("verbose");
            cursor.one_of(&["analyze", "analyse"]);
        }
    }
    if !analyze {
        return Classified::new(Command::Explain { analyze }, Vec::new());
    }
    let explained = by_first_word(cursor);
    let rule = explained.transaction;
    Classified::with_rule(Command::Explain { analyze }, explained.targets, rule)
}

/// Tells `EXPLAIN (options) …` from `EXPLAIN (SELECT …)`.
fn is_option_list(mut cursor: Cursor<'_>) -> bool {
    let query = ["select", "values", "table", "with"];
    cursor.symbol(b'(') && !query.iter().any(|word| cursor.sees(word)) && !cursor.symbol(b'(')
}
