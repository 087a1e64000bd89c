//! Which indexes are worth to be supposed, and which of them would help.

use std::collections::BTreeSet;

use bulkhead_sql::has_word;
use serde_json::Value;

use super::plan::IndexIdea;

/// From this saving on, in percent, an index may be worth its writes.
const LEAST_SAVED: f64 = 20.0;
/// A condition with more columns is rarely served by one index.
const MAX_COLUMNS: usize = 4;

/// A table that is read as a whole to find some rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scan {
    pub(super) schema: String,
    pub(super) table: String,
    pub(super) filter: String,
}

/// What the whole plan costs.
pub(super) fn cost(document: &Value) -> Option<f64> {
    document.get(0)?.get("Plan")?.get("Total Cost")?.as_f64()
}

/// The sequential scans with a condition, in the order of the plan.
pub(super) fn scans(document: &Value) -> Vec<Scan> {
    let mut found = Vec::new();
    if let Some(root) = document.get(0).and_then(|first| first.get("Plan")) {
        collect(root, &mut found);
    }
    found
}

fn collect(node: &Value, found: &mut Vec<Scan>) {
    let text = |name: &str| node.get(name).and_then(Value::as_str).map(str::to_owned);
    if node.get("Node Type").and_then(Value::as_str) == Some("Seq Scan")
        && let (Some(schema), Some(table), Some(filter)) =
            (text("Schema"), text("Relation Name"), text("Filter"))
    {
        let scan = Scan { schema, table, filter };
        if !found.contains(&scan) {
            found.push(scan);
        }
    }
    for inner in node.get("Plans").and_then(Value::as_array).into_iter().flatten() {
        collect(inner, found);
    }
}

/// Lists of columns for an index: those that are compared for equality before the others, as an index wants
/// them; each of them alone, and all together.
pub(super) fn candidates(scan: &Scan, columns: &[String]) -> Vec<Vec<String>> {
    let mut used: Vec<&String> = columns.iter().filter(|name| has_word(&scan.filter, name)).collect();
    used.sort_by_key(|name| !is_equal(&scan.filter, name));
    used.truncate(MAX_COLUMNS);
    let alone = used.iter().map(|name| vec![(*name).clone()]);
    let mut lists: Vec<Vec<String>> = alone.collect();
    for length in 2..=used.len() {
        lists.push(used[..length].iter().map(|name| (*name).clone()).collect());
    }
    let mut seen = BTreeSet::new();
    lists.retain(|list| seen.insert(list.clone()));
    lists
}

/// Whether a condition compares the column for equality.
fn is_equal(filter: &str, column: &str) -> bool {
    filter.match_indices(column).any(|(at, name)| {
        // `(a = $1)`, `("A" = ANY …)`, `((a)::text = $1)`
        let rest = filter[at + name.len()..].trim_start_matches(['"', ')']);
        let rest = rest.strip_prefix("::").map_or(rest, |cast| {
            cast.trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == ' ')
        });
        rest.trim_start().starts_with("= ")
    })
}

/// An index that makes a statement so much cheaper that it is worth a word.
pub(super) fn worthwhile(sql: String, before: f64, cost: f64) -> Option<IndexIdea> {
    let saved_percent = 100.0 * (before - cost) / before.max(f64::MIN_POSITIVE);
    let saved_percent = (saved_percent * 10.0).round() / 10.0;
    (saved_percent >= LEAST_SAVED).then_some(IndexIdea { sql, cost, saved_percent })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_read_as_a_whole_are_found_at_every_depth() {
        let scan = |filter: Value| serde_json::json!({"Node Type": "Seq Scan", "Schema": "app", "Relation Name": "doc", "Filter": filter});
        let plan = serde_json::json!([{"Plan": {
            "Node Type": "Hash Join", "Total Cost": 12.5,
            "Plans": [scan("(a = 1)".into()), {"Node Type": "Hash", "Plans": [scan(Value::Null), scan("(b > 1)".into())]}],
        }}]);
        let filters: Vec<String> = scans(&plan).into_iter().map(|scan| scan.filter).collect();
        assert_eq!(filters, ["(a = 1)", "(b > 1)"]);
        assert_eq!(cost(&plan), Some(12.5));
        assert_eq!(cost(&Value::Null), None);
    }

    #[test]
    fn columns_that_are_compared_for_equality_come_first() {
        let columns = ["id", "at", "org_id", "kind"].map(str::to_owned);
        let cases: [(&str, &[&[&str]]); 4] = [
            ("((at > $1) AND (org_id = $2))", &[&["org_id"], &["at"], &["org_id", "at"]]),
            ("((kind)::text = $1)", &[&["kind"]]),
            ("(lower(note) = $1)", &[]),
            ("((id = ANY ($1)) AND ((kind)::text = 'x'::text))", &[&["id"], &["kind"], &["id", "kind"]]),
        ];
        for (filter, expected) in cases {
            let scan = Scan { schema: String::new(), table: String::new(), filter: filter.to_owned() };
            assert_eq!(candidates(&scan, &columns), expected, "{filter}");
        }
    }

    #[test]
    fn an_index_has_to_save_a_fifth() {
        assert_eq!(worthwhile(String::new(), 100.0, 81.0), None);
        assert_eq!(worthwhile(String::new(), 0.0, 0.0), None);
        assert_eq!(worthwhile(String::new(), 100.0, 10.0).map(|idea| idea.saved_percent), Some(90.0));
    }
}
