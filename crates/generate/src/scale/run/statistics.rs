//! Lets the server plan well for rows that came in this very transaction.
//!
//! What checks a foreign key, and what a trigger asks, is planned once for a session, after a few executions for good.
//! A few rows are tried first, when the tables that they lead to are next to empty: any index is as good as another
//! then. That plan would be kept for a million rows.

use super::{Run, State, own};
use crate::GenerateError;

impl Run<'_> {
    /// Lets everything be planned anew.
    pub(super) async fn forget_plans(&self) -> Result<(), GenerateError> {
        self.client.batch_execute("DISCARD PLANS").await.map_err(own)
    }

    /// Gathers the statistics of a table that the rows of others lead to, before those come.
    pub(super) async fn analyze(&self, state: &mut State, table: usize) -> Result<(), GenerateError> {
        if !self.is_rehearsal && self.schema.references.iter().any(|key| key.parent == table) {
            let sql = format!("ANALYZE {}", self.schema.tables[table].name);
            self.client.batch_execute(&sql).await.map_err(own)?;
            state.analyzed[table] = true;
        }
        Ok(())
    }
}
