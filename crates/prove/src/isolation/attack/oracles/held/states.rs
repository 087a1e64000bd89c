//! Rows for which a constraint holds at all: in the state that a partial index asks for, with something in every column,
//! and with what triggers copy into them from other rows.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::triggers::Triggered;
use crate::isolation::attack::values::value;
use crate::isolation::attack::worlds::texts::{constants, numbers};
use crate::isolation::scope::{Column, Relation};

/// In how many states a constraint is tried.
const STATES: usize = 8;

/// What both rows hold besides the columns of the constraint, for it to hold for them: one way where it is not partial.
pub(super) fn states(
    field: &Field<'_>,
    relation: &Relation,
    constraint: &Constraint,
) -> Vec<Vec<(String, String)>> {
    let mut states: Vec<Vec<(String, String)>> = vec![Vec::new()];
    let path = path_columns(relation);
    let facts = field.ground.facts.get(&relation.oid);
    let named = relation.columns.iter().filter(|column| {
        !column.generated
            && has_word(&constraint.predicate, &column.name)
            && !path.contains(&column.name.as_str())
            && !constraint.columns.contains(&column.name)
    });
    for column in named {
        let allowed = facts.and_then(|facts| facts.allowed.get(&column.name)).map_or("", String::as_str);
        let found = candidates(column, &format!("{}\n{allowed}", constraint.predicate));
        let with = |value: &String| {
            let own = (column.name.clone(), value.clone());
            states
                .iter()
                .map(move |state| state.iter().cloned().chain([own.clone()]).collect())
                .collect::<Vec<_>>()
        };
        let next: Vec<Vec<(String, String)>> = found.iter().flat_map(with).collect();
        if !next.is_empty() {
            states = next;
        }
        states.truncate(STATES);
    }
    states
}

/// What a column may hold by a text.
fn candidates(column: &Column, text: &str) -> Vec<String> {
    let mut values: Vec<String> = match family(&column.data_type) {
        "boolean" => vec!["true".to_owned(), "false".to_owned()],
        "number" | "decimal" => numbers(text),
        "time" => vec!["now() + interval '1 year'".to_owned(), "now() - interval '1 year'".to_owned()],
        _ => constants(text).iter().map(|value| quote_literal(value)).collect(),
    };
    if !column.not_null {
        values.insert(0, "NULL".to_owned());
    }
    values.truncate(STATES / 2);
    values
}

/// Something for a column that B's row has nothing in.
pub(super) fn something(column: &Column) -> Option<String> {
    Some(match family(&column.data_type) {
        "number" | "decimal" => "4711".to_owned(),
        "text" => "'taken'".to_owned(),
        "time" => "'2031-03-07'".to_owned(),
        "daterange" | "tsrange" | "tstzrange" => "'[2031-03-07,2031-03-09)'".to_owned(),
        "int4range" | "int8range" | "numrange" => "'[4711,4720)'".to_owned(),
        _ => return None,
    })
}

/// SQL by which the superuser makes B's row one that the constraint holds for.
pub(super) fn prepared(relation: &Relation, row: &[Option<String>], changes: &[(String, String)]) -> String {
    let key =
        relation.key.iter().map(|key| format!("t.{} = {}", quote_identifier(key), value(relation, row, key)));
    let key = key.collect::<Vec<_>>().join(" AND ");
    let set: Vec<String> =
        changes.iter().map(|(column, to)| format!("{} = {to}", quote_identifier(column))).collect();
    if set.is_empty() || key.is_empty() {
        return String::new();
    }
    format!(
        "SET LOCAL session_replication_role = replica;\nUPDATE {} AS t SET {} WHERE {key};\n\
         SET LOCAL session_replication_role = origin;\n",
        relation.name,
        set.join(", ")
    )
}

/// SQL by which the superuser gives A's own rows elsewhere what triggers then copy into a row of A's in `relation`.
pub(super) fn copied(
    field: &Field<'_>,
    relation: &Relation,
    values: &[(String, String)],
    triggered: &[Triggered],
) -> String {
    let Some(table) = triggered.iter().find(|table| table.relation == relation.oid) else {
        return String::new();
    };
    let mut sql = String::new();
    let others = field.scope.relations.iter().filter(|it| it.oid != relation.oid && table.names(it));
    for other in others.filter(|it| crate::isolation::attack::is_table(it) && it.partition_of.is_none()) {
        let Some(own) = is_of(field.scope, other, "t", &field.probe.tenants[0]) else { continue };
        let set = values
            .iter()
            .filter(|(name, _)| other.columns.iter().any(|it| it.name == *name && !it.generated));
        let path = path_columns(other);
        let set = set.filter(|(name, _)| !path.contains(&name.as_str()) && !other.key.contains(name));
        let set: Vec<String> = set.map(|(name, to)| format!("{} = {to}", quote_identifier(name))).collect();
        if set.is_empty() {
            continue;
        }
        let Some(row) = field.ground.rows.get(&other.oid).and_then(|rows| rows.sample_a.as_ref()) else {
            continue;
        };
        let key = other
            .key
            .iter()
            .map(|key| format!(" AND t.{} = {}", quote_identifier(key), value(other, row, key)));
        sql.push_str(&format!(
            "SET LOCAL session_replication_role = replica;\nUPDATE {} AS t SET {} WHERE {own}{};\n\
             SET LOCAL session_replication_role = origin;\n",
            other.name,
            set.join(", "),
            key.collect::<String>()
        ));
    }
    sql
}
