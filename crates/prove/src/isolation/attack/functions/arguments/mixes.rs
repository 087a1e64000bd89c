//! Arguments that do not belong together: most of a call is A's own, and one part of it B's, or the reverse. A function
//! that looks at one argument and not at the other lets the rest through.

use std::collections::BTreeSet;

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use super::columns::{columns, family, is_content};
use super::compared::compared;
use super::payloads;
use crate::isolation::attack::Field;
use crate::isolation::attack::functions::{Argument, Function, Value};
use crate::isolation::attack::ground::Rows;
use crate::isolation::attack::oracles::is_secret;
use crate::isolation::scope::Relation;

/// How many lists of arguments are made.
const LISTS: usize = 16;

/// How many lists are made with keys that the source names.
const KEYS: usize = 6;

/// How many lists are made with documents.
const DOCUMENTS: usize = 6;

/// What an argument is, and what A and B would give for it.
struct Part {
    own: Value,
    theirs: Value,
    /// Whether the two differ: else it says nothing of either.
    tells: bool,
    /// The first word of its name, which arguments for the same thing have in common.
    word: String,
}

/// Lists in which one argument, or all that begin with the same word, are of the other tenant.
pub(in crate::isolation::attack) fn lists(field: &Field<'_>, function: &Function) -> Vec<Vec<Value>> {
    let parts: Vec<Part> = (0..function.arguments.len()).map(|place| part(field, function, place)).collect();
    let telling: Vec<usize> = (0..parts.len()).filter(|place| parts[*place].tells).collect();
    let own = || parts.iter().map(|part| part.own.clone()).collect::<Vec<Value>>();
    if telling.is_empty() {
        return if parts.is_empty() { Vec::new() } else { vec![own()] };
    }
    let mut words: Vec<&str> = telling.iter().map(|place| parts[*place].word.as_str()).collect();
    words.sort_unstable();
    words.dedup();
    let pick = |is_theirs: &dyn Fn(usize) -> bool| -> Vec<Value> {
        let of = |(place, part): (usize, &Part)| match is_theirs(place) {
            true => part.theirs.clone(),
            false => part.own.clone(),
        };
        parts.iter().enumerate().map(of).collect()
    };
    let mut lists: Vec<Vec<Value>> = telling.iter().map(|one| pick(&|place| place == *one)).collect();
    if words.len() > 1 && words.len() < telling.len() {
        lists.extend(words.iter().map(|word| pick(&|place| parts[place].word == *word)));
    }
    if telling.len() > 1 {
        lists.push(pick(&|_| true));
    }
    if telling.len() > 2 {
        lists.extend(telling.iter().map(|one| pick(&|place| place != *one)));
    }
    lists.truncate(LISTS);
    lists.extend(of_keys(field, function, &parts));
    lists.extend(of_documents(field, function, &parts));
    // What A is told of its own must not depend on B's either.
    lists.push(own());
    lists
}

/// What A would give for an argument.
pub(in crate::isolation::attack) fn own_of(field: &Field<'_>, function: &Function, place: usize) -> Value {
    part(field, function, place).own
}

/// A's own for every argument.
pub(in crate::isolation::attack) fn own(field: &Field<'_>, function: &Function) -> Option<Vec<Value>> {
    let parts = (0..function.arguments.len()).map(|place| part(field, function, place).own);
    (!function.arguments.is_empty()).then(|| parts.collect())
}

/// Lists in which an argument of which nothing says what is meant is a key of B's in one of the tables that the function
/// names, and the rest is A's own.
fn of_keys(field: &Field<'_>, function: &Function, parts: &[Part]) -> Vec<Vec<Value>> {
    let mut lists = Vec::new();
    for (place, argument) in function.arguments.iter().enumerate() {
        let is_key = matches!(family(&argument.data_type), "uuid" | "number");
        if !is_key || meant(field, function, place).is_some() {
            continue;
        }
        for key in keys(field, function, argument) {
            let mut list: Vec<Value> = parts.iter().map(|part| part.own.clone()).collect();
            list[place] = key;
            lists.push(list);
        }
    }
    lists.truncate(KEYS);
    lists
}

/// Lists in which a document holds a row of B's, of each of the tables that the function may mean, and the rest is A's
/// own.
fn of_documents(field: &Field<'_>, function: &Function, parts: &[Part]) -> Vec<Vec<Value>> {
    if parts.len() < 2 {
        return Vec::new();
    }
    let is_document = |argument: &Argument| matches!(argument.data_type.as_str(), "json" | "jsonb");
    let places = (0..parts.len()).filter(|place| is_document(&function.arguments[*place]));
    let with = |place: usize, document: Value| {
        let mut list: Vec<Value> = parts.iter().map(|part| part.own.clone()).collect();
        list[place] = document;
        list
    };
    let documents = payloads::objects(field, function);
    places.flat_map(|place| documents.iter().map(move |it| with(place, it.clone()))).take(DOCUMENTS).collect()
}

/// What B's first rows hold in columns of the argument's type, in the tables that a function names.
fn keys(field: &Field<'_>, function: &Function, argument: &Argument) -> Vec<Value> {
    let tables = field.scope.relations.iter().filter(|it| has_word(&function.body, &it.table));
    let mut found: Vec<String> = Vec::new();
    for relation in tables.filter(|it| it.partition_of.is_none()) {
        let Some(row) = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first()) else {
            continue;
        };
        let refers = |name: &str| name.ends_with("id") || relation.key.iter().any(|key| key == name);
        let columns = relation.columns.iter().zip(row).filter(|(column, _)| {
            family(&column.data_type) == family(&argument.data_type)
                && refers(&column.name)
                && !is_secret(&column.name)
        });
        found.extend(columns.filter_map(|(_, value)| value.clone()));
    }
    found.retain(|value| *value != field.probe.tenants[1]);
    let mut seen = BTreeSet::new();
    found.retain(|value| seen.insert(value.clone()));
    let key = |value: &String| Value {
        sql: quote_literal(value),
        tenant: false,
        key: true,
        name: false,
        content: false,
    };
    found.iter().map(key).collect()
}

/// A list that is A's own throughout, and one that is B's.
pub(in crate::isolation::attack) fn whole(field: &Field<'_>, function: &Function) -> Vec<Vec<Value>> {
    let parts: Vec<Part> = (0..function.arguments.len()).map(|place| part(field, function, place)).collect();
    let own = parts.iter().map(|part| part.own.clone()).collect();
    let theirs = parts.into_iter().enumerate().map(|(place, part)| {
        let is_name = meant(field, function, place).is_some_and(|(relation, _, column)| {
            let facts = field.ground.facts.get(&relation.oid);
            facts.is_some_and(|facts| facts.names.contains(&relation.columns[column].name))
        });
        // What B's row says is a key of it, be it one that can be guessed.
        Value { key: part.theirs.key || part.theirs.content, name: is_name, ..part.theirs }
    });
    vec![own, theirs.collect()]
}

fn part(field: &Field<'_>, function: &Function, place: usize) -> Part {
    let argument = &function.arguments[place];
    let word = argument.name.trim_start_matches("p_").trim_start_matches("v_").trim_start_matches('_');
    let word = word.split('_').next().unwrap_or_default().to_owned();
    let part = |own: Value, theirs: Value| {
        let tells = own.sql != theirs.sql && theirs.sql != "NULL";
        Part { own, theirs, tells, word: word.clone() }
    };
    let Some((relation, rows, column)) = meant(field, function, place) else {
        if let Some([own, theirs]) = tenants(field, argument) {
            return part(own, theirs);
        }
        let value = payloads::otherwise(argument);
        return part(value.clone(), value);
    };
    let tenants = &field.probe.tenants;
    let of = |row: Option<&Vec<Option<String>>>, tenant: &str| {
        let value = row.and_then(|row| row.get(column)?.clone());
        let is_element =
            relation.columns[column].data_type.ends_with("[]") && !argument.data_type.ends_with("[]");
        let is_tenant = value.as_deref() == Some(tenant);
        let is_key = relation.key.contains(&relation.columns[column].name);
        let sql = match value {
            None => "NULL".to_owned(),
            Some(value) if is_element => {
                format!("({}::{})[1]", quote_literal(&value), relation.columns[column].data_type)
            }
            Some(value) => quote_literal(&value),
        };
        let value = Value {
            content: tenant == tenants[1] && sql != "NULL" && is_content(relation, column),
            tenant: is_tenant && tenant == tenants[1],
            key: is_key,
            name: false,
            sql,
        };
        let is_list =
            argument.data_type.ends_with("[]") && !relation.columns[column].data_type.ends_with("[]");
        if is_list { Argument::listed(value) } else { value }
    };
    // The first row of each: the last ones are called alike.
    part(of(rows.samples_a.first(), &tenants[0]), of(rows.samples_b.first(), &tenants[1]))
}

/// The column that an argument is most likely meant for, of the table that the function works on.
fn meant<'f>(
    field: &'f Field<'_>,
    function: &Function,
    place: usize,
) -> Option<(&'f Relation, &'f Rows, usize)> {
    let argument = &function.arguments[place];
    let named = compared(&function.body, &argument.name, place + 1);
    let mut best: Option<(usize, (&Relation, &Rows, usize))> = None;
    for relation in field.scope.relations.iter().filter(|relation| relation.partition_of.is_none()) {
        let Some(rows) = field.ground.rows.get(&relation.oid) else { continue };
        if rows.samples_b.is_empty() || rows.samples_a.is_empty() {
            continue;
        }
        let is_named = has_word(&function.body, &relation.table);
        for (column, it) in relation.columns.iter().enumerate() {
            let is_compared = is_named && named.iter().any(|name| *name == it.name.to_lowercase());
            let element = |data_type: &'_ str| family(data_type.trim_end_matches("[]")).to_owned();
            let is_like = element(&it.data_type) == element(&argument.data_type);
            if !is_like || is_secret(&it.name) {
                continue;
            }
            let (likeness, places) = columns(relation, argument);
            let likeness = if places.contains(&column) { likeness } else { 0 };
            if likeness == 0 && !is_compared {
                continue;
            }
            let score = 8 * usize::from(is_compared)
                + 4 * usize::from(is_named)
                + likeness
                + usize::from(relation.key.contains(&it.name));
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, (relation, rows, column)));
            }
        }
    }
    best.map(|(_, meant)| meant)
}

/// The two tenants, for an argument that may well say which one.
fn tenants(field: &Field<'_>, argument: &Argument) -> Option<[Value; 2]> {
    let [a, b] = &field.probe.tenants;
    let is_id = argument.data_type == "uuid" && a.len() == 36 && b.len() == 36;
    let value = |id: &String, tenant: bool| Value {
        sql: quote_literal(id),
        tenant,
        key: false,
        name: false,
        content: false,
    };
    is_id.then(|| [value(a, false), value(b, true)])
}
