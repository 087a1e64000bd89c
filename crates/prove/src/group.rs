//! Findings with one cause become one.
//!
//! A right granted on all tables, or a policy written in one way for all of them, is one mistake, however many tables it
//! opens. Each view, function, key and index is a decision of its own and stays alone.

use crate::Finding;

/// Kinds that have one cause wherever they are.
const EVERYWHERE_ALIKE: &[&str] = &[
    "no_way_down",
    "rls_disabled",
    "rls_no_policy",
    "rls_not_forced_owner",
    "rls_forced_owner_can_disable",
    "child_without_tenant_column",
    "partition_direct",
    "inherit_child_direct",
    "inherit_parent_unprotected",
    "foreign_table",
    "priv_truncate",
    "priv_references",
    "priv_trigger",
    "grant_public",
    "default_privileges",
    "sequence_setval",
    "shared_rows_writable",
    "shared_table_writable",
    "schema_grant_other_tenant",
    "schema_shared_role",
    "schema_shared_table",
];

/// Kinds that have one cause where the same change mends them.
const ALIKE_BY_FIX: &[&str] = &[
    "policy_always_true",
    "policy_tautology",
    "policy_permissive_or",
    "policy_pattern_match",
    "policy_verb_gap",
    "policy_role_gap",
    "restrictive_wrong_role",
    "policy_insert_check_weak",
    "policy_update_check_weak",
    "context_fail_open",
];

/// How many objects are named in a sentence.
const NAMED: usize = 5;

/// One finding for each cause, in the order of the first of each.
pub(crate) fn group(findings: Vec<Finding>) -> Vec<Finding> {
    let mut groups: Vec<(Option<String>, Vec<Finding>)> = Vec::new();
    for finding in findings {
        let cause = cause(&finding);
        match groups.iter_mut().find(|(known, _)| cause.is_some() && *known == cause) {
            Some((_, group)) => group.push(finding),
            None => groups.push((cause, vec![finding])),
        }
    }
    groups.into_iter().filter_map(|(_, group)| joined(group)).collect()
}

/// What findings have to have in common to be one; `None` for one that stays alone.
fn cause(finding: &Finding) -> Option<String> {
    let kind = finding.kind.as_str();
    let severity = finding.severity;
    if EVERYWHERE_ALIKE.contains(&kind) {
        return Some(format!("{kind} {severity:?}"));
    }
    let fix = finding.fix.as_ref().filter(|_| ALIKE_BY_FIX.contains(&kind))?;
    Some(format!("{kind} {severity:?} {}", without_names(fix, &finding.object)))
}

/// A fix with the object's names left out: the table, with schema and without, and the policy in `policy on table`.
fn without_names(fix: &str, object: &str) -> String {
    let (policy, table) = object.split_once(" on ").map_or((None, object), |(one, other)| (Some(one), other));
    let mut names = vec![table];
    names.extend(table.rsplit_once('.').map(|(_, name)| name));
    names.extend(policy);
    names.into_iter().fold(fix.to_owned(), |fix, name| without_word(&fix, name))
}

/// A text with a word of it left out wherever it stands alone.
fn without_word(text: &str, word: &str) -> String {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mut rest = text;
    let mut found = String::new();
    while let Some(at) = rest.find(word).filter(|_| !word.is_empty()) {
        let (before, behind) = (&rest[..at], &rest[at + word.len()..]);
        found.push_str(before);
        let is_whole = !is_part(found.chars().next_back()) && !is_part(behind.chars().next());
        found.push_str(if is_whole { "_" } else { word });
        rest = behind;
    }
    found + rest
}

/// The first finding, with what the others add.
fn joined(group: Vec<Finding>) -> Option<Finding> {
    let objects: Vec<String> = group.iter().map(|finding| finding.object.clone()).collect();
    let mut fixes: Vec<String> = Vec::new();
    for fix in group.iter().filter_map(|finding| finding.fix.as_deref()).map(str::trim) {
        if !fixes.iter().any(|known| known == fix) {
            fixes.push(fix.to_owned());
        }
    }
    let mut first = group.into_iter().next()?;
    if let [_, others @ ..] = objects.as_slice()
        && !others.is_empty()
    {
        let named = others.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = others.len().saturating_sub(NAMED);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        first.observed.push_str(&format!("; the same holds for {named}{more}"));
        first.fix = (!fixes.is_empty()).then(|| fixes.join("\n"));
    }
    first.objects = objects;
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Severity;

    fn finding(kind: &str, object: &str, fix: &str) -> Finding {
        Finding {
            kind: kind.to_owned(),
            object: object.to_owned(),
            objects: Vec::new(),
            severity: Severity::High,
            place: None,
            exploit: Some(format!("TRUNCATE {object};")),
            observed: format!("{object} is open"),
            fix: (!fix.is_empty()).then(|| fix.to_owned()),
        }
    }

    #[test]
    fn one_cause_is_one_finding_with_all_objects_and_fixes() {
        let found = group(vec![
            finding("priv_truncate", "a.x", "REVOKE TRUNCATE ON a.x FROM app;"),
            finding("view_definer", "a.v", "ALTER VIEW a.v SET (security_invoker);"),
            finding("priv_truncate", "a.y", "REVOKE TRUNCATE ON a.y FROM app;"),
            finding("view_definer", "a.w", "ALTER VIEW a.w SET (security_invoker);"),
        ]);
        let told: Vec<String> =
            found.iter().map(|it| format!("{} {} {}", it.kind, it.object, it.objects.join(" "))).collect();
        assert_eq!(told, ["priv_truncate a.x a.x a.y", "view_definer a.v a.v", "view_definer a.w a.w"]);
        let joined = &found[0];
        assert_eq!(joined.observed, "a.x is open; the same holds for a.y");
        let fix = "REVOKE TRUNCATE ON a.x FROM app;\nREVOKE TRUNCATE ON a.y FROM app;";
        assert_eq!((joined.fix.as_deref(), joined.exploit.as_deref()), (Some(fix), Some("TRUNCATE a.x;")));
    }

    #[test]
    fn policies_are_one_where_the_same_change_mends_them() {
        let policy = |name: &str, table: &str, fence: &str| {
            let fix = format!("ALTER POLICY {name} ON {table} USING ({fence});");
            finding("policy_always_true", &format!("{name} on {table}"), &fix)
        };
        let found = group(vec![
            policy("all", "a.x", "tenant_id = 1"),
            policy("any", "a.y", "tenant_id = 1"),
            policy("all", "a.z", "EXISTS (SELECT FROM a.x AS parent)"),
        ]);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].objects, ["all on a.x", "any on a.y"]);
    }

    #[test]
    fn of_many_objects_a_sentence_names_some() {
        let many = (0..9).map(|number| finding("rls_disabled", &format!("t{number}"), "-- One sentence."));
        let found = group(many.collect());
        assert_eq!(found[0].observed, "t0 is open; the same holds for t1, t2, t3, t4, t5 and 3 more");
        assert_eq!((found[0].fix.as_deref(), found[0].objects.len()), (Some("-- One sentence."), 9));
    }
}
