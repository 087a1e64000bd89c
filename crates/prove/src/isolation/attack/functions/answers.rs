//! Attacks by asking: views, materialized views, single columns, functions.
//!
//! What A is told must be the same in a database that has no row of B. So each question is asked in both.

mod seen;
mod tell;

use std::collections::BTreeSet;

use bulkhead_connect::{quote_identifier, quote_literal};

use self::seen::{serves_logins, told, wrote};
pub(super) use self::tell::{finding, revoke};
use self::tell::{in_function, in_relation, note_setter};
use super::arguments::patches;
use super::calls::Call;
use super::{Function, notices};
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, ask};
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::add;
use crate::isolation::attack::ground::number;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::views::Met;
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::{Relation, RelationKind};

/// What is asked.
enum Subject<'a> {
    Relation(&'a Relation),
    Function(&'a Function, Call),
}

struct Question<'a> {
    subject: Subject<'a>,
    attack: Attack<'a>,
}

/// Asks everything that an attacker may ask.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &[Function],
) -> Result<(), ProveError> {
    let scope = field.scope;
    let mut questions = Vec::new();
    for relation in &scope.relations {
        questions.extend(of_relation(field, place, attacker, relation));
    }
    let own = functions.iter().filter(|function| function.attacker == place);
    let called: Vec<(&Function, Vec<Call>)> = own.map(|function| (function, function.calls(field))).collect();
    for state in [State::Own, State::Never, State::Unknown] {
        for (function, calls) in &called {
            questions.extend(of_function(field, attacker, (*function, calls.as_slice()), state));
        }
    }
    for relation in scope.relations.iter().filter(|it| it.kind == RelationKind::ForeignTable) {
        foreign(field, place, attacker, relation).await?;
    }
    if questions.is_empty() {
        return Ok(());
    }
    let attacks: Vec<Attack<'_>> = questions.iter().map(|question| question.attack.clone()).collect();
    notices::forget(field);
    let outcomes = field.arena.run_all(&attacks).await?;
    for notices::Told { place, notice } in notices::told(field, &attacks).await? {
        let (Subject::Function(function, _), attack) = (&questions[place].subject, &attacks[place]) else {
            continue;
        };
        let (role, state) = (&attacker.role, attack.state.words());
        let observed = format!(
            "{role} called {} {state}, and a notice names a row of tenant B: {notice}",
            function.signature
        );
        let (exploit, fix) = (field.arena.exploit(attack), revoke(field, function));
        add(field, finding("error_detail_custom", &function.signature, exploit, observed, fix));
    }
    let Some(without) = without::answers(field, &attacks).await? else { return Ok(()) };
    let before = ask(field.arena.client, &without::digest(field)).await?;
    let mut told_to_a: BTreeSet<String> = BTreeSet::new();
    for ((question, outcome), without) in questions.iter().zip(outcomes).zip(without) {
        let told = told(field, question, &outcome, &without).await?;
        // Beside a bare yes or no, what was written counts more; what was read in full need not be told twice.
        let seen = match told {
            Some(told) if !told.ids_alone => Some(told),
            told => wrote(field, question, &outcome, &before).await?.or(told),
        };
        let (name, verb) = match &question.subject {
            Subject::Relation(relation) => (&relation.name, Verb::Select),
            Subject::Function(function, _) => (&function.signature, Verb::Execute),
        };
        field.count(name, attacker, verb, seen.is_some());
        let Some(seen) = seen else {
            note_setter(field, attacker, question, &outcome);
            continue;
        };
        // What A is told by the same call is told of A; what is told before anybody is logged in may have to be.
        match question.attack.state {
            State::Own => drop(told_to_a.insert(question.attack.sql.clone())),
            _ if told_to_a.contains(&question.attack.sql) => continue,
            _ => {}
        }
        if let Subject::Function(function, call) = &question.subject
            && call.by_name
            && seen.changed.is_empty()
            && serves_logins(field, question, &outcome).await?
        {
            let note =
                format!("{} tells what a name stands for before anybody is logged in.", function.signature);
            if !field.residual.contains(&note) {
                field.residual.push(note);
            }
            continue;
        }
        match &question.subject {
            Subject::Relation(relation) => in_relation(field, (place, attacker), relation, question, &seen),
            Subject::Function(function, call) => {
                in_function(field, attacker, (*function, call), question, &seen);
            }
        }
    }
    Ok(())
}

fn of_relation<'a>(
    field: &Field<'_>,
    place: usize,
    attacker: &'a Attacker,
    relation: &'a Relation,
) -> Vec<Question<'a>> {
    let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { return Vec::new() };
    let is_table = crate::isolation::attack::is_table(relation);
    if relation.kind == RelationKind::ForeignTable {
        return Vec::new();
    }
    if rights.select_columns.is_empty() || is_table && rights.select {
        return Vec::new();
    }
    if is_table && field.ground.rows.get(&relation.oid).is_none_or(|rows| rows.of_b.is_empty()) {
        return Vec::new();
    }
    let columns: Vec<String> = rights.select_columns.iter().map(|column| quote_identifier(column)).collect();
    let sql = format!("SELECT {} FROM {}", columns.join(", "), relation.name);
    let mut states = vec![State::Own];
    if field.arena.contexts.unset_states().contains(&State::Finished) {
        states.push(State::Finished);
    }
    let question = |state| Question {
        subject: Subject::Relation(relation),
        attack: Attack { attacker, state, prepare: String::new(), sql: sql.clone(), judge: String::new() },
    };
    states.into_iter().map(question).collect()
}

/// Foreign tables show what is elsewhere, whatever happens here; the tenant's column tells whose rows they
/// are.
async fn foreign(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    relation: &Relation,
) -> Result<(), ProveError> {
    let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { return Ok(()) };
    let Some(of_b) = is_of(field.scope, relation, "t", &field.probe.tenants[1]) else { return Ok(()) };
    if rights.select_columns.is_empty() {
        return Ok(());
    }
    let sql = format!("SELECT count(*) FROM {} AS t WHERE {of_b}", relation.name);
    let (prepare, judge) = (String::new(), String::new());
    let attack = Attack { attacker, state: State::Own, prepare, sql, judge };
    let rows = match field.arena.run(&attack).await? {
        Outcome::Done { rows, .. } => rows.last().map_or(0, |row| number(row, 0)),
        _ => 0,
    };
    field.count(&relation.name, attacker, Verb::Select, rows > 0);
    if rows > 0 {
        let exploit = field.arena.exploit(&attack);
        let observed =
            format!("{} as tenant A read {rows} rows of tenant B in {}", attacker.role, relation.name);
        let (view, verb) = (relation.oid, Verb::Select);
        field.views.push(Met { attacker: place, view, verb, past_filter: false, exploit, observed });
    }
    Ok(())
}

/// The calls of a function in a state. Without a tenant of its own a session asks functions with their owner's rights
/// alone: others see what tables show, which has been attacked.
fn of_function<'a>(
    field: &Field<'_>,
    attacker: &'a Attacker,
    (function, calls): (&'a Function, &[Call]),
    state: State,
) -> Vec<Question<'a>> {
    let has_context = field.arena.contexts.is_said();
    if state.is_nobodys() && !(function.definer && has_context) || state != State::Never && attacker.anonymous
    {
        return Vec::new();
    }
    let setting = match field.arena.contexts.setting() {
        Some(setting) => format!("current_setting({}, true)", quote_literal(setting)),
        None => "NULL".to_owned(),
    };
    let judge = format!("SELECT pg_current_xact_id_if_assigned() IS NOT NULL, {setting}");
    let question = |call: Call| Question {
        attack: Attack {
            attacker,
            state,
            prepare: if call.moves { patches::room(field, function) } else { String::new() },
            sql: call.sql.clone(),
            judge: judge.clone(),
        },
        subject: Subject::Function(function, call),
    };
    let names_b = |call: &Call| call.names_tenant || call.names_key;
    // Who never logs in has links with keys in them; and without a key in it, one nobody is told what another is.
    let is_asked = |call: &Call| match state {
        State::Never => !attacker.anonymous || !names_b(call),
        State::Unknown => names_b(call),
        _ => true,
    };
    calls.iter().filter(|call| is_asked(call)).cloned().map(question).collect()
}
