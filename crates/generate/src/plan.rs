//! Decides which rows there will be and which row each foreign key points to. Nothing here needs the server:
//! rows are slots, their columns are cells, and a foreign key makes cells equal.

mod links;
mod order;

use std::collections::{BTreeMap, BTreeSet};

use crate::classes::{Cell, Classes};
use crate::schema::Schema;
use crate::tenancy::{Owner, Ownership};

/// What a row is for: table, tenant and number. It outlives a plan, so a next plan can do without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SlotId {
    pub(crate) table: usize,
    pub(crate) tenant: Option<usize>,
    pub(crate) number: usize,
}

/// A row to be made, or one that is there already.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) id: SlotId,
    /// The cell of its first column.
    pub(crate) first: Cell,
    pub(crate) exists: bool,
    /// The foreign keys that are followed, with the slot that each points to.
    pub(crate) links: Vec<(usize, usize)>,
    /// Columns that have to be null because a foreign key has nothing to point to.
    pub(crate) nulls: BTreeSet<usize>,
}

/// What experience with earlier plans has taught.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lessons {
    /// Rows that cannot be, with the reason.
    pub(crate) without: BTreeMap<SlotId, String>,
    /// Foreign keys of rows that had better point elsewhere than to this slot.
    pub(crate) avoid: BTreeSet<(SlotId, usize, SlotId)>,
    /// How often the value of a row's column was refused because another row has it.
    pub(crate) again: BTreeMap<(SlotId, usize), usize>,
    /// What was wrong with a row at first.
    pub(crate) reasons: BTreeMap<SlotId, String>,
}

/// How many of everything.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) tenants: usize,
    pub(crate) rows: usize,
}

/// The rows of a table that are there already, each with a value for each column.
pub(crate) type Existing = Vec<Vec<Option<String>>>;

/// What is there before the first row is made.
#[derive(Clone, Debug, Default)]
pub(crate) struct There {
    /// Rows of common tables, by table; of the root that of each tenant, which is empty when there is none.
    pub(crate) rows: BTreeMap<usize, Existing>,
    /// The ids of the first tenants, where they are not made up.
    pub(crate) tenants: Vec<String>,
}

/// The plan.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) slots: Vec<Slot>,
    pub(crate) classes: Classes,
    /// The slots of each table.
    pub(crate) of_table: Vec<Vec<usize>>,
    /// Tables so that a row comes after those that it points to, as far as there are no cycles.
    pub(crate) order: Vec<usize>,
    /// Cells that others point to; they cannot be null.
    pub(crate) referenced: BTreeSet<Cell>,
}

impl Plan {
    /// The cell that holds a tenant's id.
    pub(crate) fn tenant_cell(tenant: usize) -> Cell {
        tenant
    }

    /// The slot of a cell, with the column.
    pub(crate) fn place(&self, cell: Cell) -> Option<(usize, usize)> {
        let after = self.slots.partition_point(|slot| slot.first <= cell);
        let slot = after.checked_sub(1)?;
        Some((slot, cell - self.slots[slot].first))
    }

    /// The slot and column that the columns of a cell's class point to in the end. The value is made for
    /// that column.
    pub(crate) fn source(&self, schema: &Schema, ownership: &Ownership, cell: Cell) -> (usize, usize) {
        let places = || self.classes.members(cell).into_iter().filter_map(|cell| self.place(cell));
        let is_root = |(slot, column): &(usize, usize)| {
            ownership.owners[self.slots[*slot].id.table] == Owner::Root(*column)
        };
        let points_nowhere = |(slot, column): &(usize, usize)| {
            let mut links = self.slots[*slot].links.iter();
            !links.any(|(reference, _)| schema.references[*reference].columns.contains(column))
        };
        let own = || self.place(cell).unwrap_or((0, 0));
        places().find(is_root).or_else(|| places().find(points_nowhere)).unwrap_or_else(own)
    }
}

/// Makes the plan. Rows that prove impossible on the way are added to the lessons.
pub(crate) fn plan(
    schema: &Schema,
    ownership: &Ownership,
    there: &There,
    size: Size,
    lessons: &mut Lessons,
) -> Plan {
    loop {
        let before = lessons.without.len();
        let mut planner = Planner { schema, ownership, there, size, plan: empty(schema, ownership), lessons };
        planner.add_slots();
        planner.name_tenants();
        planner.follow_references();
        let plan = planner.plan;
        // A row that had to be left out may be one that others point to.
        if lessons.without.len() == before {
            return plan;
        }
    }
}

fn empty(schema: &Schema, ownership: &Ownership) -> Plan {
    Plan {
        slots: Vec::new(),
        classes: Classes::new(0),
        of_table: vec![Vec::new(); schema.tables.len()],
        order: order::order(schema, ownership),
        referenced: BTreeSet::new(),
    }
}

struct Planner<'p> {
    schema: &'p Schema,
    ownership: &'p Ownership,
    there: &'p There,
    size: Size,
    plan: Plan,
    lessons: &'p mut Lessons,
}

impl Planner<'_> {
    fn add_slots(&mut self) {
        // The first cells hold the tenants' ids.
        let mut first = self.size.tenants;
        for table in 0..self.schema.tables.len() {
            let there = self.there.rows.get(&table);
            let existing = there.map_or(0, Vec::len);
            let common = self.size.rows * self.size.tenants.max(1);
            let (tenants, rows) = match self.ownership.owners[table] {
                Owner::Common => (vec![None], if existing > 0 { existing } else { common }),
                Owner::Root(_) => ((0..self.size.tenants).map(Some).collect(), 1),
                _ => ((0..self.size.tenants).map(Some).collect(), self.size.rows),
            };
            let ids = tenants.into_iter().flat_map(|tenant: Option<usize>| {
                (0..rows).map(move |number| SlotId { table, tenant, number })
            });
            for id in ids.filter(|id| !self.lessons.without.contains_key(id)) {
                self.plan.of_table[table].push(self.plan.slots.len());
                let (links, nulls) = (Vec::new(), BTreeSet::new());
                let row = there.and_then(|rows| rows.get(id.tenant.unwrap_or(id.number)));
                let exists = row.is_some_and(|row| !row.is_empty());
                self.plan.slots.push(Slot { id, first, exists, links, nulls });
                first += self.schema.tables[table].columns.len();
            }
        }
        self.plan.classes = Classes::new(first);
        for (tenant, id) in self.there.tenants.iter().enumerate().take(self.size.tenants) {
            self.plan.classes.fix(Plan::tenant_cell(tenant), id.clone());
        }
        for (&table, rows) in &self.there.rows {
            for &slot in &self.plan.of_table[table] {
                let slot = &self.plan.slots[slot];
                for (column, value) in
                    rows.get(slot.id.tenant.unwrap_or(slot.id.number)).into_iter().flatten().enumerate()
                {
                    if let Some(value) = value.as_ref().filter(|_| slot.exists) {
                        self.plan.classes.fix(slot.first + column, value.clone());
                    }
                }
            }
        }
    }

    /// Gives each tenants' row the tenant's id.
    fn name_tenants(&mut self) {
        for index in 0..self.plan.slots.len() {
            let SlotId { table, tenant, .. } = self.plan.slots[index].id;
            let (Owner::Root(column) | Owner::Column(column)) = self.ownership.owners[table] else {
                continue;
            };
            let Some(tenant) = tenant else { continue };
            let pair = [(self.plan.slots[index].first + column, Plan::tenant_cell(tenant))];
            if !self.unite(&pair) {
                self.leave_out(index, "a tenant has one row at most".to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests;
