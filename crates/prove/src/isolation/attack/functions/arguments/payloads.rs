//! Arguments that hold a whole row: JSON, rows of a table's type, and names of tables.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;
use serde_json::{Map, Value as Json};

use super::columns::{columns, family};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::{Argument, Function, Value};
use crate::isolation::attack::values::fresh_key;
use crate::isolation::attack::worlds::texts::keys;
use crate::isolation::scope::{Column, Relation};

/// How many tables are taken rows from.
const TABLES: usize = 3;

/// What opens a JSON array.
pub(in crate::isolation::attack) const LISTS: &[&str] = &[
    "jsonb_array_elements",
    "json_array_elements",
    "jsonb_to_recordset",
    "json_to_recordset",
    "jsonb_populate_recordset",
    "json_populate_recordset",
];

/// What opens a JSON array of texts.
const TEXTS: &[&str] = &["jsonb_array_elements_text", "json_array_elements_text", "jsonb_array_elements"];

/// JSON with what a row of B holds, under the names of its columns and under those that the body asks for: as it is,
/// with another key, and with another value in all but the key.
pub(in crate::isolation::attack) fn objects(field: &Field<'_>, function: &Function) -> Vec<Value> {
    let asked = keys(&function.body);
    let is_list = LISTS.iter().any(|name| has_word(&function.body, name));
    let mut values = listed(field, function);
    for (relation, row) in filled(field, &function.body) {
        let fresh: Vec<&str> = relation
            .columns
            .iter()
            .map(|column| column.name.as_str())
            .filter(|name| fresh_key(relation, row).iter().any(|(key, _)| key == name))
            .collect();
        for is_fresh in [false, true] {
            let value_of = |place: usize| {
                let column = &relation.columns[place];
                let value = row.get(place).and_then(Option::as_ref);
                match is_fresh && fresh.contains(&column.name.as_str()) {
                    true => other(column, value),
                    false => value.map_or(Json::Null, |value| json(column, value)),
                }
            };
            let mut object: Map<String, Json> = (0..relation.columns.len())
                .map(|place| (relation.columns[place].name.clone(), value_of(place)))
                .collect();
            for key in asked.all.iter().filter(|key| !relation.columns.iter().any(|it| it.name == **key)) {
                let (_, places) = columns(relation, &Argument::plain(key, "text"));
                if let Some(place) = places.first() {
                    object.insert(key.clone(), value_of(*place));
                }
            }
            for name in &asked.objects {
                let inner = Json::Object(object.clone());
                object.entry(name.clone()).or_insert(inner);
            }
            let object = Json::Object(object);
            let text = if is_list { Json::Array(vec![object]) } else { object }.to_string();
            let tenant = text.contains(&field.probe.tenants[1]);
            values.push(Value { sql: quote_literal(&text), tenant, key: true, name: false, content: false });
        }
    }
    values
}

/// JSON with a row under the names of its columns, with another key if that is wanted.
pub(in crate::isolation::attack) fn object_of(
    field: &Field<'_>,
    relation: &Relation,
    row: &Row,
    is_fresh: bool,
) -> Value {
    let fresh = fresh_key(relation, row);
    let value_of = |(column, value): (&Column, &Option<String>)| {
        let is_key = is_fresh && fresh.iter().any(|(key, _)| *key == column.name);
        let value = match (is_key, value) {
            (true, _) => other(column, value.as_ref()),
            (false, Some(value)) => json(column, value),
            (false, None) => Json::Null,
        };
        (column.name.clone(), value)
    };
    let object: Map<String, Json> = relation.columns.iter().zip(row).map(value_of).collect();
    let text = Json::Object(object).to_string();
    let tenant = text.contains(&field.probe.tenants[1]);
    Value { sql: quote_literal(&text), tenant, key: true, name: false, content: false }
}

/// For an argument of which nothing says what is meant.
pub(in crate::isolation::attack) fn otherwise(argument: &Argument) -> Value {
    let sql = match family(&argument.data_type) {
        "number" | "decimal" => "1".to_owned(),
        "text" => "'x'".to_owned(),
        "boolean" => "true".to_owned(),
        "time" => "'2000-01-01'".to_owned(),
        "json" | "jsonb" => "'{}'".to_owned(),
        "uuid" => "gen_random_uuid()".to_owned(),
        _ => argument.labels.first().map_or_else(|| "NULL".to_owned(), |label| quote_literal(label)),
    };
    Value { sql, tenant: false, key: false, name: false, content: false }
}

/// Lists of keys, where the body opens a list of texts: B's alone, and behind A's.
fn listed(field: &Field<'_>, function: &Function) -> Vec<Value> {
    if !TEXTS.iter().any(|name| has_word(&function.body, name)) {
        return Vec::new();
    }
    let mut values = Vec::new();
    for (relation, row) in filled(field, &function.body) {
        let path = path_columns(relation);
        let own = relation.key.iter().find(|key| !path.contains(&key.as_str()));
        let Some(place) = own.and_then(|key| relation.columns.iter().position(|it| it.name == *key)) else {
            continue;
        };
        let of = |row: &Row| row.get(place)?.as_ref().map(|value| json(&relation.columns[place], value));
        let of_a = field.ground.rows.get(&relation.oid).and_then(|rows| of(rows.sample_a.as_ref()?));
        // The first row of B's, as with all keys.
        let first = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first());
        let Some(of_b) = of(first.unwrap_or(row)) else { continue };
        let mixed = of_a.map(|of_a| vec![of_a, of_b.clone()]);
        values.extend([Some(vec![of_b]), mixed].into_iter().flatten().map(|list| Value {
            sql: quote_literal(&Json::Array(list).to_string()),
            tenant: false,
            key: true,
            name: false,
            content: false,
        }));
    }
    values
}

/// Rows of a relation: B's own, the same with another key, and A's.
pub(in crate::isolation::attack) fn rows(field: &Field<'_>, relation: u32) -> Vec<Value> {
    let (Some(relation), Some(rows)) = (field.scope.relation(relation), field.ground.rows.get(&relation))
    else {
        return Vec::new();
    };
    let literal = |row: &Row, changes: &[(String, String)]| {
        let values: Vec<String> = relation
            .columns
            .iter()
            .zip(row)
            .map(|(column, value)| {
                let changed = changes.iter().find(|(name, _)| *name == column.name);
                let own = || value.as_ref().map_or_else(|| "NULL".to_owned(), |value| quote_literal(value));
                changed.map_or_else(own, |(_, changed)| changed.clone())
            })
            .collect();
        format!("ROW({})", values.join(", "))
    };
    let of_b = rows.samples_b.first().map(|row| [literal(row, &[]), literal(row, &fresh_key(relation, row))]);
    let of_a = rows.sample_a.as_ref().map(|row| literal(row, &[]));
    let of_b = of_b.into_iter().flatten().map(|sql| Value {
        sql,
        tenant: true,
        key: true,
        name: false,
        content: false,
    });
    of_b.chain(of_a.map(|sql| Value { sql, tenant: false, key: false, name: false, content: false }))
        .collect()
}

/// The names of tables with rows of B, those that the body names first.
pub(in crate::isolation::attack) fn names(field: &Field<'_>, body: &str) -> Vec<Value> {
    let name = |(relation, _): (&Relation, &Row)| Value {
        sql: quote_literal(&relation.name),
        tenant: false,
        key: false,
        name: false,
        content: false,
    };
    filled(field, body).map(name).collect()
}

/// Tables with rows of B, those that a text names first.
fn filled<'f>(field: &'f Field<'_>, text: &str) -> impl Iterator<Item = (&'f Relation, &'f Row)> {
    let of_b = |relation: &'f Relation| {
        let rows = field.ground.rows.get(&relation.oid)?;
        Some((relation, rows.samples_b.iter().max_by_key(|row| row.iter().flatten().count())?))
    };
    let tables = field.scope.relations.iter().filter(|it| it.partition_of.is_none());
    let mut found: Vec<(&Relation, &Row)> = tables.filter_map(of_b).collect();
    found.sort_by_key(|(relation, _)| !has_word(text, &relation.table));
    found.into_iter().take(TABLES)
}

/// A value as JSON has it.
pub(in crate::isolation::attack) fn json(column: &Column, value: &str) -> Json {
    let text = || Json::String(value.to_owned());
    match family(&column.data_type) {
        "number" | "decimal" | "json" | "jsonb" => serde_json::from_str(value).unwrap_or_else(|_| text()),
        "boolean" => Json::Bool(value == "t"),
        _ => text(),
    }
}

/// A value that the key of no row has.
pub(in crate::isolation::attack) fn other(column: &Column, value: Option<&String>) -> Json {
    let value = value.map_or("", String::as_str);
    match family(&column.data_type) {
        "number" => Json::from(value.parse::<i64>().unwrap_or(0).saturating_add(20_007)),
        "uuid" => Json::String("ffffffff-0000-4000-8000-0000000f1e5d".to_owned()),
        "text" => Json::String(format!("{value}x")),
        _ => json(column, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_json_of_their_type() {
        let column = |data_type: &str| Column {
            name: "x".to_owned(),
            data_type: data_type.to_owned(),
            not_null: true,
            generated: false,
        };
        for (data_type, value, wanted) in [
            ("integer", "7", "7"),
            ("numeric(8,2)", "7.50", "7.5"),
            ("boolean", "t", "true"),
            ("jsonb", "{\"a\": 1}", "{\"a\":1}"),
            ("uuid", "u", "\"u\""),
        ] {
            assert_eq!(json(&column(data_type), value).to_string(), wanted, "{data_type}");
        }
        assert_eq!(other(&column("integer"), Some(&"7".to_owned())).to_string(), "20014");
    }
}
