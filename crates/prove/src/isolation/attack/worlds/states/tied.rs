//! Rows of B's that a trigger comes upon: they hold what A's own row says, in columns that the text compares with it.

use bulkhead_connect::quote_identifier;

use super::alike::{Role, role};
use super::conditions::Conditions;
use super::made::{Maker, assigned};
use super::shown::is_shown;
use super::tokens::Name;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::values::value;
use crate::isolation::attack::worlds::lists::is_list;
use crate::isolation::attack::worlds::second::is_local;
use crate::isolation::scope::Relation;

/// How many columns are set.
const COLUMNS: usize = 4;

/// SQL by which B's rows get what `own` says, where two tenants may have the same.
pub(super) fn tied(maker: &Maker<'_>, relation: &Relation, own: &Row, conditions: &Conditions) -> String {
    let [_, b] = &maker.field.probe.tenants;
    let mut set: Vec<(usize, String, String)> = Vec::new();
    for (compared, row) in sides(conditions) {
        let held = value(relation, own, &row.column);
        if held == "NULL" {
            continue;
        }
        for (place, column) in maker.meant(conditions, compared) {
            let is_free = is_local(column) && !is_list(&column.data_type);
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

/// The pairs of a column of a table and one of the row that is written.
fn sides(conditions: &Conditions) -> impl Iterator<Item = (&Name, &Name)> {
    let both = conditions.pairs.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    both.filter(|(compared, row)| !is_shown(compared) && is_shown(row))
}
