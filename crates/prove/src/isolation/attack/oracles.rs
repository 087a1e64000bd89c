//! Attacks by what constraints tell: a reference to a row of B that is accepted, a value of B that is
//! taken. And by what triggers do with the ids that they are given.

pub(super) mod held;
pub(super) mod listed;
pub(super) mod numbers;
pub(super) mod taken;

use bulkhead_connect::quote_identifier;

use super::arena::{Attack, Attacker, Outcome, Row, ask};
use super::belonging::{is_certain, is_of, path_columns};
use super::context::State;
use super::diagnose::add;
use super::ground::{is, number, text};
use super::parents::parents;
use super::report::{Hole, Verb};
use super::values::{fresh, insert, value};
use super::{Field, Untested, views, without};
use crate::isolation::scope::{Relation, RelationKind, TenantPath};
use crate::{Finding, ProveError, Severity};

const CONSTRAINTS: &str = include_str!("constraints.sql");

/// A foreign key or a unique index.
pub(super) struct Constraint {
    pub is_reference: bool,
    pub relation: u32,
    /// As it is called in a finding.
    pub name: String,
    pub columns: Vec<String>,
    pub parent: u32,
    pub referenced: Vec<String>,
    /// For a reference: rows go with the row they refer to. Else: the server chooses the values.
    pub flag: bool,
    /// For which rows it holds; empty for all.
    pub predicate: String,
    /// Whether nulls are taken as well.
    pub nulls_alike: bool,
}

/// The constraints of all tables.
pub(super) async fn read(field: &Field<'_>) -> Result<Vec<Constraint>, ProveError> {
    let list = |row: &Row, index| text(row, index).split('\x01').map(str::to_owned).collect();
    let constraint = |row: &Row| Constraint {
        is_reference: text(row, 0) == "f",
        relation: number(row, 1),
        name: text(row, 2),
        columns: list(row, 3),
        parent: number(row, 4),
        referenced: list(row, 5),
        flag: is(row, 6),
        predicate: text(row, 7),
        nulls_alike: is(row, 8),
    };
    Ok(ask(field.arena.client, CONSTRAINTS).await?.iter().map(constraint).collect())
}

/// A change to the columns of a constraint, and two that tell whether it means anything.
struct Try<'a, 'c> {
    constraint: &'c Constraint,
    /// With B's values.
    attack: Attack<'a>,
    /// With values that nobody has.
    random: Attack<'a>,
    /// With A's own values.
    own: Attack<'a>,
}

/// Tries the constraints of the tables that an attacker may write.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let tries: Vec<Try<'_, '_>> =
        constraints.iter().filter_map(|it| attempt(field, place, attacker, it, constraints)).collect();
    let attacks: Vec<Attack<'_>> =
        tries.iter().flat_map(|it| [it.attack.clone(), it.random.clone(), it.own.clone()]).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let digest = without::digest(field);
    let before = ask(field.arena.client, &digest).await?;
    for (attempt, outcomes) in tries.iter().zip(outcomes.chunks_exact(3)) {
        let [with_b, random, own] = outcomes else { continue };
        let Some(relation) = field.scope.relation(attempt.constraint.relation) else { continue };
        let succeeded = if attempt.constraint.is_reference {
            is_done(with_b) && code(random) == Some("23503")
        } else {
            matches!(code(with_b), Some("23505" | "23P01")) && is_done(own)
        };
        field.count(&relation.name, attacker, Verb::Insert, succeeded);
        if succeeded {
            let finding = finding(field, attacker, attempt, relation);
            add(field, finding);
        } else if is_done(own)
            && is_settled(attempt.constraint, with_b)
            && attempt.constraint.predicate.is_empty()
        {
            let kind = if attempt.constraint.is_reference { "fk_cross_tenant" } else { "unique_oracle" };
            field.settled.insert((kind.to_owned(), attempt.constraint.name.clone()));
        } else if let Outcome::Refused(error) = own
            && error.sqlstate != "42501"
        {
            let reason = format!("a row of A's own cannot be written again: {error}");
            let (object, role) = (attempt.constraint.name.clone(), Some(attacker.role.clone()));
            field.untested.push(Untested { object, role, reason });
        }
        if attempt.constraint.is_reference && is_done(with_b) {
            triggered(field, attacker, attempt, relation, &before).await?;
        }
    }
    Ok(())
}

/// Whether the attack shows that there is no hole, A's own row being accepted: B's row cannot be referred to; B's value
/// is accepted, or refused by a policy, which is asked first.
fn is_settled(constraint: &Constraint, with_b: &Outcome) -> bool {
    let is_refused = matches!(code(with_b), Some("42501" | "23503"));
    if constraint.is_reference { is_refused } else { is_done(with_b) || code(with_b) == Some("42501") }
}

fn is_done(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Done { .. })
}

/// The code of a refusal.
pub(super) fn code(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Refused(error) => Some(&error.sqlstate),
        _ => None,
    }
}

/// A row of A, written once more with other values in the columns of the constraint.
fn attempt<'a, 'c>(
    field: &Field<'_>,
    place: usize,
    attacker: &'a Attacker,
    constraint: &'c Constraint,
    all: &[Constraint],
) -> Option<Try<'a, 'c>> {
    let relation = field.scope.relation(constraint.relation)?;
    let (way, rights) = views::way(field, place, relation)?;
    let rows = field.ground.rows.get(&relation.oid)?;
    let sample = rows.sample_a.as_ref()?;
    let facts = field.ground.facts.get(&relation.oid)?;
    let is_root = matches!(relation.tenant, Some(TenantPath::Root { .. }));
    if is_root && constraint.is_reference
        || relation.tenant.is_none()
        || facts.partition
        || rights.insert_columns.is_empty()
    {
        return None;
    }
    let path = path_columns(relation);
    let values: Vec<(String, String, String)> = if constraint.is_reference {
        let parent = field.scope.relation(constraint.parent)?;
        let is_tenant = matches!(parent.tenant, Some(TenantPath::Root { .. }) | None);
        if is_tenant || !is_certain(field.scope, parent) || field.scope.is_of_users(parent) {
            return None;
        }
        // The reference that says whose the row is has been tried in a row of B. In a row of A's it stands beside the
        // columns that policies may look at instead.
        let is_way = constraint.columns.iter().all(|column| path.contains(&column.as_str()));
        let planted = |hole: &Hole| hole.relation == relation.oid && hole.verb == Verb::Insert;
        let names_tenant = matches!(relation.tenant, Some(TenantPath::Column { .. }));
        if is_way && (names_tenant || field.holes.iter().any(planted)) {
            return None;
        }
        // Tenants number alike: a row that A has as well says nothing of B's.
        let of_parent = field.ground.rows.get(&parent.oid)?;
        let number = |row: &Row| -> Vec<String> {
            let own = constraint.referenced.iter().filter(|it| !path_columns(parent).contains(&it.as_str()));
            own.map(|column| value(parent, row, column)).collect()
        };
        let is_only_theirs = |row: &&Row| !of_parent.samples_a.iter().any(|of_a| number(of_a) == number(row));
        let theirs = of_parent.samples_b.iter().find(is_only_theirs)?;
        let pairs = constraint.columns.iter().zip(&constraint.referenced);
        let changed = pairs.filter(|(column, _)| is_way || !path.contains(&column.as_str()));
        changed
            .map(|(column, other)| {
                let theirs = value(parent, theirs, other);
                let random = fresh(data_type(relation, column), &theirs);
                (column.clone(), theirs, random.unwrap_or_else(|| "NULL".to_owned()))
            })
            .collect()
    } else {
        let guessed = constraint.columns.iter().all(|column| is_guessable(relation, column));
        // What a user is called is one's among all.
        let guessed = guessed && !field.scope.is_of_users(relation);
        if constraint.flag || !guessed || constraint.columns.iter().any(|it| path.contains(&it.as_str())) {
            return None;
        }
        // A null is never taken.
        let is_whole = |row: &&Row| constraint.columns.iter().all(|it| value(relation, row, it) != "NULL");
        let theirs = rows.samples_b.iter().find(is_whole)?;
        let change = |column: &String| {
            let theirs = value(relation, theirs, column);
            (column.clone(), theirs.clone(), theirs)
        };
        constraint.columns.iter().map(change).collect()
    };
    // A null compares with nothing.
    if values.iter().any(|(column, theirs, _)| theirs == "NULL" || !rights.insert_columns.contains(column)) {
        return None;
    }
    let written = |pick: &dyn Fn(&str) -> Option<String>| {
        let given = rights.insertable(relation).map(|it| {
            let value = pick(&it.name).unwrap_or_else(|| value(relation, sample, &it.name));
            (it.name.as_str(), value)
        });
        let sql = insert(way, given);
        Attack {
            attacker,
            state: State::Own,
            prepare: make_room(field, relation, sample),
            sql: format!("{sql};\nSET CONSTRAINTS ALL IMMEDIATE"),
            judge: String::new(),
        }
    };
    let find = |name: &str| values.iter().find(|(column, ..)| column == name);
    let mut attack = written(&|name| find(name).map(|(_, theirs, _)| theirs.clone()));
    if !constraint.is_reference {
        // What B's values refer to, A first makes for itself.
        let of_row = |name: &str| match find(name) {
            Some((_, theirs, _)) => theirs.clone(),
            None => value(relation, sample, name),
        };
        let parents = parents(field, place, relation, all, &of_row, &|name| find(name).is_some());
        attack.sql = parents.into_iter().chain([attack.sql.clone()]).collect::<Vec<_>>().join(";\n");
    }
    Some(Try {
        constraint,
        attack,
        random: written(&|name| find(name).map(|(_, _, random)| random.clone())),
        own: written(&|_| None),
    })
}

/// Takes A's row away, so that it can be written again as it was.
pub(super) fn make_room(field: &Field<'_>, relation: &Relation, sample: &[Option<String>]) -> String {
    let of_a = is_of(field.scope, relation, "t", &field.probe.tenants[0]).unwrap_or_default();
    let pairs: Vec<String> = relation
        .key
        .iter()
        .map(|column| format!("t.{} = {}", quote_identifier(column), value(relation, sample, column)))
        .collect();
    let condition = if pairs.is_empty() { of_a } else { pairs.join(" AND ") };
    let facts = field.ground.facts.get(&relation.oid);
    let stubborn = match facts.is_some_and(|facts| facts.stubborn_triggers) {
        true if relation.kind == RelationKind::Table => format!(
            "ALTER TABLE {0} DISABLE TRIGGER USER;\nDELETE FROM {0} AS t WHERE {condition};\n\
             ALTER TABLE {0} ENABLE TRIGGER USER;\n",
            relation.name
        ),
        _ => format!("DELETE FROM {} AS t WHERE {condition};\n", relation.name),
    };
    format!(
        "SET LOCAL session_replication_role = replica;\n{stubborn}\
         SET LOCAL session_replication_role = origin;\n"
    )
}

fn data_type<'r>(relation: &'r Relation, column: &str) -> &'r str {
    relation.columns.iter().find(|it| it.name == column).map_or("", |it| &it.data_type)
}

/// Random ids and the digests of secrets are not guessed.
pub(super) fn is_guessable(relation: &Relation, column: &str) -> bool {
    !matches!(data_type(relation, column), "uuid" | "bytea" | "") && !is_secret(column)
}

/// Whether a column's name says that who knows the value is admitted by it. Who has the same content has its sum, too.
pub(super) fn is_secret(column: &str) -> bool {
    let sums =
        ["checksum", "content", "source", "file", "body", "document", "image", "sha1", "sha256", "md5"];
    let keys = ["token", "secret", "signature", "nonce", "key", "password", "code", "session", "link"];
    let has = |words: &[&str]| words.iter().any(|word| column.contains(word));
    if has(&sums) && !has(&keys) {
        return false;
    }
    let words = ["token", "hash", "digest", "secret", "signature", "fingerprint", "checksum", "nonce"];
    words.iter().any(|word| column.contains(word))
}

fn finding(field: &Field<'_>, attacker: &Attacker, attempt: &Try<'_, '_>, relation: &Relation) -> Finding {
    let constraint = attempt.constraint;
    let columns = constraint.columns.join(", ");
    let mut attack = attempt.attack.clone();
    let random = constraint.columns.iter().any(|column| data_type(relation, column) == "uuid");
    let (kind, severity, observed, fix) = if constraint.is_reference {
        let parent = field.scope.relation(constraint.parent).map_or("", |parent| &parent.name);
        attack.judge =
            format!("SELECT count(*) FROM {} WHERE xmin = pg_current_xact_id()::xid", relation.name);
        // A random key has to be learnt in another way first. Known once, B's row cannot be deleted for A's, or A's row
        // goes with it.
        let severity = if constraint.flag && !random { Severity::High } else { Severity::Medium };
        let observed = format!(
            "{} as tenant A wrote a row of {} whose {columns} is a row of tenant B in {parent}; \
             a key that does not \
             exist was refused",
            attacker.role, relation.name
        );
        let fix = format!("-- Let the foreign key ({columns}) compare the tenant, too: (tenant, {columns}).");
        ("fk_cross_tenant", severity, observed, fix)
    } else {
        let observed = format!(
            "{} as tenant A was told that {columns} of a row of tenant B in {} is taken",
            attacker.role, relation.name
        );
        let fix = format!("-- Let the tenant be the first column of {}.", constraint.name);
        ("unique_oracle", Severity::Medium, observed, fix)
    };
    Finding {
        kind: kind.to_owned(),
        object: constraint.name.clone(),
        objects: Vec::new(),
        severity,
        place: None,
        exploit: Some(field.arena.exploit(&attack)),
        observed,
        fix: Some(fix),
    }
}

/// Whether a trigger took the id of B's row to change that row.
async fn triggered(
    field: &mut Field<'_>,
    attacker: &Attacker,
    attempt: &Try<'_, '_>,
    relation: &Relation,
    before: &[Row],
) -> Result<(), ProveError> {
    let attack = Attack { judge: without::digest(field), ..attempt.attack.clone() };
    let Outcome::Done { judged, .. } = field.arena.run(&attack).await? else { return Ok(()) };
    // A row that belongs to whom it refers to is B's by itself, without a trigger.
    let path = path_columns(relation);
    let is_way = attempt.constraint.columns.iter().all(|column| path.contains(&column.as_str()));
    let changed: Vec<String> = before
        .iter()
        .filter(|row| !judged.contains(row))
        .map(|row| text(row, 0))
        .filter(|table| !is_way || *table != relation.name)
        .collect();
    field.count(&relation.name, attacker, Verb::Insert, !changed.is_empty());
    changed_by_triggers(field, attacker, &attempt.attack, relation, &changed);
    Ok(())
}

/// Adds the finding that a row of A's in `relation` changed rows of B in other tables, if in any.
pub(super) fn changed_by_triggers(
    field: &mut Field<'_>,
    attacker: &Attacker,
    attack: &Attack<'_>,
    relation: &Relation,
    changed: &[String],
) {
    let Some(first) = changed.first() else { return };
    let of_b = field.scope.relations.iter().find(|it| it.name == *first);
    let of_b = of_b.and_then(|it| is_of(field.scope, it, "t", &field.probe.tenants[1]));
    let judge = format!(
        "SELECT count(*) FROM {first} AS t WHERE t.xmin = pg_current_xact_id()::xid AND {}",
        of_b.as_deref().unwrap_or("true")
    );
    let exploit = field.arena.exploit(&Attack { judge, ..attack.clone() });
    add(
        field,
        Finding {
            kind: "secdef_trigger_cross_write".to_owned(),
            object: relation.name.clone(),
            objects: Vec::new(),
            severity: Severity::Critical,
            place: None,
            exploit: Some(exploit),
            observed: format!(
                "{} as tenant A wrote a row of {} that names a row of B; \
                 triggers then changed rows of B in {}",
                attacker.role,
                relation.name,
                changed.join(", ")
            ),
            fix: Some(format!(
                "-- Let the triggers on {} compare the tenant of what they change.",
                relation.name
            )),
        },
    );
}
