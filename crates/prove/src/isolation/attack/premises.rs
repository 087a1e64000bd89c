//! What the proof takes for granted, and what a shared server leaves open.

use super::Field;
use super::arena::{Attacker, ask};
use super::ground::text;
use crate::ProveError;

/// What has to hold for the proof to hold.
pub(super) async fn premises(field: &Field<'_>, attackers: &[Attacker]) -> Result<Vec<String>, ProveError> {
    let version = ask(field.arena.client, "SHOW server_version").await?;
    let version = version.first().map(|row| text(row, 0)).unwrap_or_default();
    let roles: Vec<&str> =
        attackers.iter().filter(|it| !it.is_set()).map(|it| it.app_role.as_str()).collect();
    let mut premises = vec![
        format!(
            "The server is PostgreSQL {version}; older minor releases have known defects in row security."
        ),
        format!("The application has no other roles than these: {}.", roles.join(", ")),
    ];
    if let Some(setting) = field.arena.contexts.setting() {
        premises.push(format!("Every transaction of the application sets {setting} for itself alone."));
        premises.push(format!("Who uses the application cannot choose its SQL: any SQL can set {setting}."));
    }
    if !field.scope.tenancy.context.schemas.is_empty() {
        premises.push(
            "Every transaction of the application sets its search_path or role for itself alone.".to_owned(),
        );
    }
    if !field.scope.tenancy.shared.is_empty() {
        premises.push(format!(
            "These tables hold nothing of a tenant's: {}.",
            field.scope.tenancy.shared.join(", ")
        ));
    }
    Ok(premises)
}

/// Channels that row security does not close.
pub(super) fn residual(field: &Field<'_>) -> Vec<String> {
    let mut residual: Vec<&str> = vec![
        "Sessions of one role see each other's statements in pg_stat_activity and can end each other.",
        "EXPLAIN estimates, and EXPLAIN ANALYZE counts the rows that a policy hid.",
        "Sizes of relations, reltuples and numbers taken from sequences tell how much there is in all.",
        "Advisory locks and NOTIFY channels are common to all sessions of the database.",
        "Temporary tables, cursors and session settings outlive a request in a pool without DISCARD ALL.",
        "How long a statement takes depends on the rows of all tenants.",
        "Names, comments and source code in the catalog can be read by every role.",
    ];
    if field
        .scope
        .relations
        .iter()
        .any(|it| it.columns.iter().any(|column| column.data_type.starts_with("vector")))
    {
        residual.push(
            "An approximate vector index returns fewer rows than asked for where other tenants' are near.",
        );
    }
    residual.into_iter().map(str::to_owned).collect()
}
