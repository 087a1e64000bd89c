//! Rows of B's that a trigger comes upon: they hold what A's own row says, in columns that the text compares with it.

use bulkhead_connect::quote_identifier;

use super::alike::{Role, may_be_alike, role};
use super::conditions::Conditions;
use super::made::{Maker, assigned};
use super::sides::sides;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::values::value;
use crate::isolation::attack::worlds::lists::is_list;
use crate::isolation::attack::worlds::second::{is_local, names_person};
use crate::isolation::scope::{Column, Relation};

/// How many columns are set.
const COLUMNS: usize = 4;

/// SQL by which B's rows get what `own` says, where two tenants may have the same.
pub(super) fn tied(
    maker: &Maker<'_>,
    relation: &Relation,
    own: &Row,
    (text, conditions): (&str, &Conditions),
) -> String {
    let [_, b] = &maker.field.probe.tenants;
    let mut set: Vec<(usize, String, String)> = Vec::new();
    for (compared, row) in sides(text, conditions) {
        let held = value(relation, own, &row.column);
        // Of a document one key is compared and not the whole.
        let is_document = relation
            .columns
            .iter()
            .any(|it| it.name == row.column && matches!(it.data_type.as_str(), "json" | "jsonb"));
        if held == "NULL" || is_document || !may_be_alike(maker, relation, &row.column) {
            continue;
        }
        for (place, column) in maker.meant(conditions, &compared) {
            let is_free = may_be_shared(column);
            let known = set.iter().any(|(of, name, _)| *of == place && *name == column.name);
            let role = role(maker, maker.tables[place], column);
            if is_free && !known && matches!(role, Role::Plain | Role::Local) {
                set.push((place, column.name.clone(), held.clone()));
            }
        }
    }
    let mut sql = String::new();
    for (place, column, held) in set.into_iter().take(COLUMNS) {
        let table = maker.tables[place];
        if let Some(of_b) = maker.of(table, b) {
            sql.push_str(&assigned(table, &[(quote_identifier(&column), held)], &[&of_b]));
        }
    }
    sql
}

/// Whether two tenants may have the same in a column: a number, a word, a day.
fn may_be_shared(column: &Column) -> bool {
    let is_time = family(&column.data_type) == "time" || column.data_type.ends_with("range");
    !is_list(&column.data_type) && (is_local(column) || is_time && !names_person(&column.name))
}
