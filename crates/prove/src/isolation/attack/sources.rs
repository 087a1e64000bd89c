//! Attacks on what the policies ask: the table of memberships, or another that a policy looks into.
//!
//! A row there that opens B's rows to A is found first, by the superuser. Whether A can write it is then the attack:
//! with triggers, constraints and policies as they are, and B's rows read in the same transaction.

mod aligned;
mod writes;

use std::collections::BTreeSet;

use bulkhead_sql::has_word;

use self::writes::{Changes, Write};
pub(super) use self::writes::{holds, pairs};
use super::arena::{Attack, Attacker, Outcome, POLICIES_ALONE, Row, ask};
use super::belonging::is_of;
use super::context::State;
use super::diagnose::{add, severity};
use super::ground::text;
use super::report::Verb;
use super::worlds::{self, Rank};
use super::{Field, fix};
use crate::bodies::{Functions, expanded};
use crate::isolation::scope::{Relation, is_named};
use crate::{Finding, ProveError};

const KIND: &str = "policy_source_writable";
const BY_VALUE: &str = "policy_opens_by_value";

/// How many tables are read to see whether a row has opened them.
const TARGETS: usize = 3;

/// As how many others of A a row is written.
const RANKS: usize = 3;

/// Tries every table that policies ask and that the attacker may write.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &Functions,
) -> Result<(), ProveError> {
    let scope = field.scope;
    for source in scope.relations.iter().filter(|relation| super::is_table(relation)) {
        let Some(rights) = field.ground.rights.get(&(place, source.oid)).cloned() else { continue };
        let may_write = !rights.insert_columns.is_empty() || !rights.update_columns.is_empty();
        if !may_write || rights.owner || source.partition_of.is_some() {
            continue;
        }
        let targets = targets(field, place, source, functions);
        if targets.is_empty() {
            continue;
        }
        let mut rows = sample(field, source).await?;
        rows.extend(worlds::turned(field, source, &rows));
        if rows.is_empty() {
            rows.push(vec![None; source.columns.len()]);
        }
        let about: Vec<Changes> = targets
            .iter()
            .map(|target| aligned::aligned(field, source, target, &text_of(field, target, functions)))
            .filter(|changes| !changes.is_empty())
            .collect();
        let ranks = worlds::ranks_of(field, source, &text_of(field, source, functions));
        for write in writes::writes(field, source, &rights, (&rows, &about)) {
            let Some(target) = opened_by(field, attacker, &targets, &write.control).await? else { continue };
            if try_write(field, attacker, (source, target), &write, None).await? {
                continue;
            }
            for rank in ranks.iter().take(RANKS) {
                if try_write(field, attacker, (source, target), &write, Some(rank)).await? {
                    break;
                }
            }
        }
    }
    Ok(())
}

/// What the policies of a table say, with the functions that they call.
pub(super) fn text_of(field: &Field<'_>, source: &Relation, functions: &Functions) -> String {
    let policies = field.ground.facts.get(&source.oid).map_or(&[][..], |facts| &facts.policies);
    let parts = policies.iter().flat_map(|policy| [&policy.using, &policy.check]).flatten();
    expanded(functions, &parts.map(String::as_str).collect::<Vec<_>>().join("\n"))
}

/// The tables whose policies ask `source` and whose rows of B the attacker has not met.
pub(super) fn targets<'f>(
    field: &Field<'f>,
    place: usize,
    source: &Relation,
    functions: &Functions,
) -> Vec<&'f Relation> {
    let membership = field.scope.tenancy.context.membership.as_ref();
    let is_membership = membership.is_some_and(|membership| is_named(source, &membership.table));
    let asks = |relation: &Relation| {
        let policies = field.ground.facts.get(&relation.oid).map_or(&[][..], |facts| &facts.policies);
        policies.iter().flat_map(|policy| [&policy.using, &policy.check]).flatten().any(|text| {
            let text = expanded(functions, text);
            has_word(&text, &source.table) || is_membership && has_word(&text, "current_setting")
        })
    };
    let is_open = |relation: &Relation| {
        let mut met = field.holes.iter().filter(|hole| hole.relation == relation.oid);
        met.any(|hole| hole.attacker == place && hole.verb == Verb::Select && hole.state == State::Own)
    };
    let is_target = |relation: &&Relation| {
        super::is_table(relation)
            && relation.oid != source.oid
            && field.ground.rights.get(&(place, relation.oid)).is_some_and(|rights| rights.select)
            && field.ground.rows.get(&relation.oid).is_some_and(|rows| !rows.of_b.is_empty())
            && !is_open(relation)
            && asks(relation)
    };
    field.scope.relations.iter().filter(is_target).take(TARGETS).collect()
}

/// Rows to copy: of B, of A, and of nobody.
pub(super) async fn sample(field: &Field<'_>, source: &Relation) -> Result<Vec<Row>, ProveError> {
    let known = field.ground.rows.get(&source.oid);
    let of_b = known.and_then(|rows| rows.samples_b.first().cloned());
    let of_a = known.and_then(|rows| rows.sample_a.clone());
    let mut rows: Vec<Row> = of_b.into_iter().chain(of_a).collect();
    if rows.is_empty() {
        let any = format!("SELECT t.* FROM {} AS t LIMIT 1", source.name);
        rows = ask(field.arena.client, &any).await?;
    }
    Ok(rows)
}

/// The first target of which A reads rows of B when the row is there.
async fn opened_by<'f>(
    field: &Field<'f>,
    attacker: &Attacker,
    targets: &[&'f Relation],
    control: &str,
) -> Result<Option<&'f Relation>, ProveError> {
    let attacks: Vec<Attack<'_>> = targets
        .iter()
        .map(|target| Attack {
            attacker,
            state: State::Own,
            prepare: format!("{POLICIES_ALONE}{control};\n"),
            sql: format!("SELECT tableoid, ctid FROM {}", target.name),
            judge: String::new(),
        })
        .collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let opened = targets.iter().zip(&outcomes).find(|(target, outcome)| met(field, target, outcome) > 0);
    Ok(opened.map(|(target, _)| *target))
}

/// How many rows of B the attacker was given.
pub(super) fn met(field: &Field<'_>, target: &Relation, outcome: &Outcome) -> usize {
    let (Outcome::Done { rows, .. }, Some(known)) = (outcome, field.ground.rows.get(&target.oid)) else {
        return 0;
    };
    let given: BTreeSet<(String, String)> = rows.iter().map(|row| (text(row, 0), text(row, 1))).collect();
    given.intersection(&known.of_b).count()
}

/// Lets the attacker write the row and read.
async fn try_write(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (source, target): (&Relation, &Relation),
    write: &Write,
    rank: Option<&Rank>,
) -> Result<bool, ProveError> {
    let read = |what: &str| format!("SELECT {what} FROM {} AS t", target.name);
    let mut found = false;
    for form in &write.forms {
        let attack = |read: String| Attack {
            attacker,
            state: State::Own,
            prepare: rank.map_or_else(String::new, |rank| rank.prepare.clone()),
            sql: format!("{form};\n{read}"),
            judge: String::new(),
        };
        let outcome = field.arena.run(&attack(read("t.tableoid, t.ctid"))).await?;
        let rows = met(field, target, &outcome);
        field.count(&source.name, attacker, write.verb, rows > 0);
        match &outcome {
            // What the write itself is refused for may lie in the made-up values.
            Outcome::Refused(error)
                if error.sqlstate.starts_with("22") || error.sqlstate.starts_with("23") => {}
            Outcome::Unprepared | Outcome::Unjudged(_) => {}
            _ => drop(field.settled.insert((KIND.to_owned(), source.name.clone()))),
        }
        if rows == 0 {
            continue;
        }
        let of_b = is_of(field.scope, target, "t", &field.probe.tenants[1]);
        let condition = of_b.filter(|condition| !condition.contains("EXISTS"));
        let shown = condition.map_or_else(|| read("t.*"), |of_b| format!("{} WHERE {of_b}", read("t.*")));
        let (kind, object, mended) = match write.is_own {
            true => (BY_VALUE, &target.name, target),
            false => (KIND, &source.name, source),
        };
        let finding = Finding {
            kind: kind.to_owned(),
            object: object.clone(),
            objects: Vec::new(),
            severity: severity(kind),
            place: None,
            exploit: Some(field.arena.exploit(&attack(shown))),
            observed: format!(
                "{} as tenant A{} {} a row of {}, which the policies ask, and then read {rows} rows of tenant B in {}",
                attacker.role,
                rank.map_or_else(String::new, |rank| format!(", {},", rank.words)),
                write.verb.past(),
                source.name,
                target.name
            ),
            fix: Some(fix::fix(field, mended, attacker, kind)),
        };
        add(field, finding);
        found = true;
    }
    Ok(found)
}
