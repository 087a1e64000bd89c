//! All checks, in the order in which they are told.

pub(crate) mod archiving;
mod checkpoints;
mod connections;
mod constraints;
mod lock_waits;
mod partitions;
mod replication;
mod sequences;
mod sessions;
mod settings;
pub(super) mod statistics;
pub(super) mod tenancy;
mod tenant_roles;
mod triggers;
mod vacuum;
mod versions;
mod wraparound;

use super::check::Check;

/// What is asked of every database.
pub(super) const CHECKS: &[&Check] = &[
    &connections::CONNECTIONS,
    &wraparound::TRANSACTION_IDS,
    &wraparound::MULTIXACT_IDS,
    &wraparound::HORIZON,
    &wraparound::PREPARED,
    &sessions::LONG,
    &sessions::IDLE,
    &lock_waits::LOCK_WAITS,
    &vacuum::DEAD_ROWS,
    &vacuum::AUTOVACUUM,
    &statistics::STATISTICS,
    &replication::SLOTS,
    &replication::LAG,
    &archiving::ARCHIVING,
    &checkpoints::CHECKPOINTS,
    &sequences::SEQUENCES,
    &constraints::INVALID_INDEXES,
    &constraints::NOT_VALIDATED,
    &partitions::PARTITIONS,
    &triggers::TRIGGERS,
    &versions::EXTENSIONS,
    &versions::COLLATIONS,
    &versions::BINARY,
    &versions::LANGUAGE,
    &settings::PENDING_RESTART,
    &settings::CHECKSUMS,
    &tenancy::ROW_SECURITY,
    &tenancy::INDEXES,
    &tenant_roles::ROLES,
];
