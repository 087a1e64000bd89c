//! Queries that see the database as a statement of a migration does: under the settings made before it.

use tokio_postgres::{Client, SimpleQueryMessage, SimpleQueryRow};

/// A client and settings that hold for each query, and for nothing after it.
pub(super) struct View<'c> {
    pub client: &'c Client,
    /// Statements, each with its semicolon; empty for none.
    pub settings: &'c str,
}

impl View<'_> {
    /// The rows of one query.
    pub async fn rows(&self, sql: &str) -> Result<Vec<SimpleQueryRow>, tokio_postgres::Error> {
        if self.settings.is_empty() {
            return bulkhead_connect::rows(self.client, sql).await;
        }
        // One message, so that a pooler gives it to one server session, and rolled back, so that nothing stays there.
        match self.client.simple_query(&format!("BEGIN;{}{sql};ROLLBACK", self.settings)).await {
            Ok(answers) => Ok(last_rows(answers)),
            Err(error) => {
                // The error is told; a session that is gone has nothing to roll back.
                let _ = self.client.batch_execute("ROLLBACK").await;
                Err(error)
            }
        }
    }
}

/// The rows of the last statement that gives rows: a setting may be made by SELECT.
fn last_rows(answers: Vec<SimpleQueryMessage>) -> Vec<SimpleQueryRow> {
    let mut rows = Vec::new();
    for answer in answers {
        match answer {
            SimpleQueryMessage::RowDescription(_) => rows.clear(),
            SimpleQueryMessage::Row(row) => rows.push(row),
            _ => {}
        }
    }
    rows
}
