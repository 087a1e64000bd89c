//! What one statement is, read from as few of its tokens as possible.
//!
//! There is no grammar here: leading words decide the command, and what follows is read only as far as
//! the targets and the transaction rule need it. A statement the server would refuse gets the meaning of
//! its leading words. Tables named only in expressions, foreign keys or `PARTITION OF` are no targets.

mod alter;
mod create;
mod cursor;
mod data;
mod described;
mod drop;
mod maintenance;
mod objects;
mod options;
mod privileges;
mod procedural;
mod replication;
mod session;
mod transactions;

pub(crate) use cursor::Cursor;

use crate::command::{Command, ObjectKind};
use crate::names::Name;
use crate::transaction::TransactionRule;
use serde::Serialize;

/// An object a statement creates, changes, drops, fills or empties.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Target {
    /// What the statement takes it for.
    pub kind: ObjectKind,
    /// The schema as written, folded; `None` leaves it to the search path.
    pub schema: Option<String>,
    /// The name, folded.
    pub name: String,
}

impl Target {
    fn new(kind: ObjectKind, name: Name) -> Self {
        Self { kind, schema: name.schema, name: name.name }
    }

    fn without_schema(kind: ObjectKind, name: String) -> Self {
        Self { kind, schema: None, name }
    }
}

/// The meaning of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Classified {
    /// What it does.
    pub command: Command,
    /// The objects it names, in the order of the text. A trigger, policy, rule or index comes before its table.
    pub targets: Vec<Target>,
    /// Whether it may run in a transaction block.
    pub transaction: TransactionRule,
}

impl Classified {
    fn new(command: Command, targets: Vec<Target>) -> Self {
        Self { command, targets, transaction: TransactionRule::Anywhere }
    }

    fn with_rule(command: Command, targets: Vec<Target>, transaction: TransactionRule) -> Self {
        Self { command, targets, transaction }
    }
}

/// Says what a statement is. `statement` is one statement, with or without comments and `;`. Text that is
/// no statement at all is [`Command::Other`].
pub fn classify(statement: &str) -> Classified {
    let mut cursor = Cursor::new(statement);
    by_first_word(&mut cursor)
}

fn by_first_word(cursor: &mut Cursor<'_>) -> Classified {
    let start = *cursor;
    if cursor.peek().is_some_and(|token| token.is_symbol(cursor.text(), b'(')) {
        return data::select(cursor);
    }
    let mut buffer = [0; 16];
    let known = match cursor.any_word().map(|word| lower(word, &mut buffer)) {
        Some("create") => create::create(cursor),
        Some("alter") => alter::alter(cursor),
        Some("drop") => drop::drop(cursor),
        Some("insert") => data::insert(cursor),
        Some("update") => data::update(cursor),
        Some("delete") => data::delete(cursor),
        Some("merge") => data::merge(cursor),
        Some("select" | "values" | "table") => Some(data::select(cursor)),
        Some("with") => data::with(cursor),
        Some("truncate") => Some(data::truncate(cursor)),
        Some("copy") => data::copy(cursor),
        Some("lock") => Some(data::lock(cursor)),
        Some("explain") => Some(data::explain(cursor)),
        Some("comment") => Some(described::comment(cursor)),
        Some("security") => Some(described::security_label(cursor)),
        Some("grant") => Some(privileges::grant(cursor)),
        Some("revoke") => Some(privileges::revoke(cursor)),
        Some("reassign") => Some(Classified::new(Command::ReassignOwned, Vec::new())),
        Some("import") => described::import_foreign_schema(cursor),
        Some("do") => Some(procedural::anonymous_block(cursor)),
        Some("call") => Some(procedural::call(cursor)),
        Some("reindex") => maintenance::reindex(cursor),
        Some("vacuum") => Some(maintenance::vacuum(cursor)),
        Some("analyze" | "analyse") => Some(maintenance::analyze(cursor)),
        Some("cluster") => Some(maintenance::cluster(cursor)),
        Some("refresh") => maintenance::refresh(cursor),
        Some(word) => {
            session::by_first_word(word, cursor).or_else(|| transactions::by_first_word(word, cursor))
        }
        None => None,
    };
    known.unwrap_or_else(|| Classified::new(Command::Other { keywords: start.leading_words() }, Vec::new()))
}

/// The word in lower case, or "" if it is longer than any keyword that begins a statement.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 16]) -> &'b str {
    let Some(lower) = buffer.get_mut(..word.len()) else { return "" };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).unwrap_or("")
}

#[cfg(test)]
mod tests;
