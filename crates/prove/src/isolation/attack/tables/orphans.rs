//! Attacks on tables that hold rows of tenants without saying so: there is neither a column for the tenant nor a foreign
//! key, but a column is called as those are that lead to a tenant's rows.
//!
//! The superuser gives a row there to B, by the key of B's row in the table that is meant; what A can do with it is the
//! attack.

use bulkhead_connect::{quote_identifier, quote_literal};

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, POLICIES_ALONE, ask};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::values::{changed, fresh_key, insert, value};
use crate::isolation::scope::{Column, Relation, TenantPath};
use crate::{Finding, ProveError, Severity};

const KIND: &str = "child_without_tenant_column";

/// How names of columns end that refer to something.
const ENDS: &[&str] = &["_id", "_uuid", "_ref", "_key", "_no", "_nr", "_number", "id"];

/// A column that leads to rows of tenants.
struct Lead<'f> {
    column: &'f Column,
    /// The table that it leads to, and the column there.
    parent: &'f Relation,
    referenced: &'f str,
    /// The key of a row of B there.
    theirs: String,
}

/// Tries every table that nothing says the tenant of.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    let of_tenant = |it: &Relation| scope.tenancy.context.schemas.values().any(|schema| *schema == it.schema);
    for relation in
        scope.relations.iter().filter(|it| crate::isolation::attack::is_table(it) && it.tenant.is_none())
    {
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { continue };
        if scope.is_shared(relation) || of_tenant(relation) || relation.partition_of.is_some() || rights.owner
        {
            continue;
        }
        let Some(lead) = lead(field, relation, constraints) else { continue };
        let any = format!("SELECT t.* FROM {} AS t LIMIT 1", relation.name);
        let Some(sample) = ask(field.arena.client, &any).await?.into_iter().next() else { continue };
        for (verb, attack) in tries(attacker, relation, &rights, &lead, &sample) {
            let outcome = field.arena.run(&attack).await?;
            let rows = if verb == Verb::Select { outcome.counted() } else { outcome.judged() };
            field.count(&relation.name, attacker, verb, rows > 0);
            if rows > 0 {
                let finding = finding(field, attacker, relation, &lead, (verb, &attack));
                add(field, finding);
                break;
            }
        }
    }
    Ok(())
}

/// The column that leads to rows of tenants, if one does: to the tenant itself, as foreign keys of other tables do, or
/// by the name of a table with its key.
fn lead<'f>(field: &Field<'f>, relation: &'f Relation, constraints: &'f [Constraint]) -> Option<Lead<'f>> {
    let scope = field.scope;
    let columns = || relation.columns.iter().filter(|column| !column.generated && may_refer(column));
    let lead = |column: &'f Column, parent: &'f Relation, referenced: &'f str| {
        let place = parent.columns.iter().position(|it| it.name == referenced)?;
        let is_alike = family(&parent.columns[place].data_type) == family(&column.data_type);
        let row = field.ground.rows.get(&parent.oid)?.samples_b.first()?;
        let theirs = quote_literal(row.get(place)?.as_ref()?);
        is_alike.then_some(Lead { column, parent, referenced, theirs })
    };
    let to_root = columns().find_map(|column| {
        let root = scope.root()?;
        let Some(TenantPath::Root { column: id }) = &root.tenant else { return None };
        let key = scope.tenancy.key.as_deref().unwrap_or_default();
        let is_named = stem(&column.name) == stem(key) || stem(&column.name) == singular(&root.table);
        is_named.then(|| lead(column, root, id)).flatten()
    });
    let by_others = || {
        columns().find_map(|column| {
            let keys = constraints.iter().filter(|it| it.is_reference);
            keys.filter_map(|key| {
                let from = scope.relation(key.relation).filter(|from| from.tenant.is_some())?;
                let parent = scope.relation(key.parent).filter(|parent| parent.tenant.is_some())?;
                let at = key.columns.iter().position(|name| *name == column.name)?;
                let says_tenant = matches!(from.tenant, Some(TenantPath::Column { .. }))
                    && path_columns(from).contains(&column.name.as_str());
                (!says_tenant).then(|| lead(column, parent, &key.referenced[at])).flatten()
            })
            .next()
        })
    };
    let by_name = || {
        columns().find_map(|column| {
            scope
                .of_tenants()
                .filter(|it| crate::isolation::attack::is_table(it) && it.partition_of.is_none())
                .find_map(|parent| {
                    let path = path_columns(parent);
                    let mut key = parent.key.iter().filter(|name| !path.contains(&name.as_str()));
                    let (Some(own), None) = (key.next(), key.next()) else { return None };
                    let meant = format!("{}_{own}", singular(&parent.table));
                    let is_named =
                        column.name == meant || stem(&column.name) == singular(&parent.table) && own == "id";
                    is_named.then(|| lead(column, parent, own)).flatten()
                })
        })
    };
    to_root.or_else(by_others).or_else(by_name)
}

/// Whether a column may refer to something. Words are often codes that all share; they have to be called a reference.
fn may_refer(column: &Column) -> bool {
    match family(&column.data_type) {
        "uuid" | "number" => true,
        "text" => ENDS.iter().any(|end| column.name.ends_with(end)),
        _ => false,
    }
}

/// A name without what says that it refers to something.
fn stem(name: &str) -> &str {
    let end = ENDS.iter().find(|end| name.len() > end.len() && name.ends_with(**end));
    end.map_or(name, |end| name[..name.len() - end.len()].trim_end_matches('_'))
}

fn singular(table: &str) -> String {
    match table.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => table.strip_suffix('s').unwrap_or(table).to_owned(),
    }
}

/// What A tries with the row: to read, to remove, to change it, and to add one.
fn tries<'a>(
    attacker: &'a Attacker,
    relation: &Relation,
    rights: &Rights,
    lead: &Lead<'_>,
    sample: &[Option<String>],
) -> Vec<(Verb, Attack<'a>)> {
    let (table, column) = (&relation.name, quote_identifier(&lead.column.name));
    let is_theirs = format!("{column} = {}", lead.theirs);
    let given = format!(
        "{POLICIES_ALONE}UPDATE {table} AS t SET {is_theirs} WHERE (t.tableoid, t.ctid) = \
         (SELECT t.tableoid, t.ctid FROM {table} AS t LIMIT 1);\n"
    );
    let count = format!("SELECT count(*) FROM {table} WHERE {is_theirs}");
    let written = format!("{count} AND xmin = pg_current_xact_id()::xid");
    let attack = |prepare: &str, sql: String, judge: String| Attack {
        attacker,
        state: State::Own,
        prepare: prepare.to_owned(),
        sql,
        judge,
    };
    let mut tries = Vec::new();
    if rights.select_columns.contains(&lead.column.name) {
        tries.push((Verb::Select, attack(&given, count.clone(), String::new())));
    }
    if rights.delete {
        let gone = format!("SELECT 1 - least(1, count(*)) FROM {table} WHERE {is_theirs}");
        tries.push((Verb::Delete, attack(&given, format!("DELETE FROM {table}"), gone)));
    }
    let updated = relation
        .columns
        .iter()
        .find(|it| it.name != lead.column.name && !it.generated && rights.update_columns.contains(&it.name));
    if let Some(other) = updated {
        let set = format!("{} = {}", quote_identifier(&other.name), value(relation, sample, &other.name));
        let marked = format!(
            "{given}SELECT set_config('bulkhead.place', string_agg(ctid::text, ' '), true) FROM {table};\n"
        );
        let judge = format!("{count} AND strpos(current_setting('bulkhead.place'), ctid::text) = 0");
        tries.push((Verb::Update, attack(&marked, format!("UPDATE {table} SET {set}"), judge)));
    }
    let mut changes = fresh_key(relation, sample);
    changes.retain(|(name, _)| *name != lead.column.name);
    changes.push((lead.column.name.clone(), lead.theirs.clone()));
    if rights.insert_columns.contains(&lead.column.name) {
        let given = rights.insertable(relation);
        let given = given.map(|it| (it.name.as_str(), changed(relation, sample, &changes, &it.name)));
        let sql = insert(table, given);
        tries.push((Verb::Insert, attack(POLICIES_ALONE, sql, written)));
    }
    tries
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    lead: &Lead<'_>,
    (verb, attack): (Verb, &Attack<'_>),
) -> Finding {
    let name = &relation.name;
    Finding {
        kind: KIND.to_owned(),
        object: name.clone(),
        objects: Vec::new(),
        severity: match verb {
            // What may only be written may be meant as a box for all.
            Verb::Insert => Severity::Medium,
            _ => severity(KIND),
        },
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed: format!(
            "{} as tenant A {} a row of {name} whose {} is that of a row of tenant B in {}; nothing else says whose it is",
            attacker.role,
            verb.past(),
            lead.column.name,
            lead.parent.name
        ),
        fix: Some(format!(
            "-- Give {name} the tenant's column and a policy, and let {} refer to {} ({}) by a foreign key; or name \
             {name} under shared.",
            lead.column.name, lead.parent.name, lead.referenced
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_tables() {
        for (name, wanted) in [("meter_id", "meter"), ("tenant", "tenant"), ("org_uuid", "org"), ("id", "id")]
        {
            assert_eq!(stem(name), wanted);
        }
        for (table, wanted) in [("meters", "meter"), ("agencies", "agency"), ("staff", "staff")] {
            assert_eq!(singular(table), wanted);
        }
    }
}
