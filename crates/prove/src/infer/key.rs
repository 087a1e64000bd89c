//! The column that names the tenant, where policies tell.

use std::collections::{BTreeMap, BTreeSet};

use super::text::is_tied;
use super::{Evidence, counted};

/// The column that policies of most tables speak of.
pub(super) struct Key {
    pub column: String,
    /// How many tables have such policies.
    tables: usize,
    /// The next after it, and of how many tables.
    next: Option<(String, usize)>,
}

impl Key {
    /// Of the columns of a policy's own table only: what it looks up elsewhere is the way from the user to the tenant.
    pub(super) fn find(evidence: &Evidence) -> Option<Key> {
        let mut tables: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for policy in evidence.policies.iter().filter(|policy| !policy.admits_all) {
            let columns = policy.columns.iter().filter(|column| *column != "id");
            for column in columns.filter(|column| is_tied(&policy.text, column)) {
                tables.entry(column).or_default().insert(&policy.table);
            }
        }
        let spread = |column: &str| {
            evidence.tables.values().filter(|columns| columns.iter().any(|c| c == column)).count()
        };
        let references = |column: &str| evidence.keys.iter().filter(|(_, key, _)| key == column).count();
        let mut found: Vec<(&str, usize)> =
            tables.into_iter().map(|(column, tables)| (column, tables.len())).collect();
        found.sort_by_key(|(column, tables)| (*tables, references(column), spread(column)));
        let (column, tables) = found.pop()?;
        let next = found.pop().map(|(column, tables)| (column.to_owned(), tables));
        Some(Key { column: column.to_owned(), tables, next })
    }

    /// Why, and what speaks for another.
    pub(super) fn reason(&self, evidence: &Evidence) -> String {
        let speak = |tables: usize| counted(tables, "table speak", "tables speak");
        let told = format!("policies of {} of it", speak(self.tables));
        match &self.next {
            Some((next, tables)) if tables * 2 >= self.tables => {
                format!("{told}; not sure: policies of {} of {next}", speak(*tables))
            }
            _ if self.tables == 1 && evidence.secured.len() > 2 => format!("{told}; not sure: of no other"),
            _ => told,
        }
    }
}
