//! Carries out a seed at scale in the transaction that is open.

mod adopt;
mod climb;
mod decide;
mod demand;
mod fill;
mod quota;
mod rehearse;
mod server;
mod statistics;
mod summary;
mod tie;

use std::collections::BTreeSet;
use std::time::Instant;

use tokio_postgres::Client;

use demand::Demands;

use super::ask;
use super::crop::Crop;
use super::maker::Maker;
use super::order::order;
use super::prepare::{Prepared, prepare};
use super::report::{Scale, ScaleProgress, ScaleReport};
use super::rule::{Sizes, Traits};
use super::settle::Settled;
use super::triggers;
use super::world::World;
use super::zipf::weights;
use crate::GenerateError;
use crate::schema::Schema;
use crate::tenancy::{Owner, Ownership};

/// Rows of a common table that is there already which may be pointed to.
const THERE: usize = 1_024;
/// How often the rows of a table are tried before it is given up.
const ATTEMPTS: usize = 60;
/// How often a table may turn out smaller or empty and everything begins anew.
const BEGINNINGS: usize = 36;

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
    /// Whether the rows will be taken out again.
    is_rehearsal: bool,
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
    /// What triggers ask of the rows that others point to.
    demands: Demands,
    /// How many rows triggers made in tables that take no others.
    by_triggers: Vec<Option<u64>>,
    /// Of which tables the server has statistics with all their rows.
    analyzed: Vec<bool>,
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

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
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
        Run { client, schema, ownership, wanted, tenants, per_tenant, order, weights, is_rehearsal: false }
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
                true => self.prepare(table, &word, there[table], &[]).await?,
                false => Prepared::failed(String::new(), self.schema.tables[table].columns.len()),
            });
            traits[table].filled &= prepared[table].failed.is_none();
        }
        let world = World { word, tenants: self.tenants, tables: Vec::new(), blind: false };
        let (analyzed, by_triggers) = (vec![false; prepared.len()], vec![None; prepared.len()]);
        let (sizes, settled) = (Sizes::default(), Vec::new());
        let mut state = State {
            traits,
            there,
            prepared,
            world,
            sizes,
            settled,
            late: Vec::new(),
            demands: Demands::default(),
            by_triggers,
            analyzed,
        };
        self.settle_all(&mut state).await?;
        if self.wanted.dry_run {
            return Ok(self.report(&state, &[], 0, 0));
        }
        let silent = if self.wanted.triggers { Vec::new() } else { triggers::silence(self.client).await? };
        self.client.batch_execute("SAVEPOINT bulkhead_scale").await.map_err(own)?;
        if state.traits.iter().any(|traits| traits.filled && traits.triggers) {
            watch(ScaleProgress::Trying);
            self.rehearse(&mut state).await?;
        }
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

    async fn prepare(
        &self,
        table: usize,
        word: &str,
        has_rows: bool,
        fixed: &[(usize, String)],
    ) -> Result<Prepared, GenerateError> {
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
        let seed = self.wanted.seed;
        let mut prepared = prepare(self.client, self.schema, table, &needed, word, seed, fixed).await?;
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

    /// The order in which tables are loaded: the largest comes last when no other leads to it, so that nothing
    /// that goes wrong with another costs its rows.
    fn turns(&self, state: &State) -> Vec<usize> {
        let is_led_to = |table: usize| self.schema.references.iter().any(|key| key.parent == table);
        let last = state.sizes.largest.filter(|largest| !is_led_to(*largest));
        let others = self.order.iter().copied().filter(|table| Some(*table) != last);
        others.chain(last).collect()
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
        state.analyzed.fill(false);
        let mut loaded = Vec::new();
        for table in self.turns(state) {
            if !state.traits[table].filled {
                continue;
            }
            let planned = state.world.tables[table].rows();
            if state.by_triggers[table].is_some() {
                self.adopt(state, table).await?;
            } else if state.prepared[table].failed.is_some() {
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
}

fn millis(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)
}
