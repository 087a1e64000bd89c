//! Tenants that number and name their things alike, as those have who know nothing of each other; and rows of A's that
//! say what a text looks for in others.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::quote_identifier;

use super::conditions::{Conditions, Part, Wanted};
use super::made::{Maker, assigned};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::values::value;
use crate::isolation::attack::worlds::lists::is_list;
use crate::isolation::attack::worlds::second::names_person;
use crate::isolation::scope::{Column, Relation, is_named};

/// By how much B's numbers differ from all others.
const BEYOND: u32 = 31_337;

/// What makes the tenants alike.
#[derive(Default)]
pub(super) struct Alike {
    pub sql: String,
    /// What is done once the rows hold what is asked.
    pub last: String,
    pub words: Vec<String>,
}

/// A column of one of the tables.
type Place = (usize, String);

/// What a column is to the constraints of its table.
#[derive(PartialEq, Eq)]
pub(super) enum Role {
    /// In none.
    Plain,
    /// In one that each tenant has for itself, or in a reference to what is common to all.
    Local,
    /// In one that holds for all tenants.
    Global,
    /// In a reference to rows of one tenant.
    Theirs,
}

impl Alike {
    pub(super) fn of(
        maker: &Maker<'_>,
        conditions: &Conditions,
        wanted: &BTreeMap<Place, Vec<(String, bool)>>,
    ) -> Alike {
        let mut alike = Alike::default();
        let is_free = |place: usize, column: &Column| !wanted.contains_key(&(place, column.name.clone()));
        for (place, relation) in maker.tables.iter().enumerate() {
            let local = |column: &&Column| {
                is_free(place, column)
                    && !column.generated
                    && column.data_type != "uuid"
                    && !path_columns(relation).contains(&column.name.as_str())
                    && role(maker, relation, column) == Role::Local
            };
            let columns: Vec<String> =
                relation.columns.iter().filter(local).map(|it| it.name.clone()).collect();
            alike.sql.push_str(&mirrored(maker, relation, &columns).unwrap_or_default());
        }
        if !alike.sql.is_empty() {
            alike.words.push("A and B call their things alike".to_owned());
        }
        let mut set: BTreeMap<usize, BTreeMap<String, (String, bool)>> = BTreeMap::new();
        for class in classes(maker, conditions) {
            let Some((shared, is_theirs)) = shared(maker, &class) else { continue };
            for (place, name) in &class {
                let relation = maker.tables[*place];
                let Some(column) = relation.columns.iter().find(|it| it.name == *name) else { continue };
                let is_plain = role(maker, relation, column) == Role::Plain && is_free(*place, column);
                if is_plain && (!is_theirs || may_write(maker, relation, name)) {
                    set.entry(*place).or_default().insert(name.clone(), (shared.clone(), is_theirs));
                }
            }
        }
        for (name, wanted) in &conditions.wanted {
            let Wanted::Made(parts) = wanted else { continue };
            let Some(text) = made(maker, conditions, parts) else { continue };
            for (place, column) in maker.meant(conditions, name) {
                if role(maker, maker.tables[place], column) == Role::Plain
                    && family(&column.data_type) == "text"
                {
                    set.entry(place).or_default().insert(column.name.clone(), (text.clone(), false));
                }
            }
        }
        for (place, columns) in &set {
            alike.assign(maker, maker.tables[*place], columns);
        }
        // Rows that are there already must not be in the way of those that a text inserts.
        for relation in maker.tables.iter().filter(|it| conditions.inserted.contains(&it.table)) {
            let [a, b] = &maker.field.probe.tenants;
            if let (false, Some((of_a, of_b))) =
                (alike.sql.is_empty(), maker.of(relation, a).zip(maker.of(relation, b)))
            {
                alike.last.push_str(&format!("DELETE FROM {} AS t WHERE {of_a} OR {of_b};\n", relation.name));
            }
        }
        for (place, relation) in maker.tables.iter().enumerate() {
            let taken = set.get(&place);
            let counts = |column: &&Column| {
                matches!(family(&column.data_type), "number" | "decimal")
                    && is_free(place, column)
                    && !column.generated
                    && !taken.is_some_and(|taken| taken.contains_key(&column.name))
                    && !path_columns(relation).contains(&column.name.as_str())
                    && role(maker, relation, column) == Role::Plain
            };
            let beyond: Vec<(String, String)> = relation
                .columns
                .iter()
                .filter(counts)
                .map(|it| quote_identifier(&it.name))
                .map(|name| (name.clone(), format!("t.{name} + {BEYOND}")))
                .collect();
            let of_b = maker.of(relation, &maker.field.probe.tenants[1]);
            // By themselves they are no other state.
            if let (false, false, Some(of_b)) = (alike.sql.is_empty(), beyond.is_empty(), of_b) {
                alike.last.push_str(&assigned(relation, &beyond, &[&of_b]));
            }
        }
        alike
    }

    fn assign(&mut self, maker: &Maker<'_>, relation: &Relation, columns: &BTreeMap<String, (String, bool)>) {
        let [a, b] = &maker.field.probe.tenants;
        let Some((of_a, of_b)) = maker.of(relation, a).zip(maker.of(relation, b)) else { return };
        for theirs in [false, true] {
            let set: Vec<(String, String)> = columns
                .iter()
                .filter(|(_, (_, is_theirs))| *is_theirs == theirs)
                .map(|(name, (value, _))| (quote_identifier(name), value.clone()))
                .collect();
            if set.is_empty() {
                continue;
            }
            let owners: &[&String] = if theirs { &[&of_a] } else { &[&of_a, &of_b] };
            self.sql.push_str(&assigned(relation, &set, owners));
            let whose = if theirs { "A's rows of " } else { "" };
            self.words.extend(
                set.iter().map(|(name, value)| format!("{whose}{}.{name} is {value}", relation.name)),
            );
        }
    }
}

pub(super) fn role(maker: &Maker<'_>, relation: &Relation, column: &Column) -> Role {
    let path = path_columns(relation);
    let with_tenant = |it: &Constraint| it.columns.iter().any(|name| path.contains(&name.as_str()));
    let is_common =
        |it: &Constraint| maker.field.scope.relation(it.parent).is_none_or(|it| it.tenant.is_none());
    let of_column = |it: &&Constraint| it.relation == relation.oid && it.columns.contains(&column.name);
    let here: Vec<&Constraint> = maker.constraints.iter().filter(of_column).collect();
    if names_who(maker, relation, column) {
        return Role::Theirs;
    }
    if here.iter().any(|it| it.is_reference && !with_tenant(it) && !is_common(it)) {
        Role::Theirs
    } else if here.iter().any(|it| !it.is_reference && !with_tenant(it)) {
        Role::Global
    } else if here.is_empty() {
        Role::Plain
    } else {
        Role::Local
    }
}

/// Whether B may have what A's row says in a column: no number of all tenants' rows, and none of a row of A's.
pub(super) fn may_be_alike(maker: &Maker<'_>, relation: &Relation, column: &str) -> bool {
    let column = relation.columns.iter().find(|it| it.name == column);
    column.is_some_and(|it| {
        it.data_type != "uuid" && matches!(role(maker, relation, it), Role::Plain | Role::Local)
    })
}

/// Whether a column says who somebody is: were B's rows to say there what A's do, they would be A's with good reason.
fn names_who(maker: &Maker<'_>, relation: &Relation, column: &Column) -> bool {
    let context = &maker.field.scope.tenancy.context;
    let is_member =
        context.membership.as_ref().is_some_and(|it| is_named(relation, &it.table) && it.user == column.name);
    let own = maker.field.arena.contexts.id(0);
    let place = relation.columns.iter().position(|it| it.name == column.name);
    let holds_own = maker.field.ground.rows.get(&relation.oid).is_some_and(|rows| {
        let mut values = rows.samples_a.iter().filter_map(|row| row.get(place?)?.as_deref());
        values.any(|value| value == own)
    });
    is_member || names_person(&column.name) || holds_own && context.membership.is_some()
}

/// SQL by which each row of B gets the names and numbers of a row of A; if that is forbidden, the first does.
fn mirrored(maker: &Maker<'_>, relation: &Relation, columns: &[String]) -> Option<String> {
    let [a, b] = &maker.field.probe.tenants;
    let (of_a, of_b) = maker.of(relation, a).zip(maker.of(relation, b))?;
    if columns.is_empty() {
        return None;
    }
    let table = &relation.name;
    let names: Vec<String> = columns.iter().map(|name| quote_identifier(name)).collect();
    let set: Vec<String> = names.iter().map(|name| format!("{name} = m.{name}")).collect();
    let read: Vec<String> = names.iter().map(|name| format!("t.{name}")).collect();
    let update = |also: &str| {
        format!(
            "UPDATE {table} AS t SET {} FROM (\n\
             SELECT {}, row_number() OVER (ORDER BY t.tableoid, t.ctid) AS bulkhead_n FROM {table} AS t WHERE {of_a}\n\
             ) AS m JOIN (\n\
             SELECT t.tableoid AS bulkhead_o, t.ctid AS bulkhead_c,\n\
             row_number() OVER (ORDER BY t.tableoid, t.ctid) AS bulkhead_n FROM {table} AS t WHERE {of_b}\n\
             ) AS b USING (bulkhead_n)\n\
             WHERE t.tableoid = b.bulkhead_o AND t.ctid = b.bulkhead_c{also}",
            set.join(", "),
            read.join(", ")
        )
    };
    Some(format!(
        "DO $state$ BEGIN\n{};\nEXCEPTION WHEN others THEN BEGIN\n{};\n\
         EXCEPTION WHEN others THEN NULL; END; END $state$;\n",
        update(""),
        update(" AND bulkhead_n = 1")
    ))
}

/// Columns that have to hold the same: those that are compared with each other, and those of one name that are compared
/// with something else.
fn classes(maker: &Maker<'_>, conditions: &Conditions) -> Vec<BTreeSet<Place>> {
    let meant = |name| -> BTreeSet<Place> {
        let found = maker.meant(conditions, name).into_iter();
        found
            .filter(|(_, column)| is_common(column))
            .map(|(place, column)| (place, column.name.clone()))
            .collect()
    };
    let mut classes: Vec<BTreeSet<Place>> =
        conditions.pairs.iter().map(|(one, other)| &meant(one) | &meant(other)).collect();
    let mut by_name: BTreeMap<&str, BTreeSet<Place>> = BTreeMap::new();
    for name in &conditions.compared {
        by_name.entry(&name.column).or_default().extend(meant(name));
    }
    classes.extend(by_name.into_values());
    let mut joined: Vec<BTreeSet<Place>> = Vec::new();
    for mut class in classes {
        joined.retain(|known| {
            let is_apart = known.is_disjoint(&class);
            if !is_apart {
                class.extend(known.iter().cloned());
            }
            is_apart
        });
        joined.push(class);
    }
    joined
}

/// Whether rows of several tenants may well hold the same in a column: a name, a number, a day, one of a few words.
fn is_common(column: &Column) -> bool {
    let is_id = matches!(family(&column.data_type), "uuid" | "bytea");
    !is_id && !is_list(&column.data_type) && !names_person(&column.name)
}

/// What the columns of a class hold, and whether it is something of B's that A has to say.
fn shared(maker: &Maker<'_>, class: &BTreeSet<Place>) -> Option<(String, bool)> {
    let of = |wanted: Role| {
        class.iter().find_map(|(place, name)| {
            let relation = maker.tables[*place];
            let column = relation.columns.iter().find(|it| it.name == *name)?;
            (role(maker, relation, column) == wanted).then_some((relation, name))
        })
    };
    let rows = |relation: &Relation| maker.field.ground.rows.get(&relation.oid);
    if let Some((relation, name)) = of(Role::Global) {
        let theirs = value(relation, rows(relation)?.samples_b.first()?, name);
        return (theirs != "NULL").then_some((theirs, true));
    }
    let (relation, name) = of(Role::Local).or_else(|| of(Role::Plain))?;
    let own = value(relation, rows(relation)?.samples_a.first()?, name);
    (own != "NULL").then_some((own, false))
}

/// A text with what rows of A hold in its columns.
fn made(maker: &Maker<'_>, conditions: &Conditions, parts: &[Part]) -> Option<String> {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(it) => text.push_str(&it.replace('%', "")),
            Part::Column(name) => {
                let (place, column) = maker.meant(conditions, name).into_iter().next()?;
                let relation = maker.tables[place];
                let row = maker.field.ground.rows.get(&relation.oid)?.samples_a.first()?;
                let at = relation.columns.iter().position(|it| it.name == column.name)?;
                text.push_str(row.get(at)?.as_deref()?);
            }
        }
    }
    let has_column = parts.iter().any(|part| matches!(part, Part::Column(_)));
    has_column.then(|| bulkhead_connect::quote_literal(&text))
}

fn may_write(maker: &Maker<'_>, relation: &Relation, column: &str) -> bool {
    let rights = maker.field.ground.rights.get(&(maker.place, relation.oid));
    rights.is_some_and(|it| it.insert_columns.contains(column) || it.update_columns.contains(column))
}
