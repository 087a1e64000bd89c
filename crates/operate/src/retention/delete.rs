//! Deletes what is too old, a few rows at a time.
//!
//! Rows are first found without a lock and then deleted by their addresses, under the condition that they still are too
//! old. A row that somebody has locked is left for the next run. So nobody waits for us longer than one batch takes, and
//! a batch that takes too long is made smaller.

use std::time::{Duration, Instant};

use bulkhead_connect::{ServerError, quote_literal};
use bulkhead_migrate::{Interrupt, is_about_locks};
use tokio_postgres::{Client, SimpleQueryMessage};

use super::count::SETTINGS;
use super::fit::{Action, Fitted, Leaf};
use super::pace::{LONGEST, Pace};
use super::predicate::{Now, goes, join};
use crate::OperateError;
use crate::patience::LOCK_WAIT;

/// How many blocks are looked through at once where no index helps: 2 MiB of them.
const WINDOW: u64 = 256;

/// How long one statement may look for rows. It holds no lock that anybody waits for.
const SEARCH: &str = "60s";

/// What stops the work before its end.
#[derive(Debug)]
pub(super) enum Stop {
    /// The time is over.
    Budget,
    /// The system forbids it.
    Refused(ServerError),
}

/// What was done.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Deleted {
    pub rows: u64,
    pub batches: u64,
    /// Rows that somebody held, that were changed meanwhile, or that a trigger kept.
    pub passed_over: u64,
    pub longest: Duration,
}

/// Deletes for one rule until a deadline.
pub(super) struct Deleter<'d> {
    pub client: &'d Client,
    pub rule: &'d Fitted,
    pub now: &'d Now,
    pub pace: Pace,
    pub deadline: Instant,
    pub pause: Duration,
    pub interrupt: &'d Interrupt,
    pub deleted: Deleted,
}

/// How far the search in a table has come.
#[derive(Clone, Debug)]
enum Place {
    /// Rows in the order of their age, after this one.
    Index(Option<(String, String)>),
    /// Blocks, from this one on.
    Block(u64),
}

impl Deleter<'_> {
    /// Goes through all tables of the rule.
    pub(super) async fn run(&mut self) -> Result<Option<Stop>, OperateError> {
        let restricts = self.rule.children.iter().any(|child| child.action == Action::Restrict);
        for leaf in &self.rule.leaves {
            loop {
                let before = self.deleted.rows;
                if let Some(stop) = self.pass(leaf).await? {
                    return Ok(Some(stop));
                }
                // What kept a row may have gone in this pass, where a table points to itself.
                if !restricts || self.deleted.rows == before {
                    break;
                }
            }
        }
        Ok(None)
    }

    async fn pass(&mut self, leaf: &Leaf) -> Result<Option<Stop>, OperateError> {
        let by_index = leaf.is_indexed && self.rule.until.is_none();
        let mut place = if by_index { Place::Index(None) } else { Place::Block(0) };
        loop {
            if self.is_over().await? {
                return Ok(Some(Stop::Budget));
            }
            let (rows, next) = match self.find(leaf, &place).await? {
                Ok(found) => found,
                Err(server) if is_passing(&server) => return Ok(Some(Stop::Budget)),
                Err(server) => return Ok(Some(Stop::Refused(server))),
            };
            if let Some(stop) = self.delete(leaf, &rows).await? {
                return Ok(Some(stop));
            }
            match next {
                Some(next) => place = next,
                None => return Ok(None),
            }
        }
    }

    /// The addresses of the next rows that go, and where to look after them.
    async fn find(
        &self,
        leaf: &Leaf,
        place: &Place,
    ) -> Result<Result<(Vec<String>, Option<Place>), ServerError>, OperateError> {
        let (table, column) = (&leaf.table, &self.rule.column);
        let from = format!("FROM ONLY {table} AS t{} WHERE {}", join(self.rule), goes(self.rule, self.now));
        let limit = self.pace.size();
        let sql = match place {
            Place::Index(after) => {
                let after = after.as_ref().map(|(value, address)| {
                    let value = format!("{}::{}", quote_literal(value), self.rule.kind);
                    format!(
                        " AND t.{column} >= {value} AND (t.{column}, t.ctid) > ({value}, '{address}'::tid)"
                    )
                });
                let after = after.unwrap_or_default();
                format!("SELECT t.ctid, t.{column} {from}{after} ORDER BY t.{column}, t.ctid LIMIT {limit}")
            }
            Place::Block(first) => format!(
                "SELECT t.ctid, NULL {from} AND t.ctid >= '({first},0)'::tid AND t.ctid < '({},0)'::tid",
                first + WINDOW
            ),
        };
        let sql =
            format!("BEGIN READ ONLY; {SETTINGS}; SET LOCAL statement_timeout = '{SEARCH}'; {sql}; COMMIT");
        let rows = match bulkhead_connect::rows(self.client, &sql).await {
            Ok(rows) => rows,
            Err(error) => return self.refused(error).await.map(Err),
        };
        let next = match place {
            Place::Index(_) if rows.len() < limit => None,
            Place::Index(_) => rows.last().map(|row| {
                let text = |column: usize| row.get(column).unwrap_or_default().to_owned();
                Place::Index(Some((text(1), text(0))))
            }),
            Place::Block(first) => (first + WINDOW < leaf.blocks).then_some(Place::Block(first + WINDOW)),
        };
        let addresses = rows.iter().filter_map(|row| row.get(0).map(str::to_owned)).collect();
        Ok(Ok((addresses, next)))
    }

    /// Deletes rows by their addresses, in batches.
    async fn delete(&mut self, leaf: &Leaf, addresses: &[String]) -> Result<Option<Stop>, OperateError> {
        let mut rest = addresses;
        while !rest.is_empty() {
            if self.is_over().await? {
                return Ok(Some(Stop::Budget));
            }
            let (batch, after) = rest.split_at(self.pace.size().min(rest.len()));
            let began = Instant::now();
            let outcome = self.client.simple_query(&self.batch(leaf, batch)).await;
            let took = began.elapsed();
            match outcome {
                Ok(messages) => {
                    let gone: u64 = messages.iter().filter_map(touched).sum();
                    self.deleted.rows += gone;
                    self.deleted.batches += 1;
                    self.deleted.passed_over += (batch.len() as u64).saturating_sub(gone);
                    self.deleted.longest = self.deleted.longest.max(took);
                    self.pace.took(took);
                    rest = after;
                }
                Err(error) => {
                    let server = self.refused(error).await?;
                    if !is_passing(&server) {
                        return Ok(Some(Stop::Refused(server)));
                    }
                    if !self.pace.shrink() {
                        self.deleted.passed_over += 1;
                        rest = &rest[1..];
                    }
                }
            }
            if self.interrupt.sleep(self.pause).await {
                return Err(OperateError::Interrupted);
            }
        }
        Ok(None)
    }

    /// One transaction: locks those rows that are free and still too old, and deletes them.
    fn batch(&self, leaf: &Leaf, addresses: &[String]) -> String {
        // Addresses look like (12,3), and in an array their commas need quotes.
        let addresses: Vec<String> = addresses.iter().map(|address| format!("\"{address}\"")).collect();
        format!(
            "BEGIN; {SETTINGS}; SET LOCAL lock_timeout = {}; SET LOCAL statement_timeout = {}; \
             DELETE FROM ONLY {table} AS d WHERE d.ctid = ANY (ARRAY(SELECT t.ctid FROM ONLY {table} AS t{join} \
             WHERE t.ctid = ANY ('{{{addresses}}}'::tid[]) AND {goes} FOR UPDATE OF t SKIP LOCKED)); COMMIT",
            LOCK_WAIT.as_millis(),
            LONGEST.as_millis(),
            table = leaf.table,
            join = join(self.rule),
            goes = goes(self.rule, self.now),
            addresses = addresses.join(","),
        )
    }

    /// Ends the failed transaction and returns what the server said.
    async fn refused(&self, error: tokio_postgres::Error) -> Result<ServerError, OperateError> {
        self.client.batch_execute("ROLLBACK").await.map_err(|error| OperateError::lost(&error))?;
        ServerError::of(&error).ok_or_else(|| OperateError::lost(&error))
    }

    async fn is_over(&self) -> Result<bool, OperateError> {
        if self.interrupt.is_set() {
            return Err(OperateError::Interrupted);
        }
        Ok(Instant::now() >= self.deadline)
    }
}

/// Whether a smaller batch, or another run, may do it: locks, time, a row that came to point here meanwhile.
fn is_passing(server: &ServerError) -> bool {
    is_about_locks(&server.sqlstate) || matches!(server.sqlstate.as_str(), "57014" | "40001" | "23503")
}

fn touched(message: &SimpleQueryMessage) -> Option<u64> {
    match message {
        SimpleQueryMessage::CommandComplete(rows) => Some(*rows),
        _ => None,
    }
}
