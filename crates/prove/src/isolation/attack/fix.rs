//! What mends a hole, as SQL.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::super::scope::{Relation, TenantPath};
use super::Field;
use super::arena::Attacker;

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
            restrictive(field, relation, "FOR UPDATE", "USING")
                + &restrictive(field, relation, "FOR DELETE", "USING")
                + &restrictive(field, relation, "FOR INSERT", "WITH CHECK")
        }
        _ => restrictive(field, relation, "", "USING"),
    }
}

fn create_policy(field: &Field<'_>, relation: &Relation) -> String {
    match fence(field, relation) {
        Some(fence) => {
            format!("CREATE POLICY tenant ON {} USING ({fence}) WITH CHECK ({fence});\n", relation.name)
        }
        None => String::new(),
    }
}

/// A policy that whatever others let through must pass as well.
fn restrictive(field: &Field<'_>, relation: &Relation, command: &str, clause: &str) -> String {
    let Some(fence) = fence(field, relation) else {
        return format!("-- Compare the tenant in every policy on {}.", relation.name);
    };
    let suffix = command.trim_start_matches("FOR ").to_lowercase();
    let name = if suffix.is_empty() { "tenant_fence".to_owned() } else { format!("tenant_fence_{suffix}") };
    let command = if command.is_empty() { String::new() } else { format!(" {command}") };
    format!("CREATE POLICY {name} ON {} AS RESTRICTIVE{command} {clause} ({fence});\n", relation.name)
}

/// The condition that a row is of the session's tenant.
fn fence(field: &Field<'_>, relation: &Relation) -> Option<String> {
    let context = &field.scope.tenancy.context;
    let own = quote_identifier(&relation.table);
    match relation.tenant.as_ref()? {
        TenantPath::Parent { columns, parent, referenced } => {
            let parent = field.scope.relation(*parent)?;
            let pairs = columns.iter().zip(referenced).map(|(column, other)| {
                format!("p.{} = {own}.{}", quote_identifier(other), quote_identifier(column))
            });
            let joined = pairs.collect::<Vec<_>>().join(" AND ");
            Some(format!("EXISTS (SELECT FROM {} AS p WHERE {joined})", parent.name))
        }
        TenantPath::Root { column } | TenantPath::Column { column } => {
            let data_type = |of: &Relation, column: &str| {
                of.columns.iter().find(|it| it.name == column).map(|it| it.data_type.clone())
            };
            let setting = quote_literal(context.setting.as_deref()?);
            let value = format!("nullif(current_setting({setting}, true), '')");
            let value = match &context.claim {
                Some(claim) => format!("({value}::jsonb ->> {})", quote_literal(claim)),
                None => value,
            };
            let column_type = data_type(relation, column)?;
            let column = quote_identifier(column);
            let Some(membership) = &context.membership else {
                return Some(format!("{column} = {value}::{column_type}"));
            };
            let table = field.scope.relations.iter().find(|it| {
                it.table == membership.table || format!("{}.{}", it.schema, it.table) == membership.table
            })?;
            let user_type = data_type(table, &membership.user)?;
            Some(format!(
                "{column} = ANY (ARRAY(SELECT m.{} FROM {} AS m WHERE m.{} = {value}::{user_type}))",
                quote_identifier(&membership.tenant),
                table.name,
                quote_identifier(&membership.user),
            ))
        }
    }
}
