//! `DROP …`.

use super::create::never;
use super::{Classified, Cursor, objects};
use crate::command::{Command, ObjectKind};
use crate::transaction::TransactionRule;

/// Reads on after `DROP`.
pub(super) fn drop(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if cursor.words(&["owned", "by"]) {
        return Some(Classified::new(Command::DropOwned, Vec::new()));
    }
    let object = objects::object(cursor)?;
    let concurrently = object.kind == ObjectKind::Index && cursor.word("concurrently");
    cursor.if_exists();
    match object.kind {
        ObjectKind::Index => {
            let targets = objects::named_list(object, cursor);
            let rule = if concurrently { TransactionRule::Never } else { TransactionRule::Anywhere };
            Some(Classified::with_rule(Command::DropIndex { concurrently }, targets, rule))
        }
        ObjectKind::Database => {
            Some(never(object.kind, cursor.identifier()?, |name| Command::DropDatabase { name }))
        }
        ObjectKind::Tablespace => {
            Some(never(object.kind, cursor.identifier()?, |name| Command::DropTablespace { name }))
        }
        ObjectKind::Subscription => {
            Some(never(object.kind, cursor.identifier()?, |name| Command::DropSubscription { name }))
        }
        _ => Some(Classified::new(object.drop.clone()?, objects::named_list(object, cursor))),
    }
}
