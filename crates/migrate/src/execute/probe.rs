//! What a statement outside a transaction did, told from the catalog.
//!
//! Such a statement leaves no record in its own transaction, and one that fails or is killed may leave half of its
//! work. So the catalog is looked at before, written down with the intent, and looked at again after.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::{Command, Name, Target};

use super::view::View;

/// How the effect of a statement can be told.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Probe {
    /// A new index on the table, valid.
    NewIndex { table: Name, index: Option<Name> },
    /// No new `_ccnew` or `_ccold` index left invalid; running it again is harmless.
    Reindexed,
    /// The partition is no partition any more; its two transactions may have ended after the first.
    Detached { parent: Name, partition: Name },
    /// The objects are gone: one query that returns whether.
    Query(String),
    /// Running it again is harmless.
    Repeatable,
    /// Nobody can tell.
    Unprovable,
}

/// What the catalog says about a statement that was begun.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It took effect.
    Done,
    /// It did not; nothing is left of it.
    NotDone,
    /// It left invalid indexes, which are ours to drop.
    Leftover(Vec<String>),
    /// It was half done, and this statement does the rest.
    Finish(String),
    /// It cannot be told.
    Unknown,
}

impl Probe {
    /// How the effect of a statement can be told.
    pub fn of(command: &Command, targets: &[Target]) -> Probe {
        let exists = |table: &str, column: &str, name: &str, wanted: bool| {
            let not = if wanted { "" } else { "NOT " };
            Probe::Query(format!(
                "SELECT {not}EXISTS (SELECT FROM {table} WHERE {column} = {})",
                quote_literal(name)
            ))
        };
        match command {
            Command::CreateIndex { table, index, .. } => {
                Probe::NewIndex { table: table.clone(), index: index.clone() }
            }
            Command::DropIndex { .. } => Probe::Query(all_gone(targets)),
            Command::Reindex { concurrently: true, .. } => Probe::Reindexed,
            Command::DetachPartitionConcurrently { parent, partition } => {
                Probe::Detached { parent: parent.clone(), partition: partition.clone() }
            }
            Command::CreateDatabase { name } => exists("pg_database", "datname", name, true),
            Command::DropDatabase { name } => exists("pg_database", "datname", name, false),
            Command::CreateTablespace { name } => exists("pg_tablespace", "spcname", name, true),
            Command::DropTablespace { name } => exists("pg_tablespace", "spcname", name, false),
            Command::CreateSubscription { name } => exists("pg_subscription", "subname", name, true),
            Command::DropSubscription { name } => exists("pg_subscription", "subname", name, false),
            Command::Vacuum
            | Command::Analyze
            | Command::Cluster
            | Command::Reindex { .. }
            | Command::AlterSystem
            | Command::AlterDatabase
            | Command::DiscardAll => Probe::Repeatable,
            _ => Probe::Unprovable,
        }
    }

    /// What must be known from before the statement ran: a list of index oids, whether the partition was on its way
    /// out already, or nothing.
    pub async fn before(&self, view: &View<'_>) -> Result<String, tokio_postgres::Error> {
        match self {
            Probe::NewIndex { table, .. } => scalar(view, &indexes_of(table)).await,
            Probe::Reindexed => scalar(view, INVALID_INDEXES).await,
            Probe::Detached { parent, partition } => scalar(view, &detach_pending(parent, partition)).await,
            Probe::Query(_) | Probe::Repeatable | Probe::Unprovable => Ok(String::new()),
        }
    }

    /// What became of a statement that was begun, given what was known before.
    pub async fn verdict(&self, view: &View<'_>, before: &str) -> Result<Verdict, tokio_postgres::Error> {
        match self {
            Probe::NewIndex { table, index } => {
                let found = view.rows(&new_indexes(table, index.as_ref(), before)).await?;
                let invalid: Vec<String> = found
                    .iter()
                    .filter(|row| row.get("valid") == Some("f"))
                    .filter_map(|row| row.get("name").map(str::to_owned))
                    .collect();
                Ok(match (found.is_empty(), invalid.is_empty()) {
                    (true, _) => Verdict::NotDone,
                    (false, true) => Verdict::Done,
                    (false, false) => Verdict::Leftover(invalid),
                })
            }
            Probe::Reindexed => {
                let found = view.rows(&new_invalid(before)).await?;
                let names: Vec<String> =
                    found.iter().filter_map(|row| row.get("name").map(str::to_owned)).collect();
                Ok(if names.is_empty() { Verdict::NotDone } else { Verdict::Leftover(names) })
            }
            Probe::Detached { parent, partition } => {
                Ok(match scalar(view, &detach_pending(parent, partition)).await?.as_str() {
                    "" => Verdict::Done,
                    "t" if before != "t" => Verdict::Finish(finish_detaching(parent, partition)),
                    _ => Verdict::NotDone,
                })
            }
            Probe::Query(sql) => {
                Ok(if scalar(view, sql).await? == "t" { Verdict::Done } else { Verdict::NotDone })
            }
            Probe::Repeatable => Ok(Verdict::NotDone),
            Probe::Unprovable => Ok(Verdict::Unknown),
        }
    }

    /// The index by the wanted name, if it is there already and invalid: nobody here began it.
    pub async fn foreign_invalid_index(
        &self,
        view: &View<'_>,
    ) -> Result<Option<String>, tokio_postgres::Error> {
        let Probe::NewIndex { table, index: Some(index) } = self else { return Ok(None) };
        let found = view.rows(&new_indexes(table, Some(index), "")).await?;
        let invalid = found.iter().find(|row| row.get("valid") == Some("f"));
        Ok(invalid.and_then(|row| row.get("name").map(str::to_owned)))
    }
}

/// The name as a statement writes it.
fn written(name: &Name) -> String {
    let schema = name.schema.as_ref().map(|schema| format!("{}.", quote_identifier(schema)));
    format!("{}{}", schema.unwrap_or_default(), quote_identifier(&name.name))
}

fn quoted(name: &Name) -> String {
    quote_literal(&written(name))
}

/// One row while the partition is one, which says whether the first half of detaching it is done.
fn detach_pending(parent: &Name, partition: &Name) -> String {
    format!(
        "SELECT inhdetachpending FROM pg_inherits WHERE inhparent = to_regclass({}) AND inhrelid = to_regclass({})",
        quoted(parent),
        quoted(partition)
    )
}

fn finish_detaching(parent: &Name, partition: &Name) -> String {
    format!("ALTER TABLE {} DETACH PARTITION {} FINALIZE", written(parent), written(partition))
}

fn all_gone(targets: &[Target]) -> String {
    let gone = targets.iter().map(|target| {
        let name = Name { schema: target.schema.clone(), name: target.name.clone() };
        format!("to_regclass({}) IS NULL", quoted(&name))
    });
    format!("SELECT {}", gone.collect::<Vec<_>>().join(" AND "))
}

/// Indexes that REINDEX CONCURRENTLY leaves behind when it fails are invalid and named like this.
const INVALID_INDEXES: &str = "SELECT string_agg(indexrelid::text, ',') FROM pg_index WHERE NOT indisvalid";

fn indexes_of(table: &Name) -> String {
    format!(
        "SELECT string_agg(indexrelid::text, ',') FROM pg_index WHERE indrelid = to_regclass({})",
        quoted(table)
    )
}

fn new_indexes(table: &Name, index: Option<&Name>, before: &str) -> String {
    let named =
        index.map(|index| format!("AND c.relname = {}", quote_literal(&index.name))).unwrap_or_default();
    format!(
        "SELECT format('%I.%I', n.nspname, c.relname) AS name, i.indisvalid AND i.indisready AS valid \
         FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace \
         WHERE i.indrelid = to_regclass({}) {named} AND i.indexrelid <> ALL ('{{{before}}}'::oid[])",
        quoted(table)
    )
}

fn new_invalid(before: &str) -> String {
    format!(
        "SELECT format('%I.%I', n.nspname, c.relname) AS name \
         FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace \
         WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' \
         AND i.indexrelid <> ALL ('{{{before}}}'::oid[])"
    )
}

async fn scalar(view: &View<'_>, sql: &str) -> Result<String, tokio_postgres::Error> {
    let found = view.rows(sql).await?;
    Ok(found.first().and_then(|row| row.get(0)).unwrap_or_default().to_owned())
}
