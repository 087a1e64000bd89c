//! In which order tables are filled.

use crate::schema::{Reference, Schema};
use crate::tenancy::{Owner, Ownership};

/// The tables, each after those that it refers to. Of a cycle, a table comes first whose foreign keys into it can be
/// null; nothing comes before what it refers to unless it is in a cycle with it. Common tables come first, then the
/// tenants.
pub(super) fn order(schema: &Schema, ownership: &Ownership) -> Vec<usize> {
    let mut order = Vec::new();
    let mut waiting: Vec<usize> = (0..schema.tables.len()).collect();
    while !waiting.is_empty() {
        let next = {
            let bottom = waiting.iter().copied().filter(|table| is_bottom(schema, &waiting, *table));
            bottom.min_by_key(|table| {
                parents(schema, &waiting, *table).filter(|key| is_strict(schema, key)).count()
            })
        };
        // Some table refers to none but those of its own cycle, or to none at all.
        let next = next.unwrap_or(waiting[0]);
        waiting.retain(|table| *table != next);
        order.push(next);
    }
    order.sort_by_key(|table| match ownership.owners[*table] {
        Owner::Common => 0,
        Owner::Root(_) => 1,
        _ => 2,
    });
    order
}

/// The foreign keys of a table to others that wait.
fn parents<'s>(
    schema: &'s Schema,
    waiting: &'s [usize],
    table: usize,
) -> impl Iterator<Item = &'s Reference> {
    let keys = schema.references_of(table).map(|(_, key)| key);
    keys.filter(move |key| key.parent != table && waiting.contains(&key.parent))
}

fn is_strict(schema: &Schema, key: &Reference) -> bool {
    !key.columns.iter().any(|column| schema.tables[key.child].columns[*column].nullable)
}

/// Whether every table that this one leads to leads back to it.
fn is_bottom(schema: &Schema, waiting: &[usize], table: usize) -> bool {
    let above = reached(schema, waiting, table);
    above.iter().all(|other| reached(schema, waiting, *other).contains(&table))
}

/// The tables that one leads to, over any number of foreign keys.
fn reached(schema: &Schema, waiting: &[usize], table: usize) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut open = vec![table];
    while let Some(at) = open.pop() {
        for key in parents(schema, waiting, at) {
            if !found.contains(&key.parent) {
                found.push(key.parent);
                open.push(key.parent);
            }
        }
    }
    found
}
