//! What the caller wants and how patient the run may be.

use std::time::Duration;

use bulkhead_project::{Locks, Order, Version};
use serde::Serialize;

/// Which way the run goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Pending versions are applied.
    Up,
    /// Applied versions are undone.
    Down,
    /// Applied versions are applied once more; the ledger stays as it is.
    Rerun,
}

/// What the run is to reach.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Which way the run goes.
    pub direction: Direction,
    /// Up and rerun: the last version to apply; all by default. Down: the version to keep; version 0 for none.
    /// Down without a version undoes the newest one.
    pub to: Option<Version>,
    /// What happens to a version that arrives late.
    pub order: Order,
}

/// How patient the run may be.
#[derive(Clone, Debug)]
pub struct Options {
    /// `lock_timeout` of each statement.
    pub lock_timeout: Duration,
    /// All waiting for locks and all pauses of one step together.
    pub retry_budget: Duration,
    /// How long to wait for another run to end.
    pub run_lock_wait: Duration,
    /// How long connecting may take.
    pub connect_timeout: Duration,
}

impl Options {
    /// The manifest's lock settings; one minute for another run, and the given time to connect.
    pub fn from_manifest(locks: &Locks, connect_timeout: Duration) -> Options {
        Options {
            lock_timeout: Duration::from_millis(locks.timeout_ms),
            retry_budget: Duration::from_millis(locks.retry_budget_ms),
            run_lock_wait: Duration::from_secs(60),
            connect_timeout,
        }
    }
}
