//! Worlds in which somebody of A has another rank: rows of A's own that policies ask hold what they compare with. That
//! somebody is the head of one tenant must not open the others.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::texts::{constants, numbers};
use super::values::{candidates, composed, is_member_column, is_text, known, named};
use super::{ASKED, Told, World, named_by};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::functions::arguments::columns::{family, words_of};
use crate::isolation::scope::{Column, Relation, TenantPath, is_named};

/// How many ranks of a list that all tenants have in common somebody is given.
const LISTED: usize = 5;

/// One world for each value of each column of A's own rows, in the tables besides `target`, and in that as well where it
/// says who is a member.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let is_asked = |it: &&Relation| it.oid != target.oid || is_of_members(field, it);
    let others = named_by(field, target, text).into_iter().filter(is_asked);
    worlds_of(field, &others.take(ASKED).collect::<Vec<_>>(), text)
}

/// The same for A's own rows in some tables: those first that say what somebody is to a tenant.
pub(super) fn worlds_of(field: &Field<'_>, sources: &[&Relation], text: &str) -> Vec<World> {
    let mut worlds = Vec::new();
    let mut sources = sources.to_vec();
    sources.sort_by_key(|source| !is_of_members(field, source));
    for source in sources {
        let Some(own) = own(field, source) else { continue };
        let mut columns = named(source, text);
        columns.sort_by_key(|column| allowed(field, source, column).is_empty());
        for column in columns {
            let is_id = words_of(&column.name).last().is_some_and(|word| word == "id");
            if source.key.contains(&column.name) || is_member_column(field, source, column) {
                continue;
            }
            let own = whose(field, source, column, &own);
            let values = match is_id {
                true => listed(field, column, text),
                false => values(field, source, column, text),
            };
            for value in values {
                let (table, name) = (&source.name, quote_identifier(&column.name));
                let prepare = format!("UPDATE {table} AS t SET {name} = {value} WHERE {own};\n");
                let words = format!("as one of A's whose {table}.{name} is {value}");
                worlds.push(World { prepare, ..World::new(Told::Rank, words) });
            }
        }
    }
    worlds
}

/// What a column that is to say a rank may be set to, without what its table forbids.
fn values(field: &Field<'_>, source: &Relation, column: &Column, text: &str) -> Vec<String> {
    let mut values = candidates(column, &known(field, source, column, text), "");
    values.extend(composed(column, text));
    if matches!(family(&column.data_type), "number" | "decimal") {
        // More than a number that a text compares with.
        let more = numbers(text).into_iter().filter_map(|it| it.parse::<i64>().ok());
        values.extend(more.max().map(|it| it.saturating_add(1).to_string()));
    }
    let allowed = allowed(field, source, column);
    let is_allowed = |value: &String| value == "NULL" || allowed.is_empty() || allowed.contains(value);
    values.retain(is_allowed);
    values.extend(listed(field, column, text));
    values
}

/// The constants that the table's own checks name for a text.
fn allowed(field: &Field<'_>, source: &Relation, column: &Column) -> Vec<String> {
    let facts = field.ground.facts.get(&source.oid);
    let allowed =
        facts.and_then(|facts| facts.allowed.get(&column.name)).filter(|_| is_text(&column.data_type));
    allowed.map_or_else(Vec::new, |it| constants(it).iter().map(|it| quote_literal(it)).collect())
}

/// The keys of a list of ranks that all tenants have in common, and that the text names.
fn listed(field: &Field<'_>, column: &Column, text: &str) -> Vec<String> {
    let stem = column.name.trim_end_matches("_id").trim_end_matches("_code");
    let is_list = |it: &&Relation| {
        it.tenant.is_none() && it.table.trim_end_matches('s').ends_with(stem) && has_word(text, &it.table)
    };
    let Some(list) = field.scope.relations.iter().find(is_list) else { return Vec::new() };
    let [key] = list.key.as_slice() else { return Vec::new() };
    let (name, key) = (&list.name, quote_identifier(key));
    (0..LISTED)
        .map(|at| format!("(SELECT r.{key} FROM {name} AS r ORDER BY 1 OFFSET {at} LIMIT 1)"))
        .collect()
}

/// Whether a table says who is a member of which tenant.
pub(super) fn is_of_members(field: &Field<'_>, source: &Relation) -> bool {
    let context = &field.scope.tenancy.context;
    let words = ["member", "user", "role", "staff", "grant", "seat"];
    context.membership.as_ref().is_some_and(|it| is_named(source, &it.table))
        || words.iter().any(|word| source.table.contains(word))
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
