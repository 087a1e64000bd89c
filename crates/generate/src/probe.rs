//! A few rows for made-up tenants in every table.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::{quote_identifier, quote_literal};
use serde::Serialize;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::GenerateError;
use crate::chance::Chance;
use crate::fill::{Filled, Filler};
use crate::judge::Row;
use crate::plan::{Lessons, Plan, Size, SlotId, There, plan};
use crate::schema::{Schema, Table};
use crate::solve::Failure;
use crate::tenancy::{Owner, Ownership, Tenancy, TenantOf};
use crate::verify::broken_references;

/// What was made.
#[derive(Clone, Debug, Serialize)]
pub struct Probe {
    /// The id of each tenant.
    pub tenants: Vec<String>,
    /// With a table of memberships, a user of each tenant who is a member of that tenant only.
    pub users: Vec<String>,
    /// Every table, by name.
    pub tables: Vec<ProbedTable>,
}

/// A table and its rows.
#[derive(Clone, Debug, Serialize)]
pub struct ProbedTable {
    /// Qualified and quoted.
    pub table: String,
    /// How the tenant of a row is reached.
    pub tenant_of: TenantOf,
    /// Whether the rows were there before; a common table that has rows gets no others.
    pub existing: bool,
    /// The rows.
    pub rows: Vec<ProbedRow>,
    /// Why a tenant, or a common table, has no row at all.
    pub skipped: Option<String>,
    /// Why there are fewer rows than were asked for.
    pub fewer: Option<String>,
}

/// A row as the server stored it.
#[derive(Clone, Debug, Serialize)]
pub struct ProbedRow {
    /// The number of the tenant, from 0; none in a common table.
    pub tenant: Option<usize>,
    /// Each column with its value as text.
    pub values: Vec<(String, Option<String>)>,
}

/// Plans that are tried with other rows to point to, before rows are given up at once.
const PATIENT_ROUNDS: usize = 12;

/// Makes rows for so many tenants in every table, all in one transaction.
///
/// The database should be a scratch database: triggers stay silent meanwhile, and sequences are not advanced.
/// Takes a superuser. A table that cannot be filled does not keep the others from it; the report says why.
pub async fn probe(
    client: &Client,
    tenancy: &Tenancy<'_>,
    tenants: usize,
    rows_per_table: usize,
    seed: u64,
) -> Result<Probe, GenerateError> {
    let schema = Schema::read(client).await?;
    let ownership = Ownership::of(&schema, tenancy)?;
    let has_tenants = tenancy.root.is_some() || tenancy.key.is_some();
    let size = Size { tenants: if has_tenants { tenants } else { 0 }, rows: rows_per_table };
    let own = |error: tokio_postgres::Error| GenerateError::of(&error);
    let begin = "BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL jit = off; \
                 SET LOCAL standard_conforming_strings = on";
    let made = match client.batch_execute(begin).await {
        Ok(()) => make(client, &schema, &ownership, (size, tenancy.tenants), seed).await,
        Err(error) => Err(own(error)),
    };
    let end = if made.is_ok() { "COMMIT" } else { "ROLLBACK" };
    let ended = client.batch_execute(end).await.map_err(own);
    let made = made?;
    ended.map(|()| made)
}

/// The ids of tenants that have a row already, so many at most.
pub async fn tenants(
    client: &Client,
    tenancy: &Tenancy<'_>,
    most: usize,
) -> Result<Vec<String>, GenerateError> {
    let schema = Schema::read(client).await?;
    let ownership = Ownership::of(&schema, tenancy)?;
    let root = ownership.owners.iter().enumerate().find_map(|(table, owner)| match owner {
        Owner::Root(column) => Some((&schema.tables[table], *column)),
        _ => None,
    });
    let Some((table, column)) = root else { return Ok(Vec::new()) };
    let id = quote_identifier(&table.columns[column].name);
    let sql = format!("SELECT {id} FROM {} ORDER BY 1 LIMIT {most}", table.name);
    bulkhead_connect::answer(client, &sql).await.map_err(|error| GenerateError::of(&error))
}

async fn make(
    client: &Client,
    schema: &Schema,
    ownership: &Ownership,
    (size, tenants): (Size, &[String]),
    seed: u64,
) -> Result<Probe, GenerateError> {
    let there = read_there(client, schema, ownership, size, tenants).await?;
    let behind = count(client, schema, ownership).await?;
    // The same seed makes other rows the next time that it is used in a database.
    let chance = Chance::new(seed).fork("probe", u64::try_from(behind).unwrap_or(u64::MAX));
    let own = |error: tokio_postgres::Error| GenerateError::of(&error);
    // A foreign key that was added without looking at old rows may be broken by them.
    let broken_before = broken_references(client, schema).await?;
    let mut lessons = Lessons::default();
    let mut round = 0;
    loop {
        let mut plan = plan(schema, ownership, &there, size, &mut lessons);
        client.batch_execute("SAVEPOINT bulkhead_plan").await.map_err(own)?;
        let again = &lessons.again;
        let rows_per_tenant = size.rows;
        let filler = Filler { client, schema, ownership, chance, rows_per_tenant, behind, again };
        let filled = filler.fill(&mut plan).await?;
        if filled.failures.is_empty() {
            let mut broken = broken_references(client, schema).await?;
            broken.retain(|reference| !broken_before.contains(reference));
            if !broken.is_empty() {
                return Err(GenerateError::Dangling(broken));
            }
            return report(schema, ownership, size, &plan, &filled, &there, &lessons);
        }
        learn(schema, ownership, &plan, &filled, &mut lessons, round >= PATIENT_ROUNDS);
        client.batch_execute("ROLLBACK TO SAVEPOINT bulkhead_plan").await.map_err(own)?;
        round += 1;
    }
}

/// Rows of common tables that are there already, as many as may be pointed to, and those of the tenants named.
async fn read_there(
    client: &Client,
    schema: &Schema,
    ownership: &Ownership,
    size: Size,
    tenants: &[String],
) -> Result<There, GenerateError> {
    let mut there = There { rows: BTreeMap::new(), tenants: tenants.to_vec() };
    let row = |row: &SimpleQueryRow| -> Row {
        (0..row.len()).map(|column| row.get(column).map(str::to_owned)).collect()
    };
    // Tenants with a row come before those without.
    let mut known = Vec::new();
    let limit = size.rows.max(1) * size.tenants.max(1);
    for (place, table) in schema.tables.iter().enumerate() {
        if let (Owner::Root(column), false) = (&ownership.owners[place], tenants.is_empty()) {
            let column = quote_identifier(&table.columns[*column].name);
            for tenant in tenants {
                let id = quote_literal(tenant);
                let sql = format!("SELECT * FROM {} WHERE {column}::text = {id} LIMIT 1", table.name);
                let found = bulkhead_connect::rows(client, &sql).await;
                let found = found.map_err(|error| GenerateError::of(&error))?;
                known.push((tenant.clone(), found.first().map(row).unwrap_or_default()));
            }
            known.sort_by_key(|(_, row)| row.is_empty());
            known.truncate(size.tenants);
            there.tenants = known.iter().map(|(tenant, _)| tenant.clone()).collect();
            there.rows.insert(place, known.drain(..).map(|(_, row)| row).collect());
        }
        if ownership.is_tenants(place) || table.columns.is_empty() {
            continue;
        }
        let sql = format!("SELECT * FROM {} ORDER BY tableoid, ctid LIMIT {limit}", table.name);
        let found = bulkhead_connect::rows(client, &sql).await.map_err(|error| GenerateError::of(&error))?;
        if !found.is_empty() {
            there.rows.insert(place, found.iter().map(row).collect());
        }
    }
    Ok(there)
}

/// How many rows tenants have, up to some thousands in each table.
async fn count(client: &Client, schema: &Schema, ownership: &Ownership) -> Result<usize, GenerateError> {
    let tables = schema.tables.iter().enumerate().filter(|(place, _)| ownership.is_tenants(*place));
    let counts: Vec<String> = tables
        .map(|(_, table)| format!("(SELECT count(*) FROM (SELECT FROM {} LIMIT 100000) AS r)", table.name))
        .collect();
    if counts.is_empty() {
        return Ok(0);
    }
    let sql = format!("SELECT {}", counts.join(" + "));
    let answer = bulkhead_connect::answer(client, &sql).await.map_err(|error| GenerateError::of(&error))?;
    Ok(answer.first().and_then(|count| count.parse().ok()).unwrap_or(0))
}

/// Takes from each failure where not to point to next time, or that the row cannot be.
fn learn(
    schema: &Schema,
    ownership: &Ownership,
    plan: &Plan,
    filled: &Filled,
    lessons: &mut Lessons,
    impatient: bool,
) {
    for (&index, failure) in &filled.failures {
        let slot = &plan.slots[index];
        // The first reason is the true one: what follows comes from ways around it.
        let reason = lessons.reasons.entry(slot.id).or_insert_with(|| failure.reason.clone()).clone();
        if failure.taken && !impatient && refresh(schema, ownership, plan, (index, failure), lessons) {
            continue;
        }
        let blamed = slot.links.iter().rev().find(|(reference, _)| {
            schema.references[*reference].columns.iter().any(|column| failure.columns.contains(column))
        });
        match blamed {
            Some((reference, parent)) if !impatient => {
                lessons.avoid.insert((slot.id, *reference, plan.slots[*parent].id));
            }
            _ => {
                lessons.without.insert(slot.id, reason);
            }
        }
    }
}

/// Asks for other values next time, where that was not done before. Values that another table chose first
/// were not changed while the row was made.
fn refresh(
    schema: &Schema,
    ownership: &Ownership,
    plan: &Plan,
    (slot, failure): (usize, &Failure),
    lessons: &mut Lessons,
) -> bool {
    let mut refreshed = false;
    for column in &failure.columns {
        let (source, origin) = plan.source(schema, ownership, plan.slots[slot].first + column);
        let source = &plan.slots[source];
        if !source.exists && !lessons.again.contains_key(&(source.id, origin)) {
            lessons.again.insert((source.id, origin), 1);
            refreshed = true;
        }
    }
    refreshed
}

fn report(
    schema: &Schema,
    ownership: &Ownership,
    size: Size,
    plan: &Plan,
    filled: &Filled,
    there: &There,
    lessons: &Lessons,
) -> Result<Probe, GenerateError> {
    let mut tables = Vec::new();
    for (place, table) in schema.tables.iter().enumerate() {
        let existing = there.rows.get(&place);
        let known = plan.of_table[place].iter().filter_map(|slot| {
            let id = plan.slots[*slot].id;
            let before = || existing?.get(id.tenant.unwrap_or(id.number)).filter(|row| !row.is_empty());
            Some(named(table, id.tenant, filled.rows.get(slot).or_else(before)?))
        });
        let rows: Vec<ProbedRow> = known.collect();
        let wanted: BTreeSet<Option<usize>> = match ownership.is_tenants(place) {
            true => (0..size.tenants).map(Some).collect(),
            false => BTreeSet::from([None]),
        };
        let is_empty = wanted.iter().any(|tenant| !rows.iter().any(|row| row.tenant == *tenant));
        let first = SlotId { table: place, tenant: None, number: 0 };
        let reason = lessons.without.range(first..).find(|(id, _)| id.table == place);
        let reason = reason.map(|(_, reason)| reason.clone());
        let unknown = || "no row was asked for".to_owned();
        tables.push(ProbedTable {
            table: table.name.clone(),
            tenant_of: ownership.tenant_of(schema, place),
            existing: existing.is_some_and(|rows| rows.iter().any(|row| !row.is_empty())),
            skipped: is_empty.then(|| reason.clone().unwrap_or_else(unknown)),
            fewer: if is_empty { None } else { reason },
            rows,
        });
    }
    let tenant = |tenant: usize| {
        let id = plan.classes.known(Plan::tenant_cell(tenant));
        id.map(str::to_owned).ok_or_else(|| no_tenant(lessons))
    };
    let tenants = (0..size.tenants).map(tenant).collect::<Result<Vec<_>, _>>()?;
    let users = users(ownership, size, plan);
    Ok(Probe { tenants, users, tables })
}

fn no_tenant(lessons: &Lessons) -> GenerateError {
    let reason = lessons.without.values().next().cloned();
    GenerateError::NoTenant { reason: reason.unwrap_or_else(|| "no table has tenants' rows".to_owned()) }
}

/// The user of each tenant's first membership.
fn users(ownership: &Ownership, size: Size, plan: &Plan) -> Vec<String> {
    let Some((table, column)) = ownership.membership else { return Vec::new() };
    let user = |tenant: usize| {
        let mut slots = plan.of_table[table].iter().map(|slot| &plan.slots[*slot]);
        let slot = slots.find(|slot| slot.id.tenant == Some(tenant))?;
        plan.classes.known(slot.first + column).map(str::to_owned)
    };
    (0..size.tenants).filter_map(user).collect()
}

fn named(table: &Table, tenant: Option<usize>, row: &Row) -> ProbedRow {
    let names = table.columns.iter().map(|column| column.name.clone());
    ProbedRow { tenant, values: names.zip(row.iter().cloned()).collect() }
}
