//! Values for rows that are planted.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::belonging::path_columns;
use crate::isolation::scope::Relation;

/// An INSERT of one row into a table: columns, each with the SQL of what it is given.
pub(super) fn insert<'c>(table: &str, given: impl Iterator<Item = (&'c str, String)>) -> String {
    let (names, values): (Vec<String>, Vec<String>) =
        given.map(|(column, value)| (quote_identifier(column), value)).unzip();
    let (names, values) = (names.join(", "), values.join(", "));
    format!("INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE VALUES ({values})")
}

/// What a column holds in a row with some changes, as SQL.
pub(super) fn changed(
    relation: &Relation,
    row: &[Option<String>],
    changes: &[(String, String)],
    column: &str,
) -> String {
    let change = changes.iter().find(|(name, _)| name == column);
    change.map_or_else(|| value(relation, row, column), |(_, changed)| changed.clone())
}

/// New values for the columns of the key that do not say whose the row is.
pub(super) fn fresh_key(relation: &Relation, sample: &[Option<String>]) -> Vec<(String, String)> {
    let path = path_columns(relation);
    let own = relation.columns.iter().filter(|column| {
        relation.key.contains(&column.name) && !path.contains(&column.name.as_str()) && !column.generated
    });
    own.filter_map(|column| {
        let value = fresh(&column.data_type, &value(relation, sample, &column.name))?;
        Some((column.name.clone(), value))
    })
    .collect()
}

/// A value of the type that no row has.
pub(super) fn fresh(data_type: &str, like: &str) -> Option<String> {
    match data_type {
        "uuid" => Some("gen_random_uuid()".to_owned()),
        "integer" | "bigint" => Some("2000000007".to_owned()),
        "smallint" => Some("32007".to_owned()),
        text if text == "text" || text.starts_with("character varying") => {
            // The folders of a path say whose it is.
            Some(match like.rsplit_once('/') {
                Some((folders, _)) => format!("{folders}/' || left(md5({like}), 8)"),
                None => format!("left(md5({like}), 8)"),
            })
        }
        _ => None,
    }
}

/// The value of a column in a row, as a literal.
pub(super) fn value(relation: &Relation, sample: &[Option<String>], column: &str) -> String {
    let place = relation.columns.iter().position(|candidate| candidate.name == column);
    match place.and_then(|place| sample.get(place)).and_then(Option::as_ref) {
        Some(text) => quote_literal(text),
        None => "NULL".to_owned(),
    }
}
