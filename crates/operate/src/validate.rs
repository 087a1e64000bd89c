//! Looks for data that should not be there: the project's questions in `validate/`, and what can be wrong with the data
//! of any database.

use bulkhead_connect::quote_literal;
use bulkhead_migrate::ask;
use bulkhead_project::{Question, Severity};
use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use crate::environment::{database_of, environment_of};

/// What was found.
#[derive(Clone, Debug, Serialize)]
pub struct ValidateReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// The environment that the database names, if any.
    pub environment: Option<String>,
    /// Whether nothing was found.
    pub ok: bool,
    /// The checks, those of the project first.
    pub checks: Vec<Check>,
}

/// One thing that was looked for.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// What, in words.
    pub name: String,
    /// How bad it is.
    pub severity: Severity,
    /// Where the question is written: file and line; `None` for what every database is asked.
    pub place: Option<String>,
    /// Whether all is well.
    pub ok: bool,
    /// What was found instead: the rows of the answer.
    pub found: Vec<String>,
}

/// Constraints that hold for new rows only.
const NOT_VALIDATED: &str = "
    SELECT c.conrelid::regclass || ': ' || c.conname FROM pg_constraint AS c
    WHERE NOT c.convalidated AND c.conrelid <> 0 ORDER BY 1";

/// Indexes that a failed build left, which no query uses and every write pays for.
const INVALID_INDEXES: &str = "
    SELECT i.indrelid::regclass || ': ' || i.indexrelid::regclass FROM pg_index AS i
    WHERE NOT i.indisvalid AND NOT EXISTS (
      SELECT FROM pg_stat_progress_create_index AS p WHERE p.index_relid = i.indexrelid)
    ORDER BY 1";

/// Sequences of columns whose highest value is quick to find, because they lead an index or their table has no more
/// than 8 MiB: the column's table, its name quoted, and the sequence.
const SEQUENCES: &str = "
    SELECT d.refobjid::regclass, quote_ident(a.attname), d.objid::regclass
    FROM pg_depend AS d
    JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
    JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
      AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
      AND has_table_privilege(d.refobjid, 'SELECT')
      -- The server may ask this of any relation before it looks at its kind.
      AND CASE WHEN s.relkind = 'S' THEN has_sequence_privilege(s.oid, 'SELECT') END
      AND (EXISTS (SELECT FROM pg_index AS i WHERE i.indrelid = d.refobjid AND i.indkey[0] = a.attnum)
        OR EXISTS (
          SELECT FROM pg_class AS t
          WHERE t.oid = d.refobjid AND t.relkind = 'r' AND pg_relation_size(t.oid) <= 8388608))
    ORDER BY 1, 2";

/// Asks everything in one read-only snapshot. Questions for another environment than the one that the database names are
/// left out.
pub async fn validate(
    client: &Client,
    project: &str,
    questions: &[Question],
) -> Result<ValidateReport, OperateError> {
    let own = |error: tokio_postgres::Error| OperateError::of(&error);
    let (database, environment) = (database_of(client).await?, environment_of(client).await?);
    client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await.map_err(own)?;
    let asked: Vec<Question> = questions
        .iter()
        .filter(|question| question.environment.is_none() || question.environment == environment)
        .cloned()
        .collect();
    let answers = ask(client, &asked).await?;
    let mut checks: Vec<Check> = asked
        .iter()
        .zip(answers)
        .map(|(question, answer)| Check {
            name: question.name.clone(),
            severity: question.severity,
            place: Some(format!("{}:{}", question.path.display(), question.line)),
            ok: answer.ok,
            found: if answer.ok { Vec::new() } else { answer.rows },
        })
        .collect();
    checks.push(
        general(client, "constraints that were never validated", Severity::Medium, NOT_VALIDATED).await?,
    );
    checks.push(general(client, "invalid indexes", Severity::High, INVALID_INDEXES).await?);
    let behind = behind(client).await?;
    checks.push(Check::of_database("sequences behind the column they number", Severity::High, behind));
    client.batch_execute("COMMIT").await.map_err(own)?;
    let ok = checks.iter().all(|check| check.ok);
    Ok(ValidateReport { project: project.to_owned(), database, environment, ok, checks })
}

impl Check {
    /// A check that every database is asked.
    fn of_database(name: &str, severity: Severity, found: Vec<String>) -> Check {
        Check { name: name.to_owned(), severity, place: None, ok: found.is_empty(), found }
    }
}

async fn general(client: &Client, name: &str, severity: Severity, sql: &str) -> Result<Check, OperateError> {
    let found = bulkhead_connect::answer(client, sql).await.map_err(|error| OperateError::of(&error))?;
    Ok(Check::of_database(name, severity, found))
}

/// Sequences whose next value is in the table already, or below: the next insert meets a duplicate key. That is what
/// copied or restored data leave behind.
async fn behind(client: &Client) -> Result<Vec<String>, OperateError> {
    let own = |error: tokio_postgres::Error| OperateError::of(&error);
    let rows = bulkhead_connect::rows(client, SEQUENCES).await.map_err(own)?;
    let queries: Vec<String> = rows
        .iter()
        .filter_map(|row| Some((row.get(0)?, row.get(1)?, row.get(2)?)))
        .map(|(table, column, sequence)| {
            format!(
                "SELECT {table_text} || '.' || {column_text} || ': ' || m.top || ', sequence at ' || s.last_value \
                 FROM (SELECT max({column}) AS top FROM {table}) AS m, {sequence} AS s \
                 JOIN pg_sequence AS q ON q.seqrelid = {sequence_text}::regclass WHERE q.seqincrement > 0 \
                 AND m.top >= s.last_value + CASE WHEN s.is_called THEN q.seqincrement ELSE 0 END",
                table_text = quote_literal(table),
                column_text = quote_literal(column),
                sequence_text = quote_literal(sequence),
            )
        })
        .collect();
    match queries.is_empty() {
        true => Ok(Vec::new()),
        false => bulkhead_connect::answer(client, &queries.join(" UNION ALL ")).await.map_err(own),
    }
}
