//! What the check option of a view tells: it is asked after the unique indexes of the table below, so that an error
//! says first whether another tenant has a key.

use std::collections::BTreeSet;

use bulkhead_connect::quote_identifier;

use crate::isolation::attack::arena::{Attack, Attacker, Outcome, Row};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::oracles::{Constraint, code, is_guessable};
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::values::{changed, fresh, insert, value};
use crate::isolation::attack::{Field, views};
use crate::isolation::scope::{Relation, RelationKind};
use crate::{Finding, ProveError};

/// A write through a view with B's key, and one with a key that nobody has.
struct Try<'a, 'f> {
    view: &'f Relation,
    base: &'f Relation,
    constraint: &'f Constraint,
    verb: Verb,
    theirs: Attack<'a>,
    nobodys: Attack<'a>,
}

/// Tries the unique keys below every view that an attacker may write.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    let is_view = |relation: &&Relation| relation.kind == RelationKind::View;
    let mut tries = Vec::new();
    for view in scope.relations.iter().filter(is_view) {
        let Some(base) = views::base(field, view) else { continue };
        let keys = constraints.iter().filter(|it| !it.is_reference && it.relation == base.oid);
        for constraint in keys {
            tries.extend(insertion(field, place, attacker, (view, base), constraint));
            tries.extend(change(field, place, attacker, (view, base), constraint));
        }
    }
    let attacks: Vec<Attack<'_>> =
        tries.iter().flat_map(|it| [it.theirs.clone(), it.nobodys.clone()]).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    for (attempt, outcomes) in tries.iter().zip(outcomes.chunks_exact(2)) {
        let is_taken = |outcome: &Outcome| matches!(code(outcome), Some("23505" | "23P01"));
        // Where the check option lets the write pass, that is the hole.
        let is_told = is_taken(&outcomes[0]) && code(&outcomes[1]) == Some("44000");
        field.count(&attempt.view.name, attacker, attempt.verb, is_told);
        if is_told {
            let finding = finding(field, attempt);
            add(field, finding);
        }
    }
    Ok(())
}

/// Some of B's rows with their keys, and the same with keys that nobody has.
type Keys = [Vec<(String, String)>; 2];

/// What the columns of a key and those that say whose the row is hold in a row of B's; `None` where the key does not
/// tell the tenants apart, or cannot be guessed.
fn keys(base: &Relation, constraint: &Constraint, row: &Row) -> Option<Keys> {
    let path = path_columns(base);
    let own: Vec<&String> = constraint.columns.iter().filter(|it| !path.contains(&it.as_str())).collect();
    if path.is_empty() || own.is_empty() || constraint.flag || !own.iter().any(|it| is_guessable(base, it)) {
        return None;
    }
    let held = |column: &str| value(base, row, column);
    let columns: BTreeSet<&str> =
        path.iter().copied().chain(constraint.columns.iter().map(String::as_str)).collect();
    let theirs: Vec<(String, String)> =
        columns.iter().map(|column| ((*column).to_owned(), held(column))).collect();
    if theirs.iter().any(|(_, value)| value == "NULL") {
        return None;
    }
    let data_type = |column: &str| base.columns.iter().find(|it| it.name == column).map(|it| &it.data_type);
    let another = own.iter().find_map(|column| {
        let value = fresh(data_type(column)?, &held(column))?;
        Some(((*column).clone(), value))
    })?;
    let nobodys =
        theirs.iter().map(|known| if known.0 == another.0 { another.clone() } else { known.clone() });
    let nobodys = nobodys.collect();
    Some([theirs, nobodys])
}

/// A row like B's, given through the view.
fn insertion<'a, 'f>(
    field: &Field<'f>,
    place: usize,
    attacker: &'a Attacker,
    (view, base): (&'f Relation, &'f Relation),
    constraint: &'f Constraint,
) -> Option<Try<'a, 'f>> {
    let rights = field.ground.rights.get(&(place, view.oid))?;
    let row = field.ground.rows.get(&base.oid)?.samples_b.first()?;
    let [theirs, nobodys] = keys(base, constraint, row)?;
    if !theirs.iter().all(|(column, _)| rights.insert_columns.contains(column)) {
        return None;
    }
    let write = |changes: &[(String, String)]| {
        let given = rights.insertable(base);
        insert(&view.name, given.map(|it| (it.name.as_str(), changed(base, row, changes, &it.name))))
    };
    let (theirs, nobodys) = (asked(attacker, write(&theirs)), asked(attacker, write(&nobodys)));
    Some(Try { view, base, constraint, verb: Verb::Insert, theirs, nobodys })
}

/// A row of A's own that takes the key of B's.
fn change<'a, 'f>(
    field: &Field<'f>,
    place: usize,
    attacker: &'a Attacker,
    (view, base): (&'f Relation, &'f Relation),
    constraint: &'f Constraint,
) -> Option<Try<'a, 'f>> {
    let rights = field.ground.rights.get(&(place, view.oid))?;
    let rows = field.ground.rows.get(&base.oid)?;
    let (of_a, of_b) = (rows.sample_a.as_ref()?, rows.samples_b.first()?);
    let [theirs, nobodys] = keys(base, constraint, of_b)?;
    let is_read = |column: &&String| rights.select_columns.contains(*column);
    if !theirs.iter().all(|(column, _)| rights.update_columns.contains(column))
        || base.key.is_empty()
        || !base.key.iter().all(|column| is_read(&column))
    {
        return None;
    }
    let is_it = |column: &String| format!("{} = {}", quote_identifier(column), value(base, of_a, column));
    let condition = base.key.iter().map(is_it).collect::<Vec<_>>().join(" AND ");
    let write = |changes: &[(String, String)]| {
        let set: Vec<String> =
            changes.iter().map(|(column, value)| format!("{} = {value}", quote_identifier(column))).collect();
        format!("UPDATE {} SET {} WHERE {condition}", view.name, set.join(", "))
    };
    let (theirs, nobodys) = (asked(attacker, write(&theirs)), asked(attacker, write(&nobodys)));
    Some(Try { view, base, constraint, verb: Verb::Update, theirs, nobodys })
}

fn asked(attacker: &Attacker, sql: String) -> Attack<'_> {
    Attack { attacker, state: State::Own, prepare: String::new(), sql, judge: String::new() }
}

fn finding(field: &Field<'_>, attempt: &Try<'_, '_>) -> Finding {
    let Try { view, base, constraint, theirs, .. } = attempt;
    let kind = "view_check_option_oracle";
    let columns = constraint.columns.join(", ");
    Finding {
        kind: kind.to_owned(),
        object: view.name.clone(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(field.arena.exploit(theirs)),
        observed: format!(
            "{} as tenant A was told by {} that {columns} of a row of tenant B is taken; for a key that nobody has, \
             the check option of {} refused the row",
            theirs.attacker.role, constraint.name, view.name
        ),
        fix: Some(format!(
            "-- Give {} row security that holds for its owner, too: it is asked before unique indexes.",
            base.name
        )),
    }
}
