//! What the catalog alone tells about tenants that are not kept apart.
//!
//! A rule is a query over the final state of the catalog that returns one row for each hole. It flags only what is
//! certain, and only where a session of the application has the privilege that a hole takes: what depends on the
//! rows, or on what an expression computes, is for attacks to find.

mod subject;

use bulkhead_connect::quote_identifier;
use tokio_postgres::{Client, SimpleQueryRow};

use super::needs::with_needs;
use super::{Reach, Scope};
use crate::{Finding, ProveError, Severity};
use subject::Subject;

/// A kind of hole and the query that finds it.
struct Rule {
    kind: &'static str,
    severity: Severity,
    sql: &'static str,
}

macro_rules! rules {
    ($($kind:ident $severity:ident),* $(,)?) => {
        &[$(Rule {
            kind: stringify!($kind),
            severity: Severity::$severity,
            sql: include_str!(concat!("rules/", stringify!($kind), ".sql")),
        }),*]
    };
}

/// All rules, in the order in which their findings are told.
const RULES: &[Rule] = rules!(
    role_superuser Critical,
    role_bypassrls Critical,
    role_set_role_reach Critical,
    role_createrole_pg15 Critical,
    role_replication Critical,
    server_files_role Critical,
    read_all_data Critical,
    role_member_of_owner Critical,
    rls_not_forced_owner Critical,
    rls_forced_owner_can_disable High,
    rls_disabled Critical,
    rls_no_policy Info,
    root_table_no_rls High,
    child_without_tenant_column Critical,
    partition_direct Critical,
    inherit_child_direct Critical,
    foreign_table Critical,
    matview Critical,
    view_definer Critical,
    view_invoker_over_definer Critical,
    view_definer_write Critical,
    view_filter_no_barrier Critical,
    secdef_unfiltered Critical,
    secdef_search_path Critical,
    secdef_trigger_cross_write Critical,
    rule_runs_as_owner Critical,
    leakproof_function High,
    leakproof_builtin High,
    large_objects Critical,
    publication Info,
    policy_always_true Critical,
    policy_tautology Critical,
    policy_column_capture Critical,
    policy_permissive_or Critical,
    policy_insert_check_weak Critical,
    policy_update_check_weak Critical,
    policy_verb_gap Critical,
    policy_role_gap Critical,
    restrictive_wrong_role Critical,
    policy_source_writable Critical,
    policy_pattern_match Critical,
    policy_helper_search_path Critical,
    shared_rows_writable High,
    context_fail_open Critical,
    context_role_default High,
    context_session_scope High,
    context_function_set_clause Critical,
    context_user_settable High,
    fk_cross_tenant Medium,
    fk_composite_nullable_tenant Medium,
    unique_oracle Medium,
    sequence_setval Medium,
    priv_truncate Critical,
    priv_references Medium,
    priv_trigger High,
    grant_public Critical,
    default_privileges High,
    schema_create_public High,
    schema_grant_other_tenant Critical,
    schema_shared_role Critical,
    schema_shared_table Critical,
    schema_cross_key Medium,
    schema_default_privs_public High,
    schema_catalog_visibility Medium,
    db_connect_public High,
    db_shared_role High,
    db_template High,
);

/// Applies all rules to a database with all migrations.
pub async fn rules(client: &Client, scope: &Scope) -> Result<Vec<Finding>, ProveError> {
    let reach = Reach::read(client, scope).await?;
    let subject = Subject::read(client, scope, &reach).await?;
    let mut findings = Vec::new();
    for rule in RULES {
        let rows = subject.ask(client, rule.sql).await?;
        let mut of_rule: Vec<Finding> = rows.iter().map(|row| finding(rule, row, scope, &subject)).collect();
        // The sort is stable: of an object, the row that the query puts first stays.
        of_rule.sort_by(|one, other| one.object.cmp(&other.object));
        of_rule.dedup_by(|next, first| next.object == first.object);
        findings.extend(of_rule);
    }
    Ok(findings)
}

/// A finding of a row (object, application role, what it sets its role to, what an administrator does before, what
/// the application does, what was seen, the fix, severity); a null severity is the rule's.
fn finding(rule: &Rule, row: &SimpleQueryRow, scope: &Scope, subject: &Subject) -> Finding {
    let text = |index: usize| row.try_get(index).ok().flatten();
    let severity = match text(7) {
        Some("critical") => Severity::Critical,
        Some("high") => Severity::High,
        Some("medium") => Severity::Medium,
        Some("low") => Severity::Low,
        Some("info") => Severity::Info,
        _ => rule.severity,
    };
    Finding {
        kind: rule.kind.to_owned(),
        object: text(0).unwrap_or_default().to_owned(),
        objects: Vec::new(),
        severity,
        place: None,
        exploit: text(4).map(|statement| {
            let exploit = exploit(subject, text(1), text(2), text(3), statement);
            // The line for the context names a relation, too.
            let named_in =
                [text(3), Some(statement), text(5)].into_iter().flatten().collect::<Vec<_>>().join(" ");
            with_needs(scope, &exploit, &named_in)
        }),
        observed: text(5).unwrap_or_default().to_owned(),
        fix: text(6).map(str::to_owned),
    }
}

/// A transaction for an administrator's psql that becomes the application with the context of a tenant and leaves
/// nothing behind.
fn exploit(
    subject: &Subject,
    app: Option<&str>,
    act_as: Option<&str>,
    before: Option<&str>,
    statement: &str,
) -> String {
    let mut lines = vec!["BEGIN;".to_owned()];
    lines.extend(subject.context.iter().cloned());
    lines.extend(before.map(str::to_owned));
    if let Some(app) = app {
        lines.push(format!("SET LOCAL SESSION AUTHORIZATION {};", quote_identifier(app)));
        if let Some(act_as) = act_as.filter(|role| *role != app) {
            lines.push(format!("SET LOCAL ROLE {};", quote_identifier(act_as)));
        }
    }
    lines.push(statement.to_owned());
    lines.push("ROLLBACK;".to_owned());
    lines.join("\n")
}
