//! How two catalogs differ.

use std::collections::BTreeSet;
use std::fmt::{self, Display};

use serde::Serialize;

use crate::model::Properties;
use crate::{Catalog, ObjectName};

/// The differences of two catalogs, in the order of names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// What differs.
    pub changes: Vec<Change>,
}

/// One object that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "lowercase")]
pub enum Change {
    /// Only the other catalog has it.
    Added {
        /// The object.
        object: ObjectName,
    },
    /// Only the first catalog has it.
    Removed {
        /// The object.
        object: ObjectName,
    },
    /// Both have it.
    Changed {
        /// The object.
        object: ObjectName,
        /// The properties that differ.
        properties: Vec<PropertyChange>,
    },
}

/// One property that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PropertyChange {
    /// Its name.
    pub property: String,
    /// Its value in the first catalog, if it has one.
    pub before: Option<String>,
    /// Its value in the other catalog, if it has one.
    pub after: Option<String>,
}

impl Diff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

impl Change {
    /// The object.
    pub fn object(&self) -> &ObjectName {
        match self {
            Change::Added { object } | Change::Removed { object } | Change::Changed { object, .. } => object,
        }
    }
}

impl Catalog {
    /// What has to change for this catalog to become `other`. Parts of a table that came or went as a whole (its columns,
    /// constraints, indexes and so on) are not listed one by one.
    pub fn diff(&self, other: &Catalog) -> Diff {
        let names: BTreeSet<&ObjectName> = self.objects.keys().chain(other.objects.keys()).collect();
        let changes = names.into_iter().filter_map(|object| {
            let (before, after) = (self.objects.get(object), other.objects.get(object));
            match (before, after) {
                (None, Some(_)) if !is_part_of_missing(object, self) => {
                    Some(Change::Added { object: object.clone() })
                }
                (Some(_), None) if !is_part_of_missing(object, other) => {
                    Some(Change::Removed { object: object.clone() })
                }
                (Some(before), Some(after)) => {
                    let properties = changed(before, after);
                    (!properties.is_empty()).then(|| Change::Changed { object: object.clone(), properties })
                }
                _ => None,
            }
        });
        Diff { changes: changes.collect() }
    }
}

fn changed(before: &Properties, after: &Properties) -> Vec<PropertyChange> {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
    differ
        .map(|name| PropertyChange {
            property: name.clone(),
            before: before.get(name).cloned(),
            after: after.get(name).cloned(),
        })
        .collect()
}

/// Whether the object is a part of a table that `catalog` does not have either.
fn is_part_of_missing(object: &ObjectName, catalog: &Catalog) -> bool {
    const WHOLES: [&str; 7] =
        ["table", "view", "materialized view", "foreign table", "composite type", "domain", "enum"];
    let whole = match object.kind.as_str() {
        "column" => object.name.rsplit_once('.').map(|(whole, _)| whole),
        "constraint" | "trigger" | "rule" | "policy" => object.name.split_once(' ').map(|(whole, _)| whole),
        _ => None,
    };
    let Some(whole) = whole else { return false };
    WHOLES.iter().all(|kind| {
        let name = ObjectName { kind: (*kind).to_owned(), name: whole.to_owned() };
        !catalog.objects.contains_key(&name)
    })
}

/// One line for each object: `+` what came, `-` what went, `~` what changed, with the properties below it.
impl Display for Diff {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            match change {
                Change::Added { object } => writeln!(formatter, "+ {object}")?,
                Change::Removed { object } => writeln!(formatter, "- {object}")?,
                Change::Changed { object, properties } => {
                    writeln!(formatter, "~ {object}")?;
                    properties.iter().try_for_each(|property| write!(formatter, "{property}"))?;
                }
            }
        }
        Ok(())
    }
}

/// The value before and after; of texts with several lines, the first line that differs.
impl Display for PropertyChange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = |value: &Option<String>| {
            value.as_deref().unwrap_or("(none)").lines().map(str::to_owned).collect()
        };
        let (before, after): (Vec<String>, Vec<String>) = (lines(&self.before), lines(&self.after));
        let at = before.iter().zip(&after).take_while(|(before, after)| before == after).count();
        let line = |lines: &[String]| lines.get(at).map_or("(end)", |line| line.trim()).to_owned();
        let place =
            if before.len().max(after.len()) > 1 { format!(", line {}", at + 1) } else { String::new() };
        let (before, after) = (line(&before), line(&after));
        writeln!(formatter, "    {}{place}: {before} → {after}", self.property)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A catalog of `kind name` → `property=value;…`.
    fn catalog(objects: &[(&str, &str, &str)]) -> Catalog {
        let mut catalog = Catalog::default();
        for (kind, name, properties) in objects {
            let properties = properties.split(';').filter_map(|pair| pair.split_once('='));
            catalog.objects.insert(
                ObjectName { kind: (*kind).to_owned(), name: (*name).to_owned() },
                properties.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            );
        }
        catalog
    }

    #[test]
    fn what_came_went_and_changed_is_listed_in_order() {
        let before = catalog(&[
            ("table", "a.t", "owner=x"),
            ("column", "a.t.id", "type=integer;not null=yes"),
            ("column", "a.t.gone", "type=text"),
            ("table", "a.old", ""),
            ("column", "a.old.id", "type=integer"),
        ]);
        let after = catalog(&[
            ("table", "a.t", "owner=y"),
            ("column", "a.t.id", "type=bigint"),
            ("table", "a.new", ""),
            ("policy", "a.new p", "using=true"),
            ("policy", "a.t p", "using=true"),
        ]);
        assert_eq!(
            before.diff(&after).to_string(),
            "- column a.t.gone\n~ column a.t.id\n    not null: yes → (none)\n    type: integer → bigint\n\
             + policy a.t p\n+ table a.new\n- table a.old\n~ table a.t\n    owner: x → y\n"
        );
        assert!(before.diff(&before).is_empty());
    }

    #[test]
    fn a_long_text_is_shown_by_its_first_different_line() {
        let body = |line: &str| catalog(&[("function", "f()", &format!("definition=BEGIN\n  {line}\nEND"))]);
        assert_eq!(
            body("x := 1").diff(&body("x := 2")).to_string(),
            "~ function f()\n    definition, line 2: x := 1 → x := 2\n"
        );
    }

    #[test]
    fn the_fingerprint_is_that_of_the_canonical_text() {
        let one = catalog(&[("table", "a.t", "owner=x"), ("column", "a.t.id", "type=integer")]);
        let same = catalog(&[("column", "a.t.id", "type=integer"), ("table", "a.t", "owner=x")]);
        assert_eq!(one.to_string(), "column a.t.id\n  type: integer\ntable a.t\n  owner: x\n");
        assert_eq!(one.fingerprint(), same.fingerprint());
        assert_ne!(one.fingerprint(), catalog(&[]).fingerprint());
        assert_eq!(one.fingerprint().len(), 64);
    }
}
