//! A rehearsal with few rows: what triggers want is found out before all rows are sent, because it may take many
//! beginnings. What was learnt is kept, the rows are not.

use super::{BEGINNINGS, Run, State, own};
use crate::GenerateError;
use crate::scale::prepare::Prepared;
use crate::scale::report::Scale;

/// Rows in the largest table.
const ROWS: u64 = 64;
const TENANTS: u64 = 3;

impl Run<'_> {
    /// Loads few rows of all tables and takes them out again. A table that could not be filled is as it was: with
    /// more rows it may be.
    pub(super) async fn rehearse(&self, state: &mut State) -> Result<(), GenerateError> {
        let few = Scale { rows: self.wanted.rows.min(ROWS), ..self.wanted.clone() };
        let tenants = self.tenants.min(TENANTS);
        let weights = self.weights.iter().copied().take(usize::try_from(tenants).unwrap_or(0)).collect();
        let (per_tenant, order) = (self.per_tenant.clone(), self.order.clone());
        let run = Run { wanted: &few, tenants, weights, per_tenant, order, is_rehearsal: true, ..*self };
        let before = (state.traits.clone(), state.prepared.clone());
        state.world.tenants = tenants;
        run.play(state).await?;
        state.world.tenants = self.tenants;
        state.traits = before.0;
        for (prepared, before) in state.prepared.iter_mut().zip(before.1) {
            prepared.quarters = 0;
            if prepared.failed.is_some() {
                *prepared = Prepared { stubborn: true, ..before };
            }
        }
        state.by_triggers.fill(None);
        state.demands.close();
        self.settle_all(state).await
    }

    async fn play(&self, state: &mut State) -> Result<(), GenerateError> {
        for _ in 0..BEGINNINGS {
            match self.settle_all(state).await {
                Err(GenerateError::NoRows) => return Ok(()),
                settled => settled?,
            }
            let loaded = self.load_all(state, &mut |_| {}).await?;
            self.client.batch_execute("ROLLBACK TO SAVEPOINT bulkhead_scale").await.map_err(own)?;
            if loaded.is_some() {
                break;
            }
        }
        Ok(())
    }
}
