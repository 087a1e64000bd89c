//! Documents and texts that A writes into a row of its own: under the keys that a trigger compares, and in the words that it
//! looks for, they say what other rows hold.

use serde_json::{Map, Value as Json};

use super::conditions::{Conditions, Part, Wanted};
use super::made::Maker;
use super::shown::{NEW, is_shown};
use super::sides::by_key;
use super::tokens::Name;
use crate::isolation::attack::worlds::texts::keys;
use crate::isolation::scope::Relation;

/// What stands under keys that are not compared.
const ANYTHING: &str = "7";

/// Values for such columns, as SQL: what a row of B says, and what a row of A says that B may have, too.
pub(super) fn payloads(
    maker: &Maker<'_>,
    relation: &Relation,
    text: &str,
    conditions: &Conditions,
) -> Vec<(String, String)> {
    let compared = by_key(text);
    let is_document = |name: &str| {
        let mut columns = relation.columns.iter();
        columns.any(|it| it.name == name && matches!(it.data_type.as_str(), "json" | "jsonb"))
    };
    let held = |column: &Name, of_b: bool| {
        maker.meant(conditions, column).into_iter().find_map(|(place, column)| {
            let table = maker.tables[place];
            let rows = maker.field.ground.rows.get(&table.oid)?;
            let row = if of_b { rows.samples_b.first() } else { rows.samples_a.first() }?;
            row.get(table.columns.iter().position(|it| it.name == column.name)?)?.clone()
        })
    };
    let mut values = Vec::new();
    for of_b in [true, false] {
        for (name, wanted) in conditions.wanted.iter().filter(|(it, _)| it.of.as_deref() == Some(NEW)) {
            let Wanted::Made(parts) = wanted else { continue };
            let text = parts.iter().map(|part| match part {
                Part::Text(it) => Some(it.replace('%', "")),
                Part::Column(column) if is_shown(column) => None,
                Part::Column(column) => held(column, of_b),
            });
            let text: Option<String> = text.collect();
            values.extend(text.map(|it| (name.column.clone(), bulkhead_connect::quote_literal(&it))));
        }
        for document in relation.columns.iter().filter(|it| is_document(&it.name)) {
            let mut object: Map<String, Json> = Map::new();
            for (column, _, key) in compared.iter().filter(|(_, of, _)| *of == document.name) {
                object.extend(held(column, of_b).map(|held| (key.clone(), Json::String(held))));
            }
            if object.is_empty() {
                continue;
            }
            for key in keys(text).all {
                object.entry(key).or_insert_with(|| Json::String(ANYTHING.to_owned()));
            }
            let value = bulkhead_connect::quote_literal(&Json::Object(object).to_string());
            values.push((document.name.clone(), value));
        }
    }
    values
}
