//! Who the application is.

use std::collections::BTreeSet;

use super::Evidence;

/// Whom the policies are for; where they are for everybody, who has rights. Whoever has, or whose group has, a policy
/// that admits every row of a tenants' table for every verb is no application.
pub(super) fn of_policies(evidence: &Evidence, key: &str) -> (Vec<String>, String) {
    let has_key =
        |table: &str| evidence.tables.get(table).is_some_and(|columns| columns.iter().any(|c| c == key));
    let trusting = evidence
        .policies
        .iter()
        .filter(|policy| policy.admits_all && policy.for_all && has_key(&policy.table));
    let trusted: BTreeSet<&String> = trusting.flat_map(|policy| &policy.roles).collect();
    let is_trusted = |role: &String| {
        trusted.contains(role)
            || evidence
                .groups
                .get(role)
                .is_some_and(|groups| groups.iter().any(|group| trusted.contains(group)))
    };
    let limited = evidence.policies.iter().filter(|policy| !policy.admits_all);
    let mut roles: BTreeSet<&String> = limited.flat_map(|policy| &policy.roles).collect();
    if roles.remove(&"public".to_owned()) || roles.is_empty() {
        roles.extend(&evidence.grantees);
    }
    let roles: Vec<String> = roles.into_iter().filter(|role| !is_trusted(role)).cloned().collect();
    match roles.is_empty() {
        true => with_rights(evidence),
        false => (roles, "policies for these roles admit some rows, not all".to_owned()),
    }
}

/// Who has rights on tables, else on functions that stand before them, and why.
pub(super) fn with_rights(evidence: &Evidence) -> (Vec<String>, String) {
    let (roles, reason) = if !evidence.grantees.is_empty() {
        (&evidence.grantees, "these roles have rights on tables")
    } else if !evidence.callers.is_empty() {
        (
            &evidence.callers,
            "no role has a right on a table; these may call functions, and somebody logs in as them",
        )
    } else {
        (
            &evidence.grantees,
            "no role has a right on a table or a function: name what the application logs in as",
        )
    };
    (roles.iter().cloned().collect(), reason.to_owned())
}
