//! Views and functions with their owner's rights, asked in worlds in which B's rows hold what the texts compare with.
//!
//! Only B's rows differ from one world to the next. What A is told must not differ with them.

use bulkhead_connect::{ServerError, quote_identifier, quote_literal};
use bulkhead_sql::has_word;
use futures_util::future;

use super::super::super::scope::{Column, Relation, RelationKind};
use super::super::Field;
use super::super::answers::{is_id, mentions};
use super::super::arena::{Attack, Attacker, LEAVE, POLICIES_ALONE, Row, ask, rows};
use super::super::belonging::{is_of, path_columns};
use super::super::context::State;
use super::super::diagnose::{add, severity};
use super::super::functions::{Call, Function};
use super::super::ground::{number, text};
use super::super::without;
use super::texts::constants;
use super::values::worlds_of;
use super::{ASKED, Told, WORLDS, World};
use crate::bodies::{Functions, expanded};
use crate::{Finding, ProveError, Severity};

/// How many worlds a call is made in.
const CALLED: usize = 16;

/// In how many worlds A's rows refer to B's.
const REFERENCES: usize = 8;

/// With how many lists of arguments a function is called in each world.
const CALLS: usize = 4;

const VIEWS: &str = "
    SELECT c.oid, c.relname, pg_get_viewdef(c.oid)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'v' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/// What can be asked, and the texts behind it.
struct Subject<'a> {
    name: &'a str,
    function: Option<(&'a Function, Call)>,
    sql: String,
    text: String,
}

/// What came of asking once.
struct Answer {
    told: Result<Vec<Row>, ServerError>,
    /// The tables in which rows of B were written.
    written: Vec<String>,
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
    let mut subjects = Vec::new();
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
    }
    for subject in &subjects {
        let is_known = |known: &Finding| known.object == subject.name;
        if !field.findings.iter().any(is_known) {
            in_worlds(field, attacker, subject).await?;
            by_reference(field, place, attacker, subject).await?;
        }
    }
    Ok(())
}

/// What a view is asked, where it reads with other rights than the caller's and is not known to show B's rows.
fn question(field: &Field<'_>, place: usize, view: &Relation) -> Option<String> {
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
fn named<'f>(field: &Field<'f>, text: &str) -> Vec<&'f Relation> {
    let is_named = |relation: &&Relation| {
        super::super::is_table(relation)
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

/// Lets A's own rows refer to rows of B where no foreign key forbids it: what is joined to them by a key alone is B's.
async fn by_reference(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    subject: &Subject<'_>,
) -> Result<(), ProveError> {
    if subject.function.as_ref().is_some_and(|(_, call)| call.names_key || call.names_tenant) {
        return Ok(());
    }
    let worlds = references(field, place, &subject.text);
    if worlds.is_empty() {
        return Ok(());
    }
    let removal = without::removal(field);
    let attack = |prepare: String| Attack {
        attacker,
        state: State::Own,
        prepare,
        sql: subject.sql.clone(),
        judge: String::new(),
    };
    let mut attacks: Vec<Attack<'_>> = vec![attack(String::new()), attack(removal.clone())];
    for world in &worlds {
        attacks.push(attack(world.prepare.clone()));
        attacks.push(attack(format!("{}{removal}", world.prepare)));
    }
    let answers = ask_all(field, &attacks).await?;
    let differ = |pair: &[Option<Answer>]| match pair {
        [Some(Answer { told: Ok(with), .. }), Some(Answer { told: Ok(without), .. })] if with != without => {
            let news = with.iter().find(|row| !without.contains(row)).cloned().unwrap_or_default();
            let is_id = news.iter().flatten().all(|value| is_id(value));
            (!is_id).then_some(news)
        }
        _ => None,
    };
    let mut pairs = answers.chunks(2);
    if pairs.next().is_none_or(|pair| differ(pair).is_some()) {
        return Ok(());
    }
    let found = worlds.iter().zip(attacks[2..].chunks(2)).zip(pairs).find_map(|((world, attacks), pair)| {
        let news = differ(pair)?;
        let shown: Vec<&str> = news.iter().map(|value| value.as_deref().unwrap_or("NULL")).collect();
        Some((world, attacks[0].clone(), shown.join(" | ").chars().take(120).collect::<String>()))
    });
    field.count(subject.name, attacker, super::Verb::Select, found.is_some());
    if let Some((world, attack, shown)) = found {
        let mut finding = finding(field, &attack, subject, world, (&shown, &[]));
        finding.severity = severity(&finding.kind);
        finding.observed = finding.observed.replace("; accept it if such rows are meant for all", "");
        add(field, finding);
    }
    Ok(())
}

/// The worlds in which A's rows hold keys of B's. The superuser writes them, with all foreign keys in force.
fn references(field: &Field<'_>, place: usize, text: &str) -> Vec<World> {
    let tables = named(field, text);
    let mut worlds = Vec::new();
    for source in &tables {
        let Some(own) = is_of(field.scope, source, "t", &field.probe.tenants[0]) else { continue };
        let Some(rights) = field.ground.rights.get(&(place, source.oid)) else { continue };
        let may_write =
            |name: &String| rights.insert_columns.contains(name) || rights.update_columns.contains(name);
        for column in super::values::named(source, text).into_iter().filter(|it| may_write(&it.name)) {
            for other in tables.iter().filter(|other| other.oid != source.oid) {
                let Some(theirs) = key_of_b(field, other, &column.data_type) else { continue };
                let set = format!("{} = {}", quote_identifier(&column.name), quote_literal(&theirs));
                for beside in besides(source, column, other, text) {
                    let assignments = format!("{set}{beside}");
                    let prepare = format!(
                        "UPDATE {} AS t SET {assignments} WHERE {own};\nSET CONSTRAINTS ALL IMMEDIATE;\n",
                        source.name
                    );
                    let words =
                        format!("A's rows of {} have {assignments}, a key of {}", source.name, other.name);
                    worlds.push(World { prepare, ..World::new(Told::OwnRow, words) });
                }
            }
        }
    }
    worlds.truncate(REFERENCES);
    worlds
}

/// What else a row says of that to which it refers: nothing, or what it is called.
fn besides(source: &Relation, column: &Column, other: &Relation, text: &str) -> Vec<String> {
    let kinds = super::values::named(source, text).into_iter();
    let kinds = kinds.filter(|it| it.name != column.name && it.name.to_lowercase().ends_with("type"));
    let stem = other.table.to_lowercase();
    let stem = stem.trim_end_matches('s');
    let called: Vec<String> =
        constants(text).into_iter().filter(|it| it.to_lowercase().trim_end_matches('s') == stem).collect();
    let said = kinds.flat_map(|kind| {
        called.iter().map(move |it| format!(", {} = {}", quote_identifier(&kind.name), quote_literal(it)))
    });
    said.chain([String::new()]).take(2).collect()
}

/// The key of B's first row in a table, beside the tenant, where it is one column of the type.
fn key_of_b(field: &Field<'_>, relation: &Relation, data_type: &str) -> Option<String> {
    let path = path_columns(relation);
    let mut free = relation.key.iter().filter(|name| !path.contains(&name.as_str()));
    let (key, None) = (free.next()?, free.next()) else { return None };
    let place = relation.columns.iter().position(|column| column.name == *key)?;
    if relation.columns[place].data_type != data_type {
        return None;
    }
    field.ground.rows.get(&relation.oid)?.samples_b.first()?.get(place)?.clone()
}

fn prepared(world: &World) -> String {
    format!("{POLICIES_ALONE}{}SET LOCAL session_replication_role = origin;\n", world.prepare)
}

/// What an answer tells that the first did not: a line of it, and the tables that were written.
fn seen(before: &Answer, answer: &Answer, subject: &Subject<'_>) -> Option<(String, Vec<String>)> {
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

fn is_same(one: &Result<Vec<Row>, ServerError>, other: &Result<Vec<Row>, ServerError>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one == other,
        (Err(one), Err(other)) => one.sqlstate == other.sqlstate,
        _ => false,
    }
}

/// Whether a session without a context is told the same by a function that was told a key: so it is with what serves
/// links that are open to all.
async fn serves_all(
    field: &Field<'_>,
    subject: &Subject<'_>,
    world: &World,
    attack: &Attack<'_>,
) -> Result<bool, ProveError> {
    // Texts that are folded are no reason to show a row to all.
    let is_keyed = subject.function.as_ref().is_some_and(|(_, call)| {
        call.names_key && !call.names_tenant && (call.by_name || !call.guesses || !world.columns.is_empty())
    });
    if !is_keyed || field.arena.contexts.setting().is_none() {
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
async fn ask_all(field: &Field<'_>, attacks: &[Attack<'_>]) -> Result<Vec<Option<Answer>>, ProveError> {
    let Some(first) = attacks.first() else { return Ok(Vec::new()) };
    let client = field.arena.client_for(first.state);
    let limit = field.arena.timeout.as_millis();
    ask(client, &format!("BEGIN; SET LOCAL statement_timeout = {limit}; SET LOCAL lock_timeout = {limit}"))
        .await?;
    let answers = future::join_all(attacks.iter().map(|attack| ask_once(field, attack))).await;
    ask(client, "ROLLBACK").await?;
    answers.into_iter().collect()
}

async fn ask_once(field: &Field<'_>, attack: &Attack<'_>) -> Result<Option<Answer>, ProveError> {
    let client = field.arena.client_for(attack.state);
    let opening = format!("SAVEPOINT world;\n{}", field.arena.entry(attack));
    let closing = format!("{LEAVE}{}", attack.judge);
    let (opened, told, judged, ended) = future::join4(
        client.simple_query(&opening),
        client.simple_query(&attack.sql),
        client.simple_query(&closing),
        client.simple_query("ROLLBACK TO SAVEPOINT world; RELEASE SAVEPOINT world"),
    )
    .await;
    ended.map_err(|error| ProveError::of(&error))?;
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

fn finding(
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
