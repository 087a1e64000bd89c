//! Attacks on copies: triggers write what B has written into a table that is nobody's, and A reads it there.

pub(super) mod deeds;

use bulkhead_connect::quote_identifier;
use bulkhead_sql::has_word;

use super::{Triggered, traces};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, Row};
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::marks::mentions;
use crate::isolation::attack::oracles::make_room;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::values::{changed, fresh_key, insert};
use crate::isolation::scope::{Column, Relation};
use crate::{Finding, ProveError};

const KIND: &str = "trigger_copies_rows";

/// How many columns of a copy are set as they are in time.
const SETTLED: usize = 2;

/// Lets B write every table whose triggers name a table without tenants, and reads that as A.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    triggered: &[Triggered],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    for copy in
        scope.relations.iter().filter(|it| it.tenant.is_none() && crate::isolation::attack::is_table(it))
    {
        let Some(rights) = field.ground.rights.get(&(place, copy.oid)) else { continue };
        let is_of_tenant = scope.tenancy.context.schemas.values().any(|schema| *schema == copy.schema);
        if rights.select_columns.is_empty() || is_of_tenant {
            continue;
        }
        let columns: Vec<String> = rights.select_columns.iter().map(|it| quote_identifier(it)).collect();
        let sql = format!("SELECT {} FROM {}", columns.join(", "), copy.name);
        for table in triggered.iter().filter(|table| table.names(copy)) {
            let Some(relation) = scope.relation(table.relation) else { continue };
            let is_known =
                |field: &Field<'_>| field.findings.iter().any(|it| it.kind == KIND && it.object == copy.name);
            for write in writes(field, relation, &table.text) {
                let as_other = field.arena.contexts.sql(State::Other);
                for settled in [String::new()].into_iter().chain(settled(field, copy)) {
                    if !is_known(field) {
                        let prepare = format!("{as_other}{write};\n{settled}");
                        let judge = String::new();
                        let attack = Attack { attacker, state: State::Own, prepare, sql: sql.clone(), judge };
                        try_read(field, attacker, (copy, relation), &attack).await?;
                    }
                }
            }
            if is_known(field) {
                continue;
            }
            let (prepare, judge) = (String::new(), String::new());
            let read = Attack { attacker, state: State::Own, prepare, sql: sql.clone(), judge };
            let traced = traces::found(field, &read, relation, &table.text).await?;
            field.count(&copy.name, attacker, Verb::Select, traced.is_some());
            if let Some((attack, column)) = traced {
                let observed = format!(
                    "tenant B wrote {column} of a row of {}, a trigger copied it, and {} as tenant A read it in {}, which \
                     has no tenant",
                    relation.name, attacker.role, copy.name
                );
                let finding = finding(field, copy, &attack, observed);
                add(field, finding);
            }
        }
    }
    Ok(())
}

/// What becomes of a copy in time, as SQL: flags and times that the policies ask for are set.
fn settled(field: &Field<'_>, copy: &Relation) -> Vec<String> {
    let policies = field.ground.facts.get(&copy.oid).map_or(&[][..], |facts| &facts.policies);
    let parts: Vec<&str> =
        policies.iter().flat_map(|it| [&it.using, &it.check]).flatten().map(String::as_str).collect();
    let text = parts.join("\n");
    let asked = |it: &&Column| !it.generated && has_word(&text, &it.name);
    let set = copy.columns.iter().filter(asked).filter_map(|column| {
        let name = quote_identifier(&column.name);
        let value = match family(&column.data_type) {
            "boolean" => format!("t.{name} IS NOT TRUE"),
            "time" => format!("CASE WHEN t.{name} IS NULL THEN now() - interval '1 hour' END"),
            _ => return None,
        };
        Some(format!("UPDATE {} AS t SET {name} = {value};\n", copy.name))
    });
    set.take(SETTLED).collect()
}

/// What B writes, by whatever way the application has for it.
/// `text` is what triggers do with it.
pub(in crate::isolation::attack) fn writes(
    field: &Field<'_>,
    relation: &Relation,
    text: &str,
) -> Vec<String> {
    let Some(of_b) = is_of(field.scope, relation, "t", &field.probe.tenants[1]) else { return Vec::new() };
    let Some(sample) = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first()) else {
        return Vec::new();
    };
    let name = &relation.name;
    let changes = fresh_key(relation, sample);
    let mut columns = relation.columns.iter().filter(|column| !column.generated);
    let written = |changes: &[(String, String)]| {
        let given =
            columns.clone().map(|it| (it.name.as_str(), changed(relation, sample, changes, &it.name)));
        insert(name, given)
    };
    let mut writes = vec![written(&changes)];
    // Of what refers to other rows, a new key refers to none: such a row is taken away and written again.
    if !changes.is_empty() {
        writes.push(format!("{}{}", make_room(field, relation, sample), written(&[])));
    }
    writes.extend(columns.next().map(|column| {
        let column = quote_identifier(&column.name);
        format!("UPDATE {name} AS t SET {column} = t.{column} WHERE {of_b}")
    }));
    writes.push(format!("DELETE FROM {name} AS t WHERE {of_b}"));
    writes.extend(deeds::changes(field, relation, &of_b, text));
    writes.extend(deeds::documents(field, relation, sample, text));
    writes
}

/// Whether A reads more when B has written, and what B wrote.
async fn try_read(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (copy, relation): (&Relation, &Relation),
    attack: &Attack<'_>,
) -> Result<(), ProveError> {
    let before = Attack { prepare: String::new(), ..attack.clone() };
    let outcomes = field.arena.run_all(&[before, attack.clone()]).await?;
    let [Outcome::Done { rows: before, .. }, Outcome::Done { rows: after, .. }] = outcomes.as_slice() else {
        return Ok(());
    };
    let b = &field.probe.tenants[1];
    let is_id = |value: &str| b.len() == 36 && value.contains(b.as_str());
    let tells = |row: &&Row| row.iter().flatten().any(|value| mentions(value) || is_id(value));
    let new = after.iter().filter(|row| !before.contains(row)).filter(tells).count();
    field.count(&copy.name, attacker, Verb::Select, new > 0);
    if new > 0 {
        let observed = format!(
            "tenant B wrote in {}, a trigger copied it, and {} as tenant A read {new} rows of it in {}, which has no \
             tenant",
            relation.name, attacker.role, copy.name
        );
        let finding = finding(field, copy, attack, observed);
        add(field, finding);
    }
    Ok(())
}

fn finding(field: &Field<'_>, copy: &Relation, attack: &Attack<'_>, observed: String) -> Finding {
    Finding {
        kind: KIND.to_owned(),
        object: copy.name.clone(),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed,
        fix: Some(format!("REVOKE SELECT ON {} FROM {};", copy.name, field.grantees)),
    }
}
