//! Rows that go when they are old: what would go, and then go, in small batches.
//!
//! [`retention`] counts in a transaction that cannot write. [`apply_retention`] deletes, or calls the system's own
//! function where there is one, until all is done or its time is over; the next run goes on from there, for what is too
//! old is always read from the rows themselves.

mod count;
mod delete;
mod fit;
mod pace;
mod predicate;
mod purge;
mod report;

use std::collections::HashSet;
use std::time::{Duration, Instant};

use bulkhead_migrate::Watcher;
use bulkhead_project::RetentionRule;
use tokio_postgres::Client;

use crate::environment::database_of;
use crate::{Obstacle, OperateError, Workplace};
use count::{Count, begin, count, now};
use delete::{Deleted, Deleter, Stop};
pub use fit::Action;
use fit::{Fitted, fit};
use pace::Pace;
use predicate::Now;
use purge::{purge, stamp};
pub use report::{ChildRows, Counted, RetentionReport, RetentionResult, TenantRows};

/// How much, how fast and how long.
#[derive(Clone, Copy, Debug)]
pub struct RetentionLimits {
    /// The most rows in one transaction.
    pub batch: usize,
    /// The time for everything.
    pub budget: Duration,
    /// The pause after each transaction.
    pub pause: Duration,
}

/// Says what would go. Writes nothing.
pub async fn retention(
    client: &Client,
    project: &str,
    rules: &[RetentionRule],
    tenant_key: Option<&str>,
) -> Result<RetentionReport, OperateError> {
    let database = database_of(client).await?;
    begin(client).await?;
    let counted = count_all(client, rules, tenant_key).await;
    client.batch_execute("ROLLBACK").await.map_err(|error| OperateError::lost(&error))?;
    let results = counted?.into_iter().zip(rules);
    let rules = results.map(|((fitted, count), rule)| result(rule, &fitted, &count)).collect();
    Ok(RetentionReport { project: project.to_owned(), database, applied: false, rules })
}

/// Deletes what is too old until the time is over. What the system forbids is told in the report, and the rest goes on.
pub async fn apply_retention(
    workplace: &mut Workplace<'_>,
    project: &str,
    rules: &[RetentionRule],
    tenant_key: Option<&str>,
    limits: RetentionLimits,
) -> Result<RetentionReport, OperateError> {
    let deadline = Instant::now() + limits.budget;
    let (session, watcher) = workplace.open().await?;
    let database = database_of(session.client()).await?;
    let mut run =
        Run { client: session.client(), watcher, workplace, limits, deadline, purged: HashSet::new() };
    let outcome = run.all(rules, tenant_key).await;
    session.close().await;
    Ok(RetentionReport { project: project.to_owned(), database, applied: true, rules: outcome? })
}

async fn count_all(
    client: &Client,
    rules: &[RetentionRule],
    tenant_key: Option<&str>,
) -> Result<Vec<(Fitted, Count)>, OperateError> {
    let now = now(client).await?;
    let mut counted = Vec::with_capacity(rules.len());
    for rule in rules {
        let fitted = fit(client, rule, tenant_key).await?;
        let count = count(client, &fitted, &now).await?;
        counted.push((fitted, count));
    }
    Ok(counted)
}

/// One run over all rules.
struct Run<'r, 'w> {
    client: &'r Client,
    watcher: Watcher,
    workplace: &'r mut Workplace<'w>,
    limits: RetentionLimits,
    deadline: Instant,
    /// What the system itself has been told to do in this run.
    purged: HashSet<String>,
}

impl Run<'_, '_> {
    async fn all(
        &mut self,
        rules: &[RetentionRule],
        tenant_key: Option<&str>,
    ) -> Result<Vec<RetentionResult>, OperateError> {
        begin(self.client).await?;
        let now = now(self.client).await;
        let counted = count_all(self.client, rules, tenant_key).await;
        self.client.batch_execute("ROLLBACK").await.map_err(|error| OperateError::lost(&error))?;
        let (now, counted) = (now?, counted?);
        let mut results = Vec::with_capacity(rules.len());
        for (rule, (fitted, count)) in rules.iter().zip(counted) {
            let mut result = result(rule, &fitted, &count);
            match &rule.purge {
                Some(statement) => self.purge(statement, &fitted, &count, &now, &mut result).await?,
                None if result.rows > 0 => self.delete(&fitted, &now, &mut result).await?,
                None => {}
            }
            if result.left == 0 && result.obstacles.is_empty() {
                self.stamp(rule, &fitted, &mut result).await?;
                if result.obstacles.is_empty() {
                    result.last_run_s = Some(self.now_s().await?);
                }
            }
            results.push(result);
        }
        Ok(results)
    }

    async fn delete(
        &mut self,
        fitted: &Fitted,
        now: &Now,
        result: &mut RetentionResult,
    ) -> Result<(), OperateError> {
        let mut deleter = Deleter {
            client: self.client,
            rule: fitted,
            now,
            pace: Pace::new(self.limits.batch),
            deadline: self.deadline,
            pause: self.limits.pause,
            interrupt: self.workplace.interrupt,
            deleted: Deleted::default(),
        };
        let stop = deleter.run().await?;
        let Deleted { rows, batches, passed_over, longest } = deleter.deleted;
        result.deleted = rows;
        result.batches = batches;
        result.longest_ms = u64::try_from(longest.as_millis()).unwrap_or(u64::MAX);
        result.left = match &stop {
            // Rows may have become old since they were counted, or have been an estimate.
            None => passed_over,
            Some(_) => result.rows.saturating_sub(rows).max(1),
        };
        if let Some(Stop::Refused(server)) = stop {
            result.obstacles.push(forbidden(fitted, &server));
        }
        Ok(())
    }

    /// Lets the system do it, once for each statement of its own.
    async fn purge(
        &mut self,
        statement: &str,
        fitted: &Fitted,
        count: &Count,
        now: &Now,
        result: &mut RetentionResult,
    ) -> Result<(), OperateError> {
        let statements = purge::statements(statement, fitted, count, self.limits.batch);
        let repeat = statement.contains("%batch%");
        let mut is_over = false;
        for sql in statements {
            if !self.purged.insert(sql.clone()) {
                continue;
            }
            loop {
                let left = self.deadline.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    is_over = true;
                    break;
                }
                let began = Instant::now();
                let work = async |client: &Client| purge(client, &sql, left).await;
                match self.workplace.patiently(self.client, &mut self.watcher, &sql, work).await {
                    Ok(removed) => {
                        result.batches += 1;
                        let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
                        result.longest_ms = result.longest_ms.max(took);
                        if !repeat || removed.is_none_or(|removed| removed == 0) {
                            break;
                        }
                    }
                    Err(error) => {
                        result.obstacles.push(Obstacle::of(error, &sql)?);
                        break;
                    }
                }
                if self.workplace.interrupt.sleep(self.limits.pause).await {
                    return Err(OperateError::Interrupted);
                }
            }
        }
        begin(self.client).await?;
        let after = count::count(self.client, fitted, now).await;
        self.client.batch_execute("ROLLBACK").await.map_err(|error| OperateError::lost(&error))?;
        let after = after?.rows();
        result.deleted = result.rows.saturating_sub(after);
        match is_over || !result.obstacles.is_empty() {
            true => result.left = after,
            false => (result.left, result.kept_by_system) = (0, after),
        }
        Ok(())
    }

    /// The server's clock, in seconds since 1970.
    async fn now_s(&self) -> Result<i64, OperateError> {
        let sql = "SELECT floor(extract(epoch FROM clock_timestamp()))";
        let now =
            bulkhead_connect::answer(self.client, sql).await.map_err(|error| OperateError::of(&error))?;
        Ok(now.first().and_then(|now| now.parse().ok()).unwrap_or_default())
    }

    async fn stamp(
        &mut self,
        rule: &RetentionRule,
        fitted: &Fitted,
        result: &mut RetentionResult,
    ) -> Result<(), OperateError> {
        let column = rule.policies.as_ref().and_then(|policies| policies.stamp.as_deref());
        let (Some(column), Some(policies)) = (column, &fitted.policies) else { return Ok(()) };
        let work = async |client: &Client| stamp(client, policies, column).await;
        let what = format!("note the run in {}", policies.table);
        if let Err(error) = self.workplace.patiently(self.client, &mut self.watcher, &what, work).await {
            result.obstacles.push(Obstacle::of(error, &what)?);
        }
        Ok(())
    }
}

fn result(rule: &RetentionRule, fitted: &Fitted, count: &Count) -> RetentionResult {
    let rows = count.rows();
    RetentionResult {
        table: fitted.table.clone(),
        column: rule.column.clone(),
        keep: rule.keep.map(|keep| keep.to_string()),
        policies: rule.policies.as_ref().map(|policies| policies.table.clone()),
        purge: rule.purge.clone(),
        rows,
        counted: count.counted,
        oldest: count.tenants.iter().filter_map(|tenant| tenant.oldest.clone()).min(),
        oldest_age_s: count.oldest_age_s,
        bytes_estimate: fitted.bytes_per_row.map(|bytes| estimate(rows, bytes)),
        held: count.tenants.iter().map(|tenant| tenant.held).sum(),
        referenced: count.tenants.iter().map(|tenant| tenant.referenced).sum(),
        tenants: count.tenants.clone(),
        children: count.children.clone(),
        triggers: fitted.triggers.clone(),
        deleted: 0,
        batches: 0,
        longest_ms: 0,
        left: rows,
        last_run_s: fitted.policies.as_ref().and_then(|policies| policies.last_run_s),
        kept_by_system: 0,
        obstacles: Vec::new(),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "an estimate"
)]
fn estimate(rows: u64, bytes_per_row: f64) -> u64 {
    (rows as f64 * bytes_per_row) as u64
}

/// The system does not let rows go.
fn forbidden(fitted: &Fitted, server: &bulkhead_connect::ServerError) -> Obstacle {
    let by = match fitted.triggers.as_slice() {
        [] => String::new(),
        triggers => format!(" (triggers on DELETE: {})", triggers.join(", ")),
    };
    let hint = server.hint.as_ref().map(|hint| format!("{hint} ")).unwrap_or_default();
    let help = format!(
        "{hint}Name the system's own way in the rule: purge = \"SELECT …\"; or connect as a role that may delete here"
    );
    Obstacle::new("O012", format!("rows of {} cannot be deleted: {server}{by}", fitted.table), help)
}
