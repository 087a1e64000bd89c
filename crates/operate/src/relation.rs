//! A relation that the manifest names.

use bulkhead_connect::{answer, quote_literal};
use tokio_postgres::Client;

use crate::OperateError;

/// Its schema and name, quoted; `None` when there is none of that name.
pub(crate) async fn relation(client: &Client, name: &str) -> Result<Option<String>, OperateError> {
    let sql = format!(
        "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n \
         ON n.oid = c.relnamespace WHERE c.oid = to_regclass({})",
        quote_literal(name)
    );
    let found = answer(client, &sql).await.map_err(|error| OperateError::of(&error))?;
    Ok(found.into_iter().next())
}
