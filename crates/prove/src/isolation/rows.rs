//! Rows for the two tenants of the proof.

use std::collections::BTreeMap;

use bulkhead_generate::{GenerateError, Membership, Probe as Made, TenantOf};
use bulkhead_project::{Level, Tenancy};
use tokio_postgres::Client;

use super::{Probe, Scope, TenantPath};
use crate::ProveError;

/// Rows of each tenant in each table. Two, because some rows refer to two others.
pub(super) const ROWS: usize = 2;

/// What choices of made-up values follow from; any number does.
pub(super) const SEED: u64 = 1;

/// Puts rows of two tenants into every table of a scratch database, and says where that was not possible.
///
/// The tenants are those that the manifest names with a login each. Else they are made up, because all that is known of
/// made-up tenants is made for the proof; unless a table takes rows only of tenants that migrations have put there.
pub async fn probe_rows(client: &Client, tenancy: &Tenancy) -> Result<(Probe, Vec<String>), ProveError> {
    let context = &tenancy.context;
    // Where a tenant has a schema or a role of its own, the manifest says which two there are.
    let named: Vec<String> = context.schemas.keys().chain(context.roles.keys()).take(2).cloned().collect();
    let (tenants, made) = if tenancy.level == Level::Schema {
        (named, fill(client, tenancy, &[]).await?)
    } else if context.roles.len() > 1 {
        let logins: Vec<String> = context.roles.keys().cloned().collect();
        let made = fill(client, tenancy, &logins).await?;
        (made.tenants.clone(), made)
    } else {
        let there = bulkhead_generate::tenants(client, &wanted(tenancy, &[]), 2).await?;
        let made = match (fill(client, tenancy, &[]).await, there.len()) {
            (Ok(made), 2) if lacking(&made) > 0 => {
                let of_others = fill(client, tenancy, &there).await?;
                if lacking(&of_others) < lacking(&made) { of_others } else { made }
            }
            (Err(GenerateError::NoTenant { .. }), 2) => fill(client, tenancy, &there).await?,
            (made, _) => made?,
        };
        (made.tenants.clone(), made)
    };
    let untested = made.tables.iter().filter(|table| table.tenant_of != TenantOf::Common);
    let untested = untested.filter_map(|table| {
        let reason = table.skipped.as_ref()?;
        Some(format!("{}: no row could be made: {reason}", table.table))
    });
    let untested = untested.collect();
    let count = tenants.len();
    let tenants = <[String; 2]>::try_from(tenants).map_err(|_| ProveError::Tenants { count })?;
    Ok((Probe { tenants, users: <[String; 2]>::try_from(made.users).ok() }, untested))
}

async fn fill(client: &Client, tenancy: &Tenancy, tenants: &[String]) -> Result<Made, GenerateError> {
    let schemas: Vec<String> = tenancy.context.schemas.values().cloned().collect();
    let wanted = bulkhead_generate::Tenancy { schemas: &schemas, ..wanted(tenancy, tenants) };
    bulkhead_generate::probe(client, &wanted, 2, ROWS, SEED).await
}

fn wanted<'t>(tenancy: &'t Tenancy, tenants: &'t [String]) -> bulkhead_generate::Tenancy<'t> {
    let membership = tenancy.context.membership.as_ref().map(|membership| Membership {
        table: &membership.table,
        tenant: &membership.tenant,
        user: &membership.user,
    });
    bulkhead_generate::Tenancy {
        root: tenancy.root.as_deref(),
        key: tenancy.key.as_deref(),
        shared: &tenancy.shared,
        membership,
        tenants,
        schemas: &[],
    }
}

/// How many tables of tenants lack the rows of one.
fn lacking(made: &Made) -> usize {
    let of_tenants = made.tables.iter().filter(|table| table.tenant_of != TenantOf::Common);
    of_tenants.filter(|table| table.skipped.is_some()).count()
}

/// Which tenant each application role stands for, where nothing else says how a session becomes a tenant's and the
/// rows of the root name the roles.
pub(super) async fn logins(client: &Client, scope: &Scope) -> Result<BTreeMap<String, String>, ProveError> {
    let tenancy = &scope.tenancy;
    let context = &tenancy.context;
    let is_told = context.setting.is_some()
        || context.statement.is_some()
        || !context.roles.is_empty()
        || context.membership.is_some();
    let root = scope.root().and_then(|root| match &root.tenant {
        Some(TenantPath::Root { column }) => Some((root, column)),
        _ => None,
    });
    let (Some((root, id)), Level::Row, false) = (root, tenancy.level, is_told) else {
        return Ok(BTreeMap::new());
    };
    let id = bulkhead_connect::quote_identifier(id);
    let mut logins = BTreeMap::new();
    for role in &tenancy.app_role {
        let named: Vec<String> = root
            .columns
            .iter()
            .map(|column| format!("t.{}::text", bulkhead_connect::quote_identifier(&column.name)))
            .collect();
        let (name, named) = (bulkhead_connect::quote_literal(role), named.join(", "));
        let sql = format!("SELECT t.{id} FROM {} AS t WHERE {name} IN ({named}) LIMIT 1", root.name);
        let found = bulkhead_connect::answer(client, &sql).await.map_err(|error| ProveError::of(&error))?;
        logins.extend(found.into_iter().map(|tenant| (tenant, role.clone())));
    }
    Ok(if logins.len() > 1 { logins } else { BTreeMap::new() })
}
