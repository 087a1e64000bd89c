//! What the catalog alone tells about tenants that are not kept apart.
//!
//! A rule is a query over the final state of the catalog that returns one row for each hole. It flags only what is
//! certain, and only where a session of the application has the privilege that a hole takes: what depends on the
//! rows, or on what an expression computes, is for attacks to find.

mod fence;
mod subject;

use bulkhead_connect::quote_identifier;
use tokio_postgres::{Client, SimpleQueryRow};

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
);

/// Applies all rules to a database with all migrations.
pub async fn rules(client: &Client, scope: &Scope) -> Result<Vec<Finding>, ProveError> {
    let reach = Reach::read(client, scope).await?;
    let subject = Subject::read(client, scope, &reach).await?;
    let mut findings: Vec<Finding> = Vec::new();
    for rule in RULES {
        for row in subject.ask(client, rule.sql).await? {
            let finding = finding(rule, &row, &subject);
            let is_known = |known: &Finding| known.kind == finding.kind && known.object == finding.object;
            if !findings.iter().any(is_known) {
                findings.push(finding);
            }
        }
    }
    Ok(findings)
}

/// A finding of a row (object, application role, what it sets its role to, what an administrator does before, what
/// the application does, what was seen, the fix, severity); a null severity is the rule's.
fn finding(rule: &Rule, row: &SimpleQueryRow, subject: &Subject) -> Finding {
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
        severity,
        place: None,
        exploit: text(4).map(|statement| exploit(subject, text(1), text(2), text(3), statement)),
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
