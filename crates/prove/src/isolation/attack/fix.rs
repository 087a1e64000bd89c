//! What mends a hole, as SQL.

use bulkhead_connect::quote_identifier;

use super::Field;
use super::arena::Attacker;
use crate::isolation::Relation;
use crate::isolation::fence::fence;
use crate::isolation::scope::TenantPath;

/// What mends a hole of a kind in a table.
pub(super) fn fix(field: &Field<'_>, relation: &Relation, attacker: &Attacker, kind: &str) -> String {
    let name = &relation.name;
    let role = quote_identifier(&attacker.role);
    let app = quote_identifier(&attacker.app_role);
    let grantees = &field.grantees;
    let facts = field.ground.facts.get(&relation.oid).cloned().unwrap_or_default();
    match kind {
        "context_role_default" => match &field.scope.tenancy.context.setting {
            Some(setting) => format!("ALTER ROLE {app} RESET {setting};"),
            None => String::new(),
        },
        "role_superuser" => format!("ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS;"),
        "role_bypassrls" => format!("ALTER ROLE {role} NOBYPASSRLS;"),
        "role_set_role_reach" => format!("REVOKE {role} FROM {app};"),
        "role_member_of_owner" => format!("REVOKE {} FROM {role};", quote_identifier(&facts.owner)),
        "rls_not_forced_owner" => format!("ALTER TABLE {name} FORCE ROW LEVEL SECURITY;"),
        "partition_direct" | "inherit_child_direct" | "schema_grant_other_tenant" => {
            format!("REVOKE ALL ON {name} FROM {grantees};")
        }
        "schema_shared_role" => {
            "-- Give each tenant a role of its own that has rights in its schema only, and SET ROLE to it."
                .to_owned()
        }
        "rls_disabled"
        | "root_table_no_rls"
        | "child_without_tenant_column"
        | "inherit_parent_unprotected" => {
            let policy = match facts.policies.is_empty() {
                true => create_policy(field, relation),
                false => String::new(),
            };
            format!(
                "ALTER TABLE {name} ENABLE ROW LEVEL SECURITY;\n\
                 ALTER TABLE {name} FORCE ROW LEVEL SECURITY;\n{policy}"
            )
        }
        "policy_source_writable" => format!("REVOKE INSERT, UPDATE ON {name} FROM {grantees};"),
        "shared_rows_writable" => {
            let fence = strict_fence(field, relation);
            [("FOR UPDATE", "USING"), ("FOR DELETE", "USING"), ("FOR INSERT", "WITH CHECK")]
                .map(|(command, clause)| restrictive(relation, command, clause, fence.as_deref()))
                .concat()
        }
        _ => restrictive(relation, "", "USING", fence(field.scope, relation).as_deref()),
    }
}

fn create_policy(field: &Field<'_>, relation: &Relation) -> String {
    match fence(field.scope, relation) {
        Some(fence) => {
            format!("CREATE POLICY tenant ON {} USING ({fence}) WITH CHECK ({fence});\n", relation.name)
        }
        None => String::new(),
    }
}

/// The fence of a relation that what is common to all does not pass: where it asks whether a row above is seen, the
/// one above has to be the tenant's own.
fn strict_fence(field: &Field<'_>, relation: &Relation) -> Option<String> {
    let own = fence(field.scope, relation)?;
    let Some(TenantPath::Parent { parent, .. }) = &relation.tenant else { return Some(own) };
    let parent = field.scope.relation(*parent)?;
    if !matches!(parent.tenant, Some(TenantPath::Root { .. } | TenantPath::Column { .. })) {
        return Some(own);
    }
    let above = fence(field.scope, parent)?;
    Some(format!("{} AND {above})", own.strip_suffix(')')?))
}

/// A policy that whatever others let through must pass as well.
fn restrictive(relation: &Relation, command: &str, clause: &str, fence: Option<&str>) -> String {
    let Some(fence) = fence else {
        return format!("-- Compare the tenant in every policy on {}.", relation.name);
    };
    let suffix = command.trim_start_matches("FOR ").to_lowercase();
    let name = if suffix.is_empty() { "tenant_fence".to_owned() } else { format!("tenant_fence_{suffix}") };
    let command = if command.is_empty() { String::new() } else { format!(" {command}") };
    format!("CREATE POLICY {name} ON {} AS RESTRICTIVE{command} {clause} ({fence});\n", relation.name)
}
