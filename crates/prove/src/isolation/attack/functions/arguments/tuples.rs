//! Arguments that belong together: all of a call from one row of B's.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use super::columns::{COLUMNS, family, fitting, is_content};
use super::compared::compared;
use super::payloads;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::{Argument, Function, Value};
use crate::isolation::scope::Relation;

/// How many tables a function is given rows of.
const TABLES: usize = 3;

/// How many lists of arguments are made.
const LISTS: usize = 16;

/// Lists of arguments from rows of B: as they are, with what is no key changed, and mixed with A's.
pub(in crate::isolation::attack) fn lists(field: &Field<'_>, function: &Function) -> Vec<Vec<Value>> {
    if function.arguments.is_empty() {
        return Vec::new();
    }
    let mut sources: Vec<(usize, Source<'_>)> = field
        .scope
        .relations
        .iter()
        .filter_map(|relation| {
            let source = Source::of(field, function, relation)?;
            let named = if has_word(&function.body, &relation.table) { 100 } else { 0 };
            Some((named + source.score(), source))
        })
        .filter(|(score, _)| *score > 0)
        .collect();
    sources.sort_by_key(|(score, _)| Reverse(*score));
    let lists = sources.iter().take(TABLES).map(|(_, source)| source.lists());
    // The best of each table before the rest of the first.
    let lists: Vec<_> = lists.collect();
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    let rounds = (0..longest).flat_map(|round| lists.iter().filter_map(move |of| of.get(round).cloned()));
    rounds.take(LISTS).collect()
}

/// Searches that find what B's rows hold, and one that finds nothing.
pub(in crate::isolation::attack) fn queries(field: &Field<'_>) -> Vec<String> {
    let mut queries = vec![String::new()];
    for relation in &field.scope.relations {
        let Some(row) = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first()) else {
            continue;
        };
        for (column, value) in relation.columns.iter().zip(row) {
            let Some(value) = value.as_ref().filter(|_| column.data_type == "tsvector") else { continue };
            // As in 'word':1,3 'other':2
            let word = value.split('\'').nth(1).filter(|word| !word.is_empty());
            queries.extend(word.map(|word| format!("'{word}'")));
        }
    }
    queries.dedup();
    queries.truncate(COLUMNS);
    queries
}

/// A table that the arguments of a function may be columns of.
struct Source<'f> {
    relation: &'f Relation,
    tenant: &'f str,
    of_b: &'f Row,
    /// Another row of B's, the first: the last ones of all tenants may be called alike.
    first_b: Option<&'f Row>,
    of_a: Option<&'f Row>,
    /// Columns of which a text names one row of all.
    names: &'f BTreeSet<String>,
    /// For each argument the places of columns, best first, and how well the first fits.
    fits: Vec<(usize, Vec<usize>)>,
    arguments: &'f [Argument],
    /// JSON for arguments of that type: a row of B as it is, and with another key.
    payloads: Vec<Value>,
}

impl<'f> Source<'f> {
    fn of(field: &'f Field<'_>, function: &'f Function, relation: &'f Relation) -> Option<Source<'f>> {
        let rows = field.ground.rows.get(&relation.oid)?;
        // The row that says most.
        let of_b = rows.samples_b.iter().max_by_key(|row| row.iter().flatten().count())?;
        let is_partition = relation.partition_of.is_some();
        let fits = function.arguments.iter().enumerate().map(|(place, argument)| {
            let compared = compared(&function.body, &argument.name, place + 1);
            fitting(relation, argument, &compared)
        });
        let fits = fits.collect();
        (!is_partition).then_some(Source {
            relation,
            tenant: &field.probe.tenants[1],
            of_b,
            first_b: rows.samples_b.first().filter(|first| *first != of_b),
            of_a: rows.sample_a.as_ref(),
            names: &field.ground.facts.get(&relation.oid)?.names,
            fits,
            arguments: &function.arguments,
            payloads: match function
                .arguments
                .iter()
                .any(|it| matches!(it.data_type.as_str(), "json" | "jsonb"))
            {
                true => payloads::objects(field, function),
                false => Vec::new(),
            },
        })
    }

    fn score(&self) -> usize {
        self.fits.iter().map(|(score, _)| score).sum()
    }

    fn lists(&self) -> Vec<Vec<Value>> {
        let choices = self.fits.iter().map(|(_, places)| places.len()).max().unwrap_or(0);
        let mut lists = Vec::new();
        for choice in 0..choices {
            let as_it_is = self.list(choice, &|place, _| self.value(self.of_b, place));
            let changed = self.list(choice, &|place, _| {
                let kept = self.is_key(place).then(|| self.value(self.of_b, place));
                kept.unwrap_or_else(|| self.changed(place))
            });
            // A row like B's, which takes another key: that of another day, or the next number.
            let fresh = self.free_keys(choice).into_iter().map(|free| {
                self.list(choice, &|place, _| match place == free {
                    true => self.changed(place),
                    false => self.value(self.of_b, place),
                })
            });
            let fresh: Vec<Vec<Value>> = fresh.collect();
            let negative = self.list(choice, &|place, argument| match family(&argument.data_type) {
                "number" | "decimal" if !self.is_key(place) => plain("-1"),
                _ => self.value(self.of_b, place),
            });
            lists.push(as_it_is);
            lists.extend(self.first_b.map(|first| self.list(choice, &|place, _| self.value(first, place))));
            lists.push(changed);
            lists.extend(self.paired(choice));
            lists.extend(fresh);
            lists.push(negative);
            lists.extend(self.mixed(choice));
        }
        lists
    }

    /// The columns of the key that arguments are chosen for and that do not say whose the row is.
    fn free_keys(&self, choice: usize) -> Vec<usize> {
        let path = path_columns(self.relation);
        let chosen =
            self.fits.iter().filter_map(|(_, places)| places.get(choice).or(places.first()).copied());
        let is_free = |place: &usize| {
            let name = &self.relation.columns[*place].name;
            self.relation.key.contains(name) && !path.contains(&name.as_str())
        };
        let mut free: Vec<usize> = chosen.filter(is_free).collect();
        free.sort_unstable();
        free.dedup();
        free
    }

    /// One key of B's among A's.
    fn mixed(&self, choice: usize) -> Vec<Vec<Value>> {
        let Some(of_a) = self.of_a else { return Vec::new() };
        let at = |(_, places): &(usize, Vec<usize>)| places.get(choice).or(places.first()).copied();
        let chosen: Vec<Option<usize>> = self.fits.iter().map(at).collect();
        let is_twice = |place: Option<usize>| {
            place.is_some_and(|place| {
                self.is_key(place) && chosen.iter().filter(|other| **other == Some(place)).count() > 1
            })
        };
        let keys = (0..chosen.len()).filter(|argument| is_twice(chosen[*argument]));
        keys.map(|theirs| {
            let pick = |(number, place): (usize, &Option<usize>)| match place {
                Some(place) if number == theirs => self.value(self.of_b, *place),
                Some(place) if self.is_key(*place) => self.value(of_a, *place),
                Some(_) => plain("1"),
                None => self.substitute(&self.arguments[number], 0),
            };
            chosen.iter().enumerate().map(pick).collect()
        })
        .collect()
    }

    fn list(&self, choice: usize, value: &dyn Fn(usize, &Argument) -> Value) -> Vec<Value> {
        let of = |((_, places), argument): (&(usize, Vec<usize>), &Argument)| {
            let place = places.get(choice).or(places.first());
            let given = |place: &usize| match self.is_listed(*place, argument) {
                true => Argument::listed(value(*place, argument)),
                false => value(*place, argument),
            };
            place.map_or_else(|| self.substitute(argument, choice), given)
        };
        self.fits.iter().zip(self.arguments).map(of).collect()
    }

    fn value(&self, row: &Row, place: usize) -> Value {
        let value = row.get(place).and_then(Option::as_ref);
        let sql = value.map_or_else(|| "NULL".to_owned(), |value| quote_literal(value));
        Value {
            sql,
            tenant: value.is_some_and(|value| value == self.tenant),
            key: true,
            name: self.is_name(place),
            content: value.is_some() && is_content(self.relation, place),
        }
    }

    /// Another value than B's row has.
    fn changed(&self, place: usize) -> Value {
        let Some(value) = self.of_b.get(place).and_then(Option::as_ref) else { return plain("NULL") };
        let literal = quote_literal(value);
        let column = &self.relation.columns[place];
        let sql = match (family(&column.data_type), value.as_str()) {
            ("number" | "decimal", _) => format!("({literal}::numeric + 1)"),
            ("boolean", "t") => "false".to_owned(),
            ("boolean", _) => "true".to_owned(),
            ("time", _) if column.data_type == "date" => format!("({literal}::date + 1)"),
            ("time", _) => format!("({literal}::timestamptz + interval '1 minute')"),
            ("uuid", _) => "gen_random_uuid()".to_owned(),
            ("text", _) if self.is_key(place) => quote_literal(&format!("{value}x")),
            _ => literal,
        };
        Value { sql, tenant: false, key: true, name: false, content: false }
    }

    /// Lists that begin with A's own value, and rows of A's beside rows of B's: a check may look at the first alone.
    fn paired(&self, choice: usize) -> Vec<Vec<Value>> {
        let Some(of_a) = self.of_a else { return Vec::new() };
        let at = |(_, places): &(usize, Vec<usize>)| places.get(choice).or(places.first()).copied();
        let chosen: Vec<Option<usize>> = self.fits.iter().map(at).collect();
        let is_list = |(number, place): (usize, &Option<usize>)| {
            place.is_some_and(|place| self.is_listed(place, &self.arguments[number]))
        };
        let has_lists = chosen.iter().enumerate().any(is_list);
        // The place of each argument among those of its column.
        let ranks: Vec<usize> = (0..chosen.len())
            .map(|number| chosen[..number].iter().filter(|it| it.is_some() && **it == chosen[number]).count())
            .collect();
        let is_pair = ranks.contains(&1);
        let pick = |is_theirs: &dyn Fn(usize) -> bool| -> Vec<Value> {
            let of = |(number, place): (usize, &Option<usize>)| match place {
                Some(place) if self.is_listed(*place, &self.arguments[number]) => {
                    let (own, theirs) = (self.value(of_a, *place), self.value(self.of_b, *place));
                    Value { sql: format!("ARRAY[{}, {}]", own.sql, theirs.sql), ..theirs }
                }
                Some(place) if is_theirs(number) => self.value(self.of_b, *place),
                Some(place) => self.value(of_a, *place),
                None => self.substitute(&self.arguments[number], 0),
            };
            chosen.iter().enumerate().map(of).collect()
        };
        let mut lists = Vec::new();
        if has_lists {
            lists.push(pick(&|_| false));
        }
        if is_pair {
            lists.push(pick(&|number| ranks[number] > 0));
            lists.push(pick(&|number| ranks[number] == 0));
        }
        lists
    }

    /// Whether an argument is a list of what a column holds.
    fn is_listed(&self, place: usize, argument: &Argument) -> bool {
        argument.data_type.ends_with("[]") && !self.relation.columns[place].data_type.ends_with("[]")
    }

    /// For an argument that no column fits.
    fn substitute(&self, argument: &Argument, choice: usize) -> Value {
        let payload = || self.payloads.get(choice % self.payloads.len().max(1)).cloned();
        match argument.data_type.as_str() {
            "json" | "jsonb" => payload().unwrap_or_else(|| plain("'{}'")),
            _ => substitute(argument),
        }
    }

    fn is_name(&self, place: usize) -> bool {
        self.names.contains(&self.relation.columns[place].name)
    }

    fn is_key(&self, place: usize) -> bool {
        let name = &self.relation.columns[place].name;
        self.relation.key.contains(name) || path_columns(self.relation).contains(&name.as_str())
    }
}

fn plain(sql: &str) -> Value {
    Value { sql: sql.to_owned(), tenant: false, key: false, name: false, content: false }
}

/// For an argument that no column fits.
fn substitute(argument: &Argument) -> Value {
    match family(&argument.data_type) {
        "number" | "decimal" => plain("1"),
        "text" => plain("'%'"),
        "boolean" => plain("true"),
        "time" => plain("'2000-01-01'"),
        _ => argument.labels.first().map_or_else(|| plain("NULL"), |label| plain(&quote_literal(label))),
    }
}
