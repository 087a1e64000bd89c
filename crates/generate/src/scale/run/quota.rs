//! A trigger may count the rows of a tenant against a number in a row above: so many projects and no more. It takes a
//! few rows and refuses them all. Such a number is raised, and everything begins anew; where there is none, the table
//! gets fewer rows.

use tokio_postgres::error::DbError;

use super::{Run, State};
use crate::GenerateError;
use crate::kind::Kind;
use crate::scale::crop::Source;
use crate::scale::guards::{guards, reached};

/// What a quota is raised to: more than a table has rows per tenant.
const PLENTY: &str = "1000000";

impl Run<'_> {
    /// Raises the numbers that a trigger speaks of in a row above; false when there are none, or they are raised
    /// already.
    pub(super) async fn raise_quota(
        &self,
        state: &mut State,
        table: usize,
        error: &DbError,
    ) -> Result<bool, GenerateError> {
        let guards = guards(self.client, &self.schema.tables[table].name).await?;
        let Some((guard, _)) = reached(&guards, error) else { return Ok(false) };
        let guard = &guards[guard];
        for parent in self.above(state, table) {
            let found = &self.schema.tables[parent];
            let is_quota = |column: &usize| {
                matches!(found.columns[*column].kind, Kind::Integer(_))
                    && matches!(state.world.tables[parent].sources.get(*column), Some(Source::Made { .. }))
                    && !found.is_in_key(*column)
                    && !state.prepared[parent].pinned[*column]
                    && !state.demands.is_kept(parent, *column)
                    && guard.mentions(&found.columns[*column].name)
            };
            let columns: Vec<usize> = (0..found.columns.len()).filter(is_quota).collect();
            if columns.is_empty() || !guard.mentions(&found.own_name) {
                continue;
            }
            let mut fixed = state.demands.kept_of(parent);
            fixed.extend(columns.iter().map(|column| (*column, PLENTY.to_owned())));
            let (word, there) = (&state.world.word, state.there[parent]);
            let prepared = self.prepare(parent, word, there, &fixed).await?;
            // The checks of the table itself may not let it be.
            if prepared.failed.is_none() {
                state.prepared[parent] = prepared;
                columns.into_iter().for_each(|column| state.demands.keep(parent, column, PLENTY));
                return Ok(true);
            }
        }
        Ok(false)
    }
}
