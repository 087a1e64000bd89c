//! What a row of A's refers to, written first, so that no foreign key keeps A from what policies and triggers let
//! through.

use super::Field;
use super::oracles::Constraint;
use super::values::{insert, value};
use crate::isolation::scope::Relation;

/// For each foreign key of a relation, an INSERT of a row of A's own that it can refer to. `of_row` gives the values of
/// the referring row as SQL; keys in which no column `is_other` than in A's own row need nothing.
pub(super) fn parents(
    field: &Field<'_>,
    place: usize,
    relation: &Relation,
    constraints: &[Constraint],
    of_row: &dyn Fn(&str) -> String,
    is_other: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let references = constraints.iter().filter(|it| it.is_reference && it.relation == relation.oid);
    references
        .filter(|reference| reference.columns.iter().any(|column| is_other(column)))
        .filter_map(|reference| {
            let pairs = reference.referenced.iter().zip(&reference.columns);
            let values: Vec<(&String, String)> =
                pairs.map(|(referenced, column)| (referenced, of_row(column))).collect();
            own(field, place, reference.parent, &values)
        })
        .collect()
}

/// An INSERT of a row of A's own with some values; `None` where A cannot have one.
fn own(field: &Field<'_>, place: usize, parent: u32, values: &[(&String, String)]) -> Option<String> {
    let parent = field.scope.relation(parent)?;
    let rights = field.ground.rights.get(&(place, parent.oid))?;
    let sample = field.ground.rows.get(&parent.oid)?.sample_a.as_ref()?;
    let mut given = rights
        .insertable(parent)
        .map(|it| {
            let given = values.iter().find(|(name, _)| **name == it.name).map(|(_, given)| given.clone());
            (it.name.as_str(), given.unwrap_or_else(|| value(parent, sample, &it.name)))
        })
        .peekable();
    given.peek()?;
    Some(format!("{} ON CONFLICT DO NOTHING", insert(&parent.name, given)))
}
