//! How the server would run a statement that it counts, and whether an index would help.
//!
//! The statement is planned and never run: `EXPLAIN` without `ANALYZE`, in a read-only transaction that is
//! rolled back. The plan is the generic one, for whatever values the parameters have; a tenant with many rows
//! may get another.

use bulkhead_connect::{ServerError, quote_identifier, quote_literal};
use bulkhead_sql::{Command, classify, split};
use serde::Serialize;
use tokio_postgres::Client;

use super::ideas::{self, Scan};
use crate::OperateError;
use crate::health::{Row, read};

/// From this version on the server plans a statement with parameters by itself.
const GENERIC_PLAN: u32 = 160_000;

/// The plan of a statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct QueryPlan {
    /// The statement's number.
    pub queryid: String,
    /// Its text, constants as `$1`.
    pub text: String,
    /// Why there is no plan, if so.
    pub blind: Option<String>,
    /// The generic plan, line by line.
    pub lines: Vec<String>,
    /// What the planner thinks it costs, in its own unit (a page read in order is 1).
    pub cost: Option<f64>,
    /// Indexes that would make it cheaper, the best first; none of them exists.
    pub ideas: Vec<IndexIdea>,
    /// Why no such index was looked for, if so.
    pub ideas_skipped: Option<String>,
}

/// An index that does not exist.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndexIdea {
    /// The statement that would make it.
    pub sql: String,
    /// What the statement would then cost.
    pub cost: f64,
    /// How much less that is, in percent.
    pub saved_percent: f64,
}

/// Plans the statement with this number; `schema` is where `pg_stat_statements` is, quoted.
pub(super) async fn plan(client: &Client, schema: &str, queryid: i64) -> Result<QueryPlan, OperateError> {
    let own = |error: tokio_postgres::Error| OperateError::of(&error);
    let begin = "BEGIN READ ONLY; SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '30s'";
    client.batch_execute(begin).await.map_err(own)?;
    let planned = planned(client, schema, queryid).await;
    let ended = client.batch_execute("ROLLBACK").await.map_err(own);
    let plan = planned?;
    ended?;
    Ok(plan)
}

async fn planned(client: &Client, schema: &str, queryid: i64) -> Result<QueryPlan, OperateError> {
    let mut plan = QueryPlan { queryid: queryid.to_string(), ..QueryPlan::default() };
    let sql = format!(
        "SELECT s.query, i.dealloc, current_setting('server_version_num') FROM {schema}.pg_stat_statements_info AS i \
         LEFT JOIN LATERAL (SELECT query FROM {schema}.pg_stat_statements WHERE queryid = {queryid} AND dbid = \
         (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY calls DESC LIMIT 1) AS s ON true"
    );
    let rows = read(client, &sql).await?.map_err(OperateError::Refused)?;
    let row = rows.first().cloned().unwrap_or_default();
    match statement(row.some(0), row.count(1)) {
        Ok(text) => plan.text = text.to_owned(),
        Err(why) => {
            plan.blind = Some(why);
            return Ok(plan);
        }
    }
    let text = plan.text.clone();
    let planner = Planner { client, text: &text, native: row.count(2) >= u64::from(GENERIC_PLAN) };
    match planner.lines("TEXT").await? {
        Ok(lines) => plan.lines = lines,
        Err(why) => {
            plan.blind = Some(why);
            return Ok(plan);
        }
    }
    let Some(document) = planner.document().await? else { return Ok(plan) };
    plan.cost = ideas::cost(&document);
    match hypopg(client).await? {
        Ok(home) => plan.ideas = think(client, &planner, &home, &document).await?,
        Err(why) => plan.ideas_skipped = Some(why),
    }
    Ok(plan)
}

/// The text of a statement that can be planned, or why there is none.
fn statement(text: Option<&str>, dropped: u64) -> Result<&str, String> {
    let text = text.ok_or_else(|| {
        let lost = match dropped {
            0 => String::new(),
            _ => format!(
                ", and statements were dropped {dropped} times for want of room: raise pg_stat_statements.max"
            ),
        };
        format!("no statement with this id is counted in this database, or its text is lost{lost}")
    })?;
    if text == "<insufficient privilege>" {
        return Err(
            "the statement of another role is hidden: GRANT pg_read_all_stats to this role".to_owned()
        );
    }
    let cut = split(text).map_err(|error| format!("its text cannot be read: {error}"))?;
    let [statement] = cut.statements.as_slice() else {
        return Err("its text is not one statement".to_owned());
    };
    let sql = &text[statement.span.clone()];
    match classify(sql).command {
        Command::Select { .. } | Command::Insert | Command::Update | Command::Delete => Ok(sql),
        _ => Err("only SELECT, INSERT, UPDATE and DELETE have a plan".to_owned()),
    }
}

/// Asks for the plan of one statement.
struct Planner<'p> {
    client: &'p Client,
    text: &'p str,
    /// Whether the server knows GENERIC_PLAN.
    native: bool,
}

impl Planner<'_> {
    /// The plan, or why the server makes none.
    async fn lines(&self, format: &str) -> Result<Result<Vec<String>, String>, OperateError> {
        let verbose = verbose(format);
        let rows = match self.native {
            true => {
                read(
                    self.client,
                    &format!("EXPLAIN (GENERIC_PLAN, VERBOSE {verbose}, FORMAT {format}) {}", self.text),
                )
                .await?
            }
            false => self.prepared(format).await?,
        };
        Ok(rows.map(|rows| rows.iter().map(|row| row.text(0).to_owned()).collect()).map_err(|refused| {
            let hint = match refused.sqlstate.as_str() {
                "42P01" | "42883" | "3F000" => {
                    "; the statement relies on a search_path: give the role the application's (ALTER ROLE … SET)"
                }
                _ => "",
            };
            format!("the server makes no plan of it: {}{hint}", refused.message)
        }))
    }

    /// Before version 16: prepared with parameters whose values do not matter.
    async fn prepared(&self, format: &str) -> Result<Result<Vec<Row>, ServerError>, OperateError> {
        let verbose = verbose(format);
        let prepare = format!(
            "SET LOCAL plan_cache_mode = force_generic_plan; PREPARE bulkhead_plan AS {}; \
             SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = 'bulkhead_plan'",
            self.text
        );
        let count = match read(self.client, &prepare).await? {
            Ok(rows) => rows.first().map_or(0, |row| row.count(0)),
            Err(refused) => {
                // Where the statement was prepared and the question after it failed.
                let _ = read(self.client, "DEALLOCATE bulkhead_plan").await?;
                return Ok(Err(refused));
            }
        };
        let nulls = vec!["NULL"; usize::try_from(count).unwrap_or(0)].join(", ");
        let values = if nulls.is_empty() { nulls } else { format!("({nulls})") };
        let answer = read(
            self.client,
            &format!("EXPLAIN (VERBOSE {verbose}, FORMAT {format}) EXECUTE bulkhead_plan{values}"),
        )
        .await?;
        read(self.client, "DEALLOCATE bulkhead_plan").await?.map_err(OperateError::Refused)?;
        Ok(answer)
    }

    /// The plan as JSON.
    async fn document(&self) -> Result<Option<serde_json::Value>, OperateError> {
        let lines = self.lines("JSON").await?;
        Ok(lines.ok().and_then(|lines| serde_json::from_str(&lines.join("\n")).ok()))
    }
}

/// Only what a program reads needs the schemas.
fn verbose(format: &str) -> &'static str {
    if format == "JSON" { "ON" } else { "OFF" }
}

/// The schema of hypopg, or why it cannot be asked.
async fn hypopg(client: &Client) -> Result<Result<String, String>, OperateError> {
    let sql = "SELECT n.nspname, v.name IS NOT NULL FROM (SELECT 1) AS one \
               LEFT JOIN pg_extension AS e ON e.extname = 'hypopg' \
               LEFT JOIN pg_namespace AS n ON n.oid = e.extnamespace \
               LEFT JOIN pg_available_extensions AS v ON v.name = 'hypopg'";
    let rows = read(client, sql).await?.map_err(OperateError::Refused)?;
    let row = rows.first().cloned().unwrap_or_default();
    Ok(match (row.some(0), row.is(1)) {
        (Some(schema), _) => Ok(quote_identifier(schema)),
        (None, true) => Err("hypopg is not in this database: CREATE EXTENSION hypopg;".to_owned()),
        (None, false) => {
            Err("the server has no hypopg: install its package (postgresql-NN-hypopg)".to_owned())
        }
    })
}

/// Supposes one index after the other and keeps those that make the statement cheaper.
async fn think(
    client: &Client,
    planner: &Planner<'_>,
    home: &str,
    document: &serde_json::Value,
) -> Result<Vec<IndexIdea>, OperateError> {
    let before = ideas::cost(document).unwrap_or(0.0);
    let mut found = Vec::new();
    for scan in ideas::scans(document) {
        for columns in ideas::candidates(&scan, &columns(client, &scan).await?) {
            let table = format!("{}.{}", quote_identifier(&scan.schema), quote_identifier(&scan.table));
            let names: Vec<String> = columns.iter().map(|name| quote_identifier(name)).collect();
            let sql = format!("CREATE INDEX ON {table} ({})", names.join(", "));
            let suppose = format!("SELECT {home}.hypopg_create_index({})", quote_literal(&sql));
            // A column whose type has no order takes no such index.
            if read(client, &suppose).await?.is_ok()
                && let Some(cost) = planner.document().await?.as_ref().and_then(ideas::cost)
            {
                let sql = sql.replacen("INDEX ON", "INDEX CONCURRENTLY ON", 1) + ";";
                found.extend(ideas::worthwhile(sql, before, cost));
            }
            read(client, &format!("SELECT {home}.hypopg_reset()")).await?.map_err(OperateError::Refused)?;
        }
    }
    found.sort_by(|one, other| {
        one.cost.total_cmp(&other.cost).then_with(|| one.sql.len().cmp(&other.sql.len()))
    });
    found.truncate(5);
    Ok(found)
}

/// The columns of a table.
async fn columns(client: &Client, scan: &Scan) -> Result<Vec<String>, OperateError> {
    let sql = format!(
        "SELECT a.attname FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid \
         JOIN pg_namespace AS n ON n.oid = c.relnamespace \
         WHERE n.nspname = {} AND c.relname = {} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        quote_literal(&scan.schema),
        quote_literal(&scan.table)
    );
    let rows = read(client, &sql).await?.map_err(OperateError::Refused)?;
    Ok(rows.iter().map(|row| row.text(0).to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_statement_that_reads_or_changes_rows_is_planned() {
        let cases = [
            (Some("SELECT * FROM t WHERE id = $1"), Ok("SELECT * FROM t WHERE id = $1")),
            (Some("/* tenant=1 */ UPDATE t SET a = $1;"), Ok("UPDATE t SET a = $1")),
            (Some("WITH x AS (SELECT 1) DELETE FROM t"), Ok("WITH x AS (SELECT 1) DELETE FROM t")),
            (Some("CREATE TABLE t ()"), Err("only SELECT")),
            (Some("EXPLAIN ANALYZE DELETE FROM t"), Err("only SELECT")),
            (Some("SELECT 1; DROP TABLE t"), Err("not one statement")),
            (Some("SELECT * INTO u FROM t"), Err("only SELECT")),
            (Some("SELECT 'x"), Err("cannot be read")),
            (Some("<insufficient privilege>"), Err("pg_read_all_stats")),
            (None, Err("no statement with this id")),
        ];
        for (text, expected) in cases {
            match (statement(text, 0), expected) {
                (Ok(found), Ok(expected)) => assert!(found.ends_with(expected), "{found}"),
                (Err(why), Err(expected)) => assert!(why.contains(expected), "{why}"),
                (found, _) => panic!("{text:?}: {found:?}"),
            }
        }
        assert!(statement(None, 3).unwrap_err().contains("pg_stat_statements.max"));
    }
}
