//! Binds times to states once rows are known that are taken without.

use super::{Run, State};
use crate::GenerateError;
use crate::scale::states::Ties;

impl Run<'_> {
    /// Lets times go with the states of their rows, if such rows are taken, too.
    pub(super) async fn tie(&self, state: &mut State, table: usize) -> Result<(), GenerateError> {
        if state.prepared[table].ties != Ties::Untried {
            return Ok(());
        }
        state.prepared[table].ties = Ties::Held;
        self.settle(state, table);
        let taken = state.prepared[table].failed.is_none()
            && (!state.world.tables[table].tied || self.attempt(state, table, None).await?.is_ok());
        if !taken {
            state.prepared[table].failed = None;
            self.untie(state, table);
        }
        Ok(())
    }

    /// Leaves the times null again.
    pub(super) fn untie(&self, state: &mut State, table: usize) {
        state.prepared[table].ties = Ties::Refused;
        self.settle(state, table);
    }
}
