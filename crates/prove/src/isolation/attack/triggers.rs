//! Attacks through triggers: A writes rows of its own, with values that B has too, and the superuser looks whether
//! that changed rows of B, or whether a refusal tells what they hold.

pub(super) mod claimed;
pub(super) mod copies;
pub(super) mod depends;
pub(super) mod felt;
pub(super) mod impostor;
pub(super) mod traces;
pub(super) mod twins;
mod writes;

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;
use tokio_postgres::Client;

use super::arena::{Attack, Attacker, Outcome, Row, ask};
use super::context::State;
use super::diagnose::{add, severity};
use super::functions::notices;
use super::functions::refusals::said;
use super::ground::{is, number, text};
use super::marks::mentions;
use super::oracles::Constraint;
use super::report::Verb;
use super::{Field, without};
use crate::bodies::{Functions, expanded};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const TRIGGERS: &str = include_str!("triggers.sql");

/// The functions that have their owner's rights.
const DEFINERS: &str = "SELECT DISTINCT proname FROM pg_proc WHERE prosecdef AND pronamespace <> 11";

/// The SQLSTATE of RAISE EXCEPTION.
const RAISED: &str = "P0001";

/// How many tables with the very same triggers are tried: what keeps a log is often on all of them.
const ALIKE: usize = 3;

/// A table with triggers.
pub(super) struct Triggered {
    pub relation: u32,
    /// What the triggers do, with all functions that they call.
    pub text: String,
    /// Whether any of it is done with other rights than those of who writes.
    pub definer: bool,
}

impl Triggered {
    pub(super) async fn read(client: &Client, functions: &Functions) -> Result<Vec<Triggered>, ProveError> {
        let definers: Vec<String> = ask(client, DEFINERS).await?.iter().map(|row| text(row, 0)).collect();
        let triggered = |row: &Row| {
            let whole = expanded(functions, &text(row, 1));
            let definer = is(row, 2) || definers.iter().any(|name| has_word(&whole, name));
            Triggered { relation: number(row, 0), text: whole, definer }
        };
        Ok(ask(client, TRIGGERS).await?.iter().map(triggered).collect())
    }

    /// Whether the triggers may do something with a table.
    pub(super) fn names(&self, relation: &Relation) -> bool {
        has_word(&self.text, &relation.table) || has_word(&self.text.to_lowercase(), "execute")
    }
}

/// Tries the tables with triggers that have other rights than the attackers. What one attacker could write need not be
/// written by the next: the triggers do the same.
pub(super) async fn attack(
    field: &mut Field<'_>,
    attackers: &[Attacker],
    constraints: &[Constraint],
    triggered: &[Triggered],
) -> Result<(), ProveError> {
    let mut written = BTreeSet::new();
    for (place, attacker) in attackers.iter().enumerate() {
        if !attacker.is_set() && !attacker.superuser && !attacker.bypassrls {
            attack_as(field, (place, attacker), (constraints, triggered), &mut written).await?;
        }
    }
    Ok(())
}

async fn attack_as(
    field: &mut Field<'_>,
    (place, attacker): (usize, &Attacker),
    (constraints, triggered): (&[Constraint], &[Triggered]),
    written: &mut BTreeSet<String>,
) -> Result<(), ProveError> {
    let scope = field.scope;
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    for table in triggered.iter().filter(|table| table.definer) {
        let Some(relation) = scope.relation(table.relation) else { continue };
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { continue };
        let is_meant = |it: &Relation| table.names(it);
        if relation.tenant.is_none() || !scope.of_tenants().any(&is_meant) {
            continue;
        }
        let tried = alike.entry(&table.text).or_default();
        *tried += 1;
        if *tried > ALIKE {
            continue;
        }
        let near = with_parents(field, relation, &is_meant, constraints);
        let twins = twins::twins(field, constraints, &|it| near.contains(&it.oid));
        let (remember, judge) = without::watch(field, &is_meant);
        let (before, copied) = without::copied(field);
        let Some(own) = field.ground.rows.get(&relation.oid).and_then(|rows| rows.sample_a.as_ref()) else {
            continue;
        };
        let (claim, own) = claimed::claimed(field, relation, own, constraints);
        // What is remembered stays true: room is made among A's rows alone, with triggers off.
        let common = format!("{twins}{claim}{remember}{before}");
        let attacks: Vec<(Verb, Attack<'_>)> = writes::writes(field, relation, (&rights, table), &own)
            .into_iter()
            .filter(|(_, _, sql)| !written.contains(sql))
            .map(|(verb, room, sql)| {
                let prepare = format!("{common}{room}");
                let judge = format!("{judge};\n{copied}");
                (verb, Attack { attacker, state: State::Own, prepare, sql, judge })
            })
            .collect();
        written.extend(judged(field, attacker, relation, (&common, &attacks)).await?);
    }
    Ok(())
}

/// Runs writes at a table, all of which begin with what they have in common, and tells what came of them; the statements
/// that could be run.
pub(super) async fn judged(
    field: &mut Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    (common, attacks): (&str, &[(Verb, Attack<'_>)]),
) -> Result<BTreeSet<String>, ProveError> {
    let mut written = BTreeSet::new();
    let run: Vec<Attack<'_>> = attacks.iter().map(|(_, attack)| attack.clone()).collect();
    notices::forget(field);
    let outcomes = field.arena.run_after(common, &run).await?;
    for notices::Told { place, notice } in notices::told(field, &run).await? {
        let observed = format!(
            "{} as tenant A wrote a row of its own in {}, and a notice names a row of tenant B: {notice}",
            attacker.role, relation.name
        );
        let finding = finding(field, "error_detail_custom", relation, &run[place], observed);
        add(field, finding);
    }
    for ((verb, attack), outcome) in attacks.iter().zip(outcomes) {
        let finding = match &outcome {
            Outcome::Done { judged, .. } => {
                written.insert(attack.sql.clone());
                changed_rows(field, relation, attack, judged)
            }
            Outcome::Refused(error) if mentions(&said(error)) => {
                told(field, relation, attack, &said(error)).await?
            }
            Outcome::Refused(error) if error.sqlstate == RAISED && !names_b(field, &attack.sql) => {
                differs(field, relation, attack, &said(error)).await?
            }
            _ => None,
        };
        field.count(&relation.name, attacker, *verb, finding.is_some());
        finding.into_iter().for_each(|finding| add(field, finding));
    }
    Ok(written)
}

/// A table, those that are meant, and all that they refer to: foreign keys of new rows are looked at when they change.
fn with_parents(
    field: &Field<'_>,
    relation: &Relation,
    is_meant: &dyn Fn(&Relation) -> bool,
    constraints: &[Constraint],
) -> BTreeSet<u32> {
    let meant = field.scope.relations.iter().filter(|it| is_meant(it)).map(|it| it.oid);
    let mut queue: Vec<u32> = meant.chain([relation.oid]).collect();
    let mut near = BTreeSet::new();
    while let Some(oid) = queue.pop() {
        if near.insert(oid) {
            let keys = constraints.iter().filter(|it| it.is_reference && it.relation == oid);
            queue.extend(keys.map(|it| it.parent));
        }
    }
    near
}

fn changed_rows(
    field: &Field<'_>,
    relation: &Relation,
    attack: &Attack<'_>,
    judged: &[Row],
) -> Option<Finding> {
    let changed: Vec<String> = judged.iter().filter(|row| row.len() == 1).map(|row| text(row, 0)).collect();
    let copied: Vec<&str> = without::copied_beyond(judged, &attack.sql).into_iter().collect();
    (!changed.is_empty() || !copied.is_empty()).then(|| {
        let done = match changed.as_slice() {
            [] => format!("wrote what tenant B holds into rows of tenant A in {}", copied.join(", ")),
            changed => format!("changed rows of tenant B in {}", changed.join(", ")),
        };
        let observed = format!(
            "{} as tenant A wrote a row of its own in {}; triggers then {done}",
            attack.attacker.role, relation.name
        );
        // Of the two questions, the one that showed it.
        let (written, taken) = attack.judge.split_once(";\n").unwrap_or((&attack.judge, ""));
        let judge = if changed.is_empty() { taken } else { written };
        let shown = Attack { judge: judge.to_owned(), ..attack.clone() };
        let by_rules = field.ground.facts.get(&relation.oid).is_some_and(|facts| facts.by_rules);
        let kind = if by_rules { "rule_runs_as_owner" } else { "secdef_trigger_cross_write" };
        finding(field, kind, relation, &shown, observed)
    })
}

/// Whether a refusal tells what a row of B holds: without B's rows it does not say so.
async fn told(
    field: &Field<'_>,
    relation: &Relation,
    attack: &Attack<'_>,
    error: &str,
) -> Result<Option<Finding>, ProveError> {
    let prepare = format!("{}{}", attack.prepare, without::removal(field));
    let alone = field.arena.run(&Attack { prepare, ..attack.clone() }).await?;
    let is_told = match alone {
        Outcome::Refused(other) => !mentions(&said(&other)),
        Outcome::Done { .. } => true,
        Outcome::Unprepared | Outcome::Unjudged(_) => false,
    };
    let observed = format!(
        "{} as tenant A wrote a row of its own in {}, and the error names a row of tenant B: {error}",
        attack.attacker.role, relation.name
    );
    Ok(is_told.then(|| finding(field, "error_detail_custom", relation, attack, observed)))
}

fn names_b(field: &Field<'_>, sql: &str) -> bool {
    mentions(sql) || sql.contains(&quote_literal(&field.probe.tenants[1]))
}

/// Whether a refusal says something else when B's rows are gone, and the same each time while they are there.
async fn differs(
    field: &Field<'_>,
    relation: &Relation,
    attack: &Attack<'_>,
    error: &str,
) -> Result<Option<Finding>, ProveError> {
    let prepare = format!("{}{}", attack.prepare, without::removal(field));
    let alone = Attack { prepare, ..attack.clone() };
    let outcomes = field.arena.run_all(&[attack.clone(), alone]).await?;
    let [Outcome::Refused(again), Outcome::Refused(alone)] = outcomes.as_slice() else { return Ok(None) };
    let is_told = said(again) == error && alone.sqlstate == RAISED && said(alone) != error;
    let observed = format!(
        "{} as tenant A wrote a row of its own in {}, and the error depends on rows of tenant B: {error}; without them: \
         {alone}",
        attack.attacker.role, relation.name
    );
    Ok(is_told.then(|| finding(field, "error_detail_custom", relation, attack, observed)))
}

fn finding(
    field: &Field<'_>,
    kind: &str,
    relation: &Relation,
    attack: &Attack<'_>,
    observed: String,
) -> Finding {
    Finding {
        kind: kind.to_owned(),
        object: relation.name.clone(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed,
        fix: Some(format!(
            "-- Let the triggers on {} compare the tenant of what they read and change.",
            relation.name
        )),
    }
}
