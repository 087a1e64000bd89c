//! Attacks by rows of A's own that are like B's in everything but the tenant, and that name B where nobody asks: what
//! triggers with their owner's rights make of them.

use std::collections::BTreeSet;

use bulkhead_connect::quote_literal;

use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, Row, ask};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::context::State;
use crate::isolation::attack::ground::{number, text};
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::parents::parents;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::values::{insert, value};
use crate::isolation::attack::{Field, oracles, without};
use crate::isolation::scope::{Relation, TenantPath};

/// Tables with a trigger for inserts that runs with other rights than those of whoever inserts.
const TRIGGERED: &str = "
    SELECT DISTINCT g.tgrelid FROM pg_trigger AS g JOIN pg_proc AS p ON p.oid = g.tgfoid
    WHERE NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & 4 = 4 AND p.prosecdef";

/// Tries such rows in every table of tenants whose triggers have rights of their own.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    let scope = field.scope;
    let triggered = ask(field.arena.client, TRIGGERED).await?;
    let triggered: BTreeSet<u32> = triggered.iter().map(|row| number(row, 0)).collect();
    let tables = scope.relations.iter().filter(|relation| triggered.contains(&relation.oid));
    let tries: Vec<(&Relation, Attack<'_>)> = tables
        .flat_map(|relation| {
            let twins = twins(field, place, attacker, relation, constraints);
            twins.into_iter().map(move |attack| (relation, attack))
        })
        .collect();
    if tries.is_empty() || attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let before = ask(field.arena.client, &without::digest(field)).await?;
    let attacks: Vec<Attack<'_>> = tries.iter().map(|(_, attack)| attack.clone()).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    for ((relation, attack), outcome) in tries.iter().zip(outcomes) {
        let changed = match &outcome {
            Outcome::Done { judged, .. } => changed(&before, judged),
            _ => Vec::new(),
        };
        field.count(&relation.name, attacker, Verb::Insert, !changed.is_empty());
        // What the row itself does is told of the table's policies.
        if !changed.is_empty() && !changed.contains(&relation.name) {
            oracles::changed_by_triggers(field, attacker, attack, relation, &changed);
        }
    }
    Ok(())
}

/// The tables whose sums differ.
fn changed(before: &[Row], after: &[Row]) -> Vec<String> {
    before.iter().filter(|row| !after.contains(row)).map(|row| text(row, 0)).collect()
}

/// A row like B's first one under A's name, and the same with B's name in each column that may hold it.
fn twins<'a>(
    field: &Field<'_>,
    place: usize,
    attacker: &'a Attacker,
    relation: &Relation,
    constraints: &[Constraint],
) -> Vec<Attack<'a>> {
    let Some(TenantPath::Column { column: tenant }) = &relation.tenant else { return Vec::new() };
    let (Some(rights), Some(rows)) =
        (field.ground.rights.get(&(place, relation.oid)), field.ground.rows.get(&relation.oid))
    else {
        return Vec::new();
    };
    let Some(theirs) = rows.samples_b.first() else { return Vec::new() };
    if !rights.insert_columns.contains(tenant) {
        return Vec::new();
    }
    let [a, b] = &field.probe.tenants;
    let refers = |name: &String| {
        constraints
            .iter()
            .any(|it| it.is_reference && it.relation == relation.oid && it.columns.contains(name))
    };
    let kind = |name: &str| relation.columns.iter().find(|it| it.name == name).map(|it| &it.data_type);
    let names_tenant = relation.columns.iter().filter(|column| {
        !column.generated
            && column.name != *tenant
            && rights.insert_columns.contains(&column.name)
            && (Some(&column.data_type) == kind(tenant) || column.data_type == "text")
            && !refers(&column.name)
            && !relation.key.contains(&column.name)
    });
    let of_row = |other: Option<&str>, name: &str| match name {
        name if path_columns(relation).contains(&name) => quote_literal(a),
        name if other == Some(name) => quote_literal(b),
        name => value(relation, theirs, name),
    };
    let is_other = |name: &str| !path_columns(relation).contains(&name);
    let others = std::iter::once(None).chain(names_tenant.map(|column| Some(column.name.as_str())));
    others
        .map(|other| {
            let given = rights.insertable(relation).map(|it| (it.name.as_str(), of_row(other, &it.name)));
            let insert = insert(&relation.name, given);
            let own = parents(field, place, relation, constraints, &|name| of_row(other, name), &is_other);
            let sql = own.into_iter().chain([insert]).collect::<Vec<_>>().join(";\n");
            let judge = without::digest(field);
            Attack { attacker, state: State::Own, prepare: String::new(), sql, judge }
        })
        .collect()
}
