//! How A's own row changes so that triggers take notice: what it was, and what it becomes.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use super::conditions::{Conditions, Wanted};
use super::made::values;
use super::shown::{NEW, OLD};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::values::value;
use crate::isolation::attack::worlds::texts::constants;
use crate::isolation::scope::{Column, Relation};

/// How many numbers are made as large as nobody's.
const NUMBERS: usize = 2;

/// How many columns are turned from one value to another, one at a time.
const COLUMNS: usize = 4;

/// A change of a row: columns and their values as SQL.
#[derive(Clone, Debug, Default)]
pub(super) struct Turn {
    pub from: Vec<(String, String)>,
    pub to: Vec<(String, String)>,
}

impl Turn {
    /// The same with one more column.
    pub(super) fn and(&self, (column, value): (String, String)) -> Turn {
        let mut turn = self.clone();
        turn.to.retain(|(known, _)| *known != column);
        turn.to.push((column, value));
        turn
    }
}

/// The changes that triggers may wait for: first all that they ask at once, then that and one more column.
pub(super) fn turns(
    field: &Field<'_>,
    relation: &Relation,
    (own, text): (&Row, &str),
    conditions: &Conditions,
) -> Vec<Turn> {
    let awaited = awaited(field, relation, conditions, NEW);
    let before = awaited_before(field, relation, conditions, &awaited);
    let first = Turn { from: before, to: awaited };
    let with = |column: &Column, from: Option<String>, to: String| {
        let name = &column.name;
        let mut turn = first.and((name.clone(), to));
        if let Some(from) = from {
            turn.from.retain(|(column, _)| column != name);
            turn.from.push((name.clone(), from));
        }
        turn
    };
    let is_named = |column: &&Column| {
        !column.generated
            && !path_columns(relation).contains(&column.name.as_str())
            && !relation.key.contains(&column.name)
            && has_word(text, &column.name)
    };
    let named = || relation.columns.iter().filter(is_named);
    let is_number = |it: &&Column| matches!(family(&it.data_type), "number" | "decimal");
    let mut turns = vec![first.clone()];
    turns.extend(named().filter(is_number).take(NUMBERS).map(|it| with(it, None, "1000000".to_owned())));
    let other = named().filter_map(|it| Some((it, other(field, relation, own, it)?)));
    for (column, changes) in other.take(COLUMNS) {
        turns.extend(changes.into_iter().map(|[from, to]| with(column, Some(from), to)));
    }
    turns
}

/// Changes of a flag, and of what may be left blank.
fn other(field: &Field<'_>, relation: &Relation, own: &Row, column: &Column) -> Option<Vec<[String; 2]>> {
    let both =
        |one: &str, two: &str| Some(vec![[one.to_owned(), two.to_owned()], [two.to_owned(), one.to_owned()]]);
    if family(&column.data_type) == "boolean" {
        return both("false", "true");
    }
    let rows = field.ground.rows.get(&relation.oid)?;
    let held = [own].into_iter().chain(&rows.samples_a).map(|row| value(relation, row, &column.name));
    let held = held.into_iter().find(|it| it != "NULL");
    let filled = held.or_else(|| (family(&column.data_type) == "time").then(|| "now()".to_owned()))?;
    if column.not_null { None } else { both("NULL", &filled) }
}

/// The values that the triggers wait for in a row that they are shown.
fn awaited(
    field: &Field<'_>,
    relation: &Relation,
    conditions: &Conditions,
    row: &str,
) -> Vec<(String, String)> {
    let columns = relation.columns.iter().filter(|column| !column.generated);
    let awaited = columns.filter_map(|column| {
        let of_row = conditions
            .wanted
            .iter()
            .filter(|(name, _)| name.column == column.name && name.of.as_ref().is_some_and(|it| it == row));
        let wanted: Vec<&Wanted> = of_row.map(|(_, wanted)| wanted).collect();
        let allowed = field.ground.facts.get(&relation.oid).and_then(|it| it.allowed.get(&column.name));
        let values = values(column, &wanted, allowed.map_or("", String::as_str));
        Some((column.name.clone(), values.into_iter().next()?.0))
    });
    awaited.collect()
}

/// What the row was before: what the triggers ask of OLD, and something else where they wait for a value.
fn awaited_before(
    field: &Field<'_>,
    relation: &Relation,
    conditions: &Conditions,
    awaited_now: &[(String, String)],
) -> Vec<(String, String)> {
    let mut before = awaited(field, relation, conditions, OLD);
    for (name, to) in awaited_now {
        let Some(column) = relation.columns.iter().find(|it| it.name == *name) else { continue };
        if !before.iter().any(|(known, _)| known == name) {
            before.extend(unlike(field, relation, column, to).map(|from| (name.clone(), from)));
        }
    }
    before
}

/// Another value that a column may have had.
fn unlike(field: &Field<'_>, relation: &Relation, column: &Column, to: &str) -> Option<String> {
    let allowed = field.ground.facts.get(&relation.oid).and_then(|it| it.allowed.get(&column.name));
    let others = allowed.map(|it| constants(it)).unwrap_or_default();
    if let Some(other) = others.iter().map(|it| quote_literal(it)).find(|it| it != to) {
        return Some(other);
    }
    match (family(&column.data_type), to) {
        ("boolean", "true") => Some("false".to_owned()),
        ("boolean", "false") => Some("true".to_owned()),
        // What only has to be there was not.
        (_, to) if to.starts_with("coalesce(") => Some("NULL".to_owned()),
        _ => None,
    }
}
