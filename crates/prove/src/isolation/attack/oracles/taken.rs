//! Attacks by what is taken: triggers keep a list of what all tenants have, and a row of A's own with a value of B's is
//! refused where one with any other value is not.

use bulkhead_connect::ServerError;
use bulkhead_sql::has_word;

use super::{is_secret, make_room};
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, Row};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::marks::mentions;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::triggers::Triggered;
use crate::isolation::attack::values::{changed, fresh, insert, value};
use crate::isolation::attack::{Field, views, without};
use crate::isolation::scope::{Relation, is_same_elsewhere};
use crate::{Finding, ProveError};

/// How many columns of a table are tried.
const COLUMNS: usize = 6;

/// A row of A's own with a value of B's in one column, and with one that nobody has.
struct Try<'a> {
    column: String,
    /// B's value, as a literal.
    value: String,
    taken: Attack<'a>,
    free: Attack<'a>,
}

/// Tries the tables whose triggers look at a column that may be the same for two tenants.
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
    for table in triggered {
        let Some(relation) = scope.relation(table.relation) else { continue };
        let Some(way) = views::way(field, place, relation) else { continue };
        let tries = tries(field, attacker, relation, way, table);
        let attacks: Vec<Attack<'_>> =
            tries.iter().flat_map(|attempt| [attempt.taken.clone(), attempt.free.clone()]).collect();
        let outcomes = field.arena.run_all(&attacks).await?;
        for (attempt, outcomes) in tries.iter().zip(outcomes.chunks_exact(2)) {
            let told = match outcomes {
                [Outcome::Refused(error), Outcome::Done { .. }] => {
                    let is_told = match error.sqlstate.as_str() {
                        // The table's own keys are tried elsewhere; an error from within a trigger has a context.
                        "23505" | "23P01" => error.context.is_some(),
                        "P0001" => is_free_without_b(field, &attempt.taken).await?,
                        _ => false,
                    };
                    is_told.then_some(error)
                }
                _ => None,
            };
            field.count(&relation.name, attacker, Verb::Insert, told.is_some());
            if let Some(error) = told {
                let finding = finding(field, attacker, relation, attempt, error);
                add(field, finding);
            }
        }
    }
    Ok(())
}

/// Whether the value is free once B's rows are gone.
pub(in crate::isolation::attack) async fn is_free_without_b(
    field: &Field<'_>,
    taken: &Attack<'_>,
) -> Result<bool, ProveError> {
    let prepare = format!("{}{}", taken.prepare, without::removal(field));
    let alone = field.arena.run(&Attack { prepare, ..taken.clone() }).await?;
    Ok(matches!(alone, Outcome::Done { .. }))
}

fn tries<'a>(
    field: &Field<'_>,
    attacker: &'a Attacker,
    relation: &Relation,
    (way, rights): (&str, &Rights),
    table: &Triggered,
) -> Vec<Try<'a>> {
    let own = field.ground.rows.get(&relation.oid).and_then(|rows| rows.sample_a.as_ref());
    let (Some(own), Some((home, theirs))) = (own, theirs(field, relation)) else { return Vec::new() };
    let path = path_columns(relation);
    let columns: Vec<_> = rights.insertable(relation).collect();
    // What is the key of one table for all, its own constraint refuses, trigger or not.
    let is_key = |name: &String| relation.oid == home.oid && relation.key == std::slice::from_ref(name);
    let looked_at = columns.iter().filter(|column| {
        !is_key(&column.name)
            && !path.contains(&column.name.as_str())
            && column.data_type != "uuid"
            && !is_secret(&column.name)
            && has_word(&table.text, &column.name)
    });
    // The rows that there are came without triggers: so B writes its own once more.
    let prepare = format!(
        "{}{}{};\n{}",
        field.arena.contexts.sql(State::Other),
        make_room(field, home, theirs),
        written_again(home, theirs),
        make_room(field, relation, own)
    );
    let written = |column: &str, to: &str| {
        let changes = [(column.to_owned(), to.to_owned())];
        let given = columns.iter().map(|it| (it.name.as_str(), changed(relation, own, &changes, &it.name)));
        Attack {
            attacker,
            state: State::Own,
            prepare: prepare.clone(),
            sql: insert(way, given),
            judge: String::new(),
        }
    };
    looked_at
        .filter_map(|column| {
            let of_b = value(relation, theirs, &column.name);
            let free = fresh(&column.data_type, &of_b)?;
            (of_b != "NULL" && of_b != value(relation, own, &column.name)).then(|| Try {
                column: column.name.clone(),
                value: of_b.clone(),
                taken: written(&column.name, &of_b),
                free: written(&column.name, &free),
            })
        })
        .take(COLUMNS)
        .collect()
}

/// A row of B's in the table; where each tenant has a schema, in B's table of the same name.
pub(in crate::isolation::attack) fn theirs<'f>(
    field: &'f Field<'f>,
    relation: &'f Relation,
) -> Option<(&'f Relation, &'f Row)> {
    let of =
        |relation: &'f Relation| Some((relation, field.ground.rows.get(&relation.oid)?.samples_b.first()?));
    of(relation).or_else(|| {
        let mut others = field.scope.relations.iter().filter(|other| is_same_elsewhere(relation, other));
        others.find_map(of)
    })
}

pub(in crate::isolation::attack) fn written_again(relation: &Relation, row: &Row) -> String {
    let columns = relation.columns.iter().filter(|column| !column.generated);
    insert(&relation.name, columns.map(|it| (it.name.as_str(), value(relation, row, &it.name))))
}

/// Whether an error says more of B than the value that it was given: a text of B's, or who B is.
fn names_b(field: &Field<'_>, attempt: &Try<'_>, error: &ServerError) -> bool {
    let given = attempt.value.trim_matches('\'');
    let told = error.to_string().replace(given, "");
    let [_, b] = &field.probe.tenants;
    mentions(&told) || has_word(&told, b) && given != b
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    attempt: &Try<'_>,
    error: &ServerError,
) -> Finding {
    let (name, column, role) = (&relation.name, &attempt.column, &attacker.role);
    let of = |kind: &str, observed, fix| Finding {
        kind: kind.to_owned(),
        object: name.clone(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(field.arena.exploit(&attempt.taken)),
        observed,
        fix: Some(fix),
    };
    if names_b(field, attempt, error) {
        let observed = format!(
            "{role} as tenant A wrote a row with {column} of tenant B, and the error of a trigger on {name} names \
             what is B's: {error}"
        );
        let fix = format!(
            "-- Let the triggers on {name} look at rows of the same tenant, and say nothing of others."
        );
        return of("error_detail_custom", observed, fix);
    }
    let observed = format!(
        "{role} as tenant A was told through a trigger on {name} that {column} of a row of tenant B is taken, where a \
         value that nobody has is accepted: {error}"
    );
    let fix = format!("-- Let the triggers on {name} compare {column} with rows of the same tenant only.");
    of("unique_oracle", observed, fix)
}
