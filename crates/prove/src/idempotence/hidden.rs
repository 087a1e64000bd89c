//! `IF NOT EXISTS` over an object of another shape.

use bulkhead_catalog::{Catalog, Change, ObjectName};
use bulkhead_connect::quote_identifier;
use bulkhead_migrate::VersionPlan;
use bulkhead_sql::{Target, without_if_not_exists};
use tokio_postgres::Client;

use super::statements::{Repeatable, place, repeatable};
use super::{Ground, version_name};
use crate::{Finding, ProveError, Severity};

/// Runs a version that is not applied yet, in a transaction that is taken back, and looks at each `IF NOT EXISTS`
/// whose object is there already: it is dropped, made by the statement, and compared with what was there.
pub(super) async fn shapes(
    ground: &Ground<'_>,
    client: &Client,
    version: &VersionPlan<'_>,
) -> Result<Vec<Finding>, ProveError> {
    let statements = repeatable(version);
    if statements.iter().all(|statement| without_if_not_exists(statement.sql).is_none()) {
        return Ok(Vec::new());
    }
    let own = |error: tokio_postgres::Error| ProveError::of(&error);
    let mut findings = Vec::new();
    client.batch_execute("BEGIN").await.map_err(own)?;
    for statement in &statements {
        if let Some(bare) = without_if_not_exists(statement.sql)
            && let Some(observed) = shape(ground, client, statement, &bare).await?
        {
            findings.push(Finding {
                kind: "exists_with_other_shape".to_owned(),
                object: version_name(&version.version),
                objects: Vec::new(),
                severity: Severity::High,
                place: Some(place(version, statement)),
                exploit: None,
                observed,
                fix: Some(
                    "say how the object that is there becomes the one that is meant (ALTER …)".to_owned(),
                ),
            });
        }
        if client.batch_execute(statement.sql).await.is_err() {
            // The run itself will say so, with all that belongs to it.
            break;
        }
    }
    client.batch_execute("ROLLBACK").await.map_err(own)?;
    Ok(findings)
}

/// How the object that is there differs from the one that the statement makes; `None` when it does not, or when there is
/// none.
async fn shape(
    ground: &Ground<'_>,
    client: &Client,
    statement: &Repeatable<'_>,
    bare: &str,
) -> Result<Option<String>, ProveError> {
    let Some(target) = statement.planned.targets.first() else { return Ok(None) };
    let own = |error: tokio_postgres::Error| ProveError::of(&error);
    client.batch_execute("SAVEPOINT shape").await.map_err(own)?;
    let existed = match client.batch_execute(bare).await {
        Ok(()) => false,
        Err(error) => matches!(ProveError::server(&error)?.sqlstate.as_str(), "42P07" | "42701"),
    };
    client.batch_execute("ROLLBACK TO SAVEPOINT shape").await.map_err(own)?;
    if !existed {
        return Ok(None);
    }
    let there = Catalog::read_within(client, ground.ledger_schema()).await.map_err(own)?;
    let meant = match drop_statement(bare, target) {
        Some(drop) => remade(ground, client, &drop, bare).await?,
        None => None,
    };
    client.batch_execute("ROLLBACK TO SAVEPOINT shape").await.map_err(own)?;
    let Some((gone, meant)) = meant else { return Ok(None) };
    // Only what the statement itself makes counts; the rest was given to the object by others.
    let lines: Vec<String> = meant
        .diff(&there)
        .changes
        .iter()
        .filter(|change| {
            !gone.has(change.object()) && meant.has(change.object()) && is_shape(change.object())
        })
        .map(|change| match change {
            Change::Removed { object } => format!("{object} is missing"),
            Change::Added { object } => format!("{object} is there"),
            Change::Changed { object, properties } => {
                let properties: Vec<String> =
                    properties.iter().map(|property| property.to_string().trim().to_owned()).collect();
                format!("{object}: {}", properties.join("; "))
            }
        })
        .collect();
    Ok((!lines.is_empty()).then(|| format!("the statement does nothing: {}", lines.join(", "))))
}

/// The catalog without the object, and with it as the statement makes it; `None` when it cannot be remade here.
async fn remade(
    ground: &Ground<'_>,
    client: &Client,
    drop: &str,
    bare: &str,
) -> Result<Option<(Catalog, Catalog)>, ProveError> {
    let own = |error: tokio_postgres::Error| ProveError::of(&error);
    if client.batch_execute(drop).await.is_err() {
        return Ok(None);
    }
    let gone = Catalog::read_within(client, ground.ledger_schema()).await.map_err(own)?;
    if client.batch_execute(bare).await.is_err() {
        return Ok(None);
    }
    let meant = Catalog::read_within(client, ground.ledger_schema()).await.map_err(own)?;
    Ok(Some((gone, meant)))
}

/// What belongs to the shape that a statement gives: not owners and grants.
fn is_shape(name: &ObjectName) -> bool {
    matches!(name.kind.as_str(), "column" | "constraint" | "index" | "sequence" | "materialized view")
}

/// How to get the object out of the way. `None` for objects that have no shape to speak of, such as schemas.
fn drop_statement(bare: &str, target: &Target) -> Option<String> {
    let name = match &target.schema {
        Some(schema) => format!("{}.{}", quote_identifier(schema), quote_identifier(&target.name)),
        None => quote_identifier(&target.name),
    };
    let words: Vec<String> = bare.split_whitespace().take(4).map(str::to_ascii_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Some(match words.as_slice() {
        ["create", "table", ..] | ["create", "unlogged", "table", ..] => format!("DROP TABLE {name} CASCADE"),
        ["create", "index", ..] | ["create", "unique", "index", ..] => format!("DROP INDEX {name} CASCADE"),
        ["create", "sequence", ..] => format!("DROP SEQUENCE {name} CASCADE"),
        ["create", "materialized", "view", ..] => format!("DROP MATERIALIZED VIEW {name} CASCADE"),
        _ => return None,
    })
}
