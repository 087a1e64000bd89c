//! Attacks on the rows of a table: read, update, delete, insert, move.

pub(super) mod common;
pub(super) mod orphans;
pub(super) mod own;
pub(super) mod privileges;
pub(super) mod tries;
pub(super) mod whose;

use bulkhead_connect::{quote_identifier, quote_literal};

use self::tries::{Tries, Try};
use super::arena::{Attack, Attacker, Outcome, Row};
use super::belonging::is_of;
use super::context::State;
use super::ground::{Rows, text};
use super::report::{Form, Hole, Verb};
use super::{Field, Untested};
use crate::ProveError;
use crate::isolation::scope::Relation;

/// Where an attacker has no right, one attempt shows that the server says so.
async fn knock(field: &mut Field<'_>, attacker: &Attacker, relation: &Relation) -> Result<(), ProveError> {
    let sql = format!("SELECT FROM {} LIMIT 1", relation.name);
    let attack = Attack { attacker, state: State::Own, prepare: String::new(), sql, judge: String::new() };
    let outcome = field.arena.run(&attack).await?;
    if matches!(outcome, Outcome::Refused(_)) {
        field.count(&relation.name, attacker, Verb::Select, false);
    }
    Ok(())
}

/// Tries everything that `attacker` may do with the rows of `relation`.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    relation: &Relation,
) -> Result<(), ProveError> {
    if is_of(field.scope, relation, "t", &field.probe.tenants[1]).is_none() {
        return Ok(());
    }
    let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else {
        return knock(field, attacker, relation).await;
    };
    let rows = field.ground.rows.get(&relation.oid).cloned().unwrap_or_default();
    let may_write = rights.delete || !rights.insert_columns.is_empty() || !rights.update_columns.is_empty();
    if !rights.select && !may_write {
        return knock(field, attacker, relation).await;
    }
    if rows.of_b.is_empty() {
        let reason = "there is no row of tenant B".to_owned();
        field.untested.push(Untested {
            object: relation.name.clone(),
            role: Some(attacker.role.clone()),
            reason,
        });
        return Ok(());
    }
    let tries = Tries { field, attacker, relation, rights: &rights, rows: &rows }.all();
    let attacks: Vec<Attack<'_>> = tries.iter().map(|attempt| attempt.attack.clone()).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let mut seen_by_b = None;
    for (attempt, outcome) in tries.into_iter().zip(outcomes) {
        if let Outcome::Unjudged(error) = &outcome {
            let reason = format!("an attack could not be judged: {error}");
            field.untested.push(Untested {
                object: relation.name.clone(),
                role: Some(attacker.role.clone()),
                reason,
            });
        }
        let state = attempt.attack.state;
        let hits = if attempt.told_by_rows { hits(&outcome, state, &rows) } else { outcome.judged() };
        if attempt.attack.state == State::Other {
            seen_by_b = Some(hits);
            continue;
        }
        field.count(&relation.name, attacker, attempt.verb, hits > 0);
        if hits > 0 {
            let exploit = exploit(field, relation, &rows, &attempt, &outcome);
            field.holes.push(Hole {
                relation: relation.oid,
                attacker: place,
                verb: attempt.verb,
                form: attempt.form,
                state: attempt.attack.state,
                rows: hits,
                exploit,
            });
        }
    }
    if let Some(seen) = seen_by_b {
        *field.seen_by_b.entry(relation.name.clone()).or_default() |= seen > 0;
    }
    if seen_by_b == Some(0) {
        let reason = format!(
            "tenant B itself sees none of its {} rows here, so that A sees none says little",
            rows.of_b.len()
        );
        field.untested.push(Untested {
            object: relation.name.clone(),
            role: Some(attacker.role.clone()),
            reason,
        });
    }
    Ok(())
}

/// How many of the rows that the attacker was given are another's.
fn hits(outcome: &Outcome, state: State, rows: &Rows) -> u64 {
    match outcome {
        Outcome::Done { rows: given, .. } => {
            given.iter().filter(|row| is_anothers(row, state, rows)).count() as u64
        }
        _ => 0,
    }
}

/// Whether a row that was read is B's, or any tenant's where the session is nobody's.
fn is_anothers(row: &Row, state: State, rows: &Rows) -> bool {
    let place = (text(row, 0), text(row, 1));
    rows.of_b.contains(&place) || state.is_nobodys() && rows.of_a.contains(&place)
}

/// A read is shown by the rows themselves, anything else by what was run.
fn exploit(
    field: &Field<'_>,
    relation: &Relation,
    rows: &Rows,
    attempt: &Try<'_>,
    outcome: &Outcome,
) -> String {
    let mut attack = attempt.attack.clone();
    if let (true, Outcome::Done { rows: given, .. }) = (attempt.told_by_rows, outcome) {
        let found = given.iter().find(|row| is_anothers(row, attack.state, rows));
        let is_of_a = found.is_some_and(|row| rows.of_a.contains(&(text(row, 0), text(row, 1))));
        let whose = &field.probe.tenants[usize::from(!is_of_a)];
        let samples = if is_of_a { &rows.samples_a } else { &rows.samples_b };
        let condition = match is_of(field.scope, relation, "t", whose) {
            Some(condition) if !condition.contains("EXISTS") => condition,
            _ if found.is_some() => keys_of(relation, samples),
            _ => "true".to_owned(),
        };
        let lock = if attempt.form == Form::Lock { " FOR UPDATE" } else { "" };
        attack.sql = format!("SELECT t.* FROM {} AS t WHERE {condition}{lock}", relation.name);
    }
    field.arena.exploit(&attack)
}

/// The condition under which a row is one of some, by its key.
fn keys_of(relation: &Relation, rows: &[Row]) -> String {
    let place = |key: &String| relation.columns.iter().position(|column| column.name == *key);
    let value = |row: &Row, place: usize| match row.get(place).cloned().flatten() {
        Some(value) => quote_literal(&value),
        None => "NULL".to_owned(),
    };
    let places: Option<Vec<usize>> = relation.key.iter().map(place).collect();
    let Some(places) = places.filter(|places| !places.is_empty()) else { return "true".to_owned() };
    let keys: Vec<String> = relation.key.iter().map(|key| format!("t.{}", quote_identifier(key))).collect();
    let of_row = |row: &Row| {
        format!("({})", places.iter().map(|place| value(row, *place)).collect::<Vec<_>>().join(", "))
    };
    let keyed: Vec<String> = rows.iter().map(of_row).collect();
    format!("({}) IN ({})", keys.join(", "), keyed.join(", "))
}
