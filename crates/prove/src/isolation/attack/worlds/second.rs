//! Worlds in which both tenants have the same number or word in a column, and a setting besides the context names it:
//! what narrows a tenant's rows must not open another's.

use std::collections::BTreeSet;

use bulkhead_connect::{quote_identifier, quote_literal};

use super::lists::is_list;
use super::values::named;
use super::{Told, World};
use crate::infer::text::settings;
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::context::State;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::values::value;
use crate::isolation::scope::{Column, Relation, TenantPath};

/// How many columns are tried with each setting.
const COLUMNS: usize = 4;

/// What columns are called that name one person among all tenants', who may well have rows in several.
const PERSONS: &[&str] =
    &["user", "owner", "author", "actor", "email", "login", "member", "person", "subject", "by"];

/// One world for each other setting and each column that it may be compared with, with the context and without.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let [_, b] = &field.probe.tenants;
    let Some(rows) = field.ground.rows.get(&target.oid) else { return Vec::new() };
    let (Some(of_a), Some(of_b)) = (&rows.sample_a, is_of(field.scope, target, "t", b)) else {
        return Vec::new();
    };
    if matches!(target.tenant, Some(TenantPath::Root { .. } | TenantPath::Link { .. })) {
        return Vec::new();
    }
    let context = field.arena.contexts.setting();
    let states: BTreeSet<State> = field.arena.contexts.unset_states().iter().copied().collect();
    let states: Vec<State> = [State::Own, State::Never]
        .into_iter()
        .filter(|it| *it == State::Own || states.contains(it))
        .collect();
    let mut worlds = Vec::new();
    for setting in settings(text).iter().filter(|setting| Some(setting.as_str()) != context) {
        for column in named(target, text).into_iter().filter(|column| is_local(column)).take(COLUMNS) {
            let (name, held) = (quote_identifier(&column.name), value(target, of_a, &column.name));
            let Some((shared, held)) = shared(column, held) else { continue };
            let table = &target.name;
            let prepare = format!(
                "UPDATE {table} AS t SET {name} = {held} WHERE (t.tableoid, t.ctid) = \
                 (SELECT t.tableoid, t.ctid FROM {table} AS t WHERE {of_b} LIMIT 1);\n"
            );
            let deed = format!("SELECT set_config({}, {shared}, true);\n", quote_literal(setting));
            for state in &states {
                let words = format!("where rows of A and B have the same {name}, and {setting} names it");
                let (prepare, deed) = (prepare.clone(), deed.clone());
                let columns = vec![column.name.clone()];
                worlds.push(World { state: *state, prepare, deed, columns, ..World::new(Told::Hole, words) });
            }
        }
    }
    worlds
}

/// What the setting says, and what the column holds then: the same, or a list of it alone.
fn shared(column: &Column, held: String) -> Option<(String, String)> {
    let listed = |word: String| {
        let list = match column.data_type.as_str() {
            "jsonb" => format!("jsonb_build_array({word}::text)"),
            list => format!("ARRAY[{word}]::{list}"),
        };
        Some((word, list))
    };
    match family(column.data_type.trim_end_matches("[]")) {
        _ if !is_list(&column.data_type) => (held != "NULL").then(|| (held.clone(), held)),
        "number" => listed(quote_literal("7")),
        _ => listed(quote_literal("north")),
    }
}

/// Whether tenants may have the same values in a column.
pub(super) fn is_local(column: &Column) -> bool {
    let is_name = matches!(family(column.data_type.trim_end_matches("[]")), "number" | "text" | "jsonb");
    is_name && !names_person(&column.name)
}

/// Whether a column is called as those are that name one person among all tenants'.
pub(in crate::isolation::attack) fn names_person(column: &str) -> bool {
    column.split('_').any(|word| PERSONS.contains(&word))
}
