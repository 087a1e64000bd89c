//! The guess where there are no policies: names of columns and foreign keys are all there is.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_project::{Context, Level, Tenancy};

use super::{Evidence, Inferred, counted, roles, root};

/// What is said of the level when nothing in the database keeps tenants apart.
const ALONE: &str = "no policies: tenants are kept apart by the application alone";

/// What columns for a tenant are called, without `id` at the end; of two that are as frequent the first.
const TENANTS: &[&str] =
    &["tenant", "organization", "organisation", "org", "workspace", "account", "company", "team"];

/// A column that may name the tenant.
struct Candidate<'e> {
    column: &'e str,
    /// How many tables have it.
    tables: usize,
    /// Of how many primary keys with several columns it is the first.
    firsts: usize,
    /// The table that it refers to, and how many foreign keys do.
    root: Option<(String, usize)>,
}

/// How many tables have to have a column before it is worth a word.
const FREQUENT: usize = 3;

/// Columns that end in `id` and that a third of the tables have, the most frequent first: what may name a tenant.
pub fn frequent(evidence: &Evidence) -> Vec<(String, usize)> {
    let ends = |column: &&String| column.len() > 2 && column.to_lowercase().ends_with("id");
    let mut found: BTreeMap<&String, usize> = BTreeMap::new();
    for column in evidence.tables.values().flatten().filter(ends) {
        *found.entry(column).or_default() += 1;
    }
    let is_frequent = |tables: usize| tables >= FREQUENT && tables * 3 >= evidence.tables.len();
    let mut found: Vec<(String, usize)> =
        found.into_iter().filter(|(_, tables)| is_frequent(*tables)).map(|(it, n)| (it.clone(), n)).collect();
    found.sort_by_key(|(_, tables)| std::cmp::Reverse(*tables));
    found
}

/// A column that several tables have and that is called like a tenant, or that most tables refer to one table by, or
/// that most tables have and that is the first of most primary keys with several columns.
pub(super) fn by_names(evidence: &Evidence) -> Option<Inferred> {
    let mut columns: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (table, of_table) in &evidence.tables {
        for column in of_table {
            columns.entry(column).or_default().insert(table);
        }
    }
    let candidates = columns.into_iter().filter_map(|(column, tables)| {
        let root = root(evidence, column);
        let is_like_a_tenant = rank(column).is_some() && tables.len() > 1;
        let leads = root.as_ref().map_or(0, |(_, references)| *references);
        let is_central = leads > 2 && leads * 2 >= evidence.tables.len();
        let firsts = evidence.firsts.iter().filter(|(_, first)| first == column).count();
        let candidate = Candidate { column, tables: tables.len(), firsts, root };
        (is_like_a_tenant || is_central || candidate.leads(evidence)).then_some(candidate)
    });
    let best = candidates.max_by_key(|candidate| {
        let rank = rank(candidate.column);
        (candidate.leads(evidence), rank.is_some(), candidate.tables, std::cmp::Reverse(rank))
    })?;
    Some(inferred(evidence, best))
}

impl Candidate<'_> {
    /// Whether most tables have it and most primary keys with several columns begin with it, whatever its name.
    fn leads(&self, evidence: &Evidence) -> bool {
        let (tables, keys) = (evidence.tables.len(), evidence.firsts.len());
        self.firsts >= FREQUENT && self.firsts * 2 > keys && self.tables * 2 > tables
    }
}

fn inferred(evidence: &Evidence, found: Candidate<'_>) -> Inferred {
    let leads = found.leads(evidence);
    let Candidate { column, tables, firsts, root } = found;
    let mut spread = format!("{tables} of {} tables have it", evidence.tables.len());
    if leads {
        spread.push_str(&format!(
            ", and {firsts} of {} primary keys with several columns begin with it",
            evidence.firsts.len()
        ));
    }
    let mut reasons = vec![("level".to_owned(), ALONE.to_owned()), ("key".to_owned(), spread)];
    let root = match root {
        Some((root, references)) => {
            let keys = counted(references, "foreign key leads", "foreign keys lead");
            reasons.push(("root".to_owned(), format!("{keys} from {column} to it")));
            Some(root)
        }
        None => {
            let named = evidence.tables.keys().find(|table| is_named_like(table, column));
            named
                .inspect(|_| reasons.push(("root".to_owned(), format!("it is called like {column}"))))
                .cloned()
        }
    };
    let (app_role, reason) = roles::with_rights(evidence);
    reasons.push(("app_role".to_owned(), reason));
    let tenancy = Tenancy {
        level: Level::Row,
        root,
        key: Some(column.to_owned()),
        app_role,
        shared: Vec::new(),
        context: Context::default(),
    };
    Inferred { tenancy, reasons }
}

/// A name in lower case without underscores.
fn plain(name: &str) -> String {
    name.to_lowercase().replace('_', "")
}

/// The place among what tenants are called; `None` for another column.
fn rank(column: &str) -> Option<usize> {
    let plain = plain(column);
    let stem = plain.strip_suffix("uuid").or_else(|| plain.strip_suffix("id"))?;
    TENANTS.iter().position(|name| *name == stem)
}

/// Whether a table, qualified, has the name of what a column names, in the plural or not.
fn is_named_like(table: &str, column: &str) -> bool {
    let name = plain(table.rsplit('.').next().unwrap_or(table));
    let column = plain(column);
    let stem = column.trim_end_matches("id");
    let long = if stem == "org" { "organization" } else { stem };
    [stem, long].iter().any(|stem| {
        let plural = stem.strip_suffix('y').map_or_else(|| format!("{stem}s"), |short| format!("{short}ies"));
        name == **stem || name == plural
    })
}
