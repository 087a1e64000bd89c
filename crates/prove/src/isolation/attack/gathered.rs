//! Attacks on what gathers the schemas of several tenants: a table that tables of theirs inherit from, or of which theirs
//! are partitions. Whoever asks it is not asked for rights on them.

use bulkhead_connect::quote_identifier;

use super::arena::{Attack, Attacker, Outcome};
use super::context::State;
use super::diagnose::{add, severity};
use super::ground::Rights;
use super::report::Verb;
use super::{Field, without};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const KIND: &str = "schema_shared_table";

/// Reads, changes and empties every table outside the tenants' schemas with tables of B's below it.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
) -> Result<(), ProveError> {
    let scope = field.scope;
    let schemas = &scope.tenancy.context.schemas;
    let is_common = |it: &&Relation| !schemas.values().any(|schema| *schema == it.schema);
    if schemas.is_empty() || attacker.superuser {
        return Ok(());
    }
    for parent in scope.relations.iter().filter(|it| super::is_table(it)).filter(is_common) {
        let Some(rights) = field.ground.rights.get(&(place, parent.oid)).cloned() else { continue };
        let children = of_b_below(field, parent);
        if children.is_empty() || rights.owner {
            continue;
        }
        for (verb, attack) in tries(field, attacker, parent, &rights, &children) {
            let is_met = match verb {
                Verb::Select => {
                    let [first, second, third] = without::thrice(field, &attack).await?;
                    matches!((&first, &second), (Ok(one), Ok(two)) if one == two && third.as_ref() != Ok(one))
                }
                // The judge names the tables in which rows of B are others now.
                _ => matches!(field.arena.run(&attack).await?, Outcome::Done { judged, .. }
                    if judged.iter().any(|row| row.len() == 1)),
            };
            field.count(&parent.name, attacker, verb, is_met);
            if is_met {
                let finding = finding(field, attacker, parent, &children, (verb, &attack));
                add(field, finding);
            }
        }
    }
    Ok(())
}

/// The tables with rows of B that inherit from a table, however far down.
fn of_b_below<'f>(field: &Field<'f>, parent: &Relation) -> Vec<&'f Relation> {
    let parents = |oid: u32| field.ground.facts.get(&oid).map_or(&[][..], |facts| &facts.parents);
    let is_below = |relation: &&Relation| {
        let (mut queue, mut seen) = (vec![relation.oid], Vec::new());
        while let Some(oid) = queue.pop() {
            let above = parents(oid).iter().filter(|it| !seen.contains(*it)).copied();
            let above: Vec<u32> = above.collect();
            seen.extend(&above);
            queue.extend(above);
        }
        seen.contains(&parent.oid)
    };
    let has_rows = |it: &&Relation| field.ground.rows.get(&it.oid).is_some_and(|rows| !rows.of_b.is_empty());
    field.scope.relations.iter().filter(has_rows).filter(is_below).collect()
}

fn tries<'a>(
    field: &Field<'_>,
    attacker: &'a Attacker,
    parent: &Relation,
    rights: &Rights,
    children: &[&Relation],
) -> Vec<(Verb, Attack<'a>)> {
    let below: Vec<&str> = children.iter().map(|it| it.name.as_str()).collect();
    let (remember, judge) = without::watch(field, &|it| children.iter().any(|child| child.oid == it.oid));
    let told = format!("-- Below {}: {}\n", parent.name, below.join(", "));
    let attack = |prepare: String, sql: String, judge: String| Attack {
        attacker,
        state: State::Own,
        prepare: format!("{told}{prepare}"),
        sql,
        judge,
    };
    let name = &parent.name;
    let mut tries = Vec::new();
    if !rights.select_columns.is_empty() {
        let columns: Vec<String> = rights.select_columns.iter().map(|it| quote_identifier(it)).collect();
        let sql = format!("SELECT {} FROM {name}", columns.join(", "));
        tries.push((Verb::Select, attack(String::new(), sql, String::new())));
    }
    let updated = parent.columns.iter().find(|it| {
        !it.generated && rights.update_columns.contains(&it.name) && rights.select_columns.contains(&it.name)
    });
    if let Some(column) = updated {
        let column = quote_identifier(&column.name);
        let sql = format!("UPDATE {name} SET {column} = {column}");
        tries.push((Verb::Update, attack(remember.clone(), sql, judge.clone())));
    }
    if rights.delete {
        tries.push((Verb::Delete, attack(remember, format!("DELETE FROM {name}"), judge)));
    }
    tries
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    parent: &Relation,
    children: &[&Relation],
    (verb, attack): (Verb, &Attack<'_>),
) -> Finding {
    let (name, right) = (&parent.name, format!("{verb:?}").to_uppercase());
    let below: Vec<&str> = children.iter().map(|it| it.name.as_str()).collect();
    Finding {
        kind: KIND.to_owned(),
        object: name.clone(),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed: format!(
            "{} as tenant A {} rows of tenant B in {} through {name}, which they inherit from: rights on them are not \
             asked",
            attacker.role,
            verb.past(),
            below.join(", ")
        ),
        fix: Some(format!("REVOKE {right} ON {name} FROM {};", field.grantees)),
    }
}
