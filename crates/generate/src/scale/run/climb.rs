//! Looks for rows that the triggers of a table take, one column at a time. A change is kept when rows come further
//! with it: past the trigger, or past the line, that refused them before.

use tokio_postgres::error::DbError;

use super::{Run, State};
use crate::GenerateError;
use crate::kind::Kind;
use crate::scale::ask::raw_values;
use crate::scale::crop::Source;
use crate::scale::guards::{Guard, Reached, guards, reached};
use crate::scale::maker::{Maker, Raw};
use crate::scale::refusal::give_way_where_named;

/// How often rows of a table are tried.
const TRIES: usize = 120;
/// Values of a pool that are tried one after the other.
const VALUES: usize = 24;

/// How a search ended.
pub(super) enum Climbed {
    /// The rows are taken.
    Taken,
    /// No trigger refused them.
    NoTrigger,
    /// This trigger still does, and nothing in the row helps.
    Refused { guard: Guard, at: Reached },
}

impl Run<'_> {
    /// Changes one column after the other until the triggers of the table take its rows. Where they do not,
    /// everything is as it was.
    pub(super) async fn climb(
        &self,
        state: &mut State,
        table: usize,
        error: &DbError,
    ) -> Result<Climbed, GenerateError> {
        if !state.traits[table].triggers {
            return Ok(Climbed::NoTrigger);
        }
        let guards = guards(self.client, &self.schema.tables[table].name).await?;
        let Some(mut at) = reached(&guards, error) else { return Ok(Climbed::NoTrigger) };
        let before = state.prepared[table].clone();
        let mut tries = 0;
        'higher: loop {
            for (column, maker) in self.changes(state, table, &guards[at.0]).await? {
                tries += 1;
                if tries > TRIES {
                    break 'higher;
                }
                let kept = state.prepared[table].clone();
                state.prepared[table].fix(column, maker);
                self.settle(state, table);
                if state.prepared[table].failed.is_none() {
                    let Some(error) = self.attempt_plainer(state, table, &guards).await? else {
                        return Ok(Climbed::Taken);
                    };
                    if let Some(further) = reached(&guards, &error).filter(|further| *further > at) {
                        at = further;
                        continue 'higher;
                    }
                }
                state.prepared[table] = kept;
            }
            break;
        }
        state.prepared[table] = before;
        self.settle(state, table);
        Ok(Climbed::Refused { guard: guards[at.0].clone(), at })
    }

    /// Tries a few rows; what a constraint says about a column meanwhile is followed. Returns what is refused then.
    async fn attempt_plainer(
        &self,
        state: &mut State,
        table: usize,
        guards: &[Guard],
    ) -> Result<Option<Box<DbError>>, GenerateError> {
        loop {
            let Err(error) = self.attempt(state, table, None).await? else { return Ok(None) };
            let (found, crop) = (&self.schema.tables[table], &state.world.tables[table]);
            let by_trigger = reached(guards, &error).is_some();
            if by_trigger || !give_way_where_named(found, crop, &mut state.prepared[table], &error) {
                return Ok(Some(error));
            }
            self.settle(state, table);
            if state.prepared[table].failed.is_some() {
                return Ok(Some(error));
            }
        }
    }

    /// The columns that a trigger speaks of, or all where it speaks of none, each with all the ways it could be the
    /// same in every row.
    async fn changes(
        &self,
        state: &State,
        table: usize,
        guard: &Guard,
    ) -> Result<Vec<(usize, Maker)>, GenerateError> {
        let found = &self.schema.tables[table];
        let prepared = &state.prepared[table];
        let is_free = |column: &usize| {
            matches!(state.world.tables[table].sources[*column], Source::Made { .. })
                && !prepared.pinned[*column]
                && found.columns[*column].generated.is_none()
                && !found.keys.iter().any(|key| key.columns == [*column])
        };
        let mut columns: Vec<usize> = (0..found.columns.len()).filter(is_free).collect();
        let is_meant = |column: &usize| guard.mentions(&found.columns[*column].name);
        if columns.iter().any(is_meant) {
            columns.retain(is_meant);
        }
        let mut changes = Vec::new();
        for column in columns {
            let kind = &found.columns[column].kind;
            let mut texts = empty(kind);
            if matches!(kind, Kind::Text(_)) && guard.mentions(&found.columns[column].name) {
                texts.extend(guard.wanted().into_iter().take(VALUES));
            }
            let more = raw_values(self.client, &found.columns[column].cast, &texts).await?;
            let mut makers = same_in_every_row(&prepared.ladders[column]);
            makers.extend(more.into_iter().map(|(_, raw)| Maker::fixed(raw)));
            if found.columns[column].nullable {
                makers.push(Maker::Null);
            }
            makers.dedup();
            let other = |maker: &Maker| *maker != prepared.maker(column);
            changes.extend(makers.into_iter().filter(other).map(|maker| (column, maker)));
        }
        Ok(changes)
    }
}

/// What says nothing, for a kind of values that can hold many.
fn empty(kind: &Kind) -> Vec<String> {
    let texts: &[&str] = match kind {
        Kind::Array(_) => &["{}"],
        Kind::Json => &["{}", "[]"],
        _ => &[],
    };
    texts.iter().map(ToString::to_string).collect()
}

/// The ways of a column that give every row the same value: the default first, then each of the values that are
/// otherwise taken in turn.
pub(super) fn same_in_every_row(ladder: &[Maker]) -> Vec<Maker> {
    let fixed = ladder.iter().filter(|maker| maker.choices() == Some(1)).cloned();
    let mut makers: Vec<Maker> = fixed.collect();
    for maker in ladder {
        if let Maker::Pool(values) = maker {
            let each = values.iter().take(VALUES).map(|value: &Raw| Maker::fixed(value.clone()));
            let new: Vec<Maker> = each.filter(|maker| !makers.contains(maker)).collect();
            makers.extend(new);
        }
    }
    makers
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn the_default_comes_before_the_values_taken_in_turn() {
        let raw = |text: &str| Some(text.as_bytes().to_vec());
        let pool = Maker::Pool(Arc::new(vec![raw("draft"), raw("queued"), raw("done")]));
        let ladder = [pool, Maker::fixed(raw("queued"))];
        let expected = ["queued", "draft", "done"].map(|text| Maker::fixed(raw(text)));
        assert_eq!(same_in_every_row(&ladder), expected);
    }
}
