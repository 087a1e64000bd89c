//! Worlds in which B has let A in: a row of B's names A as the one it is shared with. What is shared is there to be
//! read; a policy for every verb also lets the guest change it.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::second::names_person;
use super::texts::constants;
use super::values::named;
use super::{ASKED, Told, World, asked};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::sources::holds;
use crate::isolation::scope::Relation;

/// Two worlds for each column that may name the guest: with all blank that may be, and with all times yet to come.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let [a, b] = &field.probe.tenants;
    let mut worlds = Vec::new();
    // What else is asked of a share may be what lets the guest write.
    if !constants(text).is_empty() {
        return worlds;
    }
    for source in asked(field, target, text).into_iter().take(ASKED) {
        let Some(of_b) = is_of(field.scope, source, "t", b) else { continue };
        let columns = named(source, text);
        if columns.iter().any(|column| family(&column.data_type) == "boolean") {
            continue;
        }
        let path = path_columns(source);
        let is_guest =
            |name: &str, data_type: &str| !path.contains(&name) && !names_person(name) && holds(data_type, a);
        for guest in columns.iter().filter(|it| is_guest(&it.name, &it.data_type)) {
            let beside = |is_blank: bool| {
                let others =
                    columns.iter().filter(|it| it.name != guest.name && !source.key.contains(&it.name));
                let set = others.filter_map(move |column| match (is_blank, family(&column.data_type)) {
                    (true, _) if !column.not_null => Some((column.name.as_str(), "NULL")),
                    (false, "time") => Some((column.name.as_str(), "now() + interval '1 year'")),
                    _ => None,
                });
                set.map(|(name, value)| format!(", {} = {value}", quote_identifier(name))).collect::<String>()
            };
            for is_blank in [true, false] {
                let set =
                    format!("{} = {}{}", quote_identifier(&guest.name), quote_literal(a), beside(is_blank));
                let place =
                    format!("SELECT t.tableoid, t.ctid FROM {} AS t WHERE {of_b} LIMIT 1", source.name);
                worlds.push(World {
                    columns: vec![guest.name.clone()],
                    prepare: format!(
                        "UPDATE {} AS t SET {set} WHERE (t.tableoid, t.ctid) = ({place});\n",
                        source.name
                    ),
                    ..World::new(
                        Told::Guest,
                        format!("that B has shared with A by {} in {}", guest.name, source.name),
                    )
                });
            }
        }
    }
    worlds
}
