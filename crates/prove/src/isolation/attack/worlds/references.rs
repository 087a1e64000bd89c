//! Worlds in which rows of A's refer to rows of B's: what is joined to them by a key alone is B's.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::asks::{Answer, Subject, ask_all, finding, named};
use super::texts::constants;
use super::{Told, World, values};
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker};
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::marks::is_id;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::{Column, Relation};

/// In how many worlds A's rows refer to B's.
const REFERENCES: usize = 8;

/// Lets A's own rows refer to rows of B where no foreign key forbids it: what is joined to them by a key alone is B's.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    subject: &Subject<'_>,
) -> Result<(), ProveError> {
    if subject.function.as_ref().is_some_and(|(_, call)| call.names_key || call.names_tenant) {
        return Ok(());
    }
    let worlds = references(field, place, &subject.text);
    if worlds.is_empty() {
        return Ok(());
    }
    let removal = without::removal(field);
    let attack = |prepare: String| Attack {
        attacker,
        state: State::Own,
        prepare,
        sql: subject.sql.clone(),
        judge: String::new(),
    };
    let mut attacks: Vec<Attack<'_>> = vec![attack(String::new()), attack(removal.clone())];
    for world in &worlds {
        attacks.push(attack(world.prepare.clone()));
        attacks.push(attack(format!("{}{removal}", world.prepare)));
    }
    let answers = ask_all(field, &attacks).await?;
    let differ = |pair: &[Option<Answer>]| match pair {
        [Some(Answer { told: Ok(with), .. }), Some(Answer { told: Ok(without), .. })] if with != without => {
            let news = with.iter().find(|row| !without.contains(row)).cloned().unwrap_or_default();
            let is_id = news.iter().flatten().all(|value| is_id(value));
            (!is_id).then_some(news)
        }
        _ => None,
    };
    let mut pairs = answers.chunks(2);
    if pairs.next().is_none_or(|pair| differ(pair).is_some()) {
        return Ok(());
    }
    let found = worlds.iter().zip(attacks[2..].chunks(2)).zip(pairs).find_map(|((world, attacks), pair)| {
        let news = differ(pair)?;
        let shown: Vec<&str> = news.iter().map(|value| value.as_deref().unwrap_or("NULL")).collect();
        Some((world, attacks[0].clone(), shown.join(" | ").chars().take(120).collect::<String>()))
    });
    field.count(subject.name, attacker, Verb::Select, found.is_some());
    if let Some((world, attack, shown)) = found {
        let mut finding = finding(field, &attack, subject, world, (&shown, &[]));
        finding.severity = severity(&finding.kind);
        finding.observed = finding.observed.replace("; accept it if such rows are meant for all", "");
        add(field, finding);
    }
    Ok(())
}

/// The worlds in which A's rows hold keys of B's. The superuser writes them, with all foreign keys in force.
fn references(field: &Field<'_>, place: usize, text: &str) -> Vec<World> {
    let tables = named(field, text);
    let mut worlds = Vec::new();
    for source in &tables {
        let Some(own) = is_of(field.scope, source, "t", &field.probe.tenants[0]) else { continue };
        let Some(rights) = field.ground.rights.get(&(place, source.oid)) else { continue };
        let may_write =
            |name: &String| rights.insert_columns.contains(name) || rights.update_columns.contains(name);
        for column in values::named(source, text).into_iter().filter(|it| may_write(&it.name)) {
            for other in tables.iter().filter(|other| other.oid != source.oid) {
                let Some(theirs) = key_of_b(field, other, &column.data_type) else { continue };
                let set = format!("{} = {}", quote_identifier(&column.name), quote_literal(&theirs));
                for beside in besides(source, column, other, text) {
                    let assignments = format!("{set}{beside}");
                    let prepare = format!(
                        "UPDATE {} AS t SET {assignments} WHERE {own};\nSET CONSTRAINTS ALL IMMEDIATE;\n",
                        source.name
                    );
                    let words =
                        format!("A's rows of {} have {assignments}, a key of {}", source.name, other.name);
                    worlds.push(World { prepare, ..World::new(Told::OwnRow, words) });
                }
            }
        }
    }
    worlds.truncate(REFERENCES);
    worlds
}

/// What else a row says of that to which it refers: nothing, or what it is called.
fn besides(source: &Relation, column: &Column, other: &Relation, text: &str) -> Vec<String> {
    let kinds = values::named(source, text).into_iter();
    let kinds = kinds.filter(|it| it.name != column.name && it.name.to_lowercase().ends_with("type"));
    let stem = other.table.to_lowercase();
    let stem = stem.trim_end_matches('s');
    let called: Vec<String> =
        constants(text).into_iter().filter(|it| it.to_lowercase().trim_end_matches('s') == stem).collect();
    let said = kinds.flat_map(|kind| {
        called.iter().map(move |it| format!(", {} = {}", quote_identifier(&kind.name), quote_literal(it)))
    });
    said.chain([String::new()]).take(2).collect()
}

/// The key of B's first row in a table, beside the tenant, where it is one column of the type.
fn key_of_b(field: &Field<'_>, relation: &Relation, data_type: &str) -> Option<String> {
    let path = path_columns(relation);
    let mut free = relation.key.iter().filter(|name| !path.contains(&name.as_str()));
    let (key, None) = (free.next()?, free.next()) else { return None };
    let place = relation.columns.iter().position(|column| column.name == *key)?;
    if relation.columns[place].data_type != data_type {
        return None;
    }
    field.ground.rows.get(&relation.oid)?.samples_b.first()?.get(place)?.clone()
}
