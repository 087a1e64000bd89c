//! What the database of the project knows: which versions are pending there, and how large its relations are.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_migrate::{MigrateError, Runner, VersionState, status};
use bulkhead_project::{Project, Version};
use serde::Serialize;

use super::observe::{number, rows, run, text};
use crate::ProveError;

/// How large a relation is and how much it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Size {
    /// On disk with indexes, TOAST and partitions, in bytes.
    pub bytes: u64,
    /// On disk without indexes and TOAST, in bytes.
    pub heap_bytes: u64,
    /// How many rows the server estimates.
    pub rows: u64,
    /// How often it was scanned, by index or whole, since statistics began; `None` when the size is assumed.
    pub reads: Option<u64>,
    /// How many rows were inserted, updated and deleted since statistics began; `None` when the size is
    /// assumed.
    pub writes: Option<u64>,
}

/// Which versions are judged, and how large relations are taken for.
#[derive(Clone, Debug)]
pub enum Judging {
    /// Those that are pending in the project's database, by the sizes there.
    Pending {
        /// The database.
        database: String,
        /// The pending versions.
        versions: BTreeSet<Version>,
        /// What is there, by name.
        sizes: BTreeMap<String, Size>,
    },
    /// All of them, as if every relation that a version finds had so many rows.
    Assumed {
        /// How many.
        rows: u64,
    },
    /// None: the project's database cannot be read.
    Unknown {
        /// Why.
        reason: String,
    },
}

/// How wide an assumed row is, in bytes: a dozen columns of numbers, times and short texts, and its header.
const ASSUMED_ROW_BYTES: u64 = 100;

impl Size {
    /// An assumed relation of so many rows: its indexes take as much as itself.
    pub fn assumed(rows: u64) -> Size {
        let heap_bytes = rows.saturating_mul(ASSUMED_ROW_BYTES);
        Size { bytes: heap_bytes.saturating_mul(2), heap_bytes, rows, reads: None, writes: None }
    }
}

impl Judging {
    /// Whether a version's statements are judged.
    pub(super) fn judges(&self, version: &Version) -> bool {
        match self {
            Judging::Pending { versions, .. } => versions.contains(version),
            Judging::Assumed { .. } => true,
            Judging::Unknown { .. } => false,
        }
    }
}

/// Asks the project's database, and changes nothing there. A database that cannot be reached or read is no
/// error: then nothing is known of sizes.
pub async fn live(runner: &Runner, project: &Project) -> Result<Judging, ProveError> {
    let unknown = |error: MigrateError| Judging::Unknown { reason: error.to_string() };
    let session = match runner.connect().await {
        Ok(session) => session,
        Err(error) => return Ok(unknown(error)),
    };
    let observed = match runner.observe(&session).await {
        Ok(observed) => observed,
        Err(error) => return Ok(unknown(error)),
    };
    let pending = status(project, &observed).versions.into_iter();
    let pending = pending
        .filter(|version| matches!(version.state, VersionState::Pending | VersionState::HalfWay))
        .map(|version| version.version)
        .collect();
    let client = session.client();
    // Sizes take a weak lock on each relation; whoever holds a strong one is not waited for.
    run(client, "SET lock_timeout = '5s'; SET statement_timeout = '60s'").await?;
    let read = rows(client, include_str!("live.sql")).await;
    session.close().await;
    let sizes = match read {
        Ok(rows) => rows,
        Err(ProveError::Refused(server)) => {
            return Ok(Judging::Unknown { reason: format!("sizes cannot be read: {server}") });
        }
        Err(error) => return Err(error),
    };
    let size = |row: &tokio_postgres::SimpleQueryRow| {
        let figure = |column| number(row, column).unwrap_or(0);
        let size = Size {
            bytes: figure("bytes"),
            heap_bytes: figure("heap_bytes"),
            rows: figure("rows"),
            reads: Some(figure("reads")),
            writes: Some(figure("writes")),
        };
        Some((text(row, "name")?.to_owned(), size))
    };
    let sizes = sizes.iter().filter_map(size).collect();
    Ok(Judging::Pending { database: observed.facts.database, versions: pending, sizes })
}
