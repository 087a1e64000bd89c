//! Which foreign keys of a table are followed, and which columns that gives their values.

use super::crop::{Link, Pick, Source};
use super::maker::Maker;
use super::prepare::Prepared;
use super::settle::Ground;
use super::world::World;
use crate::chance::Chance;
use crate::schema::Reference;
use crate::tenancy::Owner;

/// Finds the sources of the columns of a table.
pub(super) struct Builder<'b> {
    pub(super) ground: &'b Ground<'b>,
    pub(super) world: &'b World,
    pub(super) prepared: &'b [Prepared],
    pub(super) table: usize,
    pub(super) sources: Vec<Option<Source>>,
    pub(super) links: Vec<Link>,
    pub(super) followed: Vec<usize>,
}

impl Builder<'_> {
    /// The column that says whose the row is.
    pub(super) fn name_tenant(&mut self) {
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

    pub(super) fn follow(&mut self, stream: &dyn Fn(&str) -> u64) -> Result<(), String> {
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
