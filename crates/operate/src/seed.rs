//! Puts made-up data into a database that is not a production database, and takes them out again.

use std::time::Instant;

use bulkhead_migrate::ask;
use bulkhead_project::{Seed, SeedScript, TEST_ENVIRONMENT};
use serde::Serialize;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::environment::refuse_production;
use crate::{OperateError, script};

/// What a seed did.
#[derive(Clone, Debug, Serialize)]
pub struct SeedReport {
    /// The project.
    pub project: String,
    /// The environment.
    pub environment: String,
    /// Whether anything was done.
    pub outcome: SeedOutcome,
    /// The tables whose rows changed.
    pub tables: Vec<TableRows>,
    /// How many questions about the data were answered right.
    pub answers: usize,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
}

/// Whether a seed did anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SeedOutcome {
    /// The data are there now.
    Seeded,
    /// They were there before, and nothing was done.
    AlreadyThere,
}

/// How many rows of a table a transaction touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableRows {
    /// The table with its schema; partitions count for the table they belong to.
    pub table: String,
    /// Rows inserted.
    pub inserted: u64,
    /// Rows updated.
    pub updated: u64,
    /// Rows deleted.
    pub deleted: u64,
}

/// What a clean-up did.
#[derive(Clone, Debug, Serialize)]
pub struct CleanReport {
    /// The project.
    pub project: String,
    /// The tables whose rows changed.
    pub tables: Vec<TableRows>,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
}

/// Two seeds at once would meet in every table; the second waits.
const LOCK: &str = "SELECT pg_advisory_xact_lock(x'62756c6b73656564'::bigint)";

/// Rows touched by the transaction that is open, and by those before it in this session whose numbers the server has
/// not yet gathered.
const TOUCHED: &str = "
    SELECT t.root::text, sum(s.n_tup_ins), sum(s.n_tup_upd), sum(s.n_tup_del)
    FROM pg_stat_xact_user_tables AS s
    CROSS JOIN LATERAL (SELECT coalesce(pg_partition_root(s.relid), s.relid)::oid AS oid) AS o
    CROSS JOIN LATERAL (
      SELECT n.nspname || '.' || c.relname AS root
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = o.oid) AS t
    WHERE s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0 AND s.schemaname NOT LIKE 'pg\\_temp%'
    GROUP BY t.root ORDER BY t.root";

/// Seeds a database, all in one transaction.
///
/// The seed of the environment `test` begins with the clean-up. Any other does nothing when all its questions are
/// answered right beforehand. Refused on a production database; taken back when a question is answered wrong
/// afterwards.
pub async fn seed(client: &Client, project: &str, seed: &Seed) -> Result<SeedReport, OperateError> {
    let began = Instant::now();
    refuse_production(client, "a seed").await?;
    let from_nothing = seed.environment == TEST_ENVIRONMENT;
    if from_nothing && seed.clean.is_none() {
        return Err(OperateError::NoClean { environment: seed.environment.clone() });
    }
    let before = begin(client).await?;
    let outcome = fill(client, seed, from_nothing).await;
    let (outcome, tables) = end(client, outcome, &before).await?;
    Ok(SeedReport {
        project: project.to_owned(),
        environment: seed.environment.clone(),
        outcome,
        tables,
        answers: seed.questions.len(),
        duration_ms: milliseconds(began),
    })
}

/// Takes out what the seeds put in.
pub async fn clean(client: &Client, project: &str, script: &SeedScript) -> Result<CleanReport, OperateError> {
    let began = Instant::now();
    refuse_production(client, "cleaning").await?;
    let before = begin(client).await?;
    let outcome = script::run(client, script).await;
    let ((), tables) = end(client, outcome, &before).await?;
    Ok(CleanReport { project: project.to_owned(), tables, duration_ms: milliseconds(began) })
}

/// The work of a seed in the transaction that is open.
async fn fill(client: &Client, seed: &Seed, from_nothing: bool) -> Result<SeedOutcome, OperateError> {
    if let Some(clean) = seed.clean.as_ref().filter(|_| from_nothing) {
        script::run(client, clean).await?;
    } else if !seed.questions.is_empty() && ask(client, &seed.questions).await?.iter().all(|answer| answer.ok)
    {
        return Ok(SeedOutcome::AlreadyThere);
    }
    for script in &seed.scripts {
        script::run(client, script).await?;
    }
    let answers = ask(client, &seed.questions).await?;
    let asked = answers.len();
    let wrong: Vec<_> = answers.into_iter().filter(|answer| !answer.ok).collect();
    match wrong.is_empty() {
        true => Ok(SeedOutcome::Seeded),
        false => Err(OperateError::WrongAnswers { wrong, asked }),
    }
}

/// Begins a transaction, alone, and says which rows had been touched until then.
async fn begin(client: &Client) -> Result<Vec<TableRows>, OperateError> {
    client.batch_execute(&format!("BEGIN; {LOCK}")).await.map_err(|error| OperateError::of(&error))?;
    touched(client).await
}

/// Commits what went well and says which rows it touched; takes back what did not.
async fn end<T>(
    client: &Client,
    outcome: Result<T, OperateError>,
    before: &[TableRows],
) -> Result<(T, Vec<TableRows>), OperateError> {
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(error) => {
            // The error is the one to tell; a broken connection rolls back by itself.
            let _ = client.batch_execute("ROLLBACK").await;
            return Err(error);
        }
    };
    // A script may have left the session in another role, which sees less.
    client.batch_execute("RESET ROLE").await.map_err(|error| OperateError::of(&error))?;
    let tables = touched(client).await?.into_iter().filter_map(|rows| rows.since(before)).collect();
    // Deferred constraints speak up here.
    client.batch_execute("COMMIT").await.map_err(|error| OperateError::of(&error))?;
    Ok((outcome, tables))
}

async fn touched(client: &Client) -> Result<Vec<TableRows>, OperateError> {
    let rows = bulkhead_connect::rows(client, TOUCHED).await.map_err(|error| OperateError::of(&error))?;
    let number =
        |row: &SimpleQueryRow, index| row.get(index).and_then(|text: &str| text.parse().ok()).unwrap_or(0);
    let tables = rows.iter().map(|row| TableRows {
        table: row.get(0).unwrap_or_default().to_owned(),
        inserted: number(row, 1),
        updated: number(row, 2),
        deleted: number(row, 3),
    });
    Ok(tables.collect())
}

impl TableRows {
    /// What was added to these numbers since; `None` when nothing was.
    fn since(self, before: &[TableRows]) -> Option<TableRows> {
        let Some(old) = before.iter().find(|old| old.table == self.table) else { return Some(self) };
        let rows = TableRows {
            inserted: self.inserted.saturating_sub(old.inserted),
            updated: self.updated.saturating_sub(old.updated),
            deleted: self.deleted.saturating_sub(old.deleted),
            table: self.table,
        };
        (rows.inserted + rows.updated + rows.deleted > 0).then_some(rows)
    }
}

fn milliseconds(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)
}
