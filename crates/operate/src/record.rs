//! Keeps a report in the project's own tables.

use std::error::Error;

use bulkhead_project::SeedScript;
use bytes::{BufMut, BytesMut};
use tokio_postgres::Client;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::OperateError;
use crate::script::{cut, failure};

/// A report as JSON, on its way into a `jsonb`.
#[derive(Debug)]
struct Report<'t>(&'t str);

impl ToSql for Report<'_> {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        // The binary form of jsonb is a version, always 1, and the text.
        out.put_u8(1);
        out.put_slice(self.0.as_bytes());
        Ok(IsNull::No)
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::JSONB
    }

    to_sql_checked!();
}

/// Runs the statements in one transaction, each with the report as `$1`. Returns how many rows they touched;
/// nothing is kept when one of them fails.
pub async fn record(client: &Client, script: &SeedScript, report: &str) -> Result<u64, OperateError> {
    let own = |error: tokio_postgres::Error| OperateError::of(&error);
    let statements = cut(script)?;
    client.batch_execute("BEGIN").await.map_err(own)?;
    let mut rows = 0;
    for span in statements {
        let sql = &script.text[span.clone()];
        match client.execute_typed(sql, &[(&Report(report), Type::JSONB)]).await {
            Ok(touched) => rows += touched,
            Err(error) => {
                // A broken connection takes the transaction with it.
                let _ = client.batch_execute("ROLLBACK").await;
                return Err(failure(script, &span, &error));
            }
        }
    }
    client.batch_execute("COMMIT").await.map_err(own)?;
    Ok(rows)
}
