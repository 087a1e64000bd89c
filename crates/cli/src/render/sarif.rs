//! Findings as SARIF 2.1.0, which code hosts show beside the code.

use std::collections::BTreeMap;

use bulkhead_prove::{Finding, ProofReport, Severity};
use serde_json::{Value, json};

use crate::explain::page;

/// The document of all proofs of all projects.
pub(crate) fn sarif(reports: &[ProofReport]) -> String {
    let mut rules: BTreeMap<&str, Value> = BTreeMap::new();
    let mut results = Vec::new();
    for report in reports {
        for finding in report.proofs.iter().flat_map(|proof| &proof.findings) {
            rules.entry(&finding.kind).or_insert_with(|| rule(&finding.kind));
            results.push(result(&report.project, finding));
        }
    }
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bulkhead",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.into_values().collect::<Vec<_>>(),
            } },
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&document).expect("plain data")
}

fn rule(kind: &str) -> Value {
    let page = page(kind);
    let title = page.as_ref().map_or(kind, |page| page.title());
    let help = page.as_ref().map_or("", |page| page.text);
    json!({ "id": kind, "shortDescription": { "text": title }, "help": { "text": help, "markdown": help } })
}

fn result(project: &str, finding: &Finding) -> Value {
    let level = match finding.severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    };
    let mut text = format!("{}: {}", finding.object, finding.observed);
    if let Some(fix) = &finding.fix {
        text.push_str(&format!("\nfix: {fix}"));
    }
    let place = finding.place.as_deref().unwrap_or("bulkhead.toml");
    let (file, line) = match place.rsplit_once(':').map(|(file, line)| (file, line.parse::<u64>())) {
        Some((file, Ok(line))) => (file, line),
        _ => (place, 1),
    };
    let location = |object: &String| {
        json!({
            "logicalLocations": [{ "name": object, "fullyQualifiedName": format!("{project}/{object}") }],
            "physicalLocation": { "artifactLocation": { "uri": file }, "region": { "startLine": line } },
        })
    };
    let objects =
        if finding.objects.is_empty() { std::slice::from_ref(&finding.object) } else { &finding.objects };
    let locations: Vec<Value> = objects.iter().map(location).collect();
    json!({
        "ruleId": finding.kind,
        "level": level,
        "message": { "text": text },
        "locations": locations,
        "partialFingerprints": { "bulkhead/v1": format!("{project} {} {}", finding.kind, finding.object) },
    })
}

#[cfg(test)]
mod tests {
    use bulkhead_prove::Proof;

    use super::*;

    #[test]
    fn findings_have_rules_levels_and_places() {
        let finding = Finding {
            kind: "not_undone".to_owned(),
            object: "version 002".to_owned(),
            objects: Vec::new(),
            severity: Severity::High,
            place: Some("migrations/002_b.down.sql:7".to_owned()),
            exploit: None,
            observed: "a table is left".to_owned(),
            fix: Some("drop it".to_owned()),
        };
        let open = Finding {
            kind: "rls_disabled".to_owned(),
            object: "app.doc".to_owned(),
            objects: vec!["app.doc".to_owned(), "app.note".to_owned()],
            place: None,
            severity: Severity::Medium,
            ..finding.clone()
        };
        let report = ProofReport::new("shop", vec![Proof::new("rollback", &[], vec![finding, open])]);
        let document: Value = serde_json::from_str(&sarif(&[report])).unwrap();
        let run = &document["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "rls_disabled");
        let results = run["results"].as_array().unwrap();
        let place = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "migrations/002_b.down.sql");
        assert_eq!(place["region"]["startLine"], 7);
        assert_eq!((&results[0]["level"], &results[1]["level"]), (&json!("error"), &json!("warning")));
        let names: Vec<&Value> = results[1]["locations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|place| &place["logicalLocations"][0]["name"])
            .collect();
        assert_eq!(names, ["app.doc", "app.note"]);
    }
}
