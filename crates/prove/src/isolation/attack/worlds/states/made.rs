//! States of the rows of both tenants in which all that a text asks holds at once.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::quote_identifier;

use super::alike::Alike;
use super::conditions::{Conditions, Wanted, conditions};
use super::shown::{NEW, OLD, is_shown};
use super::tokens::Name;
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::worlds::texts::constants;
use crate::isolation::scope::{Column, Relation};

/// In how many states a text is tried.
const STATES: usize = 4;

/// How many values a column takes, one after the other.
const VALUES: usize = 3;

/// A state of the rows of both tenants.
#[derive(Clone, Debug)]
pub(in super::super) struct State {
    /// By the superuser, with triggers and foreign keys off.
    pub prepare: String,
    /// How it is told: a clause.
    pub words: String,
    /// Whether a mark is set that may say that a row is for all.
    pub is_marked: bool,
    /// Whether it takes a time, as a link has until which it is open.
    pub is_timed: bool,
}

/// What is known when states are made.
pub(in super::super) struct Maker<'m> {
    pub field: &'m Field<'m>,
    pub place: usize,
    pub constraints: &'m [Constraint],
    /// The tables that the text names and in which there are rows of B.
    pub tables: &'m [&'m Relation],
    /// The tables whose rows a trigger is shown.
    pub news: &'m [&'m str],
}

/// What a column may be set to, and whether that says that a row is for all.
type Values = Vec<(String, bool)>;

impl Maker<'_> {
    /// The states that a text speaks of, those first that take least.
    pub(in super::super) fn states(&self, text: &str) -> Vec<State> {
        let mut conditions = conditions(text);
        // What a trigger asks of the row itself is for who writes it.
        conditions.wanted.retain(|(name, _)| !is_shown(name));
        for row in [NEW, OLD] {
            conditions.aliases.insert(row.to_owned(), self.news.iter().map(|it| (*it).to_owned()).collect());
        }
        let wanted = self.wanted(&conditions);
        let alike = Alike::of(self, &conditions, &wanted);
        let most = wanted.values().map(Vec::len).max().unwrap_or(0).clamp(1, VALUES);
        let mut states: Vec<State> = Vec::new();
        let mut push = |round: Option<usize>| {
            for is_alike in [false, true] {
                let state = self.state(&conditions, &wanted, (&alike, is_alike), round);
                if !state.prepare.is_empty() && states.iter().all(|it| it.prepare != state.prepare) {
                    states.push(state);
                }
            }
        };
        push(None);
        (0..most).for_each(|round| push(Some(round)));
        states.truncate(STATES);
        states
    }

    /// The tables and columns that a name may stand for.
    pub(super) fn meant(&self, conditions: &Conditions, name: &Name) -> Vec<(usize, &Column)> {
        let of = name.of.as_ref().map(|of| conditions.aliases.get(of));
        let tables = self.tables.iter().enumerate().filter(|(_, relation)| match &of {
            Some(Some(tables)) => tables.contains(&relation.table),
            Some(None) => false,
            None => true,
        });
        let found = tables.filter_map(|(place, relation)| {
            let column = relation.columns.iter().find(|it| it.name == name.column)?;
            let is_free = !column.generated && !path_columns(relation).contains(&column.name.as_str());
            is_free.then_some((place, column))
        });
        found.collect()
    }

    fn wanted(&self, conditions: &Conditions) -> BTreeMap<(usize, String), Values> {
        let mut all: BTreeMap<(usize, String), (&Column, Vec<&Wanted>)> = BTreeMap::new();
        for (name, wanted) in &conditions.wanted {
            for (place, column) in self.meant(conditions, name) {
                let list = all.entry((place, column.name.clone())).or_insert_with(|| (column, Vec::new()));
                list.1.push(wanted);
            }
        }
        let values = all.into_iter().map(|((place, name), (column, wanted))| {
            let facts = self.field.ground.facts.get(&self.tables[place].oid);
            let allowed = facts.and_then(|facts| facts.allowed.get(&name)).map_or("", String::as_str);
            ((place, name), values(column, &wanted, allowed))
        });
        values.filter(|(_, values)| !values.is_empty()).collect()
    }

    /// One state. Without a round only what takes no mark is set.
    fn state(
        &self,
        conditions: &Conditions,
        wanted: &BTreeMap<(usize, String), Values>,
        (alike, is_alike): (&Alike, bool),
        round: Option<usize>,
    ) -> State {
        let (mut prepare, mut words) = (String::new(), Vec::new());
        let (mut is_marked, mut is_timed) = (false, false);
        let [a, b] = &self.field.probe.tenants;
        for relation in self.tables.iter().filter(|it| conditions.absent.contains(&it.table)) {
            if let Some(own) = self.of(relation, a).zip(self.of(relation, b)) {
                prepare
                    .push_str(&format!("DELETE FROM {} AS t WHERE {} OR {};\n", relation.name, own.0, own.1));
                words.push(format!("{} has no rows", relation.name));
            }
        }
        for child in self.in_the_way(conditions) {
            if let Some(own) = self.of(child, a).zip(self.of(child, b)) {
                prepare.push_str(&format!("DELETE FROM {} AS t WHERE {} OR {};\n", child.name, own.0, own.1));
                words.push(format!("{} has no rows", child.name));
            }
        }
        if is_alike {
            prepare.push_str(&alike.sql);
            words.extend(alike.words.clone());
        }
        for (place, relation) in self.tables.iter().enumerate() {
            let mut set: Vec<(String, String)> = Vec::new();
            for ((_, column), values) in wanted.iter().filter(|((of, _), _)| *of == place) {
                let (value, is_mark) = match round {
                    Some(round) => values[round % values.len()].clone(),
                    None => match values.iter().find(|(_, is_mark)| !is_mark) {
                        Some(value) => value.clone(),
                        None => continue,
                    },
                };
                is_marked |= is_mark;
                is_timed |= is_time(relation, column);
                set.push((quote_identifier(column), value));
            }
            if set.is_empty() {
                continue;
            }
            let Some((of_a, of_b)) = self.of(relation, a).zip(self.of(relation, b)) else { continue };
            words.extend(set.iter().map(|(column, value)| format!("{}.{column} is {value}", relation.name)));
            prepare.push_str(&assigned(relation, &set, &[&of_a, &of_b]));
        }
        if is_alike {
            prepare.push_str(&alike.last);
        }
        prepare.push_str(&self.first_come(conditions));
        State { prepare, words: words.join(", "), is_marked, is_timed }
    }

    /// Tables whose rows keep those that they refer to from being deleted, where the text deletes them and no others.
    fn in_the_way(&self, conditions: &Conditions) -> Vec<&Relation> {
        let mut found: Vec<&Relation> = Vec::new();
        for relation in self.tables.iter().filter(|it| conditions.deleted.contains(&it.table)) {
            let refers = |it: &&Constraint| {
                it.is_reference && !it.flag && it.parent == relation.oid && it.relation != relation.oid
            };
            let children = self.constraints.iter().filter(refers).map(|it| it.relation);
            let children = children.filter_map(|oid| self.field.scope.relation(oid));
            let is_other = |it: &&Relation| self.tables.iter().all(|named| named.oid != it.oid);
            found.extend(children.filter(is_other).filter(|it| it.partition_of.is_none()));
        }
        found.sort_by_key(|it| it.oid);
        found.dedup_by_key(|it| it.oid);
        found
    }

    /// SQL after which B's rows come first, where only the first count.
    fn first_come(&self, conditions: &Conditions) -> String {
        let mut sql = String::new();
        let [a, b] = &self.field.probe.tenants;
        if !conditions.takes_first {
            return sql;
        }
        for (place, relation) in self.tables.iter().enumerate() {
            let Some((of_a, of_b)) = self.of(relation, a).zip(self.of(relation, b)) else { continue };
            let ordered = conditions.ordered.iter().filter_map(|(name, is_last_first)| {
                let (_, column) = self.meant(conditions, name).into_iter().find(|(of, _)| *of == place)?;
                let sign = if *is_last_first { '+' } else { '-' };
                let name = quote_identifier(&column.name);
                let is_key = relation.key.contains(&column.name);
                match family(&column.data_type) {
                    "time" => Some((name.clone(), format!("t.{name} {sign} interval '10 years'"))),
                    "number" | "decimal" if !is_key => Some((name.clone(), format!("t.{name} {sign} 1000"))),
                    _ => None,
                }
            });
            let ordered: Vec<(String, String)> = ordered.collect();
            if !ordered.is_empty() {
                sql.push_str(&assigned(relation, &ordered, &[&of_b]));
            }
            // What is written last comes last where nothing puts the rows in order.
            let free = relation.columns.iter().find(|it| !it.generated && !relation.key.contains(&it.name));
            if let Some(name) =
                free.filter(|_| conditions.ordered.is_empty()).map(|it| quote_identifier(&it.name))
            {
                sql.push_str(&assigned(relation, &[(name.clone(), format!("t.{name}"))], &[&of_a]));
            }
        }
        sql
    }

    pub(super) fn of(&self, relation: &Relation, tenant: &str) -> Option<String> {
        is_of(self.field.scope, relation, "t", tenant)
    }
}

fn is_time(relation: &Relation, column: &str) -> bool {
    let mut columns = relation.columns.iter();
    columns
        .any(|it| it.name == column && (family(&it.data_type) == "time" || it.data_type.ends_with("range")))
}

/// SQL that sets columns in the rows of some tenants. Constraints may forbid that for all rows of a tenant, or for
/// some columns; then it is one row of each, and one column at a time.
pub(super) fn assigned(relation: &Relation, set: &[(String, String)], owners: &[&String]) -> String {
    let table = &relation.name;
    let list = |set: &[(String, String)]| {
        let parts: Vec<String> = set.iter().map(|(column, value)| format!("{column} = {value}")).collect();
        parts.join(", ")
    };
    let of_any = owners.iter().map(|it| format!("({it})")).collect::<Vec<_>>().join(" OR ");
    let firsts: Vec<String> = owners
        .iter()
        .map(|of| {
            format!("(t.tableoid, t.ctid) = (SELECT t.tableoid, t.ctid FROM {table} AS t WHERE {of} LIMIT 1)")
        })
        .collect();
    let first = firsts.join(" OR ");
    let single: String = set
        .iter()
        .map(|one| {
            let one = list(std::slice::from_ref(one));
            format!(
                "BEGIN UPDATE {table} AS t SET {one} WHERE {first}; EXCEPTION WHEN others THEN NULL; END;\n"
            )
        })
        .collect();
    format!(
        "DO $state$ BEGIN\nUPDATE {table} AS t SET {all} WHERE {of_any};\n\
         EXCEPTION WHEN others THEN BEGIN\nUPDATE {table} AS t SET {all} WHERE {first};\n\
         EXCEPTION WHEN others THEN\n{single}END; END $state$;\n",
        all = list(set)
    )
}

/// What a column may be set to so that what is asked of it holds.
pub(super) fn values(column: &Column, wanted: &[&Wanted], allowed: &str) -> Values {
    let kind = family(&column.data_type);
    let mut values: Values = Vec::new();
    let mut push = |value: String, is_mark: bool| {
        if !values.iter().any(|(known, _)| *known == value) {
            values.push((value, is_mark));
        }
    };
    let excluded: BTreeSet<&String> =
        wanted.iter().filter_map(|it| if let Wanted::Not(value) = it { Some(value) } else { None }).collect();
    let after: Vec<i8> = wanted
        .iter()
        .filter_map(|it| if let Wanted::After(step) = it { Some(*step) } else { None })
        .collect();
    let before: Vec<i8> = wanted
        .iter()
        .filter_map(|it| if let Wanted::Before(step) = it { Some(*step) } else { None })
        .collect();
    if kind == "time" {
        if let (Some(after), Some(before)) = (after.first(), before.last())
            && after < before
        {
            push(format!("now() {} interval '1 hour'", if *after < 0 { '-' } else { '+' }), false);
        }
        if !after.is_empty() {
            push("now() + interval '1 year'".to_owned(), false);
        }
        if !before.is_empty() {
            push("now() - interval '1 year'".to_owned(), false);
        }
    }
    for wanted in wanted {
        match wanted {
            Wanted::Is(value) if (kind == "boolean") == matches!(value.as_str(), "true" | "false") => {
                push(value.clone(), !matches!(kind, "number" | "decimal"));
            }
            Wanted::Holds(value) if column.data_type.ends_with("[]") => {
                push(format!("ARRAY[{value}]::{}", column.data_type), true);
            }
            Wanted::Null if !column.not_null => push("NULL".to_owned(), false),
            Wanted::NotNull if kind == "time" => {
                let name = quote_identifier(&column.name);
                push(format!("coalesce(t.{name}, now() - interval '1 day')"), false);
            }
            Wanted::AroundNow if column.data_type.ends_with("range") && column.data_type != "int4range" => {
                let end = |sign: char| match column.data_type.as_str() {
                    "daterange" => format!("current_date {sign} 1"),
                    "tsrange" => format!("localtimestamp {sign} interval '1 day'"),
                    _ => format!("now() {sign} interval '1 day'"),
                };
                push(format!("{}({}, {})", column.data_type, end('-'), end('+')), false);
            }
            Wanted::Above(number) if matches!(kind, "number" | "decimal") => {
                push(number.saturating_add(1).to_string(), false);
            }
            Wanted::Below(number) if matches!(kind, "number" | "decimal") => {
                push(number.saturating_sub(1).to_string(), false);
            }
            _ => {}
        }
    }
    if !excluded.is_empty() {
        let others = constants(allowed).into_iter().map(|it| bulkhead_connect::quote_literal(&it));
        if let Some(other) = others.into_iter().find(|it| !excluded.contains(it)) {
            push(other, false);
        }
    }
    values
}
