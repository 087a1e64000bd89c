//! Views and functions with their owner's rights, asked in worlds in which B's rows hold what the texts compare with.
//!
//! Only B's rows differ from one world to the next. What A is told must not differ with them.

use bulkhead_connect::{ServerError, quote_identifier};
use bulkhead_sql::has_word;
use futures_util::future;

use super::values::worlds_of;
use super::{ASKED, WORLDS, World, raised, ranked, references};
use crate::bodies::{Functions, expanded};
use crate::isolation::attack::arena::{Attack, Attacker, LEAVE, POLICIES_ALONE, Row, ask, rows, send};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::functions::Function;
use crate::isolation::attack::functions::calls::Call;
use crate::isolation::attack::ground::{number, text};
use crate::isolation::attack::marks::{is_id, mentions};
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::{Relation, RelationKind};
use crate::{Finding, ProveError, Severity};

/// How many worlds a call is made in.
const CALLED: usize = 16;

/// With how many lists of arguments a function is called in each world.
const CALLS: usize = 4;

pub(super) const VIEWS: &str = "
    SELECT c.oid, c.relname, pg_get_viewdef(c.oid)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'v' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/// What can be asked, and the texts behind it.
pub(super) struct Subject<'a> {
    pub name: &'a str,
    pub function: Option<(&'a Function, Call)>,
    pub sql: String,
    pub text: String,
}

/// What came of asking once.
pub(super) struct Answer {
    pub told: Result<Vec<Row>, ServerError>,
    /// The tables in which rows of B were written.
    pub written: Vec<String>,
}

/// Asks every view and every function that is not known to be open.
pub(in super::super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &[Function],
    bodies: &Functions,
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let views = ask(field.arena.client, VIEWS).await?;
    let mut texts = bodies.clone();
    texts.extend(views.iter().map(|row| (text(row, 1), text(row, 2))));
    let scope = field.scope;
    let (mut subjects, mut mixed) = (Vec::new(), Vec::new());
    for row in &views {
        let Some(view) = scope.relation(number(row, 0)) else { continue };
        if let Some(sql) = question(field, place, view) {
            let text = expanded(&texts, &text(row, 2));
            subjects.push(Subject { name: &view.name, function: None, sql, text });
        }
    }
    for function in functions.iter().filter(|function| function.attacker == place && function.definer) {
        if field.findings.iter().any(|known| known.object == function.signature) {
            continue;
        }
        let text = expanded(&texts, &function.body);
        for call in function.fitting(field, CALLS) {
            let sql = call.sql.clone();
            subjects.push(Subject {
                name: &function.signature,
                function: Some((function, call)),
                sql,
                text: text.clone(),
            });
        }
        mixed.extend(function.mixed(field, CALLS).into_iter().map(|call| Subject {
            name: &function.signature,
            sql: call.sql.clone(),
            function: Some((function, call)),
            text: text.clone(),
        }));
    }
    for subject in &mixed {
        ranked::attack(field, attacker, subject).await?;
    }
    for subject in &subjects {
        let is_known = |known: &Finding| known.object == subject.name;
        if !field.findings.iter().any(is_known) {
            in_worlds(field, attacker, subject).await?;
            references::attack(field, place, attacker, subject).await?;
            ranked::attack(field, attacker, subject).await?;
            raised::attack(field, place, attacker, subject).await?;
        }
    }
    Ok(())
}

/// What a view is asked, where it reads with other rights than the caller's and is not known to show B's rows.
pub(super) fn question(field: &Field<'_>, place: usize, view: &Relation) -> Option<String> {
    let rights = field.ground.rights.get(&(place, view.oid))?;
    let is_invoker = field.ground.facts.get(&view.oid).is_some_and(|facts| facts.invoker_view);
    let is_known = field.views.iter().any(|met| met.view == view.oid);
    if view.kind != RelationKind::View || rights.select_columns.is_empty() || is_invoker || is_known {
        return None;
    }
    let columns: Vec<String> = rights.select_columns.iter().map(|column| quote_identifier(column)).collect();
    Some(format!("SELECT {} FROM {}", columns.join(", "), view.name))
}

/// The worlds that a text speaks of: first those of columns that its conditions name.
fn worlds(field: &Field<'_>, text: &str) -> Vec<World> {
    let sources: Vec<&Relation> = named(field, text).into_iter().take(ASKED).collect();
    let conditions = text.to_uppercase().find("WHERE").and_then(|at| text.get(at..)).unwrap_or(text);
    let mut worlds = worlds_of(field, &sources, text);
    let is_asked = |world: &World| world.columns.iter().any(|column| has_word(conditions, column));
    worlds.sort_by_key(|world| !(world.columns.is_empty() || is_asked(world)));
    worlds.truncate(WORLDS);
    worlds
}

/// The tables with rows of B that a text names.
pub(super) fn named<'f>(field: &Field<'f>, text: &str) -> Vec<&'f Relation> {
    let is_named = |relation: &&Relation| {
        crate::isolation::attack::is_table(relation)
            && relation.partition_of.is_none()
            && relation.tenant.is_some()
            && field.ground.rows.get(&relation.oid).is_some_and(|rows| !rows.of_b.is_empty())
            && has_word(text, &relation.table)
    };
    field.scope.relations.iter().filter(is_named).collect()
}

async fn in_worlds(
    field: &mut Field<'_>,
    attacker: &Attacker,
    subject: &Subject<'_>,
) -> Result<(), ProveError> {
    let mut worlds = worlds(field, &subject.text);
    if subject.function.is_some() {
        worlds.truncate(CALLED);
    }
    if worlds.is_empty() {
        return Ok(());
    }
    let asked: Vec<&Relation> = named(field, &subject.text);
    let is_meant = |relation: &Relation| asked.iter().any(|it| it.oid == relation.oid);
    let (remember, judge) = match subject.function {
        Some(_) => without::watch(field, &is_meant),
        None => (String::new(), String::new()),
    };
    let attack = |prepare: &str, state| Attack {
        attacker,
        state,
        prepare: format!("{prepare}{remember}"),
        sql: subject.sql.clone(),
        judge: judge.clone(),
    };
    let mut attacks = vec![attack("", State::Own), attack("", State::Own)];
    attacks.extend(worlds.iter().map(|world| attack(&prepared(world), State::Own)));
    let answers = ask_all(field, &attacks).await?;
    let [Some(Some(before)), Some(Some(again))] = [answers.first(), answers.get(1)] else { return Ok(()) };
    if !is_same(&before.told, &again.told) {
        return Ok(());
    }
    let mut met = None;
    for ((world, attack), answer) in worlds.iter().zip(&attacks[2..]).zip(&answers[2..]) {
        let Some(answer) = answer else { continue };
        let seen = seen(before, answer, subject);
        field.count(subject.name, attacker, super::Verb::Select, seen.is_some());
        if met.is_none()
            && let Some(seen) = seen
        {
            met = Some((world, attack.clone(), seen));
        }
    }
    let Some((world, attack, (shown, written))) = met else { return Ok(()) };
    if written.is_empty() && serves_all(field, subject, world, &attack).await? {
        return Ok(());
    }
    let attack = match written.is_empty() {
        true => Attack { prepare: prepared(world), judge: String::new(), ..attack },
        false => attack,
    };
    let finding = finding(field, &attack, subject, world, (&shown, &written));
    add(field, finding);
    Ok(())
}

pub(super) fn prepared(world: &World) -> String {
    prepared_of(&world.prepare)
}

/// SQL of the superuser's, with triggers and foreign keys off.
pub(super) fn prepared_of(prepare: &str) -> String {
    format!("{POLICIES_ALONE}{prepare}SET LOCAL session_replication_role = origin;\n")
}

/// What an answer tells that the first did not: a line of it, and the tables that were written.
pub(super) fn seen(before: &Answer, answer: &Answer, subject: &Subject<'_>) -> Option<(String, Vec<String>)> {
    let written: Vec<String> =
        answer.written.iter().filter(|table| !before.written.contains(table)).cloned().collect();
    let call = subject.function.as_ref().map(|(_, call)| call);
    let Ok(told) = &answer.told else { return None };
    let empty = Vec::new();
    let known = before.told.as_ref().unwrap_or(&empty);
    let mut news = told.iter().filter(|row| !known.contains(row)).peekable();
    let is_other = news.peek().is_some() || before.told.is_ok() && told.len() != known.len();
    if !is_other && written.is_empty() {
        return None;
    }
    let news: Vec<&Row> = news.collect();
    let values = || news.iter().copied().flatten().flatten();
    // Who names a row by its key is told whether there is one, and no more.
    let names_key = call.is_some_and(|call| call.names_key && !call.names_tenant && !call.guesses);
    if written.is_empty() && names_key && values().all(|value| is_id(value)) {
        return None;
    }
    // What the question itself says is no answer.
    if written.is_empty() && call.is_some() && !values().any(|it| mentions(it)) && before.told.is_err() {
        return None;
    }
    let shown: Vec<&str> = news
        .first()
        .map_or_else(Vec::new, |row| row.iter().map(|value| value.as_deref().unwrap_or("NULL")).collect());
    Some((shown.join(" | ").chars().take(120).collect(), written))
}

pub(super) fn is_same(one: &Result<Vec<Row>, ServerError>, other: &Result<Vec<Row>, ServerError>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one == other,
        (Err(one), Err(other)) => one.sqlstate == other.sqlstate,
        _ => false,
    }
}

/// Whether a session without a context is told the same by a function that was told a key: so it is with what serves
/// links that are open to all.
pub(super) async fn serves_all(
    field: &Field<'_>,
    subject: &Subject<'_>,
    world: &World,
    attack: &Attack<'_>,
) -> Result<bool, ProveError> {
    // Texts that are folded are no reason to show a row to all.
    let is_keyed = subject.function.as_ref().is_some_and(|(_, call)| {
        call.names_key && !call.names_tenant && (call.by_name || !call.guesses || !world.columns.is_empty())
    });
    if !is_keyed || !field.arena.contexts.is_said() {
        return Ok(false);
    }
    let of = |state| Attack { state, prepare: prepared(world), judge: String::new(), ..attack.clone() };
    let own = ask_all(field, &[of(State::Own)]).await?;
    let never = ask_all(field, &[of(State::Never)]).await?;
    Ok(match (own.first(), never.first()) {
        (Some(Some(own)), Some(Some(never))) => is_same(&own.told, &never.told),
        _ => false,
    })
}

/// Asks in one transaction, each time from the same rows. `None` where a world could not be made.
pub(super) async fn ask_all(
    field: &Field<'_>,
    attacks: &[Attack<'_>],
) -> Result<Vec<Option<Answer>>, ProveError> {
    let Some(first) = attacks.first() else { return Ok(Vec::new()) };
    let client = field.arena.client_for(first.state);
    ask(client, &field.arena.limits()).await?;
    let answers = future::join_all(attacks.iter().map(|attack| ask_once(field, attack))).await;
    ask(client, "ROLLBACK").await?;
    answers.into_iter().collect()
}

pub(super) async fn ask_once(field: &Field<'_>, attack: &Attack<'_>) -> Result<Option<Answer>, ProveError> {
    let client = field.arena.client_for(attack.state);
    let opening = format!("SAVEPOINT world;\n{}", field.arena.entry(attack));
    let closing = format!("{LEAVE}{}", attack.judge);
    let ending = "ROLLBACK TO SAVEPOINT world; RELEASE SAVEPOINT world";
    let [opened, told, judged] = send(client, [&opening, &attack.sql, &closing, ending]).await?;
    if opened.is_err() {
        return Ok(None);
    }
    let told = match told {
        Ok(messages) => Ok(without::sorted(rows(messages))),
        Err(error) => Err(ServerError::of(&error).ok_or_else(|| ProveError::lost(&error))?),
    };
    let written = judged
        .map_or_else(|_| Vec::new(), |messages| rows(messages).iter().map(|row| text(row, 0)).collect());
    Ok(Some(Answer { told, written }))
}

pub(super) fn finding(
    field: &Field<'_>,
    attack: &Attack<'_>,
    subject: &Subject<'_>,
    world: &World,
    (shown, written): (&str, &[String]),
) -> Finding {
    let kind = match &subject.function {
        None => "view_definer",
        Some((_, call)) if !call.names_tenant && !call.names_key => "secdef_unfiltered",
        Some(_) => "secdef_tenant_param",
    };
    let (role, state, name) = (&attack.attacker.role, attack.state.words(), subject.name);
    let deed = if subject.function.is_some() { "called" } else { "read" };
    let observed = match written {
        [] => format!(
            "{role} {deed} {name} {state}, and was told of tenant B's rows where {}, as: {shown}; \
             accept it if such rows are meant for all",
            world.words
        ),
        written => format!(
            "{role} {deed} {name} {state}, and rows of tenant B changed in {} where {}",
            written.join(", "),
            world.words
        ),
    };
    let fix = match &subject.function {
        None => format!("ALTER VIEW {name} SET (security_invoker = true);"),
        Some(_) => format!("REVOKE EXECUTE ON ROUTINE {name} FROM {};", field.grantees),
    };
    Finding {
        kind: kind.to_owned(),
        object: name.to_owned(),
        objects: Vec::new(),
        severity: if written.is_empty() { Severity::Medium } else { severity(kind) },
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed,
        fix: Some(fix),
    }
}
