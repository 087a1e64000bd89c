//! How many rows each table gets, in proportion to the largest.
//!
//! - The table of tenants has one row for each tenant.
//! - One table that no other refers to is the *largest*: it gets the number of rows that was asked for. A partitioned
//!   table is preferred, because what grows without end is what people partition; then one without triggers on each
//!   row; then the one furthest from the tenants; then the first by name.
//! - Other partitioned tables get an eighth of it, other tables that nothing refers to a thirty-second.
//! - A table that others refer to gets a quarter of what the smallest share among those others' levels is: each step
//!   towards the tenants is a quarter. So there are never more parents than children.
//! - Two rows for each tenant are the least, or two in all where the rows are nobody's.

use crate::schema::Schema;
use crate::tenancy::{Owner, Ownership};

const OTHER_PARTITIONED: u64 = 8;
const OTHER: u64 = 32;
const STEP: u64 = 4;
/// The least rows of a tenant, so that two links can lead to different ones.
pub(crate) const LEAST: u64 = 2;

/// What is known about a table beyond its schema.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits {
    pub(crate) partitioned: bool,
    /// Whether it has triggers for each row that is inserted.
    pub(crate) triggers: bool,
    /// Whether it is filled at all.
    pub(crate) filled: bool,
    /// Whether something keeps it from having many rows.
    pub(crate) narrow: bool,
}

/// The number of rows of each table, and the place of the largest.
pub(crate) fn rows(
    schema: &Schema,
    ownership: &Ownership,
    traits: &[Traits],
    per_tenant: &[bool],
    tenants: u64,
    wanted: u64,
) -> (Vec<u64>, Option<usize>) {
    let heights = heights(schema);
    let depths = depths(schema);
    let is_root = |table: usize| matches!(ownership.owners[table], Owner::Root(_));
    let is_candidate = |table: &usize| traits[*table].filled && !traits[*table].narrow && !is_root(*table);
    let largest = (0..schema.tables.len()).filter(is_candidate).min_by_key(|table| {
        let Traits { partitioned, triggers, .. } = traits[*table];
        let depth = std::cmp::Reverse(depths[*table]);
        (heights[*table] > 0, !per_tenant[*table], !partitioned, triggers, depth)
    });
    let rows = (0..schema.tables.len()).map(|table| {
        if !traits[table].filled {
            return 0;
        }
        if is_root(table) {
            return tenants;
        }
        if Some(table) == largest {
            return wanted;
        }
        let share = match (heights[table], traits[table].partitioned) {
            (0, true) => wanted / OTHER_PARTITIONED,
            (0, false) => wanted / OTHER,
            (height, _) => wanted / OTHER / STEP.saturating_pow(u32::try_from(height).unwrap_or(u32::MAX)),
        };
        let least = if per_tenant[table] { LEAST * tenants } else { LEAST };
        share.max(least).min(wanted.max(least))
    });
    (rows.collect(), largest)
}

/// The longest way from each table down to one that nothing refers to. Tables of a cycle are as high as each other
/// at most.
fn heights(schema: &Schema) -> Vec<usize> {
    longest(schema, |key| (key.child, key.parent))
}

/// The longest way from each table up.
fn depths(schema: &Schema) -> Vec<usize> {
    longest(schema, |key| (key.parent, key.child))
}

fn longest(schema: &Schema, ends: impl Fn(&crate::schema::Reference) -> (usize, usize)) -> Vec<usize> {
    let tables = schema.tables.len();
    let mut steps = vec![0; tables];
    // Without cycles this settles after as many rounds as the longest way has steps; a cycle never does.
    for _ in 0..tables.min(DEEPEST) {
        let mut next = steps.clone();
        for key in schema.references.iter().filter(|key| key.child != key.parent) {
            let (from, to) = ends(key);
            next[to] = next[to].max(steps[from] + 1);
        }
        if next == steps {
            break;
        }
        steps = next;
    }
    steps
}

/// Steps that are told apart; more would leave no rows to divide.
const DEEPEST: usize = 6;
