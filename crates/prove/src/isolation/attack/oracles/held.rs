//! Attacks by what constraints tell in some states only: rows that are active, that overlap, whose values triggers copy,
//! that are written through views or changed in place.

mod states;

use bulkhead_connect::quote_identifier;

use self::states::{copied, prepared, something, states};
use super::taken::is_free_without_b;
use super::{Constraint, is_guessable, make_room};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, Row};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::parents::parents;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::triggers::Triggered;
use crate::isolation::attack::values::{insert, value};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const KIND: &str = "unique_oracle";

/// A way to write a row of A's own: into a table or a view, or by changing it.
struct Way {
    name: String,
    columns: Vec<String>,
    is_insert: bool,
}

/// A row of A's own with B's values, and with its own.
struct Try<'a> {
    verb: Verb,
    taken: Attack<'a>,
    own: Attack<'a>,
}

/// Tries the unique and exclusion constraints that the plain attack says nothing of.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    constraints: &[Constraint],
    triggered: &[Triggered],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    for constraint in constraints.iter().filter(|it| !it.is_reference && !it.flag) {
        let Some(relation) = scope.relation(constraint.relation) else { continue };
        let is_known =
            field.findings.iter().any(|known| known.kind == KIND && known.object == constraint.name);
        if is_known || !is_meant(field, relation, constraint) {
            continue;
        }
        let tries = tries(field, (place, attacker), relation, constraint, (constraints, triggered));
        let attacks: Vec<Attack<'_>> =
            tries.iter().flat_map(|attempt| [attempt.taken.clone(), attempt.own.clone()]).collect();
        let outcomes = field.arena.run_all(&attacks).await?;
        let short = constraint.name.rsplit('.').next().unwrap_or_default();
        for (attempt, outcomes) in tries.iter().zip(outcomes.chunks_exact(2)) {
            let told = match outcomes {
                [Outcome::Refused(error), Outcome::Done { .. }]
                    if matches!(error.sqlstate.as_str(), "23505" | "23P01") =>
                {
                    let names_it = error.message.contains(short.trim_matches('"'));
                    let is_told = names_it && is_free_without_b(field, &attempt.taken).await?;
                    is_told.then(|| error.to_string())
                }
                _ => None,
            };
            field.count(&relation.name, attacker, attempt.verb, told.is_some());
            if let Some(error) = told {
                let finding = finding(field, attacker, relation, constraint, (&attempt.taken, &error));
                add(field, finding);
                break;
            }
        }
    }
    Ok(())
}

/// Whether two tenants may come upon each other in the constraint at all.
fn is_meant(field: &Field<'_>, relation: &Relation, constraint: &Constraint) -> bool {
    let path = path_columns(relation);
    let is_root = matches!(
        relation.tenant,
        Some(
            crate::isolation::attack::TenantPath::Root { .. }
                | crate::isolation::attack::TenantPath::Link { .. }
        )
    );
    relation.tenant.is_some()
        && !is_root
        && !field.scope.is_of_users(relation)
        && field.ground.facts.get(&relation.oid).is_some_and(|facts| !facts.partition)
        && constraint.columns.iter().all(|it| is_guessable(relation, it) && !path.contains(&it.as_str()))
}

/// The ways that an attacker has to write a row of its own.
fn ways(field: &Field<'_>, place: usize, relation: &Relation) -> Vec<Way> {
    let here = |name: &String| relation.columns.iter().any(|it| it.name == *name && !it.generated);
    let views = field.bases.iter().filter(|(_, base)| *base == relation.oid).map(|(view, _)| *view);
    let mut ways = Vec::new();
    for oid in [relation.oid].into_iter().chain(views) {
        let (Some(of), Some(rights)) = (field.scope.relation(oid), field.ground.rights.get(&(place, oid)))
        else {
            continue;
        };
        for (is_insert, columns) in [(true, &rights.insert_columns), (false, &rights.update_columns)] {
            let columns: Vec<String> = columns.iter().filter(|name| here(name)).cloned().collect();
            if !columns.is_empty() {
                ways.push(Way { name: of.name.clone(), columns, is_insert });
            }
        }
    }
    ways
}

fn tries<'a>(
    field: &Field<'_>,
    (place, attacker): (usize, &'a Attacker),
    relation: &Relation,
    constraint: &Constraint,
    (constraints, triggered): (&[Constraint], &[Triggered]),
) -> Vec<Try<'a>> {
    let rows = field.ground.rows.get(&relation.oid);
    let Some((own, of_b)) = rows.and_then(|rows| Some((rows.sample_a.as_ref()?, &rows.samples_b))) else {
        return Vec::new();
    };
    let is_null = |row: &Row, column: &str| value(relation, row, column) == "NULL";
    let is_whole = |row: &&Row| !constraint.columns.iter().any(|column| is_null(row, column));
    let Some(theirs) = of_b.iter().find(is_whole).or(of_b.first()) else { return Vec::new() };
    let column = |name: &str| relation.columns.iter().find(|it| it.name == name);
    let mut values = Vec::new();
    for name in &constraint.columns {
        let held = value(relation, theirs, name);
        let held = match held.as_str() {
            "NULL" if !constraint.nulls_alike => column(name).and_then(something),
            _ => Some(held),
        };
        let Some(held) = held else { return Vec::new() };
        values.push((name.clone(), held));
    }
    let copied = copied(field, relation, &values, triggered);
    let mut tries = Vec::new();
    for state in states(field, relation, constraint) {
        let changes: Vec<(String, String)> = values.iter().chain(&state).cloned().collect();
        let of_b = prepared(relation, theirs, &changes);
        for way in ways(field, place, relation) {
            let is_given = |name: &String| {
                way.columns.contains(name) || copied.contains(&format!("{} = ", quote_identifier(name)))
            };
            if !constraint.columns.iter().all(is_given)
                || !state.iter().all(|(name, _)| way.columns.contains(name))
            {
                continue;
            }
            let written = |with: &dyn Fn(&str) -> Option<String>| match way.is_insert {
                true => {
                    let given = way.columns.iter().map(|name| {
                        (name.as_str(), with(name).unwrap_or_else(|| value(relation, own, name)))
                    });
                    insert(&way.name, given)
                }
                false => {
                    let set = way.columns.iter().filter_map(|name| Some((name, with(name)?)));
                    let set: Vec<String> =
                        set.map(|(name, to)| format!("{} = {to}", quote_identifier(name))).collect();
                    let key = relation
                        .key
                        .iter()
                        .map(|key| format!("{} = {}", quote_identifier(key), value(relation, own, key)));
                    let key = key.collect::<Vec<_>>().join(" AND ");
                    format!("UPDATE {} SET {} WHERE {key}", way.name, set.join(", "))
                }
            };
            // That a plain constraint tells who changes a row is certain without trying.
            if !way.is_insert && (relation.key.is_empty() || constraint.predicate.is_empty()) {
                continue;
            }
            let room = if way.is_insert { make_room(field, relation, own) } else { String::new() };
            let find = |of: &[(String, String)], name: &str| {
                of.iter().find(|(column, _)| column == name).map(|(_, to)| to.clone())
            };
            let with_theirs = |name: &str| find(&changes, name);
            let with_own = |name: &str| {
                find(&state, name).or_else(|| find(&values, name).map(|_| value(relation, own, name)))
            };
            let attack = |prepare: String, sql: String| Attack {
                attacker,
                state: State::Own,
                prepare,
                sql: format!("{sql};\nSET CONSTRAINTS ALL IMMEDIATE"),
                judge: String::new(),
            };
            let of_row = |name: &str| with_theirs(name).unwrap_or_else(|| value(relation, own, name));
            let is_theirs = |name: &str| find(&values, name).is_some();
            let above = parents(field, place, relation, constraints, &of_row, &is_theirs);
            let taken = above.into_iter().chain([written(&with_theirs)]).collect::<Vec<_>>().join(";\n");
            tries.push(Try {
                verb: if way.is_insert { Verb::Insert } else { Verb::Update },
                taken: attack(format!("{of_b}{copied}{room}"), taken),
                own: attack(format!("{of_b}{room}"), written(&with_own)),
            });
        }
    }
    tries
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    constraint: &Constraint,
    (attack, error): (&Attack<'_>, &str),
) -> Finding {
    let columns = constraint.columns.join(", ");
    Finding {
        kind: KIND.to_owned(),
        object: constraint.name.clone(),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed: format!(
            "{} as tenant A was told that {columns} of a row of tenant B in {} is taken, where its own value is \
             accepted: {error}",
            attacker.role, relation.name
        ),
        fix: Some(format!("-- Let the tenant be the first column of {}.", constraint.name)),
    }
}
