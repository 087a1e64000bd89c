//! Worlds in which there is nothing to compare with: A has no row in a table that a text asks, or none there belongs to
//! B's row. What holds for all of nothing always holds.

use super::{ASKED, Told, World, asked};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::POLICIES_ALONE;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::scope::{Relation, TenantPath};

/// One world for each table besides `target` and for each tenant whose rows there are gone.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let [a, b] = &field.probe.tenants;
    let mut worlds = Vec::new();
    for source in asked(field, target, text).into_iter().filter(|it| it.oid != target.oid).take(ASKED) {
        if matches!(source.tenant, Some(TenantPath::Root { .. } | TenantPath::Link { .. })) {
            continue;
        }
        let name = &source.name;
        for (tenant, told, words) in [
            (a, Told::OwnRow, format!("as one of A's for whom there is no row in {name}")),
            (b, Told::Value, format!("no row of {name} belongs to it")),
        ] {
            let Some(theirs) = is_of(field.scope, source, "t", tenant) else { continue };
            let prepare = format!(
                "{POLICIES_ALONE}DELETE FROM {name} AS t WHERE {theirs};\n\
                 SET LOCAL session_replication_role = origin;\n"
            );
            worlds.push(World { prepare, ..World::new(told, words) });
        }
    }
    worlds
}
