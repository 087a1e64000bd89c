//! Worlds in which B has another id: one that resembles A's, or one that a policy names itself.

use std::collections::BTreeSet;

use bulkhead_connect::{quote_identifier, quote_literal};

use super::texts::{constants, numbers};
use super::values::{is_text, named};
use super::{Told, World, asked};
use crate::isolation::attack::Field;
use crate::isolation::attack::context::State;
use crate::isolation::scope::{Relation, TenantPath};

/// How many constants are tried as a tenant's id.
const CONSTANTS: usize = 6;

/// Worlds in which the ids of A and B are alike.
pub(super) fn alike(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let [a, b] = &field.probe.tenants;
    // Numbers that are compared as texts begin with each other, too.
    let is_number = a.parse::<u32>().is_ok() && b.parse::<u32>().is_ok();
    if !(is_free_text(field) || is_number && text.contains("||")) {
        return Vec::new();
    }
    let turned: String = a
        .chars()
        .flat_map(|c| {
            if c.is_lowercase() { c.to_uppercase().collect::<Vec<_>>() } else { c.to_lowercase().collect() }
        })
        .collect();
    let longer = format!("{a}2");
    let mut worlds = Vec::new();
    for (id, relation) in [(longer, "begins with A's"), (turned, "differs from A's in case only")] {
        if id == *a || id == *b {
            continue;
        }
        let mut prepare = renamed(field, target, text, &id);
        // Texts that the policies compare may begin with the tenant's id, as paths do.
        let paths = named(target, text).into_iter().filter(|column| is_text(&column.data_type));
        let below = quote_literal(&format!("{id}/"));
        let filled: Vec<String> = paths
            .map(|column| format!("{} = {below} || t.ctid::text", quote_identifier(&column.name)))
            .collect();
        if let (false, Some(of_b)) =
            (filled.is_empty(), crate::isolation::attack::belonging::is_of(field.scope, target, "t", &id))
        {
            prepare.push_str(&format!(
                "UPDATE {} AS t SET {} WHERE {of_b};\n",
                target.name,
                filled.join(", ")
            ));
        }
        let words = format!("where the id of B, {id}, {relation}");
        worlds.push(World { prepare, tenant: Some(id), ..World::new(Told::Hole, words) });
    }
    worlds
}

/// Worlds in which B has an id that the policies hold for granted, for sessions without a context.
pub(super) fn constant(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let [a, b] = &field.probe.tenants;
    let states = field.arena.contexts.unset_states();
    let ids: Vec<String> = if b.parse::<i64>().is_ok() {
        numbers(text)
    } else if is_free_text(field) {
        constants(text)
    } else {
        constants(text).into_iter().filter(|id| id.len() == b.len()).collect()
    };
    let mut worlds = Vec::new();
    for id in ids.into_iter().filter(|id| id != a && id != b).take(CONSTANTS) {
        for state in [State::Never, State::Empty].into_iter().filter(|state| states.contains(state)) {
            let words = format!("where B's id is {id}");
            let prepare = renamed(field, target, text, &id);
            worlds.push(World { state, prepare, tenant: Some(id.clone()), ..World::new(Told::Hole, words) });
        }
    }
    worlds
}

/// Whether tenants' ids are texts that somebody chose.
fn is_free_text(field: &Field<'_>) -> bool {
    let root = field.scope.relations.iter().find_map(|relation| match &relation.tenant {
        Some(TenantPath::Root { column }) => relation.columns.iter().find(|it| it.name == *column),
        _ => None,
    });
    root.is_some_and(|column| is_text(&column.data_type))
}

/// Gives B's rows another tenant, in all tables that decide about those of `target`.
fn renamed(field: &Field<'_>, target: &Relation, text: &str, id: &str) -> String {
    let scope = field.scope;
    let mut seen: BTreeSet<u32> = BTreeSet::new();
    let is_root = |relation: &&Relation| matches!(relation.tenant, Some(TenantPath::Root { .. }));
    let mut open: Vec<&Relation> = asked(field, target, text);
    open.extend(scope.relations.iter().filter(is_root));
    let mut sql = String::new();
    while let Some(relation) = open.pop() {
        if !seen.insert(relation.oid) {
            continue;
        }
        if let Some(TenantPath::Parent { parent: above, .. } | TenantPath::Link { link: above, .. }) =
            &relation.tenant
        {
            open.extend(scope.relation(*above));
        }
        let Some(column) = tenant_column(field, relation) else { continue };
        let column = quote_identifier(&column);
        sql.push_str(&format!(
            "UPDATE {} SET {column} = {} WHERE {column} = {};\n",
            relation.name,
            quote_literal(id),
            quote_literal(&field.probe.tenants[1])
        ));
    }
    sql
}

/// The column that holds the tenant's id, be it as part of a foreign key.
fn tenant_column(field: &Field<'_>, relation: &Relation) -> Option<String> {
    match relation.tenant.as_ref()? {
        TenantPath::Root { column } | TenantPath::Column { column } => Some(column.clone()),
        TenantPath::Parent { columns, parent, referenced } => {
            let above = tenant_column(field, field.scope.relation(*parent)?)?;
            let at = referenced.iter().position(|column| *column == above)?;
            columns.get(at).cloned()
        }
        TenantPath::Link { .. } => None,
    }
}
