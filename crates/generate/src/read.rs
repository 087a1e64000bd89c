//! Reads the schema from the catalog: five questions in one snapshot and one round trip.

mod domain;

use std::collections::BTreeMap;

use bulkhead_connect::quote_identifier;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio_postgres::{Client, SimpleQueryMessage};

use crate::GenerateError;
use crate::hints::{self, Hints};
use crate::kind::Kind;
use crate::schema::{BOUNDS, Check, Column, Key, Reference, Schema, Table};

const QUERIES: [&str; 5] = [
    include_str!("queries/types.sql"),
    include_str!("queries/tables.sql"),
    include_str!("queries/checks.sql"),
    include_str!("queries/keys.sql"),
    include_str!("queries/references.sql"),
];

/// A type as the catalog has it.
#[derive(Debug, Deserialize)]
pub(crate) struct TypeRow {
    oid: i64,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) element: Option<i64>,
    pub(crate) base: Option<i64>,
    base_sql: Option<String>,
    pub(crate) modifier: i32,
    not_null: bool,
    pub(crate) labels: Option<Vec<String>>,
    pub(crate) subtype: Option<i64>,
    pub(crate) attributes: Option<Vec<(i64, i32)>>,
    checks: Option<Vec<DomainCheck>>,
}

#[derive(Debug, Deserialize)]
struct DomainCheck {
    name: String,
    expression: String,
    bodies: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct TableRow {
    oid: i64,
    schema: String,
    name: String,
    partitioned: bool,
    leaves: Option<Vec<Option<String>>>,
    columns: Vec<ColumnRow>,
}

#[derive(Debug, Deserialize)]
struct ColumnRow {
    number: i32,
    name: String,
    #[serde(rename = "type")]
    type_oid: i64,
    sql: String,
    modifier: i32,
    not_null: bool,
    default: Option<String>,
    identity: bool,
    generated: bool,
}

#[derive(Debug, Deserialize)]
struct CheckRow {
    table: i64,
    name: String,
    columns: Vec<i32>,
    expression: String,
    bodies: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct KeyRow {
    table: i64,
    name: String,
    columns: Vec<i32>,
    plain: bool,
    primary: bool,
    expressions: String,
    predicate: String,
}

#[derive(Debug, Deserialize)]
struct ReferenceRow {
    name: String,
    child: i64,
    columns: Vec<i32>,
    parent: i64,
    referenced: Vec<i32>,
    full: bool,
    cascades: bool,
}

/// Where a table of the catalog is in the schema, and its columns by their numbers.
struct Place {
    table: usize,
    columns: BTreeMap<i32, usize>,
}

impl Schema {
    /// Reads the schema of the database that the client is connected to, in a transaction of its own.
    pub(crate) async fn read(client: &Client) -> Result<Schema, GenerateError> {
        // With an empty search_path the server qualifies every name that it prints.
        let mut script = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = ''; \
                          SET LOCAL jit = off;\n"
            .to_owned();
        for query in QUERIES {
            script.push_str(query);
            script.push_str(";\n");
        }
        script.push_str("COMMIT");
        let answers = match client.simple_query(&script).await {
            Ok(answers) => answers,
            Err(error) => {
                // The error is the one to tell; a broken connection has no transaction left.
                let _ = client.batch_execute("ROLLBACK").await;
                return Err(GenerateError::of(&error));
            }
        };
        let mut sets: [Vec<String>; QUERIES.len()] = Default::default();
        // BEGIN and two SETs come before the questions; each command ends with a message.
        let mut ended = 0_usize;
        for answer in answers {
            match answer {
                SimpleQueryMessage::Row(row) => {
                    let set = ended.checked_sub(3).and_then(|index| sets.get_mut(index));
                    if let (Some(set), Some(text)) = (set, row.get(0)) {
                        set.push(text.to_owned());
                    }
                }
                SimpleQueryMessage::CommandComplete(_) => ended += 1,
                _ => {}
            }
        }
        let [types, tables, checks, keys, references] = sets;
        let types: Vec<TypeRow> = parse(&types)?;
        let types = types.into_iter().map(|row| (row.oid, row)).collect();
        let mut schema = Schema { tables: Vec::new(), references: Vec::new() };
        let mut places = BTreeMap::new();
        for row in parse::<TableRow>(&tables)? {
            let numbers = row.columns.iter().enumerate().map(|(index, column)| (column.number, index));
            places.insert(row.oid, Place { table: schema.tables.len(), columns: numbers.collect() });
            schema.tables.push(table(&types, row));
        }
        add_checks(&mut schema, &places, parse(&checks)?);
        add_keys(&mut schema, &places, parse(&keys)?);
        add_references(&mut schema, &places, parse(&references)?);
        Ok(schema)
    }
}

fn parse<T: DeserializeOwned>(texts: &[String]) -> Result<Vec<T>, GenerateError> {
    let unreadable = |error: serde_json::Error| GenerateError::Unreadable { reason: error.to_string() };
    texts.iter().map(|text| serde_json::from_str(text).map_err(unreadable)).collect()
}

fn table(types: &BTreeMap<i64, TypeRow>, row: TableRow) -> Table {
    let leaves = row.leaves.unwrap_or_default();
    let takes_rows = !row.partitioned || !leaves.is_empty();
    let mut checks = Vec::new();
    let mut columns = Vec::new();
    for (index, column) in row.columns.into_iter().enumerate() {
        checks.extend(domain::domain_checks(types, &column, index));
        columns.push(self::column(types, column));
    }
    let mut table = Table {
        plain_name: format!("{}.{}", row.schema, row.name),
        name: format!("{}.{}", quote_identifier(&row.schema), quote_identifier(&row.name)),
        own_name: row.name,
        columns,
        checks,
        keys: Vec::new(),
        takes_rows,
    };
    // A row must fall into one of the partitions. A default partition without siblings has no condition.
    if let Some(conditions) = leaves.into_iter().collect::<Option<Vec<String>>>()
        && !conditions.is_empty()
    {
        let expression = conditions.join(" OR ");
        let check = Check {
            name: BOUNDS.to_owned(),
            columns: table.mentioned(&expression),
            hints: Hints::of(&expression),
            expression,
        };
        table.checks.push(check);
    }
    table
}

fn column(types: &BTreeMap<i64, TypeRow>, row: ColumnRow) -> Column {
    let kind = Kind::of(types, row.type_oid, row.modifier);
    let (mut cast, mut nullable) = (row.sql, !row.not_null);
    for domain in domain::domains(types, row.type_oid) {
        nullable &= !domain.not_null;
        cast = domain.base_sql.clone().unwrap_or(cast);
    }
    let element = types.get(&row.type_oid).and_then(|row| row.element);
    let base = element
        .and_then(|element| domain::domains(types, element).last().and_then(|row| row.base_sql.clone()));
    if let Some(base) = base {
        cast = format!("{base}[]");
    }
    let default = row.default.unwrap_or_default();
    Column {
        name: row.name,
        kind,
        cast,
        nullable,
        constant: hints::constant(&default).filter(|_| !row.generated),
        numbered: row.identity || (!row.generated && default.starts_with("nextval(")),
        generated: row.generated.then_some(default),
    }
}

fn all_hints(expression: &str, bodies: Option<&[String]>) -> Hints {
    let mut hints = Hints::of(expression);
    bodies.into_iter().flatten().for_each(|body| {
        // A function body between dollar quotes is read like an expression.
        hints.merge(Hints::of(body));
    });
    hints
}

fn add_checks(schema: &mut Schema, places: &BTreeMap<i64, Place>, rows: Vec<CheckRow>) {
    for row in rows {
        let Some(place) = places.get(&row.table) else { continue };
        let columns = row.columns.iter().filter_map(|number| place.columns.get(number).copied());
        schema.tables[place.table].checks.push(Check {
            columns: columns.collect(),
            hints: all_hints(&row.expression, row.bodies.as_deref()),
            name: row.name,
            expression: row.expression,
        });
    }
}

fn add_keys(schema: &mut Schema, places: &BTreeMap<i64, Place>, rows: Vec<KeyRow>) {
    for row in rows {
        let Some(place) = places.get(&row.table) else { continue };
        let table = &mut schema.tables[place.table];
        let mut columns: Vec<usize> =
            row.columns.iter().filter_map(|number| place.columns.get(number).copied()).collect();
        columns.extend(table.mentioned(&row.expressions));
        let compared = columns.clone();
        columns.extend(table.mentioned(&row.predicate));
        columns.sort_unstable();
        columns.dedup();
        let KeyRow { name, plain, primary, .. } = row;
        table.keys.push(Key { name, columns, compared, plain, primary });
    }
}

fn add_references(schema: &mut Schema, places: &BTreeMap<i64, Place>, rows: Vec<ReferenceRow>) {
    for row in rows {
        let (Some(child), Some(parent)) = (places.get(&row.child), places.get(&row.parent)) else { continue };
        let known = |numbers: &[i32], place: &Place| -> Option<Vec<usize>> {
            numbers.iter().map(|number| place.columns.get(number).copied()).collect()
        };
        let columns = known(&row.columns, child).zip(known(&row.referenced, parent));
        let Some((columns, referenced)) = columns else { continue };
        let (child, parent) = (child.table, parent.table);
        let ReferenceRow { name, full, cascades, .. } = row;
        schema.references.push(Reference { name, child, columns, parent, referenced, full, cascades });
    }
}
