//! A verb tried in a world: the statements that do it, and whether rows of B were met.

use super::{Field, Subject, Told, World, telling};
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Outcome, POLICIES_ALONE};
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::context::State;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::tables::tries::Tries;

/// How many columns are updated before updates count as refused.
const UPDATES: usize = 2;

/// A verb tried in a world.
pub(super) struct Try<'w, 'a> {
    pub(super) world: &'w World,
    pub(super) verb: Verb,
    pub(super) attack: Attack<'a>,
}

/// The statements that try a verb in a world. Each counts the rows that are B's by where they are.
pub(super) fn attempts<'w, 'a>(
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
        Verb::Select if rights.select && world.told != Told::Guest => {
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
pub(super) async fn run(
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
        met.iter().for_each(|(attempt, hits)| telling::keep(field, subject, attempt, *hits));
        return Ok(true);
    }
    // To write is worse than to read.
    let Some(worst) = met.iter().max_by_key(|(attempt, _)| attempt.verb != Verb::Select) else {
        return Ok(false);
    };
    telling::tell(field, subject, &worst.0, worst.1);
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
    if verb == Verb::Select { outcome.counted() } else { outcome.judged() }
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
    Ok(field.arena.run(&attack).await?.counted() > 0)
}
