//! What functions leave behind: rows of B's in a temporary table, in a table without tenants, or in a setting, where A
//! reads them afterwards.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::Function;
use super::answers::{finding, revoke};
use super::calls::Call;
use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, LEAVE, Outcome};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::add;
use crate::isolation::attack::marks::mentions;
use crate::isolation::attack::report::Verb;

/// With how many lists of arguments a function is called.
const CALLS: usize = 4;

/// A place where something may be left.
struct Place {
    /// As it is told.
    words: String,
    /// The question for what is there.
    sql: String,
    /// Whether others find there what one has left.
    lasts: bool,
}

/// Calls every function that writes to such a place, as A and as B, and reads there as A.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &[Function],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    for function in functions.iter().filter(|function| function.attacker == place && function.definer) {
        if field.findings.iter().any(|known| known.object == function.signature) {
            continue;
        }
        let places = places(field, place, function);
        if places.is_empty() {
            continue;
        }
        let calls = function.fitting(field, CALLS);
        for left in &places {
            if try_place(field, attacker, (function, &calls), left).await? {
                break;
            }
        }
    }
    Ok(())
}

/// The places that a function's source names.
fn places(field: &Field<'_>, place: usize, function: &Function) -> Vec<Place> {
    let mut places = Vec::new();
    for name in temporary(&function.body) {
        let sql = format!("SELECT t::text FROM {name} AS t");
        places.push(Place { words: format!("the temporary table {name}"), sql, lasts: false });
    }
    for name in set(&function.body) {
        let sql = format!("SELECT current_setting({}, true)", quote_literal(&name));
        places.push(Place { words: format!("the setting {name}"), sql, lasts: false });
    }
    let common = field.scope.relations.iter().filter(|it| {
        it.tenant.is_none() && crate::isolation::attack::is_table(it) && has_word(&function.body, &it.table)
    });
    for relation in common {
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { continue };
        if !rights.select_columns.is_empty() {
            let columns: Vec<String> = rights.select_columns.iter().map(|it| quote_identifier(it)).collect();
            let sql = format!("SELECT {} FROM {}", columns.join(", "), relation.name);
            places.push(Place { words: relation.name.clone(), sql, lasts: true });
        }
    }
    places
}

/// The temporary tables that a source creates.
fn temporary(body: &str) -> Vec<String> {
    let words: Vec<&str> =
        body.split(|c: char| c.is_whitespace() || c == '(').filter(|it| !it.is_empty()).collect();
    let is = |at: usize, word: &str| words.get(at).is_some_and(|it| it.eq_ignore_ascii_case(word));
    let of = |at: usize| {
        let is_temporary = is(at, "temp") || is(at, "temporary");
        let next = if is(at + 2, "if") { at + 5 } else { at + 2 };
        let name = words.get(next).filter(|_| is_temporary && is(at + 1, "table"))?;
        let is_name = |name: &&&str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
        Some(name).filter(|name| is_name(name)).map(|name| (*name).to_owned())
    };
    let mut found: Vec<String> = (0..words.len()).filter_map(of).collect();
    found.dedup();
    found
}

/// The settings that a source sets.
fn set(body: &str) -> Vec<String> {
    let calls = body.split("set_config(").skip(1);
    let mut found: Vec<String> = calls
        .filter_map(|rest| Some(rest.trim_start().strip_prefix('\'')?.split('\'').next()?.to_owned()))
        .collect();
    found.dedup();
    found
}

/// Whether A reads there what B's rows hold, after a call of its own or one of B's.
async fn try_place(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (function, calls): (&Function, &[Call]),
    left: &Place,
) -> Result<bool, ProveError> {
    let attack = |prepare: String, sql: String| Attack {
        attacker,
        state: State::Own,
        prepare,
        sql,
        judge: String::new(),
    };
    let mut attacks = vec![(false, attack(String::new(), left.sql.clone()))];
    for call in calls {
        attacks.push((true, attack(String::new(), format!("{};\n{}", call.sql, left.sql))));
        if left.lasts {
            let prepare = format!("{}{};\n{LEAVE}", field.arena.as_other(attacker), call.sql);
            attacks.push((true, attack(prepare, left.sql.clone())));
        }
    }
    let run: Vec<Attack<'_>> = attacks.iter().map(|(_, attack)| attack.clone()).collect();
    let outcomes = field.arena.run_all(&run).await?;
    let shown = |outcome: &Outcome| match outcome {
        Outcome::Done { rows, .. } => rows.iter().flatten().flatten().find(|value| mentions(value)).cloned(),
        _ => None,
    };
    if outcomes.first().is_some_and(|before| shown(before).is_some()) {
        return Ok(false);
    }
    let found = attacks.iter().zip(&outcomes).find_map(|((is_call, attack), outcome)| {
        let shown = shown(outcome).filter(|_| *is_call && !mentions(&attack.sql))?;
        Some((attack.clone(), shown.chars().take(120).collect::<String>()))
    });
    field.count(&function.signature, attacker, Verb::Execute, found.is_some());
    let Some((attack, shown)) = found else { return Ok(false) };
    let (role, name) = (&attacker.role, &function.signature);
    let whose = if attack.prepare.is_empty() { "it" } else { "tenant B" };
    let observed = format!(
        "{role} as tenant A read what tenant B holds in {} after {whose} had called {name}: {shown}",
        left.words
    );
    let exploit = field.arena.exploit(&attack);
    add(field, finding("secdef_unfiltered", name, exploit, observed, revoke(field, function)));
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_in_sources() {
        let body = "CREATE TEMP TABLE IF NOT EXISTS seen ON COMMIT DROP AS x; create temporary table kept(a int); \
                    PERFORM set_config('app.seen', y, true)";
        assert_eq!(temporary(body), ["seen", "kept"]);
        assert_eq!(set(body), ["app.seen"]);
    }
}
