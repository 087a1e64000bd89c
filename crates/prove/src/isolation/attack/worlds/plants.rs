//! Rows of B with something of A in them: a check may ask for the one and forget the other.

use bulkhead_connect::quote_literal;

use super::values::{is_text, named};
use super::{Said, Subject, first_hole, texts};
use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::context::State;
use crate::isolation::attack::report::{Form, Verb};
use crate::isolation::attack::tables::tries::{Tries, Try};
use crate::isolation::attack::values::{fresh_key, value};
use crate::isolation::scope::TenantPath;

/// How many constants of the checks are written.
const CONSTANTS: usize = 4;

/// Inserts rows of B that hold A's values in the columns that the checks name.
pub(super) async fn attack(
    field: &mut Field<'_>,
    subject: &Subject<'_>,
    said: &[Said],
) -> Result<(), ProveError> {
    let Subject { attacker, relation, rights, rows, .. } = *subject;
    let Some(sample) = rows.samples_b.first() else { return Ok(()) };
    if matches!(relation.tenant, Some(TenantPath::Link { .. } | TenantPath::Root { .. })) {
        return Ok(());
    }
    let parts: Vec<&str> = said
        .iter()
        .filter(|said| said.verbs.contains(&Verb::Insert))
        .map(|said| said.text.as_str())
        .collect();
    let said = parts.join("\n");
    let columns = named(relation, &said);
    if columns.is_empty() || rights.insert_columns.is_empty() {
        return Ok(());
    }
    let own = field.arena.contexts.id(0);
    let a = &field.probe.tenants[0];
    let fill = |of: &dyn Fn(&str, &str) -> Option<String>| {
        let mut changes = fresh_key(relation, sample);
        for column in &columns {
            if let Some(value) = of(&column.name, &column.data_type) {
                changes.retain(|(name, _)| *name != column.name);
                changes.push((column.name.clone(), value));
            }
        }
        changes
    };
    let mut planted: Vec<Vec<(String, String)>> = Vec::new();
    if let Some(of_a) = &rows.sample_a {
        // A key of A's own rows is taken already.
        planted.push(fill(&|name, _| {
            (!relation.key.iter().any(|key| key == name)).then(|| value(relation, of_a, name))
        }));
    }
    // A user's id fits into few of the columns; where it fits into one, the others stay as B has them.
    for column in &columns {
        planted.push(fill(&|name, _| (name == column.name).then(|| quote_literal(own))));
    }
    // What a document says of itself, whoever writes it.
    let found = texts::keys(&said);
    let keys: Vec<&String> = found.all.iter().chain(&found.objects).collect();
    if !keys.is_empty() {
        planted.push(fill(&|_, data_type| {
            let pairs = keys.iter().map(|key| format!("{}, {}", quote_literal(key), quote_literal(own)));
            let object = format!("jsonb_build_object({})", pairs.collect::<Vec<_>>().join(", "));
            matches!(data_type, "json" | "jsonb").then_some(object)
        }));
    }
    let b = &field.probe.tenants[1];
    let (below, beside, end) = (format!("{b}/{a}/planted"), format!("{b}/x/{a}"), format!("{b}/{a}"));
    for path in [format!("{a}/planted"), format!("{a}planted"), below, beside, end] {
        planted.push(fill(&|_, data_type| is_text(data_type).then(|| quote_literal(&path))));
    }
    // What the checks let through whoever writes it, alone and in a folder of B's.
    for constant in texts::constants(&said).into_iter().take(CONSTANTS) {
        for column in columns.iter().filter(|column| is_text(&column.data_type)) {
            planted.push(fill(&|name, _| (name == column.name).then(|| quote_literal(&constant))));
        }
    }
    let tries = Tries { field, attacker, relation, rights, rows };
    let attempts: Vec<Try<'_>> = planted
        .iter()
        .filter_map(|changes| tries.insert(sample, changes))
        .map(|sql| tries.write(Verb::Insert, Form::Plant, State::Own, sql, tries.planted()))
        .collect();
    let attacks: Vec<_> = attempts.iter().map(|attempt| attempt.attack.clone()).collect();
    first_hole(field, subject, (Verb::Insert, Form::Plant), &attacks).await
}
