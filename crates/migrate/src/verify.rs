//! Asks a database the questions of its project and compares the answers.

use std::path::PathBuf;

use bulkhead_connect::ServerError;
use bulkhead_project::{Expectation, Question};
use serde::Serialize;
use tokio_postgres::Client;

use crate::MigrateError;

/// The answers to all questions of a project.
#[derive(Clone, Debug, Serialize)]
pub struct VerifyReport {
    /// The project.
    pub project: String,
    /// Whether every answer is right.
    pub ok: bool,
    /// The answers in the order of the questions.
    pub answers: Vec<Answer>,
}

/// The answer to one question.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// The file.
    pub path: PathBuf,
    /// The line of the question.
    pub line: usize,
    /// What was asked.
    pub name: String,
    /// What would be right.
    pub expected: Expectation,
    /// The rows that came back, values joined by ` | `.
    pub rows: Vec<String>,
    /// Whether they are right.
    pub ok: bool,
}

/// Asks all questions in one read-only snapshot.
///
/// Fails when a question cannot be asked at all: its SQL is wrong or a right is missing.
pub async fn verify(
    client: &Client,
    project: &str,
    questions: &[Question],
) -> Result<VerifyReport, MigrateError> {
    let own = |error: tokio_postgres::Error| MigrateError::own_statement(&error);
    client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await.map_err(own)?;
    let answers = ask(client, questions).await?;
    client.batch_execute("COMMIT").await.map_err(own)?;
    Ok(VerifyReport { project: project.to_owned(), ok: answers.iter().all(|answer| answer.ok), answers })
}

/// Asks questions in the transaction that is open, or each in one of its own.
///
/// Fails when a question cannot be asked at all: its SQL is wrong or a right is missing.
pub async fn ask(client: &Client, questions: &[Question]) -> Result<Vec<Answer>, MigrateError> {
    let mut answers = Vec::with_capacity(questions.len());
    for question in questions {
        let rows = bulkhead_connect::answer(client, &question.sql).await.map_err(|error| {
            ServerError::of(&error).map_or_else(
                || MigrateError::lost(&error),
                |server| MigrateError::Question {
                    path: question.path.clone(),
                    line: question.line,
                    name: question.name.clone(),
                    server,
                },
            )
        })?;
        answers.push(Answer {
            path: question.path.clone(),
            line: question.line,
            name: question.name.clone(),
            expected: question.expected.clone(),
            ok: question.expected.accepts(&rows),
            rows,
        });
    }
    Ok(answers)
}
