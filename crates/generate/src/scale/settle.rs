//! From what the columns of a table take to where each value comes from: which foreign keys are followed and how, what
//! makes rows differ where they must, and how many rows there can be.

use super::maker::Maker;
use super::prepare::Prepared;
use super::states::{self, Ties};
use super::world::{Crop, Digit, Link, Pick, Source, World};
use super::zipf::apportion;
use crate::chance::Chance;
use crate::schema::{Key, Reference, Schema};
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
            stream: stream(""),
            tied: false,
        };
        let limits = self.add_digits(world, table, &mut crop, &stream);
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

    /// Lets digits tell rows apart where no column does by itself. The keys with the fewest columns come first:
    /// they leave the least room.
    fn add_digits(
        &self,
        world: &World,
        table: usize,
        crop: &mut Crop,
        stream: &dyn Fn(&str) -> u64,
    ) -> Vec<Limit> {
        let found = &self.schema.tables[table];
        let mut keys: Vec<&Key> = found.keys.iter().collect();
        keys.sort_by_key(|key| key.columns.len());
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut limits = Vec::new();
        for key in keys {
            let columns = found.ungenerated(&key.columns);
            let is_apart = |column: &usize| match &crop.sources[*column] {
                Source::Made { maker: Maker::Null, .. } => key.plain,
                Source::Made { maker, .. } => maker.is_unique(),
                _ => false,
            };
            if columns.iter().any(is_apart) {
                continue;
            }
            let mut own = false;
            let mut links: Vec<usize> = Vec::new();
            let mut choices: Vec<(usize, u64)> = Vec::new();
            for &column in &columns {
                match &crop.sources[column] {
                    Source::Tenant { .. } => own = true,
                    Source::Linked { link, .. } => {
                        let parent = crop.links[*link].parent;
                        own |= world.tables[parent].per_tenant;
                        let is_tenant = self.root.is_some_and(|(root, _)| root == parent);
                        let is_tree = matches!(crop.links[*link].pick, Pick::Tree { .. });
                        if !is_tenant && !is_tree && !links.contains(link) {
                            links.push(*link);
                        }
                    }
                    Source::Made { maker, .. } => {
                        if let Some(number) = maker.choices().filter(|number| *number > 1) {
                            choices.push((column, number));
                        }
                    }
                    Source::Generated | Source::Stated { .. } => {}
                }
            }
            links.sort_by_key(|link| {
                let found = &crop.links[*link];
                (std::cmp::Reverse(world.tables[found.parent].rows()), found.apart.is_some(), *link)
            });
            let mut members = Vec::new();
            for link in links {
                let at = crop.digits.iter().position(|digit| *digit == Digit::Link(link));
                let free = crop.links[link].with.is_empty();
                if let Some(at) = at {
                    members.push(at);
                } else if free || crop.digits.is_empty() {
                    crop.links[link].pick = Pick::Digit(crop.digits.len());
                    members.push(crop.digits.len());
                    crop.digits.push(Digit::Link(link));
                    let other = crop.links[link].apart.map(|other| &crop.links[other].pick);
                    if !matches!(other, Some(Pick::Digit(_))) {
                        crop.links[link].apart = None;
                    }
                }
            }
            for (column, number) in choices {
                let at = places.iter().find(|(other, _)| *other == column).map(|(_, at)| *at);
                let at = at.unwrap_or_else(|| {
                    let at = crop.digits.len();
                    places.push((column, at));
                    crop.digits.push(Digit::Choices(number));
                    let maker = match &crop.sources[column] {
                        Source::Made { maker, .. } => maker.clone(),
                        _ => Maker::Null,
                    };
                    let stream = stream(&found.columns[column].name);
                    crop.sources[column] = Source::Made { maker, stream, digit: Some(at) };
                    at
                });
                members.push(at);
            }
            let digits = (0..crop.digits.len()).take_while(|digit| members.contains(digit)).count();
            let whole = crop.per_tenant && !own;
            let symmetric = !key.plain && members.len() > 1;
            limits.push(Limit { key: key.name.clone(), digits, whole, symmetric });
        }
        limits
    }
}

/// What a key lets in.
struct Limit {
    key: String,
    /// So many digits make its rows differ.
    digits: usize,
    /// Whether rows of all tenants have to differ, of which the digits know nothing.
    whole: bool,
    /// Whether perhaps a pair counts as the same when it is turned round.
    symmetric: bool,
}

/// Finds the sources of the columns of a table.
struct Builder<'b> {
    ground: &'b Ground<'b>,
    world: &'b World,
    prepared: &'b [Prepared],
    table: usize,
    sources: Vec<Option<Source>>,
    links: Vec<Link>,
    followed: Vec<usize>,
}

impl Builder<'_> {
    /// The column that says whose the row is.
    fn name_tenant(&mut self) {
        let Owner::Column(column) = self.ground.ownership.owners[self.table] else { return };
        self.sources[column] = match (self.ground.root, &self.ground.tenant_ids) {
            (Some((root, id)), _) => {
                self.links.push(Link { parent: root, pick: Pick::Straight, with: Vec::new(), apart: None });
                Some(Source::Linked { link: self.links.len() - 1, column: id })
            }
            // The same stream for all tables.
            (None, Some(maker)) => {
                let stream = Chance::new(self.ground.seed).fork("tenants", 0).next_of();
                Some(Source::Tenant { maker: maker.clone(), stream })
            }
            (None, None) => None,
        };
    }

    fn follow(&mut self, stream: &dyn Fn(&str) -> u64) -> Result<(), String> {
        let schema = self.ground.schema;
        let found = &schema.tables[self.table];
        if let Owner::Root(column) = self.ground.ownership.owners[self.table] {
            // A tenant's id comes from nowhere else.
            let (maker, digit) = (self.prepared[self.table].maker(column), None);
            self.sources[column] = Some(Source::Made { maker, stream: stream("id of the tenant"), digit });
        }
        let mut references: Vec<(usize, &Reference)> = schema.references_of(self.table).collect();
        let optional = |key: &Reference| key.columns.iter().any(|column| found.columns[*column].nullable);
        references.sort_by_key(|(index, key)| {
            (key.parent == self.table, std::cmp::Reverse(key.columns.len()), optional(key), *index)
        });
        for (index, key) in references {
            if key.columns.iter().all(|column| self.sources[*column].is_some()) {
                self.followed.push(index);
                continue;
            }
            let prepared = &self.prepared[self.table];
            let unwanted =
                key.columns.iter().any(|column| prepared.nulls[*column] && self.sources[*column].is_none());
            let nowhere = match &self.prepared[key.parent].failed {
                Some(_) if self.world.tables[key.parent].there.is_none() => Some(key.parent),
                _ => None,
            };
            if unwanted || nowhere.is_some() {
                self.leave_null(key, nowhere)?;
                continue;
            }
            self.add_link(index, key, optional(key));
        }
        Ok(())
    }

    /// Leaves a foreign key without anything to say.
    fn leave_null(&mut self, key: &Reference, nowhere: Option<usize>) -> Result<(), String> {
        let found = &self.ground.schema.tables[self.table];
        let free = |column: &&usize| self.sources[**column].is_none() && found.columns[**column].nullable;
        let mut columns: Vec<usize> = key.columns.iter().filter(free).copied().collect();
        if columns.is_empty() || (key.full && columns.len() < key.columns.len()) {
            let parent = nowhere.map_or("it", |parent| &self.ground.schema.tables[parent].plain_name);
            return Err(format!("{} needs a row of {parent}, which has none", key.name));
        }
        // One is enough, best one that is null anyway: others may take part in something else.
        let nulls = &self.prepared[self.table].nulls;
        columns.sort_by_key(|column| !nulls[*column]);
        columns.truncate(if key.full { columns.len() } else { 1 });
        for column in columns {
            self.sources[column] = Some(Source::Made { maker: Maker::Null, stream: 0, digit: None });
        }
        Ok(())
    }

    fn add_link(&mut self, index: usize, key: &Reference, optional: bool) {
        let place = self.links.len();
        let itself = key.parent == self.table;
        let root = self.ground.root.map(|(root, _)| root);
        let origins = key.columns.iter().filter_map(|column| match &self.sources[*column] {
            Some(Source::Linked { link, column }) => {
                Some(self.world.origin(self.links[*link].parent, *column))
                    .filter(|table| Some(*table) != root)
            }
            _ => None,
        });
        let with: Vec<usize> = origins.collect();
        let pick = if itself { Pick::Tree { optional } } else { Pick::Straight };
        let alike = |other: &Link| !itself && root != Some(key.parent) && other.parent == key.parent;
        let apart = self.links.iter().position(alike);
        self.links.push(Link { parent: key.parent, pick, with, apart });
        self.followed.push(index);
        for (&column, &referenced) in key.columns.iter().zip(&key.referenced) {
            if self.sources[column].is_none() && !self.comes_back(key.parent, referenced, column) {
                self.sources[column] = Some(Source::Linked { link: place, column: referenced });
            }
        }
    }

    /// Whether the value of a column would come from this table's own column.
    fn comes_back(&self, mut table: usize, mut column: usize, own: usize) -> bool {
        for _ in 0..self.world.tables.len() {
            if (table, column) == (self.table, own) {
                return true;
            }
            let crop = &self.world.tables[table];
            match crop.sources.get(column) {
                Some(Source::Linked { link, column: next }) => {
                    (table, column) = (crop.links[*link].parent, *next);
                }
                _ => return false,
            }
        }
        true
    }
}
