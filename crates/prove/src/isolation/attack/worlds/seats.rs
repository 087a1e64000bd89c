//! Rows of A's own user: a profile, a login, a list of settings. Made-up rows have made-up users, so one of them is
//! given to who attacks.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::World;
use super::own::by_deed;
use super::values::named;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::POLICIES_ALONE;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::ground::Rights;
use crate::isolation::scope::{Column, Relation, is_named};

/// How many columns of a table may say whose row it is.
const HOLDERS: usize = 2;

/// A column that may say which user a row is of.
pub(super) struct Seat {
    pub column: String,
    /// A's user, as SQL.
    pub holder: String,
    /// SQL by which the superuser sees to it that A's user has a row.
    pub taken: String,
    /// SQL by which the superuser sees to it that A's user has none.
    pub left: String,
}

impl Seat {
    /// The world in which A's user makes the row himself, with some columns filled; `None` without the right to.
    pub(super) fn insert(
        &self,
        source: &Relation,
        rights: &Rights,
        filled: &[(String, String)],
    ) -> Option<World> {
        let holder = (quote_identifier(&self.column), self.holder.clone());
        let may = rights.insert_columns.contains(&self.column)
            && filled
                .iter()
                .all(|(name, _)| rights.insert_columns.iter().any(|it| quote_identifier(it) == *name));
        let (names, values): (Vec<String>, Vec<String>) =
            [holder].into_iter().chain(filled.iter().cloned()).unzip();
        let (names, values) = (names.join(", "), values.join(", "));
        let insert = format!("INSERT INTO {} ({names}) VALUES ({values})", source.name);
        may.then(|| by_deed(&insert, &self.left))
    }
}

/// The seats that a table has for A's user, where the made-up rows do not say that they are that user's.
pub(super) fn seats(field: &Field<'_>, source: &Relation, text: &str) -> Vec<Seat> {
    let membership = field.scope.tenancy.context.membership.as_ref();
    let is_known = membership.is_some_and(|membership| is_named(source, &membership.table));
    let own = field.arena.contexts.id(0);
    if is_known || own == field.probe.tenants[0] {
        return Vec::new();
    }
    let of_a = match &source.tenant {
        Some(_) => is_of(field.scope, source, "t", &field.probe.tenants[0]),
        None => Some("true".to_owned()),
    };
    let Some(of_a) = of_a else { return Vec::new() };
    let holder = quote_literal(own);
    let mut columns: Vec<&Column> =
        named(source, text).into_iter().filter(|it| holds(&it.data_type, own)).collect();
    columns.sort_by_key(|column| !source.key.contains(&column.name));
    let seat = |column: &Column| {
        let (table, name) = (&source.name, quote_identifier(&column.name));
        Seat {
            column: column.name.clone(),
            holder: holder.clone(),
            taken: alone(&format!(
                "DO $seat$ BEGIN IF NOT EXISTS (SELECT FROM {table} AS t WHERE t.{name} = {holder} AND {of_a}) THEN\n\
                 BEGIN UPDATE {table} AS t SET {name} = {holder} WHERE t.ctid = \
                 (SELECT t.ctid FROM {table} AS t WHERE {of_a} LIMIT 1);\n\
                 IF NOT FOUND THEN INSERT INTO {table} ({name}) VALUES ({holder}); END IF;\n\
                 EXCEPTION WHEN others THEN NULL; END; END IF; END $seat$;\n"
            )),
            left: alone(&format!("DELETE FROM {table} AS t WHERE t.{name} = {holder} AND {of_a};\n")),
        }
    };
    columns.into_iter().take(HOLDERS).map(seat).collect()
}

/// Whether a column of a type may hold an id. Of a domain the server knows.
pub(super) fn holds(data_type: &str, id: &str) -> bool {
    match family(data_type) {
        "uuid" => id.len() == 36,
        "number" => id.parse::<i64>().is_ok(),
        "boolean" | "decimal" | "time" | "json" | "jsonb" | "bytea" | "interval" | "tsvector" => false,
        other => !other.ends_with("[]") && !other.ends_with("range"),
    }
}

/// SQL that triggers and foreign keys have no part in.
pub(super) fn alone(sql: &str) -> String {
    format!("{POLICIES_ALONE}{sql}SET LOCAL session_replication_role = origin;\n")
}
