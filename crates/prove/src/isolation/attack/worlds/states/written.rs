//! Triggers in states in which all that they ask holds: A writes rows of its own then.

use bulkhead_connect::quote_identifier;
use bulkhead_sql::has_word;

use super::conditions::{Conditions, conditions};
use super::made::{Maker, State, assigned, values};
use super::tables;
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker, Row, ask};
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::oracles::{Constraint, make_room};
use crate::isolation::attack::triggers::{self, Triggered};
use crate::isolation::attack::values::{changed, insert};
use crate::isolation::attack::worlds::asks::prepared_of;
use crate::isolation::attack::worlds::texts::constants;
use crate::isolation::attack::{Field, Verb, context, without};
use crate::isolation::scope::{Column, Relation};

/// In how many states rows are written.
const STATES: usize = 4;

/// How many numbers are made as large as nobody's.
const NUMBERS: usize = 2;

/// The names of the row that a trigger is shown.
const ROWS: &[&str] = &["new", "old"];

/// Tries the tables with triggers that have other rights than the attackers and are not known to be open.
pub(in super::super::super) async fn attack(
    field: &mut Field<'_>,
    attackers: &[Attacker],
    constraints: &[Constraint],
    triggered: &[Triggered],
) -> Result<(), ProveError> {
    let scope = field.scope;
    for (place, attacker) in attackers.iter().enumerate() {
        if attacker.is_set() || attacker.superuser || attacker.bypassrls {
            continue;
        }
        for table in triggered.iter().filter(|table| table.definer) {
            let Some(relation) = scope.relation(table.relation) else { continue };
            let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { continue };
            let is_known = field.findings.iter().any(|known| known.object == relation.name);
            let tables = tables(field, &format!("{}\n{}", table.text, relation.table));
            if relation.tenant.is_none() || is_known || tables.len() < 2 {
                continue;
            }
            let news = [relation.table.as_str()];
            let maker = Maker { field, place, constraints, tables: &tables, news: &news };
            let mut states = maker.states(&table.text);
            states.retain(|state| !state.prepare.is_empty());
            states.reverse();
            states.truncate(STATES);
            for state in &states {
                in_state(field, attacker, (relation, &rights, table), (state, &tables)).await?;
            }
        }
    }
    Ok(())
}

/// Writes rows of A's own in a state.
async fn in_state(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (relation, rights, table): (&Relation, &Rights, &Triggered),
    (state, tables): (&State, &[&Relation]),
) -> Result<(), ProveError> {
    let Some(of_a) = is_of(field.scope, relation, "t", &field.probe.tenants[0]) else { return Ok(()) };
    let prepare = prepared_of(&state.prepare);
    let Some(own) = own(field, relation, &prepare, &of_a).await? else { return Ok(()) };
    let is_meant = |it: &Relation| tables.iter().any(|table| table.oid == it.oid);
    let (remember, judge) = without::watch(field, &is_meant);
    let (before, copied) = without::copied_in(field, &is_meant);
    let writes = writes(field, (relation, rights, table), &own, &of_a);
    let attacks: Vec<(Verb, Attack<'_>)> = writes
        .into_iter()
        .map(|(verb, room, sql)| {
            let prepare = format!("{prepare}{room}{remember}{before}");
            let judge = format!("{judge};\n{copied}");
            (verb, Attack { attacker, state: context::State::Own, prepare, sql, judge })
        })
        .collect();
    triggers::judged(field, attacker, relation, (&prepare, &attacks)).await?;
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
    (relation, rights, table): (&Relation, &Rights, &Triggered),
    own: &Row,
    of_a: &String,
) -> Vec<(Verb, String, String)> {
    let name = &relation.name;
    let awaited = awaited(field, relation, &conditions(&table.text));
    let list = |set: &[(String, String)]| {
        let parts: Vec<String> =
            set.iter().map(|(column, value)| format!("{} = {value}", quote_identifier(column))).collect();
        parts.join(", ")
    };
    let is_large = |column: &&Column| {
        matches!(family(&column.data_type), "number" | "decimal")
            && !column.generated
            && !path_columns(relation).contains(&column.name.as_str())
            && !relation.key.contains(&column.name)
            && has_word(&table.text, &column.name)
    };
    let large = relation.columns.iter().filter(is_large).take(NUMBERS);
    let large = large.map(|it| (it.name.clone(), "1000000".to_owned()));
    let mut sets: Vec<Vec<(String, String)>> = vec![awaited.clone()];
    sets.extend(large.map(|number| {
        let mut set = awaited.clone();
        set.retain(|(column, _)| *column != number.0);
        set.push(number);
        set
    }));
    let mut writes = Vec::new();
    for mut set in sets {
        let columns: Vec<&Column> = rights.insertable(relation).collect();
        if !columns.is_empty() {
            let given = columns.iter().map(|it| (it.name.as_str(), changed(relation, own, &set, &it.name)));
            writes.push((Verb::Insert, make_room(field, relation, own), insert(name, given)));
        }
        set.retain(|(column, _)| rights.update_columns.contains(column));
        if set.is_empty() {
            let column = relation.columns.iter().find(|it| rights.update_columns.contains(&it.name));
            set.extend(column.map(|it| (it.name.clone(), format!("t.{}", quote_identifier(&it.name)))));
        }
        if set.is_empty() {
            continue;
        }
        // What is changed was something else before.
        let turned: Vec<(String, String)> =
            set.iter().filter_map(|(column, value)| before(field, relation, column, value)).collect();
        let turn = if turned.is_empty() { String::new() } else { assigned(relation, &turned, &[of_a]) };
        let turn = if turn.is_empty() { turn } else { prepared_of(&turn) };
        writes.push((Verb::Update, turn, format!("UPDATE {name} AS t SET {} WHERE {of_a}", list(&set))));
    }
    if rights.delete {
        writes.push((Verb::Delete, String::new(), format!("DELETE FROM {name} AS t WHERE {of_a}")));
    }
    writes
}

/// The values that the triggers wait for in a new row.
fn awaited(field: &Field<'_>, relation: &Relation, conditions: &Conditions) -> Vec<(String, String)> {
    let columns = relation.columns.iter().filter(|column| !column.generated);
    let awaited = columns.filter_map(|column| {
        let of_new = conditions.wanted.iter().filter(|(name, _)| {
            name.column == column.name && name.of.as_ref().is_some_and(|it| it == ROWS[0])
        });
        let wanted: Vec<_> = of_new.map(|(_, wanted)| wanted).collect();
        let allowed = field.ground.facts.get(&relation.oid).and_then(|it| it.allowed.get(&column.name));
        let values = values(column, &wanted, allowed.map_or("", String::as_str));
        Some((column.name.clone(), values.into_iter().next()?.0))
    });
    awaited.collect()
}

/// Another value that a column may have had.
fn before(field: &Field<'_>, relation: &Relation, column: &str, value: &str) -> Option<(String, String)> {
    let facts = field.ground.facts.get(&relation.oid)?;
    let others = constants(facts.allowed.get(column)?).into_iter();
    let other = others.map(|it| bulkhead_connect::quote_literal(&it)).find(|it| it != value)?;
    Some((quote_identifier(column), other))
}
