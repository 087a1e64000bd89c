//! How long and how often a refused step is tried again.

use std::time::{Duration, Instant};

/// The time a step may still spend on waiting for locks.
#[derive(Debug)]
pub struct RetryBudget {
    began: Instant,
    budget: Duration,
    /// How often was tried.
    pub attempts: usize,
}

impl RetryBudget {
    /// A budget that begins now.
    pub fn new(budget: Duration) -> RetryBudget {
        RetryBudget { began: Instant::now(), budget, attempts: 0 }
    }

    /// The pause before the next attempt; `None` when the budget is spent. Pauses grow from 50 ms to 2 s.
    pub fn next_pause(&mut self) -> Option<Duration> {
        self.attempts += 1;
        let doublings = u32::try_from(self.attempts - 1).unwrap_or(6).min(6);
        let pause = Duration::from_millis(50 * 2u64.pow(doublings)).min(Duration::from_secs(2));
        (self.began.elapsed() + pause < self.budget).then_some(pause)
    }
}

/// Whether trying the whole step again may help: lock not available, deadlock.
pub fn is_about_locks(sqlstate: &str) -> bool {
    matches!(sqlstate, "55P03" | "40P01")
}
