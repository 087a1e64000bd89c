//! Attacks in other worlds than the one that was made up: policies open rows for certain values only, and two rows
//! rarely have them.
//!
//! The values come from the texts of the policies and of the functions that they call. A world is made in the
//! transaction of the attack: by the superuser, who fills B's rows or gives B another id, or by A, who changes rows of
//! its own or says more in its context. What A meets there, it meets wherever such data is.

pub(super) mod asks;
mod bare;
mod children;
pub(super) mod claims;
mod ended;
mod likeness;
mod lists;
mod moves;
mod names;
mod own;
mod plants;
mod raised;
mod ranked;
mod ranks;
mod references;
mod seats;
mod second;
pub(super) mod states;
pub(super) mod texts;
mod together;
mod values;

use bulkhead_sql::has_word;

use super::super::scope::{Relation, TenantPath};
use super::Field;
use super::arena::{Attack, Attacker, Outcome, POLICIES_ALONE, Row};
use super::belonging::is_of;
use super::context::State;
use super::diagnose::{add, severity};
use super::fix;
use super::ground::{Facts, Rights, Rows, text};
use super::oracles::Constraint;
use super::report::{Form, Hole, Verb};
use super::tries::Tries;
use crate::bodies::{Functions, expanded};
use crate::{Finding, ProveError, Severity};

const BY_VALUE: &str = "policy_opens_by_value";
const BY_CLAIM: &str = "context_claim_opens_all";

/// How many worlds of one sort are tried on a table.
const WORLDS: usize = 24;

/// How many tables that a policy asks are filled.
const ASKED: usize = 4;

/// How many other values of a column are tried in a row that is written.
const TURNS: usize = 3;

/// How many columns are updated before updates count as refused.
const UPDATES: usize = 2;

/// As what an attack that succeeds in a world is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// Rows of B are open for what is in them.
    Value,
    /// A opens B's rows by what is in its own.
    OwnRow,
    /// B's rows are open to those of A who have some rank.
    Rank,
    /// A reads B's rows by a right that has ended.
    Ended,
    /// A opens B's rows by what it says besides its tenant.
    Claim,
    /// As any other hole.
    Hole,
}

/// A world.
#[derive(Clone, Debug)]
struct World {
    told: Told,
    /// What is told of it: a clause.
    words: String,
    state: State,
    /// What the superuser changes; triggers and foreign keys are off then.
    prepare: String,
    /// What A does first.
    deed: String,
    /// B's id where it is another.
    tenant: Option<String>,
    /// The columns that are filled, which are not updated then as others are.
    columns: Vec<String>,
    /// Assignments that change what is filled to something else that may stand there.
    turns: Vec<String>,
    /// Whether B has to see the row as well, to show that it may be like that.
    witnessed: bool,
}

impl World {
    fn new(told: Told, words: String) -> World {
        World {
            told,
            words,
            state: State::Own,
            prepare: String::new(),
            deed: String::new(),
            tenant: None,
            columns: Vec::new(),
            turns: Vec::new(),
            witnessed: false,
        }
    }
}

/// A rank that somebody of A may have.
pub(super) struct Rank {
    /// What the superuser does first.
    pub prepare: String,
    /// How it is told: a clause.
    pub words: String,
}

/// The ranks that a text compares with, in a table and in others that the text names.
pub(super) fn ranks_of(field: &Field<'_>, source: &Relation, text: &str) -> Vec<Rank> {
    let sources: Vec<&Relation> = named_by(field, source, text).into_iter().take(ASKED).collect();
    let worlds = ranks::worlds_of(field, &sources, text).into_iter();
    worlds.map(|world| Rank { prepare: asks::prepared(&world), words: world.words }).collect()
}

/// Rows with other values in the columns that hold one of a few: what a check refuses of one, it may let through of
/// another.
pub(super) fn turned(field: &Field<'_>, source: &Relation, rows: &[Row]) -> Vec<Row> {
    let Some(facts) = field.ground.facts.get(&source.oid) else { return Vec::new() };
    let mut turned = Vec::new();
    for (place, column) in source.columns.iter().enumerate() {
        let Some(allowed) = facts.allowed.get(&column.name) else { continue };
        for row in rows.iter().take(1) {
            let others =
                texts::constants(allowed).into_iter().filter(|it| row.get(place) != Some(&Some(it.clone())));
            turned.extend(others.take(TURNS).map(|other| {
                let mut row = row.clone();
                row[place] = Some(other);
                row
            }));
        }
    }
    turned.truncate(UPDATES * TURNS);
    turned
}

/// A verb tried in a world.
struct Try<'w, 'a> {
    world: &'w World,
    verb: Verb,
    attack: Attack<'a>,
}

/// What the policies of a relation say for some verbs, with the functions that they call.
struct Said {
    verbs: Vec<Verb>,
    text: String,
}

/// Tries all worlds that the policies of each table speak of.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &Functions,
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    for relation in scope.of_tenants().filter(|relation| super::is_table(relation)) {
        let Some(facts) = field.ground.facts.get(&relation.oid).cloned() else { continue };
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { continue };
        let Some(rows) = field.ground.rows.get(&relation.oid).cloned() else { continue };
        let is_open = field.holes.iter().any(|hole| hole.relation == relation.oid && hole.attacker == place);
        if !facts.row_security || rows.of_b.is_empty() || is_open {
            continue;
        }
        let said = said(&facts, attacker, functions);
        let subject = Subject { place, attacker, relation, rights: &rights, rows: &rows };
        plants::attack(field, &subject, &said).await?;
        moves::attack(field, &subject, &said).await?;
        children::attack(field, &subject).await?;
        on_table(field, &subject, &said, constraints).await?;
    }
    Ok(())
}

/// Runs attacks as A on a table; the first that meets rows is its hole.
async fn first_hole(
    field: &mut Field<'_>,
    subject: &Subject<'_>,
    (verb, form): (Verb, Form),
    attacks: &[Attack<'_>],
) -> Result<(), ProveError> {
    let outcomes = field.arena.run_all(attacks).await?;
    for (attack, outcome) in attacks.iter().zip(outcomes) {
        let rows = outcome.judged();
        field.count(&subject.relation.name, subject.attacker, verb, rows > 0);
        if rows > 0 {
            let (relation, attacker) = (subject.relation.oid, subject.place);
            let exploit = field.arena.exploit(attack);
            field.holes.push(Hole { relation, attacker, verb, form, state: attack.state, rows, exploit });
            return Ok(());
        }
    }
    Ok(())
}

/// Who attacks what.
struct Subject<'s> {
    place: usize,
    attacker: &'s Attacker,
    relation: &'s Relation,
    rights: &'s Rights,
    rows: &'s Rows,
}

/// What the policies that hold for the attacker say.
fn said(facts: &Facts, attacker: &Attacker, functions: &Functions) -> Vec<Said> {
    let applies =
        |roles: &[u32]| roles.is_empty() || roles.iter().any(|role| attacker.acts_for.contains(role));
    let policies = facts.policies.iter().filter(|policy| applies(&policy.roles));
    policies
        .map(|policy| {
            let parts = [policy.using.as_deref(), policy.check.as_deref()];
            let text = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
            let verbs = match policy.command {
                'r' => vec![Verb::Select],
                'a' => vec![Verb::Insert],
                'w' => vec![Verb::Update],
                'd' => vec![Verb::Delete],
                _ => vec![Verb::Select, Verb::Insert, Verb::Update, Verb::Delete],
            };
            Said { verbs, text: expanded(functions, &text) }
        })
        .collect()
}

/// The table itself and others that a text names, in which rows are a tenant's.
fn asked<'f>(field: &Field<'f>, target: &Relation, text: &str) -> Vec<&'f Relation> {
    let mut found = named_by(field, target, text);
    found.retain(|relation| relation.tenant.is_some());
    found.truncate(ASKED);
    found
}

/// The table itself and others that a text names, whoever their rows belong to: users have profiles, too.
fn named_by<'f>(field: &Field<'f>, target: &Relation, text: &str) -> Vec<&'f Relation> {
    let is_named = |relation: &&Relation| {
        super::is_table(relation)
            && relation.partition_of.is_none()
            && (relation.oid == target.oid || has_word(text, &relation.table))
    };
    let mut found: Vec<&Relation> = field.scope.relations.iter().filter(is_named).collect();
    found.sort_by_key(|relation| relation.oid != target.oid);
    found
}

async fn on_table(
    field: &mut Field<'_>,
    subject: &Subject<'_>,
    said: &[Said],
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    let mut tried: Vec<(String, Verb)> = Vec::new();
    for Said { verbs, text } in said {
        let target = subject.relation;
        let sorts = [
            names::alike(field, target, text),
            values::worlds(field, target, text),
            own::worlds(field, subject.place, target, text),
            own::likenesses(field, subject.place, target, text),
            together::worlds(field, subject.place, target, (text, false), constraints),
            together::worlds(field, subject.place, target, (text, true), constraints),
            claims::worlds(field, text),
            names::constant(field, target, text),
            second::worlds(field, target, text),
            ranks::worlds(field, target, text),
            ended::worlds(field, target, text),
            likeness::worlds(field, target, text),
            bare::worlds(field, target, text),
        ];
        for sort in &sorts {
            let mut tries = Vec::new();
            for world in sort.iter().take(WORLDS) {
                for verb in verbs {
                    let mark = (
                        format!("{:?} {} {} {}", world.state, world.prepare, world.deed, world.words),
                        *verb,
                    );
                    if !tried.contains(&mark) {
                        tries.extend(attempts(field, subject, world, *verb));
                        tried.push(mark);
                    }
                }
            }
            if run(field, subject, tries).await? {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The statements that try a verb in a world. Each counts the rows that are B's by where they are.
fn attempts<'w, 'a>(
    field: &Field<'_>,
    subject: &Subject<'a>,
    world: &'w World,
    verb: Verb,
) -> Vec<Try<'w, 'a>> {
    let Subject { attacker, relation, rights, rows, .. } = *subject;
    let tenant = world.tenant.as_deref().unwrap_or(&field.probe.tenants[1]);
    let Some(of_b) = is_of(field.scope, relation, "t", tenant) else { return Vec::new() };
    let name = &relation.name;
    let at = "strpos(current_setting('bulkhead.places'), ' ' || t.tableoid::oid || t.ctid::text)";
    let mut prepare = String::new();
    // What A does is done with all triggers and foreign keys in force.
    if world.told != Told::OwnRow {
        prepare.push_str(POLICIES_ALONE);
        if field.ground.facts.get(&relation.oid).is_some_and(|facts| facts.stubborn_triggers) {
            prepare.push_str(&format!("ALTER TABLE {name} DISABLE TRIGGER USER;\n"));
        }
    }
    prepare.push_str(&world.prepare);
    prepare.push_str(&format!(
        "SELECT set_config('bulkhead.places', string_agg(' ' || t.tableoid::oid || t.ctid::text, ''), true), \
         set_config('bulkhead.rows', count(*)::text, true) FROM {name} AS t WHERE {of_b};\n"
    ));
    let attack = |sql: String, judge: String| Attack {
        attacker,
        state: world.state,
        prepare: prepare.clone(),
        sql: format!("{}{sql}", world.deed),
        judge,
    };
    let attacks = match verb {
        Verb::Select if rights.select => {
            vec![attack(format!("SELECT count(*) FROM {name} AS t WHERE {at} > 0"), String::new())]
        }
        Verb::Update => {
            let assignments = Tries { field, attacker, relation, rights, rows }.assignments();
            let is_other = |assignment: &&String| {
                !world.columns.iter().any(|column| {
                    assignment.starts_with(&format!("{} = ", bulkhead_connect::quote_identifier(column)))
                })
            };
            let judge = format!("SELECT count(*) FROM {name} AS t WHERE {of_b} AND {at} = 0");
            // A check may ask for another value than the one that lets a row be changed.
            let may_turn = |turn: &&String| {
                let columns =
                    rights.update_columns.iter().map(|column| bulkhead_connect::quote_identifier(column));
                columns.into_iter().any(|column| turn.starts_with(&format!("{column} = ")))
            };
            let turns = world.turns.iter().filter(may_turn);
            let turns = turns.filter(|_| world.prepare.starts_with(&format!("UPDATE {name} AS ")));
            let most = if world.told == Told::OwnRow { 1 } else { UPDATES };
            let updates = assignments.iter().filter(is_other).take(most).chain(turns);
            updates.map(|set| attack(format!("UPDATE {name} SET {set}"), judge.clone())).collect()
        }
        Verb::Delete if rights.delete => {
            let left = format!(
                "SELECT current_setting('bulkhead.rows')::bigint - count(*) FROM {name} AS t WHERE {of_b}"
            );
            vec![attack(format!("DELETE FROM {name}"), left)]
        }
        _ => Vec::new(),
    };
    attacks.into_iter().map(|attack| Try { world, verb, attack }).collect()
}

/// Runs tries at a table; whether rows of B were met.
async fn run(
    field: &mut Field<'_>,
    subject: &Subject<'_>,
    tries: Vec<Try<'_, '_>>,
) -> Result<bool, ProveError> {
    let attacks: Vec<Attack<'_>> = tries.iter().map(|attempt| attempt.attack.clone()).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let mut met = Vec::new();
    for (attempt, outcome) in tries.into_iter().zip(outcomes) {
        let hits = hits(attempt.verb, &outcome);
        let hits = if hits > 0 && !is_witnessed(field, subject, &attempt).await? { 0 } else { hits };
        field.count(&subject.relation.name, subject.attacker, attempt.verb, hits > 0);
        if hits > 0 && is_by_deed(field, &attempt).await? {
            met.push((attempt, hits));
        }
    }
    if met.iter().any(|(attempt, _)| attempt.world.told == Told::Hole) {
        met.sort_by_key(|(attempt, _)| attempt.verb);
        met.dedup_by_key(|(attempt, _)| attempt.verb);
        met.iter().for_each(|(attempt, hits)| keep(field, subject, attempt, *hits));
        return Ok(true);
    }
    // To write is worse than to read.
    let Some(worst) = met.iter().max_by_key(|(attempt, _)| attempt.verb != Verb::Select) else {
        return Ok(false);
    };
    tell(field, subject, &worst.0, worst.1);
    Ok(true)
}

/// Whether it is A's own deed that opens B's rows, and not what was prepared for it.
async fn is_by_deed(field: &Field<'_>, attempt: &Try<'_, '_>) -> Result<bool, ProveError> {
    let (world, attack) = (attempt.world, &attempt.attack);
    if world.told != Told::OwnRow || world.prepare.is_empty() {
        return Ok(true);
    }
    let sql = attack.sql.strip_prefix(&world.deed).unwrap_or(&attack.sql).to_owned();
    let outcome = field.arena.run(&Attack { sql, ..attack.clone() }).await?;
    Ok(hits(attempt.verb, &outcome) == 0)
}

/// How many rows of B an attack met.
fn hits(verb: Verb, outcome: &Outcome) -> u64 {
    match (verb, outcome) {
        (Verb::Select, Outcome::Done { rows, .. }) => {
            rows.last().map_or(0, |row| text(row, 0).parse().unwrap_or(0))
        }
        (Verb::Select, _) => 0,
        _ => outcome.judged(),
    }
}

/// Whether B sees its row in the world, where that has to be shown.
async fn is_witnessed(
    field: &Field<'_>,
    subject: &Subject<'_>,
    attempt: &Try<'_, '_>,
) -> Result<bool, ProveError> {
    if !attempt.world.witnessed {
        return Ok(true);
    }
    let name = &subject.relation.name;
    let changed = "t.xmin = pg_current_xact_id()::xid";
    let sql = format!("SELECT count(*) FROM {name} AS t WHERE {changed}");
    let attack = Attack { state: State::Other, sql, judge: String::new(), ..attempt.attack.clone() };
    Ok(match field.arena.run(&attack).await? {
        Outcome::Done { rows, .. } => rows.last().is_some_and(|row| text(row, 0) != "0"),
        _ => false,
    })
}

/// Keeps a hole that is told by its policies.
fn keep(field: &mut Field<'_>, subject: &Subject<'_>, attempt: &Try<'_, '_>, hits: u64) {
    let relation = subject.relation;
    let exploit = field.arena.exploit(&shown(field, relation, attempt));
    field.holes.push(Hole {
        relation: relation.oid,
        attacker: subject.place,
        verb: attempt.verb,
        form: if attempt.verb == Verb::Select { Form::Read } else { Form::Blind },
        state: attempt.world.state,
        rows: hits,
        exploit: format!("-- {}\n{exploit}", attempt.world.words),
    });
}

fn tell(field: &mut Field<'_>, subject: &Subject<'_>, attempt: &Try<'_, '_>, hits: u64) {
    let Subject { attacker, relation, .. } = *subject;
    let Try { world, verb, attack } = attempt;
    let exploit = field.arena.exploit(&shown(field, relation, attempt));
    let kind = if world.told == Told::Claim { BY_CLAIM } else { BY_VALUE };
    let is_design = matches!(world.told, Told::Value | Told::Rank) && *verb == Verb::Select;
    let deed = format!("{} {} {} {hits} rows of tenant B", attacker.role, attack.state.words(), verb.past());
    let name = &relation.name;
    let observed = match world.told {
        Told::Rank if is_design => {
            format!(
                "{deed} in {name} {}: such people of every tenant read all; accept it if that is meant",
                world.words
            )
        }
        _ if is_design => format!(
            "{deed} in {name} where {}: such rows of every tenant are read by all; accept it if that is meant",
            world.words
        ),
        Told::Value => format!("{deed} in {name} where {}", world.words),
        _ => format!("{deed} in {name} {}", world.words),
    };
    let finding = Finding {
        kind: kind.to_owned(),
        object: name.clone(),
        objects: Vec::new(),
        severity: if is_design { Severity::Medium } else { severity(kind) },
        place: None,
        exploit: Some(exploit),
        observed,
        fix: Some(fix::fix(field, relation, attacker, kind)),
    };
    add(field, finding);
}

/// The attack with a statement that shows the rows themselves, where it reads and B's rows are easily named.
fn shown<'a>(field: &Field<'_>, relation: &Relation, attempt: &Try<'_, 'a>) -> Attack<'a> {
    let mut attack = attempt.attack.clone();
    let is_plain = matches!(relation.tenant, Some(TenantPath::Root { .. } | TenantPath::Column { .. }));
    let tenant = attempt.world.tenant.as_deref().unwrap_or(&field.probe.tenants[1]);
    if let (Verb::Select, true, Some(of_b)) =
        (attempt.verb, is_plain, is_of(field.scope, relation, "t", tenant))
    {
        attack.sql = format!("{}SELECT t.* FROM {} AS t WHERE {of_b}", attempt.world.deed, relation.name);
    }
    attack
}
