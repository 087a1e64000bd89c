//! Worlds that A makes for itself: it changes rows of its own that the policies of a table ask.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::super::super::scope::Relation;
use super::super::Field;
use super::values::{candidates, named};
use super::{ASKED, Told, World, named_by};

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
        }
    }
    worlds
}
