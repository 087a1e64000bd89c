//! Made-up but valid rows for any schema, straight from its catalog.
//!
//! [`probe`] fills every table of a scratch database with a few rows for each of some made-up tenants. Four
//! steps, each on its own: the catalog is read into plain data; a plan says which rows there will be and
//! which row each foreign key points to; values are made for one column at a time; rows are put together from
//! them and inserted. The plan and the values know nothing of the server. Where a condition decides whether a
//! row is valid, the server evaluates it.
//!
//! All choices follow from a seed number, so that the same schema gets the same rows again.

mod attempt;
mod chance;
mod classes;
mod error;
mod fill;
mod generated;
mod hints;
mod judge;
mod kind;
mod pattern;
mod plan;
mod probe;
mod read;
mod scale;
mod schema;
mod solve;
mod tenancy;
mod value;
mod verify;

pub use error::GenerateError;
pub use probe::{Probe, ProbedRow, ProbedTable, probe, tenants};
pub use scale::{Scale, ScaleProgress, ScaleReport, ScaledTable, scale};
pub use tenancy::{Membership, Tenancy, TenantOf};
