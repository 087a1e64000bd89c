//! Subscriptions: whether they may run in a transaction block depends on their options, for replication
//! slots on the publisher and the copying of tables are not undone by a rollback.

use super::create::never;
use super::options::Options;
use super::{Classified, Cursor, Target};
use crate::command::{Command, ObjectKind};
use crate::transaction::TransactionRule;

/// Reads on after `CREATE SUBSCRIPTION`.
pub(super) fn create_subscription(cursor: &mut Cursor<'_>) -> Option<Classified> {
    let name = cursor.identifier()?;
    let mut classified = never(ObjectKind::Subscription, name, |name| Command::CreateSubscription { name });
    if cursor.after_first(&["with"]).is_some() {
        let options = Options::read(cursor);
        if options.is_off("connect") || options.is_off("create_slot") {
            classified.transaction = TransactionRule::Anywhere;
        }
    }
    Some(classified)
}

/// Reads on after `ALTER SUBSCRIPTION name`.
pub(super) fn alter_subscription(targets: Vec<Target>, cursor: &mut Cursor<'_>) -> Classified {
    let refreshes = if cursor.word("refresh") {
        true
    } else if cursor.one_of(&["set", "add", "drop"]) && cursor.word("publication") {
        let given = cursor.after_first(&["with"]).is_some();
        !(given && Options::read(cursor).is_off("refresh"))
    } else {
        // The options that change the slot on the publisher.
        let options = Options::read(cursor);
        options.has("failover") || options.has("two_phase")
    };
    let rule = if refreshes { TransactionRule::Never } else { TransactionRule::Anywhere };
    Classified::with_rule(Command::AlterSubscription, targets, rule)
}
