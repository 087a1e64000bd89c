//! Decides which rows there will be and which row each foreign key points to. Nothing here needs the server: rows are
//! slots, their columns are cells, and a foreign key makes cells equal.

use std::collections::{BTreeMap, BTreeSet};

use crate::classes::{Cell, Classes};
use crate::schema::{Reference, Schema};
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
    /// What was wrong with a row the last time.
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
}

/// Makes the plan. Rows that prove impossible on the way are added to the lessons.
pub(crate) fn plan(
    schema: &Schema,
    ownership: &Ownership,
    existing: &BTreeMap<usize, Existing>,
    size: Size,
    lessons: &mut Lessons,
) -> Plan {
    loop {
        let before = lessons.without.len();
        let mut planner = Planner { schema, ownership, existing, size, plan: empty(schema, ownership), lessons };
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
        order: order(schema, ownership),
        referenced: BTreeSet::new(),
    }
}

struct Planner<'p> {
    schema: &'p Schema,
    ownership: &'p Ownership,
    existing: &'p BTreeMap<usize, Existing>,
    size: Size,
    plan: Plan,
    lessons: &'p mut Lessons,
}

impl Planner<'_> {
    fn add_slots(&mut self) {
        let mut first = self.size.tenants;
        for table in 0..self.schema.tables.len() {
            let existing = self.existing.get(&table).map_or(0, Vec::len);
            let (tenants, rows) = match self.ownership.owners[table] {
                Owner::Common if existing > 0 => (0, existing),
                Owner::Common => (0, self.size.rows * self.size.tenants.max(1)),
                Owner::Root(_) => (self.size.tenants, 1),
                _ => (self.size.tenants, self.size.rows),
            };
            let owners: Vec<Option<usize>> =
                if tenants > 0 { (0..tenants).map(Some).collect() } else { vec![None] };
            for tenant in owners.into_iter().filter(|tenant| tenant.is_some() || tenants == 0) {
                for number in 0..rows {
                    let id = SlotId { table, tenant, number };
                    if self.lessons.without.contains_key(&id)
                        || (tenant.is_none() && self.ownership.is_tenants(table))
                    {
                        continue;
                    }
                    self.plan.of_table[table].push(self.plan.slots.len());
                    let exists = tenant.is_none() && existing > 0;
                    let (links, nulls) = (Vec::new(), BTreeSet::new());
                    self.plan.slots.push(Slot { id, first, exists, links, nulls });
                    first += self.schema.tables[table].columns.len();
                }
            }
        }
        self.plan.classes = Classes::new(first);
        for (&table, rows) in self.existing {
            for &slot in &self.plan.of_table[table] {
                let slot = &self.plan.slots[slot];
                for (column, value) in rows.get(slot.id.number).into_iter().flatten().enumerate() {
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
            let (Owner::Root(column) | Owner::Column(column)) = self.ownership.owners[table] else { continue };
            let Some(tenant) = tenant else { continue };
            let pair = [(self.plan.slots[index].first + column, Plan::tenant_cell(tenant))];
            if !self.unite(&pair) {
                self.leave_out(index, "a tenant has one row at most".to_owned());
            }
        }
    }

    fn follow_references(&mut self) {
        for table in self.plan.order.clone() {
            let mut references: Vec<usize> =
                self.schema.references_of(table).map(|(index, _)| index).collect();
            references.sort_by_key(|index| std::cmp::Reverse(self.schema.references[*index].columns.len()));
            for slot in self.plan.of_table[table].clone() {
                if self.plan.slots[slot].exists || self.lessons.without.contains_key(&self.plan.slots[slot].id) {
                    continue;
                }
                for &reference in &references {
                    self.follow(slot, reference);
                }
            }
        }
    }

    /// Points a foreign key of a slot to the first row that it can point to.
    fn follow(&mut self, slot: usize, index: usize) {
        let reference = &self.schema.references[index];
        let child = self.plan.slots[slot].clone();
        if reference.columns.iter().any(|column| child.nulls.contains(column)) && !reference.full {
            return;
        }
        for parent in self.parents(&child, slot, index) {
            let first = self.plan.slots[parent].first;
            let columns = reference.columns.iter().zip(&reference.referenced);
            let pairs: Vec<(Cell, Cell)> =
                columns.map(|(column, referenced)| (child.first + column, first + referenced)).collect();
            let avoided = (child.id, index, self.plan.slots[parent].id);
            if !self.lessons.avoid.contains(&avoided) && self.unite(&pairs) {
                self.plan.referenced.extend(pairs.iter().map(|(_, cell)| *cell));
                self.plan.slots[slot].links.push((index, parent));
                return;
            }
        }
        match self.nulls(&child, index) {
            Some(nulls) => self.plan.slots[slot].nulls.extend(nulls),
            None => {
                let parent = &self.schema.tables[reference.parent].plain_name;
                self.leave_out(slot, format!("no row of {parent} is left for {}", reference.name));
            }
        }
    }

    /// The columns to leave null so that the foreign key has nothing to say.
    fn nulls(&self, child: &Slot, index: usize) -> Option<Vec<usize>> {
        let reference = &self.schema.references[index];
        if self.ownership.owners[child.id.table] == Owner::Parent(index) {
            return None;
        }
        let columns = &self.schema.tables[child.id.table].columns;
        let tenant = match self.ownership.owners[child.id.table] {
            Owner::Root(column) | Owner::Column(column) => Some(column),
            _ => None,
        };
        let linked = |column: usize| {
            child.links.iter().any(|(index, _)| self.schema.references[*index].columns.contains(&column))
        };
        let can = |column: &usize| {
            columns[*column].nullable
                && Some(*column) != tenant
                && !self.plan.referenced.contains(&(child.first + column))
        };
        if reference.full {
            let all = reference.columns.iter().all(|column| can(column) && !linked(*column));
            return all.then(|| reference.columns.clone());
        }
        let mut possible: Vec<usize> = reference.columns.iter().copied().filter(|column| can(column)).collect();
        possible.sort_by_key(|column| linked(*column));
        possible.first().map(|column| vec![*column])
    }

    /// The slots that a foreign key may point to, the best first.
    fn parents(&self, child: &Slot, slot: usize, index: usize) -> Vec<usize> {
        let reference = &self.schema.references[index];
        let all = &self.plan.of_table[reference.parent];
        let there = |slot: &usize| {
            let parent = &self.plan.slots[*slot];
            let known = |column: &usize| self.plan.classes.known(parent.first + column).is_some();
            !self.lessons.without.contains_key(&parent.id)
                && (!parent.exists || reference.referenced.iter().all(known))
        };
        // The second foreign key to the same table points to the second row, and so on.
        let same = self.schema.references_of(child.id.table);
        let place = same.filter(|(other, key)| *other < index && key.parent == reference.parent).count();
        let columns = &self.schema.tables[child.id.table].columns;
        if reference.parent == reference.child {
            let of_tenant = |slot: &&usize| self.plan.slots[**slot].id.tenant == child.id.tenant;
            let mut others: Vec<usize> = all.iter().filter(of_tenant).copied().filter(there).collect();
            // The first row is the top of the tree; the others hang on the one before.
            if child.id.number == 0 && reference.columns.iter().any(|column| columns[*column].nullable) {
                return Vec::new();
            }
            let before = |other: &usize| match *other < slot {
                true => slot - other,
                false => other - slot + if *other == slot { 0 } else { all.len() },
            };
            others.sort_by_key(|other| if *other == slot && child.id.number > 0 { usize::MAX } else { before(other) });
            return others;
        }
        let begin = match child.id.tenant {
            // Tenants do not meet in common rows as long as there are enough.
            Some(tenant) if !self.ownership.is_tenants(reference.parent) => tenant * self.size.rows + place,
            Some(_) => place,
            None if self.ownership.is_tenants(reference.parent) => {
                if reference.columns.iter().any(|column| columns[*column].nullable) {
                    return Vec::new();
                }
                place
            }
            None => place,
        };
        let of_tenant = |slot: &&usize| {
            let tenant = self.plan.slots[**slot].id.tenant;
            tenant.is_none() || child.id.tenant.is_none() || tenant == child.id.tenant
        };
        let mut parents: Vec<usize> = all.iter().filter(of_tenant).copied().filter(there).collect();
        if !parents.is_empty() {
            let by = begin % parents.len();
            parents.rotate_left(by);
        }
        parents
    }

    /// Makes pairs of cells equal, unless rows would then be the same that must differ.
    fn unite(&mut self, pairs: &[(Cell, Cell)]) -> bool {
        let mark = self.plan.classes.mark();
        for &(one, other) in pairs {
            let fits = match self.plan.classes.unite(one, other) {
                Ok(changed) => changed.iter().all(|cell| self.differs(*cell)),
                Err(_) => false,
            };
            if !fits {
                self.plan.classes.undo(mark);
                return false;
            }
        }
        true
    }

    /// Whether the row of a cell still differs from all others of its table where it must.
    fn differs(&self, cell: Cell) -> bool {
        let Some((slot, column)) = self.plan.place(cell).filter(|_| cell >= self.size.tenants) else {
            return true;
        };
        let SlotId { table, tenant, .. } = self.plan.slots[slot].id;
        let keys = self.schema.tables[table].keys.iter();
        let keys = keys.filter(|key| key.plain && key.columns.contains(&column));
        let keys: Vec<&[usize]> = keys.map(|key| key.columns.as_slice()).collect();
        let user = self.ownership.membership.filter(|(place, _)| *place == table).map(|(_, user)| user);
        let same = |one: usize, other: usize, columns: &[usize]| {
            let (one, other) = (self.plan.slots[one].first, self.plan.slots[other].first);
            let equal = |column: &usize| {
                self.plan.classes.find(one + column) == self.plan.classes.find(other + column)
            };
            columns.iter().all(equal)
        };
        self.plan.of_table[table].iter().filter(|other| **other != slot).all(|&other| {
            // A user is a member of one tenant.
            let strangers = self.plan.slots[other].id.tenant != tenant;
            let shares = user.is_some_and(|user| strangers && same(slot, other, &[user]));
            !shares && !keys.iter().any(|columns| same(slot, other, columns))
        })
    }

    fn leave_out(&mut self, slot: usize, reason: String) {
        let id = self.plan.slots[slot].id;
        let reason = self.lessons.reasons.get(&id).cloned().unwrap_or(reason);
        self.lessons.without.entry(id).or_insert(reason);
    }
}

/// The tables, each after those that it refers to. In a cycle a foreign key that can be null counts less. Common tables
/// come first, then the tenants, who give their ids to all others.
fn order(schema: &Schema, ownership: &Ownership) -> Vec<usize> {
    let mut order = Vec::new();
    let strict = |reference: &Reference| {
        !reference.columns.iter().any(|column| schema.tables[reference.child].columns[*column].nullable)
    };
    let mut waiting: Vec<usize> = (0..schema.tables.len()).collect();
    while !waiting.is_empty() {
        let is_free = |table: usize, only_strict: bool| {
            let mut references = schema.references_of(table).filter(|(_, key)| !only_strict || strict(key));
            !references.any(|(_, key)| key.parent != table && waiting.contains(&key.parent))
        };
        let free = |only_strict| waiting.iter().position(|table| is_free(*table, only_strict));
        let next = free(false).or_else(|| free(true)).unwrap_or(0);
        order.push(waiting.remove(next));
    }
    order.sort_by_key(|table| match ownership.owners[*table] {
        Owner::Common => 0,
        Owner::Root(_) => 1,
        _ => 2,
    });
    order
}
