//! Attacks by settings that policies ask besides the context: a switch that lifts them, which any session may set.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::quote_literal;

use super::Field;
use super::arena::{Attack, Attacker, Outcome};
use super::belonging::is_of;
use super::context::State;
use super::diagnose::{add, severity};
use super::ground::{Policy, Rights, Rows, text};
use super::report::Verb;
use super::worlds::claims::ISSUED;
use crate::bodies::{Functions, expanded};
use crate::infer::text::{claims_of, settings};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const KIND: &str = "context_setting_opens_all";

/// What a switch is often set to.
const COMMON: &[&str] = &["true", "on", "1", "t", "yes", "all", "*", "admin", "system"];

/// How many values of a setting are tried on a table.
const VALUES: usize = 40;

/// How many tables are tried to find one that a setting opens.
const TABLES: usize = 40;

/// A setting that the policies of a table ask.
struct Asked<'f> {
    name: String,
    relation: &'f Relation,
    values: Vec<String>,
    /// Whether a policy for something else than reading asks it.
    on_write: bool,
}

/// One value of a setting, tried with one verb.
struct Try<'a> {
    value: String,
    verb: Verb,
    attack: Attack<'a>,
}

/// Tries every setting that policies ask and that is not the context.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &Functions,
) -> Result<(), ProveError> {
    let mut by_name: BTreeMap<String, Vec<Asked<'_>>> = BTreeMap::new();
    for relation in field.scope.of_tenants().filter(|relation| super::is_table(relation)) {
        for asked in asked(field, relation, functions) {
            by_name.entry(asked.name.clone()).or_default().push(asked);
        }
    }
    for (name, tables) in by_name {
        for asked in tables.iter().take(TABLES) {
            if open(field, place, attacker, asked, tables.len()).await? {
                break;
            }
        }
        field.settled.insert((KIND.to_owned(), name));
    }
    Ok(())
}

/// The settings that the policies of a relation lead to, without those of the manifest.
fn asked<'f>(field: &Field<'f>, relation: &'f Relation, functions: &Functions) -> Vec<Asked<'f>> {
    let policies = field.ground.facts.get(&relation.oid).map_or(&[][..], |facts| &facts.policies);
    let text_of = |policy: &Policy| {
        let parts = [policy.using.as_deref(), policy.check.as_deref()];
        expanded(functions, &parts.into_iter().flatten().collect::<Vec<_>>().join("\n"))
    };
    let texts: Vec<(char, String)> =
        policies.iter().map(|policy| (policy.command, text_of(policy))).collect();
    let all = texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n");
    let context = field.arena.contexts.setting();
    let names = settings(&all).into_iter().filter(|name| Some(name.as_str()) != context);
    let names = names.filter(|name| all.contains(&format!("current_setting('{name}'")) || is_variable(&all));
    let is_issued =
        |name: &String| name.rsplit_once(".claim.").is_some_and(|(_, claim)| ISSUED.contains(&claim));
    names
        .filter(|name| !is_issued(name))
        .map(|name| Asked {
            values: values(&all, &name),
            on_write: texts.iter().any(|(command, text)| *command != 'r' && text.contains(&name)),
            relation,
            name,
        })
        .collect()
}

/// Whether a setting is read whose name stands elsewhere.
fn is_variable(text: &str) -> bool {
    text.match_indices("current_setting(").any(|(at, call)| !text[at + call.len()..].starts_with('\''))
}

/// What a setting may have to be: the texts beside it, then what is common; in JSON where it is read so.
fn values(text: &str, setting: &str) -> Vec<String> {
    let is_word = |word: &&str| {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '*');
        !word.is_empty() && word.len() <= 64 && word.chars().all(is_part)
    };
    // Quotes in comments turn inside and outside round; what is outside is hardly ever one word.
    let beside = text.split('\'').filter(is_word);
    let mut seen = BTreeSet::new();
    let plain: Vec<&str> =
        beside.chain(COMMON.iter().copied()).filter(|value| seen.insert(*value)).take(VALUES).collect();
    let mut claims = claims_of(text, setting);
    if claims.is_empty() {
        return plain.into_iter().map(str::to_owned).collect();
    }
    claims.retain(|claim| !ISSUED.contains(&claim.as_str()));
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let values = plain.iter().flat_map(|value| {
        claims.iter().map(move |claim| format!("{{\"{}\": \"{}\"}}", escaped(claim), escaped(value)))
    });
    values.take(VALUES).collect()
}

/// Tries the values of a setting on a table; whether rows of B were met.
async fn open(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    asked: &Asked<'_>,
    tables: usize,
) -> Result<bool, ProveError> {
    let relation = asked.relation;
    let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { return Ok(false) };
    let Some(rows) = field.ground.rows.get(&relation.oid).cloned() else { return Ok(false) };
    if rows.of_b.is_empty() {
        return Ok(false);
    }
    let tries = tries(field, place, attacker, asked, &rights, &rows);
    let attacks: Vec<Attack<'_>> = tries.iter().map(|attempt| attempt.attack.clone()).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let mut met = None;
    for (attempt, outcome) in tries.into_iter().zip(outcomes) {
        let hits = hits(attempt.verb, &outcome, &rows);
        field.count(&relation.name, attacker, attempt.verb, hits > 0);
        if hits > 0 && met.is_none() {
            met = Some((attempt, hits));
        }
    }
    let Some((attempt, hits)) = met else { return Ok(false) };
    let finding = finding(field, attacker, asked, &attempt, (hits, tables));
    add(field, finding);
    Ok(true)
}

/// Reads, and, where a policy for writing asks the setting, blind writes; not what is open without it.
fn tries<'a>(
    field: &Field<'_>,
    place: usize,
    attacker: &'a Attacker,
    asked: &Asked<'_>,
    rights: &Rights,
    rows: &Rows,
) -> Vec<Try<'a>> {
    let Asked { name, relation, values, on_write } = asked;
    let is_open = |verb: Verb| {
        let mut met = field.holes.iter().filter(|hole| hole.relation == relation.oid);
        met.any(|hole| hole.attacker == place && hole.verb == verb && hole.state == State::Own)
    };
    let of_b =
        is_of(field.scope, relation, "t", &field.probe.tenants[1]).unwrap_or_else(|| "true".to_owned());
    let table = &relation.name;
    let left = format!("SELECT {} - count(*) FROM {table} AS t WHERE {of_b}", rows.of_b.len());
    let mut tries = Vec::new();
    for value in values {
        let set = format!("SELECT set_config({}, {}, true)", quote_literal(name), quote_literal(value));
        let attack = |sql: String, judge: &str| Attack {
            attacker,
            state: State::Own,
            prepare: String::new(),
            sql: format!("{set};\n{sql}"),
            judge: judge.to_owned(),
        };
        let mut push =
            |verb: Verb, attack: Attack<'a>| tries.push(Try { value: value.clone(), verb, attack });
        if rights.select && !is_open(Verb::Select) {
            push(Verb::Select, attack(format!("SELECT tableoid, ctid FROM {table}"), ""));
        }
        if *on_write && rights.delete && !is_open(Verb::Delete) {
            push(Verb::Delete, attack(format!("DELETE FROM {table}"), &left));
        }
    }
    tries
}

/// How many rows of B were met.
fn hits(verb: Verb, outcome: &Outcome, rows: &Rows) -> u64 {
    match (verb, outcome) {
        (Verb::Select, Outcome::Done { rows: given, .. }) => {
            given.iter().filter(|row| rows.of_b.contains(&(text(row, 0), text(row, 1)))).count() as u64
        }
        (Verb::Select, _) => 0,
        _ => outcome.judged(),
    }
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    asked: &Asked<'_>,
    attempt: &Try<'_>,
    (hits, tables): (u64, usize),
) -> Finding {
    let Asked { name, relation, .. } = asked;
    let mut attack = attempt.attack.clone();
    let of_b = is_of(field.scope, relation, "t", &field.probe.tenants[1]);
    if let (Verb::Select, Some((set, _)), Some(of_b)) = (attempt.verb, attack.sql.split_once(";\n"), of_b) {
        attack.sql = format!("{set};\nSELECT t.* FROM {} AS t WHERE {of_b}", relation.name);
    }
    Finding {
        kind: KIND.to_owned(),
        object: name.clone(),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(&attack)),
        observed: format!(
            "{} as tenant A set {name} to '{}' and {} {hits} rows of tenant B in {}; policies of {tables} {} ask it",
            attacker.role,
            attempt.value,
            attempt.verb.past(),
            relation.name,
            if tables == 1 { "table" } else { "tables" },
        ),
        fix: Some(format!(
            "-- Take {name} out of the policies: let those who may see all tenants log in with a role of their own, \
             and write a policy TO that role."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_from_beside_the_setting_and_as_json_where_it_is_read_so() {
        let text = "current_setting('app.role', true) = ANY ('{x}') -- isn't\n OR f('app.role') = 'staff'";
        let found = values(text, "app.role");
        assert!(found.contains(&"staff".to_owned()) && found.contains(&"on".to_owned()), "{found:?}");
        let json = "current_setting('app.jwt', true)::json ->> 'rank' = 'root'";
        assert!(values(json, "app.jwt").contains(&"{\"rank\": \"root\"}".to_owned()));
    }
}
