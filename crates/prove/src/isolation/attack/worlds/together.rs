//! Worlds in which A writes several columns of a row of its own at once: what a row is about, and whom it lets in. A
//! policy that asks for the one and the other, but not whose the row is, lets A in by it.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::own::by_deed;
use super::seats::{alone, holds};
use super::texts::constants;
use super::values::{is_text, named};
use super::{ASKED, World, named_by};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::triggers::twins::twins;
use crate::isolation::attack::values::{changed, fresh_key, insert, value};
use crate::isolation::scope::{Column, Relation, TenantPath};

/// How many rows are tried in one table, and in all that a policy asks.
const ROWS: usize = 8;
const WORLDS: usize = 12;

/// How many constants a column takes.
const CONSTANTS: usize = 3;

/// How many columns change together.
const COLUMNS: usize = 4;

/// Changes to the columns of one row.
type Changes = Vec<(String, String)>;

/// Rows of A's own where B has some that are numbered like A's; with `is_named`, rows of A's own that name B's.
pub(super) fn worlds(
    field: &Field<'_>,
    place: usize,
    target: &Relation,
    (text, is_named): (&str, bool),
    constraints: &[Constraint],
) -> Vec<World> {
    let sources = named_by(field, target, text).into_iter().filter(|it| it.oid != target.oid);
    let like_a = twins(field, constraints, &|it| it.oid == target.oid);
    let like_a = if is_named { "" } else { like_a.as_str() };
    let mut worlds = Vec::new();
    for source in sources.take(ASKED) {
        let Some(rights) = field.ground.rights.get(&(place, source.oid)) else { continue };
        if !matches!(source.tenant, Some(TenantPath::Column { .. } | TenantPath::Parent { .. })) {
            continue;
        }
        let sample = field.ground.rows.get(&source.oid).and_then(|rows| rows.sample_a.as_ref());
        let Some(sample) = sample else { continue };
        for changes in products(&options(field, target, source, text, is_named)) {
            let deeds = deeds(source, rights, sample, &changes);
            worlds.extend(deeds.iter().map(|deed| by_deed(deed, like_a)));
        }
        if !is_named {
            worlds.extend(back(field, source, rights, sample));
        }
    }
    worlds.truncate(WORLDS);
    worlds
}

/// A's own row, gone and written once more: it may be enough that there is one.
fn back(field: &Field<'_>, source: &Relation, rights: &Rights, sample: &[Option<String>]) -> Option<World> {
    let of_a = is_of(field.scope, source, "t", &field.probe.tenants[0])?;
    let given = rights.insertable(source);
    let insert = insert(&source.name, given.map(|it| (it.name.as_str(), value(source, sample, &it.name))));
    let gone = alone(&format!("DELETE FROM {} AS t WHERE {of_a};\n", source.name));
    (!rights.insert_columns.is_empty()).then(|| by_deed(&insert, &gone))
}

/// What the columns of a row may be changed to, the likeliest first; with `is_named`, what B's row in the target says.
fn options(
    field: &Field<'_>,
    target: &Relation,
    source: &Relation,
    text: &str,
    is_named: bool,
) -> Vec<(String, Vec<String>)> {
    let theirs = field.ground.rows.get(&target.oid).and_then(|rows| rows.samples_b.first());
    let asked = named(target, text);
    let names_tenant = path_columns(target).iter().any(|it| has_word(text, it));
    let ids = [&field.probe.tenants[0], field.arena.contexts.id(0)];
    let of = |column: &Column| {
        let same = asked
            .iter()
            .find(|it| it.name == column.name && family(&it.data_type) == family(&column.data_type));
        let like = asked.iter().filter(|it| family(&it.data_type) == family(&column.data_type));
        let mut values = Vec::new();
        if let (true, Some(theirs)) = (is_named, theirs) {
            values.extend(same.iter().copied().chain(like).map(|it| value(target, theirs, &it.name)));
            if same.is_none() && names_tenant {
                let id = &field.probe.tenants[1];
                values.extend(holds(&column.data_type, id).then(|| quote_literal(id)));
            }
        }
        // Where both number their rows alike, A's own row says what B's does.
        if same.is_none() {
            values.extend(ids.iter().filter(|id| holds(&column.data_type, id)).map(|id| quote_literal(id)));
        }
        match family(&column.data_type) {
            "boolean" => values.push("true".to_owned()),
            "time" => values.push("now() + interval '1 year'".to_owned()),
            _ if same.is_none() && is_text(&column.data_type) => {
                values.splice(0..0, constants(text).iter().take(CONSTANTS).map(|it| quote_literal(it)));
            }
            _ => {}
        }
        values.retain(|value| value != "NULL");
        let mut seen = std::collections::BTreeSet::new();
        values.retain(|value| seen.insert(value.clone()));
        (column.name.clone(), values)
    };
    let options = named(source, text).into_iter().map(of).filter(|(_, values)| !values.is_empty());
    options.take(COLUMNS).collect()
}

/// All ways to choose one value for each column, those that keep to the first ones before the others.
fn products(options: &[(String, Vec<String>)]) -> Vec<Changes> {
    if options.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, Changes)> = vec![(0, Vec::new())];
    for (column, values) in options {
        found = found
            .iter()
            .flat_map(|(cost, changes)| {
                values.iter().enumerate().map(move |(place, value)| {
                    let changes = changes.iter().cloned().chain([(column.clone(), value.clone())]).collect();
                    (cost + place, changes)
                })
            })
            .collect();
    }
    found.sort_by_key(|(cost, _)| *cost);
    found.into_iter().map(|(_, changes)| changes).take(ROWS).collect()
}

/// The statements by which A writes such a row: a new one, or one that it has.
fn deeds(source: &Relation, rights: &Rights, sample: &[Option<String>], changes: &Changes) -> Vec<String> {
    let mut deeds = Vec::new();
    if changes.iter().all(|(column, _)| rights.insert_columns.contains(column)) {
        let mut whole = fresh_key(source, sample);
        // A key of several columns may be told from others by what changes.
        whole.retain(|(name, _)| !changes.iter().any(|(column, _)| column == name) && source.key.len() < 2);
        whole.extend(changes.iter().cloned());
        let given = rights.insertable(source);
        deeds.push(insert(
            &source.name,
            given.map(|it| (it.name.as_str(), changed(source, sample, &whole, &it.name))),
        ));
    }
    if changes.iter().all(|(column, _)| rights.update_columns.contains(column)) && !source.key.is_empty() {
        let set = changes.iter().map(|(column, value)| format!("{} = {value}", quote_identifier(column)));
        let key = |key: &String| format!("{} = {}", quote_identifier(key), value(source, sample, key));
        deeds.push(format!(
            "UPDATE {} SET {} WHERE {}",
            source.name,
            set.collect::<Vec<_>>().join(", "),
            source.key.iter().map(key).collect::<Vec<_>>().join(" AND ")
        ));
    }
    deeds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_choices_come_first() {
        let options = [
            ("kind".to_owned(), vec!["'note'".to_owned(), "'file'".to_owned()]),
            ("whom".to_owned(), vec!["'a'".to_owned(), "'u'".to_owned()]),
        ];
        let found = products(&options);
        let texts: Vec<String> = found
            .iter()
            .map(|changes| changes.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(texts, ["'note' 'a'", "'note' 'u'", "'file' 'a'", "'file' 'u'"]);
        assert!(products(&[]).is_empty());
    }
}
