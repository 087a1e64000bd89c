//! Values by the type of an argument, and the keys of B's rows that are of it.

use bulkhead_connect::quote_literal;

use super::columns::family;
use super::{payloads, rows, tuples};
use crate::isolation::attack::Field;
use crate::isolation::attack::functions::{Argument, CURSOR, Function, Mode, Value, injection};
use crate::isolation::scope::Relation;

/// How many labels of an enum are tried.
const LABELS: usize = 6;

/// Values for an argument: those that name B first.
pub(in crate::isolation::attack) fn values(
    field: &Field<'_>,
    function: &Function,
    argument: &Argument,
    place: usize,
) -> Vec<Value> {
    let plain =
        |sql: &str| Value { sql: sql.to_owned(), tenant: false, key: false, name: false, content: false };
    let tenant = Value {
        sql: quote_literal(&field.probe.tenants[1]),
        tenant: true,
        key: false,
        name: false,
        content: false,
    };
    let is_number = field.probe.tenants[1].parse::<i64>().is_ok();
    let is_uuid = field.probe.tenants[1].len() == 36;
    let mut values = match argument.data_type.as_str() {
        _ if argument.mode == Mode::Out => Vec::new(),
        list if !argument.parts.is_empty() && list.ends_with("[]") => rows::lists(field, function, argument),
        _ if argument.row_of > 0 && field.scope.relation(argument.row_of).is_none() => {
            rows::values(field, function, argument)
        }
        _ if argument.row_of > 0 => payloads::rows(field, argument.row_of),
        "uuid" => {
            let mut values = if is_uuid { vec![tenant] } else { Vec::new() };
            values.extend(keys(field, argument));
            values
        }
        "integer" | "bigint" | "smallint" => {
            let mut values = if is_number { vec![tenant] } else { vec![plain("100")] };
            values.extend(keys(field, argument));
            values
        }
        "text" | "character varying" | "character" | "citext" | "name" => {
            vec![plain("'%'"), tenant, plain("''"), plain(injection::ALWAYS_TRUE)]
        }
        "boolean" => vec![plain("true"), plain("false")],
        "numeric" | "double precision" | "real" => vec![plain("0"), plain("1000000")],
        "date" | "timestamp with time zone" | "timestamp without time zone" => {
            let (one, other) = ("'1970-01-01'", "'2999-01-01'");
            let is_called = |words: &[&str]| argument.name.split('_').any(|it| words.contains(&it));
            // The first of two is most often the beginning.
            let is_second = || {
                let before = function.arguments.iter().take(place);
                before.filter(|it| family(&it.data_type) == "time").count() % 2 == 1
            };
            let is_end = is_called(&["to", "end", "until", "before", "till", "upto"])
                || !is_called(&["from", "start", "begin", "since", "after"]) && is_second();
            if is_end { vec![plain(other), plain(one)] } else { vec![plain(one), plain(other)] }
        }
        "interval" => vec![plain("'100 years'"), plain("'-100 years'")],
        "json" | "jsonb" => payloads::objects(field, function).into_iter().chain([plain("'{}'")]).collect(),
        "bytea" => vec![plain("''")],
        "refcursor" => vec![plain(&quote_literal(CURSOR))],
        range if range.ends_with("multirange") => vec![plain("'{(,)}'"), plain("'{}'")],
        range if range.ends_with("range") => vec![plain("'(,)'"), plain("'empty'")],
        "tsquery" => tuples::queries(field).iter().map(|query| plain(&quote_literal(query))).collect(),
        "regclass" => payloads::names(field, &function.body),
        array if array.ends_with("[]") => {
            let of = Argument::plain(&argument.name, array.trim_end_matches("[]"));
            let elements =
                values(field, function, &of, place).into_iter().filter(|value| value.sql != "NULL");
            let list = |value: Value| Value { sql: format!("ARRAY[{}::{}]", value.sql, of.cast), ..value };
            elements.map(list).chain([plain("'{}'")]).collect()
        }
        _ => argument.labels.iter().take(LABELS).map(|label| plain(&quote_literal(label))).collect(),
    };
    values.push(plain("NULL"));
    values
}

/// Keys of B's rows of the type, those of a table that the argument's name mentions first.
fn keys(field: &Field<'_>, argument: &Argument) -> Vec<Value> {
    let mut found: Vec<(bool, String)> = Vec::new();
    for relation in &field.scope.relations {
        if let Some(key) = key_of_b(field, relation, &argument.data_type) {
            let stem = relation.table.trim_end_matches('s');
            found.push((!argument.name.contains(stem), key));
        }
    }
    found.sort();
    found.dedup();
    let value = |(_, key): (bool, String)| Value {
        sql: quote_literal(&key),
        tenant: false,
        key: true,
        name: false,
        content: false,
    };
    found.into_iter().map(value).collect()
}

/// The key of B's first row in a table, where it is one column of the type.
pub(in crate::isolation::attack) fn key_of_b(
    field: &Field<'_>,
    relation: &Relation,
    data_type: &str,
) -> Option<String> {
    let [key] = relation.key.as_slice() else { return None };
    let place = relation.columns.iter().position(|column| column.name == *key)?;
    if relation.columns[place].data_type != data_type {
        return None;
    }
    let key = field.ground.rows.get(&relation.oid)?.samples_b.first()?.get(place)?.clone()?;
    (key != field.probe.tenants[1]).then_some(key)
}
