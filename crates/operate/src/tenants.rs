//! How much each tenant has: rows, and room on disk.
//!
//! Tenants with a schema or a database of their own are measured by its files. Those that share tables are
//! counted where a table is small, and estimated from pages drawn at random where it is large; every figure
//! says which, and between what it lies. A table that cannot be read is told with the reason and counts for
//! nothing.

mod amount;
mod apart;
mod ranking;
mod shared;
mod statements;

use bulkhead_project::{Level, Tenancy};
use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use crate::health::{begin, end};
pub use amount::{Amount, Method};
use ranking::ranked;

/// A table that tenants share, and where a row's tenant stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedTable {
    /// The table, qualified and quoted where needed.
    pub name: String,
    /// The foreign keys that lead from a row to the one that names its tenant; none when the row itself does.
    pub way: Vec<Hop>,
    /// The column with the tenant's id at the end of the way, unquoted.
    pub column: String,
}

/// One foreign key on the way to a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Its columns, unquoted.
    pub columns: Vec<String>,
    /// The table that it leads to, qualified and quoted where needed.
    pub parent: String,
    /// The columns there, in the same order.
    pub referenced: Vec<String>,
}

/// What is wanted.
#[derive(Clone, Debug, Default)]
pub struct TenantQuestion {
    /// Only this tenant, with its tables.
    pub tenant: Option<String>,
    /// At most so many tenants, the largest first.
    pub limit: usize,
    /// Whether to read no rows at all and to say only what the planner knows.
    pub planner_only: bool,
}

/// How much each tenant has.
#[derive(Clone, Debug, Serialize)]
pub struct TenantFigures {
    /// How tenants are kept apart: `row`, `schema` or `database`.
    pub level: &'static str,
    /// How many tenants were seen; those too small for a sample are not among them.
    pub seen: u64,
    /// The tenants, the largest first.
    pub tenants: Vec<TenantSize>,
    /// The tables that they share, the largest first.
    pub tables: Vec<SharedTableSize>,
    /// What could not be read, and why.
    pub skipped: Vec<SkippedPart>,
    /// How the figures are to be read.
    pub notes: Vec<&'static str>,
}

/// How much one tenant has.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TenantSize {
    /// The tenant as the manifest or the tenant's column names it; `None` for rows of no tenant.
    pub tenant: Option<String>,
    /// Rows; `None` where nobody counts them.
    pub rows: Option<Amount>,
    /// Room on disk, in bytes, with indexes.
    pub bytes: Amount,
    /// The share of the room of all tenants, in percent.
    pub percent: f64,
    /// Its part of each table, the largest first; only for a tenant that was asked for.
    pub tables: Vec<TenantPart>,
}

/// What a tenant has in one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TenantPart {
    /// The table.
    pub table: String,
    /// Rows.
    pub rows: Amount,
    /// Room on disk, in bytes, with indexes.
    pub bytes: Amount,
}

/// How large a shared table is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SharedTableSize {
    /// The table.
    pub table: String,
    /// Rows of all tenants.
    pub rows: Amount,
    /// Size on disk with indexes, in bytes.
    pub bytes: u64,
    /// How many tenants have rows in it, as far as seen.
    pub tenants: u64,
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkippedPart {
    /// The table, schema or database; the section of the manifest when it says too little.
    pub what: String,
    /// Why.
    pub reason: String,
}

/// Measures the tenants in one read-only transaction. `shared` are the tables whose rows belong to tenants;
/// only looked at where tenants are kept apart by row.
pub async fn tenant_figures(
    client: &Client,
    tenancy: &Tenancy,
    shared: &[SharedTable],
    question: &TenantQuestion,
) -> Result<TenantFigures, OperateError> {
    begin(client).await?;
    let figures = match tenancy.level {
        Level::Row => shared::measure(client, shared, question).await.map(|read| ranked(read, question)),
        Level::Schema => apart::schemas(client, &tenancy.context.schemas, question).await,
        Level::Database => apart::databases(client, &tenancy.context.databases, question).await,
    };
    end(client).await;
    figures
}
