//! Reports as Prometheus reads them (text format 0.0.4).
//!
//! Names follow its conventions: base units, the unit at the end, `_total` for what only rises. No label ever
//! holds the text of a statement; a statement is named by its query id.

mod figures;
mod health;
mod writer;

pub(crate) use figures::{pool_metrics, query_metrics, stats_metrics};
pub(crate) use health::{check_metrics, health_metrics, index_metrics};
pub(crate) use writer::Metrics;
