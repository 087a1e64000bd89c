//! New tenants in another's name: a row of the root belongs to nobody yet, but it may say who made it, and whoever that
//! is then finds a tenant among their own that they have not made.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::values::named;
use super::{Said, Subject, first_hole};
use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Attack;
use crate::isolation::attack::context::State;
use crate::isolation::attack::report::{Form, Verb};
use crate::isolation::attack::sources::holds;
use crate::isolation::attack::values::{changed, fresh, insert};
use crate::isolation::scope::{Relation, TenantPath};

/// How many columns that may name who made a tenant are tried.
const COLUMNS: usize = 4;

/// Columns, each with the SQL of what it is given.
type Changes = Vec<(String, String)>;

/// Founds tenants in the name of B's user; those that B then sees and A does not are holes.
pub(super) async fn attack(
    field: &mut Field<'_>,
    subject: &Subject<'_>,
    said: &[Said],
) -> Result<(), ProveError> {
    let Subject { attacker, relation, rights, rows, .. } = *subject;
    let Some(TenantPath::Root { column: id }) = &relation.tenant else { return Ok(()) };
    let of_b = field.arena.contexts.id(1).to_owned();
    // Where a session names its tenant and no user, nobody else can be named.
    if of_b == field.probe.tenants[1] || rights.insert_columns.is_empty() {
        return Ok(());
    }
    let (Some(sample), Some(fresh)) = (rows.samples_b.first(), fresh_id(relation, id)) else {
        return Ok(());
    };
    let policies = said.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join("\n");
    let asked = named(relation, &policies);
    let blank = asked.iter().filter(|column| !column.not_null).map(|it| (it.name.clone(), "NULL".to_owned()));
    let blank: Changes = blank.collect();
    for column in asked.iter().filter(|it| holds(&it.data_type, &of_b)).take(COLUMNS) {
        for beside in [Vec::new(), blank.clone()] {
            let mut changes = beside;
            changes.retain(|(name, _)| name != id && *name != column.name);
            changes.extend([(id.clone(), fresh.clone()), (column.name.clone(), quote_literal(&of_b))]);
            let given = rights.insertable(relation);
            let given = given.map(|it| (it.name.as_str(), changed(relation, sample, &changes, &it.name)));
            let write = insert(&relation.name, given);
            let found = format!(
                "SELECT count(*) FROM {} AS t WHERE t.{} = {fresh}",
                relation.name,
                quote_identifier(id)
            );
            let sees = |state: State| Attack {
                attacker,
                state,
                prepare: format!("{write};\n"),
                sql: found.clone(),
                judge: String::new(),
            };
            let seen = field.arena.run_all(&[sees(State::Other), sees(State::Own)]).await?;
            if seen[0].counted() == 0 || seen[1].counted() > 0 {
                continue;
            }
            let (state, prepare) = (State::Own, String::new());
            let attack = Attack { attacker, state, prepare, sql: write, judge: found };
            return first_hole(field, subject, (Verb::Insert, Form::Plant), &[attack]).await;
        }
    }
    Ok(())
}

/// An id that no tenant has, and that can be named again.
fn fresh_id(relation: &Relation, id: &str) -> Option<String> {
    let column = relation.columns.iter().find(|it| it.name == id)?;
    match column.data_type.as_str() {
        "uuid" => Some("'f0000000-0000-4000-8000-00000000f0e1'".to_owned()),
        other => fresh(other, "'founded'"),
    }
}
