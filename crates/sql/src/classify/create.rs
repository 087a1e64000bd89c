//! `CREATE …`.

use super::objects::{self, Object};
use super::{Classified, Cursor, Target, replication};
use crate::command::{Command, ObjectKind};
use crate::names::Name;
use crate::transaction::TransactionRule;

/// Words that may stand between `CREATE` and the kind of object.
const MODIFIERS: &[&str] = &[
    "global",
    "local",
    "temp",
    "temporary",
    "unlogged",
    "recursive",
    "unique",
    "trusted",
    "constraint",
    "default",
];

/// Reads on after `CREATE`.
pub(super) fn create(cursor: &mut Cursor<'_>) -> Option<Classified> {
    cursor.words(&["or", "replace"]);
    while cursor.one_of(MODIFIERS) {}
    let object = objects::object(cursor)?;
    match object.kind {
        ObjectKind::Index => index(cursor),
        ObjectKind::Table => Some(table(object, cursor)),
        ObjectKind::Type => type_(cursor),
        ObjectKind::Schema => Some(schema(cursor)),
        ObjectKind::Rule => Some(on_table(Command::CreateRule, ObjectKind::Rule, "to", cursor)),
        ObjectKind::Trigger => Some(on_table(Command::CreateTrigger, ObjectKind::Trigger, "on", cursor)),
        ObjectKind::Statistics => Some(statistics(cursor)),
        ObjectKind::Language => language(cursor),
        ObjectKind::Database => {
            let name = cursor.identifier()?;
            Some(never(ObjectKind::Database, name, |name| Command::CreateDatabase { name }))
        }
        ObjectKind::Tablespace => {
            let name = cursor.identifier()?;
            Some(never(ObjectKind::Tablespace, name, |name| Command::CreateTablespace { name }))
        }
        ObjectKind::Subscription => replication::create_subscription(cursor),
        _ => plain(object, cursor),
    }
}

fn plain(object: &Object, cursor: &mut Cursor<'_>) -> Option<Classified> {
    let command = object.create.clone()?;
    cursor.if_not_exists();
    let mut targets = Vec::new();
    objects::named(object, cursor, &mut targets);
    Some(Classified::new(command, targets))
}

/// A command that names one object and never runs in a transaction block.
pub(super) fn never(kind: ObjectKind, name: String, command: fn(String) -> Command) -> Classified {
    let targets = vec![Target::without_schema(kind, name.clone())];
    Classified::with_rule(command(name), targets, TransactionRule::Never)
}

/// `CREATE TABLE`, with `AS` outside parentheses `CREATE TABLE AS`: the word is reserved.
fn table(object: &Object, cursor: &mut Cursor<'_>) -> Classified {
    cursor.if_not_exists();
    let mut targets = Vec::new();
    objects::named(object, cursor, &mut targets);
    let command = match cursor.after_first(&["as"]) {
        Some(_) => Command::CreateTableAs,
        None => Command::CreateTable,
    };
    Classified::new(command, targets)
}

fn index(cursor: &mut Cursor<'_>) -> Option<Classified> {
    let concurrently = cursor.word("concurrently");
    let if_not_exists = cursor.if_not_exists();
    let name = if cursor.sees("on") { None } else { cursor.identifier() };
    if !cursor.word("on") {
        return None;
    }
    let table = cursor.relation()?;
    let index = name.map(|name| Name { schema: table.schema.clone(), name });
    let mut targets: Vec<Target> =
        index.iter().map(|index| Target::new(ObjectKind::Index, index.clone())).collect();
    targets.push(Target::new(ObjectKind::Table, table.clone()));
    let rule = if concurrently { TransactionRule::Never } else { TransactionRule::Anywhere };
    let command = Command::CreateIndex { concurrently, if_not_exists, index, table };
    Some(Classified::with_rule(command, targets, rule))
}

fn type_(cursor: &mut Cursor<'_>) -> Option<Classified> {
    let name = cursor.name()?;
    let targets = vec![Target::new(ObjectKind::Type, name.clone())];
    let command = if cursor.words(&["as", "enum"]) {
        Command::CreateTypeEnum { name }
    } else {
        Command::CreateType { name }
    };
    Some(Classified::new(command, targets))
}

/// `CREATE SCHEMA`; without a name the schema is called after the role it is authorised to.
fn schema(cursor: &mut Cursor<'_>) -> Classified {
    cursor.if_not_exists();
    cursor.word("authorization");
    let name = cursor.identifier();
    let targets = name.map(|name| Target::without_schema(ObjectKind::Schema, name));
    Classified::new(Command::CreateSchema, targets.into_iter().collect())
}

/// `CREATE LANGUAGE`, which without a handler is the old way to write `CREATE EXTENSION`.
fn language(cursor: &mut Cursor<'_>) -> Option<Classified> {
    let name = cursor.identifier()?;
    let (command, kind) = match cursor.word("handler") {
        true => (Command::CreateLanguage, ObjectKind::Language),
        false => (Command::CreateExtension, ObjectKind::Extension),
    };
    Some(Classified::new(command, vec![Target::without_schema(kind, name)]))
}

/// A trigger or rule, whose table comes after the first `word` outside parentheses.
fn on_table(command: Command, kind: ObjectKind, word: &str, cursor: &mut Cursor<'_>) -> Classified {
    let mut targets: Vec<Target> =
        cursor.identifier().map(|name| Target::without_schema(kind, name)).into_iter().collect();
    if cursor.after_first(&[word]).is_some() {
        targets.extend(cursor.name().map(|table| Target::new(ObjectKind::Table, table)));
    }
    Classified::new(command, targets)
}

fn statistics(cursor: &mut Cursor<'_>) -> Classified {
    cursor.if_not_exists();
    let name = if cursor.sees("on") { None } else { cursor.name() };
    let mut targets: Vec<Target> =
        name.map(|name| Target::new(ObjectKind::Statistics, name)).into_iter().collect();
    if cursor.after_first(&["from"]).is_some() {
        // The grammar takes any FROM item; only a relation is a target.
        let table = cursor.relation().filter(|_| !cursor.skip_parentheses());
        targets.extend(table.map(|table| Target::new(ObjectKind::Table, table)));
    }
    Classified::new(Command::CreateStatistics, targets)
}
