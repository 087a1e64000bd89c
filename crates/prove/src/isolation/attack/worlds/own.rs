//! Worlds that A makes for itself: it changes rows of its own that the policies of a table ask.

use bulkhead_connect::{quote_identifier, quote_literal};

use bulkhead_sql::has_word;

use super::seats::{Seat, seats};
use super::values::{candidates, composed, named};
use super::{ASKED, Told, World, named_by};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::values::value;
use crate::isolation::scope::{Column, Relation};

/// How many values of B's row a column of A's own takes.
const ALIKE: usize = 3;

/// In how many ways all columns of a row change at once.
const ROUNDS: usize = 4;

/// One world for each value of each column of A's own rows that A may change.
pub(super) fn worlds(field: &Field<'_>, place: usize, target: &Relation, text: &str) -> Vec<World> {
    let sources = named_by(field, target, text).into_iter().take(ASKED);
    sources.flat_map(|source| flags(field, place, source, text)).collect()
}

/// One world for each value of B's row that a column of A's own may take.
pub(super) fn likenesses(field: &Field<'_>, place: usize, target: &Relation, text: &str) -> Vec<World> {
    let mut worlds = Vec::new();
    for source in named_by(field, target, text).into_iter().take(ASKED) {
        let Some(rights) = field.ground.rights.get(&(place, source.oid)) else { continue };
        let columns = named(source, text).into_iter().filter(|it| rights.update_columns.contains(&it.name));
        for set in columns.flat_map(|column| alike(field, target, text, source, column)) {
            worlds.push(by_deed(&set, ""));
        }
    }
    worlds
}

/// One world for each value that A itself writes into a column of its own row in one table.
pub(super) fn flags(field: &Field<'_>, place: usize, source: &Relation, text: &str) -> Vec<World> {
    let Some(rights) = field.ground.rights.get(&(place, source.oid)) else { return Vec::new() };
    let tenant = quote_literal(&field.probe.tenants[1]);
    let seats = seats(field, source, text);
    let mut worlds = Vec::new();
    for column in named(source, text) {
        let mut values = candidates(column, text, "");
        // Where the type is another, the server refuses it.
        if column.data_type != "boolean" {
            values.insert(0, tenant.clone());
        }
        values.extend(composed(column, text));
        let name = quote_identifier(&column.name);
        for value in values {
            let set = format!("UPDATE {} SET {name} = {value}", source.name);
            let may_update = rights.update_columns.contains(&column.name);
            if may_update && (seats.is_empty() || source.tenant.is_some()) {
                worlds.push(by_deed(&set, ""));
            }
            for seat in seats.iter().filter(|seat| seat.column != column.name) {
                if may_update {
                    worlds.push(by_deed(&set, &seat.taken));
                }
                worlds.extend(seat.insert(source, rights, &[(name.clone(), value.clone())]));
            }
        }
    }
    worlds.extend(all_at_once(source, rights, text, &seats));
    // A row that lets in may be nothing more than there, and one that keeps out as well.
    worlds.extend(seats.iter().filter_map(|seat| seat.insert(source, rights, &[])));
    if rights.delete {
        worlds.push(by_deed(&format!("DELETE FROM {}", source.name), ""));
    }
    worlds
}

/// Worlds in which A changes all columns of its own row that are asked.
fn all_at_once(source: &Relation, rights: &Rights, text: &str, seats: &[Seat]) -> Vec<World> {
    let asked = named(source, text).into_iter().filter(|it| !seats.iter().any(|seat| seat.column == it.name));
    let columns: Vec<(String, Vec<String>)> = asked
        .filter(|it| rights.update_columns.contains(&it.name) && !source.key.contains(&it.name))
        .map(|it| {
            let values = composed(it, text).into_iter().chain(candidates(it, text, ""));
            (quote_identifier(&it.name), values.filter(|value| value != "NULL").collect())
        })
        .filter(|(_, values): &(String, Vec<String>)| !values.is_empty())
        .collect();
    let rounds = if columns.len() > 1 { ROUNDS } else { 0 };
    let mut worlds = Vec::new();
    for round in 0..rounds {
        let set = columns.iter().map(|(name, values)| format!("{name} = {}", values[round % values.len()]));
        let update = format!("UPDATE {} SET {}", source.name, set.collect::<Vec<_>>().join(", "));
        if seats.is_empty() || source.tenant.is_some() {
            worlds.push(by_deed(&update, ""));
        }
        worlds.extend(seats.iter().map(|seat| by_deed(&update, &seat.taken)));
    }
    worlds
}

/// A world that A makes by one statement, after what the superuser prepares.
pub(super) fn by_deed(deed: &str, prepare: &str) -> World {
    let words = format!("after it had run {deed}");
    World { deed: format!("{deed};\n"), prepare: prepare.to_owned(), ..World::new(Told::OwnRow, words) }
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
