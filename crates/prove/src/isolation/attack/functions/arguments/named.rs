//! Arguments that name schemas, tables and columns, with the keys of B's rows in what they name.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use super::columns::{family, fitting};
use super::compared::compared;
use super::dynamic::{Part, parts};
use super::payloads;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::functions::{Argument, Function, Value};
use crate::isolation::attack::ground::Rows;
use crate::isolation::scope::{Relation, is_same_elsewhere};

/// How many tables are named.
const TABLES: usize = 8;

/// How many lists of arguments are made.
const LISTS: usize = 32;

/// How many columns of a table are named.
const COLUMNS: usize = 3;

/// How many words a table is chosen by.
const WORDS: usize = 6;

/// Lists of arguments that name what is B's.
pub(in crate::isolation::attack) fn lists(field: &Field<'_>, function: &Function) -> Vec<Vec<Value>> {
    let names: Vec<&str> = function.arguments.iter().map(|argument| argument.name.as_str()).collect();
    let mut parts = parts(&function.body, &names);
    for (part, argument) in parts.iter_mut().zip(&function.arguments) {
        if argument.data_type == "regclass" {
            *part = Some(Part::Table(String::new(), String::new()));
        } else if !matches!(family(&argument.data_type), "text") {
            *part = None;
        }
    }
    if parts.iter().all(Option::is_none) {
        return Vec::new();
    }
    let of_tables: Vec<Vec<Vec<Value>>> =
        tables(field, function, &parts).iter().map(|table| table.lists(field, function, &parts)).collect();
    // The best of each table before the rest of the first.
    let longest = of_tables.iter().map(Vec::len).max().unwrap_or(0);
    let rounds = (0..longest).flat_map(|round| of_tables.iter().filter_map(move |of| of.get(round).cloned()));
    rounds.take(LISTS).collect()
}

/// A table with rows of B, and A's rows there or in A's table of that name.
struct Table<'f> {
    relation: &'f Relation,
    of_b: &'f Row,
    of_a: Option<&'f Row>,
}

/// The tables that may be named: those that the body names, then those that fit what is put around the name.
fn tables<'f>(field: &'f Field<'f>, function: &Function, parts: &[Option<Part>]) -> Vec<Table<'f>> {
    let rows = |relation: &Relation| field.ground.rows.get(&relation.oid);
    let is_named = |part: &Option<Part>| matches!(part, Some(Part::Table(..)));
    let of_b = |relation: &&Relation| {
        relation.partition_of.is_none() && rows(relation).is_some_and(|rows| !rows.samples_b.is_empty())
    };
    let mut found: Vec<&Relation> = field.scope.relations.iter().filter(of_b).collect();
    if parts.iter().any(is_named) {
        found.retain(|relation| parts.iter().flatten().all(|part| own_name(part, relation).is_some()));
    } else {
        found.retain(|relation| has_word(&function.body, &relation.table));
    }
    found.sort_by_key(|relation| !has_word(&function.body, &relation.table));
    let table = |relation: &'f Relation| {
        let of_a = |rows: &'f Rows| rows.samples_a.first();
        let mut elsewhere = field.scope.relations.iter().filter(|it| is_same_elsewhere(relation, it));
        Some(Table {
            relation,
            of_b: rows(relation)?.samples_b.first()?,
            of_a: rows(relation).and_then(of_a).or_else(|| elsewhere.find_map(|it| of_a(rows(it)?))),
        })
    };
    found.into_iter().take(TABLES).filter_map(table).collect()
}

/// What an argument has to be for a table to be meant; `None` when it cannot be.
fn own_name(part: &Part, relation: &Relation) -> Option<String> {
    match part {
        Part::Table(before, behind) => {
            let name = relation.table.strip_prefix(before.as_str())?.strip_suffix(behind.as_str())?;
            (!name.is_empty()).then(|| name.to_owned())
        }
        _ => Some(String::new()),
    }
}

impl Table<'_> {
    fn lists(&self, field: &Field<'_>, function: &Function, parts: &[Option<Part>]) -> Vec<Vec<Value>> {
        let schemas = parts.iter().filter(|part| **part == Some(Part::Schema)).count();
        let words = parts.iter().map(|part| match part {
            Some(Part::Kind(words)) => words.len().min(WORDS),
            Some(Part::Column) => COLUMNS,
            _ => 1,
        });
        let turns = words.max().unwrap_or(1);
        let mut lists = Vec::new();
        for turn in 0..turns {
            // One of several schemas is B's; or all are.
            for theirs in 0..schemas.max(1) + usize::from(schemas > 1) {
                for keys_alone in [false, true] {
                    lists.push(self.list(field, function, parts, (turn, theirs, keys_alone)));
                }
            }
        }
        lists.dedup_by_key(|list| list.iter().map(|value| value.sql.clone()).collect::<Vec<_>>());
        lists
    }

    /// One list: which of the words and columns, which of the schemas is B's, and whether what is no key is A's.
    fn list(
        &self,
        field: &Field<'_>,
        function: &Function,
        parts: &[Option<Part>],
        (turn, theirs, keys_alone): (usize, usize, bool),
    ) -> Vec<Value> {
        let relation = self.relation;
        let mut schemas = 0;
        let of = |(place, argument): (usize, &Argument)| match &parts[place] {
            Some(Part::Schema) => {
                schemas += 1;
                let all = parts.iter().filter(|part| **part == Some(Part::Schema)).count();
                let is_theirs = theirs == all || schemas == theirs + 1;
                named(&self.schema(field, is_theirs))
            }
            Some(Part::Table(..)) if argument.data_type == "regclass" => named(&relation.name),
            Some(part @ Part::Table(..)) => named(&own_name(part, relation).unwrap_or_default()),
            Some(Part::Kind(words)) => named(&words[turn % words.len()]),
            Some(Part::Column) => named(&self.column(turn)),
            None if matches!(argument.data_type.as_str(), "json" | "jsonb") => {
                payloads::object_of(field, relation, self.of_b, keys_alone)
            }
            None => self.value(function, place, keys_alone),
        };
        function.arguments.iter().enumerate().map(of).collect()
    }

    fn schema(&self, field: &Field<'_>, is_theirs: bool) -> String {
        let schemas = &field.scope.tenancy.context.schemas;
        let of_tenant = schemas.get(&field.probe.tenants[usize::from(is_theirs)]);
        of_tenant.unwrap_or(&self.relation.schema).clone()
    }

    /// A column that is no key: texts before others.
    fn column(&self, turn: usize) -> String {
        let mut columns: Vec<_> = self.relation.columns.iter().collect();
        columns.sort_by_key(|it| (self.relation.key.contains(&it.name), family(&it.data_type) != "text"));
        columns.get(turn % columns.len().max(1)).map_or_else(String::new, |column| column.name.clone())
    }

    /// What B's row holds in the column that an argument is meant for.
    fn value(&self, function: &Function, place: usize, keys_alone: bool) -> Value {
        let argument = &function.arguments[place];
        let (_, places) =
            fitting(self.relation, argument, &compared(&function.body, &argument.name, place + 1));
        let Some(at) = places.first().copied() else { return payloads::otherwise(argument) };
        let is_key = self.relation.key.contains(&self.relation.columns[at].name);
        let row = if keys_alone && !is_key { self.of_a.unwrap_or(self.of_b) } else { self.of_b };
        let Some(value) = row.get(at).and_then(Option::as_ref) else { return payloads::otherwise(argument) };
        let is_list =
            argument.data_type.ends_with("[]") && !self.relation.columns[at].data_type.ends_with("[]");
        let value =
            Value { sql: quote_literal(value), tenant: false, key: is_key, name: false, content: false };
        if is_list { Argument::listed(value) } else { value }
    }
}

fn named(name: &str) -> Value {
    Value { sql: quote_literal(name), tenant: false, key: false, name: false, content: false }
}
