//! What a database is called, and which environment it says it belongs to: its setting `bulkhead.environment`.

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::Client;

use crate::OperateError;

/// The environment that nothing made up may reach.
pub const PRODUCTION: &str = "production";

/// The name of the database that a session is in.
pub(crate) async fn database_of(client: &Client) -> Result<String, OperateError> {
    let named = bulkhead_connect::answer(client, "SELECT current_database()").await;
    Ok(named.map_err(|error| OperateError::of(&error))?.into_iter().next().unwrap_or_default())
}

/// The environment that the database names, in lower case; `None` when it names none.
pub async fn environment_of(client: &Client) -> Result<Option<String>, OperateError> {
    let sql = "SELECT lower(trim(current_setting('bulkhead.environment', true)))";
    let rows = bulkhead_connect::rows(client, sql).await.map_err(|error| OperateError::of(&error))?;
    let named = rows.first().and_then(|row| row.get(0)).unwrap_or_default();
    Ok(Some(named.to_owned()).filter(|named| !named.is_empty()))
}

/// Lets the database say which environment it belongs to. Takes ownership of the database; sessions that are open
/// keep what they knew.
pub async fn mark_environment(
    client: &Client,
    database: &str,
    environment: &str,
) -> Result<(), OperateError> {
    let sql = format!(
        "ALTER DATABASE {} SET bulkhead.environment = {}",
        quote_identifier(database),
        quote_literal(environment)
    );
    client.batch_execute(&sql).await.map_err(|error| OperateError::of(&error))
}

/// Refuses when the database says that it is a production database.
pub(crate) async fn refuse_production(client: &Client, what: &'static str) -> Result<(), OperateError> {
    match environment_of(client).await? {
        Some(named) if named == PRODUCTION => Err(OperateError::Production { what }),
        _ => Ok(()),
    }
}
