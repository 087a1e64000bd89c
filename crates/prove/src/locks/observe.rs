//! What the server says: its relations, the locks of a session, the parts of tables. Thin; decides nothing.

use std::collections::BTreeSet;

use tokio_postgres::{Client, SimpleQueryRow};

use super::change::{Part, Shapes};
use super::mode::LockMode;
use super::world::{Held, Locks, Oid, Relation, World};
use crate::ProveError;

/// Every relation that the session sees.
pub(super) async fn world(client: &Client) -> Result<World, ProveError> {
    let rows = rows(client, include_str!("world.sql")).await?;
    Ok(rows.iter().filter_map(|row| Some((number(row, "oid")?, relation(row)?))).collect())
}

/// The locks of the session itself, in its open transaction.
pub(super) async fn held(client: &Client) -> Result<Locks, ProveError> {
    let rows = rows(client, include_str!("held.sql")).await?;
    let held = |row: &SimpleQueryRow| {
        let modes = text(row, "modes")?.split(',').filter_map(LockMode::of_server);
        let scans = text(row, "scans").and_then(|scans| scans.parse().ok()).unwrap_or(0);
        Some((number(row, "oid")?, Held { mode: modes.max()?, now: relation(row), scans }))
    };
    Ok(rows.iter().filter_map(held).collect())
}

/// The parts of some relations.
pub(super) async fn shapes(client: &Client, relations: &BTreeSet<Oid>) -> Result<Shapes, ProveError> {
    if relations.is_empty() {
        return Ok(Shapes::new());
    }
    let list: Vec<String> = relations.iter().map(Oid::to_string).collect();
    // With an empty search_path the server qualifies every name that it prints. What was set before is put
    // back.
    let sql = format!(
        "SELECT pg_catalog.set_config('bulkhead.search_path', pg_catalog.current_setting('search_path'), true), \
         pg_catalog.set_config('search_path', '', true); {}; \
         SELECT pg_catalog.set_config('search_path', pg_catalog.current_setting('bulkhead.search_path'), true)",
        include_str!("shape.sql").replace("{relations}", &list.join(", ")).trim_end()
    );
    let mut shapes = Shapes::new();
    for row in &rows(client, &sql).await? {
        let kind = match text(row, "part") {
            Some("column") => "column",
            Some("constraint") => "constraint",
            Some("index") => "index",
            _ => "partition",
        };
        let owned = |name| text(row, name).unwrap_or_default().to_owned();
        let part = Part {
            name: owned("name"),
            definition: owned("definition"),
            flag: text(row, "flag") == Some("true"),
            more: text(row, "more").map(str::to_owned),
            letter: owned("letter"),
        };
        let Some(oid) = number(row, "oid") else { continue };
        shapes.insert((oid, kind, owned("key")), part);
    }
    Ok(shapes)
}

/// The rows of a question of ours.
pub(super) async fn rows(client: &Client, sql: &str) -> Result<Vec<SimpleQueryRow>, ProveError> {
    bulkhead_connect::rows(client, sql).await.map_err(|error| ProveError::of(&error))
}

/// Runs statements of ours.
pub(super) async fn run(client: &Client, sql: &str) -> Result<(), ProveError> {
    client.batch_execute(sql).await.map_err(|error| ProveError::of(&error))
}

pub(super) fn text<'r>(row: &'r SimpleQueryRow, column: &str) -> Option<&'r str> {
    row.try_get(column).ok().flatten()
}

/// A column with a whole number.
pub(super) fn number<N: std::str::FromStr>(row: &SimpleQueryRow, column: &str) -> Option<N> {
    text(row, column)?.parse().ok()
}

/// `None` for a relation that is gone.
fn relation(row: &SimpleQueryRow) -> Option<Relation> {
    Some(Relation {
        name: text(row, "name")?.to_owned(),
        kind: text(row, "kind")?.chars().next()?,
        file: number(row, "file"),
        table: number(row, "table"),
        root: number(row, "root"),
    })
}
