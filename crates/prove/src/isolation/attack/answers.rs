//! Attacks by asking: views, materialized views, single columns, functions.
//!
//! What A is told must be the same in a database that has no row of B. So each question is asked in both.

use std::collections::BTreeSet;

use super::super::scope::{Relation, RelationKind};
use super::Field;
use super::arena::{Attack, Attacker, Outcome, ask};
use super::belonging::is_of;
use super::context::State;
use super::diagnose::{add, severity};
use super::functions::{Call, Function};
use super::ground::number;
use super::notices;
use super::report::{Form, Hole, Verb};
use super::views::Met;
use super::without::{self, Answer, sorted};
use crate::{Finding, ProveError};
use bulkhead_connect::{quote_identifier, quote_literal};

/// The text that the rows made for a proof carry for B.
pub(super) const CANARY: &str = "bulkhead_probe_b";

/// The text that they carry for A.
const CANARY_OF_A: &str = "bulkhead_probe_a";

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
pub(super) async fn attack(
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
    for state in [State::Own, State::Never, State::Unknown] {
        for function in functions.iter().filter(|function| function.attacker == place) {
            questions.extend(of_function(field, attacker, function, state));
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
    let is_table = super::is_table(relation);
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
    if field.arena.contexts.setting().is_some() {
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
    function: &'a Function,
    state: State,
) -> Vec<Question<'a>> {
    let has_context = field.arena.contexts.setting().is_some();
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
            prepare: String::new(),
            sql: call.sql.clone(),
            judge: judge.clone(),
        },
        subject: Subject::Function(function, call),
    };
    let calls = function.calls(field).into_iter();
    let names_b = |call: &Call| call.names_tenant || call.names_key;
    // Who never logs in has links with keys in them; and without a key in it, one nobody is told what another is.
    let is_asked = |call: &Call| match state {
        State::Never => !attacker.anonymous || !names_b(call),
        State::Unknown => names_b(call),
        _ => true,
    };
    calls.filter(is_asked).map(question).collect()
}

/// What an answer gave away.
struct Seen {
    observed: String,
    /// Nothing but ids and truth values, and only to who knows the key of a row.
    ids_alone: bool,
    in_error: bool,
    /// The tables in which rows of B changed.
    changed: Vec<String>,
}

/// Whether the answer depends on B's rows.
async fn told(
    field: &Field<'_>,
    question: &Question<'_>,
    outcome: &Outcome,
    without: &Answer,
) -> Result<Option<Seen>, ProveError> {
    let differs = match (outcome, without) {
        (Outcome::Done { rows, .. }, Ok(other)) => sorted(rows.clone()) != *other,
        (Outcome::Done { .. }, Err(_)) => true,
        (Outcome::Refused(error), _) => mentions(&error.to_string()),
        _ => false,
    };
    if !differs {
        return Ok(told_of_a(question, outcome));
    }
    let [first, second, third] = without::thrice(field, &question.attack).await?;
    let Ok(rows) = &first else {
        let text = first.err().map(|error| error.to_string()).unwrap_or_default();
        let told = mentions(&text) && third.err().is_none_or(|error| !mentions(&error.to_string()));
        let observed = format!("the error names a row of tenant B: {text}");
        return Ok(told.then_some(Seen { observed, ids_alone: false, in_error: true, changed: Vec::new() }));
    };
    let same = second.as_ref().is_ok_and(|second| second == rows);
    let flat = || rows.iter().flatten().flatten();
    let told = if same {
        third.as_ref().is_ok_and(|third| third != rows) || third.is_err()
    } else {
        // What the question itself says proves nothing.
        flat().any(|value| mentions(value)) && !mentions(&question.attack.sql)
    };
    if !told {
        return Ok(None);
    }
    let gone: Vec<_> = match &third {
        Ok(third) => rows.iter().filter(|row| !third.contains(row)).collect(),
        Err(_) => rows.iter().collect(),
    };
    let ids_alone = gone.iter().copied().flatten().flatten().all(|value| is_id(value));
    let shown: Vec<&str> = gone
        .first()
        .map(|row| row.iter().map(|value| value.as_deref().unwrap_or("NULL")).collect())
        .unwrap_or_default();
    let mut shown = shown.join(" | ");
    if shown.chars().count() > 120 {
        shown = shown.chars().take(120).collect::<String>() + "…";
    }
    let observed =
        format!("the answer is another one without B's rows; {} rows of it, as: {shown}", gone.len());
    Ok(Some(Seen { observed, ids_alone, in_error: false, changed: Vec::new() }))
}

/// What is A's is another's, too, where the session is nobody's.
fn told_of_a(question: &Question<'_>, outcome: &Outcome) -> Option<Seen> {
    let is_of_a = |value: &String| value.contains(CANARY_OF_A);
    let Outcome::Done { rows, .. } = outcome else { return None };
    let shown = rows.iter().flatten().flatten().find(|value| is_of_a(value))?;
    let is_told = question.attack.state.is_nobodys() && !question.attack.sql.contains(CANARY_OF_A);
    let observed = format!("the answer shows what a tenant holds: {shown}");
    is_told.then_some(Seen { observed, ids_alone: false, in_error: false, changed: Vec::new() })
}

pub(super) fn mentions(text: &str) -> bool {
    text.contains(CANARY)
}

pub(super) fn is_id(value: &str) -> bool {
    let is_uuid = value.len() == 36 && value.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-');
    is_uuid || value == "t" || value == "f" || value.is_empty()
}

/// Whether a session without a context is told the same: so it has to be with what finds the tenant of a login.
async fn serves_logins(
    field: &Field<'_>,
    question: &Question<'_>,
    outcome: &Outcome,
) -> Result<bool, ProveError> {
    if field.arena.contexts.setting().is_none() {
        return Ok(false);
    }
    let never = Attack { state: State::Never, ..question.attack.clone() };
    let before = field.arena.run(&never).await?;
    Ok(match (outcome, before) {
        (Outcome::Done { rows, .. }, Outcome::Done { rows: before, .. }) => *rows == before,
        _ => false,
    })
}

/// Whether a call changed rows of B.
async fn wrote(
    field: &Field<'_>,
    question: &Question<'_>,
    outcome: &Outcome,
    before: &[super::arena::Row],
) -> Result<Option<Seen>, ProveError> {
    let Outcome::Done { judged, .. } = outcome else { return Ok(None) };
    let has_written = judged.last().is_some_and(|row| row.first() == Some(&Some("t".to_owned())));
    if !has_written {
        return Ok(None);
    }
    let attack = Attack { judge: without::digest(field), ..question.attack.clone() };
    let Outcome::Done { judged, .. } = field.arena.run(&attack).await? else { return Ok(None) };
    let changed = before.iter().filter(|row| !judged.contains(row));
    let changed: Vec<String> = changed.filter_map(|row| row.first()?.clone()).collect();
    if changed.is_empty() {
        return copied(field, question).await;
    }
    let observed = format!("rows of tenant B changed in {}", changed.join(", "));
    Ok(Some(Seen { observed, ids_alone: false, in_error: false, changed }))
}

/// Whether a call that does not say what B wrote leaves that in rows of A's own.
async fn copied(field: &Field<'_>, question: &Question<'_>) -> Result<Option<Seen>, ProveError> {
    let (remember, judge) = without::copied(field);
    let prepare = format!("{}{remember}", question.attack.prepare);
    let attack = Attack { prepare, judge, ..question.attack.clone() };
    let Outcome::Done { judged, .. } = field.arena.run(&attack).await? else { return Ok(None) };
    let tables: Vec<&str> = without::copied_beyond(&judged, &question.attack.sql).into_iter().collect();
    let observed = format!("rows of tenant A in {} then held what tenant B wrote", tables.join(", "));
    Ok((!tables.is_empty()).then_some(Seen {
        observed,
        ids_alone: false,
        in_error: false,
        changed: Vec::new(),
    }))
}

/// A call after which the session is B's.
fn note_setter(field: &mut Field<'_>, attacker: &Attacker, question: &Question<'_>, outcome: &Outcome) {
    let (Subject::Function(function, _), Outcome::Done { judged, .. }) = (&question.subject, outcome) else {
        return;
    };
    let now = judged.last().and_then(|row| row.get(1)).cloned().flatten();
    if now.is_none() || now != Some(field.arena.contexts.value(1)) {
        return;
    }
    let observed = format!("{} called it as tenant A, and the session was tenant B's", attacker.role);
    if !function.definer {
        // An invoker's function does nothing that SET does not do as well.
        let note =
            format!("{} sets the context to any tenant, as SET does for everybody.", function.signature);
        if !field.residual.contains(&note) {
            field.residual.push(note);
        }
        return;
    }
    let exploit = field.arena.exploit(&question.attack);
    let revoke = revoke(field, function);
    add(field, finding("context_setter_unauthenticated", &function.signature, exploit, observed, revoke));
}

fn in_relation(
    field: &mut Field<'_>,
    (place, attacker): (usize, &Attacker),
    relation: &Relation,
    question: &Question<'_>,
    seen: &Seen,
) {
    let mut attack = question.attack.clone();
    attack.prepare = String::new();
    let exploit = field.arena.exploit(&attack);
    if super::is_table(relation) {
        field.holes.push(Hole {
            relation: relation.oid,
            attacker: place,
            verb: Verb::Select,
            form: Form::Read,
            state: question.attack.state,
            rows: 1,
            exploit,
        });
        return;
    }
    let observed = format!("{} {}: {}", attacker.role, question.attack.state.words(), seen.observed);
    let (view, verb) = (relation.oid, Verb::Select);
    field.views.push(Met { attacker: place, view, verb, past_filter: false, exploit, observed });
}

fn in_function(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (function, call): (&Function, &Call),
    question: &Question<'_>,
    seen: &Seen,
) {
    // Who knows the random id of a row and is told other ids, as in resolving a session, learns nothing by
    // guessing.
    if seen.ids_alone && call.names_key && !call.names_tenant && !call.guesses {
        let note = format!("{} tells ids to whoever knows the id of a row.", function.signature);
        if !field.residual.contains(&note) {
            field.residual.push(note);
        }
        return;
    }
    let is_without = question.attack.state.is_nobodys();
    if is_without && field.findings.iter().any(|known| known.object == function.signature) {
        return;
    }
    let setting = field.arena.contexts.setting().unwrap_or_default().to_owned();
    let sets_context = function.settings.iter().any(|it| it.split('=').next() == Some(setting.as_str()));
    let kind = match (seen.in_error, function.definer, sets_context) {
        (true, ..) if call.injects => "secdef_sql_injection",
        (true, ..) => "error_detail_custom",
        (_, _, true) => "context_function_set_clause",
        _ if is_without => "secdef_anonymous",
        (_, true, _) if !call.names_tenant && !call.names_key => "secdef_unfiltered",
        (_, true, _) => "secdef_tenant_param",
        // An invoker's function shows what its caller sees; the table itself has been attacked.
        (_, false, _) if !field.holes.is_empty() || !field.findings.is_empty() => return,
        _ => "secdef_tenant_param",
    };
    let stronger = |known: &Finding| known.object == function.signature && known.kind != kind;
    if let Some(known) = field.findings.iter().position(stronger) {
        if kind != "secdef_unfiltered" {
            return;
        }
        field.findings.remove(known);
    }
    let exploit = field.arena.exploit(&shown(field, &question.attack, seen));
    let (role, state) = (&attacker.role, question.attack.state.words());
    let observed = format!("{role} called {} {state}: {}", function.signature, seen.observed);
    let fix = match kind {
        _ if attacker.anonymous => {
            let role = quote_identifier(role);
            format!("REVOKE EXECUTE ON ROUTINE {} FROM PUBLIC, {role};", function.signature)
        }
        "secdef_sql_injection" => {
            let name = &function.signature;
            format!(
                "-- Let {name} pass values with USING, and choose names and orders from a list of its own."
            )
        }
        "context_function_set_clause" => format!("ALTER ROUTINE {} RESET {setting};", function.signature),
        _ => revoke(field, function),
    };
    add(field, finding(kind, &function.signature, exploit, observed, fix));
}

/// The call as it shows what it did: its answer, or the tables in which it wrote.
fn shown<'a>(field: &Field<'_>, attack: &Attack<'a>, seen: &Seen) -> Attack<'a> {
    if seen.changed.is_empty() {
        return Attack { judge: String::new(), ..attack.clone() };
    }
    let (remember, judge) = without::watch(field, &|relation| seen.changed.contains(&relation.name));
    Attack { prepare: format!("{}{remember}", attack.prepare), judge, ..attack.clone() }
}

fn revoke(field: &Field<'_>, function: &Function) -> String {
    format!("REVOKE EXECUTE ON ROUTINE {} FROM {};", function.signature, field.grantees)
}

fn finding(kind: &str, object: &str, exploit: String, observed: String, fix: String) -> Finding {
    Finding {
        kind: kind.to_owned(),
        object: object.to_owned(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(exploit),
        observed,
        fix: Some(fix),
    }
}
