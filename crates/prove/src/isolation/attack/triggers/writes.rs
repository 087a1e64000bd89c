//! What A writes into a table with triggers: rows of its own, with values that B has, and with words that the triggers
//! wait for.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::Triggered;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::oracles::make_room;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::values::{insert, value};
use crate::isolation::scope::Relation;

/// How many texts that triggers compare with are written into a column.
const TEXTS: usize = 4;

/// How many columns are left blank beside one that is changed.
const BLANKS: usize = 2;

/// How many columns of a table are changed, one at a time.
const COLUMNS: usize = 6;

/// What A may write: each with what has to be done before, and the statement. `own` is a row of A's.
pub(super) fn writes(
    field: &Field<'_>,
    relation: &Relation,
    (rights, table): (&Rights, &Triggered),
    own: &Row,
) -> Vec<(Verb, String, String)> {
    let Some(rows) = field.ground.rows.get(&relation.oid) else { return Vec::new() };
    let Some(of_a) = is_of(field.scope, relation, "t", &field.probe.tenants[0]) else { return Vec::new() };
    let [a, b] = &field.probe.tenants;
    let path = path_columns(relation);
    let theirs = rows.samples_b.first();
    let texts = literals(&table.text);
    let other = |column: &str| -> Vec<String> {
        let data_type = relation.columns.iter().find(|it| it.name == column).map_or("", |it| &it.data_type);
        let of_b = theirs.map(|row| value(relation, row, column)).filter(|value| value != "NULL");
        let mine = value(relation, own, column);
        let mut values = match family(data_type) {
            "number" | "decimal" => vec!["0".to_owned(), "1000000".to_owned()],
            "boolean" => vec!["true".to_owned(), "false".to_owned()],
            "text" => {
                let mine = mine.trim_matches('\'');
                let named =
                    if mine.contains(a.as_str()) { mine.replace(a, b) } else { format!("{b}/{mine}") };
                let mut values = vec![quote_literal(&named.replace("''", "'")), "''".to_owned()];
                values.extend(texts.iter().map(|text| quote_literal(text)));
                values
            }
            _ => Vec::new(),
        };
        values.extend(of_b.filter(|value| *value != mine));
        values
    };
    let mut writes = Vec::new();
    let changed = relation.columns.iter().filter(|it| !it.generated && !path.contains(&it.name.as_str()));
    let changed: Vec<&str> = changed.map(|it| it.name.as_str()).collect();
    let mut updated = changed.iter().filter(|it| rights.update_columns.contains(**it)).peekable();
    if let Some(column) = updated.peek() {
        let name = quote_identifier(column);
        let sql = format!("UPDATE {} AS t SET {name} = {name} WHERE {of_a}", relation.name);
        writes.push((Verb::Update, String::new(), sql));
    }
    // What the triggers do not name decides nothing there.
    let is_named = |column: &&&str| has_word(&table.text, column);
    for column in updated.filter(is_named).take(COLUMNS) {
        for value in other(column) {
            let name = quote_identifier(column);
            let sql = format!("UPDATE {} AS t SET {name} = {value} WHERE {of_a}", relation.name);
            writes.push((Verb::Update, String::new(), sql));
        }
    }
    let columns: Vec<&str> = rights.insertable(relation).map(|it| it.name.as_str()).collect();
    if !columns.is_empty() {
        let room = make_room(field, relation, own);
        let written = |changes: &[(&str, &str)]| {
            let given = columns.iter().map(|it| match changes.iter().find(|(column, _)| column == it) {
                Some((_, to)) => (*it, (*to).to_owned()),
                None => (*it, value(relation, own, it)),
            });
            (Verb::Insert, room.clone(), insert(&relation.name, given))
        };
        writes.push(written(&[]));
        let named = changed.iter().filter(|it| columns.contains(it)).filter(is_named).take(COLUMNS);
        let named: Vec<&str> = named.copied().collect();
        let is_nullable = |name: &&&str| {
            relation
                .columns
                .iter()
                .any(|it| it.name == **name && !it.not_null && has_word(&table.text, &it.name))
        };
        let nullable: Vec<&str> = changed.iter().filter(is_nullable).copied().collect();
        for column in &named {
            let others = other(column);
            writes.extend(others.iter().map(|value| written(&[(column, value)])));
            // What is left blank, a trigger fills in.
            let Some(theirs) = others.last() else { continue };
            let blank = named.iter().filter(|it| *it != column && is_text(relation, it)).take(BLANKS);
            writes.extend(blank.map(|blank| written(&[(column, theirs), (blank, "''")])));
            let rest = nullable.iter().filter(|it| *it != column).map(|it| (*it, "NULL"));
            let rest: Vec<(&str, &str)> = rest.chain([(*column, theirs.as_str())]).collect();
            if rest.len() > 1 {
                writes.push(written(&rest));
            }
        }
    }
    if rights.delete {
        writes.push((
            Verb::Delete,
            String::new(),
            format!("DELETE FROM {} AS t WHERE {of_a}", relation.name),
        ));
    }
    writes
}

fn is_text(relation: &Relation, column: &str) -> bool {
    relation.columns.iter().any(|it| it.name == column && family(&it.data_type) == "text")
}

/// The first words in quotes of a text: what triggers wait for.
fn literals(text: &str) -> Vec<&str> {
    let is_word = |text: &&str| !text.is_empty() && text.chars().all(|it| it.is_alphanumeric() || it == '_');
    let mut found: Vec<&str> = text.split('\'').skip(1).step_by(2).filter(is_word).collect();
    found.dedup();
    found.truncate(TEXTS);
    found
}
