//! Where A looks: at rows of its own in tables that triggers name, at tables that are nobody's, and at what functions
//! answer that name them.

use std::collections::BTreeSet;

use bulkhead_connect::quote_identifier;
use bulkhead_sql::has_word;

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::functions::Function;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::marks::CANARY;
use crate::isolation::attack::triggers::Triggered;
use crate::isolation::scope::{Column, Relation};

/// At how many tables A looks.
const TABLES: usize = 5;

/// How many functions A calls, and with how many lists of arguments.
const FUNCTIONS: usize = 3;
const CALLS: usize = 4;

/// What A looks at.
pub(super) enum Subject<'f> {
    /// Rows of its own.
    Own(&'f Relation),
    /// A table without tenants, with the places of its key in what is read.
    Common(&'f Relation, Vec<usize>),
    /// What a function answers that reads a copy.
    Answer(&'f Function, &'f Relation),
}

/// One question of A's.
pub(super) struct Look<'f> {
    pub subject: Subject<'f>,
    pub sql: String,
}

/// All that A may look at when the triggers of a table have run.
pub(super) fn looks<'f>(
    field: &Field<'f>,
    place: usize,
    (table, relation): (&Triggered, &Relation),
    functions: &'f [Function],
) -> Vec<Look<'f>> {
    let scope = field.scope;
    let is_meant = |it: &&Relation| {
        crate::isolation::attack::is_table(it)
            && it.partition_of.is_none()
            && has_word(&table.text, &it.table)
    };
    let named: Vec<&Relation> = scope.relations.iter().filter(is_meant).collect();
    let tables = named.iter().filter_map(|it| of_table(field, place, it));
    let mut looks: Vec<Look<'f>> = tables.take(TABLES).collect();
    // Of what holds a tenant's rows, functions are asked elsewhere.
    for copy in named.iter().filter(|it| it.tenant.is_none()) {
        let reads = |it: &&Function| it.attacker == place && it.definer && has_word(&it.body, &copy.table);
        for function in functions.iter().filter(reads).take(FUNCTIONS) {
            // What B wrote is what the copy was made from.
            let calls = function.of_source(&relation.table).fitting(field, CALLS).into_iter();
            let calls = calls.filter(|call| (call.guesses || !call.names_key) && !call.by_name);
            looks.extend(calls.map(|call| Look { subject: Subject::Answer(function, copy), sql: call.sql }));
        }
    }
    looks
}

fn of_table<'f>(field: &Field<'f>, place: usize, relation: &'f Relation) -> Option<Look<'f>> {
    let rights = field.ground.rights.get(&(place, relation.oid))?;
    let is_read = |it: &&Column| rights.select_columns.contains(&it.name);
    if relation.tenant.is_some() {
        let of_a = is_of(field.scope, relation, "t", &field.probe.tenants[0])?;
        let columns: Vec<String> =
            relation.columns.iter().filter(is_read).map(|it| quote_identifier(&it.name)).collect();
        let sql = format!("SELECT {} FROM {} AS t WHERE {of_a}", columns.join(", "), relation.name);
        return (!columns.is_empty()).then_some(Look { subject: Subject::Own(relation), sql });
    }
    // When something was last done says little.
    let is_told = |it: &&Column| relation.key.contains(&it.name) || family(&it.data_type) != "time";
    let columns: Vec<&Column> = relation.columns.iter().filter(is_read).filter(is_told).collect();
    let key: Option<Vec<usize>> =
        relation.key.iter().map(|name| columns.iter().position(|it| it.name == *name)).collect();
    let key = key.filter(|key| !key.is_empty() && key.len() < columns.len())?;
    let names: Vec<String> = columns.iter().map(|it| quote_identifier(&it.name)).collect();
    let sql = format!("SELECT {} FROM {}", names.join(", "), relation.name);
    Some(Look { subject: Subject::Common(relation, key), sql })
}

impl Look<'_> {
    /// What A sees afterwards that it did not see before, in words.
    pub(super) fn news(&self, before: &[Row], after: &[Row]) -> Option<String> {
        match &self.subject {
            Subject::Own(_) => changed(before, after),
            Subject::Common(_, key) => counted(before, after, key),
            Subject::Answer(..) => answered(&self.sql, before, after),
        }
    }
}

fn words(row: &Row) -> String {
    let cells: Vec<&str> = row.iter().map(|cell| cell.as_deref().unwrap_or("NULL")).collect();
    format!("({})", cells.join(", ")).chars().take(160).collect()
}

/// A row that is new, or that is gone.
fn changed(before: &[Row], after: &[Row]) -> Option<String> {
    let new = after.iter().find(|row| !before.contains(row));
    let gone = before.iter().find(|row| !after.contains(row));
    match (new, gone) {
        (Some(new), Some(gone)) => Some(format!("{} became {}", words(gone), words(new))),
        (Some(new), None) => Some(format!("{} is new", words(new))),
        (None, Some(gone)) => Some(format!("{} is gone", words(gone))),
        (None, None) => None,
    }
}

/// A row with the same key and another value.
fn counted(before: &[Row], after: &[Row], key: &[usize]) -> Option<String> {
    let of = |row: &Row| -> Vec<Option<String>> { key.iter().map(|place| row[*place].clone()).collect() };
    after.iter().filter(|row| !before.contains(row)).find_map(|new| {
        let old = before.iter().find(|old| of(old) == of(new))?;
        Some(format!("{} became {}", words(old), words(new)))
    })
}

/// An answer with a mark of B's in it that neither the call nor the answer before held.
fn answered(sql: &str, before: &[Row], after: &[Row]) -> Option<String> {
    let marks = |rows: &[Row]| -> BTreeSet<String> {
        let cells = rows.iter().flatten().flatten();
        cells.flat_map(|cell| marks(cell)).collect()
    };
    let known = marks(before);
    let told = marks(after).into_iter().find(|mark| !known.contains(mark) && !sql.contains(mark.as_str()))?;
    Some(format!("it answered {told}"))
}

/// The marks of B's rows in a text, each with the word that it is part of.
fn marks(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
    words.filter(|word| word.contains(CANARY)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        cells.iter().map(|cell| Some((*cell).to_owned())).collect()
    }

    #[test]
    fn what_changes_is_told_by_where_it_is_seen() {
        let before = [row(&["a", "1"]), row(&["b", "2"])];
        let cases: &[(&[Row], bool, bool)] = &[
            (&before, false, false),
            (&[row(&["a", "1"])], true, false),
            (&[row(&["a", "1"]), row(&["b", "2"]), row(&["c", "1"])], true, false),
            (&[row(&["a", "2"]), row(&["b", "2"])], true, true),
        ];
        for (after, is_changed, is_counted) in cases {
            assert_eq!(changed(&before, after).is_some(), *is_changed, "{after:?}");
            assert_eq!(counted(&before, after, &[0]).is_some(), *is_counted, "{after:?}");
        }
        let answer = [row(&["bulkhead_probe_b_made_7"])];
        assert!(answered("f('x')", &[], &answer).is_some());
        assert!(answered("f('bulkhead_probe_b_made_7')", &[], &answer).is_none());
        assert!(answered("f('x')", &answer, &answer).is_none());
    }
}
