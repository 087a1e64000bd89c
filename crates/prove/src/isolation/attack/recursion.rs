//! Policies that ask themselves: every statement that comes by them ends with an error, for all tenants.

use bulkhead_connect::quote_identifier;

use super::Field;
use super::arena::{Attack, Attacker, Outcome};
use super::context::State;
use super::diagnose::{add, severity};
use super::report::Verb;
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const KIND: &str = "policy_recursion";

/// The server's code for it.
const INVALID_OBJECT_DEFINITION: &str = "42P17";

/// Asks each table whose policies read other rows, once with each verb; no row is met.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
) -> Result<(), ProveError> {
    let scope = field.scope;
    let mut attempts: Vec<(&Relation, Verb, Attack<'_>)> = Vec::new();
    for relation in scope.relations.iter().filter(|relation| reads_rows(field, relation)) {
        for (verb, sql) in statements(field, place, relation) {
            let (prepare, judge) = (String::new(), String::new());
            let attack = Attack { attacker, state: State::Own, prepare, sql, judge };
            attempts.push((relation, verb, attack));
        }
    }
    let attacks: Vec<Attack<'_>> = attempts.iter().map(|(.., attack)| attack.clone()).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let mut told: Vec<String> = Vec::new();
    for ((relation, verb, attack), outcome) in attempts.iter().zip(outcomes) {
        let Outcome::Refused(error) = outcome else { continue };
        // One circle ends the statements on every table whose policies lead into it: it is told once.
        let is_new = error.sqlstate == INVALID_OBJECT_DEFINITION && !told.contains(&error.message);
        if is_new {
            field.count(&relation.name, attacker, *verb, false);
            told.push(error.message.clone());
            let finding = finding(field, attacker, relation, attack, &error.message);
            add(field, finding);
        }
    }
    Ok(())
}

/// Whether a policy of the relation asks for rows, of its own or of others.
fn reads_rows(field: &Field<'_>, relation: &Relation) -> bool {
    let policies = field.ground.facts.get(&relation.oid).map_or(&[][..], |facts| &facts.policies);
    let texts = policies.iter().flat_map(|policy| [policy.using.as_deref(), policy.check.as_deref()]);
    texts.flatten().any(|text| text.contains("FROM ") || text.contains('('))
}

/// One statement for each verb that the attacker may use, which meets no row.
fn statements(field: &Field<'_>, place: usize, relation: &Relation) -> Vec<(Verb, String)> {
    let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { return Vec::new() };
    let name = &relation.name;
    let mut statements = Vec::new();
    if !rights.select_columns.is_empty() {
        statements.push((Verb::Select, format!("SELECT FROM {name} LIMIT 0")));
    }
    if let Some(column) = rights.insertable(relation).next() {
        let column = quote_identifier(&column.name);
        let nothing = format!("SELECT NULL::{name} WHERE false");
        let insert =
            format!("INSERT INTO {name} ({column}) SELECT (r).{column} FROM ({nothing}) AS none (r)");
        statements.push((Verb::Insert, insert));
    }
    if let Some(column) = rights.update_columns.first() {
        let column = quote_identifier(column);
        statements.push((Verb::Update, format!("UPDATE {name} SET {column} = DEFAULT WHERE false")));
    }
    if rights.delete {
        statements.push((Verb::Delete, format!("DELETE FROM {name} WHERE false")));
    }
    statements
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    attack: &Attack<'_>,
    message: &str,
) -> Finding {
    // The server names the relation at which the circle closes.
    let closing = message.split('"').nth(1).unwrap_or(&relation.table);
    let scope = field.scope;
    let object = scope.relations.iter().find(|it| it.table == closing).unwrap_or(relation);
    Finding {
        kind: KIND.to_owned(),
        object: object.name.clone(),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed: format!(
            "{} as tenant A: {} on {} ends with \"{message}\", whatever the tenant",
            attacker.role,
            attack.sql.split(' ').next().unwrap_or_default(),
            relation.name
        ),
        fix: Some(format!(
            "-- Let the policies of {} ask a SECURITY DEFINER function with a fixed search_path, which reads without them.",
            object.name
        )),
    }
}
