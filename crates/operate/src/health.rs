//! What is wrong with a running database, or soon will be.
//!
//! A check reads figures with one query and judges them with a pure function. What a check cannot see (for
//! want of a right, of statistics, of time) it says as [`Level::Skipped`]; it never takes that for
//! [`Level::Ok`]. Everything is read-only, and nothing waits for a lock for more than a second.

mod check;
mod checks;
mod facts;
mod level;
mod offenders;
mod row;
mod statistics;
mod threshold;

use bulkhead_connect::ServerError;
use bulkhead_project::Tenancy;
use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use check::Check;
pub(crate) use check::Verdict;
use checks::CHECKS;
pub(crate) use checks::archiving::{BACKLOG, FAILING, discards};
pub(crate) use checks::tenancy::{fill_in, missing_tenant_index, why_no_tenants};
pub(crate) use facts::Facts;
pub use level::Level;
pub(crate) use offenders::bounded;
pub(crate) use row::{Row, read};
pub(crate) use threshold::Unit;

/// The answer of all checks.
#[derive(Clone, Debug, Serialize)]
pub struct HealthCheckReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// The server's version.
    pub server_version: String,
    /// The worst level of all checks; skipped when no check could see anything.
    pub worst: Level,
    /// The checks, always all of them and in the same order.
    pub checks: Vec<HealthCheck>,
}

/// The answer of one check.
#[derive(Clone, Debug, Serialize)]
pub struct HealthCheck {
    /// The stable name.
    pub name: &'static str,
    /// What is looked at, in words.
    pub title: &'static str,
    /// How bad it is.
    pub level: Level,
    /// One line with the figure; for a skipped check what it cannot see.
    pub summary: String,
    /// From where it is bad, and why from there.
    pub reason: String,
    /// What was seen, worst first, at most ten lines and one that counts the rest.
    pub evidence: Vec<String>,
    /// What to do about it, where SQL can.
    pub fix: Option<Fix>,
}

/// SQL that mends what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// The statements, one a line.
    pub sql: String,
    /// The lock that they take and what waits for it.
    pub lock: String,
}

/// Asks everything in one read-only transaction. The number of queries does not depend on the size of the
/// database.
pub async fn health_check(
    client: &Client,
    project: &str,
    tenancy: Option<&Tenancy>,
) -> Result<HealthCheckReport, OperateError> {
    begin(client).await?;
    let answered = answer_all(client, tenancy).await;
    end(client).await;
    let (facts, checks) = answered?;
    Ok(HealthCheckReport {
        project: project.to_owned(),
        database: facts.database,
        server_version: facts.server_version,
        worst: Level::worst(checks.iter().map(|check| check.level)),
        checks,
    })
}

/// Opens the transaction that all readings happen in. A table that somebody alters must not hold us up.
pub(crate) async fn begin(client: &Client) -> Result<(), OperateError> {
    let sql = "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY; SET LOCAL search_path = pg_catalog, pg_temp; \
               SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '30s'; SET LOCAL jit = off";
    client.batch_execute(sql).await.map_err(|error| OperateError::of(&error))
}

/// Ends that transaction. When this fails the connection is broken, and with it the transaction.
pub(crate) async fn end(client: &Client) {
    let _ = client.batch_execute("ROLLBACK").await;
}

async fn answer_all(
    client: &Client,
    tenancy: Option<&Tenancy>,
) -> Result<(Facts, Vec<HealthCheck>), OperateError> {
    let facts = Facts::read(client).await?;
    let mut checks = Vec::with_capacity(CHECKS.len() + 1);
    for check in CHECKS {
        checks.push(answer(client, check, &facts, tenancy).await?);
    }
    checks.push(statistics::statistics(client, &facts, tenancy).await?);
    Ok((facts, checks))
}

async fn answer(
    client: &Client,
    check: &Check,
    facts: &Facts,
    tenancy: Option<&Tenancy>,
) -> Result<HealthCheck, OperateError> {
    let verdict = match (check.blind)(facts, tenancy) {
        Some(why) => Verdict::skipped(why),
        None => {
            let sql = fill_in(check.query(facts.version_num), tenancy);
            match read(client, &sql).await? {
                Ok(rows) => (check.judge)(&rows, facts),
                Err(refused) => (check.refused)(&refused),
            }
        }
    };
    Ok(HealthCheck {
        name: check.name,
        title: check.title,
        level: verdict.level,
        summary: verdict.summary,
        reason: (check.reason)(),
        evidence: bounded(verdict.evidence),
        fix: verdict.fix,
    })
}

/// A check that the server would not let look.
fn cannot_look(refused: &ServerError) -> Verdict {
    Verdict::skipped(match refused.sqlstate.as_str() {
        "42501" => format!("a right is missing: {}", refused.message),
        "55P03" => "a relation that it looks at is locked by another session".to_owned(),
        _ => format!("the server refused the query: {}", refused.message),
    })
}
