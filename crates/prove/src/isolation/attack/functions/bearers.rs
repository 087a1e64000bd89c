//! Functions that take a list of secrets and ask whose the first is: what is refused alone is done behind A's own.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use super::Function;
use super::answers::{finding, revoke};
use super::arguments::compared::compared;
use super::arguments::mixes;
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, ask};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::add;
use crate::isolation::attack::ground::text;
use crate::isolation::attack::oracles::is_secret;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::Relation;

/// Calls every function with a list of secrets.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &[Function],
) -> Result<(), ProveError> {
    for function in functions.iter().filter(|function| function.attacker == place && function.definer) {
        if field.findings.iter().any(|known| known.object == function.signature) {
            continue;
        }
        for (number, argument) in function.arguments.iter().enumerate() {
            let Some(element) = argument.data_type.strip_suffix("[]") else { continue };
            let named = compared(&function.body, &argument.name, number + 1);
            let Some([own, theirs]) = secrets(field, function, &named) else { continue };
            let list = |values: &[&String]| {
                let values: Vec<String> = values.iter().map(|it| quote_literal(it)).collect();
                format!("ARRAY[{}]::{element}[]", values.join(", "))
            };
            let lists = [list(&[&theirs]), list(&[&own, &theirs])];
            if behind(field, attacker, function, (number, lists)).await? {
                break;
            }
        }
    }
    Ok(())
}

/// A's and B's secret in the column that an argument is compared with.
fn secrets(field: &Field<'_>, function: &Function, named: &[String]) -> Option<[String; 2]> {
    let tables = field.scope.relations.iter().filter(|it| has_word(&function.body, &it.table));
    let of = |relation: &Relation| {
        let is_meant = |name: &str| is_secret(name) && named.iter().any(|it| *it == name.to_lowercase());
        let place = relation.columns.iter().position(|column| is_meant(&column.name))?;
        let rows = field.ground.rows.get(&relation.oid)?;
        let value = |rows: &[crate::isolation::attack::arena::Row]| {
            rows.iter().find_map(|row| row.get(place)?.clone())
        };
        Some([value(&rows.samples_a)?, value(&rows.samples_b)?])
    };
    tables.filter_map(of).find(|[own, theirs]| own != theirs)
}

/// Whether B's secret does nothing alone, and changes rows of B's behind A's own.
async fn behind(
    field: &mut Field<'_>,
    attacker: &Attacker,
    function: &Function,
    (number, lists): (usize, [String; 2]),
) -> Result<bool, ProveError> {
    let Some(own) = mixes::own(field, function) else { return Ok(false) };
    let judge = without::digest(field);
    let attacks = lists.map(|list| {
        let mut values = own.clone();
        values[number].sql = list;
        let sql = function.call(&values).sql;
        Attack { attacker, state: State::Own, prepare: String::new(), sql, judge: judge.clone() }
    });
    let before = ask(field.arena.client, &judge).await?;
    let outcomes = field.arena.run_all(&attacks).await?;
    let changed = |outcome: &Outcome| -> Vec<String> {
        match outcome {
            Outcome::Done { judged, .. } => {
                before.iter().filter(|row| !judged.contains(row)).map(|row| text(row, 0)).collect()
            }
            _ => Vec::new(),
        }
    };
    let [alone, behind] = outcomes.as_slice() else { return Ok(false) };
    let tables = changed(behind);
    let is_found = changed(alone).is_empty() && !tables.is_empty();
    field.count(&function.signature, attacker, Verb::Execute, is_found);
    if !is_found {
        return Ok(false);
    }
    let [_, attack] = attacks;
    let (remember, judge) = without::watch(field, &|relation| tables.contains(&relation.name));
    let shown = Attack { prepare: remember, judge, ..attack };
    let name = &function.signature;
    let observed = format!(
        "{} as tenant A called {name} with a secret of its own and one of B's behind it, and rows of tenant B changed \
         in {}; B's alone changed nothing",
        attacker.role,
        tables.join(", ")
    );
    let exploit = field.arena.exploit(&shown);
    add(field, finding("secdef_tenant_param", name, exploit, observed, revoke(field, function)));
    Ok(true)
}
