//! Counts as people say them.

/// A count with its noun: `1 table`, `3 tables`, `2 indexes`.
pub(crate) fn counted(number: impl TryInto<u64>, noun: &str) -> String {
    let ending = if noun.ends_with(['x', 'h']) { "es" } else { "s" };
    match number.try_into().unwrap_or(u64::MAX) {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}{ending}"),
    }
}
