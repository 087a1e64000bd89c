//! Lists of what all tenants have, kept by triggers in a table without tenants, and referred to: a row of A's own that
//! names what B has is accepted, and was refused before B had it.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::taken::written_again;
use super::{Constraint, is_secret, make_room};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, Row};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::triggers::Triggered;
use crate::isolation::attack::values::{changed, insert, value};
use crate::isolation::scope::{Relation, TenantPath};
use crate::{Finding, ProveError};

const KIND: &str = "fk_cross_tenant";

/// How many columns of a table are tried as what its triggers put on the list.
const COLUMNS: usize = 4;

/// A's row with a value of B's, before B has it and after.
struct Try<'a, 'c> {
    reference: &'c Constraint,
    list: &'c Relation,
    before: Attack<'a>,
    after: Attack<'a>,
}

/// Tries the references to tables without tenants that triggers on tenants' tables write.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    (constraints, triggered): (&[Constraint], &[Triggered]),
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    let mut tries = Vec::new();
    for table in triggered {
        let Some(home) = scope.relation(table.relation).filter(|it| it.tenant.is_some()) else { continue };
        let lists =
            scope.relations.iter().filter(|it| it.tenant.is_none() && crate::isolation::attack::is_table(it));
        for list in lists.filter(|it| has_word(&table.text, &it.table)) {
            let references = constraints.iter().filter(|it| it.is_reference && it.parent == list.oid);
            for reference in references.filter(|it| it.columns.len() == 1) {
                tries.extend(of_reference(field, (place, attacker), (home, list), reference, &table.text));
            }
        }
    }
    let attacks: Vec<Attack<'_>> =
        tries.iter().flat_map(|it| [it.before.clone(), it.after.clone()]).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    for (attempt, outcomes) in tries.iter().zip(outcomes.chunks_exact(2)) {
        let is_told = match outcomes {
            [Outcome::Refused(before), Outcome::Done { .. }] => before.sqlstate == "23503",
            _ => false,
        };
        let Some(relation) = scope.relation(attempt.reference.relation) else { continue };
        field.count(&relation.name, attacker, Verb::Insert, is_told);
        if is_told {
            let finding = finding(field, attacker, relation, attempt);
            add(field, finding);
        }
    }
    Ok(())
}

fn of_reference<'a, 'c>(
    field: &Field<'_>,
    (place, attacker): (usize, &'a Attacker),
    (home, list): (&Relation, &'c Relation),
    reference: &'c Constraint,
    text: &str,
) -> Vec<Try<'a, 'c>> {
    let rows = |relation: &Relation| field.ground.rows.get(&relation.oid).cloned();
    let relation = field.scope.relation(reference.relation).filter(|it| it.tenant.is_some());
    let (Some(relation), Some(theirs)) = (relation, rows(home).and_then(|it| it.samples_b.first().cloned()))
    else {
        return Vec::new();
    };
    let Some(own) = rows(relation).and_then(|it| it.sample_a) else { return Vec::new() };
    let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { return Vec::new() };
    let column = &reference.columns[0];
    let is_root = matches!(relation.tenant, Some(TenantPath::Root { .. }));
    if is_root || !rights.insert_columns.contains(column) && !rights.update_columns.contains(column) {
        return Vec::new();
    }
    let written = |value: &str, prepare: String| Attack {
        attacker,
        state: State::Own,
        prepare: format!("{prepare}{}", make_room(field, relation, &own)),
        sql: format!("{};\nSET CONSTRAINTS ALL IMMEDIATE", again(relation, &own, (column, value), rights)),
        judge: format!(
            "SELECT count(*) FROM {} AS t WHERE t.{} = {value} AND t.xmin = pg_current_xact_id()::xid",
            relation.name,
            quote_identifier(column)
        ),
    };
    let has_it = format!(
        "{}{}{};\n",
        field.arena.contexts.sql(State::Other),
        make_room(field, home, &theirs),
        written_again(home, &theirs)
    );
    let looked_at = home.columns.iter().filter(|it| {
        has_word(text, &it.name) && it.data_type != "uuid" && !it.generated && !is_secret(&it.name)
    });
    let values = looked_at.map(|it| value(home, &theirs, &it.name));
    let values = values.filter(|value| {
        value != "NULL" && *value != quote_literal(&field.probe.tenants[1]) && !value.contains("{")
    });
    values
        .take(COLUMNS)
        .map(|value| Try {
            reference,
            list,
            before: written(&value, String::new()),
            after: written(&value, has_it.clone()),
        })
        .collect()
}

/// A's row as it was, but for the reference.
fn again(relation: &Relation, own: &Row, (column, value): (&str, &str), rights: &Rights) -> String {
    let changes = [(column.to_owned(), value.to_owned())];
    let given = rights.insertable(relation);
    insert(&relation.name, given.map(|it| (it.name.as_str(), changed(relation, own, &changes, &it.name))))
}

fn finding(field: &Field<'_>, attacker: &Attacker, relation: &Relation, attempt: &Try<'_, '_>) -> Finding {
    let (list, reference) = (&attempt.list.name, attempt.reference);
    Finding {
        kind: KIND.to_owned(),
        object: reference.name.clone(),
        objects: vec![relation.name.clone(), list.clone()],
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(&attempt.after)),
        observed: format!(
            "{} as tenant A could name in {}.{} what tenant B has, once a trigger had put it into {list}; before that it \
             was refused, so A is told what others have",
            attacker.role, relation.name, reference.columns[0]
        ),
        fix: Some(format!(
            "-- Keep the tenant in {list}, and let {} refer to the tenant and the value.",
            reference.name
        )),
    }
}
