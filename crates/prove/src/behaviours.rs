//! Runs the cases of a project: each as it is, then once for every guard with that guard taken away.

use std::path::PathBuf;

use bulkhead_connect::ServerError;
use bulkhead_migrate::Interrupt;
use bulkhead_project::{BehaviourFile, Case, CaseStatement, Outcome};
use serde::Serialize;
use tokio_postgres::Client;

use crate::ProveError;

/// What a case showed.
#[derive(Clone, Debug, Serialize)]
pub struct CaseReport {
    /// The file.
    pub path: PathBuf,
    /// The line of the case.
    pub line: usize,
    /// What is promised.
    pub name: String,
    /// Why the promise counts as broken, if it does.
    pub problem: Option<Problem>,
    /// What happened without each guard.
    pub guards: Vec<GuardReport>,
}

impl CaseReport {
    /// Whether the promise is kept and every missing guard noticed.
    pub fn is_ok(&self) -> bool {
        self.problem.is_none() && self.guards.iter().all(|guard| guard.problem.is_none())
    }
}

/// What happened without a guard.
#[derive(Clone, Debug, Serialize)]
pub struct GuardReport {
    /// The line of the guard.
    pub line: usize,
    /// What was run to take it away.
    pub sql: String,
    /// Why this shows nothing, if so.
    pub problem: Option<Problem>,
}

/// Why a case, or a case without a guard, is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Problem {
    /// A statement had another outcome than the one expected.
    NotMet {
        /// Its line.
        line: usize,
        /// What was expected.
        expected: String,
        /// What came: the rows, or the error.
        got: Vec<String>,
    },
    /// A statement without expectation failed, so the case shows nothing.
    Failed {
        /// Its line.
        line: usize,
        /// What the server says.
        server: ServerError,
    },
    /// The guard cannot be taken away: its SQL failed.
    GuardFailed {
        /// What the server says.
        server: ServerError,
    },
    /// The case passes without the guard, so it is not the guard that it shows.
    NotNoticed,
}

impl Problem {
    /// The line of the statement, where it is one of the case's.
    pub fn line(&self) -> Option<usize> {
        match self {
            Problem::NotMet { line, .. } | Problem::Failed { line, .. } => Some(*line),
            Problem::GuardFailed { .. } | Problem::NotNoticed => None,
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Problem::NotMet { expected, got, .. } => {
                let got: Vec<&str> = got.iter().take(10).map(String::as_str).collect();
                let got = if got.is_empty() { "no row".to_owned() } else { got.join("; ") };
                write!(formatter, "expected {expected}, got {got}")
            }
            Problem::Failed { server, .. } => {
                write!(formatter, "the case is broken: {server}{}", innermost_call(server))
            }
            Problem::GuardFailed { server } => {
                write!(formatter, "the guard cannot be taken away: {server}{}", innermost_call(server))
            }
            Problem::NotNoticed => formatter.write_str("without its guard the case passes all the same"),
        }
    }
}

/// Where in PL/pgSQL it happened, if the server says so.
fn innermost_call(server: &ServerError) -> String {
    let first = server.context.as_deref().and_then(|context| context.lines().next());
    first.map(|line| format!(" ({line})")).unwrap_or_default()
}

/// Runs the cases whose name contains `wanted`, each in a transaction that is rolled back. `client` must be connected to
/// a scratch database: taking guards away locks whole tables.
pub async fn behaviours(
    client: &Client,
    files: &[BehaviourFile],
    wanted: &str,
    interrupt: &Interrupt,
) -> Result<Vec<CaseReport>, ProveError> {
    let wanted = wanted.to_lowercase();
    let mut reports = Vec::new();
    for file in files {
        for case in file.cases.iter().filter(|case| case.name.to_lowercase().contains(&wanted)) {
            let problem = run(client, file, case, None).await?;
            let mut guards = Vec::with_capacity(case.guards.len());
            for guard in &case.guards {
                if interrupt.is_set() {
                    return Err(ProveError::Interrupted);
                }
                let outcome = run(client, file, case, Some(&guard.sql)).await?;
                let problem = match outcome {
                    Some(Problem::NotMet { .. }) => None,
                    Some(other) => Some(other),
                    None => Some(Problem::NotNoticed),
                };
                guards.push(GuardReport { line: guard.line, sql: guard.sql.clone(), problem });
            }
            let (path, name) = (file.path.clone(), case.name.clone());
            reports.push(CaseReport { path, line: case.line, name, problem, guards });
        }
    }
    Ok(reports)
}

/// Runs one case in a transaction and takes it back.
async fn run(
    client: &Client,
    file: &BehaviourFile,
    case: &Case,
    guard: Option<&str>,
) -> Result<Option<Problem>, ProveError> {
    let own = |error: tokio_postgres::Error| ProveError::lost(&error);
    client.batch_execute("BEGIN; SET LOCAL statement_timeout = '60s'").await.map_err(own)?;
    let mut problem = None;
    if let Some(guard) = guard {
        problem = match client.batch_execute(guard).await {
            Ok(()) => None,
            Err(error) => Some(Problem::GuardFailed { server: ProveError::server(&error)? }),
        };
    }
    for statement in file.setup.iter().chain(&case.statements) {
        if problem.is_some() {
            break;
        }
        problem = check(client, statement).await?;
    }
    client.batch_execute("ROLLBACK").await.map_err(own)?;
    Ok(problem)
}

/// Runs one statement and compares what comes of it.
async fn check(client: &Client, statement: &CaseStatement) -> Result<Option<Problem>, ProveError> {
    let CaseStatement { line, sql, expected } = statement;
    let Some(expected) = expected else {
        return match client.batch_execute(sql).await {
            Ok(()) => Ok(None),
            Err(error) => Ok(Some(Problem::Failed { line: *line, server: ProveError::server(&error)? })),
        };
    };
    let savepoint = |sql: &'static str| async move {
        client.batch_execute(sql).await.map_err(|error| ProveError::lost(&error))
    };
    savepoint("SAVEPOINT bulkhead_case").await?;
    let (met, got) = match bulkhead_connect::answer(client, sql).await {
        Ok(rows) => {
            savepoint("RELEASE SAVEPOINT bulkhead_case").await?;
            (matches!(expected, Outcome::Answer { expected } if expected.accepts(&rows)), rows)
        }
        Err(error) => {
            let server = ProveError::server(&error)?;
            savepoint("ROLLBACK TO SAVEPOINT bulkhead_case").await?;
            (is_expected(expected, &server), vec![server.to_string()])
        }
    };
    Ok((!met).then(|| Problem::NotMet { line: *line, expected: expected.to_string(), got }))
}

fn is_expected(expected: &Outcome, server: &ServerError) -> bool {
    match expected {
        Outcome::Answer { .. } => false,
        Outcome::Error { sqlstate, words } => {
            sqlstate.split('|').any(|right| right == server.sqlstate)
                && server.message.to_lowercase().contains(&words.to_lowercase())
        }
    }
}
