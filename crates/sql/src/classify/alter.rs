//! `ALTER …`.

use super::objects::{self, Object};
use super::{Classified, Cursor, Target, replication};
use crate::command::{Command, ObjectKind};
use crate::transaction::TransactionRule;

/// Reads on after `ALTER`.
pub(super) fn alter(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if cursor.word("system") {
        return Some(Classified::with_rule(Command::AlterSystem, Vec::new(), TransactionRule::Never));
    }
    if cursor.words(&["default", "privileges"]) {
        return Some(Classified::new(Command::AlterDefaultPrivileges, Vec::new()));
    }
    let object = objects::object(cursor)?;
    let command = object.alter.clone()?;
    if cursor.words(&["all", "in", "tablespace"]) {
        let tablespace = cursor.identifier()?;
        return Some(Classified::new(
            command,
            vec![Target::without_schema(ObjectKind::Tablespace, tablespace)],
        ));
    }
    let targets = target(object, cursor);
    Some(match object.kind {
        ObjectKind::Table => table(targets, cursor),
        ObjectKind::Type => type_(targets, cursor),
        ObjectKind::Database => database(targets, cursor),
        ObjectKind::Subscription => replication::alter_subscription(targets, cursor),
        _ => Classified::new(command, targets),
    })
}

fn target(object: &Object, cursor: &mut Cursor<'_>) -> Vec<Target> {
    cursor.if_exists();
    let mut targets = Vec::new();
    if object.kind == ObjectKind::Role && cursor.word("all") {
        return targets;
    }
    if cursor.sees("only") {
        targets.extend(cursor.relation().map(|name| Target::new(object.kind, name)));
    } else {
        objects::named(object, cursor, &mut targets);
        cursor.operator("*");
    }
    targets
}

/// `ALTER TABLE`, which only detaches a partition concurrently outside a transaction block.
fn table(targets: Vec<Target>, cursor: &mut Cursor<'_>) -> Classified {
    if cursor.words(&["detach", "partition"]) {
        let partition = cursor.name();
        if let (Some(parent), Some(partition), true) =
            (targets.first(), partition, cursor.word("concurrently"))
        {
            let parent = crate::Name { schema: parent.schema.clone(), name: parent.name.clone() };
            let command = Command::DetachPartitionConcurrently { parent, partition };
            return Classified::with_rule(command, targets, TransactionRule::Never);
        }
    }
    Classified::new(Command::AlterTable, targets)
}

fn type_(targets: Vec<Target>, cursor: &mut Cursor<'_>) -> Classified {
    if cursor.words(&["add", "value"]) {
        cursor.if_not_exists();
        if let (Some(target), Some(value)) = (targets.first(), cursor.string()) {
            let type_name = crate::Name { schema: target.schema.clone(), name: target.name.clone() };
            return Classified::new(Command::AlterTypeAddValue { type_name, value }, targets);
        }
    }
    Classified::new(Command::AlterType, targets)
}

fn database(targets: Vec<Target>, cursor: &mut Cursor<'_>) -> Classified {
    let moves = cursor.words(&["set", "tablespace"]);
    let rule = if moves { TransactionRule::Never } else { TransactionRule::Anywhere };
    Classified::with_rule(Command::AlterDatabase, targets, rule)
}
