//! A's own rows, moved to B: a check that asks who wrote a row, in what state it is, or what rank somebody has, forgets
//! whose it becomes.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::seats::holds;
use super::values::{candidates, is_text, known, named};
use super::{Said, Subject, first_hole, ranks_of};
use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::POLICIES_ALONE;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::context::State;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::report::{Form, Verb};
use crate::isolation::attack::tables::tries::Tries;
use crate::isolation::attack::values::value;
use crate::isolation::scope::TenantPath;

/// How many sorts of rows are moved, and as how many ranks.
const ROWS: usize = 12;

/// Makes A's rows A's user's own, gives them what the policies compare with, or gives A's user another rank, and lets A
/// give the rows to B.
pub(super) async fn attack(
    field: &mut Field<'_>,
    subject: &Subject<'_>,
    said: &[Said],
) -> Result<(), ProveError> {
    let Subject { attacker, relation, rights, rows, .. } = *subject;
    if matches!(relation.tenant, Some(TenantPath::Link { .. } | TenantPath::Root { .. })) {
        return Ok(());
    }
    let path = path_columns(relation);
    let may_move = !path.is_empty() && path.iter().all(|column| rights.update_columns.contains(*column));
    let (Some(theirs), Some(of_a), true, true) = (
        rows.samples_b.first(),
        is_of(field.scope, relation, "t", &field.probe.tenants[0]),
        rows.sample_a.is_some(),
        may_move,
    ) else {
        return Ok(());
    };
    let parts: Vec<&str> = said
        .iter()
        .filter(|said| said.verbs.contains(&Verb::Update))
        .map(|said| said.text.as_str())
        .collect();
    let text = parts.join("\n");
    let own = field.arena.contexts.id(0);
    let mut by_who = Vec::new();
    let mut by_state = Vec::new();
    for column in named(relation, &text) {
        let name = quote_identifier(&column.name);
        let is_own_id = own != field.probe.tenants[0] && holds(&column.data_type, own);
        if is_own_id {
            by_who.push(format!("{name} = {}", quote_literal(own)));
        }
        let is_state = is_text(&column.data_type) || matches!(family(&column.data_type), "boolean" | "time");
        if is_state && !relation.key.contains(&column.name) {
            let values = candidates(column, &known(field, relation, column, &text), "");
            by_state.extend(values.into_iter().map(|value| format!("{name} = {value}")));
        }
    }
    let mut sets = by_who.clone();
    sets.extend(by_who.iter().flat_map(|who| by_state.iter().map(move |state| format!("{who}, {state}"))));
    sets.extend(by_state);
    let moved = path.iter().map(|it| format!("{} = {}", quote_identifier(it), value(relation, theirs, it)));
    let sql = format!("UPDATE {} SET {}", relation.name, moved.collect::<Vec<_>>().join(", "));
    let tries = Tries { field, attacker, relation, rights, rows };
    let rows_of_a = sets.iter().take(ROWS);
    let mut states: Vec<String> =
        rows_of_a.map(|set| format!("UPDATE {} AS t SET {set} WHERE {of_a};\n", relation.name)).collect();
    states.extend(ranks_of(field, relation, &text).into_iter().take(ROWS).map(|rank| rank.prepare));
    let attacks: Vec<_> = states
        .iter()
        .map(|state| {
            let mut attack =
                tries.write(Verb::Update, Form::Move, State::Own, sql.clone(), tries.planted()).attack;
            attack.prepare.push_str(&tries.make_room());
            attack.prepare.push_str(state);
            // The state may have been made with an end of its own; what refers to the rows is not asked.
            attack.prepare.push_str(POLICIES_ALONE);
            attack
        })
        .collect();
    first_hole(field, subject, (Verb::Update, Form::Move), &attacks).await
}
