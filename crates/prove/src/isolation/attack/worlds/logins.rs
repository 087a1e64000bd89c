//! Worlds in which B's rows hold the name of the login that the policy asks for: all tenants come with the same one.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::values::named;
use super::{Told, World};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Attacker;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::scope::Relation;

/// How many columns may be the one that holds the login.
const COLUMNS: usize = 4;

/// Words for the role of a session.
const LOGINS: &[&str] = &["current_user", "session_user", "current_role", "system_user"];

/// One world for each column of a text; none where each tenant has a login of its own.
pub(super) fn worlds(field: &Field<'_>, attacker: &Attacker, target: &Relation, text: &str) -> Vec<World> {
    let lower = text.to_lowercase();
    let asks = LOGINS.iter().any(|word| bulkhead_sql::has_word(&lower, word));
    if !asks || !field.scope.tenancy.context.roles.is_empty() {
        return Vec::new();
    }
    let Some(of_b) = is_of(field.scope, target, "t", &field.probe.tenants[1]) else { return Vec::new() };
    let columns = named(target, text).into_iter().filter(|column| family(&column.data_type) == "text");
    let login = quote_literal(&attacker.app_role);
    columns
        .take(COLUMNS)
        .map(|column| {
            let name = quote_identifier(&column.name);
            let prepare = format!("UPDATE {} AS t SET {name} = {login} WHERE {of_b};\n", target.name);
            let words = format!(
                "where {name} holds the name of the login with which the sessions of all tenants come"
            );
            let columns = vec![column.name.clone()];
            World { prepare, columns, witnessed: true, ..World::new(Told::Hole, words) }
        })
        .collect()
}
