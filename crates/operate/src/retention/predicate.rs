//! The SQL that says which rows are too old. No connection; every name that comes in is quoted.

use super::fit::{Action, Fitted, FittedPolicies};

/// The clock that a whole run goes by, as the server writes it in UTC.
#[derive(Clone, Debug)]
pub(super) struct Now(pub String);

impl Now {
    fn sql(&self) -> String {
        format!("TIMESTAMPTZ '{}'", self.0)
    }
}

/// What stands behind the table, called `t`, in FROM: the policies, called `p`.
pub(super) fn join(rule: &Fitted) -> String {
    let Some(policies) = &rule.policies else { return String::new() };
    let FittedPolicies { table, days, tenant, hold, condition, .. } = policies;
    let held = hold.as_ref().map_or("false".to_owned(), |hold| format!("coalesce(bool_or({hold}), false)"));
    let summary = format!("max({days}) AS days, bool_or({days} IS NULL) AS is_open, {held} AS is_held");
    match (tenant, &rule.tenant) {
        (Some(tenant), Some(own)) => format!(
            " LEFT JOIN (SELECT {tenant}::text AS tenant, {summary} FROM {table} WHERE {condition} GROUP BY 1) AS p \
             ON p.tenant = t.{own}::text"
        ),
        _ => format!(" CROSS JOIN (SELECT {summary} FROM {table} WHERE {condition}) AS p"),
    }
}

/// Whether a row is too old, apart from holds and foreign keys.
pub(super) fn is_old(rule: &Fitted, now: &Now) -> String {
    let (column, kind) = (format!("t.{}", rule.column), rule.kind);
    let by_rule = rule.keep.map(|keep| format!("{} - INTERVAL '{keep}'", now.sql()));
    let limit = match (&rule.policies, &by_rule) {
        (None, by_rule) => by_rule.clone(),
        (Some(_), by_rule) => {
            let by_policy = format!("{} - make_interval(days => p.days::int)", now.sql());
            let default = by_rule.clone().unwrap_or_else(|| "NULL".to_owned());
            // A policy without days leaves it to the rule; of several, the longest counts.
            let open = match by_rule {
                Some(by_rule) => format!("least({by_policy}, {by_rule})"),
                None => "NULL".to_owned(),
            };
            Some(format!(
                "CASE WHEN p.is_open THEN {open} WHEN p.days IS NULL THEN {default} ELSE {by_policy} END"
            ))
        }
    };
    let limit = limit.map(|limit| format!("{column} < ({limit})::{kind}"));
    let age = match (&rule.until, limit) {
        (None, limit) => limit.unwrap_or_else(|| "false".to_owned()),
        (Some(until), limit) => {
            let limit = limit.unwrap_or_else(|| "false".to_owned());
            format!("CASE WHEN t.{until} IS NOT NULL THEN t.{until} < {} ELSE {limit} END", now.sql())
        }
    };
    let latest = latest(rule, now).map(|latest| format!(" AND {column} < ({latest})::{kind}"));
    let condition = rule.condition.as_ref().map(|condition| format!(" AND ({condition}\n)"));
    format!("{age}{}{}", latest.unwrap_or_default(), condition.unwrap_or_default())
}

/// What no row that goes is younger than, so that an index can be used whatever the policies say.
fn latest(rule: &Fitted, now: &Now) -> Option<String> {
    let policies = rule.policies.as_ref().filter(|_| rule.until.is_none())?;
    let by_policy = policies.fewest_days.map(|days| format!("{} - INTERVAL '{days} days'", now.sql()));
    let by_rule = rule.keep.map(|keep| format!("{} - INTERVAL '{keep}'", now.sql()));
    let limits: Vec<String> = by_policy.into_iter().chain(by_rule).collect();
    (!limits.is_empty()).then(|| format!("greatest({})", limits.join(", ")))
}

/// Whether a hold keeps a row.
pub(super) fn is_held(rule: &Fitted) -> &'static str {
    if rule.policies.is_some() { "coalesce(p.is_held, false)" } else { "false" }
}

/// Whether another row points to this one and forbids that it goes.
pub(super) fn is_referenced(rule: &Fitted) -> String {
    let restricting = rule.children.iter().filter(|child| child.action == Action::Restrict);
    let exists: Vec<String> = restricting
        .map(|child| format!("EXISTS (SELECT FROM {} AS c WHERE {})", child.table, child.condition))
        .collect();
    if exists.is_empty() { "false".to_owned() } else { format!("({})", exists.join(" OR ")) }
}

/// Whether a row goes.
pub(super) fn goes(rule: &Fitted, now: &Now) -> String {
    format!("{} AND NOT {} AND NOT {}", is_old(rule, now), is_held(rule), is_referenced(rule))
}

#[cfg(test)]
mod tests {
    use bulkhead_project::Period;

    use super::*;

    fn rule() -> Fitted {
        Fitted {
            table: "app.event".to_owned(),
            column: "at".to_owned(),
            kind: "timestamptz",
            tenant: Some("org".to_owned()),
            until: None,
            keep: Some(Period::days(90)),
            condition: None,
            policies: None,
            leaves: Vec::new(),
            children: Vec::new(),
            triggers: Vec::new(),
            bytes_per_row: None,
        }
    }

    fn policies(tenant: Option<&str>) -> FittedPolicies {
        FittedPolicies {
            table: "app.policy".to_owned(),
            days: "days".to_owned(),
            tenant: tenant.map(str::to_owned),
            hold: None,
            condition: "(true\n)".to_owned(),
            fewest_days: Some(30),
            most_days: Some(30),
            last_run_s: None,
        }
    }

    fn now() -> Now {
        Now("2026-03-15 12:00:00+00".to_owned())
    }

    const AT: &str = "TIMESTAMPTZ '2026-03-15 12:00:00+00'";

    #[test]
    fn a_rule_alone_is_one_comparison() {
        assert_eq!(is_old(&rule(), &now()), format!("t.at < ({AT} - INTERVAL '90 days')::timestamptz"));
        let with_condition = Fitted { condition: Some("done -- or so".to_owned()), ..rule() };
        assert!(is_old(&with_condition, &now()).ends_with(" AND (done -- or so\n)"));
    }

    #[test]
    fn policies_win_over_the_rule_and_without_either_nothing_goes() {
        let with = Fitted { policies: Some(policies(Some("org"))), ..rule() };
        assert!(join(&with).contains("ON p.tenant = t.org::text"));
        assert!(
            is_old(&with, &now()).contains(&format!("WHEN p.days IS NULL THEN {AT} - INTERVAL '90 days'"))
        );
        assert!(is_old(&with, &now()).contains("greatest("));
        let only = Fitted { keep: None, policies: Some(policies(None)), ..rule() };
        assert!(join(&only).contains("CROSS JOIN"));
        assert!(is_old(&only, &now()).contains("WHEN p.is_open THEN NULL WHEN p.days IS NULL THEN NULL"));
    }

    #[test]
    fn the_rows_own_end_comes_first() {
        let with = Fitted { until: Some("ends".to_owned()), keep: None, ..rule() };
        assert_eq!(
            is_old(&with, &now()),
            format!("CASE WHEN t.ends IS NOT NULL THEN t.ends < {AT} ELSE false END")
        );
    }
}
