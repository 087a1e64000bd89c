//! Worlds in which A was given something of B's, and that has ended or was never accepted.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::texts::constants;
use super::values::named;
use super::{ASKED, Told, World, asked};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::values::{changed, fresh_key, insert};
use crate::isolation::scope::{Column, Relation, TenantPath};

/// Words in the names of columns that say when or that a right ended.
const ENDED: &[&str] = &[
    "revoked",
    "expired",
    "expires",
    "ended",
    "ends",
    "left",
    "removed",
    "deactivated",
    "disabled",
    "cancelled",
    "canceled",
    "suspended",
    "terminated",
    "inactive",
    "withdrawn",
    "blocked",
    "banned",
];

/// Words that say that it is in force.
const IN_FORCE: &[&str] = &["active", "enabled", "accepted", "confirmed", "approved"];

/// What a state is called in which a right is not in force.
const STATES: &[&str] = &[
    "revoked",
    "expired",
    "ended",
    "left",
    "removed",
    "inactive",
    "disabled",
    "suspended",
    "cancelled",
    "rejected",
    "declined",
    "pending",
    "invited",
    "requested",
];

/// In how many columns A's id is written.
const COLUMNS: usize = 4;

/// One world for each row that gives A something of B's and for each way in which it says that it is not in force.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let mut worlds = Vec::new();
    for source in asked(field, target, text).into_iter().filter(|it| it.oid != target.oid).take(ASKED) {
        let Some(sample) = field.ground.rows.get(&source.oid).and_then(|rows| rows.samples_b.first()) else {
            continue;
        };
        if !matches!(source.tenant, Some(TenantPath::Column { .. } | TenantPath::Parent { .. })) {
            continue;
        }
        let ends = ends(field, source);
        let mut ids = vec![field.arena.contexts.id(0), field.probe.tenants[0].as_str()];
        ids.dedup();
        for holder in holders(source, text) {
            for (column, end) in ends.iter().filter(|(column, _)| column != holder) {
                for id in &ids {
                    let mut changes = fresh_key(source, sample);
                    let named_by_text = |name: &str| named(source, text).iter().any(|it| it.name == name);
                    // What the policy asks for stays as B has it.
                    changes.retain(|(name, _)| name != holder && name != column && !named_by_text(name));
                    changes.push((holder.clone(), quote_literal(id)));
                    changes.push((column.clone(), end.clone()));
                    let insert = written(source, sample, &changes);
                    let words = format!(
                        "by a row of {} that is not in force: its {} is {end}",
                        source.name,
                        quote_identifier(column)
                    );
                    worlds.push(World { prepare: insert, ..World::new(Told::Ended, words) });
                }
            }
        }
    }
    worlds
}

/// The columns that may say who is admitted: those that the text names and that hold an id or a text.
fn holders<'r>(source: &'r Relation, text: &str) -> Vec<&'r String> {
    let columns = named(source, text).into_iter();
    let is_id = |column: &&Column| matches!(family(&column.data_type), "text" | "number" | "uuid");
    columns.filter(is_id).map(|column| &column.name).take(COLUMNS).collect()
}

/// The columns that say whether a row is in force, and what they hold when it is not.
fn ends(field: &Field<'_>, source: &Relation) -> Vec<(String, String)> {
    let path = path_columns(source);
    let columns = source.columns.iter().filter(|it| !it.generated && !path.contains(&it.name.as_str()));
    let end = |column: &Column| {
        let name = column.name.to_lowercase();
        let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
        let value = match family(&column.data_type) {
            "boolean" if has(IN_FORCE) => "false".to_owned(),
            "boolean" if has(ENDED) => "true".to_owned(),
            "time" if has(IN_FORCE) && !column.not_null => "NULL".to_owned(),
            "time" if has(ENDED) => "now() - interval '1 year'".to_owned(),
            _ if has(&["state", "status"]) => {
                let allowed = field.ground.facts.get(&source.oid)?.allowed.get(&column.name)?;
                let state = constants(allowed).into_iter().find(|it| STATES.contains(&it.as_str()))?;
                quote_literal(&state)
            }
            _ => return None,
        };
        Some((column.name.clone(), value))
    };
    columns.filter_map(end).collect()
}

fn written(source: &Relation, sample: &[Option<String>], changes: &[(String, String)]) -> String {
    let columns = source.columns.iter().filter(|column| !column.generated);
    let given = columns.map(|it| (it.name.as_str(), changed(source, sample, changes, &it.name)));
    format!("{};\n", insert(&source.name, given))
}
