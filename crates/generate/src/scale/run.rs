//! Carries out a seed at scale in the transaction that is open.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use bulkhead_connect::{ServerError, quote_identifier, quote_literal};
use sha2::{Digest, Sha256};
use tokio_postgres::Client;
use tokio_postgres::error::DbError;

use super::ask;
use super::load::{sample, send_all, send_places};
use super::maker::Maker;
use super::order::order;
use super::prepare::{Prepared, prepare};
use super::refusal::{give_way, give_way_where_named};
use super::report::{Scale, ScaleProgress, ScaleReport, ScaledTable};
use super::rule::{self, Sizes, Traits};
use super::settle::{Ground, Settled};
use super::triggers;
use super::world::{Crop, Source, World};
use super::zipf::{apportion, weights};
use crate::GenerateError;
use crate::kind::Kind;
use crate::schema::Schema;
use crate::tenancy::{Owner, Ownership};

/// Rows of a common table that is there already which may be pointed to.
const THERE: usize = 1_024;
/// How often the rows of a table are tried before it is given up.
const ATTEMPTS: usize = 60;
/// How often a table may turn out smaller or empty and everything begins anew.
const BEGINNINGS: usize = 12;

/// What does not change.
pub(super) struct Run<'r> {
    client: &'r Client,
    schema: &'r Schema,
    ownership: &'r Ownership,
    wanted: &'r Scale,
    tenants: u64,
    per_tenant: Vec<bool>,
    order: Vec<usize>,
    weights: Vec<f64>,
}

/// What is decided about all tables.
struct State {
    traits: Vec<Traits>,
    /// Which tables had rows.
    there: Vec<bool>,
    prepared: Vec<Prepared>,
    world: World,
    sizes: Sizes,
    settled: Vec<Option<Settled>>,
    /// Foreign keys whose rows come before those that they point to.
    late: Vec<usize>,
}

/// How a table went.
enum Loaded {
    Done {
        digest: [u8; 32],
        milliseconds: u64,
    },
    Nothing,
    /// Everything has to begin anew: rows that are there count on this table.
    Again,
}

fn own(error: tokio_postgres::Error) -> GenerateError {
    GenerateError::of(&error)
}

impl<'r> Run<'r> {
    pub(super) fn new(
        client: &'r Client,
        schema: &'r Schema,
        ownership: &'r Ownership,
        wanted: &'r Scale,
        has_tenants: bool,
    ) -> Run<'r> {
        let tenants = if has_tenants { wanted.tenants.max(1) } else { 0 };
        let mut per_tenant: Vec<bool> =
            (0..schema.tables.len()).map(|table| has_tenants && ownership.is_tenants(table)).collect();
        // Users are members of one tenant each.
        if let Some((members, user)) = ownership.membership {
            let users = schema.references_of(members).filter(|(_, key)| key.columns.contains(&user));
            users.for_each(|(_, key)| per_tenant[key.parent] = true);
        }
        let weights = weights(usize::try_from(tenants).unwrap_or(usize::MAX), wanted.zipf);
        let order = order(schema, ownership);
        Run { client, schema, ownership, wanted, tenants, per_tenant, order, weights }
    }

    /// Makes and sends all rows.
    pub(super) async fn make(
        mut self,
        watch: &mut dyn FnMut(ScaleProgress<'_>),
    ) -> Result<ScaleReport, GenerateError> {
        let word = format!("canary{}", self.wanted.seed);
        let (mut traits, there) = ask::traits(self.client, self.schema).await?;
        for (table, there) in there.iter().enumerate() {
            // Where there are tenants, rows that are nobody's and there already are kept as they are: a catalogue.
            let kept = *there && self.tenants > 0 && !self.ownership.is_tenants(table);
            self.per_tenant[table] &= !kept;
            traits[table].filled = !kept;
            traits[table].triggers &= self.wanted.triggers;
        }
        let mut prepared = Vec::with_capacity(self.schema.tables.len());
        for table in 0..self.schema.tables.len() {
            prepared.push(match traits[table].filled {
                true => self.prepare(table, &word, there[table]).await?,
                false => Prepared::failed(String::new(), self.schema.tables[table].columns.len()),
            });
            traits[table].filled &= prepared[table].failed.is_none();
        }
        let world = World { word, tenants: self.tenants, tables: Vec::new() };
        let (sizes, settled) = (Sizes::default(), Vec::new());
        let mut state = State { traits, there, prepared, world, sizes, settled, late: Vec::new() };
        self.settle_all(&mut state).await?;
        if self.wanted.dry_run {
            return Ok(self.report(&state, &[], 0, 0));
        }
        let silent = if self.wanted.triggers { Vec::new() } else { triggers::silence(self.client).await? };
        self.client.batch_execute("SAVEPOINT bulkhead_scale").await.map_err(own)?;
        let mut beginnings = 0;
        let (loaded, milliseconds) = loop {
            let began = Instant::now();
            if let Some(loaded) = self.load_all(&mut state, watch).await? {
                break (loaded, millis(began));
            }
            beginnings += 1;
            if beginnings > BEGINNINGS {
                return Err(GenerateError::NoRows);
            }
            self.client.batch_execute("ROLLBACK TO SAVEPOINT bulkhead_scale").await.map_err(own)?;
            self.settle_all(&mut state).await?;
        };
        triggers::wake(self.client, &silent).await?;
        Ok(self.report(&state, &loaded, milliseconds, silent.len()))
    }

    async fn prepare(&self, table: usize, word: &str, has_rows: bool) -> Result<Prepared, GenerateError> {
        let mut needed: BTreeSet<usize> = BTreeSet::new();
        match self.ownership.owners[table] {
            Owner::Root(column) | Owner::Column(column) => needed.extend([column]),
            Owner::Parent(key) => needed.extend(&self.schema.references[key].columns),
            Owner::Common => {}
        }
        let from = self.schema.references.iter().filter(|key| key.parent == table && key.child != table);
        from.for_each(|key| needed.extend(&key.referenced));
        needed
            .extend(self.ownership.membership.filter(|(members, _)| *members == table).map(|(_, user)| user));
        let needed: Vec<usize> = needed.into_iter().collect();
        let mut prepared = prepare(self.client, self.schema, table, &needed, word, self.wanted.seed).await?;
        if has_rows {
            self.begin_behind(table, &mut prepared).await?;
        }
        Ok(prepared)
    }

    /// Lets numbers begin behind those that are there.
    async fn begin_behind(&self, table: usize, prepared: &mut Prepared) -> Result<(), GenerateError> {
        for column in 0..prepared.ladders.len() {
            let is_serial =
                |maker: &Maker| matches!(maker, Maker::Serial { .. } | Maker::DecimalSerial { .. });
            if prepared.pinned[column] || !prepared.ladders[column].iter().any(is_serial) {
                continue;
            }
            let first = ask::largest(self.client, &self.schema.tables[table], column).await? + 1;
            for maker in &mut prepared.ladders[column] {
                if let Maker::Serial { start, .. } | Maker::DecimalSerial { start, .. } = maker {
                    *start = first;
                }
            }
        }
        Ok(())
    }

    /// Decides about all tables, until the largest is one that can be as large as wanted.
    async fn settle_all(&self, state: &mut State) -> Result<(), GenerateError> {
        loop {
            let (schema, wanted) = (self.schema, self.wanted.rows);
            let (tenants, order) = (self.tenants, self.order.as_slice());
            state.sizes =
                rule::rows(schema, self.ownership, &state.traits, &self.per_tenant, order, tenants, wanted);
            state.world.tables = self.first_crops(state).await?;
            state.settled = vec![None; schema.tables.len()];
            for &table in &self.order {
                if state.traits[table].filled && state.prepared[table].failed.is_none() {
                    self.settle(state, table);
                }
            }
            self.find_late(state);
            let Some(largest) = state.sizes.largest else { return Err(GenerateError::NoRows) };
            if state.prepared[largest].failed.is_none() && state.world.tables[largest].rows() >= wanted {
                return Ok(());
            }
            state.traits[largest].narrow = true;
        }
    }

    /// What is known about the rows of each table before anything is decided.
    async fn first_crops(&self, state: &State) -> Result<Vec<Crop>, GenerateError> {
        let mut crops = Vec::new();
        for (place, table) in self.schema.tables.iter().enumerate() {
            let mut crop = Crop { per_tenant: self.per_tenant[place], ..Crop::default() };
            if state.traits[place].filled {
                crop.set_rows(&match crop.per_tenant {
                    true => match self.ownership.owners[place] {
                        Owner::Root(_) => vec![1; self.weights.len()],
                        _ => apportion(state.sizes.rows[place], &self.weights, state.sizes.least[place]),
                    },
                    false => vec![state.sizes.rows[place]],
                });
            } else if state.there[place] {
                let from = self.schema.references.iter().filter(|key| key.parent == place);
                let columns: BTreeSet<usize> = from.flat_map(|key| key.referenced.clone()).collect();
                let columns: Vec<usize> = columns.into_iter().collect();
                crop.there = Some(ask::rows_there(self.client, table, &columns, THERE).await?);
            }
            crops.push(crop);
        }
        Ok(crops)
    }

    fn settle(&self, state: &mut State, table: usize) {
        let root = (0..self.schema.tables.len()).find_map(|table| match self.ownership.owners[table] {
            Owner::Root(column) => Some((table, column)),
            _ => None,
        });
        let named = (0..self.schema.tables.len()).find_map(|table| match self.ownership.owners[table] {
            Owner::Column(column) if state.prepared[table].failed.is_none() => Some((table, column)),
            _ => None,
        });
        let ground = Ground {
            schema: self.schema,
            ownership: self.ownership,
            per_tenant: &self.per_tenant,
            root,
            tenant_ids: named.map(|(table, column)| state.prepared[table].unique(column)),
            weights: &self.weights,
            seed: self.wanted.seed,
        };
        match ground.settle(
            &mut state.world,
            &state.prepared,
            table,
            (state.sizes.rows[table], state.sizes.least[table]),
        ) {
            Ok(settled) => state.settled[table] = Some(settled),
            Err(reason) => {
                state.world.tables[table] = Crop::default();
                state.prepared[table].failed = Some(reason);
                state.settled[table] = None;
            }
        }
    }

    /// Finds the foreign keys that point to rows which come later, and keeps what they count on.
    fn find_late(&self, state: &mut State) {
        let turn = |table: usize| self.order.iter().position(|other| *other == table);
        state.late.clear();
        for settled in state.settled.iter().flatten() {
            let is_late = |key: &&usize| {
                let key = &self.schema.references[**key];
                key.parent != key.child && turn(key.parent) > turn(key.child)
            };
            state.late.extend(settled.followed.iter().filter(is_late));
        }
        for key in &state.late {
            let key = &self.schema.references[*key];
            key.referenced.iter().for_each(|column| state.prepared[key.parent].pinned[*column] = true);
        }
    }

    /// Loads all tables; nothing when it has to begin anew.
    async fn load_all(
        &self,
        state: &mut State,
        watch: &mut dyn FnMut(ScaleProgress<'_>),
    ) -> Result<Option<Vec<(usize, [u8; 32], u64)>>, GenerateError> {
        let rows = state.world.tables.iter().map(Crop::rows).sum();
        watch(ScaleProgress::Planned { rows });
        let strict = self.defer(&state.late).await?;
        let mut loaded = Vec::new();
        for &table in &self.order {
            if !state.traits[table].filled {
                continue;
            }
            let planned = state.world.tables[table].rows();
            if state.prepared[table].failed.is_some() {
                state.world.tables[table] = Crop::default();
            } else {
                watch(ScaleProgress::Table { table: &self.schema.tables[table].plain_name });
                match self.load(state, table, watch).await? {
                    Loaded::Done { digest, milliseconds } => loaded.push((table, digest, milliseconds)),
                    Loaded::Nothing => {}
                    Loaded::Again => return Ok(None),
                }
            }
            let narrow = state.world.tables[table].rows() < planned || state.prepared[table].failed.is_some();
            if narrow && state.sizes.largest == Some(table) {
                state.traits[table].narrow = true;
                return Ok(None);
            }
        }
        self.undefer(&strict).await?;
        Ok(Some(loaded))
    }

    /// Tries a few rows of a table, makes them plainer until they are taken, and sends all.
    async fn load(
        &self,
        state: &mut State,
        table: usize,
        watch: &mut dyn FnMut(ScaleProgress<'_>),
    ) -> Result<Loaded, GenerateError> {
        let found = &self.schema.tables[table];
        let counted_on = state.late.iter().any(|key| self.schema.references[*key].parent == table);
        // Triggers may have made rows meanwhile.
        self.begin_behind(table, &mut state.prepared[table]).await?;
        let before_all = state.prepared[table].clone();
        // What was wrong at first is the true reason: what follows comes from ways around it.
        let mut reason = None;
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
                    let began = Instant::now();
                    match self.attempt(state, table, Some(watch)).await? {
                        Ok(digest) => {
                            self.advance_sequences(state, table).await?;
                            return Ok(Loaded::Done { digest, milliseconds: millis(began) });
                        }
                        Err(error) => {
                            // A few rows were taken, all were not: perhaps there are too many.
                            let prepared = &mut state.prepared[table];
                            let by_trigger = error.constraint().is_none() && error.column().is_none();
                            if by_trigger && state.world.tables[table].rows() > 2 * self.tenants.max(1) {
                                prepared.quarters += 1;
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
            if !give_way(found, &state.world.tables[table], &mut state.prepared[table], &error)
                && !self.leave_to_triggers(state, table, &before_all).await?
            {
                state.prepared[table].failed = Some(reason);
                break;
            }
        }
        let reason = || "no row was taken in many attempts".to_owned();
        state.prepared[table].failed.get_or_insert_with(reason);
        state.world.tables[table] = Crop::default();
        if counted_on { Ok(Loaded::Again) } else { Ok(Loaded::Nothing) }
    }

    /// Whether a row that is different from all others of this seed meets one that was there.
    fn is_there_already(&self, state: &State, table: usize, error: &DbError) -> bool {
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
    async fn attempt(
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
    async fn leave_to_triggers(
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
    async fn regain(&self, state: &mut State, table: usize) -> Result<(), GenerateError> {
        if state.prepared[table].level == 0 {
            return Ok(());
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
        Ok(())
    }

    /// Lets foreign keys of a cycle be checked at the end. Returns those that did not allow it before.
    async fn defer(&self, late: &[usize]) -> Result<Vec<(String, String)>, GenerateError> {
        let mut strict = Vec::new();
        for key in late.iter().map(|key| &self.schema.references[*key]) {
            let table = &self.schema.tables[key.child].name;
            let name = quote_identifier(&key.name);
            let sql = format!(
                "SELECT condeferrable FROM pg_constraint WHERE conrelid = {}::regclass AND conname = {}",
                quote_literal(table),
                quote_literal(&key.name)
            );
            let rows = bulkhead_connect::rows(self.client, &sql).await.map_err(own)?;
            if rows.first().and_then(|row| row.get(0)) == Some("f") {
                let sql = format!("ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE");
                self.client.batch_execute(&sql).await.map_err(own)?;
                strict.push((table.clone(), name.clone()));
            }
            let schema = table.split('.').next().unwrap_or_default();
            let sql = format!("SET CONSTRAINTS {schema}.{name} DEFERRED");
            self.client.batch_execute(&sql).await.map_err(own)?;
        }
        Ok(strict)
    }

    /// Checks what was put off, and makes it strict again.
    async fn undefer(&self, strict: &[(String, String)]) -> Result<(), GenerateError> {
        self.client.batch_execute("SET CONSTRAINTS ALL IMMEDIATE").await.map_err(own)?;
        for (table, name) in strict {
            let sql = format!("ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE");
            self.client.batch_execute(&sql).await.map_err(own)?;
        }
        Ok(())
    }

    /// Lets sequences go on behind the numbers that were sent.
    async fn advance_sequences(&self, state: &State, table: usize) -> Result<(), GenerateError> {
        let found = &self.schema.tables[table];
        let numbered = |source: &Source| matches!(source, Source::Made { maker: Maker::Serial { .. }, .. });
        if !state.world.tables[table].sources.iter().any(numbered) {
            return Ok(());
        }
        let rows = bulkhead_connect::rows(self.client, include_str!("../queries/sequences.sql"))
            .await
            .map_err(own)?;
        for row in rows.iter().filter(|row| row.get(0) == Some(&found.plain_name)) {
            let (Some(column), Some(sequence)) = (row.get(1), row.get(2)) else { continue };
            let sql = format!(
                "SELECT setval({}::regclass, greatest((SELECT max({}) FROM {}), (SELECT last_value FROM {sequence})))",
                quote_literal(sequence),
                quote_identifier(column),
                found.name
            );
            self.client.batch_execute(&sql).await.map_err(own)?;
        }
        Ok(())
    }

    fn report(
        &self,
        state: &State,
        loaded: &[(usize, [u8; 32], u64)],
        loading_ms: u64,
        silent_triggers: usize,
    ) -> ScaleReport {
        let mut all = Sha256::new();
        let mut text_columns = 0;
        let mut tables = Vec::new();
        for &place in &self.order {
            let table = &self.schema.tables[place];
            let crop = &state.world.tables[place];
            let done = loaded.iter().find(|(other, ..)| *other == place);
            if let Some((_, digest, _)) = done {
                all.update(table.plain_name.as_bytes());
                all.update(digest);
            }
            let kept = !state.traits[place].filled && state.there[place];
            let is_text = |kind: &Kind| match kind {
                Kind::Text(_) | Kind::Json => true,
                Kind::Array(element) => matches!(**element, Kind::Text(_)),
                _ => false,
            };
            if crop.rows() > 0 {
                let texts = table.columns.iter().zip(&crop.sources);
                let made = texts.filter(|(column, source)| {
                    is_text(&column.kind) && matches!(source, Source::Made { .. })
                });
                text_columns += made.count();
            }
            let carries = |source: &&Source| match source {
                Source::Made { maker, .. } => maker.has_canary(),
                _ => false,
            };
            let limit = state.settled[place].as_ref().and_then(|settled| settled.limit.clone());
            let cut = || "a trigger lets in no more".to_owned();
            tables.push(ScaledTable {
                table: table.plain_name.clone(),
                name: table.name.clone(),
                rows: if kept || state.prepared[place].failed.is_some() { 0 } else { crop.rows() },
                largest: state.sizes.largest == Some(place),
                kept,
                skipped: state.prepared[place].failed.clone().filter(|_| !kept),
                fewer: limit.or_else(|| (state.prepared[place].quarters > 0).then(cut)),
                canary_columns: if crop.rows() > 0 { crop.sources.iter().filter(carries).count() } else { 0 },
                fingerprint: done.map(|(_, digest, _)| hexadecimal(digest)),
                loading_ms: done.map_or(0, |(.., milliseconds)| *milliseconds),
            });
        }
        let deferred = state.late.iter().map(|key| {
            let key = &self.schema.references[*key];
            format!("{} of {}", key.name, self.schema.tables[key.child].plain_name)
        });
        ScaleReport {
            seed: self.wanted.seed,
            tenants: self.tenants,
            zipf: self.wanted.zipf,
            canary: state.world.word.clone(),
            text_columns,
            canary_columns: tables.iter().map(|table| table.canary_columns).sum(),
            fingerprint: hexadecimal(&all.finalize()),
            rows: tables.iter().map(|table| table.rows).sum(),
            loading_ms,
            silent_triggers,
            deferred: deferred.collect(),
            tables,
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn millis(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)
}
