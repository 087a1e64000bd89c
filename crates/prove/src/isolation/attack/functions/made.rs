//! What functions make: partitions, archives and copies that are not in any migration, and that nobody gave row security.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use super::answers::revoke;
use super::arguments::payloads;
use super::{Function, Value};
use crate::bodies::{Functions, expanded};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, Row};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::ground::{is, number, text};
use crate::isolation::attack::marks::mentions;
use crate::isolation::attack::report::Verb;
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const MADE: &str = include_str!("made.sql");

/// With how many lists of arguments a function is called that makes what holds rows.
const CALLS: usize = 4;

/// Years, for which no part is there yet.
const YEARS: &[&str] = &["2027", "2099"];

/// A relation that a call made.
struct Made {
    name: String,
    parent: u32,
    is_partition: bool,
    is_by_default: bool,
    has_tenant: bool,
}

/// Calls every function that makes relations with its owner's rights, and looks at what is there afterwards.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &[Function],
    bodies: &Functions,
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let own = functions.iter().filter(|it| it.attacker == place && it.definer);
    for function in own.filter(|it| makes(&expanded(bodies, &it.body))) {
        for call in calls(field, function) {
            if try_call(field, attacker, function, &call).await? {
                break;
            }
        }
    }
    Ok(())
}

/// Whether a source makes what holds rows and stays.
fn makes(body: &str) -> bool {
    let body = body.to_lowercase();
    has_word(&body, "create") && ["table", "materialized"].iter().any(|word| has_word(&body, word))
}

/// The calls that fit, and those with a year for each number and a day of it for each date.
fn calls(field: &Field<'_>, function: &Function) -> Vec<String> {
    let mut calls: Vec<String> = function.fitting(field, CALLS).into_iter().map(|call| call.sql).collect();
    for year in YEARS {
        let values = function.arguments.iter().map(|argument| match of_year(&argument.data_type, year) {
            Some(sql) => Value { sql, tenant: false, key: false, name: false, content: false },
            None => payloads::otherwise(argument),
        });
        let call = function.call(&values.collect::<Vec<_>>()).sql;
        if !calls.contains(&call) {
            calls.push(call);
        }
    }
    calls
}

fn of_year(data_type: &str, year: &str) -> Option<String> {
    match data_type {
        "smallint" | "integer" | "bigint" => Some(year.to_owned()),
        "date" => Some(format!("'{year}-01-01'::date")),
        kind if kind.starts_with("timestamp") => Some(format!("'{year}-01-01'::{kind}")),
        _ => None,
    }
}

/// Whether a call leaves a relation that is open to all tenants.
async fn try_call(
    field: &mut Field<'_>,
    attacker: &Attacker,
    function: &Function,
    call: &str,
) -> Result<bool, ProveError> {
    let prepare =
        "SELECT set_config('bulkhead.relations', string_agg(oid::text, ','), true) FROM pg_class;\n";
    let key = field.scope.tenancy.key.as_deref().unwrap_or_default();
    let judge = MADE.replace("{role}", &quote_literal(&attacker.role)).replace("{key}", &quote_literal(key));
    let look = Attack {
        attacker,
        state: State::Own,
        prepare: prepare.to_owned(),
        sql: call.to_owned(),
        judge: judge.trim_end().to_owned(),
    };
    let made: Vec<Made> = match field.arena.run(&look).await? {
        Outcome::Done { judged, .. } => judged.iter().filter(|row| row.len() > 4).map(of_row).collect(),
        _ => Vec::new(),
    };
    let mut found = false;
    for made in &made {
        let read = Attack {
            prepare: String::new(),
            sql: format!("{call};\nSELECT * FROM {}", made.name),
            judge: String::new(),
            ..look.clone()
        };
        let is_read = match field.arena.run(&read).await? {
            Outcome::Done { rows, .. } => rows.iter().flatten().flatten().any(|value| mentions(value)),
            _ => false,
        };
        let parent = field.scope.relation(made.parent).filter(|parent| parent.tenant.is_some());
        let Some(kind) = kind(made, parent, is_read) else { continue };
        let shown = if is_read { &read } else { &look };
        let finding = finding(field, function, (made, parent), kind, shown);
        found = true;
        add(field, finding);
    }
    field.count(&function.signature, attacker, Verb::Execute, found);
    Ok(found)
}

fn of_row(row: &Row) -> Made {
    Made {
        name: text(row, 0),
        parent: number(row, 1),
        is_partition: is(row, 2),
        is_by_default: is(row, 3),
        has_tenant: is(row, 4),
    }
}

/// As what it is told; `None` for what need not hold rows of tenants.
fn kind(made: &Made, parent: Option<&Relation>, is_read: bool) -> Option<&'static str> {
    match parent {
        Some(_) if made.is_partition => Some("partition_direct"),
        Some(_) => Some("inherit_child_direct"),
        None if !is_read && !made.has_tenant => None,
        None if made.is_by_default => Some("default_privileges"),
        None => Some("rls_disabled"),
    }
}

fn finding(
    field: &Field<'_>,
    function: &Function,
    (made, parent): (&Made, Option<&Relation>),
    kind: &str,
    shown: &Attack<'_>,
) -> Finding {
    let (role, name, signature) = (&shown.attacker.role, &made.name, &function.signature);
    let of = parent.map(|parent| format!(", a part of {}", parent.name)).unwrap_or_default();
    let by = if made.is_by_default { " by the default privileges" } else { "" };
    let seen = if shown.judge.is_empty() { " and read what tenant B holds there" } else { "" };
    Finding {
        kind: kind.to_owned(),
        object: signature.clone(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(field.arena.exploit(shown)),
        observed: format!(
            "{role} as tenant A called {signature}{seen}: it makes {name}{of}, which {role} may use{by} and which has \
             no row security"
        ),
        fix: Some(revoke(field, function)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_is_told_by_what_it_is_part_of_and_by_what_it_holds() {
        let made = |is_by_default, has_tenant| Made {
            name: "app.later".to_owned(),
            parent: 0,
            is_partition: false,
            is_by_default,
            has_tenant,
        };
        let cases = [
            (made(false, false), false, None),
            (made(false, true), false, Some("rls_disabled")),
            (made(false, false), true, Some("rls_disabled")),
            (made(true, false), true, Some("default_privileges")),
        ];
        for (made, is_read, expected) in cases {
            assert_eq!(kind(&made, None, is_read), expected);
        }
        assert!(
            makes("EXECUTE format('CREATE TABLE %I', x)") && !makes("INSERT INTO created_table VALUES (1)")
        );
    }
}
