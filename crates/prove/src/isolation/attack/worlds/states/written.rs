//! Triggers in states in which all that they ask holds: A writes rows of its own then.

use std::collections::BTreeSet;

use bulkhead_connect::quote_identifier;

use super::conditions::conditions;
use super::made::{Maker, assigned};
use super::payloads::payloads;
use super::tables;
use super::tied::tied;
use super::turns::{Turn, turns};
use super::upserts::upserts;
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker, Row, ask};
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::oracles::{Constraint, make_room};
use crate::isolation::attack::triggers::claimed::claimed;
use crate::isolation::attack::triggers::{self, Triggered};
use crate::isolation::attack::values::{changed, insert, value};
use crate::isolation::attack::worlds::asks::prepared_of;
use crate::isolation::attack::{Field, Verb, context, without};
use crate::isolation::scope::{Column, Relation};

/// In how many states rows are written.
const STATES: usize = 4;

/// How many writes are compared with the same without B.
const COMPARED: usize = 12;

/// Tries the tables with triggers that have other rights than the attackers and are not known to be open.
pub(in super::super::super) async fn attack(
    field: &mut Field<'_>,
    attackers: &[Attacker],
    constraints: &[Constraint],
    triggered: &[Triggered],
) -> Result<(), ProveError> {
    let scope = field.scope;
    // What one attacker could write need not be written by the next: the triggers do the same.
    let mut done = BTreeSet::new();
    for (place, attacker) in attackers.iter().enumerate() {
        if attacker.is_set() || attacker.superuser || attacker.bypassrls {
            continue;
        }
        for table in triggered.iter().filter(|table| table.definer) {
            let Some(relation) = scope.relation(table.relation) else { continue };
            let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { continue };
            let is_known =
                |field: &Field<'_>| field.findings.iter().any(|known| known.object == relation.name);
            let tables = tables(field, &format!("{}\n{}", table.text, relation.table));
            let may_write =
                !rights.insert_columns.is_empty() || !rights.update_columns.is_empty() || rights.delete;
            if !may_write || relation.tenant.is_none() || is_known(field) || tables.is_empty() {
                continue;
            }
            let news = [relation.table.as_str()];
            let maker = Maker { field, place, constraints, tables: &tables, news: &news };
            let mut states: Vec<String> =
                maker.states(&table.text).into_iter().map(|it| it.prepare).collect();
            states.retain(|prepare| !prepare.is_empty());
            states.reverse();
            states.truncate(STATES);
            // The rows as they are.
            states.push(String::new());
            let subject =
                Subject { place, attacker, relation, rights: &rights, table, tables: &tables, constraints };
            for (number, state) in states.iter().enumerate() {
                // The database without B is made for the state that asks most, and for the rows as they are.
                let is_compared = number == 0 || state.is_empty();
                in_state(field, &subject, (state, is_compared), &mut done).await?;
                if is_known(field) {
                    break;
                }
            }
        }
    }
    Ok(())
}

/// Who writes what, and what the triggers do with it.
struct Subject<'s> {
    place: usize,
    attacker: &'s Attacker,
    relation: &'s Relation,
    rights: &'s Rights,
    table: &'s Triggered,
    /// The tables that the triggers name.
    tables: &'s [&'s Relation],
    constraints: &'s [Constraint],
}

/// Writes rows of A's own in a state; with `is_compared`, also where B has no rows.
async fn in_state(
    field: &mut Field<'_>,
    subject: &Subject<'_>,
    (state, is_compared): (&str, bool),
    done: &mut BTreeSet<(String, String)>,
) -> Result<(), ProveError> {
    let Subject { place, attacker, relation, rights, table, tables, constraints } = *subject;
    let Some(of_a) = is_of(field.scope, relation, "t", &field.probe.tenants[0]) else { return Ok(()) };
    let Some(own) = own(field, relation, &prepared_of(state), &of_a).await? else { return Ok(()) };
    let (claim, own) = claimed(field, relation, &own, constraints);
    let conditions = conditions(&table.text);
    let news = [relation.table.as_str()];
    let maker = Maker { field, place, constraints, tables, news: &news };
    let tied = tied(&maker, relation, &own, (&table.text, &conditions));
    let upserts = upserts(&maker, relation, &own, &table.text);
    let payloads = payloads(&maker, relation, &table.text, &conditions);
    let is_meant = |it: &Relation| tables.iter().any(|table| table.oid == it.oid);
    let (remember, judge) = without::watch(field, &is_meant);
    let (before, copied) = without::copied_in(field, &is_meant);
    let prepared = prepared_of(&format!("{state}{tied}{upserts}"));
    // What is remembered stays true: what follows changes A's rows alone, and triggers are off then.
    let common = format!("{prepared}{claim}{remember}{before}");
    let mut turns = turns(field, relation, (&own, &table.text), &conditions);
    turns.extend(payloads.into_iter().map(|set| turns[0].and(set)).collect::<Vec<_>>());
    let writes = writes(field, (relation, rights), (&own, &of_a), &turns);
    let attacks: Vec<(Verb, Attack<'_>)> = writes
        .into_iter()
        .filter(|(_, _, sql)| !done.contains(&(common.clone(), sql.clone())))
        .map(|(verb, room, sql)| {
            let prepare = format!("{common}{room}");
            let judge = format!("{judge};\n{copied}");
            (verb, Attack { attacker, state: context::State::Own, prepare, sql, judge })
        })
        .collect();
    let written = triggers::judged(field, attacker, relation, (&common, &attacks)).await?;
    if is_compared && !field.findings.iter().any(|known| known.object == relation.name) {
        let ran: Vec<(Verb, Attack<'_>)> =
            attacks.into_iter().filter(|(_, attack)| written.contains(&attack.sql)).take(COMPARED).collect();
        let about = (common.as_str(), table.text.as_str());
        triggers::depends::attack(field, relation, &ran, about, (tables, constraints)).await?;
    }
    done.extend(written.into_iter().map(|sql| (common.clone(), sql)));
    Ok(())
}

/// A row of A's as it is in the state.
async fn own(
    field: &Field<'_>,
    relation: &Relation,
    prepare: &str,
    of_a: &str,
) -> Result<Option<Row>, ProveError> {
    let client = field.arena.client;
    ask(client, "BEGIN").await?;
    let made = client.simple_query(prepare).await.is_ok();
    let sql = format!("SELECT t.* FROM {} AS t WHERE {of_a} LIMIT 1", relation.name);
    let rows = if made { ask(client, &sql).await } else { Ok(Vec::new()) };
    ask(client, "ROLLBACK").await?;
    Ok(rows?.into_iter().next())
}

/// What A writes, with the values that the triggers wait for: each with what is done before, and the statement.
fn writes(
    field: &Field<'_>,
    (relation, rights): (&Relation, &Rights),
    (own, of_a): (&Row, &String),
    turns: &[Turn],
) -> Vec<(Verb, String, String)> {
    let name = &relation.name;
    let insertable: Vec<&Column> = rights.insertable(relation).collect();
    let may_update = |column: &String| rights.update_columns.contains(column);
    let mut writes = Vec::new();
    for turn in turns {
        if !insertable.is_empty() {
            // A new row had nothing before.
            let given = insertable.iter().map(|it| {
                let before = format!("t.{}", quote_identifier(&it.name));
                (it.name.as_str(), changed(relation, own, &turn.to, &it.name).replace(&before, "NULL"))
            });
            writes.push((Verb::Insert, make_room(field, relation, own), insert(name, given)));
        }
        let mut set: Vec<&(String, String)> = turn.to.iter().filter(|(it, _)| may_update(it)).collect();
        let touched = relation.columns.iter().find(|it| may_update(&it.name));
        let touched = touched.map(|it| (it.name.clone(), format!("t.{}", quote_identifier(&it.name))));
        if set.is_empty() {
            set.extend(&touched);
        }
        if set.is_empty() {
            continue;
        }
        let set: Vec<String> =
            set.iter().map(|(column, value)| format!("{} = {value}", quote_identifier(column))).collect();
        let set = set.join(", ");
        let prepare = turned(relation, &turn.from, of_a);
        writes.push((Verb::Update, prepare.clone(), format!("UPDATE {name} AS t SET {set} WHERE {of_a}")));
        // Constraints may forbid what all rows become.
        let key = relation
            .key
            .iter()
            .map(|it| format!("t.{} = {}", quote_identifier(it), value(relation, own, it)));
        let key: Vec<String> = key.collect();
        if !key.is_empty() {
            let one = key.join(" AND ");
            writes.push((Verb::Update, prepare, format!("UPDATE {name} AS t SET {set} WHERE {one}")));
        }
    }
    if rights.delete {
        let first = turns.first().map_or_else(String::new, |turn| turned(relation, &turn.from, of_a));
        writes.push((Verb::Delete, first, format!("DELETE FROM {name} AS t WHERE {of_a}")));
    }
    writes
}

/// SQL after which A's rows are as they were before a change.
fn turned(relation: &Relation, from: &[(String, String)], of_a: &String) -> String {
    let from: Vec<(String, String)> =
        from.iter().map(|(column, value)| (quote_identifier(column), value.clone())).collect();
    if from.is_empty() { String::new() } else { prepared_of(&assigned(relation, &from, &[of_a])) }
}
