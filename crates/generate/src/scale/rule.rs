//! How many rows each table gets, in proportion to the largest.
//!
//! - The table of tenants has one row for each tenant.
//! - One table that no other refers to is the *largest*: it gets the number of rows that was asked for. One without
//!   triggers on each row is preferred, because those take their time; then a partitioned one, because what grows
//!   without end is what people partition; then the one furthest from the tenants; then the first by name.
//! - Other partitioned tables without such triggers get an eighth of it, other tables that nothing refers to a
//!   thirty-second.
//! - A table that others refer to gets a quarter of what the smallest share among those others' levels is: each step
//!   towards the tenants is a quarter. So there are never more parents than children, triggers aside.
//! - A table with triggers on each row gets an eighth of that. Each row costs what its triggers do, and what those write
//!   into a log costs more the longer the log is.
//! - Two rows for each tenant are the least, four and eight further down; or as many in all where the rows are
//!   nobody's.

use crate::schema::Schema;
use crate::tenancy::{Owner, Ownership};

const OTHER_PARTITIONED: u64 = 8;
const OTHER: u64 = 32;
const STEP: u64 = 4;
const TRIGGERED: u64 = 8;
/// The least rows of a tenant below the table of tenants, so that two links can lead to different ones. Each further
/// step doubles it, so that they can agree about what is above.
const LEAST: u64 = 2;
const DOUBLINGS: usize = 2;

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

/// Decides about all tables; `order` is that in which they are filled.
pub(crate) fn rows(
    schema: &Schema,
    ownership: &Ownership,
    traits: &[Traits],
    per_tenant: &[bool],
    order: &[usize],
    tenants: u64,
    wanted: u64,
) -> Sizes {
    let heights = longest(schema, order, false);
    let depths = longest(schema, order, true);
    let least: Vec<u64> =
        depths.iter().map(|depth| LEAST << (*depth).saturating_sub(1).min(DOUBLINGS)).collect();
    let is_root = |table: usize| matches!(ownership.owners[table], Owner::Root(_));
    let is_candidate = |table: &usize| traits[*table].filled && !traits[*table].narrow && !is_root(*table);
    let largest = (0..schema.tables.len()).filter(is_candidate).min_by_key(|table| {
        let Traits { partitioned, triggers, .. } = traits[*table];
        let depth = std::cmp::Reverse(depths[*table]);
        (heights[*table] > 0, !per_tenant[*table], triggers, !partitioned, depth)
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
        let share = match (heights[table], traits[table].partitioned && !traits[table].triggers) {
            (0, true) => wanted / OTHER_PARTITIONED,
            (0, false) => wanted / OTHER,
            (height, _) => wanted / OTHER / STEP.saturating_pow(u32::try_from(height).unwrap_or(u32::MAX)),
        };
        let share = if traits[table].triggers { share / TRIGGERED } else { share };
        let least = if per_tenant[table] { least[table] * tenants } else { least[table] };
        share.max(least).min(wanted.max(least))
    });
    Sizes { rows: rows.collect(), largest, least }
}

/// How many rows tables get.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sizes {
    /// Of each table.
    pub(crate) rows: Vec<u64>,
    /// The least of each tenant in each table.
    pub(crate) least: Vec<u64>,
    /// The table that the number of rows was given for.
    pub(crate) largest: Option<usize>,
}

/// The longest way from each table, over foreign keys to tables that are filled before: up, or down from it.
fn longest(schema: &Schema, order: &[usize], up: bool) -> Vec<usize> {
    let mut turns = vec![0; schema.tables.len()];
    order.iter().enumerate().for_each(|(turn, table)| turns[*table] = turn);
    let mut steps = vec![0_usize; schema.tables.len()];
    let mut tables: Vec<usize> = order.to_vec();
    if !up {
        tables.reverse();
    }
    for table in tables {
        for key in schema.references.iter().filter(|key| turns[key.parent] < turns[key.child]) {
            let (from, to) = if up { (key.parent, key.child) } else { (key.child, key.parent) };
            if to == table {
                steps[to] = steps[to].max(steps[from] + 1);
            }
        }
    }
    steps
}
