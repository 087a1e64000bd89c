//! Worlds that A makes for itself: it changes rows of its own that the policies of a table ask.

use bulkhead_connect::{quote_identifier, quote_literal};

use bulkhead_sql::has_word;

use super::super::super::scope::{Column, Relation};
use super::super::Field;
use super::super::belonging::path_columns;
use super::super::columns::family;
use super::super::values::value;
use super::values::{candidates, named};
use super::{ASKED, Told, World, named_by};

/// How many values of B's row a column of A's own takes.
const ALIKE: usize = 3;

/// One world for each value of each column of A's own rows that A may change.
pub(super) fn worlds(field: &Field<'_>, place: usize, target: &Relation, text: &str) -> Vec<World> {
    let mut worlds = Vec::new();
    let tenant = quote_literal(&field.probe.tenants[1]);
    for source in named_by(field, target, text).into_iter().take(ASKED) {
        let Some(rights) = field.ground.rights.get(&(place, source.oid)) else { continue };
        for column in named(source, text) {
            if !rights.update_columns.contains(&column.name) {
                continue;
            }
            let mut values = candidates(column, text, "");
            // Where the type is another, the server refuses it.
            if column.data_type != "boolean" {
                values.insert(0, tenant.clone());
            }
            for value in values {
                let set = format!("UPDATE {} SET {} = {value}", source.name, quote_identifier(&column.name));
                let words = format!("after it had run {set}");
                worlds.push(World { deed: format!("{set};\n"), ..World::new(Told::OwnRow, words) });
            }
            for set in alike(field, target, text, source, column) {
                let words = format!("after it had run {set}");
                worlds.push(World { deed: format!("{set};\n"), ..World::new(Told::OwnRow, words) });
            }
        }
    }
    worlds
}

/// One row of A's own says what a row of B's in the target says: a name, a number, a thread.
fn alike(
    field: &Field<'_>,
    target: &Relation,
    text: &str,
    source: &Relation,
    column: &Column,
) -> Vec<String> {
    let theirs = field.ground.rows.get(&target.oid).and_then(|rows| rows.samples_b.first());
    let own = field.ground.rows.get(&source.oid).and_then(|rows| rows.sample_a.as_ref());
    // Nobody has the random id of another by chance.
    let (Some(theirs), Some(own), false) = (theirs, own, column.data_type == "uuid" || source.key.is_empty())
    else {
        return Vec::new();
    };
    let key = source.key.iter().map(|key| format!("{} = {}", quote_identifier(key), value(source, own, key)));
    let key = key.collect::<Vec<_>>().join(" AND ");
    let same =
        named(target, text).into_iter().filter(|it| family(&it.data_type) == family(&column.data_type));
    let values = same.map(|it| value(target, theirs, &it.name)).filter(|value| value != "NULL");
    let name = quote_identifier(&column.name);
    // A row that is for somebody is for A itself.
    let path = path_columns(source);
    let tenant =
        source.columns.iter().find(|it| path.first() == Some(&it.name.as_str())).map(|it| &it.data_type);
    let whom = source.columns.iter().filter(|it| Some(&it.data_type) == tenant && has_word(text, &it.name));
    let whom = whom.filter(|it| it.name != column.name && !path.contains(&it.name.as_str()));
    let own_id = quote_literal(&field.probe.tenants[0]);
    let whom = whom.map(|it| format!(", {} = {own_id}", quote_identifier(&it.name))).collect::<String>();
    let set =
        |value: &str, also: &str| format!("UPDATE {} SET {name} = {value}{also} WHERE {key}", source.name);
    let values: Vec<String> = values.take(ALIKE).collect();
    let mut sets: Vec<String> = values.iter().map(|value| set(value, "")).collect();
    if !whom.is_empty() {
        sets.extend(values.iter().map(|value| set(value, &whom)));
    }
    sets
}
