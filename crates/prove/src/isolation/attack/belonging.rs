//! Whose a row is, as conditions for the superuser to judge by.

use bulkhead_connect::{quote_identifier, quote_literal};

use crate::isolation::scope::{Relation, Scope, TenantPath};

/// The condition under which a row of `relation`, named `alias`, is the tenant's; `None` when no row can
/// be.
pub(super) fn is_of(scope: &Scope, relation: &Relation, alias: &str, tenant: &str) -> Option<String> {
    let schemas = &scope.tenancy.context.schemas;
    if let Some(schema) = schemas.get(tenant)
        && schemas.values().any(|of_tenant| *of_tenant == relation.schema)
    {
        return (relation.schema == *schema).then(|| "true".to_owned());
    }
    by_path(scope, relation, alias, tenant, 0)
}

fn by_path(scope: &Scope, relation: &Relation, alias: &str, tenant: &str, depth: usize) -> Option<String> {
    match relation.tenant.as_ref()? {
        TenantPath::Root { column } | TenantPath::Column { column } => {
            Some(format!("{alias}.{} = {}", quote_identifier(column), quote_literal(tenant)))
        }
        TenantPath::Parent { columns, parent, referenced } => {
            let parent = scope.relation(*parent)?;
            let inner = format!("p{depth}");
            let above = by_path(scope, parent, &inner, tenant, depth + 1)?;
            let pairs = columns.iter().zip(referenced).map(|(own, other)| {
                format!("{inner}.{} = {alias}.{}", quote_identifier(other), quote_identifier(own))
            });
            let joined = pairs.collect::<Vec<_>>().join(" AND ");
            Some(format!("EXISTS (SELECT FROM {} AS {inner} WHERE {joined} AND {above})", parent.name))
        }
        // What several tenants are linked to belongs to none of them alone.
        TenantPath::Link { link, columns, referenced } => {
            let link = scope.relation(*link)?;
            let inner = format!("l{depth}");
            let above = by_path(scope, link, &inner, tenant, depth + 1)?;
            let pairs = columns.iter().zip(referenced).map(|(other, own)| {
                format!("{inner}.{} = {alias}.{}", quote_identifier(other), quote_identifier(own))
            });
            let links =
                format!("FROM {} AS {inner} WHERE {}", link.name, pairs.collect::<Vec<_>>().join(" AND "));
            Some(format!(
                "EXISTS (SELECT {links} AND {above}) AND NOT EXISTS (SELECT {links} AND ({above}) IS NOT TRUE)"
            ))
        }
    }
}

/// The columns that say whose a row is; empty when its schema or other rows say so.
pub(super) fn path_columns(relation: &Relation) -> Vec<&str> {
    match &relation.tenant {
        Some(TenantPath::Root { column } | TenantPath::Column { column }) => vec![column],
        Some(TenantPath::Parent { columns, .. }) => columns.iter().map(String::as_str).collect(),
        Some(TenantPath::Link { .. }) | None => Vec::new(),
    }
}

/// The columns that may be null in a row that belongs to no tenant; `None` when every row belongs to one.
pub(super) fn common_columns(relation: &Relation) -> Option<Vec<&str>> {
    if matches!(relation.tenant, Some(TenantPath::Root { .. })) {
        return None;
    }
    let nullable = |name: &&str| {
        relation.columns.iter().any(|column| column.name == *name && !column.not_null && !column.generated)
    };
    let columns: Vec<&str> = path_columns(relation).into_iter().filter(nullable).collect();
    (!columns.is_empty()).then_some(columns)
}

/// Whether the tenant of a row is beyond doubt: its column has the name that the manifest gives. Another
/// column that refers to the root may say who did something as well as whose a row is.
pub(super) fn is_certain(scope: &Scope, relation: &Relation) -> bool {
    match &relation.tenant {
        None => scope.tenancy.context.schemas.values().any(|schema| *schema == relation.schema),
        Some(TenantPath::Root { .. }) => true,
        Some(TenantPath::Column { column }) => scope.tenancy.key.as_deref() == Some(column),
        Some(TenantPath::Parent { parent: through, .. } | TenantPath::Link { link: through, .. }) => {
            scope.relation(*through).is_some_and(|through| is_certain(scope, through))
        }
    }
}
