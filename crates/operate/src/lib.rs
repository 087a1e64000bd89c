//! What is done with a database from day to day: seeds, clean-up, data checks, figures, health, indexes.
//!
//! Each function works on an open session, decides nothing about looks and returns a report.

mod backup;
mod blocking;
mod calendar;
mod counted;
mod declared;
mod dump;
mod environment;
mod error;
mod growth;
mod health;
mod indexes;
mod load;
mod obstacle;
mod partitions;
mod patience;
mod pool;
mod queries;
mod record;
mod relation;
mod retention;
mod scale;
mod script;
mod seed;
mod stats;
mod tenants;
mod validate;

pub use backup::{
    Archive, Backup, BackupCheckReport, BackupKind, BackupSurroundings, Drill, DrillFinding, DrillOptions,
    DrillReport, DrillTableRows, DrillTarget, Inventory, KeptCopy, backup_check, backup_drill,
};
pub use blocking::{Blocker, Gate};
pub use bulkhead_generate::{GenerateError, Scale, ScaleProgress, ScaleReport, ScaledTable};
pub use declared::declared_indexes;
pub use dump::dump;
pub use environment::{PRODUCTION, environment_of, mark_environment};
pub use error::{OperateError, ScriptFailure};
pub use growth::{EarlierReport, Grown, Growth, earlier, growth};
pub use health::{Fix, HealthCheck, HealthCheckReport, Level, health_check};
pub use indexes::{IndexFinding, IndexFindingKind, IndexReport, SkippedAnalysis, analyze_indexes};
pub use load::{Attribution, LoadQuestion, Source, TenantLoad, TenantShare, tenant_load};
pub use obstacle::Obstacle;
pub use partitions::{
    NewPartition, Partition, PartitionState, PartitionedTable, PartitionsReport, Stretch, keep_partitions,
    partitions,
};
pub use patience::Workplace;
pub use pool::{Holder, PoolReport, pool};
pub use queries::{IndexIdea, QueriesReport, Query, QueryOrder, QueryPlan, QueryQuestion, queries};
pub use record::record;
pub use retention::{
    Action, ChildRows, Counted, RetentionLimits, RetentionReport, RetentionResult, TenantRows,
    apply_retention, retention,
};
pub use scale::{ScaleSeedReport, seed_scale};
pub use seed::{CleanReport, SeedOutcome, SeedReport, TableRows, clean, seed};
pub use stats::{FigureValue, StatsReport, TableSize, stats};
pub use tenants::{
    Amount, Hop, Method, SharedTable, SharedTableSize, SkippedPart, TenantFigures, TenantPart,
    TenantQuestion, TenantSize, tenant_figures,
};
pub use validate::{Check, ValidateReport, validate};
