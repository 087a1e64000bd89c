//! Rows as text, so that judging needs no server.

use bulkhead_connect::ServerError;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::OperateError;

/// One row of an answer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row(Vec<Option<String>>);

impl Row {
    /// The text of a column; empty for a null.
    pub(crate) fn text(&self, column: usize) -> &str {
        self.0.get(column).and_then(Option::as_deref).unwrap_or_default()
    }

    /// The text of a column, if it is not null.
    pub(crate) fn some(&self, column: usize) -> Option<&str> {
        self.0.get(column).and_then(Option::as_deref)
    }

    /// The number in a column, if it is not null.
    pub(crate) fn number(&self, column: usize) -> Option<f64> {
        self.some(column)?.parse().ok()
    }

    /// The count in a column; 0 for a null.
    pub(crate) fn count(&self, column: usize) -> u64 {
        self.some(column).and_then(|text| text.parse().ok()).unwrap_or(0)
    }

    /// Whether a column is true.
    pub(crate) fn is(&self, column: usize) -> bool {
        self.some(column) == Some("t")
    }

    /// A row as a test writes it: `NULL` is a null.
    #[cfg(test)]
    pub(crate) fn of(values: &[&str]) -> Row {
        Row(values.iter().map(|value| (*value != "NULL").then(|| (*value).to_owned())).collect())
    }
}

impl From<&SimpleQueryRow> for Row {
    fn from(row: &SimpleQueryRow) -> Row {
        Row((0..row.len()).map(|column| row.get(column).map(str::to_owned)).collect())
    }
}

/// Runs one query in the open transaction, which goes on also when the server refuses it.
pub(crate) async fn read(client: &Client, sql: &str) -> Result<Result<Vec<Row>, ServerError>, OperateError> {
    let script =
        format!("SAVEPOINT reading; {}; RELEASE SAVEPOINT reading", sql.trim_end().trim_end_matches(';'));
    match bulkhead_connect::rows(client, &script).await {
        Ok(rows) => Ok(Ok(rows.iter().map(Row::from).collect())),
        Err(error) => {
            let refused = ServerError::of(&error).ok_or_else(|| OperateError::lost(&error))?;
            let back = client.batch_execute("ROLLBACK TO SAVEPOINT reading; RELEASE SAVEPOINT reading").await;
            back.map_err(|error| OperateError::of(&error))?;
            Ok(Err(refused))
        }
    }
}
