//! Domains: what they ask of a value is asked of the column.

use std::collections::BTreeMap;

use bulkhead_connect::quote_identifier;

use super::{ColumnRow, DomainCheck, TypeRow, all_hints};
use crate::schema::Check;

/// A domain and the domains below it; nothing for another type.
pub(super) fn domains(types: &BTreeMap<i64, TypeRow>, oid: i64) -> impl Iterator<Item = &TypeRow> {
    let domain = |oid: i64| types.get(&oid).filter(|row| row.kind == "d");
    std::iter::successors(domain(oid), move |row| row.base.and_then(domain))
}

/// The checks of a column's domain, and those of an array's elements, as checks of the column.
pub(super) fn domain_checks(types: &BTreeMap<i64, TypeRow>, column: &ColumnRow, index: usize) -> Vec<Check> {
    let name = quote_identifier(&column.name);
    let as_check = |check: &DomainCheck, expression: String| Check {
        name: check.name.clone(),
        expression,
        columns: vec![index],
        hints: all_hints(&check.expression, check.bodies.as_deref()),
    };
    let own = domains(types, column.type_oid).flat_map(|domain| domain.checks.iter().flatten());
    let mut found: Vec<Check> =
        own.map(|check| as_check(check, with_value(&check.expression, &name))).collect();
    let Some(element) = types.get(&column.type_oid).and_then(|row| row.element) else { return found };
    let of_elements = domains(types, element).flat_map(|domain| domain.checks.iter().flatten());
    found.extend(of_elements.map(|check| {
        let holds = with_value(&check.expression, "bulkhead_item");
        let expression = format!(
            "(SELECT bool_and(({holds}) IS NOT FALSE) FROM unnest({name}) AS bulkhead_items (bulkhead_item))"
        );
        as_check(check, expression)
    }));
    found
}

/// A domain's check with a column in place of VALUE.
fn with_value(expression: &str, column: &str) -> String {
    let mut text = String::new();
    let mut quote = None;
    let mut rest = expression;
    while let Some(letter) = rest.chars().next() {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let begins = !text.chars().next_back().is_some_and(is_word);
        if let Some(after) = rest.strip_prefix("VALUE")
            && quote.is_none()
            && begins
            && !after.chars().next().is_some_and(is_word)
        {
            text.push_str(column);
            rest = after;
            continue;
        }
        match quote {
            Some(open) if open == letter => quote = None,
            None if letter == '\'' || letter == '"' => quote = Some(letter),
            _ => {}
        }
        text.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_takes_the_place_of_value_outside_of_quotes() {
        let cases = [
            ("(VALUE > 0)", "(\"a\" > 0)"),
            ("(VALUE ~ 'VALUE'::text)", "(\"a\" ~ 'VALUE'::text)"),
            ("(VALUES_x = \"VALUE\")", "(VALUES_x = \"VALUE\")"),
        ];
        for (expression, expected) in cases {
            assert_eq!(with_value(expression, "\"a\""), expected);
        }
    }
}
