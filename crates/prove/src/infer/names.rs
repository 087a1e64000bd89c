//! The guess where there are no policies: names of columns and foreign keys are all there is.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_project::{Context, Level, Tenancy};

use super::{Evidence, Inferred, counted, root};

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
    /// The table that it refers to, and how many foreign keys do.
    root: Option<(String, usize)>,
}

/// A column that several tables have and that is called like a tenant, or that most tables refer to one table by.
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
        (is_like_a_tenant || is_central).then_some(Candidate { column, tables: tables.len(), root })
    });
    let best = candidates.max_by_key(|candidate| {
        let rank = rank(candidate.column);
        (rank.is_some(), candidate.tables, std::cmp::Reverse(rank))
    })?;
    Some(inferred(evidence, best))
}

fn inferred(evidence: &Evidence, found: Candidate<'_>) -> Inferred {
    let Candidate { column, tables, root } = found;
    let mut reasons = vec![
        ("level".to_owned(), ALONE.to_owned()),
        ("key".to_owned(), format!("{tables} of {} tables have it", evidence.tables.len())),
    ];
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
    let app_role: Vec<String> = evidence.grantees.iter().cloned().collect();
    let reason = match app_role.is_empty() {
        true => "no role has a right on a table: name what the application logs in as",
        false => "these roles have rights on tables",
    };
    reasons.push(("app_role".to_owned(), reason.to_owned()));
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
