//! Worlds in which somebody of A has another rank: rows of A's own that policies ask hold what they compare with. That
//! somebody is the head of one tenant must not open the others.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::super::super::scope::{Column, Relation, TenantPath, is_named};
use super::super::Field;
use super::super::belonging::is_of;
use super::values::{candidates, composed, known, named};
use super::{ASKED, Told, World, named_by};

/// One world for each value of each column of A's own rows, in the tables besides `target`.
pub(super) fn worlds(field: &Field<'_>, place: usize, target: &Relation, text: &str) -> Vec<World> {
    let others = named_by(field, target, text).into_iter().filter(|it| it.oid != target.oid);
    worlds_of(field, place, &others.take(ASKED).collect::<Vec<_>>(), (text, true))
}

/// The same for A's own rows in some tables; with `is_given`, only ranks that A cannot take itself.
pub(super) fn worlds_of(
    field: &Field<'_>,
    place: usize,
    sources: &[&Relation],
    (text, is_given): (&str, bool),
) -> Vec<World> {
    let mut worlds = Vec::new();
    for source in sources {
        let Some(own) = own(field, source) else { continue };
        let may_change = |name: &str| {
            let rights = field.ground.rights.get(&(place, source.oid));
            rights.is_some_and(|rights| rights.update_columns.contains(name))
        };
        for column in named(source, text) {
            if source.key.contains(&column.name) || is_given && may_change(&column.name) {
                continue;
            }
            let own = whose(field, source, column, &own);
            let values = candidates(column, &known(field, source, column, text), "").into_iter();
            for value in values.chain(composed(column, text)) {
                let (table, name) = (&source.name, quote_identifier(&column.name));
                let prepare = format!("UPDATE {table} AS t SET {name} = {value} WHERE {own};\n");
                let words = format!("as one of A's whose {table}.{name} is {value}");
                worlds.push(World { prepare, ..World::new(Told::Rank, words) });
            }
        }
    }
    worlds
}

/// The rows of A's that get the rank: of the table of memberships only those of the user who attacks. What others of A
/// are stays as it was, for what somebody may do with his own row he need not be able to do with theirs.
fn whose(field: &Field<'_>, source: &Relation, column: &Column, of_a: &str) -> String {
    let membership = field.scope.tenancy.context.membership.as_ref();
    match membership.filter(|it| is_named(source, &it.table) && it.user != column.name) {
        Some(membership) => {
            let user = quote_identifier(&membership.user);
            format!("{of_a} AND t.{user} = {}", quote_literal(field.arena.contexts.id(0)))
        }
        None => of_a.to_owned(),
    }
}

/// Which rows of a table are A's. What is said of a tenant itself, or of a user whatever the tenant, is not for a tenant
/// to give: it may well be meant for the operator.
fn own(field: &Field<'_>, source: &Relation) -> Option<String> {
    let is_within = matches!(source.tenant, Some(TenantPath::Column { .. } | TenantPath::Parent { .. }));
    is_within.then(|| is_of(field.scope, source, "t", &field.probe.tenants[0])).flatten()
}
