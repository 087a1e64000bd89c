//! SQL in text arguments of functions that execute text: what they fail with shows a row of B.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use super::super::scope::Relation;
use super::Field;
use super::answers::CANARY;
use super::belonging::is_of;
use super::functions::{Function, Value};
use super::tuples::family;

/// How many tables are asked for.
const TABLES: usize = 2;

/// Lists of arguments with SQL in one of them, in the places where texts end up in a statement.
pub(super) fn lists(field: &Field<'_>, function: &Function, first: &[Value]) -> Vec<Vec<Value>> {
    let body = function.body.to_lowercase();
    if !has_word(&body, "execute") {
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
        for text in texts(field, relation) {
            let places = function.arguments.iter().enumerate();
            for (place, _) in places.filter(|(_, argument)| family(&argument.data_type) == "text") {
                let mut list = first.to_vec();
                list[place] = Value { sql: quote_literal(&text), tenant: false, key: false, name: false };
                lists.push(list);
            }
        }
    }
    lists
}

/// Whether an argument is one of these texts.
pub(super) fn is_text(argument: &str) -> bool {
    argument.contains("(SELECT ''") && argument.contains(CANARY)
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
        format!("(SELECT {shown} AS shown) AS asked"),
    ]
}
