//! Which statements cost most, as `pg_stat_statements` counts them.

mod ideas;
mod plan;

use bulkhead_connect::quote_identifier;
use serde::Serialize;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::OperateError;
pub use plan::{IndexIdea, QueryPlan};

/// By what statements are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QueryOrder {
    /// The time of all calls together.
    Total,
    /// The time of one call.
    Mean,
    /// The number of calls.
    Calls,
}

/// The statements that cost most.
#[derive(Clone, Debug, Serialize)]
pub struct QueriesReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// Why nothing can be seen, and what would help; `None` when something can.
    pub blind: Option<String>,
    /// How many statements were dropped for want of room since counting began.
    pub dropped: Option<u64>,
    /// The order.
    pub order: QueryOrder,
    /// The statements.
    pub queries: Vec<Query>,
    /// How the server would run the one statement that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<QueryPlan>,
}

/// A statement with its constants taken out.
#[derive(Clone, Debug, Serialize)]
pub struct Query {
    /// The number under which the server counts it; empty when it may not be seen.
    pub queryid: String,
    /// Whether a client sent it; else a function ran it.
    pub top_level: bool,
    /// Its text on one line, constants as `$1`.
    pub text: String,
    /// The role that ran it.
    pub user: String,
    /// How often.
    pub calls: u64,
    /// All calls together, in milliseconds.
    pub total_ms: f64,
    /// One call on average, in milliseconds.
    pub mean_ms: f64,
    /// Rows of all calls together.
    pub rows: u64,
    /// The share of all statements' time in this database, in percent.
    pub percent: f64,
}

/// Where the extension is, and whether its library is loaded.
const EXTENSION: &str = "
    SELECT current_database(), n.nspname,
      position('pg_stat_statements' IN current_setting('shared_preload_libraries', true)) > 0,
      pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
    FROM (SELECT 1) AS one
    LEFT JOIN pg_extension AS e ON e.extname = 'pg_stat_statements'
    LEFT JOIN pg_namespace AS n ON n.oid = e.extnamespace";

/// Which statements are wanted.
#[derive(Clone, Copy, Debug)]
pub struct QueryQuestion {
    /// By what they are put in order.
    pub order: QueryOrder,
    /// At most so many.
    pub limit: u32,
    /// Only the statement with this number, with its plan.
    pub plan: Option<i64>,
}

/// Reads the statements of this database.
pub async fn queries(
    client: &Client,
    project: &str,
    question: QueryQuestion,
) -> Result<QueriesReport, OperateError> {
    let own = |error: tokio_postgres::Error| OperateError::of(&error);
    let extension = bulkhead_connect::rows(client, EXTENSION).await.map_err(own)?;
    let extension = extension.first();
    let get = |index| extension.and_then(|row| row.get(index));
    let mut report = QueriesReport {
        project: project.to_owned(),
        database: get(0).unwrap_or_default().to_owned(),
        blind: blind(get(1), get(2) == Some("t")).map(str::to_owned),
        dropped: None,
        order: question.order,
        queries: Vec::new(),
        plan: None,
    };
    let (None, Some(schema)) = (&report.blind, get(1)) else { return Ok(report) };
    let schema = quote_identifier(schema);
    let rows = bulkhead_connect::rows(client, &statements(&schema, question)).await.map_err(own)?;
    report.queries = rows.iter().map(query).collect();
    if let Some(queryid) = question.plan {
        report.plan = Some(plan::plan(client, &schema, queryid).await?);
    }
    let info = format!("SELECT dealloc FROM {schema}.pg_stat_statements_info");
    let info = bulkhead_connect::answer(client, &info).await.map_err(own)?;
    report.dropped = info.first().and_then(|text| text.parse().ok());
    if get(3) != Some("t") {
        report.blind =
            Some("statements of other roles are hidden: GRANT pg_read_all_stats to this role".to_owned());
    }
    Ok(report)
}

/// Why nothing can be seen.
fn blind(schema: Option<&str>, loaded: bool) -> Option<&'static str> {
    match (schema, loaded) {
        (_, false) => Some(
            "pg_stat_statements is not loaded: add it to shared_preload_libraries, restart the server, then \
             CREATE EXTENSION pg_stat_statements;",
        ),
        (None, true) => {
            Some("pg_stat_statements is loaded but not here: CREATE EXTENSION pg_stat_statements;")
        }
        (Some(_), true) => None,
    }
}

/// The share is of all statements, also where only one is wanted.
fn statements(schema: &str, question: QueryQuestion) -> String {
    let QueryQuestion { order, limit, plan } = question;
    let only = plan.map(|queryid| format!("WHERE c.queryid = {queryid}")).unwrap_or_default();
    let order = match order {
        QueryOrder::Total => "c.total_exec_time",
        QueryOrder::Mean => "c.mean_exec_time",
        QueryOrder::Calls => "c.calls",
    };
    format!(
        "SELECT regexp_replace(c.query, '\\s+', ' ', 'g'), coalesce(r.rolname, c.userid::text), c.calls, \
           round(c.total_exec_time::numeric, 1), round(c.mean_exec_time::numeric, 3), c.rows, \
           round((100 * c.total_exec_time / nullif(c.all_time, 0))::numeric, 1), \
           coalesce(c.queryid::text, ''), c.toplevel \
         FROM ( \
           SELECT s.*, sum(s.total_exec_time) OVER () AS all_time FROM {schema}.pg_stat_statements AS s \
           WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) \
             AND s.query !~ '^(BEGIN|COMMIT|ROLLBACK|SET|RESET|SHOW)\\M') AS c \
         LEFT JOIN pg_roles AS r ON r.oid = c.userid {only} \
         ORDER BY {order} DESC, c.queryid LIMIT {limit}"
    )
}

fn query(row: &SimpleQueryRow) -> Query {
    fn parsed<T: std::str::FromStr + Default>(row: &SimpleQueryRow, index: usize) -> T {
        row.get(index).and_then(|text| text.parse().ok()).unwrap_or_default()
    }
    Query {
        text: row.get(0).unwrap_or_default().trim().to_owned(),
        user: row.get(1).unwrap_or_default().to_owned(),
        calls: parsed(row, 2),
        total_ms: parsed(row, 3),
        mean_ms: parsed(row, 4),
        rows: parsed(row, 5),
        percent: parsed(row, 6),
        queryid: row.get(7).unwrap_or_default().to_owned(),
        top_level: row.get(8) == Some("t"),
    }
}
