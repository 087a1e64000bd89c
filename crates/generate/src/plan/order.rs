//! In which order tables are filled.

use crate::schema::{Reference, Schema};
use crate::tenancy::{Owner, Ownership};

/// The tables, each after those that it refers to. In a cycle a foreign key that can be null counts less.
/// Common tables come first, then the tenants, who give their ids to all others.
pub(super) fn order(schema: &Schema, ownership: &Ownership) -> Vec<usize> {
    let mut order = Vec::new();
    let strict = |reference: &Reference| {
        !reference.columns.iter().any(|column| schema.tables[reference.child].columns[*column].nullable)
    };
    let mut waiting: Vec<usize> = (0..schema.tables.len()).collect();
    while !waiting.is_empty() {
        let is_free = |table: usize, only_strict: bool| {
            let mut references = schema.references_of(table).filter(|(_, key)| !only_strict || strict(key));
            !references.any(|(_, key)| key.parent != table && waiting.contains(&key.parent))
        };
        let free = |only_strict| waiting.iter().position(|table| is_free(*table, only_strict));
        let next = free(false).or_else(|| free(true)).unwrap_or_else(|| in_cycle(schema, &waiting));
        order.push(waiting.remove(next));
    }
    order.sort_by_key(|table| match ownership.owners[*table] {
        Owner::Common => 0,
        Owner::Root(_) => 1,
        _ => 2,
    });
    order
}

/// The place of a table that waits for itself: from any table, the tables waited for lead into a cycle.
fn in_cycle(schema: &Schema, waiting: &[usize]) -> usize {
    let mut seen = Vec::new();
    let mut at = 0;
    while !seen.contains(&at) {
        seen.push(at);
        let parents = schema.references_of(waiting[at]).map(|(_, key)| key.parent);
        let mut others = parents.filter(|parent| *parent != waiting[at]);
        let next = others.find_map(|parent| waiting.iter().position(|table| *table == parent));
        at = next.unwrap_or(at);
    }
    at
}
