//! Runs a statement that may fail without spoiling the transaction around it.

use bulkhead_connect::ServerError;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::GenerateError;

/// Why the server refused a statement.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) server: ServerError,
    /// The constraint that a row breaks, else empty.
    pub(crate) constraint: String,
}

/// The rows of a statement, or the server's refusal, of which no trace is left.
pub(crate) async fn attempt(
    client: &Client,
    sql: &str,
) -> Result<Result<Vec<SimpleQueryRow>, Refusal>, GenerateError> {
    let own = |error: tokio_postgres::Error| GenerateError::of(&error);
    // A message of its own: one that cannot be parsed would not set the savepoint either.
    client.batch_execute("SAVEPOINT bulkhead_attempt").await.map_err(own)?;
    match bulkhead_connect::rows(client, sql).await {
        Ok(rows) => {
            client.batch_execute("RELEASE SAVEPOINT bulkhead_attempt").await.map_err(own)?;
            Ok(Ok(rows))
        }
        Err(error) => {
            let server = ServerError::of(&error).ok_or_else(|| GenerateError::of(&error))?;
            let back = "ROLLBACK TO SAVEPOINT bulkhead_attempt; RELEASE SAVEPOINT bulkhead_attempt";
            client.batch_execute(back).await.map_err(own)?;
            let constraint = error.as_db_error().and_then(|error| error.constraint()).unwrap_or_default();
            Ok(Err(Refusal { server, constraint: constraint.to_owned() }))
        }
    }
}
