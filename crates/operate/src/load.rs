//! Which tenant keeps the database busy, and whom it keeps waiting.
//!
//! The sessions are looked at several times a second, and each is attributed to a tenant by what can be seen
//! from outside: its role, a comment in its statement, or its application name. A session that says none of
//! it counts as unknown, and the report says how large that part is. What a tenant's setting is inside a
//! session is not visible to others.

mod attribution;
mod shares;

use std::time::{Duration, Instant};

use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use crate::health::Row;
pub use attribution::{Attribution, Source};
use shares::{Seen, Snapshot};

/// How long, how often and how much.
#[derive(Clone, Copy, Debug)]
pub struct LoadQuestion {
    /// For how long to look.
    pub window: Duration,
    /// How often a second.
    pub hertz: f64,
    /// At most so many tenants, the busiest first.
    pub limit: usize,
}

/// What the tenants did in a window of time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TenantLoad {
    /// For how long it was looked, in seconds.
    pub seconds: f64,
    /// How often it was looked.
    pub samples: u64,
    /// How many sessions were at work on average; those that wait for a lock are not.
    pub active_sessions: f64,
    /// The part of them that cannot be attributed to a tenant, in percent.
    pub unknown_percent: f64,
    /// How many tenants had a session, idle ones included.
    pub seen: u64,
    /// What each of them would have if all had the same, in percent.
    pub fair_percent: f64,
    /// From which share on a tenant is noisy, in percent: four times the fair share, at least 25.
    pub noisy_percent: f64,
    /// For how long sessions waited for locks of other tenants, in seconds, all together.
    pub blocked_seconds: f64,
    /// The tenants, the noisy ones first, then the busiest.
    pub tenants: Vec<TenantShare>,
    /// What could not be seen, and what would help.
    pub notes: Vec<String>,
}

/// What one tenant did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TenantShare {
    /// The tenant; `None` for all that cannot be attributed.
    pub tenant: Option<String>,
    /// By what its sessions are attributed.
    pub sources: Vec<Source>,
    /// How many sessions were at work on average.
    pub sessions: f64,
    /// The share of all sessions at work, in percent.
    pub percent: f64,
    /// How far the sample may be off, in points of the percentage, in 95 of 100 cases.
    pub percent_error: f64,
    /// For how long its sessions waited for locks, in seconds.
    pub waited_seconds: f64,
    /// For how long sessions of others waited for locks that it held, in seconds.
    pub blocked_seconds: f64,
    /// The share of all such waiting, in percent.
    pub blocked_percent: f64,
    /// How many sessions of others waited for it at once, at most.
    pub waiters: u64,
    /// Why it is a noisy neighbour; empty when it is none.
    pub noisy: Vec<String>,
}

/// Looks for a while. Costs the server one short query each time.
pub async fn tenant_load(
    client: &Client,
    attribution: &Attribution,
    question: LoadQuestion,
) -> Result<TenantLoad, OperateError> {
    let began = Instant::now();
    let mut snapshots: Vec<Snapshot> = Vec::new();
    let mut blind = false;
    loop {
        let rows = bulkhead_connect::rows(client, include_str!("load/sessions.sql")).await;
        let rows: Vec<Row> = rows.map_err(|error| OperateError::of(&error))?.iter().map(Row::from).collect();
        let at = began.elapsed();
        blind |= rows.iter().any(|row| row.some(3).is_none());
        let sessions = rows.iter().map(|row| seen(row, attribution)).collect();
        snapshots.push(Snapshot { at: at.as_secs_f64(), sessions });
        let wait = pause(snapshots.len(), question.hertz);
        if at + wait > question.window {
            break;
        }
        tokio::time::sleep(wait).await;
    }
    Ok(shares::load(&snapshots, blind, question.limit))
}

/// How long to wait before the next look. Never twice the same, so that work which comes in a rhythm is not
/// always met or missed; between half and one and a half of the interval, evenly spread by the golden ratio.
fn pause(looks: usize, hertz: f64) -> Duration {
    let phase = (looks as f64 * 0.618_033_988_749_895).fract();
    Duration::from_secs_f64((0.5 + phase) / hertz.max(0.1))
}

fn seen(row: &Row, attribution: &Attribution) -> Seen {
    let pid = |text: &str| text.trim().parse().ok();
    let (tenant, source) = attribution.of(row.text(1), row.text(6), row.text(2)).unzip();
    Seen {
        pid: pid(row.text(0)).unwrap_or(0),
        tenant,
        source,
        active: row.text(3) == "active",
        waiting: row.is(4),
        blockers: row.text(5).split(',').filter_map(pid).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_as_frequent_as_wanted_and_never_in_step() {
        let pauses: Vec<f64> = (1..=800).map(|looks| pause(looks, 8.0).as_secs_f64()).collect();
        let sum: f64 = pauses.iter().sum();
        assert!((sum - 100.0).abs() < 0.5, "{sum}");
        assert!(pauses.iter().all(|pause| (0.0625..0.1875).contains(pause)));
        assert!(pauses.windows(2).all(|pair| (pair[0] - pair[1]).abs() > 0.01));
    }
}
