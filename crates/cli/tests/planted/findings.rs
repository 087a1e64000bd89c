//! What the documents of all commands have in common: findings with a name, a level and what they are about.

use serde_json::Value;

/// The commands that look for something.
pub(crate) const COMMANDS: &[&str] =
    &["health-check", "analyze-indexes", "validate", "verify", "drift", "monitor-pool", "health"];

/// One finding.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finding {
    pub(crate) command: String,
    pub(crate) name: String,
    pub(crate) level: String,
    /// The lines that it shows.
    pub(crate) about: Vec<String>,
    pub(crate) fix: String,
}

impl Finding {
    /// Whether it is more than worth knowing.
    pub(crate) fn is_bad(&self) -> bool {
        !matches!(self.level.as_str(), "ok" | "skipped" | "notice")
    }

    /// Command, name and object, as the systems name what they know; of an index its name alone.
    pub(crate) fn named(&self) -> Vec<String> {
        let is_index = self.command == "analyze-indexes";
        let object = |line: &String| match line.split_once(' ') {
            Some((index, _)) if is_index => index.to_owned(),
            _ => line.clone(),
        };
        let objects = self.about.iter().map(object);
        objects.map(|object| format!("{} {}: {object}", self.command, self.name)).collect()
    }
}

/// The findings in the document of a command.
pub(crate) fn of(command: &str, document: &Value) -> Vec<Finding> {
    let project = &document["projects"][0];
    match command {
        "health-check" => list(&project["checks"]).map(|check| finding(command, check, "name")).collect(),
        "analyze-indexes" => {
            list(&project["findings"]).map(|found| finding(command, found, "kind")).collect()
        }
        "validate" => list(&project["checks"])
            .filter(|check| check["ok"] == false)
            .map(|check| plain(command, &check["name"], &check["severity"], texts(&check["found"])))
            .collect(),
        "verify" => list(&project["answers"])
            .filter(|answer| answer["ok"] == false)
            .map(|answer| plain(command, &answer["name"], &Value::from("wrong"), texts(&answer["rows"])))
            .collect(),
        "drift" => list(&project["diff"]["changes"])
            .map(|change| plain(command, &change["change"], &Value::from("drift"), vec![change_line(change)]))
            .collect(),
        "monitor-pool" => list(&project["blockers"])
            .map(|blocker| {
                let name = Value::from("blocker");
                let mut found = plain(command, &name, &Value::from("notice"), vec![blocker.to_string()]);
                found.fix = text(&blocker["sql"]);
                found
            })
            .collect(),
        "health" => ["pending", "troubled"]
            .into_iter()
            .filter(|name| project[name] != 0)
            .map(|name| {
                let level = if name == "pending" { "notice" } else { "wrong" };
                plain(command, &Value::from(name), &Value::from(level), vec![project[name].to_string()])
            })
            .collect(),
        _ => panic!("nobody knows where {command} has its findings"),
    }
}

/// A finding with a summary and evidence. A check that stands for several things is about each of them.
fn finding(command: &str, value: &Value, name: &str) -> Finding {
    let mut about = texts(&value["evidence"]);
    if command == "analyze-indexes" || about.is_empty() {
        about = vec![text(&value["summary"])];
    }
    let mut found = plain(command, &value[name], &value["level"], about);
    found.fix = text(&value["fix"]["sql"]);
    found
}

fn plain(command: &str, name: &Value, level: &Value, about: Vec<String>) -> Finding {
    Finding { command: command.to_owned(), name: text(name), level: text(level), about, fix: String::new() }
}

fn change_line(change: &Value) -> String {
    format!("{} {}", text(&change["object"]), change["properties"])
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn texts(value: &Value) -> Vec<String> {
    list(value).map(text).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
