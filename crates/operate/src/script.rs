//! Runs the statements of a file one by one, so that an error has a place.

use bulkhead_connect::ServerError;
use bulkhead_project::SeedScript;
use bulkhead_sql::{LineIndex, byte_of_character, split, to_underline};
use tokio_postgres::Client;

use crate::{OperateError, ScriptFailure};

/// Runs a script in the transaction that is open.
pub(crate) async fn run(client: &Client, script: &SeedScript) -> Result<(), OperateError> {
    let text = &script.text;
    let cut = split(text).map_err(|error| OperateError::Unreadable {
        path: script.path.clone(),
        position: LineIndex::new(text).position(text, error.span.start),
        reason: error.to_string(),
    })?;
    for statement in &cut.statements {
        let sql = &text[statement.span.clone()];
        let Err(error) = client.batch_execute(sql).await else { continue };
        let server = ServerError::of(&error).ok_or_else(|| OperateError::lost(&error))?;
        let at = server.position.map(|position| {
            statement.span.start + byte_of_character(sql, usize::try_from(position).unwrap_or(0))
        });
        let span = to_underline(text, &statement.span, at);
        return Err(OperateError::Script(Box::new(ScriptFailure {
            path: script.path.clone(),
            text: text.clone(),
            position: LineIndex::new(text).position(text, span.start),
            span,
            server,
        })));
    }
    Ok(())
}
