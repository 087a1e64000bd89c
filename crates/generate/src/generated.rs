//! Columns that the server computes. Where it is decided what one must come to, as the tenant of a row, values
//! of the columns that it is made from are composed so that it may; the server says which of them do.

use bulkhead_connect::{quote_identifier, quote_literal};

use crate::hints::{Hints, mentions};
use crate::kind::Kind;
use crate::schema::{Check, Table};

/// A generated column and the value that it must come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aim {
    pub(crate) column: usize,
    pub(crate) value: String,
}

/// The most words that stand between parts of a text, and orders of parts, that are tried.
const MOST: usize = 6;

/// The table with a check for each aim.
pub(crate) fn aimed(table: &Table, aims: &[Aim]) -> Table {
    let check = |aim: &Aim| {
        let column = &table.columns[aim.column];
        let (name, value) = (quote_identifier(&column.name), quote_literal(&aim.value));
        Check {
            name: format!("the expression of {}", column.name),
            expression: format!("{name} IS NOT DISTINCT FROM CAST({value} AS {})", column.cast),
            columns: vec![aim.column],
            hints: Hints::default(),
        }
    };
    let mut table = table.clone();
    let checks: Vec<Check> = aims.iter().map(check).collect();
    table.checks.extend(checks);
    table
}

/// Values for a column from which generated columns may come to what they must, the likeliest first.
pub(crate) fn leading(table: &Table, aims: &[Aim], column: usize, canary: &str, number: u64) -> Vec<String> {
    let name = &table.columns[column].name;
    let made = aims.iter().filter_map(|aim| {
        let expression = table.columns[aim.column].generated.as_ref()?;
        mentions(expression, name).then(|| (aim.value.as_str(), Hints::of(expression)))
    });
    let parts: Vec<(&str, Hints)> = made.collect();
    let Some((first, _)) = parts.first() else { return Vec::new() };
    let mut values = match &table.columns[column].kind {
        Kind::Text(limit) => {
            let mut texts = texts(&parts, canary);
            texts.retain(|text| limit.is_none_or(|limit| text.chars().count() <= limit));
            texts
        }
        Kind::Json => documents(&parts, canary),
        Kind::Integer(largest) => integers(&parts, *largest, number),
        Kind::Array(_) => vec![format!("{{{first}}}"), format!("{{{first},{canary}}}")],
        Kind::Composite(_) => vec![format!("({first},{canary})"), format!("({canary},{first})")],
        _ => Vec::new(),
    };
    values.push((*first).to_owned());
    let mut kept: Vec<String> = Vec::new();
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}

/// Texts with all parts in them: each at the place that a number in its expression names, then in any order.
fn texts(parts: &[(&str, Hints)], canary: &str) -> Vec<String> {
    let mut between: Vec<&str> = Vec::new();
    let literals = || parts.iter().flat_map(|(_, hints)| hints.texts.iter().chain(&hints.patterns));
    // Of a longer literal, such as a regular expression, any mark may be the one that separates.
    let marks = literals().flat_map(|text| text.matches(['/', ':', '@', '-', '_', '.', '#', '|', ' ']));
    for text in literals().map(String::as_str).chain(marks) {
        if !text.is_empty() && !between.contains(&text) {
            between.push(text);
        }
    }
    between.truncate(MOST);
    let mut texts = Vec::new();
    for between in &between {
        texts.extend(in_place(parts, between, canary));
    }
    let values: Vec<&str> = parts.iter().map(|(value, _)| *value).collect();
    let orders = orders(&values);
    for between in &between {
        for order in &orders {
            let joined = order.join(between);
            texts.extend([
                format!("{joined}{between}{canary}"),
                format!("{canary}{between}{joined}"),
                format!("{between}{joined}{between}{canary}"),
                format!("{between}{joined}"),
                joined,
            ]);
        }
    }
    for order in &orders {
        let joined = order.concat();
        texts.extend([
            format!("{joined}{canary}"),
            format!("{canary}{joined}"),
            joined.to_uppercase(),
            joined,
        ]);
    }
    texts
}

/// A list with each part at its place, and something else at the others.
fn in_place(parts: &[(&str, Hints)], between: &str, canary: &str) -> Option<String> {
    let place = |hints: &Hints| hints.numbers.iter().find_map(|number| number.parse::<usize>().ok());
    let places: Option<Vec<usize>> = parts.iter().map(|(_, hints)| place(hints)).collect();
    let places = places.filter(|places| places.iter().all(|place| (1..=8).contains(place)))?;
    let mut list = vec![canary; places.iter().max()? + 1];
    for (place, (value, _)) in places.iter().zip(parts) {
        list[place - 1] = value;
    }
    Some(list.join(between))
}

/// The values in each order, of which there are not too many.
fn orders<'v>(values: &[&'v str]) -> Vec<Vec<&'v str>> {
    let mut orders = vec![Vec::new()];
    for value in values {
        let longer = orders.iter().flat_map(|order: &Vec<&str>| {
            (0..=order.len()).map(move |at| {
                let mut order = order.clone();
                order.insert(at, *value);
                order
            })
        });
        orders = longer.take(MOST).collect();
    }
    orders
}

/// Objects with the parts below the keys that their expressions name.
fn documents(parts: &[(&str, Hints)], canary: &str) -> Vec<String> {
    let mut nested = serde_json::Map::new();
    let mut flat = serde_json::Map::new();
    for (value, hints) in parts {
        let keys: Vec<&String> = hints.texts.iter().filter(|text| !text.contains(['{', ' '])).collect();
        let leaf = || serde_json::Value::String((*value).to_owned());
        let Some((last, above)) = keys.split_last() else { continue };
        let mut place = &mut nested;
        for key in above {
            let below = place.entry((*key).clone()).or_insert_with(|| serde_json::json!({}));
            let Some(below) = below.as_object_mut() else { return Vec::new() };
            place = below;
        }
        place.insert((*last).clone(), leaf());
        flat.extend(keys.iter().map(|key| ((*key).clone(), leaf())));
    }
    [nested, flat]
        .into_iter()
        .map(|mut object| {
            object.entry("note").or_insert_with(|| serde_json::Value::String(canary.to_owned()));
            serde_json::Value::Object(object).to_string()
        })
        .collect()
}

/// Numbers that hold the part times a number of its expression, or shifted by it.
fn integers(parts: &[(&str, Hints)], largest: i64, number: u64) -> Vec<String> {
    let mut found = Vec::new();
    let more = i64::try_from(number).unwrap_or(0);
    for (value, hints) in parts {
        let Ok(value) = value.parse::<i64>() else { continue };
        for by in hints.numbers.iter().filter_map(|number| number.parse::<i64>().ok()).filter(|by| *by > 0) {
            let shifted = u32::try_from(by).ok().and_then(|by| 1_i64.checked_shl(by));
            for begin in [value.checked_mul(by), shifted.and_then(|unit| value.checked_mul(unit))] {
                found.extend(begin.and_then(|begin| begin.checked_add(more)));
                found.extend(begin);
            }
            found.extend(value.checked_add(more.saturating_mul(by)));
        }
    }
    found.into_iter().filter(|value| *value <= largest).map(|value| value.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Column;

    fn table(kind: Kind, expressions: &[&str]) -> Table {
        let column = |name: &str, kind: Kind, generated: Option<&str>| Column {
            name: name.to_owned(),
            kind,
            cast: "text".to_owned(),
            nullable: true,
            constant: None,
            generated: generated.map(str::to_owned),
            numbered: false,
        };
        let mut columns = vec![column("whole", kind, None)];
        columns.extend(expressions.iter().map(|text| column("part", Kind::Text(None), Some(text))));
        Table {
            plain_name: "t".to_owned(),
            name: "t".to_owned(),
            own_name: "t".to_owned(),
            columns,
            checks: Vec::new(),
            keys: Vec::new(),
            takes_rows: true,
        }
    }

    #[test]
    fn parts_are_put_where_expressions_look_for_them() {
        let text = || Kind::Text(None);
        let cases: &[(Kind, &[&str], &str)] = &[
            (text(), &["split_part(whole, '/'::text, 1)"], "A/canary"),
            (text(), &["split_part(whole, ':'::text, 3)"], "canary:canary:A:canary"),
            (text(), &["split_part(whole, '/', 2)", "split_part(whole, '/', 1)"], "B/A/canary"),
            (text(), &["\"substring\"(whole, '@(.*)$'::text)"], "canary@A"),
            (Kind::Json, &["(whole ->> 'firm'::text)"], r#"{"firm":"A","note":"canary"}"#),
            (
                Kind::Json,
                &["((whole -> 'meta'::text) ->> 'firm'::text)"],
                r#"{"meta":{"firm":"A"},"note":"canary"}"#,
            ),
            (Kind::Json, &["(whole #>> '{meta,firm}'::text[])"], r#"{"meta":{"firm":"A"},"note":"canary"}"#),
        ];
        for (kind, expressions, expected) in cases {
            let table = table(kind.clone(), expressions);
            let aims: Vec<Aim> = ["A", "B"]
                .iter()
                .zip(1..=expressions.len())
                .map(|(value, column)| Aim { column, value: (*value).to_owned() })
                .collect();
            let found = leading(&table, &aims, 0, "canary", 3);
            assert!(found.iter().any(|value| value == expected), "{expressions:?}: {found:?}");
        }
        let table = table(Kind::Integer(i64::MAX), &["(whole >> 32)"]);
        let aims = [Aim { column: 1, value: "7".to_owned() }];
        let found = leading(&table, &aims, 0, "canary", 3);
        assert!(found.contains(&"30064771075".to_owned()), "{found:?}");
    }
}
