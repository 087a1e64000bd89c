//! Some triggers ask for more of the rows that a row points to than that they are there: a run needs a version that
//! is published. When nothing in a row helps, the columns of those rows that the trigger speaks of are given other
//! values, one after the other, and everything begins anew. A value that brings the rows no further is taken back.

use std::collections::BTreeSet;

use super::{Run, State};
use crate::GenerateError;
use crate::kind::Kind;
use crate::scale::crop::Source;
use crate::scale::guards::{Guard, Reached};
use crate::scale::prepare::{Prepared, hints};

/// What is tried, and what was.
#[derive(Debug, Default)]
pub(super) struct Demands {
    /// The value that is being tried.
    trial: Option<Trial>,
    /// Those that were, each with the table whose trigger asked, and that and the column it was for.
    tried: Vec<(usize, usize, usize, String)>,
    /// Those that helped: the table, the column, the value.
    kept: Vec<(usize, usize, String)>,
    /// Whether nothing is tried any more.
    closed: bool,
}

impl Demands {
    /// Lets nothing be tried any more.
    pub(super) fn close(&mut self) {
        self.closed = true;
        self.trial = None;
    }

    /// Lets a column of a table have this value from now on.
    pub(super) fn keep(&mut self, table: usize, column: usize, value: &str) {
        self.kept.push((table, column, value.to_owned()));
    }

    /// Whether a column of a table has a value that helped.
    pub(super) fn is_kept(&self, table: usize, column: usize) -> bool {
        self.kept.iter().any(|(other, place, _)| (*other, *place) == (table, column))
    }

    /// The columns of a table with values that helped.
    pub(super) fn kept_of(&self, table: usize) -> Vec<(usize, String)> {
        let of_table = self.kept.iter().filter(|(other, ..)| *other == table);
        of_table.map(|(_, column, value)| (*column, value.clone())).collect()
    }
}

/// A value of a column of `parent` that perhaps pleases the trigger of `child`.
#[derive(Debug)]
struct Trial {
    child: usize,
    at: Reached,
    parent: usize,
    column: usize,
    value: String,
    before: Prepared,
}

/// How many values are tried for the triggers of one table.
const TRIALS: usize = 8;
/// How many in all.
const ALL_TRIALS: usize = 24;

impl Run<'_> {
    /// Gives another value to a column of rows that a table points to; false when there is none left. Afterwards
    /// everything has to begin anew.
    pub(super) async fn demand(
        &self,
        state: &mut State,
        child: usize,
        guard: &Guard,
        at: Reached,
    ) -> Result<bool, GenerateError> {
        if state.demands.closed {
            return Ok(false);
        }
        let mut taken_back = false;
        if let Some(trial) = state.demands.trial.take() {
            if trial.child == child && at > trial.at {
                state.demands.kept.push((trial.parent, trial.column, trial.value));
            } else {
                state.prepared[trial.parent] = trial.before;
                taken_back = true;
            }
        }
        for parent in self.above(state, child) {
            if !guard.mentions(&self.schema.tables[parent].own_name) {
                continue;
            }
            for (column, value) in self.other_values(state, parent, guard) {
                let attempt = (child, parent, column, value);
                let tried = &state.demands.tried;
                let many = tried.iter().filter(|(table, ..)| *table == child).count() >= TRIALS;
                if many || tried.len() >= ALL_TRIALS || tried.contains(&attempt) {
                    continue;
                }
                state.demands.tried.push(attempt.clone());
                let mut fixed = vec![(column, attempt.3.clone())];
                let kept = state.demands.kept_of(parent);
                fixed.extend(kept.into_iter().filter(|(other, _)| *other != column));
                let there = state.there[parent];
                let prepared = self.prepare(parent, &state.world.word, there, &fixed).await?;
                // The checks of the table itself may not let it be.
                if prepared.failed.is_none() {
                    let before = std::mem::replace(&mut state.prepared[parent], prepared);
                    let value = attempt.3;
                    state.demands.trial = Some(Trial { child, at, parent, column, value, before });
                    return Ok(true);
                }
            }
        }
        Ok(taken_back)
    }

    /// Takes a value back that the table itself refuses; false when none is being tried.
    pub(super) fn withdraw(&self, state: &mut State, table: usize) -> bool {
        match state.demands.trial.take() {
            Some(trial) if trial.parent == table => {
                state.prepared[table] = trial.before;
                true
            }
            other => {
                state.demands.trial = other;
                false
            }
        }
    }

    /// The rows of a table are taken: what was tried for it stays.
    pub(super) fn content(&self, state: &mut State, table: usize) {
        match state.demands.trial.take() {
            Some(trial) if trial.child == table => {
                state.demands.kept.push((trial.parent, trial.column, trial.value));
            }
            other => state.demands.trial = other,
        }
    }

    /// The tables that rows of a table lead to and that are filled here, the nearest first.
    pub(super) fn above(&self, state: &State, child: usize) -> Vec<usize> {
        let mut seen = BTreeSet::from([child]);
        let mut found = vec![child];
        let mut next = 0;
        while next < found.len() {
            let links = state.world.tables[found[next]].links.iter().map(|link| link.parent);
            let referenced = self.schema.references_of(found[next]).map(|(_, key)| key.parent);
            let parents: Vec<usize> = links.chain(referenced).collect();
            found.extend(
                parents.into_iter().filter(|parent| state.traits[*parent].filled && seen.insert(*parent)),
            );
            next += 1;
        }
        found.split_off(1)
    }

    /// Columns of a table that a trigger speaks of and that tell the state of a row, with their other values.
    fn other_values(&self, state: &State, table: usize, guard: &Guard) -> Vec<(usize, String)> {
        let found = &self.schema.tables[table];
        let prepared = &state.prepared[table];
        let mut values = Vec::new();
        for (place, source) in state.world.tables[table].sources.iter().enumerate() {
            let column = &found.columns[place];
            let is_free = matches!(source, Source::Made { .. }) && !found.is_in_key(place);
            if !is_free || prepared.pinned[place] || !guard.mentions(&column.name) {
                continue;
            }
            let of_kind = match &column.kind {
                Kind::Boolean => vec!["true".to_owned(), "false".to_owned()],
                Kind::Enum(labels) => labels.clone(),
                Kind::Text(_) => hints(found, place).texts,
                _ => Vec::new(),
            };
            // A value that all rows have is no other.
            let same = prepared.maker(place).choices() == Some(1);
            let other = |value: &String| !(same && column.constant.as_ref() == Some(value));
            values.extend(of_kind.into_iter().filter(other).map(|value| (place, value)));
        }
        values
    }
}
