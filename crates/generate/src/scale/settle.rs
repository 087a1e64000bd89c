//! From what the columns of a table take to where each value comes from: which foreign keys are followed and how, what
//! makes rows differ where they must, and how many rows there can be.

use super::crop::{Crop, Source};
use super::digits::Limit;
use super::follow::Builder;
use super::maker::Maker;
use super::prepare::Prepared;
use super::states::{self, Ties};
use super::world::World;
use super::zipf::apportion;
use crate::chance::Chance;
use crate::schema::Schema;
use crate::tenancy::{Owner, Ownership};

/// All that decides about the rows of tables.
pub(super) struct Ground<'g> {
    pub(super) schema: &'g Schema,
    pub(super) ownership: &'g Ownership,
    pub(super) per_tenant: &'g [bool],
    /// The table of tenants and the column with their ids.
    pub(super) root: Option<(usize, usize)>,
    /// How a tenant's id is made where no table of tenants has it.
    pub(super) tenant_ids: Option<Maker>,
    pub(super) weights: &'g [f64],
    pub(super) seed: u64,
}

/// What came of it.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    /// The foreign keys that are followed.
    pub(super) followed: Vec<usize>,
    /// What keeps the table from having the rows that were wanted.
    pub(super) limit: Option<String>,
}

impl Ground<'_> {
    /// Decides about a table, or says why it cannot be filled.
    pub(super) fn settle(
        &self,
        world: &mut World,
        prepared: &[Prepared],
        table: usize,
        (rows, least): (u64, u64),
    ) -> Result<Settled, String> {
        let found = &self.schema.tables[table];
        let chance = Chance::new(self.seed).fork(&found.plain_name, 0);
        let stream = |label: &str| chance.fork(label, 1).next_of();
        let mut builder = Builder {
            ground: self,
            world: &*world,
            prepared,
            table,
            sources: vec![None; found.columns.len()],
            links: Vec::new(),
            followed: Vec::new(),
        };
        builder.name_tenant();
        builder.follow(&stream)?;
        for (column, source) in builder.sources.iter_mut().enumerate() {
            let generated = found.columns[column].generated.is_some();
            let made = || {
                let (maker, digit) = (prepared[table].maker(column), None);
                Source::Made { maker, stream: stream(&found.columns[column].name), digit }
            };
            source.get_or_insert_with(|| if generated { Source::Generated } else { made() });
        }
        let Builder { sources, links, followed, .. } = builder;
        let mut crop = Crop {
            per_tenant: self.per_tenant[table],
            before: Vec::new(),
            sources: sources.into_iter().flatten().collect(),
            links,
            digits: Vec::new(),
            there: None,
            by_triggers: false,
            stream: stream(""),
            tied: false,
        };
        let limits = self.add_digits(world, table, &mut crop, &stream, prepared[table].in_step);
        if prepared[table].ties == Ties::Held {
            states::tie(found, &mut crop);
        }
        let wanted = rows >> (2 * prepared[table].quarters);
        world.tables[table] = crop;
        let (shares, limit) = self.shares(world, table, (wanted, least), &limits);
        world.tables[table].set_rows(&shares);
        if world.tables[table].rows() == 0 {
            return Err(limit.unwrap_or_else(|| "no tenant has rows that it could point to".to_owned()));
        }
        Ok(Settled { followed, limit })
    }

    /// How many rows each tenant has, and what keeps it from having more.
    fn shares(
        &self,
        world: &World,
        table: usize,
        (rows, least): (u64, u64),
        limits: &[Limit],
    ) -> (Vec<u64>, Option<String>) {
        let crop = &world.tables[table];
        let mut shares = match (crop.per_tenant, &self.ownership.owners[table]) {
            (false, _) => vec![rows.max(1)],
            (true, Owner::Root(_)) => vec![1; self.weights.len()],
            (true, _) => apportion(rows, self.weights, least.min(rows / self.weights.len().max(1) as u64)),
        };
        let needed = self.needed_parents(world, table);
        let apart: Vec<usize> =
            (0..crop.links.len()).filter(|link| crop.links[*link].apart.is_some()).collect();
        let mut reason = None;
        for (tenant, share) in (0_u64..).zip(shares.iter_mut()) {
            let has_parents = needed.iter().all(|parent| {
                let parent = &world.tables[*parent];
                parent.reach(if parent.per_tenant { tenant } else { 0 }) > 0
            });
            if !has_parents || apart.iter().any(|link| world.step_apart(table, *link, tenant).is_none()) {
                *share = 0;
            }
            for limit in limits {
                let room = match limit.whole && tenant > 0 {
                    true => 0,
                    false => (0..limit.digits)
                        .fold(1_u64, |room, digit| room.saturating_mul(world.radix(table, digit, tenant))),
                };
                let pair = apart.first().filter(|_| limit.symmetric);
                let few = pair.is_some_and(|link| world.reach_of(table, *link, tenant) < 4);
                let room = if few { room.min(1) } else { room };
                let reaches = limit.straight.iter().map(|link| world.reach_of(table, *link, tenant));
                let room = reaches.max().map_or(room, |reach| reach.max(room.min(reach)));
                if room < *share {
                    *share = room;
                    reason = Some(format!("{} lets in no more", limit.key));
                }
            }
        }
        (shares, reason)
    }

    /// The tables that every row needs a row of.
    fn needed_parents(&self, world: &World, table: usize) -> Vec<usize> {
        let crop = &world.tables[table];
        let columns = &self.schema.tables[table].columns;
        let needed = crop.sources.iter().zip(columns).filter_map(|(source, column)| match source {
            Source::Linked { link, .. } if !column.nullable => Some(crop.links[*link].parent),
            _ => None,
        });
        needed.filter(|parent| *parent != table).collect()
    }
}
