//! Attacks on tables with row security of which neither a column nor a foreign key says whose their rows are: files in a
//! tenant's folder, remarks on rows of several tables.
//!
//! The superuser writes a row of A's and one of B's that differ in every column by which policies can tell tenants apart.
//! If the policies do so for some rows, they must do so for all.

mod rows;

use self::rows::{Pair, pairs};
use crate::bodies::Functions;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, POLICIES_ALONE};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::sources::text_of;
use crate::isolation::attack::{Field, fix};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError, Severity};

const KIND: &str = "policy_opens_by_value";

/// What the policies let A do with a row of A's and with one of B's that is like it.
struct Met<'a> {
    verb: Verb,
    own: bool,
    theirs: bool,
    attack: Attack<'a>,
}

/// Tries all such tables.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &Functions,
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    for relation in
        scope.relations.iter().filter(|it| crate::isolation::attack::is_table(it) && it.tenant.is_none())
    {
        let is_secured = field.ground.facts.get(&relation.oid).is_some_and(|facts| facts.row_security);
        let schemas = &scope.tenancy.context.schemas;
        let is_of_tenant = schemas.values().any(|schema| *schema == relation.schema);
        let is_part = relation.partition_of.is_some();
        let has_rights = field.ground.rights.get(&(place, relation.oid)).is_some_and(|it| !it.owner);
        if is_secured && has_rights && !is_of_tenant && !is_part && !scope.is_shared(relation) {
            on_table(field, place, attacker, relation, functions).await?;
        }
    }
    Ok(())
}

async fn on_table(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    relation: &Relation,
    functions: &Functions,
) -> Result<(), ProveError> {
    let text = text_of(field, relation, functions);
    let pairs = pairs(field, relation, &text).await?;
    let mut are_apart = rows::is_store(relation);
    let mut open: Option<(&Pair, Met<'_>)> = None;
    for pair in &pairs {
        for met in met(field, (place, attacker), relation, pair).await? {
            are_apart |= met.own && !met.theirs;
            let is_open = met.theirs && met.verb != Verb::Insert && !pair.is_for_all;
            field.count(&relation.name, attacker, met.verb, is_open);
            // To remove is worse than to read.
            let is_worse = open.as_ref().is_none_or(|(_, known)| known.verb < met.verb);
            if is_open && is_worse {
                open = Some((pair, met));
            }
        }
    }
    if let (Some((pair, met)), true) = (open, are_apart) {
        let finding = finding(field, attacker, relation, pair, &met);
        add(field, finding);
    }
    Ok(())
}

/// What comes of each verb on both rows of a pair.
async fn met<'a>(
    field: &Field<'_>,
    (place, attacker): (usize, &'a Attacker),
    relation: &Relation,
    pair: &Pair,
) -> Result<Vec<Met<'a>>, ProveError> {
    let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { return Ok(Vec::new()) };
    let name = &relation.name;
    let there = format!("SELECT count(*) FROM {name} AS t WHERE t.xmin = pg_current_xact_id()::xid");
    let attack = |prepare: &str, sql: String, judge: String| Attack {
        attacker,
        state: State::Own,
        prepare: format!("{POLICIES_ALONE}{prepare}"),
        sql,
        judge,
    };
    let mut tries: Vec<(Verb, [Attack<'a>; 2])> = Vec::new();
    let written = pair.rows.each_ref().map(|row| format!("{row};\n"));
    if rights.select {
        tries.push((Verb::Select, written.each_ref().map(|row| attack(row, there.clone(), String::new()))));
    }
    if rights.delete {
        let gone = there.replacen("count(*)", "1 - count(*)", 1);
        let delete = format!("DELETE FROM {name}");
        tries.push((Verb::Delete, written.each_ref().map(|row| attack(row, delete.clone(), gone.clone()))));
    }
    if pair.columns.iter().all(|column| rights.insert_columns.contains(column)) {
        tries.push((Verb::Insert, pair.rows.each_ref().map(|row| attack("", row.clone(), there.clone()))));
    }
    let attacks: Vec<Attack<'_>> = tries.iter().flat_map(|(_, both)| both.clone()).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let hits = |verb: Verb, outcome: &Outcome| match (verb, outcome) {
        (Verb::Select, Outcome::Done { rows, .. }) => {
            rows.last().is_some_and(|row| crate::isolation::attack::ground::number(row, 0) > 0)
        }
        (_, outcome) => outcome.judged() > 0,
    };
    let judged = tries.into_iter().zip(outcomes.chunks_exact(2)).map(|((verb, [_, attack]), both)| Met {
        verb,
        own: hits(verb, &both[0]),
        theirs: hits(verb, &both[1]),
        attack,
    });
    Ok(judged.collect())
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    pair: &Pair,
    met: &Met<'_>,
) -> Finding {
    let is_read = met.verb == Verb::Select;
    let meant = if is_read { "; accept it if such rows are meant for all" } else { "" };
    Finding {
        kind: KIND.to_owned(),
        object: relation.name.clone(),
        objects: Vec::new(),
        severity: if is_read { Severity::Medium } else { severity(KIND) },
        place: None,
        exploit: Some(field.arena.exploit(&met.attack)),
        observed: format!(
            "{} as tenant A {} a row of {} that is tenant B's by {}{meant}",
            attacker.role,
            met.verb.past(),
            relation.name,
            pair.words
        ),
        fix: Some(fix::fix(field, relation, attacker, KIND)),
    }
}
