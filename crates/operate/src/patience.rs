//! Work that takes strong locks, for a moment only.
//!
//! Whoever wants a relation that we wait for waits behind us. So each wait is short; when it was in vain, everything is
//! rolled back, the others go first, and we try again until a budget is spent.

use std::time::Duration;

use bulkhead_connect::{Session, Target, quote_literal};
use bulkhead_migrate::{Interrupt, LockWait, RetryBudget, Watcher, is_about_locks};
use tokio_postgres::Client;

use crate::OperateError;

/// The longest that a statement waits for a lock. Half of what another query may be held up by us: the rest is for
/// the statement itself.
pub(crate) const LOCK_WAIT: Duration = Duration::from_millis(50);

/// Where and how patiently upkeep works.
pub struct Workplace<'w> {
    /// The database.
    pub target: &'w Target,
    /// How long connecting may take.
    pub connect_timeout: Duration,
    /// How long one step may wait for locks altogether.
    pub retry_budget: Duration,
    /// Set when the user wants out.
    pub interrupt: &'w Interrupt,
    /// Told when a step waits for a lock.
    pub tell: &'w mut dyn FnMut(&LockWait),
}

impl Workplace<'_> {
    /// A session that can be told from all others, and one that watches it.
    pub(crate) async fn open(&self) -> Result<(Session, Watcher), OperateError> {
        let name = format!("bulkhead upkeep {} ", std::process::id());
        let session = Session::open(self.target, "bulkhead upkeep", self.connect_timeout).await?;
        let sql = format!("SET application_name = {}", quote_literal(&name));
        session.client().batch_execute(&sql).await.map_err(|error| OperateError::of(&error))?;
        Ok((session, Watcher::new(self.target, self.connect_timeout, name)))
    }

    /// Does `work` until no lock is in its way any more. `what` is for the message when one always is.
    ///
    /// What a failed attempt began is rolled back first.
    pub(crate) async fn patiently<T>(
        &mut self,
        client: &Client,
        watcher: &mut Watcher,
        what: &str,
        mut work: impl AsyncFnMut(&Client) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, OperateError> {
        let mut budget = RetryBudget::new(self.retry_budget);
        loop {
            let mut running = std::pin::pin!(work(client));
            let outcome = loop {
                match tokio::time::timeout(LOCK_WAIT / 2, &mut running).await {
                    Ok(outcome) => break outcome,
                    Err(_) => {
                        if let Some(wait) = watcher.look().await {
                            (self.tell)(&wait);
                        }
                    }
                }
            };
            let error = match outcome {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            // Outside of a transaction this is a warning and nothing more.
            client.batch_execute("ROLLBACK").await.map_err(|error| OperateError::lost(&error))?;
            match OperateError::of(&error) {
                OperateError::Refused(server) if is_about_locks(&server.sqlstate) => {
                    let Some(pause) = budget.next_pause() else {
                        let blockers = watcher.last_seen();
                        let (what, attempts) = (what.to_owned(), budget.attempts);
                        return Err(OperateError::Locked { what, attempts, blockers });
                    };
                    if self.interrupt.sleep(pause).await {
                        return Err(OperateError::Interrupted);
                    }
                }
                other => return Err(other),
            }
        }
    }
}
