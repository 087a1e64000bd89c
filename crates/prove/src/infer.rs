//! Guesses the `[tenancy]` section of a manifest from the catalog, and says why.
//!
//! Row security tells most: the column that nearly all policies compare is the tenant's, the setting that they lead to,
//! through whatever functions, is the context, and whoever they are written for is the application. Without any, the
//! names of columns and the foreign keys have to do.

mod names;
mod read;
pub(crate) mod text;

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_project::{Context, Level, Membership, Tenancy};
use bulkhead_sql::has_word;

use crate::bodies;

pub use read::read;
use text::{claim_of, compared_with, settings};

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
    let (key, tables) = key(evidence)?;
    because("key", format!("policies of {} of it", counted(tables, "table speak", "tables speak")));
    let root = root(evidence, &key);
    if let Some((_, references)) = &root {
        because(
            "root",
            format!("{} from {key} to it", counted(*references, "foreign key leads", "foreign keys lead")),
        );
    }
    let bodies: Vec<String> =
        evidence.policies.iter().map(|policy| evidence.expanded(&policy.text)).collect();
    let compared: Vec<String> = evidence
        .policies
        .iter()
        .flat_map(|policy| compared_with(&policy.text, &key))
        .map(|side| evidence.expanded(side))
        .collect();
    let setting = setting(&compared, &key).or_else(|| setting(&bodies, &key));
    let claim = setting.as_ref().and_then(|(name, _)| bodies.iter().find_map(|body| claim_of(body, name)));
    let membership = membership(evidence, &key);
    if let Some((name, policies)) = &setting {
        let comparisons =
            counted(*policies, "condition of a policy compares", "conditions of policies compare");
        because("setting", format!("{comparisons} {key} with current_setting('{name}')"));
    }
    if let Some(claim) = &claim {
        because("claim", format!("the setting is read as JSON, and '{claim}' taken from it"));
    }
    if let Some(membership) = &membership {
        because(
            "membership",
            format!("policies look {key} up in {}, by {}", membership.table, membership.user),
        );
    }
    let app_role = roles(evidence, &key);
    let reason = match app_role.is_empty() {
        true => "no role has a right on a table: name what the application logs in as",
        false => "policies for these roles admit some rows, not all",
    };
    because("app_role", reason.to_owned());
    let context = Context { setting: setting.map(|(name, _)| name), claim, membership, ..Context::default() };
    let tenancy = Tenancy {
        level: Level::Row,
        root: root.map(|(root, _)| root),
        key: Some(key),
        app_role,
        shared: Vec::new(),
        context,
    };
    Some(Inferred { tenancy, reasons })
}

/// A number with words for one and for several.
fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// The column that policies of most tables speak of, and of how many.
fn key(evidence: &Evidence) -> Option<(String, usize)> {
    let mut tables: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for policy in evidence.policies.iter().filter(|policy| !policy.admits_all) {
        for column in
            evidence.tables.get(&policy.table).into_iter().flatten().filter(|column| *column != "id")
        {
            if has_word(&policy.text, column) {
                tables.entry(column).or_default().insert(&policy.table);
            }
        }
    }
    let spread =
        |column: &str| evidence.tables.values().filter(|columns| columns.iter().any(|c| c == column)).count();
    let references = |column: &str| evidence.keys.iter().filter(|(_, key, _)| key == column).count();
    let best = tables
        .into_iter()
        .max_by_key(|(column, tables)| (tables.len(), references(column), spread(column)))?;
    Some((best.0.to_owned(), best.1.len()))
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

/// The setting that most policies lead to; of several, one that is read as JSON, or has words of the key in its name.
fn setting(bodies: &[String], key: &str) -> Option<(String, usize)> {
    let mut policies: BTreeMap<String, usize> = BTreeMap::new();
    for body in bodies {
        for name in settings(body) {
            *policies.entry(name).or_default() += 1;
        }
    }
    let is_json = |name: &str| bodies.iter().any(|body| claim_of(body, name).is_some());
    let words =
        |name: &str| key.split('_').filter(|word| name.split(['.', '_']).any(|part| part == *word)).count();
    policies.into_iter().max_by_key(|(name, number)| (*number, is_json(name), words(name)))
}

/// The table where policies look the key up by a user, unless one compares the key itself with the context.
fn membership(evidence: &Evidence, key: &str) -> Option<Membership> {
    let mut found: BTreeMap<(String, String), usize> = BTreeMap::new();
    for policy in evidence.policies.iter().filter(|policy| has_word(&policy.text, key)) {
        let called = evidence.called(&policy.text);
        let body = called.iter().map(|(_, body)| evidence.expanded(body)).collect::<Vec<_>>().join("\n");
        let looked_up = evidence.tables.iter().filter(|(table, columns)| {
            let short = table.rsplit('.').next().unwrap_or(table);
            let mentioned =
                has_word(&body, short) || (**table != policy.table && has_word(&policy.text, short));
            columns.iter().any(|column| column == key) && mentioned
        });
        let looked_up: Vec<_> = looked_up.collect();
        if looked_up.is_empty() && !settings(&format!("{}{body}", policy.text)).is_empty() {
            return None;
        }
        for (table, columns) in looked_up {
            let is_user = |column: &&String| {
                *column != key
                    && column.contains("user")
                    && (has_word(&body, column) || has_word(&policy.text, column))
            };
            if let Some(user) = columns.iter().find(is_user) {
                *found.entry((table.clone(), user.clone())).or_default() += 1;
            }
        }
    }
    let ((table, user), _) = found.into_iter().max_by_key(|(_, number)| *number)?;
    Some(Membership { table, tenant: key.to_owned(), user })
}

/// Whom the policies are for; where they are for everybody, who has rights. Whoever has, or whose group has, a policy
/// that admits every row of a tenants' table for every verb is no application.
fn roles(evidence: &Evidence, key: &str) -> Vec<String> {
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
    roles.into_iter().filter(|role| !is_trusted(role)).cloned().collect()
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
        app_role: evidence.grantees.iter().cloned().collect(),
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
