//! Worlds in which B's rows hold what the policies compare with.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;
use serde_json::{Map, Value as Json};

use super::second::names_person;
use super::texts::{constants, documents, keys, numbers};
use super::{Told, World, asked, lists};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::scope::{Column, Relation, is_named};

/// How many values of one column are tried.
const VALUES: usize = 8;

/// A word that no text knows.
const OTHER: &str = "other";

/// To how many other values a column is changed.
const TURNS: usize = 4;

/// Types whose values are texts.
pub(super) fn is_text(data_type: &str) -> bool {
    matches!(data_type, "text" | "citext") || data_type.starts_with("character")
}

/// SQL for the values of a column that the text may let through.
pub(super) fn candidates(column: &Column, text: &str, key: &str) -> Vec<String> {
    let mut values: Vec<String> = match family(&column.data_type) {
        "boolean" => vec!["true".to_owned(), "false".to_owned()],
        "number" | "decimal" => {
            let numbers = numbers(text).into_iter();
            numbers.chain(["0".to_owned()]).take(VALUES).collect()
        }
        "time" => ["now() - interval '1 year'", "now() + interval '1 year'"].map(str::to_owned).into(),
        // Keys tell rows apart: a text that a key holds is not one of a few.
        _ if !key.is_empty() => Vec::new(),
        // The server refuses what is no value of the type, and then nothing is shown.
        "uuid" | "bytea" => Vec::new(),
        list if lists::is_list(list) => lists::candidates(column, text),
        _ => {
            let mut words: Vec<String> = constants(text);
            words.truncate(VALUES);
            // What a text only excludes, it lets through as any other word.
            let excludes = ["<>", "!=", "ELSE true", " NOT IN "].iter().any(|sign| text.contains(sign));
            if excludes && !words.is_empty() && is_text(&column.data_type) {
                words.push(OTHER.to_owned());
            }
            words.iter().map(|value| quote_literal(value)).collect()
        }
    };
    if !column.not_null {
        values.push("NULL".to_owned());
    }
    values
}

/// SQL for lists and documents with what the text may look for in them.
pub(super) fn composed(column: &Column, text: &str) -> Vec<String> {
    let found = constants(text);
    if let Some(element) = column.data_type.strip_suffix("[]") {
        let fits = is_text(element) && !found.is_empty();
        let list = found.iter().take(VALUES).map(|it| quote_literal(it)).collect::<Vec<_>>().join(", ");
        return if fits { vec![format!("ARRAY[{list}]")] } else { Vec::new() };
    }
    if !matches!(column.data_type.as_str(), "json" | "jsonb") {
        return Vec::new();
    }
    let asked = keys(text);
    let is_key = |it: &&String| !asked.all.contains(it) && !asked.objects.contains(it);
    let words = found.iter().filter(is_key).take(VALUES / 2).map(|it| Json::String(it.clone()));
    let mut values: Vec<String> = documents(text).iter().map(ToString::to_string).collect();
    for value in [Json::Bool(true)].into_iter().chain(words) {
        let plain: Map<String, Json> = asked.all.iter().map(|key| (key.clone(), value.clone())).collect();
        let mut whole = plain.clone();
        for object in &asked.objects {
            whole.insert(object.clone(), Json::Object(plain.clone()));
        }
        if !whole.is_empty() {
            values.push(Json::Object(whole).to_string());
        }
    }
    // Where the text asks whether there is such a key at all.
    if [" ? ", "?|", "?&", "_exists("].iter().any(|sign| text.contains(sign)) {
        let all: Map<String, Json> = found.iter().map(|it| (it.clone(), Json::Bool(true))).collect();
        values.push(Json::Object(all).to_string());
        values.push(Json::Array(found.iter().map(|it| Json::String(it.clone())).collect()).to_string());
    }
    values.iter().take(VALUES).map(|value| quote_literal(value)).collect()
}

/// A text with what the table itself says that the column may hold, where the text compares with constants at all.
pub(super) fn known(field: &Field<'_>, relation: &Relation, column: &Column, text: &str) -> String {
    let facts = field.ground.facts.get(&relation.oid);
    let allowed = facts.and_then(|facts| facts.allowed.get(&column.name));
    let allowed = allowed.filter(|_| !constants(text).is_empty()).map_or("", String::as_str);
    format!("{text}\n{allowed}")
}

/// The columns of a relation that a text names and that do not say whose a row is.
pub(super) fn named<'r>(relation: &'r Relation, text: &str) -> Vec<&'r Column> {
    let path = path_columns(relation);
    let is_free = |column: &&Column| !column.generated && !path.contains(&column.name.as_str());
    relation.columns.iter().filter(is_free).filter(|column| has_word(text, &column.name)).collect()
}

/// Whether a column holds the number of a person: with A's in a row of B's, A would be one of B's own.
fn is_person(column: &Column) -> bool {
    family(&column.data_type) == "number" && names_person(&column.name)
}

/// Whether a column says who is a member: whoever stands there is one with good reason.
pub(super) fn is_member_column(field: &Field<'_>, relation: &Relation, column: &Column) -> bool {
    let membership = field.scope.tenancy.context.membership.as_ref();
    membership.is_some_and(|it| is_named(relation, &it.table) && it.user == column.name)
}

/// One world for each value of each column, and some with all columns changed at once.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    worlds_of(field, &asked(field, target, text), text)
}

/// The same for B's rows in some tables.
pub(super) fn worlds_of(field: &Field<'_>, sources: &[&Relation], text: &str) -> Vec<World> {
    let mut worlds = Vec::new();
    let tenant = &field.probe.tenants[1];
    for source in sources {
        let Some(of_b) = is_of(field.scope, source, "t", tenant) else { continue };
        let set = |assignments: &[String]| {
            format!("UPDATE {} AS t SET {} WHERE {of_b};\n", source.name, assignments.join(", "))
        };
        // Rows whose keys become equal are no world.
        let set_one = |name: &str, value: &str| {
            let place = format!("SELECT t.tableoid, t.ctid FROM {} AS t WHERE {of_b} LIMIT 1", source.name);
            format!(
                "UPDATE {} AS t SET {name} = {value} WHERE (t.tableoid, t.ctid) = ({place});\n",
                source.name
            )
        };
        let mut all: Vec<(&Column, Vec<String>)> = Vec::new();
        let is_free = |it: &&Column| !is_person(it) && !is_member_column(field, source, it);
        for column in named(source, text).into_iter().filter(is_free) {
            let is_keyed = source.key.contains(&column.name);
            let key = if source.key == [column.name.clone()] { column.name.as_str() } else { "" };
            let values = candidates(column, &known(field, source, column, text), key);
            let name = quote_identifier(&column.name);
            for value in &values {
                let others = values.iter().filter(|other| *other != value).take(TURNS);
                let words = format!("{}.{name} is {value}", source.name);
                worlds.push(World {
                    columns: vec![column.name.clone()],
                    turns: others.map(|other| format!("{name} = {other}")).collect(),
                    prepare: if is_keyed {
                        set_one(&name, value)
                    } else {
                        set(&[format!("{name} = {value}")])
                    },
                    ..World::new(Told::Value, words)
                });
            }
            if !values.is_empty() && !is_keyed {
                all.push((column, values));
            }
        }
        // What a body folds before it compares is kept folded.
        if text.to_lowercase().contains("upper(") {
            let texts = named(source, text).into_iter().filter(|it| is_text(&it.data_type));
            let folded =
                texts.map(|it| quote_identifier(&it.name)).map(|name| format!("{name} = upper({name})"));
            let folded: Vec<String> = folded.collect();
            if !folded.is_empty() {
                let words = format!("the texts of {} are in capitals", source.name);
                worlds.insert(0, World { prepare: set(&folded), ..World::new(Told::Value, words) });
            }
        }
        let most = all.iter().map(|(_, values)| values.len()).max().unwrap_or(0).min(3);
        for place in 0..if all.len() > 1 { most } else { 0 } {
            let assignments: Vec<String> = all
                .iter()
                .map(|(column, values)| {
                    format!("{} = {}", quote_identifier(&column.name), values[place % values.len()])
                })
                .collect();
            worlds.push(World {
                columns: all.iter().map(|(column, _)| column.name.clone()).collect(),
                prepare: set(&assignments),
                ..World::new(Told::Value, format!("in {} {}", source.name, assignments.join(" and ")))
            });
        }
    }
    worlds
}
