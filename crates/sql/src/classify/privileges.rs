//! `GRANT` and `REVOKE`. Those of privileges name objects after `ON`; those of roles have none.

use super::objects;
use super::{Classified, Cursor, Target};
use crate::command::{Command, ObjectKind};

/// Reads on after `GRANT`.
pub(super) fn grant(cursor: &mut Cursor<'_>) -> Classified {
    match objects_after_on(cursor) {
        Some(targets) => Classified::new(Command::Grant, targets),
        None => Classified::new(Command::GrantRole, Vec::new()),
    }
}

/// Reads on after `REVOKE`.
pub(super) fn revoke(cursor: &mut Cursor<'_>) -> Classified {
    match objects_after_on(cursor) {
        Some(targets) => Classified::new(Command::Revoke, targets),
        None => Classified::new(Command::RevokeRole, Vec::new()),
    }
}

fn objects_after_on(cursor: &mut Cursor<'_>) -> Option<Vec<Target>> {
    if cursor.after_first(&["on", "to", "from"]) != Some("on") {
        return None;
    }
    Some(all_in_schemas(cursor).unwrap_or_else(|| named_objects(cursor)))
}

/// `ALL TABLES IN SCHEMA a, b` and the like, whose targets are the schemas.
fn all_in_schemas(cursor: &mut Cursor<'_>) -> Option<Vec<Target>> {
    let mut ahead = *cursor;
    if !ahead.word("all") || !ahead.one_of(&["tables", "sequences", "functions", "procedures", "routines"]) {
        return None;
    }
    if !ahead.words(&["in", "schema"]) {
        return None;
    }
    Some(names(ObjectKind::Schema, &mut ahead))
}

fn named_objects(cursor: &mut Cursor<'_>) -> Vec<Target> {
    if cursor.word("parameter") {
        return Vec::new();
    }
    if cursor.words(&["foreign", "server"]) {
        return names(ObjectKind::Server, cursor);
    }
    match objects::object(cursor) {
        Some(object) => objects::named_list(object, cursor),
        None => objects::relations(cursor),
    }
}

fn names(kind: ObjectKind, cursor: &mut Cursor<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    while let Some(name) = cursor.identifier() {
        targets.push(Target::without_schema(kind, name));
        if !cursor.symbol(b',') {
            break;
        }
    }
    targets
}
