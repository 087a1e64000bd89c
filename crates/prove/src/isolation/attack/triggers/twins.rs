//! Rows of B that are like A's: the same numbers, codes and paths, as tenants have who know nothing of each other.

use bulkhead_connect::quote_identifier;

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::POLICIES_ALONE;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::marks::CANARY;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::scope::{Column, Relation, TenantPath};

/// SQL by which the superuser gives B such rows in some tables in the open transaction, where the constraints let it.
pub(in crate::isolation::attack) fn twins(
    field: &Field<'_>,
    constraints: &[Constraint],
    is_meant: &dyn Fn(&Relation) -> bool,
) -> String {
    let mut sql = POLICIES_ALONE.to_owned();
    let meant = field.scope.relations.iter().filter(|relation| is_meant(relation));
    for relation in meant.filter(|it| crate::isolation::attack::is_table(it) && it.partition_of.is_none()) {
        sql.push_str(&of_relation(field, relation, constraints).unwrap_or_default());
    }
    sql.push_str("SET LOCAL session_replication_role = origin;\n");
    sql
}

fn of_relation(field: &Field<'_>, relation: &Relation, constraints: &[Constraint]) -> Option<String> {
    let Some(TenantPath::Column { column: path }) = &relation.tenant else { return None };
    let rows = field.ground.rows.get(&relation.oid)?;
    let facts = field.ground.facts.get(&relation.oid)?;
    if rows.sample_a.is_none() || rows.samples_b.is_empty() || facts.stubborn_triggers {
        return None;
    }
    let [of_a, of_b] = [("a", 0), ("b", 1)]
        .map(|(alias, tenant)| is_of(field.scope, relation, alias, &field.probe.tenants[tenant]));
    let (of_a, of_b) = (of_a?, of_b?);
    let written: Vec<&Column> = relation.columns.iter().filter(|column| !column.generated).collect();
    let names: Vec<String> = written.iter().map(|column| quote_identifier(&column.name)).collect();
    let insert = |is_filled: bool| {
        let values: Vec<String> = written
            .iter()
            .map(|column| match role(relation, column, path, constraints) {
                Role::Theirs => format!("b.{}", quote_identifier(&column.name)),
                Role::Shared => format!("a.{}", quote_identifier(&column.name)),
                Role::Fresh => fresh(column),
                Role::Plain if is_filled => filled(column),
                Role::Plain => format!("b.{}", quote_identifier(&column.name)),
            })
            .collect();
        format!(
            "INSERT INTO {0} ({1}) OVERRIDING SYSTEM VALUE SELECT {2} FROM {0} AS a CROSS JOIN {0} AS b \
             WHERE {of_a} AND {of_b} ON CONFLICT DO NOTHING",
            relation.name,
            names.join(", "),
            values.join(", ")
        )
    };
    // Constraints may ask for nulls, or for values that are not known here.
    Some(format!(
        "DO $twins$ BEGIN {}; EXCEPTION WHEN others THEN\n\
         BEGIN {}; EXCEPTION WHEN others THEN NULL; END; END $twins$;\n",
        insert(true),
        insert(false)
    ))
}

/// Where the value of a column comes from.
enum Role {
    /// B's own row.
    Theirs,
    /// A's row: what tenants number and name for themselves.
    Shared,
    /// Nowhere: what no two rows have in common.
    Fresh,
    /// B's own row, or anything if there is nothing.
    Plain,
}

fn role(relation: &Relation, column: &Column, path: &str, constraints: &[Constraint]) -> Role {
    let here = || {
        let of_column = |it: &&Constraint| it.relation == relation.oid && it.columns.contains(&column.name);
        constraints.iter().filter(of_column)
    };
    let with_tenant = |it: &Constraint| it.columns.iter().any(|name| name == path);
    if column.name == path || here().any(|it| it.is_reference && !with_tenant(it)) {
        Role::Theirs
    } else if here().any(|it| !it.is_reference && !with_tenant(it)) {
        Role::Fresh
    } else if here().next().is_some() {
        Role::Shared
    } else {
        Role::Plain
    }
}

fn fresh(column: &Column) -> String {
    match family(&column.data_type) {
        "uuid" => "gen_random_uuid()".to_owned(),
        "number" => "30000 + (random() * 2000)::integer".to_owned(),
        "text" => "left(md5(random()::text), 8)".to_owned(),
        _ => format!("b.{}", quote_identifier(&column.name)),
    }
}

fn filled(column: &Column) -> String {
    let own = format!("b.{}", quote_identifier(&column.name));
    match family(&column.data_type) {
        _ if column.not_null => own,
        "number" | "decimal" => format!("coalesce({own}, 7)"),
        "text" => format!("coalesce({own}, '{CANARY}')"),
        _ => own,
    }
}
