//! Decides about all tables before any row is sent.

use std::collections::BTreeSet;

use super::{Run, State, THERE};
use crate::GenerateError;
use crate::scale::ask;
use crate::scale::crop::Crop;
use crate::scale::rule;
use crate::scale::settle::Ground;
use crate::scale::zipf::apportion;
use crate::tenancy::Owner;

impl Run<'_> {
    /// Decides about all tables, until the largest is one that can be as large as wanted.
    pub(super) async fn settle_all(&self, state: &mut State) -> Result<(), GenerateError> {
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
    pub(super) async fn first_crops(&self, state: &State) -> Result<Vec<Crop>, GenerateError> {
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
                crop.there = Some(ask::rows_there(self.client, table, &columns, &columns, THERE).await?);
            }
            crops.push(crop);
        }
        Ok(crops)
    }

    pub(super) fn settle(&self, state: &mut State, table: usize) {
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
    pub(super) fn find_late(&self, state: &mut State) {
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
}
