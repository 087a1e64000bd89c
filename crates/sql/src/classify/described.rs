//! `COMMENT`, `SECURITY LABEL` and `IMPORT FOREIGN SCHEMA`.

use super::objects;
use super::{Classified, Cursor, Target};
use crate::command::{Command, ObjectKind};
use crate::names::Name;

/// Reads on after `COMMENT`.
pub(super) fn comment(cursor: &mut Cursor<'_>) -> Classified {
    Classified::new(Command::Comment, object_after_on(cursor))
}

/// Reads on after `SECURITY`.
pub(super) fn security_label(cursor: &mut Cursor<'_>) -> Classified {
    cursor.word("label");
    if cursor.word("for") {
        cursor.token();
    }
    Classified::new(Command::SecurityLabel, object_after_on(cursor))
}

fn object_after_on(cursor: &mut Cursor<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    if !cursor.word("on") {
        return targets;
    }
    if cursor.word("column") {
        targets.extend(relation_of_column(cursor).map(|name| Target::new(ObjectKind::Table, name)));
    } else if cursor.word("constraint") {
        constraint(cursor, &mut targets);
    } else if let Some(object) = objects::object(cursor) {
        objects::named(object, cursor, &mut targets);
    }
    targets
}

/// `[schema.]table.column` without its column.
fn relation_of_column(cursor: &mut Cursor<'_>) -> Option<Name> {
    let mut parts = vec![cursor.identifier()?];
    while cursor.symbol(b'.') {
        parts.push(cursor.identifier()?);
    }
    parts.pop();
    let name = parts.pop()?;
    Some(Name { schema: parts.pop(), name })
}

/// `name ON table` or `name ON DOMAIN domain`.
fn constraint(cursor: &mut Cursor<'_>, targets: &mut Vec<Target>) {
    let name = cursor.identifier();
    targets.extend(name.map(|name| Target::without_schema(ObjectKind::Constraint, name)));
    if cursor.word("on") {
        let kind = if cursor.word("domain") { ObjectKind::Domain } else { ObjectKind::Table };
        targets.extend(cursor.name().map(|name| Target::new(kind, name)));
    }
}

/// Reads on after `IMPORT`.
pub(super) fn import_foreign_schema(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if !cursor.words(&["foreign", "schema"]) {
        return None;
    }
    let mut targets = Vec::new();
    if cursor.after_first(&["into"]).is_some() {
        targets.extend(cursor.identifier().map(|name| Target::without_schema(ObjectKind::Schema, name)));
    }
    Some(Classified::new(Command::ImportForeignSchema, targets))
}
