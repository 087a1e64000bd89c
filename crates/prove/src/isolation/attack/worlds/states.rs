//! Views and functions with their owner's rights, asked in states of the rows of both tenants in which all that their
//! texts ask holds at once: in every table, at this moment, with names that tenants have in common.
//!
//! What A is told in such a state must be the same when B's rows are gone, and B's rows must stay as they were.

mod alike;
mod conditions;
mod made;
mod payloads;
mod regions;
mod shown;
mod sides;
pub(in super::super) mod templates;
mod tied;
mod tokens;
mod turns;
mod upserts;
pub(in super::super) mod written;

use std::collections::BTreeSet;

use bulkhead_sql::has_word;
use futures_util::future;
use tokio_postgres::Client;

use self::made::Maker;
use super::asks::{
    Answer, Subject, VIEWS, ask_all, ask_once, finding, is_same, named, prepared, question, seen, serves_all,
};
use super::second::names_person;
use super::{Told, World};
use crate::bodies::{Functions, expanded};
use crate::isolation::attack::arena::{Attack, Attacker, POLICIES_ALONE, Row, ask};
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::functions::arguments::columns::words_of;
use crate::isolation::attack::functions::arguments::compared::compared;
use crate::isolation::attack::functions::calls::Call;
use crate::isolation::attack::functions::{Argument, Function};
use crate::isolation::attack::ground::{number, text};
use crate::isolation::attack::marks::{is_id, mentions};
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::triggers::Triggered;
use crate::isolation::attack::{Field, Verb, context, without};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

/// How many tables of a text get a state.
const TABLES: usize = 8;

/// How many rows of each tenant are read once the state is made.
const ROWS: usize = 4;

/// What tells roles apart.
const ROLES: &[&str] = &["current_user", "session_user", "current_role", "pg_has_role"];

/// Words in the names of columns by which somebody is known or reached.
const CONTACTS: &[&str] =
    &["mail", "phone", "mobile", "tel", "iban", "passport", "ssn", "vat", "tax", "birth"];

/// Where in a list of written tables those are marked that are A's.
const COPIED: char = '=';

/// What the attacks are told of the database.
#[derive(Clone, Copy)]
pub(in super::super) struct Known<'k> {
    pub functions: &'k [Function],
    pub bodies: &'k Functions,
    pub triggered: &'k [Triggered],
    pub constraints: &'k [Constraint],
}

/// What is asked: a view with a question, or a function that is called in several ways.
struct Asked<'a> {
    name: &'a str,
    function: Option<&'a Function>,
    sql: String,
    text: String,
    /// The tables whose triggers are a part of the text.
    triggered: Vec<&'a Relation>,
}

/// One question in a state: with B's rows there, and without them.
struct Pair {
    call: Option<Call>,
    with: Answer,
    alone: Answer,
}

/// Asks every view and every function that is not known to be open and that no other attacker has asked.
pub(in super::super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    known: Known<'_>,
    done: &mut BTreeSet<String>,
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let views = ask(field.arena.client, VIEWS).await?;
    let mut texts = known.bodies.clone();
    texts.extend(views.iter().map(|row| (text(row, 1), text(row, 2))));
    let scope = field.scope;
    let mut asked = Vec::new();
    for row in &views {
        let Some(view) = scope.relation(number(row, 0)) else { continue };
        if let Some(sql) = question(field, place, view) {
            let text = expanded(&texts, &text(row, 2));
            asked.push(Asked { name: &view.name, function: None, sql, text, triggered: Vec::new() });
        }
    }
    for function in known.functions.iter().filter(|function| function.attacker == place && function.definer) {
        let mut text = expanded(&texts, &function.body);
        let written = known.triggered.iter().filter(|_| writes(&text));
        let written: Vec<(&Triggered, &Relation)> = written
            .filter_map(|it| Some((it, scope.relation(it.relation)?)))
            .filter(|(_, relation)| has_word(&text, &relation.table))
            .collect();
        written.iter().for_each(|(triggered, _)| text = format!("{text}\n{}", triggered.text));
        let triggered = written.into_iter().map(|(_, relation)| relation).collect();
        let (name, sql) = (function.signature.as_str(), String::new());
        asked.push(Asked { name, function: Some(function), sql, text, triggered });
    }
    // With their owner's rights they tell everybody the same, unless they ask who it is.
    asked.retain(|asked| {
        let is_for_all = !ROLES.iter().any(|word| has_word(&asked.text.to_lowercase(), word));
        done.insert(format!("{} {}", asked.name, asked.sql)) || !is_for_all
    });
    for asked in &asked {
        if !field.findings.iter().any(|known| known.object == asked.name) {
            in_states(field, (place, attacker), asked, known).await?;
        }
    }
    Ok(())
}

/// Whether a text may change rows.
fn writes(text: &str) -> bool {
    let text = text.to_lowercase();
    ["insert", "update", "delete", "merge", "execute"].iter().any(|word| has_word(&text, word))
}

/// The tables with rows of B that a text names.
fn tables<'f>(field: &Field<'f>, text: &str) -> Vec<&'f Relation> {
    let mut tables = named(field, text);
    tables.retain(|it| field.ground.facts.get(&it.oid).is_some_and(|facts| !facts.stubborn_triggers));
    tables.truncate(TABLES);
    tables
}

async fn in_states(
    field: &mut Field<'_>,
    (place, attacker): (usize, &Attacker),
    asked: &Asked<'_>,
    known: Known<'_>,
) -> Result<(), ProveError> {
    let tables = tables(field, &asked.text);
    if tables.is_empty() {
        return Ok(());
    }
    let news: Vec<&str> = asked.triggered.iter().map(|it| it.table.as_str()).collect();
    let maker = Maker { field, place, constraints: known.constraints, tables: &tables, news: &news };
    let states = maker.states(&asked.text);
    let watch = match asked.function.is_some() && writes(&asked.text) {
        true => watch(field, &tables),
        false => (String::new(), String::new()),
    };
    for state in states {
        let may_be_link = state.is_marked || state.is_timed;
        let world = World {
            prepare: state.prepare,
            columns: if state.is_marked { vec![String::new()] } else { Vec::new() },
            ..World::new(Told::Value, state.words)
        };
        let pairs = pairs(field, attacker, asked, (&world, &tables, &watch)).await?;
        for Pair { call, with, alone } in pairs {
            let subject = Subject {
                name: asked.name,
                sql: call.as_ref().map_or_else(|| asked.sql.clone(), |call| call.sql.clone()),
                function: asked.function.zip(call),
                text: String::new(),
            };
            let is_seen = seen(&alone, &with, &subject).is_some();
            let found =
                is_seen && confirmed(field, attacker, asked, (&subject, &world, &watch), may_be_link).await?;
            field.count(asked.name, attacker, Verb::Execute, found);
            if found {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// What the superuser does before a call and asks after it, to be told where rows of B changed, and where A then holds
/// what B wrote and the call did not say.
fn watch(field: &Field<'_>, tables: &[&Relation]) -> (String, String) {
    let is_meant = |relation: &Relation| tables.iter().any(|it| it.oid == relation.oid);
    let (remember, changed) = without::watch(field, &is_meant);
    let (before, copied) = without::copied_in(field, &is_meant);
    let digests = without::DIGESTS.join("|");
    let judge = format!(
        "{changed}\nUNION ALL SELECT DISTINCT '{COPIED}' || name FROM ({copied}) AS copied (name, what) \
         WHERE what !~ '{digests}'"
    );
    (format!("{remember}{before}"), judge)
}

/// What the call itself says is no copy.
fn said(sql: &str) -> String {
    format!(
        "SELECT set_config('bulkhead.copied', current_setting('bulkhead.copied') || {}, true);\n",
        bulkhead_connect::quote_literal(sql)
    )
}

/// Makes a state, and asks there in all ways, with B's rows and without them. Nothing if the state cannot be made.
async fn pairs(
    field: &mut Field<'_>,
    attacker: &Attacker,
    asked: &Asked<'_>,
    (world, tables, watch): (&World, &[&Relation], &(String, String)),
) -> Result<Vec<Pair>, ProveError> {
    let client: &Client = field.arena.client;
    let limit = field.arena.timeout.as_millis();
    ask(client, &format!("BEGIN; SET LOCAL statement_timeout = {limit}; SET LOCAL lock_timeout = {limit}"))
        .await?;
    let answers = match client.simple_query(&prepared(world)).await {
        Ok(_) => within(field, attacker, asked, (tables, watch)).await,
        Err(_) => Ok(Vec::new()),
    };
    ask(client, "ROLLBACK").await?;
    answers
}

async fn within(
    field: &mut Field<'_>,
    attacker: &Attacker,
    asked: &Asked<'_>,
    (tables, (remember, judge)): (&[&Relation], &(String, String)),
) -> Result<Vec<Pair>, ProveError> {
    let client: &Client = field.arena.client;
    let calls: Vec<Option<Call>> = match asked.function {
        None => vec![None],
        Some(function) => {
            let rows = samples(field, client, tables).await?;
            with_rows(field, rows, |field| function.calls_in_state(field)).into_iter().map(Some).collect()
        }
    };
    let attack = |call: &Option<Call>| {
        let sql = call.as_ref().map_or(&asked.sql, |call| &call.sql);
        let prepare = if remember.is_empty() { String::new() } else { format!("{remember}{}", said(sql)) };
        let state = context::State::Own;
        Attack { attacker, state, prepare, sql: sql.clone(), judge: judge.clone() }
    };
    let attacks: Vec<Attack<'_>> = calls.iter().map(attack).collect();
    let with = future::join_all(attacks.iter().map(|attack| ask_once(field, attack))).await;
    // Who asks once more does so without any row of B.
    let is_named = |it: &Relation| tables.iter().any(|table| table.oid == it.oid);
    ask(client, &without::removal_in(field, &is_named)).await?;
    let alone = future::join_all(attacks.iter().map(|attack| ask_once(field, attack))).await;
    let mut pairs = Vec::new();
    for ((call, with), alone) in calls.into_iter().zip(with).zip(alone) {
        if let (Some(with), Some(alone)) = (with?, alone?) {
            pairs.push(Pair { call, with, alone });
        }
    }
    Ok(pairs)
}

/// Rows of a table: A's, and B's.
type Samples = (u32, [Vec<Row>; 2]);

/// The rows of both tenants as they are in the open transaction.
async fn samples(
    field: &Field<'_>,
    client: &Client,
    tables: &[&Relation],
) -> Result<Vec<Samples>, ProveError> {
    let of = async |relation: &Relation, tenant: &str| match is_of(field.scope, relation, "t", tenant) {
        Some(of) => {
            let sql = format!("SELECT t.* FROM {} AS t WHERE {of} LIMIT {ROWS}", relation.name);
            ask(client, &sql).await
        }
        None => Ok(Vec::new()),
    };
    let [a, b] = &field.probe.tenants;
    let read = tables.iter().map(|relation| future::try_join(of(relation, a), of(relation, b)));
    let read = future::try_join_all(read).await?;
    Ok(tables.iter().zip(read).map(|(relation, (of_a, of_b))| (relation.oid, [of_a, of_b])).collect())
}

/// What comes of the field when the known rows are others.
fn with_rows<T>(field: &mut Field<'_>, mut others: Vec<Samples>, made: impl Fn(&Field<'_>) -> T) -> T {
    let mut swap = |field: &mut Field<'_>| {
        for (oid, [of_a, of_b]) in &mut others {
            let Some(rows) = field.ground.rows.get_mut(oid) else { continue };
            std::mem::swap(&mut rows.samples_a, of_a);
            std::mem::swap(&mut rows.samples_b, of_b);
            rows.sample_a = rows.samples_a.first().cloned();
        }
    };
    swap(field);
    let made = made(field);
    swap(field);
    made
}

/// Asks once more from the beginning, and tells what comes of it.
async fn confirmed(
    field: &mut Field<'_>,
    attacker: &Attacker,
    asked: &Asked<'_>,
    (subject, world, (remember, judge)): (&Subject<'_>, &World, &(String, String)),
    may_be_link: bool,
) -> Result<bool, ProveError> {
    let remember =
        if remember.is_empty() { String::new() } else { format!("{remember}{}", said(&subject.sql)) };
    let attack = |also: &str| Attack {
        attacker,
        state: context::State::Own,
        prepare: format!("{}{also}{remember}", prepared(world)),
        sql: subject.sql.clone(),
        judge: judge.clone(),
    };
    let attacks = [attack(""), attack(""), attack(&without::removal(field)), attack(POLICIES_ALONE)];
    let answers = ask_all(field, &attacks).await?;
    let [Some(first), Some(again), Some(alone), untriggered] = answers.as_slice() else { return Ok(false) };
    let Some((shown, written)) = seen(alone, first, subject) else { return Ok(false) };
    if written.is_empty() {
        // What is not the same each time tells only what it names.
        let is_told = is_same(&first.told, &again.told) || mentions(&shown) && !mentions(&subject.sql);
        let may_be_link = may_be_link || subject.function.as_ref().is_some_and(|(_, call)| call.by_name);
        let may_be_link = may_be_link && !knows_person(subject, first);
        if !is_told || may_be_link && serves_all(field, subject, world, &attacks[0]).await? {
            return Ok(false);
        }
    }
    let names: Vec<String> = written.iter().map(|it| it.trim_start_matches(COPIED).to_owned()).collect();
    let [attack, ..] = attacks;
    let attack = match written.is_empty() {
        true => Attack { prepare: prepared(world), judge: String::new(), ..attack },
        false => attack,
    };
    let mut finding = finding(field, &attack, subject, world, (&shown, &names));
    if !written.is_empty() && written.iter().all(|it| it.starts_with(COPIED)) {
        finding.observed = finding.observed.replace(
            "and rows of tenant B changed in",
            "and rows of tenant A then held what tenant B wrote in",
        );
    }
    if let (false, Some(relation), Some(other)) = (written.is_empty(), asked.triggered.first(), untriggered)
        && seen(alone, other, subject).is_none_or(|(_, other)| other.is_empty())
    {
        blame(&mut finding, relation);
    }
    add(field, finding);
    Ok(true)
}

/// Whether an answer is no more than a yes or no, or a number, to who names a person: that is no link to what all may see.
fn knows_person(subject: &Subject<'_>, answer: &Answer) -> bool {
    let is_bare = |value: &String| is_id(value) || value.parse::<f64>().is_ok();
    let Ok(told) = &answer.told else { return false };
    let Some((function, _)) = &subject.function else { return false };
    let says = |name: &String| {
        let words = words_of(name);
        names_person(name) || CONTACTS.iter().any(|it| words.iter().any(|word| word == it))
    };
    let names = |(place, argument): (usize, &Argument)| {
        let compared = compared(&function.body, &argument.name, place + 1);
        compared.iter().chain([&argument.name]).any(says)
    };
    told.iter().flatten().flatten().all(is_bare) && function.arguments.iter().enumerate().any(names)
}

/// What does not happen without triggers is theirs.
fn blame(finding: &mut Finding, relation: &Relation) {
    let kind = "secdef_trigger_cross_write";
    finding.severity = severity(kind);
    finding.kind = kind.to_owned();
    finding.observed = format!("{}; triggers on {} do it", finding.observed, relation.name);
    finding.object.clone_from(&relation.name);
    finding.fix = Some(format!(
        "-- Let the triggers on {} compare the tenant of what they read and change.",
        relation.name
    ));
}
