//! Loads one table: a few rows first, which become plainer until they are taken, then all.

use std::sync::Arc;
use std::time::Instant;

use bulkhead_connect::ServerError;
use tokio_postgres::error::DbError;

use super::climb::Climbed;
use super::{ATTEMPTS, Loaded, Run, State, millis, own};
use crate::GenerateError;
use crate::scale::crop::{Crop, Link, Pick, Source};
use crate::scale::load::{sample, send_all, send_places};
use crate::scale::maker::Maker;
use crate::scale::prepare::Prepared;
use crate::scale::refusal::{give_way, give_way_where_named};
use crate::scale::report::ScaleProgress;
use crate::scale::states::Ties;

impl Run<'_> {
    /// Tries a few rows of a table, makes them plainer until they are taken, and sends all.
    pub(super) async fn load(
        &self,
        state: &mut State,
        table: usize,
        watch: &mut dyn FnMut(ScaleProgress<'_>),
    ) -> Result<Loaded, GenerateError> {
        let found = &self.schema.tables[table];
        let counted_on = state.late.iter().any(|key| self.schema.references[*key].parent == table);
        // Triggers may have made rows meanwhile.
        self.begin_behind(table, &mut state.prepared[table]).await?;
        state.prepared[table].ties = Ties::Untried;
        let before_all = state.prepared[table].clone();
        // What was wrong at first is the true reason: what follows comes from ways around it.
        let mut reason = None;
        let mut climbed = state.prepared[table].stubborn;
        let mut wanting = None;
        for _ in 0..ATTEMPTS {
            let before = state.world.tables[table].rows();
            self.settle(state, table);
            if state.prepared[table].failed.is_some() {
                break;
            }
            if counted_on && state.world.tables[table].rows() != before {
                return Ok(Loaded::Again);
            }
            let error = match self.attempt(state, table, None).await? {
                Ok(_) => {
                    self.regain(state, table).await?;
                    self.forget_plans().await?;
                    let began = Instant::now();
                    match self.attempt(state, table, Some(watch)).await? {
                        Ok(digest) => {
                            let milliseconds = millis(began);
                            self.advance_sequences(state, table).await?;
                            self.analyze(state, table).await?;
                            self.content(state, table);
                            return Ok(Loaded::Done { digest, milliseconds });
                        }
                        Err(_) if state.world.tables[table].tied => {
                            self.untie(state, table);
                            continue;
                        }
                        Err(error) => {
                            // A few rows were taken, all were not: perhaps there are too many.
                            let by_trigger = error.constraint().is_none() && error.column().is_none();
                            if by_trigger && self.raise_quota(state, table, &error).await? {
                                state.prepared[table] = before_all;
                                return Ok(Loaded::Again);
                            }
                            if by_trigger && state.world.tables[table].rows() > self.tenants.max(1) {
                                reason.get_or_insert_with(|| ServerError::from(&*error).to_string());
                                state.prepared[table].quarters += 1;
                                continue;
                            }
                            error
                        }
                    }
                }
                Err(error) => error,
            };
            if self.is_there_already(state, table, &error) {
                return Err(GenerateError::AlreadyThere {
                    seed: self.wanted.seed,
                    table: found.plain_name.clone(),
                });
            }
            let first = || ServerError::from(&*error).to_string();
            let reason = reason.get_or_insert_with(first).clone();
            if self.keep_step(state, table, &error).await? {
                continue;
            }
            if !climbed {
                match self.climb(state, table, &error).await? {
                    Climbed::Taken => {
                        climbed = true;
                        continue;
                    }
                    Climbed::Refused { guard, at } => {
                        climbed = true;
                        wanting = Some((guard, at));
                    }
                    Climbed::NoTrigger => {}
                }
            }
            if !give_way(found, &state.world.tables[table], &mut state.prepared[table], &error)
                && !self.leave_to_triggers(state, table, &before_all).await?
            {
                state.prepared[table].failed = Some(reason);
                break;
            }
        }
        let reason = reason.unwrap_or_else(|| "no row was taken in many attempts".to_owned());
        state.prepared[table].failed.get_or_insert(reason);
        if self.withdraw(state, table) {
            return Ok(Loaded::Again);
        }
        if self.adopt(state, table).await? {
            return Ok(Loaded::Nothing);
        }
        if let Some((guard, at)) = wanting
            && self.demand(state, table, &guard, at).await?
        {
            state.prepared[table] = before_all;
            return Ok(Loaded::Again);
        }
        state.world.tables[table] = Crop::default();
        if counted_on { Ok(Loaded::Again) } else { Ok(Loaded::Nothing) }
    }

    /// Lets the links of keys go on in step when a trigger refuses rows; false when it refuses those as well.
    async fn keep_step(
        &self,
        state: &mut State,
        table: usize,
        error: &DbError,
    ) -> Result<bool, GenerateError> {
        let picks_apart = |link: &Link| matches!(link.pick, Pick::Digit(_));
        let by_trigger = error.constraint().is_none() && error.column().is_none();
        if !by_trigger
            || !state.traits[table].triggers
            || !state.world.tables[table].links.iter().any(picks_apart)
        {
            return Ok(false);
        }
        state.prepared[table].in_step = true;
        self.settle(state, table);
        if state.prepared[table].failed.is_none() && self.attempt(state, table, None).await?.is_ok() {
            return Ok(true);
        }
        state.prepared[table].in_step = false;
        state.prepared[table].failed = None;
        self.settle(state, table);
        Ok(false)
    }

    /// Whether a row that is different from all others of this seed meets one that was there.
    pub(super) fn is_there_already(&self, state: &State, table: usize, error: &DbError) -> bool {
        let found = &self.schema.tables[table];
        let key = found.keys.iter().find(|key| Some(key.name.as_str()) == error.constraint());
        let unique = |column: &usize| match &state.world.tables[table].sources[*column] {
            Source::Made { maker, .. } => maker.is_unique(),
            _ => false,
        };
        error.code().code() == "23505"
            && state.there[table]
            && key.is_some_and(|key| key.columns.iter().any(unique))
    }

    /// Sends the rows of a table, or a few of them which are taken back.
    pub(super) async fn attempt(
        &self,
        state: &State,
        table: usize,
        watch: Option<&mut dyn FnMut(ScaleProgress<'_>)>,
    ) -> Result<Result<[u8; 32], Box<DbError>>, GenerateError> {
        let found = &self.schema.tables[table];
        self.client.batch_execute("SAVEPOINT bulkhead_table").await.map_err(own)?;
        let trial = watch.is_none();
        let mut sent = 0;
        let outcome = match watch {
            None => {
                let rows = sample(&state.world, table);
                send_places(self.client, found, &state.world, table, &rows).await.map(|()| [0; 32])
            }
            Some(watch) => {
                let world = Arc::new(state.world.clone());
                let mut count = |rows| {
                    sent += rows;
                    watch(ScaleProgress::Rows(rows));
                };
                let outcome = send_all(self.client, found, &world, table, self.wanted.jobs, &mut count).await;
                if outcome.is_err() {
                    watch(ScaleProgress::Again { rows: sent });
                }
                outcome
            }
        };
        let back = "ROLLBACK TO SAVEPOINT bulkhead_table; RELEASE SAVEPOINT bulkhead_table";
        let end = if trial || outcome.is_err() { back } else { "RELEASE SAVEPOINT bulkhead_table" };
        match outcome {
            Ok(digest) => {
                self.client.batch_execute(end).await.map_err(own)?;
                Ok(Ok(digest))
            }
            Err(error) => match error.as_db_error().cloned() {
                Some(refusal) => {
                    self.client.batch_execute(end).await.map_err(own)?;
                    Ok(Err(Box::new(refusal)))
                }
                None => Err(own(error)),
            },
        }
    }

    /// Looks for a column that a trigger fills when it is left out; everything else is as it was at first.
    pub(super) async fn leave_to_triggers(
        &self,
        state: &mut State,
        table: usize,
        before: &Prepared,
    ) -> Result<bool, GenerateError> {
        if !state.traits[table].triggers || state.prepared[table].omitted {
            return Ok(false);
        }
        for column in 0..self.schema.tables[table].columns.len() {
            let found = &self.schema.tables[table].columns[column];
            if found.generated.is_some() || found.nullable || before.pinned[column] || before.nulls[column] {
                continue;
            }
            state.prepared[table] = Prepared { omitted: true, ..before.clone() };
            state.prepared[table].ladders[column] = vec![Maker::Null];
            for _ in 0..ATTEMPTS {
                self.settle(state, table);
                if state.prepared[table].failed.is_some() {
                    break;
                }
                let Err(error) = self.attempt(state, table, None).await? else { return Ok(true) };
                let (crop, prepared) = (&state.world.tables[table], &mut state.prepared[table]);
                let found = &self.schema.tables[table];
                if !give_way_where_named(found, crop, prepared, &error) {
                    break;
                }
            }
        }
        state.prepared[table] = Prepared { omitted: true, ..before.clone() };
        Ok(false)
    }

    /// After all columns were made plain for a trigger that named none, finds those that need not be.
    pub(super) async fn regain(&self, state: &mut State, table: usize) -> Result<(), GenerateError> {
        if state.prepared[table].level == 0 {
            return self.tie(state, table).await;
        }
        for column in 0..self.schema.tables[table].columns.len() {
            let prepared = &state.prepared[table];
            let (rung, null) = (prepared.rungs[column], prepared.nulls[column]);
            let first = prepared.ladders[column].first().cloned().unwrap_or(Maker::Null);
            if first == Maker::Null || (rung == 0 && !null) || prepared.pinned[column] {
                continue;
            }
            state.prepared[table].rungs[column] = 0;
            state.prepared[table].nulls[column] = false;
            self.settle(state, table);
            let taken =
                state.prepared[table].failed.is_none() && self.attempt(state, table, None).await?.is_ok();
            if !taken {
                state.prepared[table].failed = None;
                state.prepared[table].rungs[column] = rung;
                state.prepared[table].nulls[column] = null;
                self.settle(state, table);
            }
        }
        state.prepared[table].level = 0;
        self.tie(state, table).await
    }
}
