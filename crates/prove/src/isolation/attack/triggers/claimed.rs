//! A's own row as its user's: where the policies let everybody write rows in their own name alone, a made-up row that
//! names somebody else would be refused before any trigger.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{POLICIES_ALONE, Row};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::values::value;
use crate::isolation::attack::worlds::second::names_person;
use crate::isolation::scope::{Column, Relation};

/// The row with A's user in the columns that policies ask for it, and SQL by which the superuser writes it so.
pub(in crate::isolation::attack) fn claimed(
    field: &Field<'_>,
    relation: &Relation,
    row: &Row,
    constraints: &[Constraint],
) -> (String, Row) {
    let own = field.arena.contexts.id(0);
    let mut claimed = row.clone();
    let mut set = Vec::new();
    for (place, column) in relation.columns.iter().enumerate() {
        let is_other = row.get(place).is_some_and(|held| held.as_deref() != Some(own));
        if is_other && names_user(field, relation, column, constraints) {
            claimed[place] = Some(own.to_owned());
            set.push(format!("{} = {}", quote_identifier(&column.name), quote_literal(own)));
        }
    }
    let key =
        relation.key.iter().map(|it| format!("t.{} = {}", quote_identifier(it), value(relation, row, it)));
    let key: Vec<String> = key.collect();
    if set.is_empty() || key.is_empty() {
        return (String::new(), claimed);
    }
    // Such a row may be there already.
    let prepare = format!(
        "{POLICIES_ALONE}DO $own$ BEGIN UPDATE {} AS t SET {} WHERE {};\n\
         EXCEPTION WHEN others THEN NULL; END $own$;\nSET LOCAL session_replication_role = origin;\n",
        relation.name,
        set.join(", "),
        key.join(" AND ")
    );
    (prepare, claimed)
}

/// Whether a column says whose a row is among the users of a tenant, as far as the policies ask.
fn names_user(field: &Field<'_>, relation: &Relation, column: &Column, constraints: &[Constraint]) -> bool {
    let own = field.arena.contexts.id(0);
    if own == field.probe.tenants[0]
        || column.generated
        || path_columns(relation).contains(&column.name.as_str())
    {
        return false;
    }
    let facts = field.ground.facts.get(&relation.oid);
    let texts = facts.iter().flat_map(|it| &it.policies).flat_map(|it| [&it.using, &it.check]).flatten();
    let is_asked = texts.into_iter().any(|text| has_word(text, &column.name));
    let membership = field.scope.tenancy.context.membership.as_ref();
    let is_called = names_person(&column.name) || membership.is_some_and(|it| it.user == column.name);
    let refers = constraints
        .iter()
        .any(|it| it.is_reference && it.relation == relation.oid && it.columns.contains(&column.name));
    is_asked
        && match family(&column.data_type) {
            "uuid" => own.len() == 36 && (is_called || !refers),
            "number" => own.parse::<i64>().is_ok() && is_called,
            "text" => is_called,
            _ => false,
        }
}
