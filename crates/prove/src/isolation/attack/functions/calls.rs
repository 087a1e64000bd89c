//! The calls of a function: which lists of arguments it is given, and the statement that does it.

use std::collections::BTreeSet;

use super::arguments::columns::family;
use super::arguments::typed::values;
use super::arguments::{meant, mixes, named, patches, tuples};
use super::{CURSOR, Function, Mode, Value, injection};
use crate::isolation::attack::Field;
use crate::isolation::attack::worlds::states::templates;

/// How many argument lists are tried on a function.
const CALLS: usize = 40;

/// How many lists from rows of B are tried without the arguments that have defaults, too.
const SHORTER: usize = 3;

/// How many lists that are mixed from rows of both are tried in a state.
const MIXED: usize = 2;

/// How many lists that fit what the source computes are tried in a state.
const MEANT: usize = 4;

/// A call with one list of arguments.
#[derive(Clone, Debug)]
pub(in crate::isolation::attack) struct Call {
    pub sql: String,
    /// Whether B's tenant is named.
    pub names_tenant: bool,
    /// Whether a key of a row of B is named.
    pub names_key: bool,
    /// Whether the arguments are one name of a row of B, and no more.
    pub by_name: bool,
    /// Whether all that it names of B's rows may be guessed.
    pub guesses: bool,
    /// Whether an argument is SQL that fails with a row of B.
    pub injects: bool,
    /// Whether it writes into a row of A's own whose that row is.
    pub moves: bool,
}

impl Function {
    /// Calls that name B in many ways.
    pub(in crate::isolation::attack) fn calls(&self, field: &Field<'_>) -> Vec<Call> {
        let values: Vec<Vec<Value>> =
            self.arguments.iter().enumerate().map(|(place, it)| values(field, self, it, place)).collect();
        let first: Vec<Value> = values.iter().filter_map(|values| values.first().cloned()).collect();
        let mut calls = vec![self.call(&first)];
        if self.may_be_shorter() {
            calls.push(self.call(&first[..first.len() - self.defaults.min(first.len())]));
        }
        // One argument at a time goes through its values, the most promising first.
        let longest = values.iter().map(Vec::len).max().unwrap_or(0);
        for round in 1..longest {
            for (place, values) in values.iter().enumerate() {
                if let Some(value) = values.get(round) {
                    let mut list = first.clone();
                    list[place] = value.clone();
                    calls.push(self.call(&list));
                }
            }
        }
        calls.truncate(CALLS);
        // An invoker's function does nothing for its caller that statements do not.
        if self.definer {
            let tuples = tuples::lists(field, self);
            let lists = tuples.iter().cloned().chain(mixes::lists(field, self));
            let lists = lists.chain(named::lists(field, self)).chain(meant::lists(field, self));
            let lists = lists.chain(injection::lists(field, self, &first)).chain(self.templates(field));
            let patches = patches::lists(field, self);
            calls.extend(patches.iter().map(|list| Call { moves: true, ..self.call(list) }));
            calls.extend(lists.map(|list| self.call(&list)));
            if self.may_be_shorter() {
                let kept = first.len() - self.defaults.min(first.len());
                calls.extend(tuples.iter().take(SHORTER).map(|list| self.call(&list[..kept])));
            }
            let mut seen = BTreeSet::new();
            calls.retain(|call| seen.insert(call.sql.clone()));
        }
        calls
    }

    /// The few calls that fit its arguments best.
    pub(in crate::isolation::attack) fn fitting(&self, field: &Field<'_>, most: usize) -> Vec<Call> {
        let lists = tuples::lists(field, self);
        let mut calls: Vec<Call> =
            meant::lists(field, self).iter().take(MEANT).map(|list| self.call(list)).collect();
        calls.extend(lists.iter().take(most - 1).map(|list| self.call(list)));
        let first = self
            .arguments
            .iter()
            .enumerate()
            .filter_map(|(place, argument)| values(field, self, argument, place).into_iter().next());
        calls.push(self.call(&first.collect::<Vec<_>>()));
        let mut seen = BTreeSet::new();
        calls.retain(|call| seen.insert(call.sql.clone()));
        calls
    }

    /// The few calls that name one thing of B's among A's own.
    pub(in crate::isolation::attack) fn mixed(&self, field: &Field<'_>, most: usize) -> Vec<Call> {
        if self.arguments.len() < 2 {
            return Vec::new();
        }
        mixes::lists(field, self).iter().take(most).map(|list| self.call(list)).collect()
    }

    /// The calls that are made in a state of the rows that its text asks for: with what is A's own, with what is B's, and
    /// with some of each.
    pub(in crate::isolation::attack) fn calls_in_state(&self, field: &Field<'_>) -> Vec<Call> {
        let mut lists = mixes::whole(field, self);
        lists.extend(tuples::lists(field, self).into_iter().take(MIXED));
        // What a search finds may be meant for all, as what a key names may be.
        let searched =
            |list: Vec<Value>| list.into_iter().map(|it| Value { key: it.key || it.content, ..it }).collect();
        lists.extend(meant::lists(field, self).into_iter().take(MEANT).map(searched));
        if self.arguments.len() > 1 {
            lists.extend(mixes::lists(field, self).into_iter().take(MIXED));
        }
        let mut calls: Vec<Call> = lists.iter().map(|list| self.call(list)).collect();
        let mut seen = BTreeSet::new();
        calls.retain(|call| seen.insert(call.sql.clone()));
        calls
    }

    /// Arguments of A's own, with a text in which all is named that the body may fill in.
    fn templates(&self, field: &Field<'_>) -> Vec<Vec<Value>> {
        let texts =
            (0..self.arguments.len()).filter(|place| family(&self.arguments[*place].data_type) == "text");
        let texts: Vec<usize> = texts.collect();
        if texts.is_empty() {
            return Vec::new();
        }
        let Some(filled) = templates::filled(field, &self.body) else { return Vec::new() };
        let own = mixes::own(field, self).unwrap_or_default();
        let list = |place: &usize| {
            let mut list = own.clone();
            list[*place] = filled.clone();
            list
        };
        texts.iter().map(list).collect()
    }

    /// Whether its last arguments may be left out.
    fn may_be_shorter(&self) -> bool {
        self.defaults > 0 && self.arguments.iter().all(|argument| argument.mode != Mode::Out)
    }

    /// A call with these values.
    pub(in crate::isolation::attack) fn call(&self, values: &[Value]) -> Call {
        let given = values.iter().zip(&self.arguments);
        let list: Vec<String> = given.map(|(value, argument)| argument.given(&value.sql)).collect();
        let list = list.join(", ");
        let sql = match (self.procedure, self.void) {
            (true, _) => {
                let cursors = self.arguments.iter().filter(|it| it.data_type == "refcursor");
                let fetch = cursors.take(1).map(|_| format!("; FETCH ALL IN {CURSOR}"));
                format!("CALL {}({list}){}", self.name, fetch.collect::<String>())
            }
            (_, true) => format!("SELECT {}({list})", self.name),
            // A name of rows says nothing; the rows do.
            _ if self.cursor => format!(
                "SELECT cursor_to_xml(c, 1000, false, true, '') FROM (SELECT {}({list}) AS c OFFSET 0) AS opened",
                self.name
            ),
            _ if self.record => format!("SELECT ({}({list}))::text", self.name),
            _ => format!("SELECT * FROM {}({list}) AS answer", self.name),
        };
        Call {
            sql,
            names_tenant: values.iter().any(|value| value.tenant),
            names_key: values.iter().any(|value| value.key),
            by_name: matches!(values, [value] if value.name),
            guesses: values.iter().any(|it| it.content) && values.iter().all(|it| it.content || !it.key),
            injects: injection::reaches(&self.body)
                && values.iter().any(|value| injection::is_text(&value.sql)),
            moves: false,
        }
    }
}
