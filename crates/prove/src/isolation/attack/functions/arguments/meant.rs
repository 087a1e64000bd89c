//! Arguments by what the source of a function does with them: the year of what a column holds, a word that a search
//! looks for, a number of days.

mod sides;

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use self::sides::{Side, sides};
use super::columns::{family, is_content};
use super::mixes;
use crate::isolation::attack::Field;
use crate::isolation::attack::functions::{Argument, Function, Value};
use crate::isolation::attack::oracles::is_secret;
use crate::isolation::scope::Relation;

/// How many lists of arguments are made.
const LISTS: usize = 12;

/// How many columns of B's first rows a search is made for.
const SEARCHED: usize = 4;

/// How long a text may be that is searched for.
const LONGEST: usize = 100;

/// Functions and operators that look for a text in others.
const SEARCHES: &[&str] = &[
    "tsquery",
    "like",
    " ~ ",
    "~*",
    "position",
    "strpos",
    "starts_with",
    "similarity",
    " % ",
    "<%",
    "%>",
    "<->",
    "regexp",
    "substr",
    "left(",
    "^@",
    "string_to_array",
    "split_part",
];

/// Numbers of days and the like: enough for what asks that there be some, and more than there are.
const SPANS: &[&str] = &["90", "36500"];

/// Lists of B's arguments, and of A's, in which those that the source computes with or searches for are what finds B's
/// first rows.
pub(in crate::isolation::attack) fn lists(field: &Field<'_>, function: &Function) -> Vec<Vec<Value>> {
    // An invoker's function shows what its caller sees.
    if !function.definer {
        return Vec::new();
    }
    let found: Vec<Vec<Value>> =
        function.arguments.iter().enumerate().map(|(place, it)| values(field, function, it, place)).collect();
    let longest = found.iter().map(Vec::len).max().unwrap_or(0);
    if longest == 0 {
        return Vec::new();
    }
    let mut lists: Vec<Vec<Value>> = Vec::new();
    let mut whole = mixes::whole(field, function);
    // All that is B's before all that is A's.
    whole.reverse();
    whole.dedup_by(|one, other| one.iter().zip(other.iter()).all(|(one, other)| one.sql == other.sql));
    for round in 0..longest {
        for base in &whole {
            let pick = |(place, given): (usize, &Value)| match found[place].as_slice() {
                [] => given.clone(),
                values => values[round % values.len()].clone(),
            };
            lists.push(base.iter().enumerate().map(pick).collect());
        }
    }
    lists.truncate(LISTS);
    lists
}

/// What an argument may be so that it finds B's rows.
fn values(field: &Field<'_>, function: &Function, argument: &Argument, place: usize) -> Vec<Value> {
    let plain = |sql: String| Value { sql, tenant: false, key: false, name: false, content: false };
    let mut values: Vec<Value> = Vec::new();
    for side in sides(&function.body, &argument.name, place + 1) {
        match side {
            Side::Computed(expression) => {
                values.extend(with_values(field, function, &expression));
            }
            Side::Part(part) => {
                values
                    .extend(times(field, function).map(|time| plain(format!("extract({part} FROM {time})"))));
            }
            Side::Written(format) => {
                let text = |time: String| plain(format!("to_char({time}, {})", quote_literal(&format)));
                values.extend(times(field, function).map(text));
            }
            Side::Span => values.extend(SPANS.iter().map(|span| plain((*span).to_owned()))),
            Side::Before => values.push(plain("'2999-01-01'".to_owned())),
            Side::After => values.push(plain("'1970-01-01'".to_owned())),
        }
    }
    let kind = family(&argument.data_type);
    values.retain(|it| match it.sql.as_str() {
        "'2999-01-01'" | "'1970-01-01'" => kind == "time",
        sql if SPANS.contains(&sql) => matches!(kind, "number" | "decimal"),
        _ => true,
    });
    if kind == "text" {
        values.extend(words(field, function));
    }
    let mut seen = std::collections::BTreeSet::new();
    values.retain(|value| seen.insert(value.sql.clone()));
    values
}

/// An expression with what B's first row holds in the columns that it names; nothing when it names none.
fn with_values(field: &Field<'_>, function: &Function, expression: &str) -> Option<Value> {
    field.scope.relations.iter().filter(|it| has_word(&function.body, &it.table)).find_map(|relation| {
        let row = field.ground.rows.get(&relation.oid)?.samples_b.first()?;
        let mut texts = Vec::new();
        let sql = sides::replaced(expression, |name| {
            let at = relation.columns.iter().position(|it| it.name.eq_ignore_ascii_case(name))?;
            let column = &relation.columns[at];
            let value = row.get(at)?.as_deref().filter(|_| !is_secret(&column.name))?;
            if family(&column.data_type) == "text" {
                texts.push(at);
            }
            Some(format!("{}::{}", quote_literal(value), column.data_type))
        })?;
        // A text that is folded is a key as it is; the year of a time is none.
        let is_key = !texts.is_empty();
        let name = texts.iter().any(|at| is_name(field, relation, *at));
        let content = is_key && texts.iter().all(|at| is_content(relation, *at));
        Some(Value { sql, tenant: false, key: is_key, name, content })
    })
}

/// Whether a text in a column means one row among all tenants'.
fn is_name(field: &Field<'_>, relation: &Relation, column: usize) -> bool {
    let facts = field.ground.facts.get(&relation.oid);
    facts.is_some_and(|facts| facts.names.contains(&relation.columns[column].name))
}

/// The times in B's first rows that the source names.
fn times<'f>(field: &'f Field<'_>, function: &'f Function) -> impl Iterator<Item = String> + 'f {
    let tables = field.scope.relations.iter().filter(|it| has_word(&function.body, &it.table));
    let found = tables.flat_map(move |relation| {
        let row = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first());
        let columns = relation.columns.iter().zip(row.into_iter().flatten());
        let named = columns.filter(|(column, _)| {
            family(&column.data_type) == "time" && has_word(&function.body, &column.name)
        });
        named.filter_map(|(column, value)| {
            Some(format!("{}::{}", quote_literal(value.as_deref()?), column.data_type))
        })
    });
    found.take(2)
}

/// What a search finds in B's first rows: the texts there, and the longest word of each.
fn words(field: &Field<'_>, function: &Function) -> Vec<Value> {
    let body = function.body.to_lowercase();
    if !SEARCHES.iter().any(|sign| body.contains(sign)) {
        return Vec::new();
    }
    let mut texts: Vec<(bool, String, [bool; 2])> = Vec::new();
    for relation in field.scope.relations.iter().filter(|it| has_word(&function.body, &it.table)) {
        let Some(row) = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first()) else {
            continue;
        };
        for (at, (column, value)) in relation.columns.iter().zip(row).enumerate() {
            let Some(value) = value.as_ref().filter(|it| !it.is_empty() && it.len() <= LONGEST) else {
                continue;
            };
            if family(&column.data_type) == "text" && !is_secret(&column.name) {
                let is_named = has_word(&function.body, &column.name);
                let known = [is_content(relation, at), is_name(field, relation, at)];
                texts.push((!is_named, value.clone(), known));
            }
        }
    }
    texts.retain(|(_, text, _)| *text != field.probe.tenants[1]);
    texts.sort_by_key(|(is_unnamed, ..)| *is_unnamed);
    texts.truncate(SEARCHED);
    let value = |text: &str, [content, name]: [bool; 2]| Value {
        sql: quote_literal(text),
        tenant: false,
        key: false,
        name,
        content,
    };
    let longest = |text: &str| {
        let words = text.split(|it: char| !it.is_alphanumeric() && it != '_');
        words.max_by_key(|word| word.len()).unwrap_or_default().to_owned()
    };
    let both = texts.iter().flat_map(|(_, text, known)| [value(text, *known), value(&longest(text), *known)]);
    both.collect()
}
