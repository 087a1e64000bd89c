//! Rows that may let A in where a policy asks for them, and the statements that write them.

use bulkhead_connect::{quote_identifier, quote_literal};

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::values::{changed, fresh_key, insert};
use crate::isolation::scope::{Relation, TenantPath, is_named};

/// Types of keys that the server brings.
const KEYS: &[&str] = &["uuid", "integer", "bigint", "smallint", "text", "character"];

/// How many pairs of columns, one for the tenant and one for who is admitted, are tried.
const PAIRS: usize = 12;

/// A row that could let A in, and the ways in which it is written.
pub(super) struct Write {
    pub(super) verb: Verb,
    /// Whether it is a row of A's own, which A may well write: then the policy that asks it is at fault.
    pub(super) is_own: bool,
    /// By the superuser, who knows which row it takes.
    pub(super) control: String,
    /// By the attacker, who may have to do without reading.
    pub(super) forms: Vec<String>,
}

/// Columns, each with the SQL of what it is given.
pub(super) type Changes = Vec<(String, String)>;

/// All rows that may let A in: B's tenant in one column, A in another, and the reverse.
pub(super) fn writes(
    field: &Field<'_>,
    source: &Relation,
    rights: &Rights,
    (rows, about): (&[Row], &[Changes]),
) -> Vec<Write> {
    let name = &source.name;
    let tenant = quote_literal(&field.probe.tenants[1]);
    let own = quote_literal(field.arena.contexts.id(0));
    let mut writes = Vec::new();
    // A grant of A's own to B, which a policy may read the wrong way round.
    let other = quote_literal(field.arena.contexts.id(1));
    let mine = quote_literal(&field.probe.tenants[0]);
    for (of, who) in pairs(field, source).into_iter().take(PAIRS) {
        for row in rows {
            let changes = vec![(of.clone(), mine.clone()), (who.clone(), other.clone())];
            if let Some(insert) = written(source, rights, row, &changes) {
                writes.push(Write {
                    verb: Verb::Insert,
                    is_own: true,
                    control: insert.clone(),
                    forms: vec![insert],
                });
            }
        }
        let (of_name, who_name) = (quote_identifier(&of), quote_identifier(&who));
        let (is_of, is_who) = (format!("{of_name} = {tenant}"), format!("{who_name} = {own}"));
        for row in rows {
            let mut changes = fresh_key(source, row);
            changes.retain(|(column, _)| *column != of && *column != who);
            changes.push((of.clone(), tenant.clone()));
            changes.push((who.clone(), own.clone()));
            if let Some(insert) = written(source, rights, row, &changes) {
                writes.push(Write {
                    verb: Verb::Insert,
                    is_own: false,
                    control: insert.clone(),
                    forms: vec![insert],
                });
            }
        }
        writes.extend(shares(field, source, rights, (rows, about), (&of, &who)));
        for (set, found, column) in [(&is_of, &is_who, &of), (&is_who, &is_of, &who)] {
            if rights.update_columns.contains(column) {
                let update = format!("UPDATE {name} SET {set}");
                let narrow = format!("{update} WHERE {found}");
                writes.push(Write {
                    verb: Verb::Update,
                    is_own: false,
                    control: narrow.clone(),
                    forms: vec![narrow, update],
                });
            }
        }
    }
    writes
}

/// Rows by which A lets itself in as a tenant, and into one row of B's: new ones, and old ones of its own.
fn shares(
    field: &Field<'_>,
    source: &Relation,
    rights: &Rights,
    (rows, about): (&[Row], &[Changes]),
    (of, who): (&str, &str),
) -> Vec<Write> {
    let [a, b] = field.probe.tenants.each_ref().map(|it| quote_literal(it));
    let user = quote_literal(field.arena.contexts.id(0));
    let mut writes = Vec::new();
    let mut add = |verb: Verb, statement: String| {
        writes.push(Write { verb, is_own: false, control: statement.clone(), forms: vec![statement] });
    };
    let is_beside = |(column, _): &&(String, String)| column != of && column != who;
    let mut admitted = vec![&a];
    if user != a {
        admitted.push(&user);
    }
    for guest in admitted {
        let is_tried = *guest == user;
        let parties = [(of.to_owned(), b.clone()), (who.to_owned(), guest.clone())];
        let plain: &[Changes] = if is_tried { &[] } else { &[Vec::new()] };
        for changes in plain.iter().chain(about) {
            let beside: Changes = changes.iter().filter(is_beside).cloned().collect();
            for row in rows.iter().take(1) {
                let mut all = fresh_key(source, row);
                all.retain(|(column, _)| {
                    let is_said = column == of || column == who || beside.iter().any(|(it, _)| it == column);
                    !is_said && rights.insert_columns.contains(column)
                });
                // What refers to a row is kept where nothing else is known of it.
                if beside.is_empty() {
                    all.clear();
                }
                all.extend(beside.iter().chain(&parties).cloned());
                written(source, rights, row, &all).into_iter().for_each(|it| add(Verb::Insert, it));
            }
            let set = beside.iter().chain(&parties[1..]);
            let set = set.filter(|(column, _)| rights.update_columns.contains(column));
            let set: Vec<String> =
                set.map(|(column, value)| format!("{} = {value}", quote_identifier(column))).collect();
            if !beside.is_empty() && !set.is_empty() {
                let own = format!("{} = {a}", quote_identifier(of));
                add(Verb::Update, format!("UPDATE {} SET {} WHERE {own}", source.name, set.join(", ")));
            }
        }
    }
    writes
}

/// Columns that may name the tenant, each with those that may name who is admitted.
pub(in crate::isolation::attack) fn pairs(field: &Field<'_>, source: &Relation) -> Vec<(String, String)> {
    let membership = field.scope.tenancy.context.membership.as_ref();
    if let Some(membership) = membership.filter(|membership| is_named(source, &membership.table)) {
        return vec![(membership.tenant.clone(), membership.user.clone())];
    }
    let writable = || source.columns.iter().filter(|column| !column.generated);
    let of: Vec<&str> = match &source.tenant {
        Some(TenantPath::Column { column } | TenantPath::Root { column }) => vec![column],
        _ => {
            let data_type = key_type(field);
            // Tenants' ids may have a domain of their own, and what names them elsewhere need not.
            let is_domain = data_type.is_some_and(|it| !KEYS.iter().any(|key| it.starts_with(key)));
            let is_like =
                |data: &str| Some(data) == data_type || is_domain && holds(data, &field.probe.tenants[1]);
            writable()
                .filter(|column| is_like(&column.data_type))
                .map(|column| column.name.as_str())
                .collect()
        }
    };
    let ids = [field.arena.contexts.id(0), &field.probe.tenants[0]];
    let who: Vec<&str> = writable()
        .filter(|column| ids.iter().any(|id| holds(&column.data_type, id)))
        .map(|column| column.name.as_str())
        .collect();
    let all = of.iter().flat_map(|of| who.iter().filter(move |who| *who != of).map(move |who| (*of, *who)));
    all.map(|(of, who)| (of.to_owned(), who.to_owned())).collect()
}

/// Whether a column of a type may hold an id.
pub(in crate::isolation::attack) fn holds(data_type: &str, id: &str) -> bool {
    match data_type {
        "uuid" => id.len() == 36,
        "integer" | "bigint" => id.parse::<i64>().is_ok(),
        other => other == "text" || other.starts_with("character varying"),
    }
}

/// The type of a tenant's id.
fn key_type<'f>(field: &'f Field<'_>) -> Option<&'f str> {
    field.scope.of_tenants().find_map(|relation| match &relation.tenant {
        Some(TenantPath::Root { column } | TenantPath::Column { column }) => {
            let found = relation.columns.iter().find(|it| it.name == *column)?;
            Some(found.data_type.as_str())
        }
        _ => None,
    })
}

/// A row with changes, in the columns that may be written; `None` when a change may not.
fn written(source: &Relation, rights: &Rights, row: &Row, changes: &[(String, String)]) -> Option<String> {
    if changes.iter().any(|(column, _)| !rights.insert_columns.contains(column)) {
        return None;
    }
    let given = rights.insertable(source);
    Some(insert(&source.name, given.map(|it| (it.name.as_str(), changed(source, row, changes, &it.name)))))
}
