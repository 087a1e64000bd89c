//! Attacks by counting: a number that a default or a trigger gives to A's rows jumps when B writes one.
//!
//! A adds its row twice and takes it back each time; then B adds one of its own, and A adds its row twice more. Numbers
//! that are A's alone go on as before.

use bulkhead_connect::quote_identifier;
use bulkhead_sql::has_word;

use super::make_room;
use super::taken::theirs;
use crate::bodies::{Functions, expanded};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, LEAVE, Outcome, Row, ask};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::functions::arguments::columns::words_of;
use crate::isolation::attack::ground::{Rights, is, number, text};
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::triggers::Triggered;
use crate::isolation::attack::values::{insert, value};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const KIND: &str = "sequence_shared";
const COLUMNS: &str = include_str!("numbers.sql");

/// How many columns of a table are tried.
const MOST: usize = 3;

/// Words at the end of the names of columns that say in which order rows were written, and are for machines.
pub(in crate::isolation::attack) const ORDERS: &[&str] =
    &["id", "seq", "sequence", "position", "ordinal", "offset", "cursor", "version", "revision"];

/// What gives the next number.
const DRAWS: &[&str] = &["nextval", "max", "count"];

/// A column that may be filled with numbers.
struct Numbered {
    relation: u32,
    column: String,
    /// The default, with all functions that it calls.
    default: String,
    alone: bool,
}

/// Tries the tables in which A gets numbers.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    triggered: &[Triggered],
    functions: &Functions,
) -> Result<(), ProveError> {
    if attacker.superuser {
        return Ok(());
    }
    let numbered = |row: &Row| Numbered {
        relation: number(row, 0),
        column: text(row, 1),
        default: expanded(functions, &text(row, 2)),
        alone: is(row, 3),
    };
    let columns: Vec<Numbered> = ask(field.arena.client, COLUMNS).await?.iter().map(numbered).collect();
    let scope = field.scope;
    for relation in scope.relations.iter().filter(|it| crate::isolation::attack::is_table(it)) {
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { continue };
        let by_trigger = triggered.iter().find(|it| it.relation == relation.oid);
        let meant = columns.iter().filter(|it| it.relation == relation.oid);
        let meant = meant.filter(|it| is_counted(field, relation, it, by_trigger)).take(MOST);
        let meant: Vec<&str> = meant.map(|it| it.column.as_str()).collect();
        for column in meant {
            let Some(attack) = counts(field, attacker, relation, &rights, column) else { continue };
            let jumps = match field.arena.run(&attack).await? {
                Outcome::Done { rows, .. } => jump(&rows),
                _ => None,
            };
            field.count(&relation.name, attacker, Verb::Insert, jumps.is_some());
            if let Some(numbers) = jumps {
                let finding = finding(field, attacker, relation, column, (&attack, &numbers));
                add(field, finding);
            }
        }
    }
    Ok(())
}

/// Whether a column holds numbers that people count by: not what alone is the key of all rows, which tells how many rows
/// there are wherever tenants share a table. Where each tenant has a schema, every number ought to be its own.
fn is_counted(field: &Field<'_>, relation: &Relation, it: &Numbered, by_trigger: Option<&Triggered>) -> bool {
    let draws = |text: &str| DRAWS.iter().any(|word| has_word(&text.to_lowercase(), word));
    let by_trigger = by_trigger.is_some_and(|table| has_word(&table.text, &it.column) && draws(&table.text));
    let is_of_schema = field.scope.tenancy.context.schemas.values().any(|schema| *schema == relation.schema);
    let by_default = draws(&it.default);
    match is_of_schema {
        true => by_default || by_trigger,
        false => {
            let is_path = path_columns(relation).contains(&it.column.as_str());
            let is_order = words_of(&it.column).last().is_some_and(|word| ORDERS.contains(&word.as_str()));
            relation.tenant.is_some()
                && !is_path
                && !is_order
                && (!it.alone || relation.key != [it.column.clone()])
                && (by_trigger || by_default)
        }
    }
}

/// Four numbers for A, between the second and the third of which B takes one.
fn counts<'a>(
    field: &Field<'_>,
    attacker: &'a Attacker,
    relation: &Relation,
    rights: &Rights,
    column: &str,
) -> Option<Attack<'a>> {
    let own = field.ground.rows.get(&relation.oid)?.sample_a.as_ref()?;
    let (home, of_b) = theirs(field, relation)?;
    if !rights.select_columns.contains(column) {
        return None;
    }
    let given: Vec<&str> =
        rights.insertable(relation).map(|it| it.name.as_str()).filter(|it| *it != column).collect();
    if given.is_empty() {
        return None;
    }
    let own = insert(&relation.name, given.iter().map(|it| (*it, value(relation, own, it))));
    let last = format!("{own} RETURNING 'number', {}", quote_identifier(column));
    let one = format!("SAVEPOINT number;\n{last};\nROLLBACK TO SAVEPOINT number;\n");
    let columns = home.columns.iter().filter(|it| !it.generated && it.name != column);
    let theirs = insert(&home.name, columns.map(|it| (it.name.as_str(), value(home, of_b, &it.name))));
    let contexts = &field.arena.contexts;
    let sql = format!(
        "{one}{one}{LEAVE}{}{theirs};\n{}{one}{last}",
        contexts.sql(State::Other),
        attacker.enter(contexts, State::Own)
    );
    let sample = field.ground.rows.get(&relation.oid)?.sample_a.as_ref()?;
    let prepare = format!("{}{}", make_room(field, relation, sample), make_room(field, home, of_b));
    Some(Attack { attacker, state: State::Own, prepare, sql, judge: String::new() })
}

/// The four numbers, if they jump where B took one and nowhere else.
fn jump(rows: &[Row]) -> Option<[i64; 4]> {
    // Between them are answers of what sets the context, of one column.
    let drawn: Vec<i64> = rows.iter().filter_map(|row| last_number(row.get(1)?.as_deref()?)).collect();
    let numbers = <[i64; 4]>::try_from(drawn).ok()?;
    let steps = [numbers[1] - numbers[0], numbers[2] - numbers[1], numbers[3] - numbers[2]];
    (steps[0] == steps[2] && steps[1] > steps[0]).then_some(numbers)
}

/// The last number in a text.
fn last_number(text: &str) -> Option<i64> {
    let digits = text.rsplit(|letter: char| !letter.is_ascii_digit()).find(|part| !part.is_empty())?;
    digits.parse().ok()
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    column: &str,
    (attack, numbers): (&Attack<'_>, &[i64; 4]),
) -> Finding {
    let name = &relation.name;
    let told: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    Finding {
        kind: KIND.to_owned(),
        object: format!("{name}.{column}"),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed: format!(
            "{} as tenant A was given the numbers {} in {column} of {name}, and tenant B took one before the third: they \
             tell how many the others write",
            attacker.role,
            told.join(", ")
        ),
        fix: Some(format!("-- Number {column} of {name} within the tenant, or give out random keys.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_jump_where_the_other_took_one_tells() {
        for (drawn, wanted) in [
            (["1", "2", "4", "5"], true),
            (["INV-1-7", "INV-1-7", "INV-1-8", "INV-1-8"], true),
            (["1", "2", "3", "4"], false),
            (["5", "9", "30", "2"], false),
            (["x", "2", "4", "5"], false),
        ] {
            let rows: Vec<Row> =
                drawn.iter().map(|it| vec![Some("number".to_owned()), Some((*it).to_owned())]).collect();
            assert_eq!(jump(&rows).is_some(), wanted, "{drawn:?}");
        }
    }
}
