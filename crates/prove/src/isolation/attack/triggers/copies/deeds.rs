//! What B writes so that triggers that wait for something copy it: a state that changes, a list with something in it.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;
use serde_json::{Map, Value as Json, json};

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::marks::CANARY;
use crate::isolation::attack::oracles::make_room;
use crate::isolation::attack::values::{changed, fresh_key, insert};
use crate::isolation::attack::worlds::texts::{constants, keys};
use crate::isolation::scope::{Column, Relation};

/// How many columns are changed, one at a time.
const COLUMNS: usize = 8;

/// To how many words a column is changed.
const WORDS: usize = 5;

/// How many keys of documents are written.
const KEYS: usize = 12;

/// Functions and clauses that take a list or a document apart.
const APART: &[&str] =
    &["_elements", "_each", "_recordset", "_record(", "_object_keys", "unnest(", "foreach", "->"];

/// Changes of B's rows, one column at a time, that the triggers' text names.
pub(in crate::isolation::attack::triggers) fn changes(
    field: &Field<'_>,
    relation: &Relation,
    of_b: &str,
    text: &str,
) -> Vec<String> {
    let path = path_columns(relation);
    let is_free = |it: &&Column| {
        let is_key = relation.key.contains(&it.name) || path.contains(&it.name.as_str());
        !it.generated && !is_key && has_word(text, &it.name)
    };
    let columns = relation.columns.iter().filter(is_free).take(COLUMNS);
    let updates = columns.flat_map(|column| {
        let name = quote_identifier(&column.name);
        let values = others(field, relation, column);
        values.into_iter().map(move |to| (name.clone(), to))
    });
    updates
        .map(|(name, to)| format!("UPDATE {} AS t SET {name} = {to} WHERE {of_b}", relation.name))
        .collect()
}

/// What else a column may hold, as SQL.
fn others(field: &Field<'_>, relation: &Relation, column: &Column) -> Vec<String> {
    let name = format!("t.{}", quote_identifier(&column.name));
    let facts = field.ground.facts.get(&relation.oid);
    if let Some(allowed) = facts.and_then(|facts| facts.allowed.get(&column.name)) {
        let words: Vec<String> = constants(allowed).iter().take(WORDS).map(|it| quote_literal(it)).collect();
        if !words.is_empty() {
            return words;
        }
    }
    match family(&column.data_type) {
        "boolean" => vec![format!("{name} IS NOT TRUE")],
        "number" | "decimal" => vec![format!("coalesce({name}, 0) + 1")],
        "time" if column.data_type == "date" => vec![format!("coalesce({name}, current_date) + 1")],
        "time" => vec![format!("coalesce({name}, localtimestamp) + interval '1 day'")],
        "text" => vec![format!("{name} || ' again'")],
        _ => Vec::new(),
    }
}

/// New rows of B's whose documents are lists or objects with B's mark, where the triggers take them apart.
pub(super) fn documents(field: &Field<'_>, relation: &Relation, sample: &Row, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    if !APART.iter().any(|word| lower.contains(word)) {
        return Vec::new();
    }
    let mark = Json::String(format!("{CANARY}_listed"));
    let asked = keys(text);
    let asked = asked.all.into_iter().chain(asked.objects).chain(recorded(text)).take(KEYS);
    let named: Map<String, Json> = asked.map(|key| (key, mark.clone())).collect();
    let mut forms = vec![json!([mark]), json!({ "a": mark })];
    if !named.is_empty() {
        let nested: Map<String, Json> =
            named.keys().map(|key| (key.clone(), json!([Json::Object(named.clone())]))).collect();
        let lists: Map<String, Json> = named.keys().map(|key| (key.clone(), json!([mark]))).collect();
        forms.extend([json!([named]), json!(named), json!(lists), json!(nested)]);
    }
    let is_document = |it: &&Column| matches!(it.data_type.as_str(), "json" | "jsonb") && !it.generated;
    let columns: Vec<&Column> = relation.columns.iter().filter(is_document).collect();
    let columns = columns.into_iter().filter(|it| has_word(text, &it.name)).take(2);
    let mut writes = Vec::new();
    for column in columns {
        for form in &forms {
            let document = (column.name.clone(), quote_literal(&form.to_string()));
            let written = |mut changes: Vec<(String, String)>| {
                changes.push(document.clone());
                let given = relation.columns.iter().filter(|it| !it.generated);
                insert(
                    &relation.name,
                    given.map(|it| (it.name.as_str(), changed(relation, sample, &changes, &it.name))),
                )
            };
            writes.push(written(fresh_key(relation, sample)));
            writes.push(format!("{}{}", make_room(field, relation, sample), written(Vec::new())));
        }
    }
    writes
}

/// The columns that a text gives to records made of a document: `jsonb_to_recordset(..) AS x(a text, b int)`.
fn recorded(text: &str) -> Vec<String> {
    let lists = text.split("_to_record").skip(1).filter_map(|rest| {
        let rest = rest.split_once(") ")?.1;
        rest.split_once('(')?.1.split(')').next()
    });
    let names = lists.flat_map(|list| list.split(',')).filter_map(|part| part.split_whitespace().next());
    let is_name = |name: &&str| name.chars().all(|c| c.is_alphanumeric() || c == '_');
    names.map(|name| name.trim_matches('"')).filter(is_name).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_have_the_columns_that_the_text_gives_them() {
        let text = "SELECT x.* FROM jsonb_to_recordset(NEW.lines) AS x(label text, \"n\" int) WHERE true";
        assert_eq!(recorded(text), ["label", "n"]);
    }
}
