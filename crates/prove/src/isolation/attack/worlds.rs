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
mod founders;
mod guests;
mod likeness;
mod lists;
mod logins;
mod moves;
mod names;
mod own;
mod plants;
mod raised;
mod ranked;
mod ranks;
mod references;
mod seats;
pub(super) mod second;
pub(super) mod states;
mod telling;
pub(super) mod texts;
mod together;
mod trial;
mod values;

use bulkhead_sql::has_word;

use super::Field;
use super::arena::{Attack, Attacker, Row};
use super::context::State;
use super::ground::{Facts, Rights, Rows};
use super::oracles::Constraint;
use super::report::{Form, Hole, Verb};
use crate::ProveError;
use crate::bodies::{Functions, expanded};
use crate::isolation::scope::Relation;

/// How many worlds of one sort are tried on a table.
const WORLDS: usize = 24;

/// How many tables that a policy asks are filled.
const ASKED: usize = 4;

/// How many verbs a policy for all of them has.
const VERBS: usize = 4;

/// How many other values of a column are tried in a row that is written.
const TURNS: usize = 3;

/// How many such rows are tried in all.
const TURNED: usize = 6;

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
    /// A changes rows of B that B has shared with it.
    Guest,
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
    turned.truncate(TURNED);
    turned
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
        founders::attack(field, &subject, &said).await?;
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
            claims::worlds(field, target, text),
            names::constant(field, target, text),
            second::worlds(field, target, text),
            ranks::worlds(field, target, text),
            ended::worlds(field, target, text),
            likeness::worlds(field, target, text),
            bare::worlds(field, target, text),
            if verbs.len() == VERBS { guests::worlds(field, target, text) } else { Vec::new() },
            logins::worlds(field, subject.attacker, target, text),
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
                        tries.extend(trial::attempts(field, subject, world, *verb));
                        tried.push(mark);
                    }
                }
            }
            if trial::run(field, subject, tries).await? {
                return Ok(());
            }
        }
    }
    Ok(())
}
