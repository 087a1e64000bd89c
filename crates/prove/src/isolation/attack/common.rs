//! Attacks on tables that are common to all tenants: they may be read, and nothing else.

use bulkhead_connect::quote_identifier;

use super::super::scope::Relation;
use super::Field;
use super::arena::{Attack, Attacker};
use super::context::State;
use super::diagnose::{add, severity};
use super::report::Verb;
use crate::{Finding, ProveError};

/// Tries to change and remove rows of tables that the manifest calls shared. Triggers stay on: what they
/// refuse is refused to every tenant.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
) -> Result<(), ProveError> {
    let scope = field.scope;
    for relation in scope.relations.iter().filter(|relation| super::is_table(relation)) {
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { continue };
        if relation.tenant.is_some() || !is_shared(field, relation) || rights.owner {
            continue;
        }
        let name = &relation.name;
        let attack = |sql: String, judge: String| Attack {
            attacker,
            state: State::Own,
            prepare: String::new(),
            sql,
            judge,
        };
        let changed = format!("SELECT count(*) FROM {name} WHERE xmin = pg_current_xact_id()::xid");
        let column = relation.columns.iter().find(|column| {
            !column.generated
                && rights.update_columns.contains(&column.name)
                && rights.select_columns.contains(&column.name)
        });
        let mut tries = Vec::new();
        if let Some(column) = column {
            let column = quote_identifier(&column.name);
            tries.push((Verb::Update, attack(format!("UPDATE {name} SET {column} = {column}"), changed)));
        }
        if rights.delete {
            let remember = format!("SELECT set_config('bulkhead.rows', count(*)::text, true) FROM {name};\n");
            let judge = format!("SELECT current_setting('bulkhead.rows')::bigint - count(*) FROM {name}");
            let sql = format!("DELETE FROM {name}");
            tries.push((Verb::Delete, Attack { prepare: remember, ..attack(sql, judge) }));
        }
        for (verb, attack) in tries {
            let rows = field.arena.run(&attack).await?.judged();
            field.count(name, attacker, verb, rows > 0);
            if rows > 0 {
                let finding = Finding {
                    kind: "shared_rows_writable".to_owned(),
                    object: name.clone(),
                    severity: severity("shared_rows_writable"),
                    place: None,
                    exploit: Some(field.arena.exploit(&attack)),
                    observed: format!(
                        "{} as tenant A {} {rows} rows of {name}, which all tenants share",
                        attacker.role,
                        verb.past()
                    ),
                    fix: Some(format!("REVOKE INSERT, UPDATE, DELETE ON {name} FROM {};", field.grantees)),
                };
                add(field, finding);
            }
        }
    }
    Ok(())
}

fn is_shared(field: &Field<'_>, relation: &Relation) -> bool {
    let qualified = format!("{}.{}", relation.schema, relation.table);
    field.scope.tenancy.shared.iter().any(|name| *name == qualified || *name == relation.table)
}
