//! How large a database is, and the figures that its project wants to see.

use bulkhead_connect::ServerError;
use bulkhead_project::Figure;
use serde::Serialize;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::{Growth, OperateError, TenantFigures};

/// Figures about a database.
#[derive(Clone, Debug, Serialize)]
pub struct StatsReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// Size on disk, in bytes.
    pub bytes: u64,
    /// Sessions connected to it, this one included.
    pub sessions: u64,
    /// Ordinary and partitioned tables outside the system's schemas, without the ledger; partitions count for the table they belong to.
    pub tables: u64,
    /// The largest tables with their indexes, at most ten.
    pub largest: Vec<TableSize>,
    /// The project's own figures (`stats/`).
    pub figures: Vec<FigureValue>,
    /// How much each tenant has, where that is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenants: Option<TenantFigures>,
    /// What has changed since the report that the project kept last, where it keeps any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Growth>,
}

/// How large a table is.
#[derive(Clone, Debug, Serialize)]
pub struct TableSize {
    /// The table with its schema.
    pub table: String,
    /// Size on disk with its indexes and partitions, in bytes.
    pub bytes: u64,
    /// How many rows the planner estimates; `None` before the first ANALYZE.
    pub rows_estimate: Option<u64>,
}

/// One figure of the project.
#[derive(Clone, Debug, Serialize)]
pub struct FigureValue {
    /// What is counted.
    pub name: String,
    /// The value as text; rows of several values are joined by ` | ` and line ends.
    pub value: String,
}

const OVERVIEW: &str = "
    SELECT current_database(), pg_database_size(current_database()),
      (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
      (SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
         AND c.relname <> 'schema_migrations')";

const LARGEST: &str = "
    SELECT n.nspname || '.' || c.relname, sum(pg_total_relation_size(p.oid)),
      CASE WHEN bool_or(p.reltuples >= 0) THEN sum(greatest(p.reltuples, 0))::bigint END
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (
      SELECT t.relid AS id FROM pg_partition_tree(c.oid) AS t WHERE c.relkind = 'p' AND t.isleaf
      UNION ALL SELECT c.oid WHERE c.relkind = 'r') AS leaf
    JOIN pg_class AS p ON p.oid = leaf.id
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10";

/// Reads the figures in one read-only snapshot.
pub async fn stats(client: &Client, project: &str, figures: &[Figure]) -> Result<StatsReport, OperateError> {
    let own = |error: tokio_postgres::Error| OperateError::of(&error);
    client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await.map_err(own)?;
    let overview = bulkhead_connect::rows(client, OVERVIEW).await.map_err(own)?;
    let largest = bulkhead_connect::rows(client, LARGEST).await.map_err(own)?;
    let mut values = Vec::with_capacity(figures.len());
    for figure in figures {
        values.push(value_of(client, figure).await?);
    }
    client.batch_execute("COMMIT").await.map_err(own)?;
    let overview = overview.first();
    let number = |index| overview.and_then(|row| number(row, index)).unwrap_or(0);
    Ok(StatsReport {
        project: project.to_owned(),
        database: overview.and_then(|row| row.get(0)).unwrap_or_default().to_owned(),
        bytes: number(1),
        sessions: number(2),
        tables: number(3),
        largest: largest.iter().map(table_size).collect(),
        figures: values,
        tenants: None,
        growth: None,
    })
}

async fn value_of(client: &Client, figure: &Figure) -> Result<FigureValue, OperateError> {
    let rows = bulkhead_connect::answer(client, &figure.sql).await.map_err(|error| {
        ServerError::of(&error).map_or_else(
            || OperateError::lost(&error),
            |server| OperateError::Figure {
                path: figure.path.clone(),
                line: figure.line,
                name: figure.name.clone(),
                server,
            },
        )
    })?;
    Ok(FigureValue { name: figure.name.clone(), value: rows.join("\n") })
}

fn table_size(row: &SimpleQueryRow) -> TableSize {
    TableSize {
        table: row.get(0).unwrap_or_default().to_owned(),
        bytes: number(row, 1).unwrap_or(0),
        rows_estimate: number(row, 2),
    }
}

fn number(row: &SimpleQueryRow, index: usize) -> Option<u64> {
    row.get(index)?.parse().ok()
}
