//! Arguments that are rows of a type of their own, and lists of such: made of what the same arguments would be by
//! themselves.

use super::{mixes, tuples};
use crate::isolation::attack::Field;
use crate::isolation::attack::functions::{Argument, Function, Value};

/// How many rows are tried.
const ROWS: usize = 8;

/// Rows with what is B's in them, whole and beside what is A's.
pub(in crate::isolation::attack) fn values(
    field: &Field<'_>,
    function: &Function,
    argument: &Argument,
) -> Vec<Value> {
    let parts = function.of_parts(argument);
    let whole = tuples::lists(field, &parts).into_iter();
    let mixed = mixes::lists(field, &parts).into_iter();
    let (whole, mixed): (Vec<_>, Vec<_>) = (whole.take(ROWS).collect(), mixed.take(ROWS).collect());
    whole.into_iter().chain(mixed).map(|list| row(argument, &list)).collect()
}

/// Lists of one such row, and of two, of which the first is A's own.
pub(in crate::isolation::attack) fn lists(
    field: &Field<'_>,
    function: &Function,
    argument: &Argument,
) -> Vec<Value> {
    let element = argument.cast.trim_end_matches("[]");
    let rows = values(field, function, argument);
    let parts = function.of_parts(argument);
    let own = mixes::own(field, &parts).map(|list| row(argument, &list));
    let one =
        rows.iter().map(|value| Value { sql: format!("ARRAY[{}::{element}]", value.sql), ..value.clone() });
    let two = own.iter().flat_map(|own| {
        rows.iter().take(2).map(|value| Value {
            sql: format!("ARRAY[{}::{element}, {}::{element}]", own.sql, value.sql),
            ..value.clone()
        })
    });
    let one: Vec<Value> = one.collect();
    one.into_iter().chain(two).collect()
}

fn row(argument: &Argument, list: &[Value]) -> Value {
    let given = list.iter().zip(&argument.parts).map(|(value, part)| format!("{}::{}", value.sql, part.cast));
    Value {
        sql: format!("ROW({})", given.collect::<Vec<_>>().join(", ")),
        tenant: list.iter().any(|value| value.tenant),
        key: list.iter().any(|value| value.key),
        name: false,
        content: list.iter().any(|it| it.content) && list.iter().all(|it| it.content || !it.key),
    }
}
