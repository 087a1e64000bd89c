//! The predicate that keeps the rows of a tenant to that tenant, for the fixes.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::scope::is_named;
use super::{Relation, Scope, TenantPath};

/// A predicate over the columns of a relation; `None` when the manifest does not tell how a session is a tenant's.
pub(super) fn fence(scope: &Scope, relation: &Relation) -> Option<String> {
    let membership = scope.tenancy.context.membership.as_ref();
    if let Some(membership) = membership
        && is_named(relation, &membership.table)
    {
        return equals_context(scope, relation, &membership.user);
    }
    match relation.tenant.as_ref()? {
        TenantPath::Root { column } | TenantPath::Column { column } => match membership {
            Some(membership) => {
                let table = scope.relations.iter().find(|relation| is_named(relation, &membership.table))?;
                let mine = equals_context(scope, table, &membership.user)?;
                let column = quote_identifier(column);
                let tenant = quote_identifier(&membership.tenant);
                let table = &table.name;
                Some(format!("{column} = ANY (ARRAY(SELECT {tenant} FROM {table} WHERE {mine}))"))
            }
            None => equals_context(scope, relation, column),
        },
        TenantPath::Parent { columns, parent, referenced } => {
            let parent = scope.relation(*parent)?;
            let pairs: Vec<String> = columns
                .iter()
                .zip(referenced)
                .map(|(own, theirs)| {
                    let (own, theirs) = (quote_identifier(own), quote_identifier(theirs));
                    format!("parent.{theirs} = {}.{own}", quote_identifier(&relation.table))
                })
                .collect();
            Some(format!("EXISTS (SELECT FROM {} AS parent WHERE {})", parent.name, pairs.join(" AND ")))
        }
        TenantPath::Link { link, columns, referenced } => {
            let link = scope.relation(*link)?;
            let pairs: Vec<String> = columns
                .iter()
                .zip(referenced)
                .map(|(theirs, own)| {
                    let (own, theirs) = (quote_identifier(own), quote_identifier(theirs));
                    format!("link.{theirs} = {}.{own}", quote_identifier(&relation.table))
                })
                .collect();
            Some(format!("EXISTS (SELECT FROM {} AS link WHERE {})", link.name, pairs.join(" AND ")))
        }
    }
}

/// The column equals what the session carries; null or empty, it equals nothing.
fn equals_context(scope: &Scope, relation: &Relation, column: &str) -> Option<String> {
    let data_type = &relation.columns.iter().find(|candidate| candidate.name == column)?.data_type;
    let carried = carried(scope)?;
    Some(format!("{} = (SELECT {carried}::{data_type})", quote_identifier(column)))
}

/// What the session carries, as text.
fn carried(scope: &Scope) -> Option<String> {
    let context = &scope.tenancy.context;
    if let Some(setting) = &context.setting {
        let value = format!("nullif(current_setting({}, true), '')", quote_literal(setting));
        return Some(match &context.claim {
            Some(claim) => format!("({value}::jsonb ->> {})", quote_literal(claim)),
            None => value,
        });
    }
    let when = |(tenant, role): (&String, &String)| {
        format!("WHEN {} THEN {}", quote_literal(role), quote_literal(tenant))
    };
    let cases: Vec<String> = context.roles.iter().map(when).collect();
    (!cases.is_empty()).then(|| format!("(CASE session_user {} END)", cases.join(" ")))
}

/// The statement that gives a session the context of the first tenant; none when roles are the context.
pub(super) fn give_context(scope: &Scope) -> Option<String> {
    let context = &scope.tenancy.context;
    let setting = quote_literal(context.setting.as_ref()?);
    let (table, column) = match &context.membership {
        Some(membership) => (named(scope, &membership.table)?, membership.user.clone()),
        None => tenants(scope)?,
    };
    let name = quote_identifier(&column);
    let value = format!("(SELECT {name}::text FROM {} ORDER BY {name} LIMIT 1)", table.name);
    let value = match &context.claim {
        Some(claim) => format!("json_build_object({}, {value})::text", quote_literal(claim)),
        None => value,
    };
    Some(format!("SELECT set_config({setting}, {value}, true);"))
}

/// Where the ids of tenants are: the root, else any table with a tenant column.
fn tenants(scope: &Scope) -> Option<(&Relation, String)> {
    let column = |relation: &Relation| match &relation.tenant {
        Some(TenantPath::Root { column } | TenantPath::Column { column }) => Some(column.clone()),
        _ => None,
    };
    let relation = scope.root().or_else(|| scope.of_tenants().find(|relation| column(relation).is_some()))?;
    Some((relation, column(relation)?))
}

fn named<'a>(scope: &'a Scope, name: &str) -> Option<&'a Relation> {
    scope.relations.iter().find(|relation| is_named(relation, name))
}
