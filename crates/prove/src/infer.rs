//! Guesses the `[tenancy]` section of a manifest from the catalog, and says why.
//!
//! Row security tells most: the column that nearly all policies compare is the tenant's, the setting that they lead to,
//! through whatever functions, is the context, and whoever they are written for is the application. Without any, the
//! names of columns and the foreign keys have to do.

mod key;
mod names;
mod read;
mod roles;
pub(crate) mod text;
mod way;

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_project::{Context, Level, Tenancy};

use crate::bodies;

use key::Key;
pub use names::frequent;
pub use read::read;
use way::Way;

/// What the guess is made from.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Tables with their columns; partitions left out.
    pub tables: BTreeMap<String, Vec<String>>,
    /// Tables with row security.
    pub secured: BTreeSet<String>,
    /// Foreign keys of one column: table, column, the table referred to.
    pub keys: Vec<(String, String, String)>,
    /// The policies.
    pub policies: Vec<Policy>,
    /// Functions outside the system's schemas: name without schema, and source.
    pub functions: Vec<(String, String)>,
    /// Roles with a right on a table that has row security, neither superuser nor exempt from it, nor its owner.
    pub grantees: BTreeSet<String>,
    /// Roles that may call functions and that somebody logs in as or becomes.
    pub callers: BTreeSet<String>,
    /// Of primary keys with several columns: table and first column.
    pub firsts: Vec<(String, String)>,
    /// Roles with the roles that they are members of, directly or not.
    pub groups: BTreeMap<String, BTreeSet<String>>,
}

/// A policy, as far as it tells something.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// Its table.
    pub table: String,
    /// For whom; `public` for everybody.
    pub roles: Vec<String>,
    /// The columns of the table that its conditions speak of.
    pub columns: BTreeSet<String>,
    /// Its conditions, both in one.
    pub text: String,
    /// Whether it admits every row.
    pub admits_all: bool,
    /// Whether it is for all verbs.
    pub for_all: bool,
}

/// A guess.
#[derive(Clone, Debug, PartialEq)]
pub struct Inferred {
    /// The section.
    pub tenancy: Tenancy,
    /// Why, in the order of the section's lines: the line's key and the reason.
    pub reasons: Vec<(String, String)>,
}

/// Guesses; `None` when nothing points to tenants.
pub fn infer(evidence: &Evidence) -> Option<Inferred> {
    by_rows(evidence).or_else(|| by_schemas(evidence)).or_else(|| names::by_names(evidence))
}

fn by_rows(evidence: &Evidence) -> Option<Inferred> {
    let mut reasons = Vec::new();
    let mut because = |key: &str, reason: String| reasons.push((key.to_owned(), reason));
    because(
        "level",
        format!("{} of {} tables have row security", evidence.secured.len(), evidence.tables.len()),
    );
    let key = Key::find(evidence)?;
    because("key", key.reason(evidence));
    let key = key.column;
    let root = root(evidence, &key);
    if let Some((_, references)) = &root {
        because(
            "root",
            format!("{} from {key} to it", counted(*references, "foreign key leads", "foreign keys lead")),
        );
    }
    let way = Way::find(evidence, &key, root.as_ref().map(|(root, _)| root.as_str()));
    way.reasons.iter().for_each(|(line, reason)| because(line, reason.clone()));
    let (app_role, reason) = roles::of_policies(evidence, &key);
    because("app_role", reason);
    let tenancy = Tenancy {
        level: Level::Row,
        root: root.map(|(root, _)| root),
        key: Some(key),
        app_role,
        shared: Vec::new(),
        context: way.context,
    };
    Some(Inferred { tenancy, reasons })
}

/// A number with words for one and for several.
fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// The table that the key refers to most, and how often.
fn root(evidence: &Evidence, key: &str) -> Option<(String, usize)> {
    let mut references: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, column, to) in &evidence.keys {
        if column == key {
            *references.entry(to).or_default() += 1;
        }
    }
    let best = references.into_iter().max_by_key(|(_, number)| *number)?;
    Some((best.0.to_owned(), best.1))
}

/// Schemas that hold the same tables are the tenants'.
fn by_schemas(evidence: &Evidence) -> Option<Inferred> {
    let mut tables: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for name in evidence.tables.keys() {
        let (schema, table) = name.split_once('.')?;
        tables.entry(schema).or_default().insert(table);
    }
    let mut alike: BTreeMap<&BTreeSet<&str>, Vec<&str>> = BTreeMap::new();
    for (schema, tables) in &tables {
        alike.entry(tables).or_default().push(schema);
    }
    let (same, schemas) = alike.into_iter().max_by_key(|(_, schemas)| schemas.len())?;
    if schemas.len() < 2 {
        return None;
    }
    let reason = format!("{} schemas hold the same {} tables", schemas.len(), same.len());
    let schemas = schemas.into_iter().map(|schema| (schema.to_owned(), schema.to_owned())).collect();
    let tenancy = Tenancy {
        level: Level::Schema,
        root: None,
        key: None,
        app_role: roles::with_rights(evidence).0,
        shared: Vec::new(),
        context: Context { schemas, ..Context::default() },
    };
    Some(Inferred { tenancy, reasons: vec![("level".to_owned(), reason)] })
}

impl Evidence {
    /// The functions that a text calls.
    fn called(&self, text: &str) -> Vec<&(String, String)> {
        bodies::called(&self.functions, text)
    }

    /// A text with the sources of all functions that it calls, directly or not.
    fn expanded(&self, text: &str) -> String {
        bodies::expanded(&self.functions, text)
    }
}

#[cfg(test)]
mod tests;
