//! Rows that a trigger writes where there is none yet, and changes where there is one: by a value that is one of its kind
//! among all tenants', so that the row that is there may be B's.

use std::collections::BTreeSet;

use bulkhead_connect::quote_identifier;

use super::alike::{Role, may_be_alike, role};
use super::made::{Maker, assigned};
use super::regions::matching;
use super::shown::{NEW, OLD};
use super::tokens::{Token, tokens};
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::functions::arguments::columns::{family, words_of};
use crate::isolation::attack::values::value;
use crate::isolation::scope::Relation;

/// SQL after which B has the row that the trigger comes upon, and A has none.
pub(super) fn upserts(maker: &Maker<'_>, relation: &Relation, own: &Row, text: &str) -> String {
    let tokens = tokens(text);
    let mut sql = String::new();
    for Upsert { table, written, by } in (0..tokens.len()).filter_map(|at| upsert(maker, &tokens, at)) {
        let [a, b] = &maker.field.probe.tenants;
        let Some((of_a, of_b)) = maker.of(table, a).zip(maker.of(table, b)) else { continue };
        let set = written.iter().filter(|(column, _)| by.contains(column)).filter_map(|(name, of_row)| {
            let column = table.columns.iter().find(|it| it.name == *name)?;
            let held = value(relation, own, of_row);
            // A number by which rows are referred to may be of a row of A's without any constraint saying so.
            let is_id = words_of(of_row).last().is_some_and(|word| word == "id")
                && family(&column.data_type) == "number"
                && !is_in_constraint(maker, relation, of_row);
            let is_meant = role(maker, table, column) == Role::Global
                && held != "NULL"
                && !is_id
                && may_be_alike(maker, relation, of_row);
            is_meant.then(|| (quote_identifier(name), held))
        });
        let set: Vec<(String, String)> = set.collect();
        if !set.is_empty() {
            sql.push_str(&format!("DELETE FROM {} AS t WHERE {of_a};\n", table.name));
            sql.push_str(&assigned(table, &set, &[&of_b]));
        }
    }
    sql
}

/// `INSERT INTO table (columns) VALUES (…) ON CONFLICT (columns)`.
struct Upsert<'m> {
    table: &'m Relation,
    /// The columns that are given what the row says, each with that of the row.
    written: Vec<(String, String)>,
    /// The columns of the conflict.
    by: BTreeSet<String>,
}

fn upsert<'m>(maker: &Maker<'m>, tokens: &[Token], at: usize) -> Option<Upsert<'m>> {
    let [insert, into, Token::Name(name), ..] = tokens.get(at..)? else { return None };
    if !insert.is_word("insert") || !into.is_word("into") {
        return None;
    }
    let table: &'m Relation = maker.tables.iter().find(|it| it.table == name.column)?;
    let mut next = at + 3;
    if tokens.get(next)?.is_word("as") {
        next += 2;
    }
    let columns: Vec<String> = match matching(tokens, next) {
        Some(end) => {
            let columns = list(&tokens[next + 1..end]).map(|it| name_of(it).unwrap_or_default().1).collect();
            next = end + 1;
            columns
        }
        None => table.columns.iter().map(|it| it.name.clone()).collect(),
    };
    let open = tokens.get(next)?.is_word("values").then_some(next + 1)?;
    let close = matching(tokens, open)?;
    let given = list(&tokens[open + 1..close]).map(|it| name_of(it).filter(|(of, _)| of == NEW || of == OLD));
    let written = columns.into_iter().zip(given).filter_map(|(column, given)| Some((column, given?.1)));
    let on = tokens.get(close + 1)?.is_word("on") && tokens.get(close + 2)?.is_word("conflict");
    let end = matching(tokens, close + 3).filter(|_| on)?;
    let by = list(&tokens[close + 4..end]).filter_map(|it| Some(name_of(it)?.1)).collect();
    Some(Upsert { table, written: written.collect(), by })
}

fn is_in_constraint(maker: &Maker<'_>, relation: &Relation, column: &str) -> bool {
    maker
        .constraints
        .iter()
        .any(|it| it.relation == relation.oid && it.columns.iter().any(|name| name == column))
}

/// The parts between commas.
fn list(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.split(|it| it.is_sign(","))
}

fn name_of(part: &[Token]) -> Option<(String, String)> {
    match part {
        [Token::Name(name)] => Some((name.of.clone().unwrap_or_default(), name.column.clone())),
        _ => None,
    }
}
