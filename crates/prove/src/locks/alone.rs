//! A statement outside a transaction, watched from a second session.
//!
//! `CREATE INDEX CONCURRENTLY` on an empty table is over in milliseconds, and a look at `pg_locks` may come
//! too late. So a third session holds every table in SHARE UPDATE EXCLUSIVE mode: reads and writes pass it,
//! but a request for that mode or a stronger one has to wait, and a request that waits is seen for certain.
//! Then the third session lets go of that table and of those that are older, and so on until the statement
//! ends. What is asked for on an older table after a younger one, or a second time, is looked at as often as
//! the server answers.

use std::collections::BTreeMap;

use bulkhead_connect::Session;
use futures_util::future::{Either, select};
use tokio_postgres::Client;

use super::mode::LockMode;
use super::observe::{number, rows, run, text, world};
use super::world::{Held, Locks, Oid, World};
use crate::ProveError;

/// The sessions that take part.
pub(super) struct Parties<'p> {
    /// Runs the statement.
    pub worker: &'p Session,
    /// Looks.
    pub aside: &'p Session,
    /// Is in its way once.
    pub holder: Session,
}

/// How many tables one session locks at most: the server's lock table has room for a few thousand.
const HELD_AT_MOST: usize = 1000;

/// What the statement came to.
type Outcome = Result<(), tokio_postgres::Error>;

/// Runs the statement; returns how it ended, and every lock that was seen with what it did to the relation.
pub(super) async fn watch(
    parties: Parties<'_>,
    sql: &str,
    found: &World,
) -> Result<(Outcome, Locks), ProveError> {
    let Parties { worker, aside, holder } = parties;
    let (client, aside) = (worker.client(), aside.client());
    let pid = bulkhead_connect::answer(client, "SELECT pg_catalog.pg_backend_pid()").await;
    let pid = pid.map_err(|error| ProveError::of(&error))?.concat();
    run(client, "SELECT pg_catalog.pg_stat_force_next_flush()").await?;
    let (before, scans) = (world(aside).await?, scans(aside).await?);
    let mut held = hold(holder.client(), found).await?;
    let mut seen: BTreeMap<Oid, LockMode> = BTreeMap::new();
    let outcome = {
        let mut work = std::pin::pin!(client.batch_execute(sql));
        loop {
            let look = std::pin::pin!(look(aside, &pid));
            match select(work.as_mut(), look).await {
                Either::Left((outcome, _)) => break outcome,
                Either::Right((looked, _)) => {
                    if let Some(wanted) = note(&mut seen, &looked?) {
                        let_go(holder.client(), &mut held, wanted).await?;
                    }
                }
            }
        }
    };
    holder.close().await;
    if outcome.is_ok() {
        run(client, "SELECT pg_catalog.pg_stat_force_next_flush()").await?;
    }
    let scanned = self::scans(aside).await?;
    Ok((outcome, together(&seen, &before, &world(aside).await?, &scans, &scanned)))
}

/// Stands in the way of whoever wants a strong lock. Returns the tables in the order in which they were
/// locked, the youngest first: what is made later, as a partition, is asked for later.
async fn hold(client: &Client, found: &World) -> Result<Vec<Oid>, ProveError> {
    let tables = found.iter().rev().filter(|(_, relation)| matches!(relation.kind, 'r' | 'p'));
    let mut sql = "BEGIN".to_owned();
    let mut held = Vec::new();
    for (oid, relation) in tables.take(HELD_AT_MOST) {
        let name = &relation.name;
        sql.push_str(&format!("; SAVEPOINT of_{oid}; LOCK TABLE ONLY {name} IN SHARE UPDATE EXCLUSIVE MODE"));
        held.push(*oid);
    }
    match run(client, &sql).await {
        Ok(()) => Ok(held),
        // Who may not lock every table has to do with what a look happens to see.
        Err(ProveError::Refused(_)) => run(client, "ROLLBACK").await.map(|()| Vec::new()),
        Err(error) => Err(error),
    }
}

/// Gives a table back, and those that were locked after it; everything when the worker waits for something
/// else.
async fn let_go(client: &Client, held: &mut Vec<Oid>, wanted: Option<Oid>) -> Result<(), ProveError> {
    let place = wanted.and_then(|wanted| held.iter().position(|oid| *oid == wanted));
    match (place, wanted) {
        (Some(place), Some(oid)) => {
            held.truncate(place);
            run(client, &format!("ROLLBACK TO SAVEPOINT of_{oid}")).await
        }
        _ if held.is_empty() => Ok(()),
        _ => {
            held.clear();
            run(client, "ROLLBACK").await
        }
    }
}

async fn look(client: &Client, pid: &str) -> Result<Vec<tokio_postgres::SimpleQueryRow>, ProveError> {
    rows(client, &format!("SELECT relation, mode, granted FROM pg_locks WHERE pid = {pid}")).await
}

/// Adds what one look saw. When the worker waits: for which relation, if it is one.
fn note(
    seen: &mut BTreeMap<Oid, LockMode>,
    looked: &[tokio_postgres::SimpleQueryRow],
) -> Option<Option<Oid>> {
    let mut waits = None;
    for row in looked {
        let relation: Option<Oid> = number(row, "relation");
        if text(row, "granted") == Some("f") {
            waits = Some(relation);
        }
        if let (Some(relation), Some(mode)) = (relation, text(row, "mode").and_then(LockMode::of_server)) {
            let strongest = seen.entry(relation).or_insert(mode);
            *strongest = mode.max(*strongest);
        }
    }
    waits
}

/// How often each table was scanned since statistics began.
async fn scans(client: &Client) -> Result<BTreeMap<Oid, u64>, ProveError> {
    let rows = rows(client, "SELECT relid, seq_scan FROM pg_stat_user_tables").await?;
    Ok(rows.iter().filter_map(|row| Some((number(row, "relid")?, number(row, "seq_scan")?))).collect())
}

/// What was seen of each relation: its locks while the statement ran, its file and scans afterwards. What has
/// a new file was locked against everybody, seen or not.
fn together(
    seen: &BTreeMap<Oid, LockMode>,
    before: &World,
    after: &World,
    scans: &BTreeMap<Oid, u64>,
    scanned: &BTreeMap<Oid, u64>,
) -> Locks {
    let mut all = Locks::new();
    for (oid, relation) in after.iter().chain(before.iter().filter(|(oid, _)| !after.contains_key(oid))) {
        let count = |counts: &BTreeMap<Oid, u64>| counts.get(oid).copied().unwrap_or(0);
        let scans = count(scanned).saturating_sub(count(scans));
        let moved = before.get(oid).is_some_and(|earlier| earlier.file != relation.file);
        let made = !before.contains_key(oid);
        let mode = match seen.get(oid) {
            Some(mode) => *mode,
            None if moved => LockMode::AccessExclusive,
            None if made || scans > 0 => LockMode::AccessShare,
            None => continue,
        };
        let now = after.get(oid).cloned();
        all.insert(*oid, Held { mode, now, scans });
    }
    all
}
