//! Attacks on tables that are common to all tenants: they may be read, and nothing else. Some the manifest calls
//! shared; of others nothing says whose rows they hold, and no policy guards them.

use bulkhead_connect::quote_identifier;

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::report::Verb;
use crate::isolation::scope::{Column, Relation};
use crate::{Finding, ProveError, Severity};

/// Tries to change and remove rows of common tables. Triggers stay on: what they refuse is refused to every tenant.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
) -> Result<(), ProveError> {
    let scope = field.scope;
    for relation in scope.relations.iter().filter(|relation| crate::isolation::attack::is_table(relation)) {
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { continue };
        let Some(kind) = kind(field, relation).filter(|_| !rights.owner) else { continue };
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
        let least = if is_work(relation, rights) { Severity::Medium } else { Severity::Low };
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
                    kind: kind.to_owned(),
                    object: name.clone(),
                    objects: Vec::new(),
                    severity: severity(kind).max(least),
                    place: None,
                    exploit: Some(field.arena.exploit(&attack)),
                    observed: format!(
                        "{} as tenant A {} {rows} rows of {name}, {}",
                        attacker.role,
                        verb.past(),
                        if kind == "shared_rows_writable" {
                            "which all tenants share"
                        } else {
                            "which has no tenant column and no row security"
                        }
                    ),
                    fix: Some(format!("REVOKE INSERT, UPDATE, DELETE ON {name} FROM {};", field.grantees)),
                };
                add(field, finding);
            }
        }
    }
    Ok(())
}

/// Whether the application keeps its work in a table, and not words that it looks up: it adds rows and reads them, and
/// there is more in a row than a key and a name.
fn is_work(relation: &Relation, rights: &Rights) -> bool {
    let is_content = |it: &&Column| !relation.key.contains(&it.name) && !it.generated;
    !rights.insert_columns.is_empty()
        && !rights.select_columns.is_empty()
        && relation.columns.iter().filter(is_content).count() > 2
}

/// As what a table is attacked; `None` for one whose rows are tenants' or that has policies.
fn kind(field: &Field<'_>, relation: &Relation) -> Option<&'static str> {
    if relation.tenant.is_some() {
        return None;
    }
    if field.scope.is_shared(relation) {
        return Some("shared_rows_writable");
    }
    let is_of_tenant = field.scope.tenancy.context.schemas.values().any(|schema| *schema == relation.schema);
    let is_secured = field.ground.facts.get(&relation.oid).is_some_and(|facts| facts.row_security);
    let is_part = relation.partition_of.is_some();
    (!is_of_tenant && !is_secured && !is_part).then_some("shared_table_writable")
}
