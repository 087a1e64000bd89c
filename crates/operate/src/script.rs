//! Runs the statements of a file one by one, so that an error has a place.

use std::ops::Range;

use bulkhead_connect::ServerError;
use bulkhead_project::SeedScript;
use bulkhead_sql::{LineIndex, byte_of_character, split, to_underline};
use tokio_postgres::Client;

use crate::{OperateError, ScriptFailure};

/// Runs a script in the transaction that is open.
pub(crate) async fn run(client: &Client, script: &SeedScript) -> Result<(), OperateError> {
    for span in cut(script)? {
        if let Err(error) = client.batch_execute(&script.text[span.clone()]).await {
            return Err(failure(script, &span, &error));
        }
    }
    Ok(())
}

/// The bytes of each statement.
pub(crate) fn cut(script: &SeedScript) -> Result<Vec<Range<usize>>, OperateError> {
    let text = &script.text;
    let cut = split(text).map_err(|error| OperateError::Unreadable {
        path: script.path.clone(),
        position: LineIndex::new(text).position(text, error.span.start),
        reason: error.to_string(),
    })?;
    Ok(cut.statements.into_iter().map(|statement| statement.span).collect())
}

/// What the server said, at its place in the file.
pub(crate) fn failure(
    script: &SeedScript,
    statement: &Range<usize>,
    error: &tokio_postgres::Error,
) -> OperateError {
    let Some(server) = ServerError::of(error) else { return OperateError::lost(error) };
    let text = &script.text;
    let sql = &text[statement.clone()];
    let at = server
        .position
        .map(|position| statement.start + byte_of_character(sql, usize::try_from(position).unwrap_or(0)));
    let span = to_underline(text, statement, at);
    OperateError::Script(Box::new(ScriptFailure {
        path: script.path.clone(),
        text: text.clone(),
        position: LineIndex::new(text).position(text, span.start),
        span,
        server,
    }))
}
