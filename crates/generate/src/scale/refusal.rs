//! What to do when the server refuses rows: make the columns that are to blame plainer.

use tokio_postgres::error::DbError;

use super::crop::{Crop, Source};
use super::prepare::Prepared;
use crate::schema::{Check, Table};

/// Makes the rows of a table plainer after a refusal; false when there is nothing left to change.
pub(super) fn give_way(table: &Table, crop: &Crop, prepared: &mut Prepared, error: &DbError) -> bool {
    if give_way_where_named(table, crop, prepared, error) {
        return true;
    }
    let is_key = ["23505", "23P01"].contains(&error.code().code());
    !is_key && plainer(table, crop, prepared)
}

/// Makes the columns plainer that a refusal names; false when it names none that can be.
pub(super) fn give_way_where_named(
    table: &Table,
    crop: &Crop,
    prepared: &mut Prepared,
    error: &DbError,
) -> bool {
    let blamed = blamed(table, error);
    step(table, crop, prepared, &blamed)
}

/// The columns that a refusal is about.
fn blamed(table: &Table, error: &DbError) -> Vec<usize> {
    let named = error.column().and_then(|name| table.column(name));
    match error.code().code() {
        "23514" => {
            let constraint = error.constraint().unwrap_or_default();
            let of_table = |check: &&Check| check.name == constraint;
            // A row that no partition takes breaks a condition without a name.
            let bounds = |check: &&Check| constraint.is_empty() && check.name == crate::schema::BOUNDS;
            let check = table.checks.iter().find(of_table).or_else(|| table.checks.iter().find(bounds));
            check.map_or_else(Vec::new, |check| table.ungenerated(&check.columns))
        }
        "23505" | "23P01" => {
            let constraint = error.constraint().unwrap_or_default();
            let key = table.keys.iter().find(|key| key.name == constraint);
            key.map_or_else(Vec::new, |key| table.ungenerated(&key.columns))
        }
        _ => named.or_else(|| in_context(table, error.where_())).into_iter().collect(),
    }
}

/// The column in `COPY users, line 3, column email: "x"`.
fn in_context(table: &Table, context: Option<&str>) -> Option<usize> {
    let after = context?.split_once(", column ")?.1;
    (0..table.columns.len())
        .filter(|column| after.starts_with(&table.columns[*column].name))
        .max_by_key(|column| table.columns[*column].name.len())
}

/// Takes the next way for one column; for several at once, the last.
fn step(table: &Table, crop: &Crop, prepared: &mut Prepared, columns: &[usize]) -> bool {
    let can = |prepared: &Prepared, column: usize| {
        matches!(crop.sources[column], Source::Made { .. })
            && !prepared.pinned[column]
            && prepared.rungs[column] + 1 < prepared.ladders[column].len()
    };
    let mut free: Vec<usize> = columns.iter().copied().filter(|column| can(prepared, *column)).collect();
    // What tells rows apart changes at last.
    if free.iter().any(|column| !table.is_in_key(*column)) {
        free.retain(|column| !table.is_in_key(*column));
    }
    // So does what carries the canary.
    if free.iter().any(|column| !prepared.maker(*column).has_canary()) {
        free.retain(|column| !prepared.maker(*column).has_canary());
    }
    for &column in &free {
        let last = prepared.ladders[column].len() - 1;
        let patient = free.len() == 1 || table.is_in_key(column);
        prepared.rungs[column] = if patient { prepared.rungs[column] + 1 } else { last };
    }
    !free.is_empty()
}

/// Makes the whole row plainer, as a trigger may want it that says only no.
fn plainer(table: &Table, crop: &Crop, prepared: &mut Prepared) -> bool {
    while prepared.level < 3 {
        prepared.level += 1;
        let mut changed = false;
        for (column, found) in table.columns.iter().enumerate() {
            let made = matches!(crop.sources[column], Source::Made { .. });
            let linked = matches!(crop.sources[column], Source::Linked { .. });
            if prepared.pinned[column]
                || prepared.nulls[column]
                || (table.is_in_key(column) && (linked || prepared.maker(column).is_unique()))
                || !(made || linked)
            {
                continue;
            }
            let last = prepared.ladders[column].len().saturating_sub(1);
            // Where there is a default, it stands before what passed all checks.
            let is_fixed = |maker: &super::maker::Maker| maker.choices() == Some(1);
            let plain = prepared.ladders[column].iter().position(is_fixed).unwrap_or(last);
            let canary = prepared.maker(column).has_canary();
            let (fix, clear) = match prepared.level {
                1 => (made && !canary, false),
                2 => (false, made && !canary && found.nullable),
                _ => (made, found.nullable),
            };
            if clear {
                prepared.nulls[column] = true;
                if made {
                    prepared.ladders[column].push(super::maker::Maker::Null);
                    prepared.rungs[column] = last + 1;
                }
                changed = true;
            } else if fix && prepared.rungs[column] < plain {
                prepared.rungs[column] = plain;
                changed = true;
            }
        }
        if changed {
            return true;
        }
    }
    false
}
