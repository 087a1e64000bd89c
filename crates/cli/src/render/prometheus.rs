//! Reports as Prometheus reads them (text format 0.0.4).
//!
//! Names follow its conventions: base units, the unit at the end, `_total` for what only rises. No label ever
//! holds the text of a statement, which is named by its query id, or the values of a row; and how many there are does
//! not grow with the rows.

mod backup;
mod data;
mod figures;
mod health;
mod upkeep;
mod writer;

pub(crate) use backup::{backup_metrics, drill_metrics};
pub(crate) use data::{scale_metrics, validate_metrics};
pub(crate) use figures::{pool_metrics, query_metrics, stats_metrics};
pub(crate) use health::{check_metrics, health_metrics, index_metrics};
pub(crate) use upkeep::{partition_metrics, retention_metrics};
pub(crate) use writer::Metrics;
